/** What the document's instrument does to each agreement that it names. */
import type { RelationType } from '../../graph/vocabulary.ts';
import type { Cue, Reading } from '../extract/draft.ts';
import type { Relation } from '../records.ts';
import type { View } from '../text/view.ts';
import type { Cluster } from './cluster.ts';
import type { Coreference } from './coreference.ts';

/** Certainty of a bare mention: that it cites is as sure as that it is one. */
const CITES = { type: 'cites', prospective: false, rule: 'cites', confidence: 0.9 } as const;

type Draft = {
  cue: Pick<Cue, 'type' | 'prospective' | 'rule' | 'confidence' | 'evidence'>;
  to: string;
  mentions: string[];
};

/**
 * One relation for each agreement, type and piece of evidence. An agreement of which anything stronger is said
 * somewhere in the text is not also `cites`.
 * @param from id of the instrument, or of the document where it is none
 * @param idOf id of a cluster's entity
 * @param mentionIds ids of the mentions by index of the draft
 */
export function relate(
  reading: Reading,
  coreference: Coreference,
  view: View,
  from: string,
  idOf: (cluster: Cluster) => string,
  mentionIds: ReadonlyMap<number, string>,
): Relation[] {
  const cues = new Map<number, Cue[]>();
  for (const cue of reading.cues) cues.set(cue.draft, [...(cues.get(cue.draft) ?? []), cue]);
  const drafts = new Map<string, Draft>();
  for (const [index, { clusters }] of coreference.references) {
    const mention = mentionIds.get(index);
    const draft = reading.drafts[index];
    if (mention === undefined || !draft) continue;
    for (const cluster of clusters) {
      if (cluster.own) continue;
      const said = cues.get(index) ?? [{ ...CITES, evidence: sentenceAt(reading, draft.start) }];
      for (const cue of said) collect(drafts, { cue, to: idOf(cluster), mentions: [mention] });
    }
  }
  collectParents(drafts, reading, coreference, idOf, mentionIds);
  return finish([...drafts.values()], view, from);
}

/** What the heading itself says: “Protocol to the Convention on …”; the heading is the evidence. */
function collectParents(
  drafts: Map<string, Draft>,
  { drafts: found }: Reading,
  { parents }: Coreference,
  idOf: (cluster: Cluster) => string,
  mentionIds: ReadonlyMap<number, string>,
): void {
  const index = found.findIndex((draft) => draft.type === 'agreement' && draft.own === true);
  const heading = found[index];
  const mention = mentionIds.get(index);
  if (!heading || mention === undefined) return;
  for (const { cluster, parent } of parents) {
    const { relation: type, rule, confidence } = parent;
    const evidence = { start: heading.start, end: heading.end };
    collect(drafts, {
      cue: { type, rule, confidence, evidence, prospective: false },
      to: idOf(cluster),
      mentions: [mention],
    });
  }
}

function collect(drafts: Map<string, Draft>, draft: Draft): void {
  const key = `${draft.to} ${draft.cue.type} ${draft.cue.evidence.start}`;
  const known = drafts.get(key);
  if (!known) drafts.set(key, draft);
  else {
    // In order of the text: what is there already is the last one.
    known.mentions.push(...draft.mentions.filter((mention) => known.mentions.at(-1) !== mention));
    if (draft.cue.confidence > known.cue.confidence) known.cue = draft.cue;
  }
}

function finish(drafts: readonly Draft[], view: View, from: string): Relation[] {
  const stronger = new Set(drafts.filter(({ cue }) => cue.type !== 'cites').map(({ to }) => to));
  const changed = new Set(drafts.filter(isSureChange).map(({ to }) => to));
  return drafts
    .filter(({ to }) => to !== from)
    .filter(({ cue, to }) => cue.type !== 'cites' || !stronger.has(to))
    .filter((draft) => !changed.has(draft.to) || isSureChange(draft) || !isAside(draft))
    .map(({ cue, to, mentions }) => ({
      type: cue.type,
      from,
      to,
      mentions,
      evidence: view.toOriginal(cue.evidence.start, cue.evidence.end),
      prospective: cue.prospective,
      rule: cue.rule,
      confidence: cue.confidence,
    }));
}

const CHANGES: ReadonlySet<RelationType> = new Set([
  'amends',
  'supplements',
  'extends',
  'supersedes',
  'terminates',
]);

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

/** The sentence that a position stands in; sentences are sorted and cover the text. */
export function sentenceAt(reading: Pick<Reading, 'sentences'>, position: number) {
  const { sentences } = reading;
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((sentences[middle]?.start ?? 0) <= position) low = middle;
    else high = middle - 1;
  }
  return sentences[low] ?? { start: position, end: position + 1 };
}
