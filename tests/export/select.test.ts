import { describe, expect, test } from 'vitest';
import { collectGraph, sourceOf, withEnds } from '../../src/export/index.ts';
import type { QueryEdge, QueryNode, QueryValue } from '../../src/store/port.ts';

const node = (id: string): QueryNode => ({ kind: 'node', id, label: 'Agreement', properties: { name: id } });
const edge = (from: string, to: string): QueryEdge => ({
  kind: 'edge',
  id: `${from} CITES ${to}`,
  type: 'CITES',
  from,
  to,
  properties: {},
});
const [a, b, c] = [node('a'), node('b'), node('c')];
const ab = edge('a', 'b');

describe('the graph among the values of rows', () => {
  const cases: [string, QueryValue[][], { nodes: string[]; edges: string[]; missing: string[] }][] = [
    ['nothing', [], { nodes: [], edges: [], missing: [] }],
    ['plain values', [[1, 'a', null, true, ['b'], { id: 'c' }]], { nodes: [], edges: [], missing: [] }],
    [
      'nodes, once and sorted',
      [
        [c, a],
        [b, a],
      ],
      { nodes: ['a', 'b', 'c'], edges: [], missing: [] },
    ],
    ['an edge with its ends', [[a, ab, b]], { nodes: ['a', 'b'], edges: ['a CITES b'], missing: [] }],
    ['an edge alone', [[ab]], { nodes: [], edges: ['a CITES b'], missing: ['a', 'b'] }],
    ['an edge with one end', [[ab], [b]], { nodes: ['b'], edges: ['a CITES b'], missing: ['a'] }],
    [
      'a path',
      [[{ kind: 'path', nodes: [a, b], edges: [ab] }]],
      { nodes: ['a', 'b'], edges: ['a CITES b'], missing: [] },
    ],
    ['inside lists and maps', [[{ rows: [[a], { x: b }] }]], { nodes: ['a', 'b'], edges: [], missing: [] }],
    [
      'a map that only looks like a node',
      [
        [
          { kind: 'node', id: 'x', label: 'toString', properties: {} },
          { kind: 'node' },
          { kind: 'edge', id: 'y' },
        ],
      ],
      { nodes: [], edges: [], missing: [] },
    ],
  ];
  test.each(cases)('%s', (_, rows, wanted) => {
    const { nodes, edges, missing } = collectGraph(rows);
    expect({ nodes: nodes.map(({ id }) => id), edges: edges.map(({ id }) => id), missing }).toEqual(wanted);
  });
});

describe('with its ends', () => {
  const selection = collectGraph([[ab, edge('b', 'c'), c]]);
  test('those found come in, what nobody asked for does not', () => {
    const graph = withEnds(selection, [a, b, node('z')]);
    expect(graph.nodes.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
    expect(graph.edges.map(({ id }) => id)).toEqual(['a CITES b', 'b CITES c']);
  });
  test('an edge that lacks one is left out', () => {
    expect(withEnds(selection, [b]).edges.map(({ id }) => id)).toEqual(['b CITES c']);
    expect(withEnds(selection).edges).toEqual([]);
  });
  test('a source can be read twice', async () => {
    const source = sourceOf(withEnds(selection, [a, b]));
    for (const _ of [1, 2]) {
      const ids: string[] = [];
      for await (const page of source.nodes()) ids.push(...page.map(({ id }) => id));
      expect(ids).toEqual(['a', 'b', 'c']);
    }
  });
});
