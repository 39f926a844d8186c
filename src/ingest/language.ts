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

/** What a unit is: 0 for no letter, from a to z its number, capital or small; others, or with an accent, by script. */
const Z = 26;
const SCRIPT = { other: 27, han: 28, kana: 29, hangul: 30, cyrillic: 31 } as const;
const LETTER_OF: Uint8Array = makeLetters();

function makeLetters(): Uint8Array {
  const letters = new Uint8Array(0x10000);
  for (let letter = 1; letter <= Z; letter += 1) letters[64 + letter] = letters[96 + letter] = letter;
  letters.fill(SCRIPT.other, 0xc0, 0x2000);
  letters[0xd7] = letters[0xf7] = 0;
  letters.fill(SCRIPT.other, 0x2e80, 0xe000);
  letters.fill(SCRIPT.cyrillic, 0x400, 0x500);
  letters.fill(SCRIPT.kana, 0x3040, 0x3100);
  letters.fill(SCRIPT.han, 0x4e00, 0xa000);
  letters.fill(SCRIPT.hangul, 0xac00, 0xd7a4);
  return letters;
}

/**
 * A word as a number, five bits for each letter, so that no word is cut out of a text to look it up. One too long for
 * that is never taken for one of the words above: those have at most five letters, and its sixth from the end shows.
 */
function withLetter(word: number, letter: number): number {
  return (word << 5) | letter;
}

/** The words in a hash table, and at the same places each one's languages, a bit for each. */
const PLACES_LOG = 10;
const WORD_AT = new Int32Array(1 << PLACES_LOG);
const LANGUAGES_AT = new Uint8Array(1 << PLACES_LOG);
for (const [bit, code] of CODES.entries())
  for (const written of WORDS[code] ?? []) {
    let word = 0;
    for (let at = 0; at < written.length; at += 1)
      word = withLetter(word, LETTER_OF[written.charCodeAt(at)] ?? 0);
    const place = placeOf(word);
    WORD_AT[place] = word;
    LANGUAGES_AT[place] = (LANGUAGES_AT[place] ?? 0) | (1 << bit);
  }

/** Where a word is in the table; a free place, of no language, where it is not in it. */
function placeOf(word: number): number {
  let place = Math.imul(word, 0x9e3779b1) >>> (32 - PLACES_LOG);
  while (WORD_AT[place] !== word && WORD_AT[place] !== 0) place = (place + 1) & (WORD_AT.length - 1);
  return place;
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
  const samples =
    text.length <= PLACES.length * PIECE_UNITS
      ? [text]
      : PLACES.map((place) => Math.floor(place * (text.length - PIECE_UNITS))).map((start) =>
          text.slice(start, start + PIECE_UNITS),
        );
  const counts = count(samples);
  const language = detectByScript(counts) ?? detectByWords(counts);
  // A list of species or tariffs has no sentences; the words above it have.
  return language === 'und' ? detectByWords(count([text.slice(0, HEAD_UNITS)])) : language;
}

/** Letters by script, all words, and by language those that are frequent in it. */
type Counts = Readonly<{
  latin: number;
  /** By `SCRIPT`. */
  others: Int32Array;
  words: number;
  byLanguage: readonly number[];
}>;

function count(samples: readonly string[]): Counts {
  const letterOf = LETTER_OF;
  const others = new Int32Array(SCRIPT.cyrillic + 1);
  /** By the bits of languages. */
  const frequent = new Int32Array(1 << CODES.length);
  let letters = 0;
  let words = 0;
  for (const sample of samples) {
    const units = borrowUnits(sample.length + 1);
    writeUnits(sample, units);
    let word = 0;
    // The 0 behind the end is no letter: it ends the last word.
    for (let at = 0; at <= sample.length; at += 1) {
      const letter = letterOf[units[at] ?? 0] ?? 0;
      if (letter !== 0) {
        word = withLetter(word, letter);
        letters += 1;
        if (letter > Z) others[letter] = (others[letter] ?? 0) + 1;
      } else if (word !== 0) {
        words += 1;
        const languages = LANGUAGES_AT[placeOf(word)] ?? 0;
        frequent[languages] = (frequent[languages] ?? 0) + 1;
        word = 0;
      }
    }
    giveBackUnits(units);
  }
  const latin = letters - others.reduce((sum, found) => sum + found, 0);
  return { latin, others, words, byLanguage: CODES.map((_, bit) => ofLanguage(frequent, bit)) };
}

function ofLanguage(frequent: Int32Array, bit: number): number {
  let found = 0;
  for (let languages = 0; languages < frequent.length; languages += 1)
    if ((languages & (1 << bit)) !== 0) found += frequent[languages] ?? 0;
  return found;
}

function detectByScript({ latin, others }: Counts): string | null {
  const [han = 0, kana = 0, hangul = 0, cyrillic = 0] = others.subarray(SCRIPT.han);
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
