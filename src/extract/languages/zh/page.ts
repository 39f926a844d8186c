/** A text with all that was found in it so far: what every finder of the pack reads. */
import type { Span } from '../../../records.ts';
import type { DateDraft } from '../../draft.ts';
import { findDates } from './dates.ts';
import { forText, type Lexicon, readCombination, type TermHit } from './lexicon.ts';
import { splitSentences } from './sentences.ts';

export class Page {
  readonly text: string;
  readonly lexicon: Lexicon;
  readonly sentences: readonly Span[];
  readonly hits: readonly TermHit[];
  readonly dates: readonly DateDraft[];
  /** By position: the number of the term that ends there, counted from 1; 0 for none. */
  readonly #endingAt: Int32Array;
  readonly #dateEndingAt = new Map<number, DateDraft>();
  /** Where 关于 stands. */
  readonly #abouts: readonly number[];
  /** 1 where a unit belongs to an agreement's title, name or description. */
  readonly #claimed: Uint8Array;

  constructor(text: string, lexicon: Lexicon) {
    this.text = text;
    this.sentences = splitSentences(text);
    this.dates = findDates(text);
    const hits = lexicon.terms.scan(text);
    this.lexicon = forText(text, hits, lexicon);
    this.hits = withCombinations(text, hits, this.dates, this.lexicon);
    this.#endingAt = new Int32Array(text.length + 1);
    this.hits.forEach(({ end }, index) => {
      this.#endingAt[end] = index + 1;
    });
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
    return this.hits[(this.#endingAt[position] ?? 0) - 1];
  }

  /** The term that starts at this position. */
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

/** Adds 中俄 and its like where no longer word stands: 集中日 is none. */
function withCombinations(
  text: string,
  hits: readonly TermHit[],
  dates: readonly Span[],
  lexicon: Lexicon,
): TermHit[] {
  const all: TermHit[] = [];
  let free = 0;
  const combine = (until: number) => {
    for (let at = free; at < until - 1; at += 1) {
      const combination = lexicon.abbreviations.has(text.charAt(at))
        ? readCombination(text, at, lexicon)
        : null;
      if (!combination || combination.end > until) continue;
      all.push({ start: at, end: combination.end, value: { type: 'state', codes: combination.codes } });
      at = combination.end - 1;
    }
  };
  const longer = [...hits.filter((hit) => hit.end - hit.start > 1), ...dates].sort(
    (a, b) => a.start - b.start,
  );
  for (const { start, end } of longer) {
    combine(start);
    free = Math.max(free, end);
  }
  combine(text.length);
  return merge(hits, all);
}

/** Both in order; single characters count only outside combinations. */
function merge(hits: readonly TermHit[], combinations: readonly TermHit[]): TermHit[] {
  if (combinations.length === 0) return [...hits];
  const merged: TermHit[] = [];
  let next = 0;
  for (const hit of hits) {
    for (let one = combinations[next]; one && one.start <= hit.start; one = combinations[next]) {
      merged.push(one);
      next += 1;
    }
    const last = merged[merged.length - 1];
    if (!last || hit.start >= last.end) merged.push(hit);
  }
  return [...merged, ...combinations.slice(next)];
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
