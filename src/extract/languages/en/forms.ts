/**
 * Words as texts write them (“Treaty”, “TREATY”, “treaty”), numbers and marks, each with what is known of it: worked
 * out once, in however many texts it stands.
 */
import { FLAG } from './flags.ts';
import { CLASS, CLASS_OF, lower } from './letters.ts';
import type { Lexicon } from './lexicon.ts';
import { LostSpaces } from './lost-spaces.ts';
import { stringOf, WordTable } from './word-table.ts';

/** Real texts of 20 MB have 40,000 forms. Texts of noise have more: those are worked out each time. */
const MOST = 1 << 17;
/** Longer runs of letters are noise; longer numbers are no years, days or articles. */
const LONGEST = 63;
const LONGEST_NUMBER = 4;

export class Forms {
  readonly lost: LostSpaces;
  readonly #lexicon: Lexicon;
  readonly #table = new WordTable();
  /** By number, in lower case, with plain marks. 0 is the form that was asked for last and was not kept. */
  readonly words: string[] = [''];
  /** By number: one for a word of three units or more, and `TITLED` for one with a capital before a small letter. */
  readonly casing = new Int32Array(MOST + 1);
  readonly #ids = new Int32Array(MOST + 1);
  readonly #flags = new Int32Array(MOST + 1);
  readonly #parts = new Uint8Array(MOST + 1);

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.lost = new LostSpaces(lexicon);
  }

  get isFull(): boolean {
    return this.#table.size >= MOST;
  }

  /** The form of the units from `start` to `end`, which have this hash; 0 for one that is not kept. */
  of(units: Uint16Array, start: number, end: number, hash: number): number {
    return this.#table.find(units, start, end, hash) || this.#add(units, start, end, hash);
  }

  /** The lexicon's number of the word. */
  idOf(form: number): number {
    return this.#ids[form] ?? 0;
  }

  /** The classes of the word, and whether it is a number, a mark or begins with a capital. */
  flagsOf(form: number): number {
    return this.#flags[form] ?? 0;
  }

  /** Whether it may be several words without blanks between them, by what stands around it. */
  mayHaveParts(form: number): boolean {
    return this.#parts[form] === 1;
  }

  #add(units: Uint16Array, start: number, end: number, hash: number): number {
    const found = CLASS_OF[units[start] ?? 0];
    const isNumber = found === CLASS.digit;
    const isLong = end - start > (isNumber ? LONGEST_NUMBER : LONGEST);
    const form = this.isFull || isLong ? 0 : this.#table.add(units, start, end, hash);
    const word = isLong ? '' : lower(stringOf(units, start, end));
    if (form > 0) this.words.push(shared(word));
    const id = isNumber ? 0 : this.#lexicon.idOf(word);
    const isUnknown = id === 0 && end - start > 3 && found !== CLASS.mark && !isNumber;
    this.#ids[form] = id;
    this.casing[form] = casingOf(units, start, end);
    this.#flags[form] = this.#lexicon.flagsOf(id) | (OWN[found ?? 0] ?? 0);
    this.#parts[form] = sourceIn(word) > 0 || (isUnknown && this.lost.mayCut(units, start, end)) ? 1 : 0;
    return form;
  }
}

/** What the class of the first unit says of a token. */
const OWN: Readonly<Record<number, number>> = {
  [CLASS.capital]: FLAG.CAPITAL,
  [CLASS.digit]: FLAG.NUMBER,
  [CLASS.mark]: FLAG.MARK,
};

/** Added up over a text's words, this leaves room below for their number. */
export const TITLED = 1 << 16;

/** How much a word says of whether a text tells capitals from small letters. */
export function casingOf(units: Uint16Array, start: number, end: number): number {
  const first = CLASS_OF[units[start] ?? 0];
  if (end - start < 3 || (first !== CLASS.small && first !== CLASS.capital)) return 0;
  return first === CLASS.capital && CLASS_OF[units[start + 1] ?? 0] !== CLASS.capital ? 1 + TITLED : 1;
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
