/**
 * Two tables for spreadsheets, pandas and R: nodes.csv and edges.csv, RFC 4180, UTF-8.
 *
 * - A list is joined with `;`, and a `;` or `\` inside an item has a `\` before it.
 * - A text that a spreadsheet would run as a formula has an apostrophe before it: one that begins with any of
 *   `= + - @`, their full-width forms, a tab or a line end, after apostrophes or none. To get the text back take
 *   one apostrophe from cells that begin so. Numbers are left alone, negative ones too.
 */
import type { PropertyValue } from '../../graph/vocabulary.ts';
import type { GraphEdge, GraphNode } from '../records.ts';
import { type Cell, type Columns, edgeCells, edgeColumns, nodeCells, nodeColumns } from './columns.ts';
import { csvRow } from './csv-cell.ts';
import type { Format, GraphSource } from './format.ts';

const NODES = nodeColumns();
const EDGES = edgeColumns();

export const csv: Format = {
  name: 'csv',
  title: 'CSV',
  mediaType: 'text/csv',
  extension: 'csv',
  shape: 'folder',
  write: (source) => [
    { name: 'nodes.csv', chunks: nodes(source) },
    { name: 'edges.csv', chunks: edges(source) },
  ],
};

async function* nodes(source: GraphSource): AsyncGenerator<string> {
  yield csvRow(['id', 'node_label', ...NODES.all.map(({ name }) => name)]);
  for await (const page of source.nodes()) yield page.map(nodeLine).join('');
}

async function* edges(source: GraphSource): AsyncGenerator<string> {
  yield csvRow(['source', 'target', 'type', 'id', ...EDGES.all.map(({ name }) => name)]);
  for await (const page of source.edges()) yield page.map(edgeLine).join('');
}

const nodeLine = (node: GraphNode) => csvRow([node.id, node.label, ...row(NODES, nodeCells(NODES, node))]);

const edgeLine = (edge: GraphEdge) =>
  csvRow([edge.from, edge.to, edge.type, edge.id, ...row(EDGES, edgeCells(EDGES, edge))]);

/** The cells in the columns' order, `''` where there is none. */
function row(columns: Columns, cells: readonly Cell[]): (string | number | boolean)[] {
  const values = new Map(cells.map(({ column, value }) => [column.name, value]));
  return columns.all.map(({ name }) => field(values.get(name)));
}

function field(value: PropertyValue | undefined): string | number | boolean {
  if (value === undefined) return '';
  return typeof value === 'object' ? joinList(value) : value;
}

function joinList(list: readonly (string | number | boolean)[]): string {
  return list.map((item) => String(item).replace(/[\\;]/g, '\\$&')).join(';');
}
