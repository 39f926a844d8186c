/** The agreements that a text has named so far, for what points back: the nearest, the last two, the former of a pair. */
import type { Anaphor } from '../extract/draft.ts';
import type { Span } from '../records.ts';
import { type Cluster, fitsKinds } from './cluster.ts';
import type { Reference } from './reference.ts';

/** An earlier mention. */
type Event = Readonly<{
  clusters: readonly Cluster[];
  sentence: number;
  anaphoric: boolean;
  joined: boolean;
}>;

/** An antecedent stands at most this many sentences before. */
const REACH_SENTENCES = 12;
/** A group is remembered for longer. */
const REACH_GROUPS = 200;
/** How many sentences back a noun is matched word by word. */
export const REACH_NOUN = 2;
/** “The latter” chooses among what was named this many sentences before, or nearer. */
const REACH_PAIR = 1;
/** And at most this many mentions. */
export const REACH_EVENTS = 40;

/** Whether one of its titles ends in the noun; never the text itself. */
export function isCalled(cluster: Cluster, kinds: Anaphor['kinds'], noun: string): boolean {
  return isMeant(cluster, kinds) && [...cluster.titles].some((title) => title.endsWith(noun));
}

/** An agreement of these kinds that is not the text itself. */
function isMeant(cluster: Cluster, kinds: Anaphor['kinds']): boolean {
  return !cluster.own && fitsKinds(cluster, kinds);
}

/** What the mentions so far led to, the last ones at hand. */
export class EarlierMentions {
  /** The last ones, `REACH_GROUPS` at least. */
  readonly #events: Event[] = [];
  readonly #sentences: readonly Span[];
  #sentence = 0;
  /** What “the former” and “the latter” share. */
  #pair: Readonly<{ clusters: readonly [Cluster, Cluster]; sentence: number }> | null = null;

  /** @param sentences of the text, in order */
  constructor(sentences: readonly Span[]) {
    this.#sentences = sentences;
  }

  /** Goes on to a position, which is no earlier than the last. */
  reach(position: number): void {
    while ((this.#sentences[this.#sentence]?.end ?? Infinity) <= position) this.#sentence += 1;
  }

  /** Remembers what a mention here leads to. */
  add(clusters: readonly Cluster[], anaphoric: boolean, joined: boolean): void {
    this.#events.push({ clusters, sentence: this.#sentence, anaphoric, joined });
    // Nobody asks for more than the last ones, however long the text is.
    if (this.#events.length > 2 * REACH_GROUPS) this.#events.splice(0, REACH_GROUPS);
  }

  /** The clusters of the nearest mention that fit; none where nothing does. */
  nearestFitting(kinds: Anaphor['kinds']): readonly Cluster[] {
    for (const { clusters } of this.#back())
      if (clusters.some((cluster) => isMeant(cluster, kinds)))
        return clusters.every((cluster) => isMeant(cluster, kinds))
          ? clusters
          : clusters.filter((cluster) => isMeant(cluster, kinds));
    return [];
  }

  /** The one of this kind that the text has named with such a date. */
  ofDate(kinds: Anaphor['kinds'], signed: string): Reference {
    const found = new Set<Cluster>();
    for (const { clusters } of this.#events.slice(-REACH_GROUPS))
      for (const cluster of clusters)
        if (isMeant(cluster, kinds) && cluster.facts.signed?.startsWith(signed) === true) found.add(cluster);
    return found.size === 1
      ? { clusters: [...found] }
      : { clusters: [], unresolved: 'no agreement before it, or more than one, has this date' };
  }

  /** The nearest one within `reach` sentences whose title ends in the noun. */
  nearestCalled(
    kinds: Anaphor['kinds'],
    noun: string,
    reach: number,
    concludedFirst = false,
  ): Cluster | null {
    const first = Math.max(0, this.#events.length - REACH_GROUPS);
    let planned: Cluster | null = null;
    for (let at = this.#events.length - 1; at >= first; at -= 1) {
      const event = this.#events[at];
      if (!event || this.#sentence - event.sentence > reach) break;
      const [cluster] = event.clusters;
      if (!cluster || event.clusters.length > 1 || !isCalled(cluster, kinds, noun)) continue;
      // A noun alone means what there is before what is planned.
      if (cluster.concluded || !cluster.prospective || !concludedFirst) return cluster;
      planned ??= cluster;
    }
    return planned;
  }

  /** The last `count` that differ, in the order of the text. */
  lastOf({ kinds }: Anaphor, count: number): Reference {
    const group = count > 2 ? this.#groupOf(kinds, count) : null;
    if (group) return { clusters: group };
    const found: Cluster[] = [];
    for (const event of this.#back()) {
      for (const cluster of [...event.clusters].reverse())
        if (isMeant(cluster, kinds) && !found.includes(cluster)) found.push(cluster);
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
  lastGroup({ kinds }: Anaphor): Reference {
    const found: Cluster[] = [];
    let last: number | null = null;
    for (const event of this.#back()) {
      if (last !== null && event.sentence < last - 1) break;
      const fitting = event.clusters.filter((cluster) => isMeant(cluster, kinds));
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
  partOfGroup(anaphor: Anaphor, which: 'former' | 'latter', count: number): Reference {
    const clusters = [...this.lastGroup(anaphor).clusters].sort((a, b) => a.index - b.index);
    if (clusters.length < count)
      return {
        clusters: [],
        unresolved: `fewer than ${count} agreements before it fit`,
        candidates: clusters,
      };
    return { clusters: which === 'former' ? clusters.slice(0, count) : clusters.slice(-count) };
  }

  /** The one at this place of the last list. */
  nthOf(anaphor: Anaphor, place: number): Reference {
    const { clusters } = this.lastGroup(anaphor);
    // 前述第二项条约 may be the second of a list of which the first is none.
    const all = this.#lastRun();
    const ofAll = all[place - 1];
    const cluster =
      ofAll && all.length > clusters.length && fitsKinds(ofAll, anaphor.kinds) ? ofAll : clusters[place - 1];
    return cluster && Math.max(all.length, clusters.length) > 1
      ? { clusters: [cluster] }
      : { clusters: [], unresolved: 'no list before it has so many', candidates: clusters };
  }

  /** All named in the nearest sentence that names any, and in those right before it. */
  #lastRun(): Cluster[] {
    const found: Cluster[] = [];
    let last: number | null = null;
    for (const { clusters, sentence } of this.#back()) {
      if (last !== null && sentence < last - 1) break;
      const named = clusters.filter(({ own }) => !own);
      if (named.length > 0) last = sentence;
      for (const cluster of [...named].reverse()) if (!found.includes(cluster)) found.push(cluster);
    }
    return found.reverse();
  }

  /** “Both”: the two that were named near it, when they are all that were. */
  pair(): Reference {
    const { clusters } = this.lastGroup({ reach: 'before', count: 'all', kinds: [] });
    const pair = clusters.length === 2 ? this.#lastPair() : null;
    return pair ? { clusters: pair } : { clusters: [], unresolved: 'no pair before it' };
  }

  ofPair(which: 'former' | 'latter'): Reference {
    const open = this.#pair && this.#sentence - this.#pair.sentence <= 2 ? this.#pair : null;
    if (which === 'latter' && !open) {
      const near = [...this.#back()].filter(
        (event) => event.clusters.some((c) => !c.own) && this.#sentence - event.sentence <= REACH_PAIR,
      );
      const last = near.find((event) => !event.anaphoric) ?? near[0];
      const named = last?.clusters[last.clusters.length - 1];
      // “A and B … They keep A and implement the latter.”
      const [first, second] = this.#lastPair() ?? [];
      const cluster = second && named === first ? second : named;
      return cluster
        ? { clusters: [cluster] }
        : { clusters: [], unresolved: 'nothing before it to choose from' };
    }
    const pair = open && which === 'latter' ? open.clusters : this.#lastPair();
    if (!pair) return { clusters: [], unresolved: 'no pair before it' };
    this.#pair = which === 'former' ? { clusters: pair, sentence: this.#sentence } : null;
    return { clusters: [which === 'former' ? (open ? pair[0] : this.#firstJoined(pair[0])) : pair[1]] };
  }

  /** The last two named in one breath; failing that, the last two. */
  #lastPair(): readonly [Cluster, Cluster] | null {
    const named = [...this.#back()].filter((event) => !event.anaphoric);
    const nearest = named[0]?.sentence ?? 0;
    if (this.#sentence - nearest > REACH_PAIR) return null;
    // The items of a list are sentences of their own.
    const events = named.filter((event) => nearest - event.sentence <= REACH_PAIR);
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

  /** The first of those named in one breath up to this one: A of “A, B and C”, for B. */
  #firstJoined(cluster: Cluster): Cluster {
    const events = [...this.#back()].filter((event) => !event.anaphoric);
    let at = events.findIndex(({ clusters }) => clusters.includes(cluster));
    while (events[at]?.joined && events[at + 1]) at += 1;
    return events[at]?.clusters.length === 1 ? (events[at]?.clusters[0] ?? cluster) : cluster;
  }

  /** Earlier mentions, the last first, as far as an anaphor reaches. */
  *#back(): Generator<Event> {
    const first = Math.max(0, this.#events.length - REACH_EVENTS);
    for (let at = this.#events.length - 1; at >= first; at -= 1) {
      const event = this.#events[at];
      if (!event || this.#sentence - event.sentence > REACH_SENTENCES) return;
      yield event;
    }
  }
}
