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

/** What is said of an agreement of which no mention has been joined. */
const NOTHING: AgreementFacts = {};

/** All agreements of one text. */
export class Clusters {
  readonly all: Cluster[] = [];
  readonly #byCore = new Map<string, Namesakes>();
  readonly #byKey = new Map<string, Namesakes>();

  /** The cluster that these facts are about, or null when there is none yet, or more than one. */
  find(facts: AgreementFacts): Cluster | null {
    const lists = this.#listsOf(facts);
    const [first] = lists;
    if (!first) return null;
    // Mostly one agreement has the name.
    const { only } = first;
    if (only && lists.every((list) => list.only === only)) return fits(only.facts, facts) ? only : null;
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

  /** The clusters of its core and of each of its keys. */
  #listsOf({ core, keys }: AgreementFacts): Namesakes[] {
    const lists: Namesakes[] = [];
    const named = core === undefined ? undefined : this.#byCore.get(core);
    if (named) lists.push(named);
    if (!keys) return lists;
    for (const key of keys) {
      const keyed = this.#byKey.get(key);
      if (keyed) lists.push(keyed);
    }
    return lists;
  }

  add(facts: AgreementFacts, via: Via, own = false): Cluster {
    const cluster: Cluster = {
      index: this.all.length,
      own,
      facts: NOTHING,
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
    if (facts.prospective === true) cluster.prospective = true;
    else if (via !== 'anaphor' && via !== 'definition') cluster.concluded = true;
    const better = facts.title !== undefined && RANK[via] > cluster.rank;
    if (!better && saysNothingNew(cluster, facts)) return;
    if (facts.title !== undefined) cluster.titles.add(facts.title);
    cluster.facts = joinFacts(cluster.facts, facts, better);
    if (better) cluster.rank = RANK[via];
    if (facts.core !== undefined) cluster.cores.add(facts.core);
    for (const core of cluster.cores) list(this.#byCore, core, cluster);
    for (const key of cluster.facts.keys ?? []) list(this.#byKey, key, cluster);
  }
}

/** A text says most of what it says of an agreement many times. */
function saysNothingNew({ facts: known, titles, cores }: Cluster, facts: AgreementFacts): boolean {
  const { title, core, signed } = facts;
  return (
    // Mostly the words are those that are known best, which is told without a look into the sets.
    (title === undefined || title === known.title || titles.has(title)) &&
    (core === undefined || core === known.core || cores.has(core)) &&
    (signed === undefined || signed.length <= (known.signed?.length ?? 0)) &&
    hasAll(known.keys, facts.keys) &&
    hasAll(known.weakKeys, facts.weakKeys) &&
    !isNew(known.kind, facts.kind) &&
    !isNew(known.parties, facts.parties) &&
    !isNew(known.place, facts.place) &&
    !isNew(known.in_force, facts.in_force) &&
    !isNew(known.ended, facts.ended) &&
    !isNew(known.adopted_by, facts.adopted_by) &&
    !isNew(known.prospective, facts.prospective)
  );
}

/** Of a fact of which the first counts. */
function isNew(known: unknown, said: unknown): boolean {
  return said !== undefined && known === undefined;
}

function hasAll(known: readonly string[] = [], added: readonly string[] = []): boolean {
  return added.every((key) => known.includes(key));
}

function list(map: Map<string, Namesakes>, key: string, cluster: Cluster): void {
  const known = map.get(key);
  if (known) known.add(cluster);
  else map.set(key, new Namesakes(cluster));
}

/** Without a date, the last that is not the text itself is taken, however many there are. */
function isEnough(candidates: ReadonlySet<Cluster>): boolean {
  return candidates.size > 2 || (candidates.size === 2 && [...candidates].some((cluster) => !cluster.own));
}

/** The clusters of one name. */
class Namesakes {
  /** The one that has the name, as most names have one alone; null where several have it. */
  only: Cluster | null;
  /** The dates that the only one was listed under. */
  readonly #said: string[];
  #several: Dated | null = null;

  constructor(cluster: Cluster) {
    this.only = cluster;
    this.#said = [cluster.facts.signed ?? ''];
  }

  has(cluster: Cluster): boolean {
    return this.only === cluster || this.#several?.has(cluster) === true;
  }

  add(cluster: Cluster): void {
    const { signed = '' } = cluster.facts;
    if (this.only === cluster) {
      if (this.#said.at(-1) !== signed) this.#said.push(signed);
      return;
    }
    this.#several ??= this.#begin();
    this.#several.add(cluster, signed);
  }

  #begin(): Dated {
    const several = new Dated();
    if (this.only) for (const signed of this.#said) several.add(this.only, signed);
    this.only = null;
    return several;
  }

  /** Those whose date may agree with this one, the last named first; some that have been dated since may not. */
  agreeing(signed: string | undefined): Iterable<Cluster> {
    return this.only ? [this.only] : (this.#several?.agreeing(signed) ?? []);
  }
}

/** Clusters of one name by their dates: a list of a hundred protocols of one title is no reason to look at each. */
class Dated {
  /** The date under which each is listed. */
  readonly #dates = new Map<Cluster, string>();
  /** By date as said; '' for none. */
  readonly #exactly = new Map<string, Cluster[]>();
  /** By date as said and each less precise one: 1994-09-03 is in 1994-09, 1994 and ''. */
  readonly #within = new Map<string, Cluster[]>();

  has(cluster: Cluster): boolean {
    return this.#dates.has(cluster);
  }

  add(cluster: Cluster, signed: string): void {
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
  if (old === NOTHING && (added.keys?.length ?? 0) < 2 && (added.weakKeys?.length ?? 0) < 2) return added;
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
