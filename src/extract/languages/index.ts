/** The languages that Stemma reads, in a plain list. */
import type { Language } from '../language.ts';
import { en } from './en/index.ts';
import { unread } from './und/index.ts';
import { zh } from './zh/index.ts';

export const READABLE: readonly Language[] = [zh, en];

/** Whether texts in this language are read, rather than only looked through for what is independent of language. */
export function isReadable(code: string): boolean {
  return READABLE.some((language) => language.code === code);
}

/** The pack for a document's language; for one that is not read, what is independent of language. */
export function languageOf(code: string): Language {
  return READABLE.find((language) => language.code === code) ?? unread(code);
}
