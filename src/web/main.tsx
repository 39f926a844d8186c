import '@fontsource-variable/inter';
import '@fontsource-variable/jetbrains-mono';
import '@fontsource-variable/noto-sans-sc';
import '@fontsource-variable/source-serif-4';
import './style/base.css';
import './style/frame.css';
import './style/stage.css';
import './style/panel.css';
import './style/reading.css';
import './style/hand.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Page } from './view/Page.tsx';

const place = document.getElementById('page');
if (!place) throw new Error('index.html has no element #page');
createRoot(place).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
