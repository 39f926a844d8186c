/** One agreement as one text speaks of it: what its mentions say, joined. */
import type { AgreementKind } from '../../graph/vocabulary.ts';
import type { AgreementFacts } from '../extract/draft.ts';
import type { Via } from '../records.ts';
import { agree, sharper, widening } from '../text/edtf.ts';
import { push } from '../text/multimap.ts';

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
  /** The cores of its titles. */
  readonly cores: Set<string>;
  /** Whether a mention speaks of it as something that there is. */
  concluded: boolean;
  prospective: boolean;
};

/** A title is worth more than a name, that more than a description. */
const RANK: Readonly<Record<Via, number>> = { title: 4, name: 3, description: 2, definition: 1, anaphor: 0 };

/** All agreements of one text. */
export class Clusters {
  readonly all: Cluster[] = [];
  readonly #byCore = new Map<string, Dated>();
  readonly #byKey = new Map<string, Dated>();

  /** The cluster that these facts are about, or null when there is none yet, or more than one. */
  find(facts: AgreementFacts): Cluster | null {
    const lists = [
      facts.core === undefined ? undefined : this.#byCore.get(facts.core),
      ...(facts.keys ?? []).map((key) => this.#byKey.get(key)),
    ].filter((list) => list !== undefined);
    // The last named first; what several lists have counts where the first has it.
    const candidates = new Set<Cluster>();
    for (let i = lists.length - 1; i >= 0; i -= 1)
      for (const cluster of lists[i]?.agreeing(facts.signed) ?? []) {
        if (lists.findIndex((list) => list.has(cluster)) < i) continue;
        if (fits(cluster.facts, facts)) candidates.add(cluster);
        if (facts.signed === undefined && isEnough(candidates)) break;
      }
    if (candidates.size <= 1) return [...candidates][0] ?? null;
    // Of several with one name, the one that says the same date; else one that is not the text itself; else the last named.
    const several = [...candidates];
    const sameDate = several.filter((cluster) => facts.signed && cluster.facts.signed);
    return (sameDate.length === 1 ? sameDate[0] : several.find((cluster) => !cluster.own)) ?? null;
  }

  add(facts: AgreementFacts, via: Via, own = false): Cluster {
    const cluster: Cluster = {
      index: this.all.length,
      own,
      facts: {},
      rank: -1,
      titles: new Set(),
      cores: new Set(),
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
    if (facts.core !== undefined) cluster.cores.add(facts.core);
    for (const core of cluster.cores) list(this.#byCore, core, cluster);
    for (const key of cluster.facts.keys ?? []) list(this.#byKey, key, cluster);
  }
}

function list(map: Map<string, Dated>, key: string, cluster: Cluster): void {
  const known = map.get(key);
  if (known) known.add(cluster);
  else map.set(key, new Dated(cluster));
}

/** Without a date, the last that is not the text itself is taken, however many there are. */
function isEnough(candidates: ReadonlySet<Cluster>): boolean {
  return candidates.size > 2 || (candidates.size === 2 && [...candidates].some((cluster) => !cluster.own));
}

/** Clusters of one name by their dates: a list of a hundred protocols of one title is no reason to look at each. */
class Dated {
  /** The date under which each is listed. */
  readonly #dates = new Map<Cluster, string>();
  /** By date as said; '' for none. */
  readonly #exactly = new Map<string, Cluster[]>();
  /** By date as said and each less precise one: 1994-09-03 is in 1994-09, 1994 and ''. */
  readonly #within = new Map<string, Cluster[]>();

  constructor(cluster: Cluster) {
    this.add(cluster);
  }

  has(cluster: Cluster): boolean {
    return this.#dates.has(cluster);
  }

  add(cluster: Cluster): void {
    const { signed = '' } = cluster.facts;
    if (this.#dates.get(cluster) === signed) return;
    this.#dates.set(cluster, signed);
    push(this.#exactly, signed, cluster);
    for (const date of [...widening(signed), '']) push(this.#within, date, cluster);
  }

  /** Those whose date may agree with this one, the last named first; some that have been dated since may not. */
  *agreeing(signed = ''): Iterable<Cluster> {
    if (signed !== '') yield* backwards(this.#exactly.get('') ?? []);
    for (const date of widening(signed).reverse())
      if (date !== signed) yield* backwards(this.#exactly.get(date) ?? []);
    yield* backwards(this.#within.get(signed) ?? []);
  }
}

function* backwards<T>(values: readonly T[]): Iterable<T> {
  for (let i = values.length - 1; i >= 0; i -= 1) yield values[i] as T;
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
