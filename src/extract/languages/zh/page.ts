/** A text with all that was found in it so far: what every finder of the pack reads. */
import type { Span } from '../../../records.ts';
import type { DateDraft } from '../../draft.ts';
import { findDates } from './dates.ts';
import { forText, type Lexicon, type TermHit } from './lexicon.ts';
import { splitSentences } from './sentences.ts';
import { combinationsIn, Terms } from './terms.ts';

export class Page {
  readonly text: string;
  readonly lexicon: Lexicon;
  readonly sentences: readonly Span[];
  /** Names, nouns and all else but mere words, in order. */
  readonly hits: readonly TermHit[];
  readonly dates: readonly DateDraft[];
  readonly #terms: Terms;
  readonly #dateEndingAt = new Map<number, DateDraft>();
  /** Where 关于 stands. */
  readonly #abouts: readonly number[];
  /** 1 where a unit belongs to an agreement's title, name or description. */
  readonly #claimed: Uint8Array;

  constructor(text: string, lexicon: Lexicon) {
    this.text = text;
    this.sentences = splitSentences(text);
    this.dates = findDates(text);
    this.#terms = new Terms(text, lexicon.terms);
    this.lexicon = forText(text, this.#terms.things, lexicon);
    this.#terms.combine(combinationsIn(text, this.#terms, this.dates, this.lexicon));
    this.hits = this.#terms.things;
    for (const date of this.dates) this.#dateEndingAt.set(date.end, date);
    this.#abouts = placesOf(text, '关于');
    this.#claimed = new Uint8Array(text.length + 1);
  }

  /** Where the last 关于 begins that ends here or before; far below 0 without one. */
  aboutBefore(position: number): number {
    return this.#abouts[firstAbove(this.#abouts, position - 2) - 1] ?? Number.NEGATIVE_INFINITY;
  }

  /** The term that ends at this position. */
  endingAt(position: number): TermHit | undefined {
    return this.#terms.endingAt(position);
  }

  /** The term that starts at this position and is no mere word. */
  startingAt(position: number): TermHit | undefined {
    const hit = this.hits[firstFrom(this.hits, position)];
    return hit?.start === position ? hit : undefined;
  }

  dateEndingAt(position: number): DateDraft | undefined {
    return this.#dateEndingAt.get(position);
  }
  /** The first date inside a span. */
  dateWithin({ start, end }: Span): DateDraft | undefined {
    for (let at = firstFrom(this.dates, start); at < this.dates.length; at += 1) {
      const date = this.dates[at];
      if (!date || date.start >= end) return undefined;
      if (date.end <= end) return date;
    }
    return undefined;
  }

  claim({ start, end }: Span): void {
    this.#claimed.fill(1, start, end);
  }
  isClaimed(position: number): boolean {
    return this.#claimed[position] === 1;
  }
  /** Whether any unit of the span is taken. */
  overlapsClaim({ start, end }: Span): boolean {
    return this.#claimed.subarray(start, end).includes(1);
  }
}

function placesOf(text: string, word: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) places.push(at);
  return places;
}

/** Index of the first of ascending numbers that is above one. */
function firstAbove(ascending: readonly number[], number: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) <= number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Index of the first that starts at `position` or later; they are sorted. */
export function firstFrom(spans: readonly Span[], position: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}
