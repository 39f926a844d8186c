/** Words that lost the space between them: “ofthe”, “conventionshall”, “norwayand”. */
import { FLAG } from './flags.ts';
import { isLetter, LOWER, lower } from './letters.ts';
import type { Lexicon } from './lexicon.ts';
import { HASH_START, hashBetween, hashUnit, stringOf } from './word-table.ts';

/** Two words that lost their space are no longer than this together; longer runs of letters are noise. */
const LONGEST_PAIR = 40;

const JOINT = FLAG.DETERMINER | FLAG.KIND;
const KNOWN = FLAG.FUNCTION | FLAG.FINITE | JOINT | FLAG.RECITAL | FLAG.BODY;

/** What a text goes on with after a title that it was glued to. */
const BODY_BEGINS =
  /^ (?:present|contracting|conference|republic of|kingdom of|part(?:y|ies)|commission|council|committee|convention|agreement|protocol|provisions|government)/;
const IN_THE_NAME = ' the name of ';

export class LostSpaces {
  readonly #lexicon: Lexicon;
  /** The word that is looked at, in lower case, and the hashes of its first one, two, … units. */
  readonly #word = new Uint16Array(LONGEST_PAIR);
  readonly #hashes = new Int32Array(LONGEST_PAIR + 1);
  #length = 0;

  constructor(lexicon: Lexicon) {
    this.#lexicon = lexicon;
  }

  /** Whether an unknown word from `start` to `end` can be two words, whatever stands around it. */
  mayCut(units: Uint16Array, start: number, end: number): boolean {
    return (
      this.#look(units, start, end) &&
      (this.#endsIn() !== '' || this.#afterNumeral() > 0 || this.#month() > 0 || this.#between() > 0)
    );
  }

  /** Where the second word begins in an unknown one from `start` to `end`; 0 where it is no two words. */
  cutOf(units: Uint16Array, start: number, end: number, afterProvision: boolean): number {
    if (!this.#look(units, start, end)) return 0;
    const cut =
      (afterProvision ? this.#afterNumeral() : 0) ||
      this.#beforeFor(units, end) ||
      (isDay(units, end) ? this.#month() : 0) ||
      this.#between();
    return cut === 0 ? 0 : start + cut;
  }

  /** False for a word that is too long. */
  #look(units: Uint16Array, start: number, end: number): boolean {
    if (end - start > LONGEST_PAIR) return false;
    this.#length = end - start;
    let hash = HASH_START;
    this.#hashes[0] = hash;
    for (let i = 0; i < this.#length; i += 1) {
      const unit = LOWER[units[start + i] ?? 0] ?? 0;
      this.#word[i] = unit;
      hash = hashUnit(hash, unit);
      this.#hashes[i + 1] = hash;
    }
    return true;
  }

  /** The classes of a part of the word. */
  #flags(from: number, to: number): number {
    const hash = hashBetween(this.#hashes, from, to);
    return this.#lexicon.flagsOf(this.#lexicon.find(this.#word, from, to, hash));
  }

  /** “ARTICLE vthis protocol shall”: a roman numeral after “article”. */
  #afterNumeral(): number {
    let cut = 0;
    for (let at = 0; at < this.#length - 2 && isRoman(this.#word[at]); at += 1)
      if (this.#flags(at + 1, this.#length) !== 0) cut = at + 1;
    return cut;
  }

  /** “washingtonmarch 29, 1979”: where the month begins that it ends in. */
  #month(): number {
    for (let cut = Math.max(5, this.#length - 9); cut <= this.#length - 4; cut += 1)
      if ((this.#flags(cut, this.#length) & FLAG.MONTH) !== 0) return cut;
    return 0;
  }

  /** The short word that it ends in, after three units or more; two before “for”. */
  #endsIn(): 'for' | 'and' | 'the' | 'in' | 'republic' | 'federal' | '' {
    if (this.#length < 5) return '';
    if (this.#has('for', this.#length - 3)) return 'for';
    if (this.#has('in', this.#length - 2)) return 'in';
    if (this.#length > 10 && this.#has('republic', this.#length - 8)) return 'republic';
    if (this.#length > 10 && this.#has('federal', this.#length - 7)) return 'federal';
    if (this.#length < 6) return '';
    if (this.#has('and', this.#length - 3)) return 'and';
    return this.#has('the', this.#length - 3) ? 'the' : '';
  }

  #has(part: string, at: number): boolean {
    for (let i = 0; i < part.length; i += 1) if (this.#word[at + i] !== part.charCodeAt(i)) return false;
    return true;
  }

  /** “j. o. kragfor the government of norway”, “norwayand”, “geographical coveragethe present convention”. */
  #beforeFor(units: Uint16Array, end: number): number {
    const last = this.#endsIn();
    const cut = this.#length - 3;
    if (last === '') return 0;
    // “siti kassimin the name of”
    if (last === 'in') return behind(units, end, IN_THE_NAME) ? cut + 1 : 0;
    // “kouassi kouadiorepublic of dahomey”
    if (last === 'republic') return behind(units, end, ' of ') ? cut - 5 : 0;
    if (last === 'federal') return behind(units, end, ' republic ') ? cut - 4 : 0;
    if (last === 'the') {
      // “germanyandthe”
      if (cut > 3 && this.#has('and', cut - 3) && this.#isNamed(cut - 3)) return cut - 3;
      // “the republic of angolathe republic of botswana”
      const begins = BODY_BEGINS.test(lower(stringOf(units, end, end + 12)));
      return begins || (cut > 3 && this.#isNamed(cut)) ? cut : 0;
    }
    // “chaponnierfor the f. p. r. of yugoslavia”
    if (last === 'for' && behind(units, end, ' the ')) return cut;
    if (cut < 3) return 0;
    return this.#isNamed(cut) || (last === 'for' && this.#nameFollows(units, end)) ? cut : 0;
  }

  /** Whether the word up to `cut` is one of an authority's name. */
  #isNamed(cut: number): boolean {
    return (this.#flags(0, cut) & FLAG.NAME) !== 0;
  }

  /** “ denmark” */
  #nameFollows(units: Uint16Array, at: number): boolean {
    if (units[at] !== 32) return false;
    let end = at + 1;
    while (end < at + LONGEST_PAIR && isLetter(units[end] ?? 0)) end += 1;
    return (this.#lexicon.flagsOf(this.#lexicon.idOf(lower(stringOf(units, at + 1, end)))) & FLAG.NAME) !== 0;
  }

  /** “ofthe”, “conventionshall”, “annexsource” */
  #between(): number {
    const end = this.#length;
    if (end < 5) return 0;
    for (let cut = 2; cut <= end - 2; cut += 1) {
      const first = this.#flags(0, cut);
      const isKnown = (first & KNOWN) !== 0;
      // A second word that begins a recital may follow any word: “partiesconsidering”.
      if (!isKnown && cut <= 4) continue;
      const second = this.#flags(cut, end);
      if ((second & FLAG.RECITAL) !== 0 && cut > 4) return cut;
      // “Allan”, “Ivan”, “Anand” are names.
      const isAn = (cut === end - 2 || cut === 2) && this.#has('an', cut);
      if (isKnown && !isAn && (second & KNOWN) !== 0 && ((first | second) & JOINT) !== 0) return cut;
    }
    return 0;
  }
}

/** Whether a blank and a digit stand at a place of the text. */
function isDay(units: Uint16Array, at: number): boolean {
  const next = units[at + 1] ?? 0;
  return units[at] === 32 && next >= 48 && next <= 57;
}

/** Whether these words stand at a place of the text. */
function behind(units: Uint16Array, at: number, words: string): boolean {
  return lower(stringOf(units, at, at + words.length)) === words;
}

/** i, v, x, l */
function isRoman(unit: number | undefined): boolean {
  return unit === 105 || unit === 118 || unit === 120 || unit === 108;
}
