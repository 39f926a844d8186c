/** The words that the pack knows, each with a number and its classes, so that texts are matched by numbers. */
import { Forms } from './forms.ts';
import { hashOf, unitsOf, WordTable } from './word-table.ts';

export { FLAG } from './flags.ts';

export class Lexicon {
  readonly #words = new WordTable();
  readonly #ids = new Map<string, number>();
  readonly #flags: number[] = [0];
  #forms: Forms | null = null;

  /** The number of a lower-case word; new words get the next one. */
  add(word: string, flags = 0): number {
    const id = this.#words.add(unitsOf(word), 0, word.length, hashOf(word));
    this.#ids.set(word, id);
    this.#flags[id] = (this.#flags[id] ?? 0) | flags;
    this.#forms = null;
    return id;
  }

  addAll(words: string, flags: number): void {
    for (const word of words.split(/\s+/)) if (word !== '') this.add(word, flags);
  }

  /** 0 for a word that nobody added; “co-operation” is “cooperation”. */
  idOf(word: string): number {
    return this.#ids.get(word) ?? (word.includes('-') ? this.#ids.get(word.replaceAll('-', '')) : 0) ?? 0;
  }

  /** The number of the word from `start` to `end` of a text whose units have this hash; 0 without one. */
  find(units: Uint16Array, start: number, end: number, hash: number): number {
    return this.#words.find(units, start, end, hash);
  }

  flagsOf(id: number): number {
    return this.#flags[id] ?? 0;
  }

  /** For the next text: what earlier texts taught of the forms of words, as long as there is room for more of them. */
  forms(): Forms {
    if (this.#forms === null || this.#forms.isFull) this.#forms = new Forms(this);
    return this.#forms;
  }
}
