/** Keys that two ways of writing one name share, in each language: case, width, accents, script, articles gone. */
import type { LanguageCode } from '../../graph/vocabulary.ts';
import { simplify } from '../text/script.ts';

/** Articles, and words that only join; contracted ones (`du`, `del`) are the preposition that they begin with. */
const ARTICLES: Readonly<Record<LanguageCode, ReadonlySet<string>>> = {
  zh: new Set(['的']),
  en: new Set(['the', 'a', 'an']),
  ru: new Set(),
  fr: new Set(['le', 'la', 'les', 'l', 'un', 'une']),
  es: new Set(['el', 'la', 'los', 'las', 'un', 'una']),
};
const CONTRACTED: Readonly<Partial<Record<LanguageCode, ReadonlyMap<string, string>>>> = {
  fr: new Map([
    ['du', 'de'],
    ['des', 'de'],
    ['d', 'de'],
    ['au', 'a'],
    ['aux', 'a'],
  ]),
  es: new Map([
    ['del', 'de'],
    ['al', 'a'],
    ['e', 'y'],
  ]),
};
/** Two spellings of one word, in whatever form it stands. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/isation/g, 'ization'],
  [/(?<=defen)c(?=e)/g, 's'],
  [/(?<=lab|harb)our/g, 'or'],
  [/programme/g, 'program'],
  [/(?<=\d)(?:st|nd|rd|th)\b/g, ''],
];
/** Texts without any of these need not be looked through for each. */
const RESPELT = /isation|defenc|our|programme|\d[snrt]/;
const ASCII = /^[\0-\x7f]*$/;
/** Words that two titles of one agreement may differ in: only a date tells whether they are one. */
const JOINING: Readonly<Record<LanguageCode, ReadonlySet<string>>> = {
  zh: words('关于 有关 和 与 及'),
  en: words(
    'of to on and in for by at from with as or its their into between among concerning regarding relating relative ' +
      'respecting certain international governing connection done opened signature adopted concluded signed',
  ),
  ru: words(
    'о об и в во на по с со к из для от касающаяся касающийся относительно международная международный',
  ),
  fr: words(
    'de a et en sur pour par concernant relative relatif relatives relatifs internationale international',
  ),
  es: words('de a y en sobre para por con relativa relativo relativas relativos internacional'),
};

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}

/** What a name is looked up by. */
export type NameKeys = Readonly<{
  /** All names of this key are one name. Empty for what has no letter. */
  exact: string;
  /** Without the endings of cases, where a language has them: looked up where `exact` finds nothing. */
  inflected?: string;
  /** The words of weight: two names with the same ones, as `looseOf` puts them, are one only where the dates agree. */
  weighty: readonly string[];
}>;

/**
 * The keys of a name: `Конвенция «О …»` and `конвенция о …`, `l’Organisation` and `organisation`, 聯合國 and 联合国
 * share them.
 */
export function keysOf(name: string, language: LanguageCode): NameKeys {
  if (language === 'zh') {
    const exact = simplify(name.normalize('NFKC').toLowerCase()).replace(/[^\p{L}\p{N}]|的/gu, '');
    return { exact, weighty: [exact.replace(/关于|有关/gu, '')] };
  }
  const all = wordsOf(name, language);
  const weighty = all.filter((word) => !JOINING[language].has(word));
  if (language !== 'ru') return { exact: all.join(''), weighty };
  const inflected = all.map(withoutCase).join('');
  return { exact: all.join(''), inflected, weighty: weighty.map(withoutCase) };
}

/**
 * “Protocol to the Convention concerning Disputes”, “Protocol concerning Disputes to the Convention”: all but the
 * first word may stand in another order; “Convention and Protocol concerning Disputes” is something else.
 */
export function looseOf([first = '', ...rest]: readonly string[]): string {
  return [first, ...rest.sort()].join(' ');
}

/** Short words all in capitals (ООН, WHO, UE): “who” is none. */
export function isAcronym(name: string): boolean {
  return /^[\p{Lu}\p{N}.&/+ -]{1,12}$/u.test(name) && !/\p{Lu}{3,} \p{Lu}{3,}/u.test(name);
}

function wordsOf(name: string, language: LanguageCode): string[] {
  const isAscii = ASCII.test(name);
  let plain = (isAscii ? name : name.normalize('NFKD').replace(/\p{M}/gu, '')).toLowerCase();
  if (language === 'en' && RESPELT.test(plain))
    for (const [spelling, same] of SPELLINGS) plain = plain.replace(spelling, same);
  const contracted = CONTRACTED[language];
  const articles = ARTICLES[language];
  const words: string[] = [];
  for (const written of plain.match(isAscii ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? []) {
    const word = contracted?.get(written) ?? written;
    if (!articles.has(word)) words.push(word);
  }
  return words;
}

const CASE_ENDING = /(?:[аи]ми|ями|[оеыи]го|[оеыи]му|[оеыи]м|[ыи]х|[оеё]в|ам|ям|ах|ях|[аеиоуыьэюя])+$/u;
const SHORTEST_STEM = 3;

/** Договора, Договором → договор; short words keep all. */
function withoutCase(word: string): string {
  const stem = word.replace(CASE_ENDING, '');
  return stem.length < SHORTEST_STEM ? word : stem;
}
