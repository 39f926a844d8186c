/** Every word of the interface in each of its languages; a word that a language lacks is said in English. */
import { en } from './en.ts';
import { INTERFACE_LANGUAGES, type Language, type Messages } from './languages.ts';

export type { Language, Messages } from './languages.ts';

export const UI_LANGUAGES = Object.keys(INTERFACE_LANGUAGES) as readonly Language[];

const isGroup = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

/** The words, and for those that are missing the others; group by group. */
export function withFallback<Words>(words: unknown, others: Words): Words {
  if (!isGroup(others)) return (words ?? others) as Words;
  const own = isGroup(words) ? words : {};
  const whole = Object.entries(others).map(([key, other]) => [key, withFallback(own[key], other)]);
  return Object.fromEntries(whole) as Words;
}

const entries = UI_LANGUAGES.map((one) => [one, withFallback(INTERFACE_LANGUAGES[one].words, en)]);
export const MESSAGES = Object.fromEntries(entries) as Readonly<Record<Language, Messages>>;

export const tagOf = (language: Language): string => INTERFACE_LANGUAGES[language].tag;

export const writeNumber = (n: number, language: Language): string => n.toLocaleString(tagOf(language));
