/** Where dates, names and the like may begin, by the classes of words: one walk over all tokens for what would be several. */
import { doubled } from '../../../text/doubled.ts';
import { FLAG } from './flags.ts';
import type { Tokens } from './tokens.ts';

/** Tokens in order; until the next text's are asked for. */
export type Starts = Readonly<{
  /** Months and numbers. */
  dates: Int32Array;
  /** First words of listed names. */
  names: Int32Array;
  /** First words of agreements' nouns. */
  kinds: Int32Array;
  /** “hereinafter”, an opening bracket. */
  definitions: Int32Array;
  /** “done”, “signed”. */
  signings: Int32Array;
}>;

const DATES = FLAG.MONTH | FLAG.NUMBER;
const ANY = DATES | FLAG.NAME | FLAG.KIND | FLAG.DEFINES | FLAG.DONE;

/** What finds the starts in one text after another: their lists are written where the last text's were. */
export function makeStartFinder(): (tokens: Tokens) => Starts {
  const dates = new List();
  const names = new List();
  const kinds = new List();
  const definitions = new List();
  const signings = new List();
  return (tokens) => {
    for (const list of [dates, names, kinds, definitions, signings]) list.clear();
    for (let i = tokens.next(0, ANY); i < tokens.length; i = tokens.next(i + 1, ANY)) {
      const flags = tokens.allFlags(i);
      if ((flags & DATES) !== 0) dates.add(i);
      if ((flags & FLAG.NAME) !== 0) names.add(i);
      if ((flags & FLAG.KIND) !== 0) kinds.add(i);
      if ((flags & FLAG.DEFINES) !== 0) definitions.add(i);
      if ((flags & FLAG.DONE) !== 0) signings.add(i);
    }
    return {
      dates: dates.items,
      names: names.items,
      kinds: kinds.items,
      definitions: definitions.items,
      signings: signings.items,
    };
  };
}

/** Longer lists are not kept for the next text. */
const MOST_KEPT = 1 << 18;
const LEAST = 1 << 10;

class List {
  #room = new Int32Array(LEAST);
  #length = 0;

  clear(): void {
    if (this.#length > MOST_KEPT) this.#room = new Int32Array(LEAST);
    this.#length = 0;
  }

  add(token: number): void {
    if (this.#length === this.#room.length) this.#room = doubled(this.#room);
    this.#room[this.#length] = token;
    this.#length += 1;
  }

  get items(): Int32Array {
    return this.#room.subarray(0, this.#length);
  }
}
