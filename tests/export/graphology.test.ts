import { MultiDirectedGraph as Graph } from 'graphology';
import { expect, test } from 'vitest';
import { graphology } from '../../src/export/graphology.ts';
import { graphIn } from './drawn.ts';
import { ABOUT, expected, GRAPH, HOSTILE, sourceInPages, textOf, wellFormed } from './fixture.ts';

test('graphology reads every node, edge and value back', async () => {
  const [file] = graphology.write(sourceInPages(GRAPH), ABOUT);
  const graph = Graph.from(JSON.parse(await textOf(file)));
  expect([graph.order, graph.size]).toEqual([GRAPH.nodes.length, GRAPH.edges.length]);
  expect(graphIn(graph)).toEqual(expected(GRAPH, wellFormed));
  expect(graph.getNodeAttribute('agr:chinese', 'label')).toBe(HOSTILE.chinese);
  expect(graph.getNodeAttribute('agr:bare', 'label')).toBe('agr:bare');
  expect(graph.getAttribute('name')).toBe(ABOUT.title);
});
