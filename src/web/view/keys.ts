/** What the whole page listens to on the keyboard, wherever the focus is. */
import { useEffect } from 'react';
import { VIEWS } from '../state/address.ts';
import { go, useAddress, useInterface } from '../state/stores.ts';

const isMac = /Mac|iPhone|iPad/.test(navigator.userAgent);
export const COMMAND_KEY = isMac ? '⌘' : 'Ctrl';

/** Where letters are written, they are no commands. */
function isWriting(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('textarea, select, input:not([type=checkbox], [type=range])'))
  );
}

/** Ctrl/Cmd and a letter; answers whether it was one of ours. */
function command(event: KeyboardEvent): boolean {
  const { searchOpen, setSearchOpen } = useInterface.getState();
  const key = event.key.toLowerCase();
  if (key === 'k') setSearchOpen(!searchOpen);
  else if (isWriting(event.target)) return false;
  else if (key === 'y' || (key === 'z' && event.shiftKey)) useAddress.getState().redo();
  else if (key === 'z') useAddress.getState().undo();
  else return false;
  return true;
}

function letter(event: KeyboardEvent): boolean {
  if (!useInterface.getState().singleKeys) return false;
  if (isWriting(event.target) || document.querySelector('dialog[open]')) return false;
  const view = VIEWS[Number(event.key) - 1];
  if (event.key === '?') useInterface.getState().setHelpOpen(true);
  else if (event.key === '/') useInterface.getState().setSearchOpen(true);
  else if (view) go({ view });
  else return false;
  return true;
}

export function useKeys(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.altKey || event.isComposing) return;
      const ours = event.ctrlKey || event.metaKey ? command(event) : letter(event);
      if (ours) event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
