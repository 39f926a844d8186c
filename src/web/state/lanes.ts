/** Lanes of the lineage: which agreements stand together, because of their parties or their kind. Pure. */
import { AGREEMENT_KINDS } from '../../../graph/vocabulary.ts';
import type { Language, Messages } from '../text/messages.ts';
import { nameIn } from '../text/names.ts';
import { partiesOf } from './filters.ts';
import type { GraphIndex } from './graph.ts';

export const LANES = ['none', 'party', 'kind'] as const;
export type Lanes = (typeof LANES)[number];

/** More would be too thin to read; the agreements of smaller ones stand together in one. */
const MOST = 8;
/** Parties that a lane is named after. */
const NAMED = 3;
const OTHERS = 'others';
const MARKS = { party: 'party:', kind: 'kind:' } as const;

function keyOf(index: GraphIndex, id: string, by: 'party' | 'kind'): string {
  if (by === 'party') return MARKS.party + [...partiesOf(index, id)].sort().join('\n');
  const { kind } = index.nodes.get(id)?.properties ?? {};
  return MARKS.kind + (typeof kind === 'string' ? kind : 'other');
}

/**
 * The lane of each agreement, and the lanes from top to bottom: the root's first, then by how many they hold; what is
 * left over last.
 */
export function groupInLanes(
  index: GraphIndex,
  ids: readonly string[],
  by: Lanes,
  root: string | null,
): Readonly<{ laneOf: ReadonlyMap<string, string>; order: readonly string[] }> {
  if (by === 'none') return { laneOf: new Map(), order: [] };
  const keys = new Map(ids.map((id) => [id, keyOf(index, id, by)]));
  const counts = new Map<string, number>();
  for (const key of keys.values()) counts.set(key, (counts.get(key) ?? 0) + 1);
  const first = root === null ? undefined : keys.get(root);
  const ranked = [...counts.keys()].sort(
    (a, b) =>
      Number(b === first) - Number(a === first) ||
      (counts.get(b) ?? 0) - (counts.get(a) ?? 0) ||
      (a < b ? -1 : 1),
  );
  const kept = new Set(ranked.length > MOST ? ranked.slice(0, MOST - 1) : ranked);
  const laneOf = new Map([...keys].map(([id, key]) => [id, kept.has(key) ? key : OTHERS]));
  return { laneOf, order: kept.size < ranked.length ? [...kept, OTHERS] : ranked };
}

/** What a lane holds, in words; null for what is no lane of `groupInLanes`. */
export function laneCaption(lane: string, index: GraphIndex, language: Language, t: Messages): string | null {
  if (lane === OTHERS) return t.laneOthers;
  if (lane.startsWith(MARKS.kind)) {
    const kind = lane.slice(MARKS.kind.length);
    return AGREEMENT_KINDS.some((one) => one === kind) ? t.kinds[kind as keyof Messages['kinds']] : kind;
  }
  if (!lane.startsWith(MARKS.party)) return null;
  const parties = lane.slice(MARKS.party.length).split('\n').filter(Boolean);
  if (parties.length === 0) return t.laneNoParty;
  const names = parties.map((id) => {
    const node = index.nodes.get(id);
    return node ? nameIn(node, language) : id;
  });
  const rest = names.length - NAMED;
  return names.slice(0, NAMED).join(' · ') + (rest > 0 ? ` ${t.andMore(rest)}` : '');
}
