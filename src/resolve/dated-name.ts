/** A name as texts write it, with its date or without: “Convention of 28 July 1951 relating to …”. */
import type { LanguageCode } from '../../graph/vocabulary.ts';
import { formatDate } from '../text/edtf.ts';

const MONTHS: Readonly<Record<Exclude<LanguageCode, 'zh'>, string>> = {
  en: 'january february march april may june july august september october november december',
  ru: 'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
  fr: 'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
  es: 'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
};
/** What leads to the date and belongs to it: `of`, `от`, `du`, `done at Paris on`. */
const LEADING: Readonly<Record<Exclude<LanguageCode, 'zh'>, string>> = {
  en: '(?:(?:(?:done|signed|concluded|adopted|dated|made)\\s+)?(?:(?:of|on)\\s+(?:the\\s+)?)?)',
  ru: '(?:от\\s+)?',
  fr: "(?:(?:du|de|le|conclue?\\s+le|signée?\\s+le|d[’'])\\s*)?",
  es: '(?:(?:de|del|el|firmad[oa]\\s+el)\\s+)?',
};
const YEAR = '(?<year>1[5-9]\\d\\d|20\\d\\d)';
/** Most names have none, which is told far sooner than that none of the patterns fits. */
const HAS_YEAR = /1[5-9]\d\d|20\d\d/;
const EDGE = '(?<![\\p{L}\\p{N}])';

const PATTERNS: Readonly<Record<LanguageCode, RegExp>> = {
  zh: new RegExp(
    `[（(]?${YEAR}\\s*年(?:\\s*(?<month>\\d\\d?)\\s*月(?:\\s*(?<day>\\d\\d?)\\s*日)?)?(?:签署|签订|通过)?的?[）)]?`,
    'u',
  ),
  en: pattern(
    'en',
    (months) => `(?:(?<day>\\d\\d?)(?:st|nd|rd|th)?\\s+(?:of\\s+)?)?(?:(?<name>${months}),?\\s+)?${YEAR}`,
  ),
  ru: pattern(
    'ru',
    (months) => `(?:(?<day>\\d\\d?)\\s+)?(?:(?<name>${months})\\s+)?${YEAR}(?:\\s*(?:года|г\\.?))?`,
  ),
  fr: pattern('fr', (months) => `(?:(?<day>\\d\\d?)(?:er)?\\s+)?(?:(?<name>${months})\\s+)?${YEAR}`),
  es: pattern(
    'es',
    (months) => `(?:(?<day>\\d\\d?)\\s+de\\s+)?(?:(?<name>${months})\\s+de(?:l)?\\s+)?${YEAR}`,
  ),
};

function pattern(language: Exclude<LanguageCode, 'zh'>, body: (months: string) => string): RegExp {
  const months = MONTHS[language].split(' ').join('|');
  return new RegExp(`${EDGE}[(,]?\\s*${LEADING[language]}${body(months)}(?![\\p{L}\\p{N}])\\)?`, 'iu');
}

/**
 * The date that a name holds, and the name without it; null when it holds none.
 * @example readDatedName('Женевская конвенция 1951 года', 'ru') // { bare: 'Женевская конвенция', signed: '1951' }
 */
export function readDatedName(
  name: string,
  language: LanguageCode,
): Readonly<{ bare: string; signed: string }> | null {
  if (!HAS_YEAR.test(name)) return null;
  const match = PATTERNS[language].exec(name);
  if (!match?.groups) return null;
  const { year, month, day, name: word } = match.groups;
  const signed = formatDate(Number(year), numberOf(month) ?? monthOf(word, language), numberOf(day));
  if (signed === null) return null;
  const bare = `${name.slice(0, match.index)} ${name.slice(match.index + match[0].length)}`;
  return { bare: bare.replace(/\s+/g, ' ').trim(), signed };
}

function numberOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

function monthOf(word: string | undefined, language: LanguageCode): number | undefined {
  if (word === undefined || language === 'zh') return undefined;
  const at = MONTHS[language].split(' ').indexOf(word.toLowerCase());
  return at < 0 ? undefined : at + 1;
}
