/** Names that the authorities list in a text's language, found as they are written: a look-up, not a reading. */
import { LANGUAGES } from '../../../../graph/vocabulary.ts';
import type { Authorities, AuthorityName } from '../../../resolve/authorities.ts';
import { Trie } from '../../../text/trie.ts';
import type { Draft } from '../../draft.ts';

type Named = Pick<AuthorityName, 'type' | 'key'>;
const KIND = 'und/name';

/** Makes the look-up for a language; it finds nothing in one that no names are listed in. */
export function makeNames(code: string, authorities: Authorities): (text: string) => Draft[] {
  const language = LANGUAGES.find((one) => one === code);
  if (language === undefined) return () => [];
  const names = new Trie<readonly Named[]>('word');
  // An acronym may be a word.
  for (const { type, key, name, ambiguous } of authorities.namesOf(language))
    if (!ambiguous && name.length > 3 && name !== name.toUpperCase())
      names.add(fold(name), [{ type, key }], (old, added) => [...old, ...added]);
  return (text) => {
    const isCased = /\p{Lu}\p{Ll}/u.test(text);
    return names
      .scan(fold(text))
      .filter(({ start }) => !isCased || /\p{Lu}/u.test(text[start] ?? ''))
      .flatMap(({ start, end, value }) => draftOf(text, start, end, value) ?? []);
  };
}

/** Small letters without accents, unit by unit at the same places: texts lose both. */
function fold(text: string): string {
  return text.replace(/[^\0-\x60{-\x7f]|[A-Z]/gu, (unit) => {
    const bare = unit.normalize('NFD').charAt(0).toLowerCase();
    return bare.length === unit.length ? bare : unit;
  });
}

function draftOf(text: string, start: number, end: number, named: readonly Named[]): Draft | null {
  const name = text.slice(start, end).replace(/\s+/g, ' ');
  const common = { start, end, rule: KIND, confidence: 0.9 };
  const keys = (type: Named['type']) => [
    ...new Set(named.flatMap((one) => (one.type === type ? [one.key] : []))),
  ];
  const [agreements, states, organizations, places] = [
    keys('agreement'),
    keys('state'),
    keys('organization'),
    keys('place'),
  ];
  if (agreements.length > 0)
    return {
      type: 'agreement',
      ...common,
      via: 'name',
      facts: [{ title: name, core: fold(name), keys: agreements }],
    };
  if (states.length === 1) return { type: 'state', ...common, codes: states };
  if (organizations.length > 0) return { type: 'organization', ...common, name, keys: organizations };
  const [place] = places;
  return place === undefined ? null : { type: 'place', ...common, name, key: place };
}
