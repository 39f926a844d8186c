import { expect, test } from 'vitest';
import { jgf } from '../../src/export/jgf.ts';
import { propertiesIn } from './drawn.ts';
import { ABOUT, type Expected, expected, GRAPH, sourceInPages, textOf, wellFormed } from './fixture.ts';
import { readWithPython, testWithPython } from './python.ts';

const text = await textOf(jgf.write(sourceInPages(GRAPH), ABOUT)[0]);

test('is what version 2 of the format asks for', () => {
  const { graph } = JSON.parse(text);
  expect(graph).toMatchObject({ directed: true, label: ABOUT.title, metadata: { creator: ABOUT.creator } });
  expect(Object.keys(graph.nodes)).toEqual(GRAPH.nodes.map(({ id }) => id.toWellFormed()));
  expect(graph.edges.length).toBe(GRAPH.edges.length);
  for (const { source, target } of graph.edges)
    expect([source, target].every((id) => Object.hasOwn(graph.nodes, id))).toBe(true);
});

/** By property: a value for each record in order, or those that there are by index. */
type Table = Record<string, unknown[] | Record<string, unknown>>;
type Read = {
  directed: boolean;
  edges: [number, number][];
  'node-properties': Table;
  'edge-properties': Table;
};

testWithPython('the jgf package reads every node, edge and value back', ['jgf'], async (python) => {
  const [read] = readWithPython(python, 'jgf', text) as Read[];
  expect(read?.directed).toBe(true);
  if (read !== undefined) expect(graphIn(read)).toEqual(expected(GRAPH, wellFormed));
});

/** The package numbers the nodes in the file's order and gives their ids up. */
function graphIn(read: Read): Expected {
  const ids = GRAPH.nodes.map(({ id }) => id);
  const graph: Expected = { nodes: {}, edges: {} };
  for (const [index, id] of ids.entries()) {
    const { node_label: label, ...rest } = record(read['node-properties'], index);
    graph.nodes[id] = { label: String(label), values: propertiesIn({ ...rest, node_label: label }) };
  }
  for (const [index, [from, to]] of read.edges.entries()) {
    const { id, relation, directed: _, ...rest } = record(read['edge-properties'], index);
    const ends = { from: ids[from] ?? '', to: ids[to] ?? '' };
    graph.edges[String(id)] = { type: String(relation), ...ends, values: propertiesIn(rest) };
  }
  return graph;
}

function record(table: Table, index: number): Record<string, unknown> {
  const values = Object.entries(table).map(([name, column]) => [name, Reflect.get(column, index)]);
  return Object.fromEntries(values.filter(([, value]) => value !== undefined));
}
