/** The sentences that hold what was found, as the graph shows them. */
import type { Reading } from '../extract/draft.ts';
import type { Document, Sentence, Span } from '../records.ts';
import { borrowUnits, giveBackUnits, writeUnits } from '../text/units.ts';
import type { View } from '../text/view.ts';

/** The sentences of a reading one after the other, for positions that mostly ascend. */
export class Sentences {
  readonly #all: readonly Span[];
  #at = 0;

  /** @param all in order, and covering the text */
  constructor({ sentences }: Pick<Reading, 'sentences'>) {
    this.#all = sentences;
  }

  /** The sentence that a position stands in. */
  at(position: number): Span {
    const all = this.#all;
    let at = this.#at;
    while (at + 1 < all.length && (all[at + 1]?.start ?? 0) <= position) at += 1;
    while (at > 0 && (all[at]?.start ?? 0) > position) at -= 1;
    this.#at = at;
    return all[at] ?? { start: position, end: position + 1 };
  }
}

/** The sentences that hold drafts, tidied. */
export function sentencesOf({ text }: Document, view: View, reading: Reading): Sentence[] {
  const sentences: Sentence[] = [];
  const all = new Sentences(reading);
  const glass = new Glass(text);
  let last = -1;
  for (const draft of reading.drafts) {
    const sentence = all.at(draft.start);
    if (sentence.start <= last || sentence.end <= sentence.start) continue;
    last = sentence.start;
    const { start, end } = view.toOriginal(sentence.start, sentence.end);
    sentences.push({ start, end, text: tidied(text, glass, start, end) });
  }
  glass.giveBack();
  return sentences;
}

/** So many units are read at once: a long text's would take as much room again as the text. */
const GLASS_UNITS = 1 << 16;

/** A text's units, as far as they are looked at: going on through the text, each is copied once. */
class Glass {
  /** The unit of the text at `at` is `units[at - from]`. */
  units: Uint16Array<ArrayBuffer>;
  from = 0;
  readonly #text: string;
  #to = 0;

  constructor(text: string) {
    this.#text = text;
    this.units = borrowUnits(Math.min(text.length, GLASS_UNITS) + 1);
  }

  /** Moves on so that these units are in sight. */
  move(start: number, end: number): void {
    if (start >= this.from && end <= this.#to) return;
    const to = Math.min(this.#text.length, Math.max(end, start + GLASS_UNITS));
    if (this.units.length <= to - start) {
      this.giveBack();
      this.units = borrowUnits(to - start + 1);
    }
    writeUnits(this.#text.slice(start, to), this.units);
    this.from = start;
    this.#to = to;
  }

  giveBack(): void {
    giveBackUnits(this.units);
  }
}

/**
 * A part of a text without line breaks and runs of blanks: between Chinese characters nothing is left of a break,
 * elsewhere one space.
 */
function tidied(text: string, glass: Glass, start: number, end: number): string {
  glass.move(start, end);
  const { units, from: first } = glass;
  let from = start - first;
  let to = end - first;
  while (from < to && isBlank(units[from] ?? 0)) from += 1;
  while (from < to && isBlank(units[to - 1] ?? 0)) to -= 1;
  let before = '';
  let last = 0;
  for (let at = from; at < to; at += 1) {
    const blank = BLANKS[units[at] ?? 0] ?? 0;
    // Most of a text is letters and single spaces.
    if (((blank & last) | (blank & OTHER)) === 0) {
      last = blank;
      continue;
    }
    const start = at - last;
    let next = at + 1;
    while (isBlank(units[next] ?? 0)) next += 1;
    before += text.slice(first + from, first + start);
    if (!isBrokenChinese(units, start, next)) before += ' ';
    from = next;
    at = next;
    last = 0;
  }
  return before + text.slice(first + from, first + to);
}

/** Whether blanks `from` (in) to `to` (out) break a line of Chinese. */
function isBrokenChinese(units: Uint16Array, from: number, to: number): boolean {
  if (!isChinese(units[from - 1] ?? 0) || !isChinese(units[to] ?? 0)) return false;
  for (let at = from; at < to; at += 1) if (units[at] === 10 || units[at] === 13) return true;
  return false;
}

/** By unit: 0 for what is no blank, 1 for a blank, with `OTHER` where it is not the space. */
const OTHER = 2;
const BLANKS: Uint8Array = makeBlanks();

function makeBlanks(): Uint8Array {
  const blanks = new Uint8Array(0x10000);
  for (let unit = 0; unit < blanks.length; unit += 1)
    if (/\s/.test(String.fromCharCode(unit))) blanks[unit] = 1 | OTHER;
  blanks[32] = 1;
  return blanks;
}

/** Whether `\s` fits. */
function isBlank(unit: number): boolean {
  return BLANKS[unit] !== 0;
}

/** Characters, and the marks and wide letters that are set among them. */
function isChinese(unit: number): boolean {
  return (unit >= 0x3000 && unit <= 0x9fff) || (unit >= 0xff00 && unit <= 0xffef);
}
