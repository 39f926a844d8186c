/** A text as words, numbers and marks, with their places. One pass; words are read through a lexicon. */
import { borrowUnits, giveBackUnits, textOf, writeUnits } from '../../../text/units.ts';
import { CLASS, isLetter, LOWER } from './letters.ts';
import { FLAG, type Lexicon } from './lexicon.ts';
import { LostSpaces } from './lost-spaces.ts';
import { HASH_START, hashUnit } from './word-table.ts';

export const WORD = 1;
export const NUMBER = 2;
export const MARK = 3;

/** What stands before a token: nothing, blanks, a line break, an empty line. */
export const GAP = { none: 0, blank: 1, line: 2, paragraph: 3 } as const;

/** The flags of words; the others are a token's own. */
const OF_WORDS = FLAG.NUMBER - 1;

/** A text's units as they are, and in lower case with plain marks; a blank ends both. */
type Units = Readonly<{ raw: Uint16Array; lower: Uint16Array; lost: LostSpaces }>;

function writeLower(raw: Uint16Array, lower: Uint16Array, length: number): void {
  for (let at = 0; at < length; at += 1) lower[at] = LOWER[raw[at] ?? 0] ?? 0;
}

export class Tokens {
  /** As the text has it. */
  readonly text: string;
  /** Lower case, plain quotes, apostrophes and dashes; unit by unit the same places as `text`. */
  readonly lower: string;
  readonly lexicon: Lexicon;
  /** Whether the text tells capitals from small letters. */
  readonly cased: boolean;
  length = 0;
  #start: Int32Array;
  #end: Int32Array;
  #id: Int32Array;
  #flags: Int32Array;
  #kind: Uint8Array;
  #gap: Uint8Array;

  constructor(text: string, lexicon: Lexicon) {
    const raw = borrowUnits(text.length + 2);
    const lower = borrowUnits(text.length + 2);
    writeUnits(text, raw);
    writeLower(raw, lower, text.length + 1);
    this.text = text;
    this.lower = textOf(lower, text.length);
    this.lexicon = lexicon;
    const room = Math.max(16, Math.ceil(text.length / 4));
    this.#start = new Int32Array(room);
    this.#end = new Int32Array(room);
    this.#id = new Int32Array(room);
    this.#flags = new Int32Array(room);
    this.#kind = new Uint8Array(room);
    this.#gap = new Uint8Array(room);
    this.#read({ raw, lower, lost: new LostSpaces(this.lower, lower, lexicon) }, text.length);
    giveBackUnits(raw);
    giveBackUnits(lower);
    this.cased = this.#isCased();
  }

  start(i: number): number {
    return i < 0 ? 0 : i < this.length ? (this.#start[i] ?? 0) : this.text.length;
  }

  end(i: number): number {
    return i < 0 ? 0 : i < this.length ? (this.#end[i] ?? 0) : this.text.length;
  }

  id(i: number): number {
    return i >= 0 && i < this.length ? (this.#id[i] ?? 0) : 0;
  }

  kind(i: number): number {
    return i >= 0 && i < this.length ? (this.#kind[i] ?? 0) : 0;
  }

  /** What stands between the token and the one before it: one of `GAP`. */
  gap(i: number): number {
    return i > 0 && i < this.length ? (this.#gap[i] ?? 0) : GAP.paragraph;
  }

  /** The classes of the word. */
  flags(i: number): number {
    return i >= 0 && i < this.length ? (this.#flags[i] ?? 0) & OF_WORDS : 0;
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

  /** The token in lower case; empty outside the text. */
  word(i: number): string {
    if (!(i >= 0 && i < this.length)) return '';
    const start = this.#start[i] ?? 0;
    const end = this.#end[i] ?? 0;
    const known = this.lexicon.wordOf(this.#id[i] ?? 0);
    // The lexicon has “cooperation” for “co-operation”.
    return known.length === end - start ? known : this.lower.slice(start, end);
  }

  /** The token as the text has it. */
  raw(i: number): string {
    return i >= 0 && i < this.length ? this.text.slice(this.start(i), this.end(i)) : '';
  }

  /** The value of a number; NaN for anything else. */
  value(i: number): number {
    return this.kind(i) === NUMBER ? Number(this.word(i)) : Number.NaN;
  }

  isCapital(i: number): boolean {
    return i >= 0 && i < this.length && ((this.#flags[i] ?? 0) & FLAG.CAPITAL) !== 0;
  }

  isAllCapitals(i: number): boolean {
    if (!this.isCapital(i)) return false;
    for (let at = this.start(i); at < this.end(i); at += 1)
      if (isLetter(this.lower.charCodeAt(at)) && this.text.charCodeAt(at) === this.lower.charCodeAt(at))
        return false;
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

  #push(start: number, end: number, id: number, kind: number, own: number, gap: number): void {
    const i = this.length;
    if (i === this.#start.length) this.#grow();
    this.#start[i] = start;
    this.#end[i] = end;
    this.#id[i] = id;
    this.#flags[i] = this.lexicon.flagsOf(id) | own | (gap === GAP.paragraph ? FLAG.PARAGRAPH : 0);
    this.#kind[i] = kind;
    this.#gap[i] = gap;
    this.length = i + 1;
  }

  #grow(): void {
    const room = this.#start.length * 2;
    const wider = <T extends Int32Array | Uint8Array>(array: T, old: T): T => {
      array.set(old);
      return array;
    };
    this.#start = wider(new Int32Array(room), this.#start);
    this.#end = wider(new Int32Array(room), this.#end);
    this.#id = wider(new Int32Array(room), this.#id);
    this.#flags = wider(new Int32Array(room), this.#flags);
    this.#kind = wider(new Uint8Array(room), this.#kind);
    this.#gap = wider(new Uint8Array(room), this.#gap);
  }

  #read(units: Units, length: number): void {
    const { lower } = units;
    let breaks = 0;
    let blank = false;
    for (let at = 0; at < length; ) {
      const unit = lower[at] ?? 0;
      const kind = CLASS[unit] ?? MARK;
      if (kind === 0) {
        blank = true;
        if (unit === 10) breaks += 1;
        at += 1;
        continue;
      }
      const gap = breaks > 1 ? GAP.paragraph : breaks === 1 ? GAP.line : blank ? GAP.blank : GAP.none;
      breaks = 0;
      blank = false;
      if (kind === WORD) at = this.#readWord(units, at, gap);
      else if (kind === NUMBER) {
        let end = at + 1;
        while (CLASS[lower[end] ?? 0] === NUMBER) end += 1;
        this.#push(at, end, 0, NUMBER, FLAG.NUMBER, gap);
        at = end;
      } else {
        const id = this.lexicon.find(lower, at, at + 1, hashUnit(HASH_START, unit));
        this.#push(at, at + 1, id, MARK, FLAG.MARK, gap);
        at += 1;
      }
    }
  }

  /** A word with the hyphens and apostrophes inside it; a possessive ending is a token of its own. */
  #readWord(units: Units, start: number, gap: number): number {
    const { lower, raw, lost } = units;
    let end = start + 1;
    let joined = false;
    let wasSmall = false;
    let hash = hashUnit(HASH_START, lower[start] ?? 0);
    for (; ; end += 1) {
      const unit = lower[end] ?? 0;
      if (CLASS[unit] === WORD) {
        const isSmall = unit === raw[end];
        // “ofHuman”: a lost space shows where a capital follows a small letter.
        if (wasSmall && !isSmall) break;
        wasSmall = isSmall;
        hash = hashUnit(hash, unit);
        continue;
      }
      const joins = unit === 45 || (unit === 39 && lower[end + 1] !== 115);
      if (!joins || CLASS[lower[end + 1] ?? 0] !== WORD || CLASS[lower[end - 1] ?? 0] !== WORD) break;
      hash = hashUnit(hash, unit);
      joined = true;
      wasSmall = false;
    }
    const own = raw[start] === lower[start] ? 0 : FLAG.CAPITAL;
    // “speciessource:” — collections set this word right after a heading.
    const word = lower[end] === 58 ? this.lower.slice(start, end) : '';
    const mark = word === '' ? null : /(?:source|src)$/.exec(word);
    if (mark && mark.index > 1 && word !== 'resource') {
      const cut = start + mark.index;
      this.#push(start, cut, this.lexicon.idOf(word.slice(0, mark.index)), WORD, own, gap);
      this.#push(cut, end, this.lexicon.idOf(mark[0]), WORD, 0, GAP.none);
      return end;
    }
    const id = this.lexicon.find(lower, start, end, hash);
    if (id !== 0 || end - start < 4) {
      this.#push(start, end, id, WORD, own, gap);
      return end;
    }
    const whole = joined ? this.lexicon.idOf(this.lower.slice(start, end)) : 0;
    const cut = whole === 0 ? lost.cutOf(start, end, this.is(this.length - 1, FLAG.PROVISION)) : 0;
    if (cut === 0) {
      this.#push(start, end, whole, WORD, own, gap);
      return end;
    }
    this.#push(start, cut, lost.idOf(start, cut), WORD, own, gap);
    // “germany|and|the”
    const third = lost.idOf(cut, end) === 0 ? lost.cutOf(cut, end, false) : 0;
    const bounds = third === 0 ? [cut, end] : [cut, third, end];
    for (let i = 1; i < bounds.length; i += 1) {
      const [from = end, to = end] = bounds.slice(i - 1, i + 1);
      this.#push(from, to, lost.idOf(from, to), WORD, raw[from] === lower[from] ? 0 : FLAG.CAPITAL, GAP.none);
    }
    return end;
  }

  /** At least one word in twenty begins with a capital, by the first ten thousand. */
  #isCased(): boolean {
    let words = 0;
    let capitals = 0;
    for (let i = 0; i < this.length && words < 10_000; i += 1) {
      if (this.kind(i) !== WORD || this.end(i) - this.start(i) < 3) continue;
      words += 1;
      const second = this.start(i) + 1;
      if (this.isCapital(i) && this.text.charCodeAt(second) === this.lower.charCodeAt(second)) capitals += 1;
    }
    return capitals * 20 >= words;
  }
}
