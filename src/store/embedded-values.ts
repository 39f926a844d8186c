/** Values as the embedded engine gives them → values of the port. */
import type { GrafeoDB, QueryResult } from '@grafeo-db/js';
import type { NodeLabel, PropertyValue, RelationshipType } from '../../graph/vocabulary.ts';
import { edgeId } from '../records.ts';
import { Rows } from './limits.ts';
import type { QueryEdge, QueryNode, QueryPath, QueryValue } from './port.ts';

type Raw = Readonly<Record<string, unknown>>;

/** The rows of a result, cut at the limits; `bytes` is the size of what is taken, as JSON in UTF-16 units. */
export function rowsOf(
  db: GrafeoDB,
  result: QueryResult,
  limit = Number.POSITIVE_INFINITY,
  bytes = Number.POSITIVE_INFINITY,
) {
  const columns = result.columns;
  const taken = new Rows(limit, bytes);
  for (let at = 0; at < result.length; at++) {
    // What is over the limit is not even looked at.
    const record = at < limit ? result.get(at) : {};
    if (!taken.add(columns.map((column) => toValue(db, record[column])))) break;
  }
  return { columns, ...taken.answer() };
}

/** One value. The engine knows an edge's ends by its own numbers, so the database is asked for their ids. */
export function toValue(db: GrafeoDB, value: unknown): QueryValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return fromBigInt(value);
  // A local date and time: 2020-01-01T10:00:00
  if (value instanceof Date) return value.toISOString().replace(/(\.000)?Z$/, '');
  if (ArrayBuffer.isView(value)) return [...(value as Uint8Array | Float32Array)];
  if (Array.isArray(value)) return value.map((item) => toValue(db, item));
  return fromObject(db, value as Raw);
}

function fromBigInt(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

function fromObject(db: GrafeoDB, raw: Raw): QueryValue {
  if (typeof raw._id === 'number' && Array.isArray(raw._labels)) return toNode(raw);
  if (typeof raw._id === 'number' && typeof raw._type === 'string') return toEdge(db, raw);
  return toPath(db, raw) ?? mapValues(raw, (item) => toValue(db, item));
}

function toNode(raw: Raw): QueryNode {
  const labels = raw._labels as readonly NodeLabel[];
  const label = labels[0] ?? ('' as NodeLabel);
  return {
    kind: 'node',
    id: typeof raw.id === 'string' ? raw.id : `${Number(raw._id)}`,
    label,
    properties: propertiesOf(raw),
  };
}

function toEdge(db: GrafeoDB, raw: Raw): QueryEdge {
  const type = raw._type as RelationshipType;
  const from = idOf(db, Number(raw._source));
  const to = idOf(db, Number(raw._target));
  return { kind: 'edge', id: edgeId(from, type, to), type, from, to, properties: propertiesOf(raw) };
}

function idOf(db: GrafeoDB, number: number): string {
  const id = db.getNode(number)?.get('id');
  return typeof id === 'string' ? id : `${number}`;
}

/** A path comes as a plain object with its nodes and its edges, one fewer. */
function toPath(db: GrafeoDB, raw: Raw): QueryPath | undefined {
  const { nodes, edges, ...rest } = raw;
  if (!Array.isArray(nodes) || !Array.isArray(edges) || Object.keys(rest).length > 0) return undefined;
  if (nodes.length !== edges.length + 1) return undefined;
  const steps = {
    nodes: nodes.map((node) => toValue(db, node)),
    edges: edges.map((edge) => toValue(db, edge)),
  };
  if (!steps.nodes.every(isNode) || !steps.edges.every(isEdge)) return undefined;
  return { kind: 'path', nodes: steps.nodes, edges: steps.edges };
}

function isNode(value: QueryValue): value is QueryNode {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'node';
}

function isEdge(value: QueryValue): value is QueryEdge {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'edge';
}

function propertiesOf(raw: Raw): Record<string, PropertyValue> {
  const own = Object.entries(raw).filter(
    ([name, value]) => !name.startsWith('_') && name !== 'id' && value !== null,
  );
  return Object.fromEntries(own) as Record<string, PropertyValue>;
}

function mapValues(raw: Raw, change: (value: unknown) => QueryValue): { [key: string]: QueryValue } {
  return Object.fromEntries(Object.entries(raw).map(([key, value]) => [key, change(value)]));
}
