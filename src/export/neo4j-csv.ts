/**
 * Tables for `neo4j-admin database import`, and its options in a file:
 * `neo4j-admin database import full @import.args` from inside the folder. Items of a list are parted by U+001F,
 * which no text holds (there it becomes U+FFFD), since the importer has no way to write the separator itself.
 */
import type { PropertyType, PropertyValue } from '../../graph/vocabulary.ts';
import type { GraphEdge, GraphNode } from '../records.ts';
import {
  type Cell,
  type Column,
  type Columns,
  edgeCells,
  edgeColumns,
  nodeCells,
  nodeColumns,
} from './columns.ts';
import { csvLine } from './csv-cell.ts';
import type { Format, GraphSource } from './format.ts';

const NODES = nodeColumns();
const EDGES = edgeColumns();
const ITEM_END = '\u001F';

export const neo4jCsv: Format = {
  name: 'neo4j-csv',
  title: 'Neo4j import CSV',
  mediaType: 'text/csv',
  extension: 'csv',
  shape: 'folder',
  write: (source) => [
    { name: 'nodes.csv', chunks: nodes(source) },
    { name: 'relationships.csv', chunks: relationships(source) },
    { name: 'import.args', chunks: options() },
  ],
};

async function* nodes(source: GraphSource): AsyncGenerator<string> {
  yield line(['id:ID', ':LABEL', ...NODES.all.map(header)]);
  for await (const page of source.nodes()) yield page.map(nodeLine).join('');
}

async function* relationships(source: GraphSource): AsyncGenerator<string> {
  yield line([':START_ID', ':END_ID', ':TYPE', ...EDGES.all.map(header)]);
  for await (const page of source.edges()) yield page.map(edgeLine).join('');
}

async function* options(): AsyncGenerator<string> {
  yield [
    '--nodes=nodes.csv',
    '--relationships=relationships.csv',
    '--array-delimiter=U+001F',
    '--multiline-fields=true',
    '--ignore-empty-strings=false',
    '--id-type=string',
    // A field must fit; the importer's own 4 MB hold no long treaty.
    '--read-buffer-size=16m',
    '',
  ].join('\n');
}

/** `names:string[]`, `earliest:int`. */
const header = ({ name, type }: Column) => `${name}:${TYPES[type]}`;

const TYPES: Readonly<Record<PropertyType, string>> = {
  string: 'string',
  integer: 'int',
  float: 'double',
  boolean: 'boolean',
  strings: 'string[]',
  integers: 'int[]',
  floats: 'double[]',
  booleans: 'boolean[]',
};

const nodeLine = (node: GraphNode) =>
  line([field(node.id), node.label, ...row(NODES, nodeCells(NODES, node))]);

const edgeLine = (edge: GraphEdge) =>
  line([field(edge.from), field(edge.to), edge.type, ...row(EDGES, edgeCells(EDGES, edge))]);

function row(columns: Columns, cells: readonly Cell[]): (string | null)[] {
  const values = new Map(cells.map(({ column, value }) => [column.name, value]));
  return columns.all.map(({ name }) => field(values.get(name)));
}

/** Nothing where there is no value, or an empty list: the importer makes no property of that. */
function field(value: PropertyValue | undefined): string | null {
  if (value === undefined || (typeof value === 'object' && value.length === 0)) return null;
  return typeof value === 'object' ? value.map(itemText).join(ITEM_END) : itemText(value);
}

const itemText = (item: string | number | boolean) =>
  String(item).toWellFormed().replaceAll(ITEM_END, '\uFFFD');

const line = (fields: readonly (string | null)[]) => `${csvLine(fields)}\n`;
