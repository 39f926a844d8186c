/** Which language a text is in: by its script, and for the Latin one by its commonest words. */
import { borrowUnits, giveBackUnits, writeUnits } from '../text/units.ts';

/** Words that are frequent in one of these languages and rare in the others. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'of', 'and', 'to', 'shall', 'in', 'for', 'by', 'this', 'with'],
  fr: ['le', 'les', 'des', 'et', 'du', 'dans', 'une', 'est', 'par', 'aux'],
  es: ['el', 'los', 'las', 'y', 'del', 'por', 'una', 'con', 'para', 'se'],
  pt: ['os', 'da', 'do', 'dos', 'das', 'uma', 'com', 'no', 'na', 'ao'],
  de: ['der', 'die', 'und', 'das', 'den', 'mit', 'von', 'des', 'zu', 'ist'],
  it: ['il', 'gli', 'della', 'e', 'di', 'per', 'una', 'che', 'nel', 'dei'],
};
const CODES = Object.keys(WORDS);

/** The longest of the words; all are written with the letters from a to z. */
const LONGEST_WORD = Math.max(...Object.values(WORDS).flatMap((words) => words.map(({ length }) => length)));

/** A word as a number, five bits for each letter, so that no word is cut out of a text to look it up. */
function withLetter(word: number, unit: number): number {
  return word * 32 + (unit & 31);
}

/** Each word's languages, a bit for each. */
const LANGUAGES_OF = new Map<number, number>();
for (const [bit, code] of CODES.entries())
  for (const word of WORDS[code] ?? []) {
    const number = Array.from(word).reduce((letters, letter) => withLetter(letters, letter.charCodeAt(0)), 0);
    LANGUAGES_OF.set(number, (LANGUAGES_OF.get(number) ?? 0) | (1 << bit));
  }

/** Where a long text is looked at: past its head, in the middle, before its annexes; and how much of it each time. */
const PLACES = [0.1, 0.5, 0.8];
const PIECE_UNITS = 1500;
/** A language needs this share of the words, or the text is in none that is known. */
const FEWEST = 0.04;

/** Of the head of a text whose body says nothing. */
const HEAD_UNITS = 2_000;

/** ISO 639-1, or `und` when it cannot be told. */
export function detectLanguage(text: string): string {
  const sample =
    text.length <= PLACES.length * PIECE_UNITS
      ? text
      : PLACES.map((place) => Math.floor(place * (text.length - PIECE_UNITS)))
          .map((start) => text.slice(start, start + PIECE_UNITS))
          .join(' ');
  const counts = count(sample);
  const language = detectByScript(counts) ?? detectByWords(counts);
  // A list of species or tariffs has no sentences; the words above it have.
  return language === 'und' ? detectByWords(count(text.slice(0, HEAD_UNITS))) : language;
}

/** Letters by script, all words, and by language those that are frequent in it. */
type Counts = {
  latin: number;
  han: number;
  kana: number;
  hangul: number;
  cyrillic: number;
  words: number;
  byLanguage: number[];
};

function count(sample: string): Counts {
  const counts = {
    latin: 0,
    han: 0,
    kana: 0,
    hangul: 0,
    cyrillic: 0,
    words: 0,
    byLanguage: CODES.map(() => 0),
  };
  const units = borrowUnits(sample.length + 1);
  writeUnits(sample, units);
  let length = 0;
  let word = 0;
  // The 0 behind the end is no letter: it ends the last word.
  for (let at = 0; at <= sample.length; at += 1) {
    const unit = units[at] ?? 0;
    if (isLatin(unit)) {
      counts.latin += 1;
      length += 1;
      if (length <= LONGEST_WORD) word = withLetter(word, unit);
    } else if (isLetter(unit)) {
      countScript(unit, counts);
      length += LONGEST_WORD + 1;
    } else if (length > 0) {
      counts.words += 1;
      if (length <= LONGEST_WORD) countLanguages(LANGUAGES_OF.get(word) ?? 0, counts.byLanguage);
      length = 0;
      word = 0;
    }
  }
  giveBackUnits(units);
  return counts;
}

function countScript(unit: number, counts: Counts): void {
  if (unit >= 0x4e00 && unit <= 0x9fff) counts.han += 1;
  else if (unit >= 0x3040 && unit <= 0x30ff) counts.kana += 1;
  else if (unit >= 0xac00 && unit <= 0xd7a3) counts.hangul += 1;
  else if (unit >= 0x0400 && unit <= 0x04ff) counts.cyrillic += 1;
}

function countLanguages(bits: number, byLanguage: number[]): void {
  for (let bit = 0; bits >> bit > 0; bit += 1) byLanguage[bit] = (byLanguage[bit] ?? 0) + ((bits >> bit) & 1);
}

function detectByScript({ latin, han, kana, hangul, cyrillic }: Counts): string | null {
  if (hangul > latin && hangul > han) return 'ko';
  if (kana * 5 > han && kana * 3 > latin) return 'ja';
  // A word takes five Latin letters and two Han characters.
  if (han * 2.5 > latin && han > cyrillic) return 'zh';
  return cyrillic > latin ? 'ru' : null;
}

function detectByWords({ words, byLanguage }: Counts): string {
  let best = 'und';
  let most = FEWEST * words;
  for (const [bit, found] of byLanguage.entries())
    if (found > most) [best, most] = [CODES[bit] ?? best, found];
  return best;
}

/** From a to z, capital or small. */
function isLatin(unit: number): boolean {
  return (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90);
}

/** Of other scripts, or with an accent. */
function isLetter(unit: number): boolean {
  return (
    (unit >= 0xc0 && unit < 0x2000 && unit !== 0xd7 && unit !== 0xf7) || (unit >= 0x2e80 && unit < 0xe000)
  );
}
