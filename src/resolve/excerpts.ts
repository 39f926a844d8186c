/** What is cut out of a document's text for an extraction: its parts as they are, and tidied. */
import { isWide, lowBytesOf, narrowed } from '../text/narrow.ts';
import { borrowUnits, giveBackUnits, writeUnits } from '../text/units.ts';

/** So many units are in sight at once: a long text's would take as much room again as the text. */
const SIGHT_UNITS = 1 << 16;

/** By unit: whether it is a blank, and one other than the space; whether it takes more than a byte. */
const BLANK = 1;
const OTHER = 2;
const WIDE = 4;
const LOOKS: Uint8Array = makeLooks();

function makeLooks(): Uint8Array {
  const looks = new Uint8Array(0x10000).fill(WIDE, 0x100);
  for (let unit = 0; unit < looks.length; unit += 1)
    if (/\s/.test(String.fromCharCode(unit))) looks[unit] = (looks[unit] ?? 0) | BLANK | OTHER;
  looks[32] = BLANK;
  return looks;
}

/** For going on through a text: each of its units is copied once. To be given back once no longer used. */
export class Excerpts {
  readonly #text: string;
  readonly #isWide: boolean;
  /** The units of the text from `#from` (in) to `#to` (out), and the low bytes of each. */
  #units: Uint16Array<ArrayBuffer>;
  #low = '';
  #from = 0;
  #to = 0;
  /** Where the blanks begin and end that do not stay as they are, one after the other. */
  readonly #breaks: number[] = [];
  #breakCount = 0;

  constructor(text: string) {
    this.#text = text;
    this.#isWide = isWide(text);
    this.#units = borrowUnits(Math.min(text.length, SIGHT_UNITS) + 1);
  }

  giveBack(): void {
    giveBackUnits(this.#units);
  }

  /** The text from `start` (in) to `end` (out). */
  cut(start: number, end: number): string {
    if (!this.#isWide) return this.#text.slice(start, end);
    this.#see(start, end);
    const to = end - this.#from;
    let at = start - this.#from;
    while (at < to && ((LOOKS[this.#units[at] ?? 0] ?? 0) & WIDE) === 0) at += 1;
    return this.#part(start, end, at < to ? WIDE : 0);
  }

  /** What was taken from the text by others, as it is to be written out. */
  narrow(text: string): string {
    return this.#isWide ? narrowed(text) : text;
  }

  /** The text from `start` (in) to `end` (out) without line breaks and runs of blanks: between Chinese characters nothing is left of a break, elsewhere one space. */
  tidied(start: number, end: number): string {
    this.#see(start, end);
    const first = this.#from;
    const units = this.#units;
    let from = start - first;
    let to = end - first;
    while (from < to && isBlank(units[from] ?? 0)) from += 1;
    while (from < to && isBlank(units[to - 1] ?? 0)) to -= 1;
    const seen = this.#findBreaks(from, to);
    const breaks = this.#breaks;
    let before = '';
    for (let i = 0; i < this.#breakCount; i += 1) {
      const at = breaks[2 * i] ?? 0;
      const next = breaks[2 * i + 1] ?? 0;
      before += this.#part(first + from, first + at, seen);
      if (!isBrokenChinese(units, at, next)) before += ' ';
      from = next;
    }
    return before + this.#part(first + from, first + to, seen);
  }

  /** Finds the breaks, and what the looks of all other units have together. */
  #findBreaks(from: number, to: number): number {
    const units = this.#units;
    const looks = LOOKS;
    let count = 0;
    let seen = 0;
    let last = 0;
    for (let at = from; at < to; ) {
      const one = looks[units[at] ?? 0] ?? 0;
      // Most of a text is letters and single spaces.
      if ((((one & last) | (one >> 1)) & BLANK) === 0) {
        const two = looks[units[at + 1] ?? 0] ?? 0;
        const three = looks[units[at + 2] ?? 0] ?? 0;
        const four = looks[units[at + 3] ?? 0] ?? 0;
        const others = two | three | four;
        // Four at a time are twice as fast.
        if ((((one & two) | (two & three) | (three & four) | (others >> 1)) & BLANK) === 0 && at + 4 <= to) {
          seen |= one | others;
          last = four;
          at += 4;
        } else {
          seen |= one;
          last = one;
          at += 1;
        }
        continue;
      }
      const start = at - (last & BLANK);
      at += 1;
      while (isBlank(units[at] ?? 0)) at += 1;
      this.#breaks[2 * count] = start;
      this.#breaks[2 * count + 1] = at;
      count += 1;
      last = 0;
    }
    this.#breakCount = count;
    return seen;
  }

  #part(start: number, end: number, seen: number): string {
    return this.#isWide && (seen & WIDE) === 0
      ? this.#low.slice(start - this.#from, end - this.#from)
      : this.#text.slice(start, end);
  }

  /** Goes on so that these units are in sight. */
  #see(start: number, end: number): void {
    if (start >= this.#from && end <= this.#to) return;
    const { length } = this.#text;
    const from = length <= SIGHT_UNITS ? 0 : start;
    const to = Math.min(length, Math.max(end, from + SIGHT_UNITS));
    if (this.#units.length <= to - from) {
      this.giveBack();
      this.#units = borrowUnits(to - from + 1);
    }
    const part = this.#text.slice(from, to);
    writeUnits(part, this.#units);
    if (this.#isWide) this.#low = lowBytesOf(part);
    this.#from = from;
    this.#to = to;
  }
}

/** Whether blanks `from` (in) to `to` (out) break a line of Chinese. */
function isBrokenChinese(units: Uint16Array, from: number, to: number): boolean {
  if (!isChinese(units[from - 1] ?? 0) || !isChinese(units[to] ?? 0)) return false;
  for (let at = from; at < to; at += 1) if (units[at] === 10 || units[at] === 13) return true;
  return false;
}

/** Whether `\s` fits. */
function isBlank(unit: number): boolean {
  return ((LOOKS[unit] ?? 0) & BLANK) !== 0;
}

/** Characters, and the marks and wide letters that are set among them. */
function isChinese(unit: number): boolean {
  return (unit >= 0x3000 && unit <= 0x9fff) || (unit >= 0xff00 && unit <= 0xffef);
}
