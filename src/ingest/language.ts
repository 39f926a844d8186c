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
/** In UTF-16 code units: more changes no answer. */
const SAMPLE = 20_000;
/** Of the head of a text whose middle says nothing. */
const HEAD = 4_000;
/** A language needs this share of the words, or the text is in none that is known. */
const FEWEST = 0.04;

/** ISO 639-1, or `und` when it cannot be told. */
export function detectLanguage(text: string): string {
  const middle = Math.max(0, Math.floor(text.length / 2) - SAMPLE / 2);
  const sample = text.length <= SAMPLE ? text : text.slice(middle, middle + SAMPLE);
  const language = detectByScript(sample) ?? detectByWords(sample);
  // The middle of a list of species or tariffs has no sentences; its head has.
  return language === 'und' && middle > 0 ? detectByWords(text.slice(0, HEAD)) : language;
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
  let total = 0;
  for (const word of sample.toLowerCase().split(/[^\p{L}]+/u)) {
    if (word === '') continue;
    total += 1;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  let best = 'und';
  let bestShare = FEWEST;
  for (const [language, words] of Object.entries(WORDS)) {
    const share = words.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0) / Math.max(total, 1);
    if (share > bestShare) [best, bestShare] = [language, share];
  }
  return best;
}
