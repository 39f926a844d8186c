/** Which mentions are about one agreement. Resolves only when one candidate is left; says so when not. */
import type {
  AgreementDraft,
  AgreementFacts,
  Anaphor,
  InstrumentDraft,
  Parent,
  Reading,
} from '../extract/draft.ts';
import type { Span } from '../records.ts';
import { type Cluster, Clusters, fitsKinds } from './cluster.ts';

/** What a mention was found to mean: clusters, or why none and which it might be. */
export type Reference = Readonly<{
  clusters: readonly Cluster[];
  unresolved?: string;
  candidates?: readonly Cluster[];
  /** The words turned out to be no mention at all. */
  isNone?: true;
}>;
export type Coreference = Readonly<{
  clusters: readonly Cluster[];
  own: Cluster | null;
  /** What the heading says that the instrument is made to. */
  parents: readonly Readonly<{ cluster: Cluster; parent: Parent }>[];
  /** By index of the draft; agreements only. */
  references: ReadonlyMap<number, Reference>;
}>;

/** An earlier mention, for those that point back. */
type Event = Readonly<{
  clusters: readonly Cluster[];
  start: number;
  sentence: number;
  anaphoric: boolean;
  joined: boolean;
}>;

/** An antecedent stands at most this many sentences before. */
const REACH_SENTENCES = 12;
/** A group is remembered for longer. */
const REACH_GROUPS = 200;
/** How many sentences back a noun is matched word by word. */
const REACH_NOUN = 2;
/** “The latter” chooses among what was named this many sentences before, or nearer. */
const REACH_PAIR = 1;
/** And at most this many mentions. */
const REACH_EVENTS = 40;

/** Reads the agreement mentions of a text in order. */
export function resolveAgreements(reading: Reading): Coreference {
  const resolver = new Resolver(reading.instrument, reading.sentences);
  const references = new Map<number, Reference>();
  reading.drafts.forEach((draft, index) => {
    if (draft.type === 'agreement') references.set(index, resolver.read(draft, references));
  });
  return { clusters: resolver.clusters.all, own: resolver.own, parents: resolver.parents, references };
}

function isCalled(cluster: Cluster, kinds: Anaphor['kinds'], noun: string): boolean {
  return (
    !cluster.own && fitsKinds(cluster, kinds) && [...cluster.titles].some((title) => title.endsWith(noun))
  );
}

class Resolver {
  readonly clusters = new Clusters();
  readonly own: Cluster | null;
  readonly parents: Coreference['parents'];
  readonly #events: Event[] = [];
  readonly #aliases = new Map<string, readonly Cluster[]>();
  readonly #sentences: readonly Span[];
  #sentence = 0;
  /** What “the former” and “the latter” share. */
  #pair: Readonly<{ clusters: readonly [Cluster, Cluster]; sentence: number }> | null = null;

  constructor(instrument: InstrumentDraft | null, sentences: readonly Span[]) {
    this.#sentences = sentences;
    this.own = instrument ? this.clusters.add(instrument, 'title', true) : null;
    this.parents = (instrument?.parents ?? []).map((parent) => ({ cluster: this.#parent(parent), parent }));
  }

  /** An agreement that the heading names: an antecedent from the first line on. */
  #parent({ relation: _relation, rule: _rule, confidence: _confidence, ...facts }: Parent): Cluster {
    const known = this.clusters.find(facts);
    const cluster = known && !known.own ? known : this.clusters.add(facts, 'name');
    if (known === cluster) this.clusters.join(cluster, facts, 'name');
    this.#events.push({ clusters: [cluster], start: 0, sentence: 0, anaphoric: false, joined: false });
    return cluster;
  }

  read(draft: AgreementDraft, references: ReadonlyMap<number, Reference>): Reference {
    while ((this.#sentences[this.#sentence]?.end ?? Infinity) <= draft.start) this.#sentence += 1;
    const reference = this.#find(draft, references);
    const anaphoric = draft.anaphor !== undefined && draft.anaphor.child === undefined;
    if (reference.clusters.length > 0)
      this.#events.push({
        clusters: reference.clusters,
        start: draft.start,
        sentence: this.#sentence,
        anaphoric,
        joined: draft.joined === true,
      });
    return reference;
  }

  #find(draft: AgreementDraft, references: ReadonlyMap<number, Reference>): Reference {
    if (draft.own === true) return this.#ownReference();
    if (draft.aliasOf !== undefined) return this.#introduce(draft, references.get(draft.aliasOf));
    const named = draft.alias === undefined ? undefined : this.#aliases.get(draft.alias);
    if (named) return { clusters: named };
    if (draft.anaphor) {
      const found = this.#antecedent(draft, draft.anaphor);
      const isNone = found.clusters.length === 0 && (found.candidates ?? []).length === 0;
      const hasOwnFacts = draft.facts.length > 0 && draft.anaphor.child === undefined;
      const [only, more] = found.clusters;
      if (only && !more && draft.adds) this.#add(only, draft.adds);
      if (found.clusters.length > 0 || !hasOwnFacts)
        return isNone && draft.anaphor.tentative === true ? { ...found, isNone: true } : found;
    }
    if (draft.facts.length === 0) return { clusters: [], unresolved: 'says nothing that singles one out' };
    return { clusters: draft.facts.map((facts) => this.#place(facts, draft)) };
  }

  #ownReference(): Reference {
    return this.own
      ? { clusters: [this.own] }
      : { clusters: [], unresolved: 'the document is no agreement’s text' };
  }

  #introduce(draft: AgreementDraft, target: Reference | undefined): Reference {
    if (!target || target.clusters.length === 0)
      return { clusters: [], unresolved: 'what it is short for was not resolved' };
    if (draft.alias !== undefined) this.#aliases.set(draft.alias, target.clusters);
    for (const facts of draft.facts)
      if (target.clusters[0] && target.clusters.length === 1)
        this.clusters.join(target.clusters[0], facts, 'definition');
    return { clusters: target.clusters };
  }

  #place(facts: AgreementFacts, draft: AgreementDraft): Cluster {
    const known = this.clusters.find(facts);
    if (!known) return this.clusters.add(facts, draft.via);
    this.clusters.join(known, facts, draft.via);
    return known;
  }

  /** What is new in what an anaphor's words say: nothing that the text has said otherwise. */
  #add(cluster: Cluster, { signed, prospective }: AgreementFacts): void {
    if (prospective === true) cluster.prospective = true;
    if (signed !== undefined && cluster.facts.signed === undefined)
      this.clusters.join(cluster, { signed }, 'anaphor');
  }

  #antecedent(draft: AgreementDraft, anaphor: Anaphor): Reference {
    if (anaphor.reach === 'own') return this.#ownReference();
    if (anaphor.reach === 'former' || anaphor.reach === 'latter')
      return typeof anaphor.count === 'number' && anaphor.count > 1
        ? this.#partOfGroup(anaphor, anaphor.reach, anaphor.count)
        : this.#ofPair(anaphor.reach);
    if (anaphor.reach === 'after') return this.#ownIfFits(anaphor, 'points to what follows');
    const found =
      anaphor.count === 1
        ? this.#nearest(anaphor)
        : anaphor.count === 'all'
          ? this.#lastGroup(anaphor)
          : this.#lastOf(anaphor, anaphor.count);
    return anaphor.child && found.clusters.length === 1 ? this.#child(found, draft, anaphor) : found;
  }

  /** Earlier mentions, the last first, as far as an anaphor reaches. */
  #back(): Event[] {
    return this.#events
      .slice(-REACH_EVENTS)
      .filter((event) => this.#sentence - event.sentence <= REACH_SENTENCES)
      .reverse();
  }

  #nearest({ kinds, noun, strict, signed }: Anaphor): Reference {
    if (signed !== undefined) return this.#ofDate(kinds, signed);
    const called = noun === undefined ? null : this.#nearestCalled(kinds, noun, REACH_NOUN);
    if (called) return { clusters: [called] };
    if (strict === true) return this.#strictly(kinds, noun ?? '');
    for (const event of this.#back()) {
      const fitting = event.clusters.filter((cluster) => !cluster.own && fitsKinds(cluster, kinds));
      if (fitting.length === 0) continue;
      if (fitting.length === 1) return { clusters: fitting };
      return { clusters: [], unresolved: 'more than one agreement fits', candidates: fitting };
    }
    return this.#ownIfFits({ kinds }, 'no agreement before it fits');
  }

  /** The one of this kind that the text has named with such a date. */
  #ofDate(kinds: Anaphor['kinds'], signed: string): Reference {
    const found = new Set<Cluster>();
    for (const { clusters } of this.#events.slice(-REACH_GROUPS))
      for (const cluster of clusters)
        if (!cluster.own && fitsKinds(cluster, kinds) && cluster.facts.signed?.startsWith(signed) === true)
          found.add(cluster);
    return found.size === 1
      ? { clusters: [...found] }
      : { clusters: [], unresolved: 'no agreement before it, or more than one, has this date' };
  }

  /** The text itself, if it is called so; else the last that is, however far. */
  #strictly(kinds: Anaphor['kinds'], noun: string): Reference {
    const called = this.own?.facts.title?.endsWith(noun)
      ? this.own
      : (this.#nearestCalled(kinds, noun, Number.POSITIVE_INFINITY) ?? this.#firstCalled(kinds, noun));
    return called
      ? { clusters: [called] }
      : { clusters: [], unresolved: 'no agreement before it is called so' };
  }

  /** The nearest one within `reach` sentences whose title ends in the noun. */
  #nearestCalled(kinds: Anaphor['kinds'], noun: string, reach: number): Cluster | null {
    const first = Math.max(0, this.#events.length - REACH_GROUPS);
    for (let at = this.#events.length - 1; at >= first; at -= 1) {
      const event = this.#events[at];
      if (!event || this.#sentence - event.sentence > reach) return null;
      const [cluster] = event.clusters;
      if (cluster && event.clusters.length === 1 && isCalled(cluster, kinds, noun)) return cluster;
    }
    return null;
  }

  /** One that the preamble names and a long text comes back to. */
  #firstCalled(kinds: Anaphor['kinds'], noun: string): Cluster | null {
    return this.clusters.all.slice(0, REACH_EVENTS).find((cluster) => isCalled(cluster, kinds, noun)) ?? null;
  }

  /** “The following declaration” above a declaration is the text itself; so is “that declaration” with no other. */
  #ownIfFits({ kinds }: Pick<Anaphor, 'kinds'>, unresolved: string): Reference {
    return this.own && kinds.length > 0 && fitsKinds(this.own, kinds)
      ? { clusters: [this.own] }
      : { clusters: [], unresolved };
  }

  /** The last `count` that differ, in the order of the text. */
  #lastOf({ kinds }: Anaphor, count: number): Reference {
    const group = count > 2 ? this.#groupOf(kinds, count) : null;
    if (group) return { clusters: group };
    const found: Cluster[] = [];
    for (const event of this.#back()) {
      for (const cluster of [...event.clusters].reverse())
        if (!cluster.own && fitsKinds(cluster, kinds) && !found.includes(cluster)) found.push(cluster);
      if (found.length >= count) break;
    }
    const clusters = found.slice(0, count).reverse();
    if (clusters.length === count) return { clusters };
    return { clusters: [], unresolved: `fewer than ${count} agreements before it fit`, candidates: clusters };
  }

  /** So many that were spoken of together before: “the four documents”, again. */
  #groupOf(kinds: Anaphor['kinds'], count: number): readonly Cluster[] | null {
    const event = this.#events
      .slice(-REACH_GROUPS)
      .findLast(
        ({ clusters }) => clusters.length === count && clusters.every((one) => fitsKinds(one, kinds)),
      );
    return event?.clusters ?? null;
  }

  /** All of the nearest sentence that has any, and of those before it in the same run of sentences. */
  #lastGroup({ kinds }: Anaphor): Reference {
    const found: Cluster[] = [];
    let last: number | null = null;
    for (const event of this.#back()) {
      if (last !== null && event.sentence < last - 1) break;
      const fitting = event.clusters.filter((cluster) => !cluster.own && fitsKinds(cluster, kinds));
      if (fitting.length === 0) continue;
      if (kinds.length === 0 && last !== null && event.sentence < last) break;
      last = event.sentence;
      for (const cluster of [...fitting].reverse()) if (!found.includes(cluster)) found.push(cluster);
    }
    return found.length > 0
      ? { clusters: found.reverse() }
      : { clusters: [], unresolved: 'no agreement before it fits' };
  }

  /** “The first two”, “the last two” of those named last. */
  #partOfGroup(anaphor: Anaphor, which: 'former' | 'latter', count: number): Reference {
    const clusters = [...this.#lastGroup(anaphor).clusters].sort((a, b) => a.index - b.index);
    if (clusters.length < count)
      return {
        clusters: [],
        unresolved: `fewer than ${count} agreements before it fit`,
        candidates: clusters,
      };
    return { clusters: which === 'former' ? clusters.slice(0, count) : clusters.slice(-count) };
  }

  #ofPair(which: 'former' | 'latter'): Reference {
    const open = this.#pair && this.#sentence - this.#pair.sentence <= 2 ? this.#pair : null;
    if (which === 'latter' && !open) {
      const last = this.#back().find(
        (event) =>
          !event.anaphoric &&
          event.clusters.some((c) => !c.own) &&
          this.#sentence - event.sentence <= REACH_PAIR,
      );
      const cluster = last?.clusters[last.clusters.length - 1];
      return cluster
        ? { clusters: [cluster] }
        : { clusters: [], unresolved: 'nothing before it to choose from' };
    }
    const pair = open && which === 'latter' ? open.clusters : this.#lastPair();
    if (!pair) return { clusters: [], unresolved: 'no pair before it' };
    this.#pair = which === 'former' ? { clusters: pair, sentence: this.#sentence } : null;
    return { clusters: [which === 'former' ? pair[0] : pair[1]] };
  }

  /** The last two named in one breath; failing that, the last two. */
  #lastPair(): readonly [Cluster, Cluster] | null {
    const events = this.#back().filter(
      (event) => !event.anaphoric && this.#sentence - event.sentence <= REACH_PAIR,
    );
    for (const [i, event] of events.entries()) {
      const [first, second] = event.clusters;
      if (first && second && event.clusters.length === 2) return [first, second];
      const before = events[i + 1]?.clusters;
      if (event.joined && first && before?.[0]) return [before[before.length - 1] ?? before[0], first];
    }
    const distinct: Cluster[] = [];
    for (const { clusters } of events)
      for (const cluster of [...clusters].reverse())
        if (!cluster.own && !distinct.includes(cluster)) distinct.push(cluster);
    return distinct[0] && distinct[1] ? [distinct[1], distinct[0]] : null;
  }

  #child(parent: Reference, draft: AgreementDraft, { child }: Anaphor): Reference {
    const cluster = parent.clusters[0];
    if (!cluster || !child) return parent;
    const facts: AgreementFacts = {
      ...draft.facts[0],
      kind: child.kind,
      title: child.title.replace('%', cluster.facts.title ?? ''),
      core: child.title.replace('%', cluster.facts.core ?? `#${cluster.index}`),
    };
    return { clusters: [this.#place(facts, draft)] };
  }
}
