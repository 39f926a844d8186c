import { describe, expect, it } from 'vitest';
import type { RelationshipType } from '../../graph/vocabulary.ts';
import { edgeId, type GraphEdge, type GraphNode } from '../../src/records.ts';
import { type Address, DEFAULT_ADDRESS } from '../../src/web/state/address.ts';
import { agreementYears, countFacets, selectShown } from '../../src/web/state/filters.ts';
import { chooseRoot, indexGraph, placeInTime, signatureOf } from '../../src/web/state/graph.ts';

const node = (
  id: string,
  label: GraphNode['label'],
  properties: GraphNode['properties'] = {},
): GraphNode => ({
  id,
  label,
  properties: { id, name: id, names: [], ...properties },
});
const edge = (
  from: string,
  type: RelationshipType,
  to: string,
  properties: GraphEdge['properties'] = {},
): GraphEdge => ({ id: edgeId(from, type, to), type, from, to, properties });

/** A text cites one and calls for another; the one stands on an older one, as an authority knows. */
const INDEX = indexGraph(
  [
    node('statement', 'Agreement'),
    node('border', 'Agreement'),
    node('planned', 'Agreement'),
    node('charter', 'Agreement'),
    node('apart', 'Agreement'),
    node('china', 'State'),
    node('peru', 'State'),
    node('d96', 'Date', { edtf: '1996-04-25' }),
    node('d91', 'Date', { edtf: '1991-05-16' }),
    node('d45', 'Date', { edtf: '1945-06-26' }),
    node('text', 'Document'),
  ],
  [
    edge('text', 'TEXT_OF', 'statement'),
    edge('statement', 'REAFFIRMS', 'border', { asserted_by: ['text'] }),
    edge('statement', 'CALLS_FOR', 'planned', { asserted_by: ['text'], documents: ['text'] }),
    edge('border', 'BASED_ON', 'charter', { asserted_by: ['authority'] }),
    edge('statement', 'HAS_PARTY', 'china'),
    edge('apart', 'HAS_PARTY', 'peru'),
    edge('statement', 'SIGNED_ON', 'd96', { asserted_by: ['text', 'authority'] }),
    edge('border', 'SIGNED_ON', 'd91', { asserted_by: ['text'] }),
    edge('charter', 'SIGNED_ON', 'd45', { asserted_by: ['authority'] }),
  ],
);

const shown = (change: Partial<Address>) => {
  const address: Address = { ...DEFAULT_ADDRESS, language: 'en', ...change };
  const { nodes, edges } = selectShown(INDEX, address, 'statement');
  return {
    nodes: nodes.map((n) => n.id).sort((a, b) => a.localeCompare(b)),
    edges: edges.map((e) => e.type),
  };
};

describe('what is shown', () => {
  it.each<[string, Partial<Address>, string[]]>([
    ['one step around the root', {}, ['border', 'planned', 'statement']],
    ['two steps', { steps: 2 }, ['border', 'charter', 'planned', 'statement']],
    ['every step', { steps: null }, ['border', 'charter', 'planned', 'statement']],
    ['not along hidden relations', { hidden: ['CALLS_FOR'] }, ['border', 'statement']],
    [
      'what is near in other labels',
      { labels: ['Agreement', 'State'] },
      ['border', 'china', 'planned', 'statement'],
    ],
    ['the years, and what has no date', { years: { from: 1995, to: null } }, ['planned', 'statement']],
    ['everything in the network', { view: 'network', labels: ['State'] }, ['china', 'peru']],
    ['nothing', { labels: [] }, []],
    ['what is pinned, whatever the filters say', { labels: [], pinned: ['peru', 'gone'] }, ['peru']],
    ['nothing that is hidden by hand', { without: ['border', 'planned'] }, ['statement']],
    [
      'what is opened by hand, so many of it',
      { opened: [{ id: 'border', count: 9 }] },
      ['border', 'charter', 'planned', 'statement'],
    ],
    [
      'nothing hidden, even where its neighbour is opened',
      { opened: [{ id: 'border', count: 9 }], without: ['charter'] },
      ['border', 'planned', 'statement'],
    ],
    ['agreements with a party', { view: 'network', parties: ['china'] }, ['china', 'statement']],
    ['agreements with all parties', { view: 'network', parties: ['china', 'peru'] }, ['china', 'peru']],
    [
      'what a text says',
      { view: 'network', labels: ['Agreement'], documents: ['text'] },
      ['planned', 'statement'],
    ],
    ['the ends of a path', { labels: [], path: { from: 'apart', to: 'charter' } }, ['apart', 'charter']],
  ])('%s', (_, change, ids) => {
    expect(shown(change).nodes).toEqual(ids);
  });

  it('shows edges between what is shown alone, and none that is hidden', () => {
    expect(shown({}).edges).toEqual(['REAFFIRMS', 'CALLS_FOR']);
    expect(shown({ view: 'network', hidden: ['REAFFIRMS', 'HAS_PARTY'] }).edges).toEqual([
      'CALLS_FOR',
      'BASED_ON',
    ]);
  });
});

describe('dates', () => {
  it('are told by who asserts them', () => {
    expect(signatureOf(INDEX, 'statement')).toEqual({ edtf: '1996-04-25', by: 'both' });
    expect(signatureOf(INDEX, 'charter')).toEqual({ edtf: '1945-06-26', by: 'authority' });
    expect(signatureOf(INDEX, 'planned')).toBeNull();
  });

  it('place an agreement by its text alone, unless the authorities are asked too', () => {
    expect(placeInTime(INDEX, 'charter', 'text')).toBeNull();
    expect(placeInTime(INDEX, 'charter', 'all')).toBeCloseTo(1945.48, 1);
    expect(agreementYears(INDEX, 'text')).toEqual([1996, 1991]);
    expect(agreementYears(INDEX, 'all')).toEqual([1996, 1991, 1945]);
  });
});

it('starts at the agreement that a text in the graph is the text of', () => {
  expect(chooseRoot(INDEX)).toBe('statement');
  expect(chooseRoot(indexGraph([node('a', 'Agreement')], []))).toBe('a');
  expect(chooseRoot(indexGraph([], []))).toBeNull();
});

it('counts agreements by party and by text', () => {
  expect(countFacets(INDEX, [...INDEX.nodes.values()])).toEqual({
    parties: [
      { id: 'china', count: 1 },
      { id: 'peru', count: 1 },
    ],
    documents: [{ id: 'text', count: 2 }],
  });
});
