/** The steps of the view belong to the tab: they stay over a reload. */
import type { Language } from '../text/messages.ts';
import { readSteps, type Steps, writeSteps } from './history.ts';

const KEY = 'stemma.steps';

export function keptSteps(language: Language): Steps {
  try {
    return readSteps(sessionStorage.getItem(KEY), language);
  } catch {
    return readSteps(null, language);
  }
}

export function keepSteps(steps: Steps): void {
  try {
    sessionStorage.setItem(KEY, writeSteps(steps));
  } catch {
    // A browser that keeps nothing starts anew.
  }
}
