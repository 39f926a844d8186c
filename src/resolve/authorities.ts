/**
 * What reference lists know: agreements, organizations, states and places, with names in every language.
 * Pure: the edge reads `seed/authorities/*.json` and passes what it read.
 */

import { createHash } from 'node:crypto';
import type { RelationType } from '../../graph/vocabulary.ts';
import { AGREEMENT_KINDS, type AgreementKind, LANGUAGES, type LanguageCode } from '../../graph/vocabulary.ts';
import { StemmaError } from '../errors.ts';
import { checkAuthorities } from './authority-check.ts';
import { mergeStates } from './states.ts';

/** Extended Date/Time Format: `1994-09-03`, `1994-09`, `1994`, `1994/1996`. */
export type Edtf = string;
/** Names by language; the first of each is the preferred one. */
export type Names = Partial<Record<LanguageCode, readonly string[]>>;
/** Key in the sources, and where in it after a colon: `mtdsg:XXVI-4`. */
export type SourceReference = string;

/** A list or page that was read, named so that a reader finds it. */
export type AuthoritySource = Readonly<{ key: string; title: string; publisher?: string; address?: string }>;

type Named = Readonly<{
  key: string;
  /** What texts call it and nothing else. */
  names: Names;
  /** What texts call it and other things too: links only when the context leaves one. */
  ambiguous?: Names;
}>;
type Sourced = Readonly<{
  /** Where its dates, place, parties and keeper were read. */
  sources: readonly SourceReference[];
  /** Nobody has checked it: it supplies names, and no dates. */
  unverified?: true;
}>;
/** What one agreement does to another one, and where that was read. */
export type AuthorityRelation = Readonly<{ type: RelationType; to: string; source: SourceReference }>;

export type AgreementAuthority = Named &
  Sourced &
  Readonly<{
    kind: AgreementKind;
    adopted?: Edtf;
    signed?: Edtf;
    in_force?: Edtf;
    ended?: Edtf;
    /** Key of a place. */
    place?: string;
    /** State codes or organization keys, only where they are few and complete. */
    parties?: readonly string[];
    /** State codes or organization keys. */
    depositary?: readonly string[];
    /** Key of an organization. */
    adopted_by?: string;
    relations?: readonly AuthorityRelation[];
  }>;

export type OrganizationAuthority = Named &
  Sourced &
  Readonly<{
    /** Key of the organization that it is an organ of. */
    organ_of?: string;
    /** Key of the agreement that founded it. */
    founded_by?: string;
    /** Key of the organization whose place it took. */
    predecessor?: string;
  }>;

export type StateAuthority = Readonly<{
  /** ISO 3166-1 alpha-3, or ISO 3166-3's former one. */
  code: string;
  /** In a file: what the package lacks or has in another order. In the register: all, the short one first. */
  names: Names;
  /** The full form that treaties use, then older names; in the register they stand in `names` too. */
  official?: Names;
  ambiguous?: Names;
  /** Words of the state that do not name it: “Norwegian”. */
  adjectives?: Names;
  /** One character in combinations such as 中俄. */
  abbreviation?: Readonly<{ zh: string }>;
  /** A territory with a code of its own: named as a place. */
  territory?: true;
  /** Codes that ISO 3166-3 keeps of the same state under an older name. */
  former_codes?: readonly string[];
  from?: Edtf;
  until?: Edtf;
  /** Codes of the states that took its place. */
  successors?: readonly string[];
  /** Where its years and successors were read. */
  sources?: readonly SourceReference[];
}>;

/** A city, region, sea, river or territory. */
export type PlaceAuthority = Named;

/** What one authority file may hold; each list is sorted by key or code. */
export type AuthorityFile = Readonly<{
  sources?: readonly AuthoritySource[];
  agreements?: readonly AgreementAuthority[];
  organizations?: readonly OrganizationAuthority[];
  states?: readonly StateAuthority[];
  places?: readonly PlaceAuthority[];
}>;
/** A file as the edge read it. */
export type NamedJson = Readonly<{ name: string; json: unknown }>;

export type AuthorityType = 'agreement' | 'organization' | 'state' | 'place';
/** One name of one authority, for a lexicon. `key` is a state's code where `type` is `state`. */
export type AuthorityName = Readonly<{
  type: AuthorityType;
  key: string;
  name: string;
  preferred: boolean;
  ambiguous: boolean;
}>;

export type Authorities = Readonly<{
  agreements: ReadonlyMap<string, AgreementAuthority>;
  organizations: ReadonlyMap<string, OrganizationAuthority>;
  /** By code; territories too. */
  states: ReadonlyMap<string, StateAuthority>;
  /** By key; a territory's key is its code in small letters. */
  places: ReadonlyMap<string, PlaceAuthority>;
  sources: ReadonlyMap<string, AuthoritySource>;
  /** Changes whenever the contents do. */
  hash: string;
  /** Every name in a language: agreements, organizations, states, places. */
  namesOf(language: LanguageCode): readonly AuthorityName[];
}>;

export { AGREEMENT_KINDS, checkAuthorities };

/**
 * Reads authority files, in any order, into one register.
 * @throws StemmaError BAD_AUTHORITY with the first problem that `checkAuthorities` lists.
 */
export function parseAuthorities(files: readonly NamedJson[]): Authorities {
  const [problem, ...others] = checkAuthorities(files);
  if (problem !== undefined) {
    const more = others.length > 0 ? ` (and ${String(others.length)} more problems)` : '';
    throw new StemmaError('BAD_AUTHORITY', `${problem}${more}`);
  }
  // checkAuthorities has just found every file to be of this shape.
  const contents = files.map((file) => file.json as AuthorityFile);
  const states = mergeStates(contents.flatMap((file) => file.states ?? []));
  const authorities = {
    agreements: byKey(contents.flatMap((file) => file.agreements ?? [])),
    organizations: byKey(contents.flatMap((file) => file.organizations ?? [])),
    states,
    places: byKey([...contents.flatMap((file) => file.places ?? []), ...territories(states)]),
    sources: byKey(contents.flatMap((file) => file.sources ?? [])),
    hash: hashOf(contents.map((content) => JSON.stringify(content)).sort()),
  };
  const names = new Map<LanguageCode, readonly AuthorityName[]>();
  return {
    ...authorities,
    namesOf(language) {
      const known = names.get(language) ?? [...namesIn(authorities, language)];
      names.set(language, known);
      return known;
    },
  };
}

/** The name to show: preferred, else ambiguous, in this language, else in English, else in any. */
export function preferredName(
  authority: Readonly<{ names: Names; ambiguous?: Names }>,
  language: LanguageCode,
): string {
  const own = nameIn(authority, language) ?? nameIn(authority, 'en');
  if (own !== undefined) return own;
  for (const other of LANGUAGES) {
    const name = nameIn(authority, other);
    if (name !== undefined) return name;
  }
  return '';
}

function nameIn(
  { names, ambiguous }: Readonly<{ names: Names; ambiguous?: Names }>,
  language: LanguageCode,
): string | undefined {
  return names[language]?.[0] ?? ambiguous?.[language]?.[0];
}

/** A source in words: `mtdsg:XXVI-4` → “United Nations, Multilateral Treaties …, XXVI-4”. */
export function describeSource(
  authorities: Pick<Authorities, 'sources'>,
  reference: SourceReference,
): string {
  const [key = '', ...where] = reference.split(':');
  const source = authorities.sources.get(key);
  if (source === undefined) return reference;
  const publisher = source.publisher === undefined ? [] : [source.publisher];
  return [...publisher, source.title, ...(where.length > 0 ? [where.join(':')] : [])].join(', ');
}

function byKey<T extends { key: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.key, entry]));
}

function territories(states: ReadonlyMap<string, StateAuthority>): PlaceAuthority[] {
  return [...states.values()]
    .filter((state) => state.territory === true)
    .map(({ code, names, ambiguous }) => ({
      key: code.toLowerCase(),
      names,
      ...(ambiguous === undefined ? {} : { ambiguous }),
    }));
}

function* namesIn(
  authorities: Pick<Authorities, 'agreements' | 'organizations' | 'states' | 'places'>,
  language: LanguageCode,
): Generator<AuthorityName> {
  for (const entry of authorities.agreements.values())
    yield* namesOfEntry(entry, 'agreement', entry.key, language);
  for (const entry of authorities.organizations.values())
    yield* namesOfEntry(entry, 'organization', entry.key, language);
  for (const entry of authorities.states.values())
    if (entry.territory !== true) yield* namesOfEntry(entry, 'state', entry.code, language);
  for (const entry of authorities.places.values()) yield* namesOfEntry(entry, 'place', entry.key, language);
}

function* namesOfEntry(
  entry: Readonly<{ names: Names; ambiguous?: Names }>,
  type: AuthorityType,
  key: string,
  language: LanguageCode,
): Generator<AuthorityName> {
  let preferred = true;
  for (const name of entry.names[language] ?? []) {
    yield { type, key, name, preferred, ambiguous: false };
    preferred = false;
  }
  for (const name of entry.ambiguous?.[language] ?? []) {
    yield { type, key, name, preferred, ambiguous: true };
    preferred = false;
  }
}

/** For telling contents apart. */
function hashOf(texts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const text of texts) hash.update(text).update('\u0000');
  return hash.digest('hex').slice(0, 16);
}
