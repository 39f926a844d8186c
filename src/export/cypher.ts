/**
 * A script for any openCypher server: `cypher-shell -f stemma.cypher`. Statements end in `;` and a line end, which
 * stands nowhere else; running it twice changes nothing.
 */

import {
  NODE_LABELS,
  type NodeLabel,
  type PropertyValue,
  RELATIONSHIP_TYPES,
  type RelationshipType,
} from '../../graph/vocabulary.ts';
import type { GraphEdge, GraphNode } from '../records.ts';
import { type Cell, edgeCells, edgeColumns, nodeCells, nodeColumns } from './columns.ts';
import type { About, Format, GraphSource } from './format.ts';
import { quote } from './quote.ts';

const NODES = nodeColumns();
const EDGES = edgeColumns();

/** A statement is written once it holds as many rows, or as many characters. */
const BATCH = { rows: 200, characters: 200_000 };

export const cypher: Format = {
  name: 'cypher',
  title: 'Cypher script',
  mediaType: 'application/x-cypher-query',
  extension: 'cypher',
  shape: 'file',
  write: (source, about) => [{ name: 'stemma.cypher', chunks: write(source, about) }],
};

async function* write(source: GraphSource, about: About): AsyncGenerator<string> {
  yield head(about);
  const labels = new Map<string, NodeLabel>();
  const nodes = new Batches(mergeNodes);
  for await (const page of source.nodes())
    for (const node of page) {
      if (AMBIGUOUS.has(node.label)) labels.set(node.id, node.label);
      yield* nodes.add(node.label, nodeRow(node));
    }
  yield* nodes.rest();
  const edges = new Batches(mergeEdges);
  for await (const page of source.edges())
    for (const edge of page) yield* edges.add(edgeKey(edge, labels), edgeRow(edge));
  yield* edges.rest();
}

function head(about: About): string {
  const constraints = Object.keys(NODE_LABELS).map(
    (label) =>
      `// CREATE CONSTRAINT ${label.toLowerCase()}_id IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
  );
  return [
    `// ${oneLine(about.title)}. ${oneLine(about.creator)}`,
    '// For a large graph make these first. Neo4j writes them so; other servers have their own words for them.',
    ...constraints,
    '',
  ].join('\n');
}

const oneLine = (text: string) => text.toWellFormed().replace(/\p{Cc}+|[;\u2028\u2029]/gu, ' ');

/** Rows under a key, let go as statements when they are many. */
class Batches {
  readonly #statement: (key: string, rows: readonly string[]) => string;
  readonly #open = new Map<string, { rows: string[]; characters: number }>();

  constructor(statement: (key: string, rows: readonly string[]) => string) {
    this.#statement = statement;
  }

  *add(key: string, row: string): Generator<string> {
    const batch = this.#open.get(key) ?? { rows: [], characters: 0 };
    this.#open.set(key, batch);
    batch.rows.push(row);
    batch.characters += row.length;
    if (batch.rows.length < BATCH.rows && batch.characters < BATCH.characters) return;
    this.#open.delete(key);
    yield this.#statement(key, batch.rows);
  }

  /** What is left, by key. */
  *rest(): Generator<string> {
    for (const [key, { rows }] of [...this.#open].sort(([a], [b]) => (a < b ? -1 : 1)))
      yield this.#statement(key, rows);
    this.#open.clear();
  }
}

function mergeNodes(label: string, rows: readonly string[]): string {
  return `UNWIND [\n${rows.join(',\n')}\n] AS row\nMERGE (n:${label} {id: row.id})\nSET n += row;\n`;
}

/** The ends are found by label and id, which is what servers index. */
function mergeEdges(key: string, rows: readonly string[]): string {
  const [from, type, to] = key.split(' ');
  return [
    `UNWIND [\n${rows.join(',\n')}\n] AS row`,
    `MATCH (a:${from} {id: row.from})`,
    `MATCH (b:${to} {id: row.to})`,
    `MERGE (a)-[r:${type}]->(b)`,
    'SET r += row.properties;\n',
  ].join('\n');
}

/** The labels of ends that a relationship type does not tell: only of these nodes are the ids kept. */
const AMBIGUOUS: ReadonlySet<NodeLabel> = new Set(
  Object.values(RELATIONSHIP_TYPES)
    .flatMap(({ from, to }): (readonly NodeLabel[])[] => [from, to])
    .filter((ends) => ends.length > 1)
    .flat(),
);

/** `Agreement HAS_PARTY State`. */
function edgeKey(edge: GraphEdge, labels: ReadonlyMap<string, NodeLabel>): string {
  const { from, to } = RELATIONSHIP_TYPES[edge.type];
  return `${endLabel(edge.from, from, edge, labels)} ${edge.type} ${endLabel(edge.to, to, edge, labels)}`;
}

function endLabel(
  id: string,
  allowed: readonly NodeLabel[],
  edge: Readonly<{ type: RelationshipType; id: string }>,
  labels: ReadonlyMap<string, NodeLabel>,
): NodeLabel {
  const label = allowed.length === 1 ? allowed[0] : labels.get(id);
  if (label === undefined) throw new Error(`${edge.type} ${edge.id}: no node “${id}”`);
  return label;
}

function nodeRow(node: GraphNode): string {
  return `  {${[`id: ${literal(node.id)}`, ...entries(nodeCells(NODES, node))].join(', ')}}`;
}

function edgeRow(edge: GraphEdge): string {
  const properties = entries(edgeCells(EDGES, edge)).join(', ');
  return `  {from: ${literal(edge.from)}, to: ${literal(edge.to)}, properties: {${properties}}}`;
}

/** Backticks, since `end` and others are words of the language. */
function entries(cells: readonly Cell[]): string[] {
  return cells.map(({ column, value }) => {
    const float = column.type === 'float' || column.type === 'floats';
    return `\`${column.name}\`: ${literal(value, float)}`;
  });
}

/** The value as a Cypher literal; a whole number that is a float keeps its point. */
function literal(value: PropertyValue, float = false): string {
  if (typeof value === 'string') return quote(value, "'");
  if (typeof value === 'object') return `[${value.map((item) => literal(item, float)).join(', ')}]`;
  return float && Number.isInteger(value) ? Number(value).toFixed(1) : String(value);
}
