/**
 * A folded copy of a text that knows where each of its units came from, so that whatever is found in it
 * has a span of the original.
 */
import type { Span } from '../records.ts';
import { doubled } from './doubled.ts';
import { isWide, narrowTextOf } from './narrow.ts';
import { borrowUnits, giveBackUnits, textOf } from './units.ts';

/**
 * Where the units of a view came from: runs that follow one another in the original too, so that a text with
 * little left out takes little room. `starts` are positions of the view, ascending from 0; `offsets` the offsets
 * of the original that they stand for, never falling.
 */
type Runs = Readonly<{ starts: Int32Array; offsets: Int32Array }>;

export class View {
  readonly original: string;
  /** What patterns read. */
  readonly text: string;
  readonly #runs: Runs;
  /** The run that was asked for last: the next question is mostly about it or the one after. */
  #near = 0;

  constructor(original: string, text: string, runs: Runs) {
    this.original = original;
    this.text = text;
    this.#runs = runs;
  }

  /** The span of the original that a non-empty span of the view stands for; what was left out inside it is inside. */
  toOriginal(start: number, end: number): Span {
    if (start < 0 || end <= start || end > this.text.length)
      throw new RangeError(`no span ${start}–${end} in a view of ${this.text.length} units`);
    return { start: this.offset(start), end: this.offset(end - 1) + 1 };
  }

  /** A span as the original writes it, unit by unit: its script, without what the view leaves out. */
  restore(start: number, end: number): string {
    let restored = '';
    for (let i = start; i < end; i += 1) restored += this.original.charAt(this.offset(i));
    return restored;
  }

  /** The offset of the original that a position of the view stands for; its end for the view's end. */
  offset(position: number): number {
    if (!(position >= 0 && position < this.text.length)) return this.original.length;
    const { starts, offsets } = this.#runs;
    let near = this.#near;
    if (position >= (starts[near + 1] ?? Infinity)) near += 1;
    if (position < (starts[near] ?? 0) || position >= (starts[near + 1] ?? Infinity))
      near = lastUpTo(starts, position);
    this.#near = near;
    return (offsets[near] ?? 0) + position - (starts[near] ?? 0);
  }

  /** The first position of the view that stands for this offset of the original or a later one. */
  position(offset: number): number {
    const { starts, offsets } = this.#runs;
    if (starts.length === 0 || offset <= (offsets[0] ?? 0)) return 0;
    const run = lastUpTo(offsets, offset);
    const end = starts[run + 1] ?? this.text.length;
    return Math.min((starts[run] ?? 0) + offset - (offsets[run] ?? 0), end);
  }

  /** A text that differs from this view's unit by unit, at the same places (lower case, say). */
  with(text: string): View {
    if (text.length !== this.text.length) throw new RangeError('a view changes unit by unit only');
    return new View(this.original, text, this.#runs);
  }
}

/** The index of the last of ascending numbers that is not above one; the first of all is never above it. */
function lastUpTo(ascending: Int32Array, number: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? 0) <= number) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Writes a view, unit by unit, in the order of the original. */
export class ViewBuilder {
  readonly #original: string;
  readonly #units: Uint16Array<ArrayBuffer>;
  #length = 0;
  /** Whether there may be units that take more than a byte. */
  #wide: boolean;
  #starts = new Int32Array(64);
  #offsets = new Int32Array(64);
  #runs = 0;
  /** The offset that goes on with the last run. */
  #next = -1;

  /** `units` are the original's, over which the view is written: it never grows, as every unit stands for one of them. */
  constructor(original: string, units = borrowUnits(original.length)) {
    this.#original = original;
    this.#units = units;
    this.#wide = isWide(original);
  }

  get length(): number {
    return this.#length;
  }

  /** The last unit written, or 0. */
  get last(): number {
    return this.#length === 0 ? 0 : (this.#units[this.#length - 1] ?? 0);
  }

  /** Appends one unit that stands for the original's unit at `offset`. */
  push(unit: number, offset: number): void {
    if (offset !== this.#next) this.#begin(offset);
    if (unit > 0xff) this.#wide = true;
    this.#units[this.#length] = unit;
    this.#length += 1;
    this.#next = offset + 1;
  }

  /** Appends the units `from` (in) to `to` (out) of the original's, over which the view is written. */
  keep(from: number, to: number): void {
    if (from >= to) return;
    if (from !== this.#next) this.#begin(from);
    if (this.#length < from) this.#units.copyWithin(this.#length, from, to);
    this.#length += to - from;
    this.#next = to;
  }

  /** Takes back the last `count` units. */
  drop(count: number): void {
    this.#length = Math.max(0, this.#length - count);
    while (this.#runs > 0 && (this.#starts[this.#runs - 1] ?? 0) >= this.#length) this.#runs -= 1;
    const last = this.#runs - 1;
    this.#next = last < 0 ? -1 : (this.#offsets[last] ?? 0) + this.#length - (this.#starts[last] ?? 0);
  }

  /** The view; the builder is used up. */
  finish(): View {
    const text = this.#wide
      ? textOf(this.#units, this.#length)
      : narrowTextOf(this.#units.subarray(0, this.#length));
    giveBackUnits(this.#units);
    const runs = { starts: this.#starts.slice(0, this.#runs), offsets: this.#offsets.slice(0, this.#runs) };
    return new View(this.#original, text, runs);
  }

  #begin(offset: number): void {
    if (this.#runs === this.#starts.length) {
      this.#starts = doubled(this.#starts);
      this.#offsets = doubled(this.#offsets);
    }
    this.#starts[this.#runs] = this.#length;
    this.#offsets[this.#runs] = offset;
    this.#runs += 1;
  }
}
