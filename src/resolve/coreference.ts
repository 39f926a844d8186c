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
import { EarlierMentions, isCalled, REACH_EVENTS, REACH_NOUN } from './earlier-mentions.ts';
import type { Reference } from './reference.ts';

export type Coreference = Readonly<{
  clusters: readonly Cluster[];
  own: Cluster | null;
  /** What the heading says that the instrument is made to. */
  parents: readonly Readonly<{ cluster: Cluster; parent: Parent }>[];
  /** By index of the draft; agreements only. */
  references: References;
}>;
type References = readonly (Reference | undefined)[];

/** Reads the agreement mentions of a text in order. */
export function resolveAgreements(reading: Reading): Coreference {
  const resolver = new Resolver(reading.instrument, reading.sentences);
  const references: (Reference | undefined)[] = [];
  for (const draft of reading.drafts)
    references.push(draft.type === 'agreement' ? resolver.read(draft, references) : undefined);
  return { clusters: resolver.clusters.all, own: resolver.own, parents: resolver.parents, references };
}

class Resolver {
  readonly clusters = new Clusters();
  readonly own: Cluster | null;
  readonly parents: Coreference['parents'];
  /** What all mentions of the text itself lead to. */
  readonly #ownReference: Reference;
  readonly #earlier: EarlierMentions;
  readonly #aliases = new Map<string, readonly Cluster[]>();

  constructor(instrument: InstrumentDraft | null, sentences: readonly Span[]) {
    this.#earlier = new EarlierMentions(sentences);
    this.own = instrument ? this.clusters.add(instrument, 'title', true) : null;
    this.#ownReference = this.own
      ? { clusters: [this.own] }
      : { clusters: [], unresolved: 'the document is no agreement’s text' };
    this.parents = (instrument?.parents ?? []).map((parent) => ({ cluster: this.#parent(parent), parent }));
  }

  /** An agreement that the heading names: an antecedent from the first line on. */
  #parent({ relation: _relation, rule: _rule, confidence: _confidence, ...facts }: Parent): Cluster {
    const known = this.clusters.find(facts);
    const cluster = known && !known.own ? known : this.clusters.add(facts, 'name');
    if (known === cluster) this.clusters.join(cluster, facts, 'name');
    this.#earlier.add([cluster], false, false);
    return cluster;
  }

  read(draft: AgreementDraft, references: References): Reference {
    this.#earlier.reach(draft.start);
    const reference = this.#find(draft, references);
    // A short form that is used is as good as a name.
    const anaphoric =
      draft.anaphor !== undefined && draft.anaphor.child === undefined && draft.alias === undefined;
    if (reference.clusters.length > 0)
      this.#earlier.add(reference.clusters, anaphoric, draft.joined === true);
    return reference;
  }

  #find(draft: AgreementDraft, references: References): Reference {
    if (draft.own === true) return this.#ownReference;
    if (draft.aliasOf !== undefined) return this.#introduce(draft, references[draft.aliasOf]);
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
    const known = this.clusters.find(facts) ?? this.#ofDate(facts) ?? this.#inFull(facts);
    if (!known) return this.clusters.add(facts, draft.via);
    this.clusters.join(known, facts, draft.via);
    return known;
  }

  /** The one named before whose title ends in all of this one’s. */
  #inFull({ brief, kind, parties, signed, title = '' }: AgreementFacts): Cluster | null {
    if (brief !== true || kind === undefined || parties || signed !== undefined) return null;
    return this.#earlier.nearestCalled([kind], title, REACH_EVENTS);
  }

  /** The one named with the date that is all that is said of this one; without a date, the nearest called so. */
  #ofDate({ nameless, kind, signed, title = '' }: AgreementFacts): Cluster | null {
    if (nameless !== true || kind === undefined) return null;
    if (signed === undefined) return this.#earlier.nearestCalled([kind], title, REACH_EVENTS);
    return this.#earlier.ofDate([kind], signed).clusters[0] ?? null;
  }

  /** What is new in what an anaphor's words say: nothing that the text has said otherwise. */
  #add(cluster: Cluster, { signed, prospective }: AgreementFacts): void {
    if (prospective === true) cluster.prospective = true;
    if (signed !== undefined && cluster.facts.signed === undefined)
      this.clusters.join(cluster, { signed }, 'anaphor');
  }

  #antecedent(draft: AgreementDraft, anaphor: Anaphor): Reference {
    if (anaphor.reach === 'own') return this.#ownReference;
    if (anaphor.reach === 'former' || anaphor.reach === 'latter')
      return typeof anaphor.count === 'number' && anaphor.count > 1
        ? this.#earlier.partOfGroup(anaphor, anaphor.reach, anaphor.count)
        : this.#ofPair(anaphor, anaphor.reach);
    if (anaphor.reach === 'both') return this.#earlier.pair();
    if (anaphor.nth !== undefined) return this.#earlier.nthOf(anaphor, anaphor.nth);
    if (anaphor.reach === 'after') return this.#ownIfFits(anaphor, 'points to what follows');
    const found =
      anaphor.count === 1
        ? this.#nearest(anaphor)
        : anaphor.count === 'all'
          ? this.#earlier.lastGroup(anaphor)
          : this.#earlier.lastOf(anaphor, anaphor.count);
    return anaphor.child && found.clusters.length === 1 ? this.#child(found, draft, anaphor) : found;
  }

  /** “The former agreement” where none of the pair is one: the nearest that is. */
  #ofPair({ kinds }: Anaphor, which: 'former' | 'latter'): Reference {
    const found = this.#earlier.ofPair(which);
    const [cluster] = found.clusters;
    return cluster && !fitsKinds(cluster, kinds) ? this.#nearest({ reach: which, count: 1, kinds }) : found;
  }

  #nearest({ kinds, noun, strict, signed }: Anaphor): Reference {
    if (signed !== undefined) return this.#earlier.ofDate(kinds, signed);
    const called = noun === undefined ? null : this.#earlier.nearestCalled(kinds, noun, REACH_NOUN, strict);
    if (called) return { clusters: [called] };
    if (strict === true) return this.#strictly(kinds, noun ?? '');
    const fitting = this.#earlier.nearestFitting(kinds);
    if (fitting.length === 1) return { clusters: fitting };
    if (fitting.length > 1)
      return { clusters: [], unresolved: 'more than one agreement fits', candidates: fitting };
    return this.#ownIfFits({ kinds }, 'no agreement before it fits');
  }

  /** The text itself, if it is called so; else the last that is, however far. */
  #strictly(kinds: Anaphor['kinds'], noun: string): Reference {
    const called = this.own?.facts.title?.endsWith(noun)
      ? this.own
      : (this.#earlier.nearestCalled(kinds, noun, Number.POSITIVE_INFINITY, true) ??
        this.#firstCalled(kinds, noun));
    return called
      ? { clusters: [called] }
      : { clusters: [], unresolved: 'no agreement before it is called so' };
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
