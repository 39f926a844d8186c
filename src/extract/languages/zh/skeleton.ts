/**
 * A sentence with every mention cut down to one letter, so that short patterns see its build:
 * `双方重申恪守D签署的A和D签署的A所阐述的各项原则。`
 */
import type { Span } from '../../../records.ts';

/** D date, d “that day”, A agreement, Z the text itself, S states, O organization, P place. */
export type Letter = 'D' | 'd' | 'A' | 'Z' | 'S' | 'O' | 'P';
export type Item<T> = Span & Readonly<{ letter: Letter; value: T }>;

export class Skeleton<T> {
  readonly text: string;
  /** By position in `text`: the item that stands there. */
  readonly #items = new Map<number, Item<T>>();
  readonly #positions = new Map<T, number>();

  /** @param items inside the sentence, sorted, none overlapping another */
  constructor(source: string, sentence: Span, items: readonly Item<T>[]) {
    let text = '';
    let at = sentence.start;
    for (const item of items) {
      if (item.start < at) continue;
      text += source.slice(at, item.start);
      this.#items.set(text.length, item);
      this.#positions.set(item.value, text.length);
      text += item.letter;
      at = item.end;
    }
    this.text = text + source.slice(at, sentence.end);
  }

  itemAt(position: number): Item<T> | undefined {
    return this.#items.get(position);
  }
  positionOf(value: T): number | undefined {
    return this.#positions.get(value);
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
    for (let at = Math.max(0, start); at < end; at += 1) {
      const item = this.#items.get(at);
      if (item && letters.includes(item.letter)) found.push(item);
    }
    return found;
  }
}
