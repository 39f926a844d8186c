import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { csv } from '../../src/export/csv.ts';
import { csvRow } from '../../src/export/csv-cell.ts';
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

type Row = Record<string, string>;

test('csv-parse reads every node, edge and value back', async () => {
  const files = csv.write(sourceInPages(GRAPH), ABOUT);
  expect(files.map(({ name }) => name)).toEqual(['nodes.csv', 'edges.csv']);
  const [nodes, edges] = await Promise.all(files.map(async (file) => rowsOf(await textOf(file))));
  const { nodes: wantedNodes, edges: wantedEdges } = withoutEmpty(expected(GRAPH, wellFormed));
  expect(Object.fromEntries(nodes?.map(nodeOf) ?? [])).toEqual(wantedNodes);
  expect(Object.fromEntries(edges?.map(edgeOf) ?? [])).toEqual(wantedEdges);
});

describe('a text that a spreadsheet would run has an apostrophe before it', () => {
  const escaped = ['formula', 'plus', 'minus', 'at', 'tab', 'wide', 'apostrophe'];
  test.each(escaped)('%s', (name) => {
    expect(cellOf(HOSTILE[name] ?? '')).toBe(`'${HOSTILE[name]}`);
  });
  const kept = Object.keys(HOSTILE).filter((name) => !escaped.includes(name));
  test.each(kept)('not %s', (name) => {
    expect(cellOf(HOSTILE[name] ?? '')).toBe(wellFormed(HOSTILE[name] ?? ''));
  });
  test('not a negative number', () => {
    expect(csvRow([-5, '-5', '-0.5', -1e-7, true, ''])).toBe('-5,-5,-0.5,-1e-7,true,\r\n');
  });
});

const cellOf = (text: string) => (parse(csvRow([text, 'next'])) as string[][])[0]?.[0];
const rowsOf = (text: string): Row[] => parse(text, { columns: true });

const LISTS = [
  'names',
  'aliases',
  'sources',
  'candidates',
  'documents',
  'mentions',
  'evidence',
  'asserted_by',
];
const NUMBERS = ['earliest', 'latest', 'length', 'start', 'end', 'confidence', 'count'];

/** An empty cell is an absent value. */
function valuesOf(row: Row): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, cell] of Object.entries(row)) {
    const text = cell.replace(/^'('*[=+\-@＝＋－＠\t\r\n])/, '$1');
    if (LISTS.includes(name) && cell !== '') values[name] = split(text);
    else if (name === 'prospective' && cell !== '') values[name] = cell === 'true';
    else if (cell !== '') values[name] = NUMBERS.includes(name) ? Number(cell) : text;
  }
  return values;
}

/** `a\;b;c` is `a;b` and `c`. */
function split(text: string): string[] {
  const items = text.match(/(?:\\.|[^;\\])*(?:;|$)/gsu) ?? [];
  const list = items.map((item) => item.replace(/;$/, '').replace(/\\(.)/gsu, '$1'));
  return text.endsWith(';') && !text.endsWith('\\;') ? list : list.slice(0, -1);
}

function nodeOf({ id = '', node_label: label = '', ...rest }: Row) {
  return [id, { label, values: valuesOf(rest) }] as const;
}

function edgeOf({ id = '', source: from = '', target: to = '', type = '', ...rest }: Row) {
  const values = valuesOf(rest);
  return [id, { type, from, to, values }] as const;
}

/** A table has no cell that tells an empty text or list from none. */
function withoutEmpty(graph: Expected): Expected {
  for (const { values } of [...Object.values(graph.nodes), ...Object.values(graph.edges)])
    for (const [name, value] of Object.entries(values))
      if (value === '' || (Array.isArray(value) && value.length === 0)) delete values[name];
  return graph;
}
