/**
 * GraphML (http://graphml.graphdrawing.org): yEd, Gephi, Cytoscape, networkx, igraph. It has no lists: a list is
 * JSON text, and its key's `desc` says so.
 */
import type { PropertyType, PropertyValue } from '../../graph/vocabulary.ts';
import type { GraphEdge, GraphNode } from '../records.ts';
import {
  type Cell,
  type Column,
  caption,
  edgeCells,
  edgeColumns,
  nodeCells,
  nodeColumns,
} from './columns.ts';
import { DRAWN } from './drawn.ts';
import type { About, Format, GraphSource } from './format.ts';
import { xmlAttributes, xmlText } from './xml.ts';

const NODES = nodeColumns(DRAWN.taken);
const EDGES = edgeColumns(DRAWN.taken);

export const graphml: Format = {
  name: 'graphml',
  title: 'GraphML',
  mediaType: 'application/graphml+xml',
  extension: 'graphml',
  shape: 'file',
  write: (source, about) => [{ name: 'stemma.graphml', chunks: write(source, about) }],
};

async function* write(source: GraphSource, about: About): AsyncGenerator<string> {
  yield head(about);
  for await (const page of source.nodes()) yield page.map(nodeElement).join('');
  for await (const page of source.edges()) yield page.map(edgeElement).join('');
  yield '  </graph>\n</graphml>\n';
}

function head(about: About): string {
  const keys = [
    key('node', { name: 'label', type: 'string', definition: DRAWN.node.label }),
    key('node', { name: DRAWN.kind, type: 'string', definition: DRAWN.node.kind }),
    ...NODES.all.map((column) => key('node', column)),
    key('edge', { name: 'label', type: 'string', definition: DRAWN.edge.label }),
    ...EDGES.all.map((column) => key('edge', column)),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    ' xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns',
    ' http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n',
    `  <desc>${xmlText(`${about.title}. ${about.creator}`)}</desc>\n`,
    ...keys,
    '  <graph id="stemma" edgedefault="directed">\n',
  ].join('');
}

function key(element: 'node' | 'edge', column: Pick<Column, 'name' | 'type' | 'definition'>): string {
  const list = column.type.endsWith('s') ? 'JSON array. ' : '';
  const attributes = xmlAttributes({
    id: keyId(element, column.name),
    for: element,
    'attr.name': column.name,
    'attr.type': TYPES[column.type],
  });
  return `  <key${attributes}><desc>${list}${xmlText(column.definition)}</desc></key>\n`;
}

const TYPES: Readonly<Record<PropertyType, string>> = {
  string: 'string',
  integer: 'long',
  float: 'double',
  boolean: 'boolean',
  strings: 'string',
  integers: 'string',
  floats: 'string',
  booleans: 'string',
};

/** Key ids are unique in the file: `n_name`, `e_confidence`. */
const keyId = (element: 'node' | 'edge', name: string) => `${element === 'node' ? 'n' : 'e'}_${name}`;

function nodeElement(node: GraphNode): string {
  const data = [
    datum('node', 'label', caption(node)),
    datum('node', DRAWN.kind, node.label),
    ...nodeCells(NODES, node).map((cell) => cellDatum('node', cell)),
  ];
  return `    <node${xmlAttributes({ id: node.id })}>${data.join('')}</node>\n`;
}

function edgeElement(edge: GraphEdge): string {
  const data = [
    datum('edge', 'label', edge.type),
    ...edgeCells(EDGES, edge).map((cell) => cellDatum('edge', cell)),
  ];
  const attributes = xmlAttributes({ id: edge.id, source: edge.from, target: edge.to });
  return `    <edge${attributes}>${data.join('')}</edge>\n`;
}

const cellDatum = (element: 'node' | 'edge', { column, value }: Cell) => datum(element, column.name, value);

function datum(element: 'node' | 'edge', name: string, value: PropertyValue): string {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return `<data key="${keyId(element, name)}">${xmlText(text)}</data>`;
}
