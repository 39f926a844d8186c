/**
 * Words as texts write them (“Treaty”, “TREATY”, “treaty”), numbers and marks, each with what is known of it: worked
 * out once, in however many texts it stands.
 */
import { FLAG } from './flags.ts';
import { CLASS, CLASS_OF, lower } from './letters.ts';
import type { Lexicon } from './lexicon.ts';
import { LostSpaces } from './lost-spaces.ts';
import { doubled, stringOf, WordTable } from './word-table.ts';

/** Real texts of 20 MB have 100,000 forms. Texts of noise have more: those are worked out each time. */
const MOST = 1 << 17;
/** Longer runs of letters are noise. */
const LONGEST = 63;

export class Forms {
  readonly #lexicon: Lexicon;
  readonly lost: LostSpaces;
  readonly #table = new WordTable();
  /** By number; 0 is the form that was asked for last and was not kept. */
  readonly #words: string[] = [''];
  #ids = new Int32Array(1 << 12);
  #flags = new Int32Array(1 << 12);
  #parts = new Uint8Array(1 << 12);

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.lost = new LostSpaces(lexicon);
  }

  get isFull(): boolean {
    return this.#table.size >= MOST;
  }

  /** The form of the units from `start` to `end`, which have this hash; 0 for one that is not kept. */
  of(units: Uint16Array, start: number, end: number, hash: number): number {
    const known = end - start > LONGEST ? 0 : this.#table.find(units, start, end, hash);
    return known === 0 ? this.#add(units, start, end, hash) : known;
  }

  /** In lower case, with plain marks; empty for 0. */
  wordOf(form: number): string {
    return this.#words[form] ?? '';
  }

  /** The lexicon's number of the word. */
  idOf(form: number): number {
    return this.#ids[form] ?? 0;
  }

  /** The classes of the word, and `FLAG.CAPITAL`. */
  flagsOf(form: number): number {
    return this.#flags[form] ?? 0;
  }

  /** Whether it may be several words without blanks between them, by what stands around it. */
  mayHaveParts(form: number): boolean {
    return this.#parts[form] === 1;
  }

  #add(units: Uint16Array, start: number, end: number, hash: number): number {
    const kept = !this.isFull && end - start <= LONGEST;
    const form = kept ? this.#table.add(units, start, end, hash) : 0;
    const word = end - start > LONGEST ? '' : lower(stringOf(units, start, end));
    const id = this.#lexicon.idOf(word);
    if (form >= this.#ids.length) {
      this.#ids = doubled(this.#ids);
      this.#flags = doubled(this.#flags);
      this.#parts = doubled(this.#parts);
    }
    if (kept) this.#words.push(shared(word));
    const first = CLASS_OF[units[start] ?? 0];
    this.#ids[form] = id;
    this.#flags[form] = this.#lexicon.flagsOf(id) | (first === CLASS.capital ? FLAG.CAPITAL : 0);
    const known = id !== 0 || end - start < 4 || !(first === CLASS.small || first === CLASS.capital);
    this.#parts[form] = sourceIn(word) > 0 || (!known && this.lost.mayCut(units, start, end)) ? 1 : 0;
    return form;
  }
}

/** Where “source” or “src” begins at the end of a word, behind two units or more; 0 where it does not. */
export function sourceIn(word: string): number {
  const length = word.endsWith('source') ? 6 : word.endsWith('src') ? 3 : word.length;
  return word.length - length > 1 && word !== 'resource' ? word.length - length : 0;
}

/** The one copy of a string that the engine compares by its place: names of properties are such. */
function shared(word: string): string {
  const names = Object.create(null) as Record<string, true>;
  names[word] = true;
  return Object.keys(names)[0] ?? word;
}
