/** The graph among the values of a query's rows, for exporting or drawing what a query returns. */
import { NODE_LABELS, RELATIONSHIP_TYPES } from '../../graph/vocabulary.ts';
import type { Graph, GraphEdge, GraphNode } from '../records.ts';
import type { QueryEdge, QueryNode, QueryPath, QueryValue } from '../store/port.ts';
import type { GraphSource } from './format.ts';

/** A graph whose edges may lack an end; `missing` are the ids of the ends that are not among its nodes. */
export type Selection = Readonly<{
  nodes: readonly GraphNode[];
  edges: readonly GraphEdge[];
  missing: readonly string[];
}>;

/** Every node and edge in the rows, once, sorted by id; those inside lists, maps and paths too. */
export function collectGraph(rows: readonly (readonly QueryValue[])[]): Selection {
  const nodes = new Map<string, GraphNode>();
  const edges = new Map<string, GraphEdge>();
  const visit = (value: QueryValue): void => {
    if (value === null || typeof value !== 'object') return;
    if (isNode(value)) nodes.set(value.id, plainNode(value));
    else if (isEdge(value)) edges.set(value.id, plainEdge(value));
    else if (isPath(value)) [...value.nodes, ...value.edges].forEach(visit);
    else Object.values(value).forEach(visit);
  };
  for (const row of rows) row.forEach(visit);
  const missing = new Set<string>();
  for (const { from, to } of edges.values())
    for (const end of [from, to]) if (!nodes.has(end)) missing.add(end);
  return { nodes: sorted(nodes.values()), edges: sorted(edges.values()), missing: [...missing].sort() };
}

/** The selection made whole with the nodes found for its missing ends; an edge that still lacks one is left out. */
export function withEnds(selection: Selection, found: readonly GraphNode[] = []): Graph {
  const missing = new Set(selection.missing);
  const nodes = sorted([...selection.nodes, ...found.filter(({ id }) => missing.has(id))]);
  const ids = new Set(nodes.map(({ id }) => id));
  return { nodes, edges: selection.edges.filter(({ from, to }) => ids.has(from) && ids.has(to)) };
}

/** A graph in memory as a source, in one page each. */
export function sourceOf(graph: Graph): GraphSource {
  return {
    async *nodes() {
      yield graph.nodes;
    },
    async *edges() {
      yield graph.edges;
    },
  };
}

type Structure = Exclude<QueryValue, null | string | number | boolean>;
const field = (value: Structure, name: string): unknown => Reflect.get(value, name);
const isText = (value: unknown) => typeof value === 'string';

/** A map that a person's query made may have `kind` too: all fields must fit. */
function isNode(value: Structure): value is QueryNode {
  const label = field(value, 'label');
  return (
    field(value, 'kind') === 'node' &&
    isText(field(value, 'id')) &&
    isText(label) &&
    Object.hasOwn(NODE_LABELS, String(label))
  );
}

function isEdge(value: Structure): value is QueryEdge {
  const type = field(value, 'type');
  const texts = [field(value, 'id'), field(value, 'from'), field(value, 'to'), type];
  return (
    field(value, 'kind') === 'edge' && texts.every(isText) && Object.hasOwn(RELATIONSHIP_TYPES, String(type))
  );
}

function isPath(value: Structure): value is QueryPath {
  return (
    field(value, 'kind') === 'path' &&
    Array.isArray(field(value, 'nodes')) &&
    Array.isArray(field(value, 'edges'))
  );
}

const plainNode = ({ id, label, properties }: QueryNode): GraphNode => ({ id, label, properties });
const plainEdge = ({ id, type, from, to, properties }: QueryEdge): GraphEdge => ({
  id,
  type,
  from,
  to,
  properties,
});

/** By id, in order of code units, each id once: the first stays. */
function sorted<T extends { readonly id: string }>(records: Iterable<T>): T[] {
  const byId = new Map<string, T>();
  for (const record of records) if (!byId.has(record.id)) byId.set(record.id, record);
  return [...byId.values()].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
