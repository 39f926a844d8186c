/**
 * Words as texts write them (“Treaty”, “TREATY”, “treaty”), numbers and marks, each with what is known of it: worked
 * out once, in however many texts it stands.
 */
import { FLAG } from './flags.ts';
import { CHECK_START, checkUnit, FORM, FormTable } from './form-table.ts';
import { CLASS, CLASS_OF, lower } from './letters.ts';
import type { Lexicon } from './lexicon.ts';
import { LostSpaces } from './lost-spaces.ts';
import { HASH_START, hashUnit, stringOf } from './word-table.ts';

/** Real texts of 20 MB have 40,000 forms. Texts of noise have more: those are worked out each time. */
const MOST = 1 << 17;
/** Longer runs of letters are noise; longer numbers are no years, days or articles. */
const LONGEST = 63;
const LONGEST_NUMBER = 4;

export class Forms {
  readonly lost: LostSpaces;
  readonly table = new FormTable();
  /** By number, in lower case, with plain marks. 0 is the form that was asked for last and was not kept. */
  readonly words: string[] = [''];
  readonly #lexicon: Lexicon;
  readonly #ids = new Int32Array(MOST + 1);

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
    this.lost = new LostSpaces(lexicon);
  }

  get isFull(): boolean {
    return this.words.length > MOST;
  }

  /** The place in the table of the form of the units from `start` to `end`. */
  placeOf(units: Uint16Array, start: number, end: number): number {
    let hash = HASH_START;
    let check = CHECK_START;
    for (let at = start; at < end; at += 1) {
      hash = hashUnit(hash, units[at] ?? 0);
      check = checkUnit(check, units[at] ?? 0);
    }
    const place = this.table.placeOf(hash, check);
    return this.table.isFree(place) ? this.add(units, start, end, hash, check) : place;
  }

  /** The lexicon's number of the word. */
  idOf(form: number): number {
    return this.#ids[form] ?? 0;
  }

  /** Adds the form of these units, which is not in the table, and says where it is. */
  add(units: Uint16Array, start: number, end: number, hash: number, check: number): number {
    const found = CLASS_OF[units[start] ?? 0];
    const isNumber = found === CLASS.digit;
    const isLong = end - start > (isNumber ? LONGEST_NUMBER : LONGEST);
    const form = this.isFull || isLong ? 0 : this.words.length;
    const word = isLong ? '' : lower(stringOf(units, start, end));
    if (form > 0) this.words.push(shared(word));
    const id = isNumber ? 0 : this.#lexicon.idOf(word);
    const isUnknown = id === 0 && end - start > 3 && found !== CLASS.mark && !isNumber;
    const hasParts = sourceIn(word) > 0 || (isUnknown && this.lost.mayCut(units, start, end));
    this.#ids[form] = id;
    const said = form | casingOf(units, start, end) | (hasParts ? FORM.parts : 0);
    return this.table.add(hash, check, said, this.#lexicon.flagsOf(id) | (OWN[found ?? 0] ?? 0));
  }
}

/** What the class of the first unit says of a token. */
const OWN: Readonly<Record<number, number>> = {
  [CLASS.capital]: FLAG.CAPITAL,
  [CLASS.digit]: FLAG.NUMBER,
  [CLASS.mark]: FLAG.MARK,
};

/** How much a word says of whether a text tells capitals from small letters: bits of `FORM`. */
function casingOf(units: Uint16Array, start: number, end: number): number {
  const first = CLASS_OF[units[start] ?? 0];
  if (end - start < 3 || (first !== CLASS.small && first !== CLASS.capital)) return 0;
  const isTitled = first === CLASS.capital && CLASS_OF[units[start + 1] ?? 0] !== CLASS.capital;
  return FORM.judged | (isTitled ? FORM.titled : 0);
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
