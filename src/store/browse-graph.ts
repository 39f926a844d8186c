/** The graph, or the part of it that a filter keeps, page by page. */
import { NODE_LABELS, type NodeLabel, type RelationshipType } from '../../graph/vocabulary.ts';
import type { GraphResponse } from '../api/types.ts';
import { StemmaError } from '../errors.ts';
import type { GraphEdge, GraphNode } from '../records.ts';
import { cursorOf, findNode, placeOf, type Reader, toEdge, toNode } from './lookup.ts';
import type { QueryParameters, QueryValue } from './port.ts';
import { LABELS, TYPES } from './schema.ts';
import { asText } from './values.ts';

export type GraphFilter = Readonly<{
  /** All unless given. */
  labels?: readonly NodeLabel[];
  /** All unless given. */
  types?: readonly RelationshipType[];
  /** Years, both included, compared with `earliest`; what has such a property and no value is left out. */
  from?: number;
  to?: number;
  /** A state's code or a party's id: its agreements, and what they lead to. */
  party?: string;
  /** A document's id: the document, its instrument, its mentions and what they mean. */
  document?: string;
  /** Nodes on a page; 1000 unless given. */
  limit?: number;
  cursor?: string;
}>;

/** A filter, checked and looked up. */
type Sieve = Readonly<{
  labels: readonly NodeLabel[];
  types: readonly RelationshipType[];
  earliest: readonly [number, number] | undefined;
  among: ReadonlySet<string> | undefined;
}>;
/** A node's place: pages come in the vocabulary's order of labels, then by id. */
type Place = readonly [rank: number, id: string];

const DATED = LABELS.filter((label) => 'earliest' in NODE_LABELS[label].properties);

/**
 * Nodes that fit, figures first, and the edges between them. An edge comes on the page of the later of its ends, so
 * that all pages together hold every edge once. Throws NOT_FOUND for a party or document that is not there, USAGE.
 */
export async function graph(store: Reader, filter: GraphFilter = {}): Promise<GraphResponse> {
  const { limit = 1000, cursor } = filter;
  const sieve = await sieveOf(store, filter);
  const after = cursor === undefined ? undefined : placeOf(cursor);
  const found = await nodesAfter(store, sieve, after, limit + 1);
  const nodes = found.slice(0, limit);
  const last = nodes.at(-1);
  const edges = last ? await edgesUpTo(store, sieve, nodes, placeIn(last)) : [];
  const isWhole = after === undefined && found.length <= limit;
  return {
    nodes,
    edges,
    total: isWhole ? { nodes: nodes.length, edges: edges.length } : await totals(store, sieve),
    ...(last && found.length > limit ? { next: cursorOf(placeIn(last)) } : {}),
  };
}

async function sieveOf(store: Reader, filter: GraphFilter): Promise<Sieve> {
  const { labels = LABELS, types = TYPES, from, to, party, document } = filter;
  const known = (text: string, list: readonly string[], what: string) => {
    if (!list.includes(text))
      throw new StemmaError('USAGE', `${what} “${text}” is none; there are ${list.join(', ')}`);
  };
  for (const label of labels) known(label, LABELS, 'label');
  for (const type of types) known(type, TYPES, 'type');
  const sets: ReadonlySet<string>[] = [];
  if (party !== undefined) sets.push(await amongParty(store, party));
  if (document !== undefined) sets.push(await amongDocument(store, document));
  return {
    labels: LABELS.filter((label) => labels.includes(label)),
    types,
    earliest:
      from === undefined && to === undefined
        ? undefined
        : [(from ?? -9999) * 10_000, (to ?? 9999) * 10_000 + 1231],
    among: inAll(sets),
  };
}

/** What every set holds; undefined where there is no set. */
function inAll([first, ...others]: readonly ReadonlySet<string>[]): ReadonlySet<string> | undefined {
  return first && new Set([...first].filter((id) => others.every((set) => set.has(id))));
}

async function amongParty(store: Reader, party: string): Promise<ReadonlySet<string>> {
  const coded = await store.read('MATCH (s:State) WHERE s.code = $party RETURN s', { party });
  const node = coded.rows[0] ? toNode(coded.rows[0][0]) : await findNode(store, party);
  const signed = await store.read(
    `MATCH (a:Agreement)-[:HAS_PARTY]->(p:${node.label} {id: $id}) RETURN a.id AS id ORDER BY id`,
    { id: node.id },
  );
  const ids = signed.rows.map(([id]) => asText(id));
  const near = await store.read(
    'MATCH (a:Agreement)-[r]->(m) WHERE a.id IN $ids RETURN DISTINCT m.id AS id, labels(m)[0] AS label',
    { ids },
  );
  const ground = near.rows.filter(([, label]) => label !== 'Agreement').map(([id]) => asText(id));
  return new Set([...ids, ...ground]);
}

async function amongDocument(store: Reader, id: string): Promise<ReadonlySet<string>> {
  const document = await findNode(store, id);
  const parameters = { id: document.id };
  const meant = await store.read(
    'MATCH (d:Document {id: $id})<-[:FOUND_IN]-(m:Mention) OPTIONAL MATCH (m)-[:REFERS_TO]->(n) RETURN m.id AS mention, n.id AS id',
    parameters,
  );
  const text = await store.read('MATCH (d:Document {id: $id})-[:TEXT_OF]->(a) RETURN a.id AS id', parameters);
  const ids = [...meant.rows, ...text.rows].flat().filter((each) => each !== null);
  return new Set([document.id, ...ids.map(asText)]);
}

/** The first `count` nodes after a place. */
async function nodesAfter(
  store: Reader,
  sieve: Sieve,
  after: Place | undefined,
  count: number,
): Promise<GraphNode[]> {
  const found: GraphNode[] = [];
  for (const label of sieve.labels) {
    const rank = LABELS.indexOf(label);
    if (found.length >= count || (after && rank < after[0])) continue;
    const { rows } = await store.read(
      `MATCH (n:${label}) WHERE n.id > $after${condition('n', label, sieve)} RETURN n ORDER BY n.id LIMIT $count`,
      {
        ...parametersOf(sieve),
        after: after && rank === after[0] ? after[1] : '',
        count: count - found.length,
      },
    );
    found.push(...rows.map(([value]) => toNode(value)));
  }
  return found;
}

/** Edges between these nodes, and between them and those of earlier pages. */
async function edgesUpTo(
  store: Reader,
  sieve: Sieve,
  nodes: readonly GraphNode[],
  end: Place,
): Promise<GraphEdge[]> {
  const edges = new Map<string, GraphEdge>();
  for (const [label, some] of Map.groupBy(nodes, (node) => node.label))
    for (const [pattern, from, to] of [
      ['(n)-[r]->(m)', 'n', 'm'],
      ['(n)<-[r]-(m)', 'm', 'n'],
    ] as const) {
      const { rows } = await store.read(
        `MATCH ${pattern.replace('(n)', `(n:${label})`)} WHERE n.id IN $ids AND type(r) IN $types ` +
          `RETURN ${from}.id AS a, type(r) AS type, ${to}.id AS b, properties(r) AS properties, ` +
          'm.id AS id, labels(m)[0] AS label, m.earliest AS earliest',
        { ids: some.map(({ id }) => id), types: sieve.types },
      );
      for (const row of rows) {
        const edge = toEdge(row);
        if (isKept(sieve, row.slice(4), end)) edges.set(edge.id, edge);
      }
    }
  return [...edges.values()].sort((a, b) => compareBytes(a.id, b.id));
}

/** Whether the other end of an edge fits and was on this page or an earlier one. */
function isKept(sieve: Sieve, [id, label, earliest]: readonly QueryValue[], end: Place): boolean {
  const kind = label as NodeLabel;
  if (!sieve.labels.includes(kind) || sieve.among?.has(asText(id)) === false) return false;
  if (sieve.earliest && DATED.includes(kind)) {
    const [from, to] = sieve.earliest;
    if (typeof earliest !== 'number' || earliest < from || earliest > to) return false;
  }
  const rank = LABELS.indexOf(kind);
  return rank < end[0] || (rank === end[0] && compareBytes(asText(id), end[1]) <= 0);
}

async function totals(store: Reader, sieve: Sieve): Promise<GraphResponse['total']> {
  const parameters = parametersOf(sieve);
  let nodes = 0;
  for (const label of sieve.labels) {
    const cypher = `MATCH (n:${label}) WHERE true${condition('n', label, sieve)} RETURN count(n) AS count`;
    nodes += Number((await store.read(cypher, parameters)).rows[0]?.[0] ?? 0);
  }
  const ends = ['a', 'b'].map((end) => `labels(${end})[0] IN $labels${condition(end, undefined, sieve)}`);
  const { rows } = await store.read(
    `MATCH (a)-[r]->(b) WHERE type(r) IN $types AND ${ends.join(' AND ')} RETURN count(r) AS count`,
    { ...parameters, labels: sieve.labels, types: sieve.types, dated: DATED },
  );
  return { nodes, edges: Number(rows[0]?.[0] ?? 0) };
}

/** What a node must fulfil beside its label; the label is not known of an edge's end. */
function condition(name: string, label: NodeLabel | undefined, sieve: Sieve): string {
  const parts: string[] = [];
  const inYears = `(${name}.earliest >= $from AND ${name}.earliest <= $to)`;
  if (sieve.earliest && label === undefined) parts.push(`(NOT labels(${name})[0] IN $dated OR ${inYears})`);
  else if (sieve.earliest && label !== undefined && DATED.includes(label)) parts.push(inYears);
  if (sieve.among) parts.push(`${name}.id IN $among`);
  return parts.map((part) => ` AND ${part}`).join('');
}

function parametersOf({ earliest, among }: Sieve): QueryParameters {
  return {
    ...(earliest ? { from: earliest[0], to: earliest[1] } : {}),
    ...(among ? { among: [...among] } : {}),
  };
}

function placeIn(node: GraphNode): Place {
  return [LABELS.indexOf(node.label), node.id];
}

/** As engines order texts: by code point, which is the order of UTF-8. */
function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
