/** Cytoscape JSON (https://js.cytoscape.org, `cytoscape({ elements })`), which Cytoscape desktop opens too. */
import type { GraphEdge, GraphNode } from '../records.ts';
import { caption, edgeCells, edgeColumns, nodeCells, nodeColumns } from './columns.ts';
import { DRAWN } from './drawn.ts';
import type { About, Format, GraphSource } from './format.ts';
import { jsonItems, valuesOf } from './json.ts';

const NODES = nodeColumns(DRAWN.taken);
const EDGES = edgeColumns(DRAWN.taken);

export const cytoscape: Format = {
  name: 'cytoscape',
  title: 'Cytoscape JSON',
  mediaType: 'application/json',
  extension: 'cyjs',
  shape: 'file',
  write: (source, about) => [{ name: 'stemma.cyjs', chunks: write(source, about) }],
};

async function* write(source: GraphSource, about: About): AsyncGenerator<string> {
  yield `{"data":${JSON.stringify({ name: about.title, creator: about.creator })},"elements":{"nodes":[`;
  yield* jsonItems(source.nodes(), nodeElement);
  yield '],"edges":[';
  yield* jsonItems(source.edges(), edgeElement);
  yield ']}}\n';
}

function nodeElement(node: GraphNode) {
  const own = { id: node.id, label: caption(node), [DRAWN.kind]: node.label };
  return { data: { ...own, ...valuesOf(nodeCells(NODES, node)) } };
}

function edgeElement(edge: GraphEdge) {
  const own = { id: edge.id, source: edge.from, target: edge.to, label: edge.type };
  return { data: { ...own, ...valuesOf(edgeCells(EDGES, edge)) } };
}
