/** Words that lost the space between them: “ofthe”, “conventionshall”, “norwayand”. */
import { isLetter } from './letters.ts';
import { FLAG, type Lexicon } from './lexicon.ts';
import { HASH_START, hashBetween, hashUnit } from './word-table.ts';

/** Two words that lost their space are no longer than this together; longer runs of letters are noise. */
const LONGEST_PAIR = 40;

const JOINT = FLAG.DETERMINER | FLAG.KIND;
const KNOWN = FLAG.FUNCTION | FLAG.FINITE | JOINT | FLAG.RECITAL | FLAG.BODY;

/** What a text goes on with after a title that it was glued to. */
const BODY_BEGINS =
  /^ (?:present|contracting|part(?:y|ies)|commission|council|committee|convention|agreement|protocol|provisions|government)/;

export class LostSpaces {
  readonly #lower: string;
  readonly #units: Uint16Array;
  readonly #lexicon: Lexicon;
  /** Hashes of the word's first one, two, … units. */
  readonly #hashes = new Int32Array(LONGEST_PAIR + 1);

  /** A text in lower case, as a string and as units with a blank behind them. */
  constructor(lower: string, units: Uint16Array, lexicon: Lexicon) {
    this.#lower = lower;
    this.#units = units;
    this.#lexicon = lexicon;
  }

  /** Where the second word begins in an unknown one from `start` to `end`; 0 where it is no two words. */
  cutOf(start: number, end: number, afterProvision: boolean): number {
    if (end - start > LONGEST_PAIR) return 0;
    let hash = HASH_START;
    this.#hashes[0] = hash;
    for (let at = start; at < end; at += 1) {
      hash = hashUnit(hash, this.#units[at] ?? 0);
      this.#hashes[at + 1 - start] = hash;
    }
    return (
      (afterProvision ? this.#afterNumeral(start, end) : 0) ||
      this.#beforeFor(start, end) ||
      (end - start < 5 ? 0 : this.#between(start, end))
    );
  }

  /** The number of the word between two places of the text; 0 for one that nobody added. */
  idOf(start: number, end: number): number {
    let hash = HASH_START;
    for (let at = start; at < end; at += 1) hash = hashUnit(hash, this.#units[at] ?? 0);
    return this.#lexicon.find(this.#units, start, end, hash);
  }

  /** The classes of a part of the word that begins at `start`. */
  #flags(start: number, from: number, to: number): number {
    const hash = hashBetween(this.#hashes, from - start, to - start);
    return this.#lexicon.flagsOf(this.#lexicon.find(this.#units, from, to, hash));
  }

  /** “ARTICLE vthis protocol shall”: a roman numeral after “article”. */
  #afterNumeral(start: number, end: number): number {
    let cut = 0;
    for (let at = start; at < end - 2 && isRoman(this.#units[at]); at += 1)
      if (this.#flags(start, at + 1, end) !== 0) cut = at + 1;
    return cut;
  }

  /** “j. o. kragfor the government of norway”, “norwayand”, “geographical coveragethe present convention”. */
  #beforeFor(start: number, end: number): number {
    const cut = end - 3;
    const last = this.#units[end - 1];
    // r, d, e
    if (cut < start + 3 || (last !== 114 && last !== 100 && last !== 101)) return 0;
    const [first, middle] = [this.#units[cut], this.#units[cut + 1]];
    const isFor = first === 102 && middle === 111 && last === 114;
    const isAnd = first === 97 && middle === 110 && last === 100;
    // “germanyandthe”
    if (this.#lower.endsWith('andthe', end) && this.#isNamed(start, end - 6)) return end - 6;
    if (first === 116 && middle === 104 && last === 101)
      return BODY_BEGINS.test(this.#lower.slice(end, end + 12)) ? cut : 0;
    if (!isFor && !isAnd) return 0;
    return this.#isNamed(start, cut) || (isFor && this.#nameFollows(end)) ? cut : 0;
  }

  /** Whether the word up to `cut` is one of an authority's name. */
  #isNamed(start: number, cut: number): boolean {
    return cut > start && (this.#flags(start, start, cut) & FLAG.NAME) !== 0;
  }

  /** “ the government”, “ denmark” */
  #nameFollows(at: number): boolean {
    if (this.#units[at] !== 32 || this.#lower.startsWith(' the government', at))
      return this.#units[at] === 32;
    const start = this.#lower.startsWith(' the ', at) ? at + 5 : at + 1;
    let end = start;
    while (end < start + LONGEST_PAIR && isLetter(this.#units[end] ?? 0)) end += 1;
    return (this.#lexicon.flagsOf(this.idOf(start, end)) & FLAG.NAME) !== 0;
  }

  /** “ofthe”, “conventionshall”, “annexsource” */
  #between(start: number, end: number): number {
    for (let cut = start + 2; cut <= end - 2; cut += 1) {
      const first = this.#flags(start, start, cut);
      const isKnown = (first & KNOWN) !== 0;
      // A second word that begins a recital may follow any word: “partiesconsidering”.
      if (!isKnown && cut - start <= 4) continue;
      const second = this.#flags(start, cut, end);
      if ((second & FLAG.RECITAL) !== 0 && cut - start > 4) return cut;
      // “Allan”, “Ivan” are names.
      const isAn = cut === end - 2 && this.#units[cut] === 97 && this.#units[cut + 1] === 110;
      if (isKnown && !isAn && (second & KNOWN) !== 0 && ((first | second) & JOINT) !== 0) return cut;
    }
    return 0;
  }
}

/** i, v, x, l */
function isRoman(unit: number | undefined): boolean {
  return unit === 105 || unit === 118 || unit === 120 || unit === 108;
}
