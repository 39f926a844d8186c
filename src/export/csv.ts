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
  yield line(['id', 'node_label', ...NODES.all.map(({ name }) => name)]);
  for await (const page of source.nodes()) yield page.map(nodeLine).join('');
}

async function* edges(source: GraphSource): AsyncGenerator<string> {
  yield line(['source', 'target', 'type', 'id', ...EDGES.all.map(({ name }) => name)]);
  for await (const page of source.edges()) yield page.map(edgeLine).join('');
}

const nodeLine = (node: GraphNode) =>
  line([text(node.id), node.label, ...row(NODES, nodeCells(NODES, node))]);

const edgeLine = (edge: GraphEdge) =>
  line([text(edge.from), text(edge.to), edge.type, text(edge.id), ...row(EDGES, edgeCells(EDGES, edge))]);

/** The cells in the columns' order, `''` where there is none. */
function row(columns: Columns, cells: readonly Cell[]): string[] {
  const values = new Map(cells.map(({ column, value }) => [column.name, value]));
  return columns.all.map(({ name }) => cellText(values.get(name)));
}

function cellText(value: PropertyValue | undefined): string {
  if (value === undefined) return '';
  if (typeof value === 'string') return text(value);
  if (typeof value !== 'object') return String(value);
  return text(value.map((item) => String(item).replace(/[\\;]/g, '\\$&')).join(';'));
}

const FORMULA = /^'*[=+\-@＝＋－＠\t\r\n]/;
const NUMBER = /^-\d+(\.\d+)?$/;

/** A text that stays a text in a spreadsheet. */
function text(given: string): string {
  const value = given.toWellFormed();
  return FORMULA.test(value) && !NUMBER.test(value) ? `'${value}` : value;
}

/** One line; a field with a quote, a comma, a line end or space at its ends is quoted. */
function line(fields: readonly string[]): string {
  return `${fields.map(quote).join(',')}\r\n`;
}

function quote(field: string): string {
  return /["',;\r\n\t]|^\s|\s$/.test(field) ? `"${field.replaceAll('"', '""')}"` : field;
}
