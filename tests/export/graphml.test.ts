import { MultiDirectedGraph as Graph } from 'graphology';
import { parse } from 'graphology-graphml';
import { expect, test } from 'vitest';
import { graphml } from '../../src/export/graphml.ts';
import { graphIn } from './drawn.ts';
import { ABOUT, expected, GRAPH, sourceInPages, textOf, xmlWritable } from './fixture.ts';
import { checkXml } from './xml.ts';

const text = await textOf(graphml.write(sourceInPages(GRAPH), ABOUT)[0]);

test('is well-formed', () => {
  expect(() => checkXml(text)).not.toThrow();
});

test('graphology-graphml reads every node, edge and value back', () => {
  const graph = parse(Graph, text);
  expect([graph.order, graph.size]).toEqual([GRAPH.nodes.length, GRAPH.edges.length]);
  expect(graphIn(graph, fromJson)).toEqual(expected(GRAPH, xmlWritable));
});

test('every key says what it means, and which are lists', () => {
  expect(text).toContain(
    '<key id="n_names" for="node" attr.name="names" attr.type="string"><desc>JSON array. All names',
  );
  expect(text).toContain('<key id="e_confidence" for="edge" attr.name="confidence" attr.type="double">');
});

/** Lists are JSON text. What JSON has escaped, such as `\u0007`, XML need not replace. */
function fromJson(property: string, value: unknown): unknown {
  const lists = [
    'names',
    'aliases',
    'sources',
    'candidates',
    'documents',
    'mentions',
    'evidence',
    'asserted_by',
  ];
  if (!lists.includes(property)) return value;
  const list: unknown = JSON.parse(String(value));
  return Array.isArray(list) ? list.map((item) => xmlWritable(String(item))) : list;
}
