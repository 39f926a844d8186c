/** Graphology's own JSON: `Graph.from(JSON.parse(text))`. Node positions are left to the program that draws. */
import type { GraphEdge, GraphNode } from '../records.ts';
import { caption, edgeCells, edgeColumns, nodeCells, nodeColumns } from './columns.ts';
import { DRAWN } from './drawn.ts';
import type { About, Format, GraphSource } from './format.ts';
import { jsonItems, valuesOf } from './json.ts';

const NODES = nodeColumns(DRAWN.taken);
const EDGES = edgeColumns(DRAWN.taken);

export const graphology: Format = {
  name: 'graphology',
  title: 'Graphology JSON',
  mediaType: 'application/json',
  extension: 'json',
  shape: 'file',
  write: (source, about) => [{ name: 'stemma.graphology.json', chunks: write(source, about) }],
};

async function* write(source: GraphSource, about: About): AsyncGenerator<string> {
  const options = { type: 'directed', multi: true, allowSelfLoops: true };
  yield `{"attributes":${JSON.stringify({ name: about.title, creator: about.creator })}`;
  yield `,"options":${JSON.stringify(options)},"nodes":[`;
  yield* jsonItems(source.nodes(), nodeEntry);
  yield '],"edges":[';
  yield* jsonItems(source.edges(), edgeEntry);
  yield ']}\n';
}

function nodeEntry(node: GraphNode) {
  const own = { label: caption(node), [DRAWN.kind]: node.label };
  return { key: node.id, attributes: { ...own, ...valuesOf(nodeCells(NODES, node)) } };
}

function edgeEntry(edge: GraphEdge) {
  const attributes = { label: edge.type, ...valuesOf(edgeCells(EDGES, edge)) };
  return { key: edge.id, source: edge.from, target: edge.to, attributes };
}
