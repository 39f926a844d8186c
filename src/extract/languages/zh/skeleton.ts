/**
 * A sentence with every mention cut down to one letter, so that short patterns see its build:
 * `双方重申恪守D签署的A和D签署的A所阐述的各项原则。`
 */
import type { Span } from '../../../records.ts';

/** D date, d “that day”, A agreement, Z the text itself, S states, O organization, P place. */
export type Letter = 'D' | 'd' | 'A' | 'Z' | 'S' | 'O' | 'P';
export type Item<T> = Span & Readonly<{ letter: Letter; value: T }>;

export class Skeleton<T extends Span> {
  readonly text: string;
  /** In order, and where in `text` each stands. */
  readonly #items: Item<T>[] = [];
  readonly #positions: number[] = [];

  /** @param items inside the sentence, sorted, none overlapping another */
  constructor(source: string, sentence: Span, items: readonly Item<T>[]) {
    let text = '';
    let at = sentence.start;
    for (const item of items) {
      if (item.start < at) continue;
      text += source.slice(at, item.start);
      this.#items.push(item);
      this.#positions.push(text.length);
      text += item.letter;
      at = item.end;
    }
    this.text = text + source.slice(at, sentence.end);
  }

  itemAt(position: number): Item<T> | undefined {
    const index = firstIndex(this.#positions.length, (i) => (this.#positions[i] ?? 0) >= position);
    return this.#positions[index] === position ? this.#items[index] : undefined;
  }
  positionOf(value: T): number | undefined {
    const index = firstIndex(this.#items.length, (i) => (this.#items[i]?.start ?? 0) >= value.start);
    return this.#items[index]?.value === value ? this.#positions[index] : undefined;
  }
  /** Up to `units` before a position. */
  before(position: number, units: number): string {
    return this.text.slice(Math.max(0, position - units), position);
  }
  after(position: number, units: number): string {
    return this.text.slice(position + 1, position + 1 + units);
  }
  /** The items with these letters between two positions, in order. */
  itemsBetween(start: number, end: number, letters: string): Item<T>[] {
    const found: Item<T>[] = [];
    const first = firstIndex(this.#positions.length, (i) => (this.#positions[i] ?? 0) >= start);
    for (let index = first; (this.#positions[index] ?? end) < end; index += 1) {
      const item = this.#items[index];
      if (item && letters.includes(item.letter)) found.push(item);
    }
    return found;
  }
}

/** The first number below `length` of which something is true that stays true from then on. */
function firstIndex(length: number, isReached: (index: number) => boolean): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (isReached(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
