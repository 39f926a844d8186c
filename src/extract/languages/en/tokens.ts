/** A text as words, numbers and marks, with their places. */
import type { Forms } from './forms.ts';
import { GAP } from './known.ts';
import { CLASS, CLASS_OF, lower } from './letters.ts';
import { FLAG, type Lexicon } from './lexicon.ts';
import { scan } from './scan.ts';
import { borrowRoom, giveBackRoom, type TokenRoom } from './token-room.ts';

export { GAP } from './known.ts';

export const WORD = 1;
export const NUMBER = 2;
export const MARK = 3;

/** The flags of words; the others are a token's own. */
const OF_WORDS = FLAG.NUMBER - 1;

export class Tokens {
  /** As the text has it. */
  readonly text: string;
  readonly lexicon: Lexicon;
  /** Whether the text tells capitals from small letters. */
  readonly cased: boolean;
  readonly length: number;
  readonly #forms: Forms;
  readonly #words: readonly string[];
  readonly #room: TokenRoom;
  // The room's arrays are asked for at every step: no detour.
  readonly #form: Int32Array;
  readonly #gap: Uint8Array;
  readonly #start: Int32Array;
  readonly #end: Int32Array;
  readonly #flags: Int32Array;

  constructor(text: string, lexicon: Lexicon) {
    this.text = text;
    this.lexicon = lexicon;
    this.#forms = lexicon.forms();
    this.#room = borrowRoom(text.length);
    const { count, cased } = scan(text, this.#forms, this.#room);
    this.length = count;
    this.cased = cased;
    this.#words = this.#forms.words;
    this.#form = this.#room.form;
    this.#gap = this.#room.gap;
    this.#start = this.#room.start;
    this.#end = this.#room.end;
    this.#flags = this.#room.flags;
  }

  /** To be called when the tokens are no longer used: the next text's are written where they were. */
  giveBack(): void {
    giveBackRoom(this.#room);
  }

  start(i: number): number {
    return i < 0 ? 0 : i < this.length ? (this.#start[i] ?? 0) : this.text.length;
  }

  end(i: number): number {
    return i < 0 ? 0 : i < this.length ? (this.#end[i] ?? 0) : this.text.length;
  }

  id(i: number): number {
    if (!(i >= 0 && i < this.length)) return 0;
    const form = this.#form[i] ?? 0;
    return form > 0 ? this.#forms.idOf(form) : this.lexicon.idOf(this.word(i));
  }

  kind(i: number): number {
    if (!(i >= 0 && i < this.length)) return 0;
    const own = (this.#flags[i] ?? 0) & (FLAG.NUMBER | FLAG.MARK);
    return own === 0 ? WORD : own === FLAG.NUMBER ? NUMBER : MARK;
  }

  /** What stands between the token and the one before it: one of `GAP`. */
  gap(i: number): number {
    return i > 0 && i < this.length ? (this.#gap[i] ?? 0) : GAP.paragraph;
  }

  /** The classes of the word. */
  flags(i: number): number {
    return this.allFlags(i) & OF_WORDS;
  }

  /** The classes of the word, and what is known of the token besides. */
  allFlags(i: number): number {
    return i >= 0 && i < this.length ? (this.#flags[i] ?? 0) : 0;
  }

  is(i: number, flag: number): boolean {
    return i >= 0 && i < this.length && ((this.#flags[i] ?? 0) & flag) !== 0;
  }

  /** Adds flags to a token. */
  mark(i: number, flags: number): void {
    this.#flags[i] = (this.#flags[i] ?? 0) | flags;
  }

  /** The first token from `from` on that has one of these flags; `length` without one. */
  next(from: number, flags: number): number {
    const all = this.#flags;
    const { length } = this;
    let i = from;
    while (i < length && ((all[i] ?? 0) & flags) === 0) i += 1;
    return i;
  }

  /** The token in lower case, with plain quotes, apostrophes and dashes; empty outside the text. */
  word(i: number): string {
    if (!(i >= 0 && i < this.length)) return '';
    const form = this.#form[i] ?? 0;
    return form > 0 ? (this.#words[form] ?? '') : lower(this.raw(i));
  }

  /** The token as the text has it. */
  raw(i: number): string {
    return i >= 0 && i < this.length ? this.text.slice(this.start(i), this.end(i)) : '';
  }

  /** The tokens `from` (in) to `to` (out), and what stands between them, as `word` writes one. */
  words(from: number, to: number): string {
    return lower(this.text.slice(this.start(from), this.end(to - 1)));
  }

  /** The value of a number; NaN for anything else. */
  value(i: number): number {
    return this.kind(i) === NUMBER ? Number(this.word(i)) : Number.NaN;
  }

  /** Whether the token is this mark: asked of words, that is far quicker told than by what they are. */
  isMark(i: number, mark: string): boolean {
    return this.is(i, FLAG.MARK) && this.word(i) === mark;
  }

  isCapital(i: number): boolean {
    return this.is(i, FLAG.CAPITAL);
  }

  isAllCapitals(i: number): boolean {
    if (!this.isCapital(i)) return false;
    for (let at = this.start(i); at < this.end(i); at += 1)
      if (CLASS_OF[this.text.charCodeAt(at)] === CLASS.small) return false;
    return true;
  }

  /** The token that begins at an offset of the text or after it. */
  at(offset: number): number {
    let low = 0;
    let high = this.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.start(middle) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
