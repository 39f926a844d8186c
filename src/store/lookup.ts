/** Fetching what is known by id. */
import type { NodeLabel, RelationshipType } from '../../graph/vocabulary.ts';
import { StemmaError } from '../errors.ts';
import { edgeId, type GraphEdge, type GraphNode, type Properties } from '../records.ts';
import type { QueryNode, QueryValue, Store } from './port.ts';
import { LABELS } from './schema.ts';
import { asText } from './values.ts';

export type Reader = Pick<Store, 'read'>;

const BY_ID = LABELS.map((label) => `MATCH (n:${label} {id: $id}) RETURN n`).join(' UNION ALL ');
const BY_ALIAS = 'MATCH (n:Agreement) WHERE $id IN n.aliases RETURN n ORDER BY n.id LIMIT 1';

/** The node with this id, or the one it was merged into. Throws NOT_FOUND. */
export async function findNode(store: Reader, id: string): Promise<GraphNode> {
  for (const cypher of [BY_ID, BY_ALIAS]) {
    const [row] = (await store.read(cypher, { id })).rows;
    if (row) return toNode(row[0]);
  }
  throw new StemmaError('NOT_FOUND', `${id}: there is no such node in the graph`);
}

/** Nodes by id; what is not there is left out. */
export async function fetchNodes(
  store: Reader,
  wanted: readonly Readonly<{ id: string; label: NodeLabel }>[],
): Promise<Map<string, GraphNode>> {
  const found = new Map<string, GraphNode>();
  for (const [label, some] of Map.groupBy(wanted, (each) => each.label)) {
    const ids = [...new Set(some.map(({ id }) => id))];
    const { rows } = await store.read(`MATCH (n:${label}) WHERE n.id IN $ids RETURN n`, { ids });
    for (const [value] of rows) {
      const node = toNode(value);
      found.set(node.id, node);
    }
  }
  return found;
}

export function toNode(value: QueryValue | undefined): GraphNode {
  const { kind: _, ...node } = value as QueryNode;
  return node;
}

/** An edge from the columns that our queries return: from, type, to, properties. */
export function toEdge([from, type, to, properties]: readonly QueryValue[]): GraphEdge {
  const [source, target] = [asText(from), asText(to)];
  const kind = type as RelationshipType;
  return {
    id: edgeId(source, kind, target),
    type: kind,
    from: source,
    to: target,
    properties: properties as Properties,
  };
}

/** A place in a list, for the next page: opaque to who passes it back. */
export function cursorOf(place: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(place)).toString('base64url');
}

/** The place that a cursor stands for. Throws USAGE. */
export function placeOf(cursor: string): readonly [number, string] {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(place) && typeof place[0] === 'number' && typeof place[1] === 'string')
      return [place[0], place[1]];
  } catch {
    // Told below.
  }
  throw new StemmaError('USAGE', `cursor “${cursor}” is none; pass \`next\` of the page before`);
}
