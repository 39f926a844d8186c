import { MultiDirectedGraph as Graph } from 'graphology';
import { parse } from 'graphology-gexf';
import { expect, test } from 'vitest';
import { gexf } from '../../src/export/gexf.ts';
import { graphIn } from './drawn.ts';
import { ABOUT, expected, GRAPH, sourceInPages, textOf, xmlWritable } from './fixture.ts';
import { checkXml } from './xml.ts';

const text = await textOf(gexf.write(sourceInPages(GRAPH), ABOUT)[0]);

test('is well-formed', () => {
  expect(() => checkXml(text)).not.toThrow();
  expect(() => checkXml(text.replace('中华', '\u0007'))).toThrow('disallowed character');
});

test('graphology-gexf reads every node, edge and value back', () => {
  const graph = parse(Graph, text);
  expect([graph.order, graph.size]).toEqual([GRAPH.nodes.length, GRAPH.edges.length]);
  expect(graphIn(graph)).toEqual(expected(GRAPH, xmlWritable));
  expect(graph.getNodeAttribute('agr:bare', 'label')).toBe('agr:bare');
  expect(graph.getAttributes()).toEqual({ creator: ABOUT.creator, description: ABOUT.title });
});

test('an agreement starts on its day, when that is known', async () => {
  const day = { earliest: 19960425, latest: 19960425 };
  const nodes = [
    { id: 'agr:a', label: 'Agreement', properties: day },
    { id: 'agr:b', label: 'Agreement', properties: { earliest: 19940101, latest: 19941231 } },
    { id: 'date:c', label: 'Date', properties: day },
  ] as const;
  const written = await textOf(gexf.write(sourceInPages({ nodes, edges: [] }), ABOUT)[0]);
  expect(written.match(/start="[^"]*"/g)).toEqual(['start="1996-04-25"']);
});
