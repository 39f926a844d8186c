/** One agreement under a longer and a shorter name: “1993 Torremolinos Protocol”, “Torremolinos Protocol of 1993 relating to …”. */
import { agree } from '../../../text/edtf.ts';
import type { AgreementFacts, Parent } from '../../draft.ts';
import type { Mention } from './mentions.ts';
import { SAME_RANK } from './wording.ts';

type Full = {
  readonly facts: AgreementFacts;
  readonly core: string /** Of the core; made when asked for. */;
  words: ReadonlySet<string> | null;
};

/** How many full titles a text's names are compared with. */
const MOST = 400;

/** Gives names the core of the one title that has all their words, the same kind and no other date. */
export function unify(mentions: readonly Mention[], parents: readonly Parent[]): readonly Parent[] {
  const full = new Map<string, Full>();
  for (const { facts, via, own, tail } of mentions)
    if (
      (via === 'title' || ((via === 'description' || via === 'name') && tail?.topic)) &&
      !(own && facts.some(({ title }) => /supplement|additional|amend|revis|interim/i.test(title ?? '')))
    )
      for (const one of facts)
        if (one.core !== undefined && full.size < MOST) {
          const key = `${one.core} ${one.signed ?? ''}`;
          full.set(key, { facts: one, core: one.core, words: full.get(key)?.words ?? null });
        }
  const known = new Map<string, Full | null>();
  for (const mention of mentions)
    if (mention.facts.length > 0 && mention.via !== 'title' && !mention.tail?.topic)
      mention.facts = mention.facts.map((facts) => withCore(facts, full, known));
  return parents.map((parent) => withCore(parent, full, known));
}

function withCore<T extends AgreementFacts>(
  facts: T,
  full: ReadonlyMap<string, Full>,
  known: Map<string, Full | null>,
): T {
  if (facts.core === undefined || facts.keys !== undefined) return facts;
  const key = `${facts.kind ?? ''} ${facts.core} ${facts.signed ?? ''}`;
  let one = known.get(key);
  if (one === undefined) {
    one = meantOf(facts, facts.core, full);
    known.set(key, one);
  }
  return one === null ? facts : { ...facts, core: one.core, kind: one.facts.kind ?? facts.kind };
}

function meantOf(facts: AgreementFacts, core: string, full: ReadonlyMap<string, Full>): Full | null {
  if (core === `${facts.kind ?? ''} of ${facts.signed ?? ''}`) return ofDate(facts, full);
  return core.includes(' of ') ? null : ofWords(facts, core.split(' '), full);
}

/**
 * “the agreement of July 26, 1982”, “the 1906 convention”: the one agreement that is entitled and has that day or year.
 * A convention may be spoken of as “the 1906 treaty” where there is no treaty of that year.
 */
function ofDate({ kind, signed = '' }: AgreementFacts, full: ReadonlyMap<string, Full>): Full | null {
  if (signed.length !== 4 && signed.length !== 10) return null;
  const dated = [...full.values()].filter(({ facts }) => facts.signed?.startsWith(signed));
  const same = dated.filter(({ facts }) => facts.kind === kind);
  return onlyOne(
    same.length > 0 ? same : dated.filter(({ facts }) => isOfRank(facts.kind) && isOfRank(kind)),
  );
}

function isOfRank(kind: AgreementFacts['kind']): boolean {
  return kind !== undefined && SAME_RANK.has(kind);
}

function ofWords(
  facts: AgreementFacts,
  words: readonly string[],
  full: ReadonlyMap<string, Full>,
): Full | null {
  const { kind, signed } = facts;
  return onlyOne(
    [...full.values()].filter(
      (one) =>
        one.facts.kind === kind &&
        (signed === undefined || one.facts.signed === undefined || agree(signed, one.facts.signed)) &&
        hasMore(one, words, signed),
    ),
  );
}

/** Whether a title has all these words, and more; of an agreement of the same day its place may be one of them. */
function hasMore(one: Full, words: readonly string[], signed: string | undefined): boolean {
  one.words ??= new Set(one.core.split(' '));
  const all = one.words;
  const place =
    signed?.length === 10 && signed === one.facts.signed ? one.facts.place?.toLowerCase() : undefined;
  return all.size > words.length && words.every((word) => all.has(word) || word === place);
}

/** The one that all of these are; null where they are several, or none. */
function onlyOne(found: readonly Full[]): Full | null {
  return found.every(({ core }) => core === found[0]?.core) ? (found[0] ?? null) : null;
}
