/** What the document's instrument does to each agreement that it names. */
import { CHANGES, type RelationType } from '../../graph/vocabulary.ts';
import type { Cue, Reading } from '../extract/draft.ts';
import type { Relation, Span } from '../records.ts';
import { push } from '../text/multimap.ts';
import type { View } from '../text/view.ts';
import type { Cluster } from './cluster.ts';
import type { Coreference } from './coreference.ts';
import { Sentences } from './sentences.ts';

/** Certainty of a bare mention: that it cites is as sure as that it is one. */
const CITES = { type: 'cites', prospective: false, rule: 'cites', confidence: 0.9 } as const;

type Said = Pick<Cue, 'type' | 'prospective' | 'rule' | 'confidence'>;
type Draft = {
  cue: Said;
  evidence: Span;
  readonly to: string;
  readonly mentions: string[];
};

/** What the document is and what its mentions lead to. */
type Ids = Readonly<{
  /** Id of the instrument, or of the document where it is none. */
  from: string;
  /** Id of a cluster's entity. */
  of: (cluster: Cluster) => string;
  /** Ids of the mentions by index of the draft. */
  mentions: readonly (string | undefined)[];
}>;

/**
 * One relation for each agreement, type and piece of evidence. An agreement of which anything stronger is said
 * somewhere in the text is not also `cites`.
 */
export function relate(reading: Reading, coreference: Coreference, view: View, ids: Ids): Relation[] {
  const cues = new Map<number, Cue[]>();
  for (const cue of reading.cues) push(cues, cue.draft, cue);
  const sentences = new Sentences(reading);
  const drafts = new Drafts();
  reading.drafts.forEach(({ start }, index) => {
    const mention = ids.mentions[index];
    const reference = coreference.references[index];
    if (mention === undefined || !reference) return;
    for (const cluster of reference.clusters) {
      if (cluster.own) continue;
      const said = cues.get(index);
      if (said) for (const cue of said) drafts.add(ids.of(cluster), cue, cue.evidence, mention);
      else drafts.add(ids.of(cluster), CITES, sentences.at(start), mention);
    }
  });
  addParents(drafts, reading, coreference, ids);
  return finish(drafts.all, view, ids.from);
}

/** What the heading itself says: “Protocol to the Convention on …”; the heading is the evidence. */
function addParents(drafts: Drafts, { drafts: found }: Reading, { parents }: Coreference, ids: Ids): void {
  const index = found.findIndex((draft) => draft.type === 'agreement' && draft.own === true);
  const heading = found[index];
  const mention = ids.mentions[index];
  if (!heading || mention === undefined) return;
  for (const { cluster, parent } of parents) {
    const { relation: type, rule, confidence } = parent;
    const evidence = { start: heading.start, end: heading.end };
    drafts.add(ids.of(cluster), { type, rule, confidence, prospective: false }, evidence, mention);
  }
}

/** Drafts of relations, each agreement, type and beginning of the evidence once. */
class Drafts {
  readonly all: Draft[] = [];
  /** By type, then by agreement, then by where the evidence begins. */
  readonly #known = new Map<RelationType, Map<string, Map<number, Draft>>>();

  add(to: string, cue: Said, evidence: Span, mention: string): void {
    const drafts = within(within(this.#known, cue.type), to);
    const known = drafts.get(evidence.start);
    if (known) {
      // In order of the text: what is there already is the last one.
      if (known.mentions.at(-1) !== mention) known.mentions.push(mention);
      if (cue.confidence > known.cue.confidence) {
        known.cue = cue;
        known.evidence = evidence;
      }
      return;
    }
    const draft = { cue, evidence, to, mentions: [mention] };
    drafts.set(evidence.start, draft);
    this.all.push(draft);
  }
}

/** The map of a key, made when it is first asked for. */
function within<K, L, T>(maps: Map<K, Map<L, T>>, key: K): Map<L, T> {
  const known = maps.get(key);
  if (known) return known;
  const made = new Map<L, T>();
  maps.set(key, made);
  return made;
}

function finish(drafts: readonly Draft[], view: View, from: string): Relation[] {
  const stronger = new Set(drafts.filter(({ cue }) => cue.type !== 'cites').map(({ to }) => to));
  const changed = new Set(drafts.filter(isSureChange).map(({ to }) => to));
  return drafts
    .filter(({ to }) => to !== from)
    .filter(({ cue, to }) => cue.type !== 'cites' || !stronger.has(to))
    .filter((draft) => !changed.has(draft.to) || isSureChange(draft) || !isAside(draft))
    .map(({ cue, evidence, to, mentions }) => ({
      type: cue.type,
      from,
      to,
      mentions,
      evidence: view.toOriginal(evidence.start, evidence.end),
      prospective: cue.prospective,
      rule: cue.rule,
      confidence: cue.confidence,
    }));
}

function isSureChange({ cue }: Draft): boolean {
  return CHANGES.has(cue.type) && cue.confidence >= 0.85;
}

/**
 * Of an agreement that the text changes, what its new articles say in passing (“under the Convention”, “accession to
 * the Convention”) is said by that agreement and not by the text.
 */
function isAside({ cue }: Draft): boolean {
  return cue.type !== 'based_on' || cue.confidence < 0.8;
}
