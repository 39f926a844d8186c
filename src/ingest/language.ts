/** Which language a text is in: by its script, and for the Latin one by its commonest words. */

/** Words that are frequent in one of these languages and rare in the others. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  en: ['the', 'of', 'and', 'to', 'shall', 'in', 'for', 'by', 'this', 'with'],
  fr: ['le', 'les', 'des', 'et', 'du', 'dans', 'une', 'est', 'par', 'aux'],
  es: ['el', 'los', 'las', 'y', 'del', 'por', 'una', 'con', 'para', 'se'],
  pt: ['os', 'da', 'do', 'dos', 'das', 'uma', 'com', 'no', 'na', 'ao'],
  de: ['der', 'die', 'und', 'das', 'den', 'mit', 'von', 'des', 'zu', 'ist'],
  it: ['il', 'gli', 'della', 'e', 'di', 'per', 'una', 'che', 'nel', 'dei'],
};
/** Each word's languages. */
const LANGUAGES_OF = new Map<string, string[]>();
for (const [language, words] of Object.entries(WORDS))
  for (const word of words) LANGUAGES_OF.set(word, [...(LANGUAGES_OF.get(word) ?? []), language]);

const LONGEST_WORD = Math.max(...[...LANGUAGES_OF.keys()].map((word) => word.length));

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
  const language = detectByScript(sample) ?? detectByWords(sample);
  // A list of species or tariffs has no sentences; the words above it have.
  return language === 'und' ? detectByWords(text.slice(0, HEAD_UNITS)) : language;
}

function detectByScript(sample: string): string | null {
  let han = 0;
  let kana = 0;
  let hangul = 0;
  let cyrillic = 0;
  let latin = 0;
  for (let i = 0; i < sample.length; i += 1) {
    const unit = sample.charCodeAt(i);
    if ((unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122)) latin += 1;
    else if (unit >= 0x4e00 && unit <= 0x9fff) han += 1;
    else if (unit >= 0x3040 && unit <= 0x30ff) kana += 1;
    else if (unit >= 0xac00 && unit <= 0xd7a3) hangul += 1;
    else if (unit >= 0x0400 && unit <= 0x04ff) cyrillic += 1;
  }
  if (hangul > latin && hangul > han) return 'ko';
  if (kana * 5 > han && kana * 3 > latin) return 'ja';
  // A word takes five Latin letters and two Han characters.
  if (han * 2.5 > latin && han > cyrillic) return 'zh';
  return cyrillic > latin ? 'ru' : null;
}

function detectByWords(sample: string): string {
  const counts = new Map<string, number>();
  const text = sample.toLowerCase();
  let total = 0;
  let start = 0;
  for (let at = 0; at <= text.length; at += 1) {
    if (isLetter(text.charCodeAt(at))) continue;
    if (at > start) total += 1;
    // The common words are short: longer ones are none of them.
    const word = at > start && at - start <= LONGEST_WORD ? text.slice(start, at) : '';
    for (const language of LANGUAGES_OF.get(word) ?? [])
      counts.set(language, (counts.get(language) ?? 0) + 1);
    start = at + 1;
  }
  let best = 'und';
  let most = FEWEST * total;
  for (const [language, count] of counts) if (count > most) [best, most] = [language, count];
  return best;
}

/** Of a text in small letters; NaN, behind the end, is none. */
function isLetter(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 0xdf && unit < 0x2000 && unit !== 0xf7) ||
    (unit >= 0x2e80 && unit < 0xe000)
  );
}
