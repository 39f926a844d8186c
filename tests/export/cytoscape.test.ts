import cytoscape from 'cytoscape';
import { expect, test } from 'vitest';
import { cytoscape as format } from '../../src/export/cytoscape.ts';
import { propertiesIn } from './drawn.ts';
import {
  ABOUT,
  type Expected,
  expected,
  GRAPH,
  HOSTILE,
  sourceInPages,
  textOf,
  wellFormed,
} from './fixture.ts';

test('Cytoscape reads every node, edge and value back', async () => {
  const [file] = format.write(sourceInPages(GRAPH), ABOUT);
  const { elements } = JSON.parse(await textOf(file));
  const graph = cytoscape({ headless: true, elements });
  const read: Expected = { nodes: {}, edges: {} };
  for (const node of graph.nodes().toArray()) {
    const { id, node_label: label, ...rest } = node.data();
    read.nodes[id] = { label, values: propertiesIn(rest) };
  }
  for (const edge of graph.edges().toArray()) {
    const { id, source: from, target: to, label: type, ...rest } = edge.data();
    read.edges[id] = { type, from, to, values: propertiesIn(rest) };
  }
  expect(read).toEqual(expected(GRAPH, wellFormed));
  expect(graph.getElementById('agr:chinese').data('label')).toBe(HOSTILE.chinese);
  graph.destroy();
});
