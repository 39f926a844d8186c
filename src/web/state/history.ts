/** Every step of the view, to be taken back and taken again. Pure. */
import type { Language } from '../text/messages.ts';
import { type Address, formatAddress, parseAddress } from './address.ts';

export type Steps = Readonly<{
  past: readonly Address[];
  future: readonly Address[];
  /** What the last step changed, and when: a slider that is drawn along makes one step. */
  last: Readonly<{ keys: string; at: number }> | null;
}>;

export const NO_STEPS: Steps = { past: [], future: [], last: null };

const KEPT = 200;
/** Milliseconds within which changes of the same kind are one step. */
const TOGETHER = 700;

/** Language and frame are no steps of the view. */
const viewOf = (address: Address) => formatAddress({ ...address, language: 'en', embed: false });

function changedKeys(before: Address, after: Address): string {
  const keys = Object.keys(after) as (keyof Address)[];
  return keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key])).join(' ');
}

/**
 * The steps after one more.
 * @param joined whether it may be one step with the last, as when a slider moves on
 */
export function recordStep(
  steps: Steps,
  before: Address,
  after: Address,
  now: number,
  joined: boolean,
): Steps {
  if (viewOf(before) === viewOf(after)) return steps;
  const keys = changedKeys(before, after);
  const goesOn = joined && steps.last?.keys === keys && now - steps.last.at < TOGETHER;
  const past = goesOn ? steps.past : [...steps.past, before].slice(-KEPT);
  return { past, future: [], last: { keys, at: now } };
}

/** Where the step back leads, with what is then past and future; null when there is none. */
export function stepBack(steps: Steps, here: Address): Readonly<{ steps: Steps; address: Address }> | null {
  const address = steps.past.at(-1);
  if (!address) return null;
  const next = { past: steps.past.slice(0, -1), future: [here, ...steps.future], last: null };
  return { steps: next, address: { ...address, language: here.language, embed: here.embed } };
}

/** The same forward. */
export function stepForward(
  steps: Steps,
  here: Address,
): Readonly<{ steps: Steps; address: Address }> | null {
  const [address, ...future] = steps.future;
  if (!address) return null;
  const next = { past: [...steps.past, here], future, last: null };
  return { steps: next, address: { ...address, language: here.language, embed: here.embed } };
}

/** The steps as a text, to be kept over a reload. */
export function writeSteps({ past, future }: Steps): string {
  return JSON.stringify({ past: past.map(formatAddress), future: future.map(formatAddress) });
}

/** Reads them again; what somebody else wrote there is no steps. */
export function readSteps(text: string | null, language: Language): Steps {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    const list = (key: 'past' | 'future') => {
      const found: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, key) : null;
      const texts = Array.isArray(found) ? found.filter((one) => typeof one === 'string') : [];
      return texts.map((one) => parseAddress(one, language));
    };
    return { past: list('past'), future: list('future'), last: null };
  } catch {
    return NO_STEPS;
  }
}
