/** One agreement as one text speaks of it: what its mentions say, joined. */
import type { AgreementKind } from '../../graph/vocabulary.ts';
import type { AgreementFacts } from '../extract/draft.ts';
import type { Via } from '../records.ts';
import { agree, sharper } from '../text/edtf.ts';

export type Cluster = {
  /** In order of first mention. */
  readonly index: number;
  /** The document's own instrument. */
  readonly own: boolean;
  facts: AgreementFacts;
  /** How good `facts.title` is: a better one replaces it. */
  rank: number;
  /** Other titles of it. */
  readonly titles: Set<string>;
  /** Whether a mention speaks of it as something that there is. */
  concluded: boolean;
  prospective: boolean;
};

/** A title is worth more than a name, that more than a description. */
const RANK: Readonly<Record<Via, number>> = { title: 4, name: 3, description: 2, definition: 1, anaphor: 0 };

/** All agreements of one text. */
export class Clusters {
  readonly all: Cluster[] = [];
  readonly #byCore = new Map<string, Cluster[]>();
  readonly #byKey = new Map<string, Cluster[]>();

  /** The cluster that these facts are about, or null when there is none yet, or more than one. */
  find(facts: AgreementFacts): Cluster | null {
    const byCore = facts.core === undefined ? [] : (this.#byCore.get(facts.core) ?? []);
    const byKey = (facts.keys ?? []).flatMap((key) => this.#byKey.get(key) ?? []);
    const candidates = [...new Set([...byCore, ...byKey])].filter((cluster) => fits(cluster.facts, facts));
    if (candidates.length <= 1) return candidates[0] ?? null;
    // Of several with one name, the one that says the same date; else one that is not the text itself; else the last named.
    const sameDate = candidates.filter((cluster) => facts.signed && cluster.facts.signed);
    const others = candidates.filter((cluster) => !cluster.own);
    return (sameDate.length === 1 ? sameDate[0] : others[others.length - 1]) ?? null;
  }

  add(facts: AgreementFacts, via: Via, own = false): Cluster {
    const cluster: Cluster = {
      index: this.all.length,
      own,
      facts: {},
      rank: -1,
      titles: new Set(),
      concluded: false,
      prospective: false,
    };
    this.all.push(cluster);
    this.join(cluster, facts, via);
    return cluster;
  }

  /** Adds what another mention says. */
  join(cluster: Cluster, facts: AgreementFacts, via: Via): void {
    const better = facts.title !== undefined && RANK[via] > cluster.rank;
    if (facts.title !== undefined) cluster.titles.add(facts.title);
    cluster.facts = joinFacts(cluster.facts, facts, better);
    if (better) cluster.rank = RANK[via];
    if (facts.prospective === true) cluster.prospective = true;
    else if (via !== 'anaphor' && via !== 'definition') cluster.concluded = true;
    if (facts.core !== undefined) list(this.#byCore, facts.core, cluster);
    for (const key of facts.keys ?? []) list(this.#byKey, key, cluster);
  }
}

function list(map: Map<string, Cluster[]>, key: string, cluster: Cluster): void {
  const clusters = map.get(key);
  if (!clusters) map.set(key, [cluster]);
  else if (!clusters.includes(cluster)) clusters.push(cluster);
}

/** Whether both can be about one agreement: nothing that both say clashes. */
function fits(one: AgreementFacts, other: AgreementFacts): boolean {
  if (one.signed !== undefined && other.signed !== undefined && !agree(one.signed, other.signed))
    return false;
  if (one.kind !== undefined && other.kind !== undefined && one.kind !== other.kind) return false;
  return !one.parties || !other.parties || sameSet(one.parties, other.parties);
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}

function joinFacts(old: AgreementFacts, added: AgreementFacts, better: boolean): AgreementFacts {
  const joined = better ? { ...old, ...added } : { ...added, ...old };
  const signed =
    old.signed !== undefined && added.signed !== undefined
      ? sharper(old.signed, added.signed)
      : (old.signed ?? added.signed);
  const keys = [...new Set([...(old.keys ?? []), ...(added.keys ?? [])])];
  const weakKeys = [...new Set([...(old.weakKeys ?? []), ...(added.weakKeys ?? [])])];
  return {
    ...joined,
    ...(signed === undefined ? {} : { signed }),
    ...(keys.length === 0 ? {} : { keys }),
    ...(weakKeys.length === 0 ? {} : { weakKeys }),
  };
}

/** Whether an agreement of this kind can be meant by a noun of these kinds. */
export function fitsKinds(cluster: Cluster, kinds: readonly AgreementKind[]): boolean {
  return kinds.length === 0 || (cluster.facts.kind !== undefined && kinds.includes(cluster.facts.kind));
}
