/** Where dates, names and the like may begin, by the classes of words: one walk over all tokens for what would be several. */
import { FLAG } from './flags.ts';
import type { Tokens } from './tokens.ts';

/** Tokens in order. */
export type Starts = Readonly<{
  /** Months and numbers. */
  dates: readonly number[];
  /** First words of listed names. */
  names: readonly number[];
  /** First words of agreements' nouns. */
  kinds: readonly number[];
  /** “hereinafter”, an opening bracket. */
  definitions: readonly number[];
  /** “done”, “signed”. */
  signings: readonly number[];
}>;

const DATES = FLAG.MONTH | FLAG.NUMBER;
const ANY = DATES | FLAG.NAME | FLAG.KIND | FLAG.DEFINES | FLAG.DONE;

export function findStarts(tokens: Tokens): Starts {
  const dates: number[] = [];
  const names: number[] = [];
  const kinds: number[] = [];
  const definitions: number[] = [];
  const signings: number[] = [];
  for (let i = tokens.next(0, ANY); i < tokens.length; i = tokens.next(i + 1, ANY)) {
    const flags = tokens.allFlags(i);
    if ((flags & DATES) !== 0) dates.push(i);
    if ((flags & FLAG.NAME) !== 0) names.push(i);
    if ((flags & FLAG.KIND) !== 0) kinds.push(i);
    if ((flags & FLAG.DEFINES) !== 0) definitions.push(i);
    if ((flags & FLAG.DONE) !== 0) signings.push(i);
  }
  return { dates, names, kinds, definitions, signings };
}
