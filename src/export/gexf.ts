/**
 * GEXF 1.3 (https://gexf.net): Gephi, Gephi Lite, Sigma, networkx. Lists are `liststring`, written `["a", "b"]`.
 * An agreement whose day of signature is known starts on it, which gives Gephi its timeline.
 */
import type { PropertyType, PropertyValue } from '../../graph/vocabulary.ts';
import type { GraphEdge, GraphNode } from '../records.ts';
import { type Column, caption, edgeCells, edgeColumns, nodeCells, nodeColumns } from './columns.ts';
import { DRAWN } from './drawn.ts';
import type { About, Format, GraphSource } from './format.ts';
import { xmlAttributes, xmlText } from './xml.ts';

const NODES = nodeColumns(DRAWN.taken);
const EDGES = edgeColumns(DRAWN.taken);

export const gexf: Format = {
  name: 'gexf',
  title: 'GEXF',
  mediaType: 'application/gexf+xml',
  extension: 'gexf',
  shape: 'file',
  write: (source, about) => [{ name: 'stemma.gexf', chunks: write(source, about) }],
};

async function* write(source: GraphSource, about: About): AsyncGenerator<string> {
  yield head(about);
  yield '    <nodes>\n';
  for await (const page of source.nodes()) yield page.map(nodeElement).join('');
  yield '    </nodes>\n    <edges>\n';
  for await (const page of source.edges()) yield page.map(edgeElement).join('');
  yield '    </edges>\n  </graph>\n</gexf>\n';
}

function head(about: About): string {
  const kind = { name: DRAWN.kind, type: 'string' } as const;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>\n',
    '<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    ' xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">\n',
    '  <meta>\n',
    `    <creator>${xmlText(about.creator)}</creator>\n`,
    `    <description>${xmlText(about.title)}</description>\n`,
    '  </meta>\n',
    '  <graph defaultedgetype="directed" mode="dynamic" timeformat="date">\n',
    declarations('node', [kind, ...NODES.all]),
    declarations('edge', EDGES.all),
  ].join('');
}

/** Attribute ids are the columns' names, since some readers show the id and not the title. */
function declarations(element: 'node' | 'edge', columns: readonly Pick<Column, 'name' | 'type'>[]): string {
  const lines = columns.map(({ name, type }) => {
    const attributes = xmlAttributes({ id: name, title: name, type: TYPES[type] });
    return `      <attribute${attributes}/>\n`;
  });
  return `    <attributes class="${element}">\n${lines.join('')}    </attributes>\n`;
}

/** `listlong` and the like are in the standard, but networkx knows `liststring` alone. */
const TYPES: Readonly<Record<PropertyType, string>> = {
  string: 'string',
  integer: 'long',
  float: 'double',
  boolean: 'boolean',
  strings: 'liststring',
  integers: 'liststring',
  floats: 'liststring',
  booleans: 'liststring',
};

function nodeElement(node: GraphNode): string {
  const start = firstDay(node);
  const attributes = xmlAttributes({
    id: node.id,
    label: caption(node),
    ...(start === null ? {} : { start }),
  });
  const values = [
    attvalue(DRAWN.kind, node.label),
    ...nodeCells(NODES, node).map(({ column, value }) => attvalue(column.name, value)),
  ];
  return `      <node${attributes}>${attvalues(values)}</node>\n`;
}

function edgeElement(edge: GraphEdge): string {
  const attributes = xmlAttributes({ id: edge.id, source: edge.from, target: edge.to, label: edge.type });
  const values = edgeCells(EDGES, edge).map(({ column, value }) => attvalue(column.name, value));
  return values.length === 0
    ? `      <edge${attributes}/>\n`
    : `      <edge${attributes}>${attvalues(values)}</edge>\n`;
}

const attvalues = (values: readonly string[]) => `<attvalues>${values.join('')}</attvalues>`;

function attvalue(name: string, value: PropertyValue): string {
  const text = typeof value === 'object' ? listText(value) : String(value);
  return `<attvalue${xmlAttributes({ for: name, value: text })}/>`;
}

/**
 * `["a", "say \"b\""]`. Gephi and graphology read `\\`, `\"`, `\n`, `\r` and `\t`, not JSON's `\u0041`, so all
 * else stands as it is.
 */
function listText(list: readonly (string | number | boolean)[]): string {
  return `[${list.map((item) => `"${String(item).replace(/[\\"\n\r\t]/g, escapeInList)}"`).join(', ')}]`;
}

const LINE_ESCAPES: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const escapeInList = (character: string) => LINE_ESCAPES[character] ?? `\\${character}`;

/** `1996-04-25` for an agreement of which the day is known; null for all else. */
function firstDay(node: GraphNode): string | null {
  const { earliest, latest } = node.properties;
  if (node.label !== 'Agreement' || typeof earliest !== 'number' || earliest !== latest) return null;
  const day = /^(\d{4})(\d\d)(\d\d)$/.exec(String(earliest));
  return day === null ? null : day.slice(1).join('-');
}
