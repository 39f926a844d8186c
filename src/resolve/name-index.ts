/** One lookup of names for all languages: what a name can mean, and what it means when the context leaves one. */
import type { LanguageCode } from '../../graph/vocabulary.ts';
import type { AgreementFacts } from '../extract/draft.ts';
import { agree, sharper } from '../text/edtf.ts';
import { pushNew } from '../text/multimap.ts';
import type { Authorities, AuthorityName, AuthorityType } from './authorities.ts';
import { readDatedName } from './dated-name.ts';
import { linkAgreement } from './linking.ts';
import { isAcronym, keysOf, looseOf } from './name-keys.ts';

/** What a name was found to mean; `key` is a state's code where `type` is `state`. */
export type Linked = Readonly<{ type: AuthorityType; key: string }>;
/** What the text says beside the name. */
export type NameFacts = Pick<AgreementFacts, 'signed' | 'parties' | 'kind'>;

type Index = Readonly<{
  exact: ReadonlyMap<string, readonly AuthorityName[]>;
  inflected: ReadonlyMap<string, readonly AuthorityName[]>;
  /** Agreements alone. */
  loose: ReadonlyMap<string, readonly string[]>;
  /** All words of weight in these. */
  weighty: ReadonlySet<string>;
}>;

/** What has a name, and the keys of the agreements that share its words of weight. */
type Found = Readonly<{
  exact: readonly AuthorityName[];
  inflected: readonly AuthorityName[];
  agreeing: readonly string[];
}>;
const NONE: readonly never[] = [];

/** Made when a language is first asked for: most texts need one. */
const indexes = new WeakMap<Authorities, Map<LanguageCode, Index>>();

/**
 * The one entry that a name means, or null. A name that belongs to one entry alone links unless date or parties
 * clash; one that several things share, and one that agrees only in its words of weight, links where the date
 * agrees. A date inside the name counts as the text's.
 * @param name as written: any case, width, accents, articles, either Chinese script
 */
export function linkName(
  name: string,
  language: LanguageCode,
  facts: NameFacts,
  authorities: Authorities,
): Linked | null {
  const names = new Names(language, authorities);
  const whole = linkBare(name, names.find(name), facts, authorities);
  if (whole) return whole;
  const dated = readDatedName(name, language);
  if (dated && (facts.signed === undefined || agree(facts.signed, dated.signed))) {
    const signed = facts.signed === undefined ? dated.signed : sharper(facts.signed, dated.signed);
    const bare = linkBare(dated.bare, names.find(dated.bare), { ...facts, signed }, authorities);
    if (bare) return bare;
  }
  return linkTrimmed(name, names, facts, authorities);
}

/** What lists and prose add to a title: `[with Protocol]`, `, done at Paris …`, `, adopted by the Assembly`. */
const BRACKETED = /\s*[[(（][^\])）]*[\])）]?/gu;
const TAIL =
  /,?\s+(?:with|done|signed|opened|adopted|concluded|as amended|together with|amending articles?|securing|conferring|and (?:related )?(?:protocols?|annex|final act|regulations|arrangements?))\b.*$/iu;

/** Without what was added, where the date agrees. */
function linkTrimmed(name: string, names: Names, facts: NameFacts, authorities: Authorities): Linked | null {
  if (facts.signed === undefined) return null;
  const plain = name.replace(BRACKETED, '').trim();
  const bare = readDatedName(plain, names.language)?.bare ?? plain;
  const weakKeys = [...new Set([plain, plain.replace(TAIL, ''), bare])].flatMap((one) => {
    const { exact, agreeing } = names.find(one);
    return [...exact.filter(isAgreement).map((entry) => entry.key), ...agreeing];
  });
  const key = weakKeys.length === 0 ? null : linkAgreement({ ...facts, weakKeys }, authorities);
  return key === null ? null : { type: 'agreement', key };
}

/** The agreement that a title means, as `linkName` finds it. */
export function linkTitle(
  facts: AgreementFacts,
  language: LanguageCode,
  authorities: Authorities,
): string | null {
  const linked = facts.title === undefined ? null : linkName(facts.title, language, facts, authorities);
  return linked?.type === 'agreement' ? linked.key : null;
}

function linkBare(
  name: string,
  { exact, inflected, agreeing }: Found,
  facts: NameFacts,
  authorities: Authorities,
): Linked | null {
  const found = exact.length > 0 ? exact : inflected;
  // Most titles are of agreements that nobody lists.
  if (found.length === 0 && agreeing.length === 0) return null;
  const named = found.filter((entry) => isWritten(entry, name));
  const sure = named.filter((entry) => !entry.ambiguous);
  const keys = sure.filter(isAgreement).map((entry) => entry.key);
  const weakKeys = [
    ...named.filter((entry) => entry.ambiguous && isAgreement(entry)).map((entry) => entry.key),
    ...agreeing,
  ];
  const key = linkAgreement({ ...facts, keys, weakKeys }, authorities);
  if (key !== null) return { type: 'agreement', key };
  const others = sure.filter((entry) => !isAgreement(entry));
  const [other] = others;
  return other !== undefined && new Set(others.map((one) => `${one.type} ${one.key}`)).size === 1
    ? { type: other.type, key: other.key }
    : null;
}

/** The names that one question is about, each looked up once. */
class Names {
  readonly language: LanguageCode;
  readonly #index: Index;
  readonly #found = new Map<string, Found>();

  constructor(language: LanguageCode, authorities: Authorities) {
    this.language = language;
    this.#index = indexOf(authorities, language);
  }

  find(name: string): Found {
    const known = this.#found.get(name);
    if (known) return known;
    const index = this.#index;
    const { exact, inflected, weighty } = keysOf(name, this.language);
    const found = {
      exact: index.exact.get(exact) ?? NONE,
      inflected: (inflected === undefined ? undefined : index.inflected.get(inflected)) ?? NONE,
      // Most titles have a word that no title in the lists has: they need not be put in order.
      agreeing:
        (weighty.every((word) => index.weighty.has(word)) ? index.loose.get(looseOf(weighty)) : undefined) ??
        NONE,
    };
    this.#found.set(name, found);
    return found;
  }
}

function isAgreement(entry: AuthorityName): boolean {
  return entry.type === 'agreement';
}

/** An acronym is written as one: “who” does not mean WHO. */
function isWritten(entry: AuthorityName, name: string): boolean {
  return !isAcronym(entry.name) || !/^\p{Ll}+$/u.test(name);
}

function indexOf(authorities: Authorities, language: LanguageCode): Index {
  const known = indexes.get(authorities) ?? new Map<LanguageCode, Index>();
  indexes.set(authorities, known);
  const index = known.get(language) ?? makeIndex(authorities, language);
  known.set(language, index);
  return index;
}

function makeIndex(authorities: Authorities, language: LanguageCode): Index {
  const exact = new Map<string, AuthorityName[]>();
  const inflected = new Map<string, AuthorityName[]>();
  const loose = new Map<string, string[]>();
  const weighty = new Set<string>();
  for (const entry of authorities.namesOf(language)) {
    const keys = keysOf(entry.name, language);
    pushNew(exact, keys.exact, entry);
    if (keys.inflected !== undefined) pushNew(inflected, keys.inflected, entry);
    if (!isAgreement(entry) || isAcronym(entry.name)) continue;
    pushNew(loose, looseOf(keys.weighty), entry.key);
    for (const word of keys.weighty) weighty.add(word);
  }
  return { exact, inflected, loose, weighty };
}
