import { describe, expect, it } from 'vitest';
import type { GraphEdge, GraphNode } from '../../src/records.ts';
import { edgeId } from '../../src/records.ts';
import { indexGraph, lineageOf, WAYS } from '../../src/web/state/graph.ts';
import { groupInLanes, laneCaption } from '../../src/web/state/lanes.ts';
import { MESSAGES } from '../../src/web/text/messages.ts';

const agreement = (id: string, kind?: string): GraphNode => ({
  id,
  label: 'Agreement',
  properties: { id, name: id, names: [], ...(kind === undefined ? {} : { kind }) },
});
const state = (id: string): GraphNode => ({ id, label: 'State', properties: { id, name: id, names: [] } });
const edge = (from: string, type: GraphEdge['type'], to: string): GraphEdge => ({
  id: edgeId(from, type, to),
  type,
  from,
  to,
  properties: {},
});
const parties = (id: string, ...of: string[]) => of.map((one) => edge(id, 'HAS_PARTY', one));

const INDEX = indexGraph(
  [
    agreement('a', 'treaty'),
    agreement('b', 'treaty'),
    agreement('c', 'protocol'),
    agreement('d'),
    ...['P', 'Q', 'R', 'S', 'T'].map(state),
  ],
  [
    ...parties('a', 'Q', 'P'),
    ...parties('b', 'P', 'Q'),
    ...parties('c', 'P', 'Q', 'R', 'S', 'T'),
    edge('a', 'CITES', 'b'),
    edge('b', 'AMENDS', 'c'),
    edge('d', 'CITES', 'b'),
  ],
);
const IDS = ['a', 'b', 'c', 'd'];
const captions = (by: 'party' | 'kind', root: string) =>
  groupInLanes(INDEX, IDS, by, root).order.map((lane) => laneCaption(lane, INDEX, 'en', MESSAGES.en));

describe('lanes of the lineage', () => {
  it.each([
    ['party', 'a', ['P · Q', 'No party named', 'P · Q · R and 2 more']],
    ['party', 'c', ['P · Q · R and 2 more', 'P · Q', 'No party named']],
    ['kind', 'a', ['Treaty', 'Other', 'Protocol']],
  ] as const)('stand by %s around %s, the root’s first, then the fullest', (by, root, expected) => {
    expect(captions(by, root)).toEqual(expected);
  });

  it('put what has the same parties in one, in whatever order they are named', () => {
    const { laneOf } = groupInLanes(INDEX, IDS, 'party', null);
    expect(laneOf.get('a')).toBe(laneOf.get('b'));
    expect(laneOf.get('a')).not.toBe(laneOf.get('c'));
  });

  it('are none unless asked for', () => {
    expect(groupInLanes(INDEX, IDS, 'none', 'a')).toEqual({ laneOf: new Map(), order: [] });
  });

  it('are few: of many, the small ones stand together', () => {
    const many = Array.from({ length: 20 }, (_, i) => agreement(`n${i}`, `kind-${i}`));
    const { order, laneOf } = groupInLanes(
      indexGraph(many, []),
      many.map(({ id }) => id),
      'kind',
      'n13',
    );
    expect(order).toHaveLength(8);
    expect(order[0]).toBe(laneOf.get('n13'));
    expect(laneCaption(order[7] ?? '', INDEX, 'en', MESSAGES.en)).toBe('Others');
    expect([...laneOf.values()].every((lane) => order.includes(lane))).toBe(true);
  });
});

describe('the lineage of one agreement', () => {
  it.each([
    ['both', 1, ['a', 'b']],
    ['both', null, ['a', 'b', 'c', 'd']],
    ['on', null, ['a', 'b', 'c']],
    ['on', 1, ['a', 'b']],
    ['by', null, ['a']],
  ] as const)('goes %s, %s steps', (way, steps, expected) => {
    expect([...lineageOf(INDEX, 'a', steps, new Set(), way)].sort()).toEqual(expected);
  });

  it('of the cited one comes from those that cite it', () => {
    expect(WAYS.map((way) => [...lineageOf(INDEX, 'b', 1, new Set(), way)].sort().join(''))).toEqual([
      'abcd',
      'bc',
      'abd',
    ]);
  });
});
