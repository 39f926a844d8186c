/** States and territories: what the package that keeps ISO 3166-1 says, with what our own files add. */
import codes from 'i18n-iso-countries/codes.json' with { type: 'json' };
import en from 'i18n-iso-countries/langs/en.json' with { type: 'json' };
import es from 'i18n-iso-countries/langs/es.json' with { type: 'json' };
import fr from 'i18n-iso-countries/langs/fr.json' with { type: 'json' };
import ru from 'i18n-iso-countries/langs/ru.json' with { type: 'json' };
import zh from 'i18n-iso-countries/langs/zh.json' with { type: 'json' };
import { LANGUAGES, type LanguageCode } from '../../graph/vocabulary.ts';
import type { Names, StateAuthority } from './authorities.ts';

type Listed = Readonly<Record<string, string | readonly string[]>>;
const LISTS: Readonly<Record<LanguageCode, Listed>> = {
  zh: zh.countries,
  en: en.countries,
  ru: ru.countries,
  fr: fr.countries,
  es: es.countries,
};

/** Forms for sorting that no text uses: “Korea, Republic of”, “Virgin Islands (British)”. */
const LIST_FORM = /[,(（]/;

/** Every alpha-3 code of ISO 3166-1 with its short names by language; “Congo”, which is two states, is none. */
function isoStates(): StateAuthority[] {
  const shared = new Set(LANGUAGES.flatMap((language) => repeated(Object.values(LISTS[language]).flat())));
  return codes.map(([two = '', code = '']) => {
    const names: Partial<Record<LanguageCode, readonly string[]>> = {};
    for (const language of LANGUAGES) {
      const listed = [LISTS[language][two] ?? []].flat();
      const plain = listed.filter((name) => !LIST_FORM.test(name) && !shared.has(name));
      if (plain.length > 0) names[language] = plain;
    }
    return { code, names };
  });
}

function repeated(names: readonly string[]): string[] {
  const seen = new Set<string>();
  return names.filter((name) => seen.size === seen.add(name).size);
}

const ISO_STATES: readonly StateAuthority[] = isoStates();

/** All of ISO 3166-1 joined with our own entries, by code; our short names come first, official ones last. */
export function mergeStates(own: readonly StateAuthority[]): ReadonlyMap<string, StateAuthority> {
  const states = new Map(ISO_STATES.map((state) => [state.code, state]));
  for (const state of own) {
    const listed = states.get(state.code)?.names ?? {};
    states.set(state.code, { ...state, names: joinNames(state, listed) });
  }
  return new Map([...states].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function joinNames(own: StateAuthority, listed: Names): Names {
  const names: Partial<Record<LanguageCode, readonly string[]>> = {};
  for (const language of LANGUAGES) {
    const apart = new Set(own.ambiguous?.[language]);
    const all = [own.names, listed, own.official ?? {}].flatMap((part) => part[language] ?? []);
    const plain = [...new Set(all)].filter((name) => !apart.has(name));
    if (plain.length > 0) names[language] = plain;
  }
  return names;
}
