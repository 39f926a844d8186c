/** JSON Graph Format, version 2 (https://jsongraphformat.info). Properties and the node's label are metadata. */
import type { GraphEdge, GraphNode } from '../records.ts';
import { caption, edgeCells, edgeColumns, nodeCells, nodeColumns } from './columns.ts';
import { DRAWN } from './drawn.ts';
import type { About, Format, GraphSource } from './format.ts';
import { jsonEntries, jsonItems, valuesOf } from './json.ts';

const NODES = nodeColumns(DRAWN.taken);
const EDGES = edgeColumns(DRAWN.taken);

export const jgf: Format = {
  name: 'jgf',
  title: 'JSON Graph Format',
  mediaType: 'application/vnd.jgf+json',
  extension: 'jgf.json',
  shape: 'file',
  write: (source, about) => [{ name: 'stemma.jgf.json', chunks: write(source, about) }],
};

async function* write(source: GraphSource, about: About): AsyncGenerator<string> {
  const metadata = { creator: about.creator };
  yield `{"graph":{"id":"stemma","type":"lineage","label":${JSON.stringify(about.title)},"directed":true,`;
  yield `"metadata":${JSON.stringify(metadata)},"nodes":{`;
  yield* jsonEntries(source.nodes(), nodeEntry);
  yield '},"edges":[';
  yield* jsonItems(source.edges(), edgeItem);
  yield ']}}\n';
}

function nodeEntry(node: GraphNode): readonly [string, unknown] {
  const metadata = { [DRAWN.kind]: node.label, ...valuesOf(nodeCells(NODES, node)) };
  return [node.id, { label: caption(node), metadata }];
}

function edgeItem(edge: GraphEdge) {
  const metadata = valuesOf(edgeCells(EDGES, edge));
  return { id: edge.id, source: edge.from, target: edge.to, relation: edge.type, directed: true, metadata };
}
