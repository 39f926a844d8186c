/** One agreement under a longer and a shorter name: “1993 Torremolinos Protocol”, “Torremolinos Protocol of 1993 relating to …”. */
import { agree } from '../../../text/edtf.ts';
import type { AgreementFacts, Parent } from '../../draft.ts';
import type { Mention } from './mentions.ts';

type Full = Readonly<{ facts: AgreementFacts; core: string; words: ReadonlySet<string> }>;

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
        if (one.core !== undefined && full.size < MOST)
          full.set(`${one.core} ${one.signed ?? ''}`, {
            facts: one,
            core: one.core,
            words: new Set(one.core.split(' ')),
          });
  const known = new Map<string, string | null>();
  for (const mention of mentions)
    if (mention.via !== 'title' && !mention.tail?.topic)
      mention.facts = mention.facts.map((facts) => withCore(facts, full, known));
  return parents.map((parent) => withCore(parent, full, known));
}

function withCore<T extends AgreementFacts>(
  facts: T,
  full: ReadonlyMap<string, Full>,
  known: Map<string, string | null>,
): T {
  if (facts.core === undefined || facts.keys !== undefined) return facts;
  const key = `${facts.kind ?? ''} ${facts.core} ${facts.signed ?? ''}`;
  let core = known.get(key);
  if (core === undefined) {
    const dated = facts.core === `${facts.kind ?? ''} of ${facts.signed ?? ''}`;
    core = dated
      ? sameDay(facts, full)
      : facts.core.includes(' of ')
        ? null
        : fullCore(facts, facts.core.split(' '), full);
    known.set(key, core);
  }
  return core === null ? facts : { ...facts, core };
}

/** “the agreement of July 26, 1982” is the one agreement that is entitled and has that day. */
function sameDay({ kind, signed }: AgreementFacts, full: ReadonlyMap<string, Full>): string | null {
  const cores = new Set<string>();
  for (const one of full.values())
    if (one.facts.kind === kind && one.facts.signed === signed) cores.add(one.core);
  const [core] = cores;
  return cores.size === 1 && core !== undefined && signed?.length === 10 ? core : null;
}

function fullCore(
  facts: AgreementFacts,
  words: readonly string[],
  full: ReadonlyMap<string, Full>,
): string | null {
  const cores = new Set<string>();
  for (const one of full.values()) {
    if (one.facts.kind !== facts.kind || one.words.size <= words.length) continue;
    if (
      facts.signed !== undefined &&
      one.facts.signed !== undefined &&
      !agree(facts.signed, one.facts.signed)
    )
      continue;
    if (words.every((word) => one.words.has(word))) cores.add(one.core);
  }
  const [core] = cores;
  return cores.size === 1 && core !== undefined ? core : null;
}
