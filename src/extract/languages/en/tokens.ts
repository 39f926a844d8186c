/** A text as words, numbers and marks, with their places. One pass; words are read through a lexicon. */
import { FLAG, HASH_START, hashUnit, type Lexicon } from './lexicon.ts';

export const WORD = 1;
export const NUMBER = 2;
export const MARK = 3;

/** What stands before a token: nothing, blanks, a line break, an empty line. */
export const GAP = { none: 0, blank: 1, line: 2, paragraph: 3 } as const;

/** Two words that lost their space are no longer than this together; longer runs of letters are noise. */
const LONGEST_PAIR = 40;

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
  #kind: Uint8Array;
  #gap: Uint8Array;

  constructor(text: string, lexicon: Lexicon) {
    this.text = text;
    this.lower = plain(text);
    this.lexicon = lexicon;
    const room = Math.max(16, Math.ceil(text.length / 4));
    this.#start = new Int32Array(room);
    this.#end = new Int32Array(room);
    this.#id = new Int32Array(room);
    this.#kind = new Uint8Array(room);
    this.#gap = new Uint8Array(room);
    this.#read();
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

  flags(i: number): number {
    return this.lexicon.flagsOf(this.id(i));
  }

  is(i: number, flag: number): boolean {
    return (this.flags(i) & flag) !== 0;
  }

  /** The token in lower case; empty outside the text. */
  word(i: number): string {
    return i >= 0 && i < this.length ? this.lower.slice(this.start(i), this.end(i)) : '';
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
    const at = this.start(i);
    return this.kind(i) === WORD && this.text.charCodeAt(at) !== this.lower.charCodeAt(at);
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

  #push(start: number, end: number, id: number, kind: number, gap: number): void {
    if (this.length === this.#start.length) this.#grow();
    const i = this.length;
    this.#start[i] = start;
    this.#end[i] = end;
    this.#id[i] = id;
    this.#kind[i] = kind;
    this.#gap[i] = gap;
    this.length += 1;
  }

  #grow(): void {
    const room = this.#start.length * 2;
    const wider = (old: Int32Array) => {
      const array = new Int32Array(room);
      array.set(old);
      return array;
    };
    const wide = (old: Uint8Array) => {
      const array = new Uint8Array(room);
      array.set(old);
      return array;
    };
    this.#start = wider(this.#start);
    this.#end = wider(this.#end);
    this.#id = wider(this.#id);
    this.#kind = wide(this.#kind);
    this.#gap = wide(this.#gap);
  }

  #read(): void {
    const { lower } = this;
    const length = lower.length;
    let breaks = 0;
    let blank = false;
    for (let at = 0; at < length; ) {
      const unit = lower.charCodeAt(at);
      if (isBlank(unit)) {
        blank = true;
        if (unit === 10) breaks += 1;
        at += 1;
        continue;
      }
      const gap = breaks > 1 ? GAP.paragraph : breaks === 1 ? GAP.line : blank ? GAP.blank : GAP.none;
      breaks = 0;
      blank = false;
      if (isDigit(unit)) at = this.#readNumber(at, gap);
      else if (isLetter(unit)) at = this.#readWord(at, gap);
      else {
        this.#push(at, at + 1, this.lexicon.find(lower, at, at + 1, hashUnit(HASH_START, unit)), MARK, gap);
        at += 1;
      }
    }
  }

  #readNumber(start: number, gap: number): number {
    let end = start + 1;
    while (isDigit(this.lower.charCodeAt(end))) end += 1;
    this.#push(start, end, 0, NUMBER, gap);
    return end;
  }

  /** A word with the hyphens and apostrophes inside it; a possessive ending is a token of its own. */
  #readWord(start: number, gap: number): number {
    const { lower, text } = this;
    let end = start + 1;
    let joined = false;
    let hash = hashUnit(HASH_START, lower.charCodeAt(start));
    for (; ; end += 1) {
      const unit = lower.charCodeAt(end);
      if (isLetter(unit)) {
        // “ofHuman”: a lost space shows where a capital follows a small letter.
        if (
          unit !== text.charCodeAt(end) &&
          end - start > 1 &&
          isLetter(lower.charCodeAt(end - 1)) &&
          lower.charCodeAt(end - 1) === text.charCodeAt(end - 1)
        )
          break;
        hash = hashUnit(hash, unit);
        continue;
      }
      const joins = unit === 45 || (unit === 39 && lower.charCodeAt(end + 1) !== 115);
      if (!joins || !isLetter(lower.charCodeAt(end + 1)) || !isLetter(lower.charCodeAt(end - 1))) break;
      hash = hashUnit(hash, unit);
      joined = true;
    }
    // “speciessource:” — collections set this word right after a heading.
    const word = lower.charCodeAt(end) === 58 ? lower.slice(start, end) : '';
    const mark = word === '' ? null : /(?:source|src)$/.exec(word);
    if (mark && mark.index > 1 && word !== 'resource') {
      this.#push(start, start + mark.index, this.lexicon.idOf(word.slice(0, mark.index)), WORD, gap);
      this.#push(start + mark.index, end, this.lexicon.idOf(mark[0]), WORD, GAP.none);
      return end;
    }
    const id = this.lexicon.find(lower, start, end, hash);
    if (id === 0 && end - start > 4) return this.#readUnknown(start, end, joined, gap);
    this.#push(start, end, id, WORD, gap);
    return end;
  }

  #readUnknown(start: number, end: number, joined: boolean, gap: number): number {
    const { lower, lexicon } = this;
    const whole = joined ? lexicon.idOf(lower.slice(start, end)) : 0;
    const cut = whole === 0 ? this.#afterNumeral(start, end) || this.#lostSpace(start, end) : 0;
    if (cut === 0) this.#push(start, end, whole, WORD, gap);
    else {
      this.#push(start, cut, this.#idOf(start, cut), WORD, gap);
      this.#push(cut, end, this.#idOf(cut, end), WORD, GAP.none);
    }
    return end;
  }

  #idOf(start: number, end: number): number {
    let hash = HASH_START;
    for (let at = start; at < end; at += 1) hash = hashUnit(hash, this.lower.charCodeAt(at));
    return this.lexicon.find(this.lower, start, end, hash);
  }

  /** “ARTICLE vthis protocol shall”: a roman numeral after “article” that lost the space behind it; 0 where not. */
  #afterNumeral(start: number, end: number): number {
    if (!this.is(this.length - 1, FLAG.PROVISION)) return 0;
    let cut = 0;
    for (let at = start; at < end - 1 && /[ivxl]/.test(this.lower[at] ?? ''); at += 1)
      if (this.lexicon.flagsOf(this.#idOf(at + 1, end)) !== 0) cut = at + 1;
    return cut;
  }

  /** Where an unknown word is two that lost their space (“ofthe”, “conventionshall”, “annexsource”); 0 where not. */
  #lostSpace(start: number, end: number): number {
    if (end - start > LONGEST_PAIR) return 0;
    const joint = FLAG.DETERMINER | FLAG.KIND;
    const known = FLAG.FUNCTION | FLAG.FINITE | joint | FLAG.RECITAL;
    let hash = hashUnit(HASH_START, this.lower.charCodeAt(start));
    for (let cut = start + 2; cut <= end - 2; cut += 1) {
      hash = hashUnit(hash, this.lower.charCodeAt(cut - 1));
      const first = this.lexicon.flagsOf(this.lexicon.find(this.lower, start, cut, hash));
      // A second word that begins a recital may follow any word: “partiesconsidering”.
      const recital = this.#beginsRecital(cut);
      if ((first & known) === 0 && !recital) continue;
      const second = this.lexicon.flagsOf(this.#idOf(cut, end));
      if ((second & known) === 0) continue;
      if ((first & known) === 0) {
        if ((second & FLAG.RECITAL) !== 0 && cut - start > 4) return cut;
      } else if (((first | second) & joint) !== 0) return cut;
    }
    return 0;
  }

  /** A quick look: recitals begin with one of a few letters and end in “ing”, “ed”, “ous” or the like. */
  #beginsRecital(at: number): boolean {
    const unit = this.lower.charCodeAt(at);
    return (
      unit === 99 ||
      unit === 114 ||
      unit === 100 ||
      unit === 97 ||
      unit === 110 ||
      unit === 109 ||
      unit === 98 ||
      unit === 104 ||
      unit === 119
    );
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

function isBlank(unit: number): boolean {
  return (
    unit <= 32 || unit === 0xa0 || unit === 0xfeff || (unit >= 0x2000 && unit <= 0x200b) || unit === 0x3000
  );
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

export function isLetter(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 65 && unit <= 90) ||
    (unit >= 0xc0 && unit < 0x2000 && unit !== 0xd7 && unit !== 0xf7) ||
    (unit >= 0x3400 && unit < 0xe000)
  );
}

const PLAIN: ReadonlyMap<string, string> = new Map([
  ['’', "'"],
  ['‘', "'"],
  ['ʼ', "'"],
  ['´', "'"],
  ['`', "'"],
  ['“', '"'],
  ['”', '"'],
  ['„', '"'],
  ['«', '"'],
  ['»', '"'],
  ['–', '-'],
  ['—', '-'],
  ['‐', '-'],
  ['‑', '-'],
  ['−', '-'],
]);

/** Lower case with plain marks, of the same length. */
function plain(text: string): string {
  const lower = text.toLowerCase();
  const even =
    lower.length === text.length
      ? lower
      : Array.from({ length: text.length }, (_, i) => keepLength(text[i] ?? '')).join('');
  return even.replace(/[’‘ʼ´`“”„«»–—‐‑−]/g, (mark) => PLAIN.get(mark) ?? mark);
}

function keepLength(unit: string): string {
  const lower = unit.toLowerCase();
  return lower.length === 1 ? lower : unit;
}
