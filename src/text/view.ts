/**
 * A folded copy of a text that knows where each of its units came from, so that whatever is found in it
 * has a span of the original.
 */
import type { Span } from '../records.ts';

export class View {
  readonly original: string;
  /** What patterns read. */
  readonly text: string;
  /** For each unit of `text`, the offset of the original unit that it stands for; never falls. */
  readonly #at: Int32Array;

  constructor(original: string, text: string, at: Int32Array) {
    this.original = original;
    this.text = text;
    this.#at = at;
  }

  /** The span of the original that a non-empty span of the view stands for; what was left out inside it is inside. */
  toOriginal(start: number, end: number): Span {
    const first = this.#at[start];
    const last = this.#at[end - 1];
    if (first === undefined || last === undefined || end <= start)
      throw new RangeError(`no span ${start}–${end} in a view of ${this.text.length} units`);
    return { start: first, end: last + 1 };
  }

  /** A span as the original writes it, unit by unit: its script, without what the view leaves out. */
  restore(start: number, end: number): string {
    let restored = '';
    for (let i = start; i < end; i += 1)
      restored += this.original.charAt(this.#at[i] ?? this.original.length);
    return restored;
  }

  /** The offset of the original that a position of the view stands for; its end for the view's end. */
  offset(position: number): number {
    return this.#at[position] ?? this.original.length;
  }

  /** The first position of the view that stands for this offset of the original or a later one. */
  position(offset: number): number {
    let low = 0;
    let high = this.text.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#at[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** A text that differs from this view's unit by unit, at the same places (lower case, say). */
  with(text: string): View {
    if (text.length !== this.text.length) throw new RangeError('a view changes unit by unit only');
    return new View(this.original, text, this.#at);
  }
}

/** Writes a view, unit by unit, in the order of the original. */
export class ViewBuilder {
  readonly #original: string;
  readonly #units: Uint16Array;
  readonly #at: Int32Array;
  #length = 0;

  constructor(original: string) {
    this.#original = original;
    // A view never grows: every unit stands for one of the original.
    this.#units = new Uint16Array(original.length);
    this.#at = new Int32Array(original.length);
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
    this.#units[this.#length] = unit;
    this.#at[this.#length] = offset;
    this.#length += 1;
  }

  /** Takes back the last `count` units. */
  drop(count: number): void {
    this.#length = Math.max(0, this.#length - count);
  }

  finish(): View {
    return new View(this.#original, decodeUnits(this.#units, this.#length), this.#at.slice(0, this.#length));
  }
}

/** A string of UTF-16 code units. A decoder takes a fifth of the time of `String.fromCharCode`. */
function decodeUnits(units: Uint16Array, length: number): string {
  return new TextDecoder('utf-16le', { ignoreBOM: true }).decode(units.subarray(0, length));
}
