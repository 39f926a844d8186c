/** Which brightness and palette the page wears: the chosen theme, or the system's. */
import { useSyncExternalStore } from 'react';
import { type Brightness, PALETTES, type Palette } from '../appearance.ts';
import { useInterface } from '../state/stores.ts';

const dark = window.matchMedia('(prefers-color-scheme: dark)');
const subscribe = (changed: () => void) => {
  dark.addEventListener('change', changed);
  return () => dark.removeEventListener('change', changed);
};

export function useBrightness(): Brightness {
  const theme = useInterface((state) => state.theme);
  const system = useSyncExternalStore(subscribe, () => dark.matches);
  if (theme !== 'system') return theme;
  return system ? 'dark' : 'light';
}

export const usePalette = (): Palette => PALETTES[useBrightness()];
