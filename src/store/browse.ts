/** What the page and the API read of the graph, in Cypher that runs on every store alike. */
import { NODE_LABELS, type NodeLabel, type RelationshipType } from '../../graph/vocabulary.ts';
import type { DocumentSummary, NeighboursResponse, NodeResponse } from '../api/types.ts';
import type { GraphEdge } from '../records.ts';
import { compareText } from './content.ts';
import { cursorOf, fetchNodes, findNode, placeOf, type Reader, toEdge } from './lookup.ts';
import { TYPES } from './schema.ts';
import { asText, asTextOrNull, asTexts } from './values.ts';

export { type GraphFilter, graph } from './browse-graph.ts';
export { namedGraph } from './browse-named.ts';
export { type PathsOptions, paths } from './browse-paths.ts';

export type Direction = 'in' | 'out' | 'both';
export type NeighboursOptions = Readonly<{
  types?: readonly RelationshipType[];
  /** `both` unless given. */
  direction?: Direction;
  /** Edges on a page; 100 unless given. */
  limit?: number;
  cursor?: string;
}>;

const ARROWS = { out: '-[r]->', in: '<-[r]-' } as const;

/** A node, found by its id or one that was merged into it, and how many edges it has. Throws NOT_FOUND. */
export async function node(store: Reader, id: string): Promise<NodeResponse> {
  const found = await findNode(store, id);
  const degrees: NodeResponse['degrees'] = [];
  for (const direction of ['out', 'in'] as const) {
    const cypher = `MATCH (n:${found.label} {id: $id})${ARROWS[direction]}() RETURN type(r) AS type, count(r) AS count`;
    const { rows } = await store.read(cypher, { id: found.id });
    degrees.push(...rows.map(([type, count]) => ({ type: asText(type), direction, count: Number(count) })));
  }
  const rank = (type: string) => TYPES.indexOf(type as RelationshipType);
  degrees.sort((a, b) => rank(a.type) - rank(b.type) || compareText(b.direction, a.direction));
  return { node: found, degrees };
}

/**
 * A node and what its edges lead to: edges in the vocabulary's order of types, then by id. `total` counts the edges
 * and the nodes at their other ends. Throws NOT_FOUND.
 */
export async function neighbours(
  store: Reader,
  id: string,
  options: NeighboursOptions = {},
): Promise<NeighboursResponse> {
  const centre = await findNode(store, id);
  const links = await linksOf(store, centre, options);
  const { limit = 100, cursor } = options;
  const after = cursor === undefined ? undefined : placeOf(cursor);
  const rest = after ? links.filter(({ edge }) => comparePlaces(placeIn(edge), after) > 0) : links;
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  const nodes = await fetchNodes(
    store,
    page.map(({ other }) => other),
  );
  nodes.delete(centre.id);
  return {
    nodes: [centre, ...[...nodes.values()].sort((a, b) => compareText(a.id, b.id))],
    edges: page.map(({ edge }) => edge),
    total: { nodes: new Set(links.map(({ other }) => other.id)).size, edges: links.length },
    ...(last && rest.length > limit ? { next: cursorOf(placeIn(last.edge)) } : {}),
  };
}

type Link = Readonly<{ edge: GraphEdge; other: Readonly<{ id: string; label: NodeLabel }> }>;

/** Every edge of a node, once each, in order. */
async function linksOf(
  store: Reader,
  centre: Readonly<{ id: string; label: NodeLabel }>,
  { types = TYPES, direction = 'both' }: NeighboursOptions,
): Promise<readonly Link[]> {
  const links = new Map<string, Link>();
  for (const way of ['out', 'in'] as const) {
    if (direction !== 'both' && direction !== way) continue;
    const ends = way === 'out' ? ['n', 'm'] : ['m', 'n'];
    const { rows } = await store.read(
      `MATCH (n:${centre.label} {id: $id})${ARROWS[way]}(m) WHERE type(r) IN $types ` +
        `RETURN ${ends[0]}.id AS a, type(r) AS type, ${ends[1]}.id AS b, properties(r) AS properties, labels(m)[0] AS label`,
      { id: centre.id, types },
    );
    for (const row of rows) {
      const edge = toEdge(row);
      const other = { id: way === 'out' ? edge.to : edge.from, label: row[4] as NodeLabel };
      if (other.label in NODE_LABELS) links.set(edge.id, { edge, other });
    }
  }
  return [...links.values()].sort((a, b) => comparePlaces(placeIn(a.edge), placeIn(b.edge)));
}

function placeIn(edge: GraphEdge): readonly [number, string] {
  return [TYPES.indexOf(edge.type), edge.id];
}

function comparePlaces(a: readonly [number, string], b: readonly [number, string]): number {
  return a[0] - b[0] || compareText(a[1], b[1]);
}

/** Every document, by id. */
export async function documents(store: Reader): Promise<DocumentSummary[]> {
  const { rows } = await store.read(
    'MATCH (d:Document) OPTIONAL MATCH (d)-[:TEXT_OF]->(a:Agreement) ' +
      'RETURN d.id AS id, d.name AS name, d.language AS language, d.length AS length, d.sources AS sources, a.id AS instrument ' +
      'ORDER BY id, instrument',
  );
  const found = new Map<string, DocumentSummary>();
  for (const [id, name, language, length, sources, instrument] of rows)
    if (!found.has(asText(id)))
      found.set(asText(id), {
        id: asText(id),
        name: asText(name),
        language: asText(language),
        length: Number(length),
        sources: asTexts(sources),
        instrument: asTextOrNull(instrument),
      });
  return [...found.values()];
}
