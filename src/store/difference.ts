/** What a write would change: the new graph is compared with what a store holds, page by page. */
import type { GraphEdge, GraphNode } from '../records.ts';
import { checkKind, digest } from './content.ts';
import { type Comparison, DigestRows, type DigestTable, rowOf } from './digest-table.ts';
import type { GraphPages, WriteProgress, WriteSummary } from './port.ts';

/** What a store holds. */
export type Held = Readonly<{ nodes: DigestTable; edges: DigestTable }>;

export type Difference = Readonly<{
  summary: WriteSummary;
  /** Of the new graph. */
  fingerprint: string;
  nodes: DigestRows;
  edges: DigestRows;
  /** Ids of nodes that bear another label now. */
  relabelled: ReadonlySet<string>;
  /** Whether an edge has an end that is relabelled. */
  isTouched: (edge: GraphEdge) => boolean;
  /** What is new or different or touched; undefined when it is more than was asked for. */
  few: Readonly<{ nodes: readonly GraphNode[]; edges: readonly GraphEdge[] }> | undefined;
}>;

export type CompareOptions = Readonly<{
  /** So many that are new or different are kept as they are. */
  most: number;
  /** Whether the digests of the new edges are wanted; those of nodes always are. */
  keepsEdges?: boolean;
  onProgress?: WriteProgress;
}>;

/** Compares every node, then every edge; `held` knows afterwards what it met. Throws a TypeError where the vocabulary is left. */
export async function compare(
  graph: GraphPages,
  held: Held,
  { most, keepsEdges = true, onProgress = () => undefined }: CompareOptions,
): Promise<Difference> {
  const nodes = new Side<GraphNode>(held.nodes, most, true);
  const relabelled = new Set<string>();
  for await (const page of graph.nodes()) {
    for (const node of page) if (nodes.take(node) === 'relabelled') relabelled.add(node.id);
    onProgress('compared', nodes.rows.size, undefined);
  }
  const isTouched = ({ from, to }: GraphEdge) => relabelled.has(from) || relabelled.has(to);
  const edges = new Side<GraphEdge>(held.edges, most, keepsEdges);
  for await (const page of graph.edges()) {
    for (const edge of page) edges.take(edge, isTouched(edge));
    onProgress('compared', nodes.rows.size + edges.rows.size, undefined);
  }
  return {
    summary: { nodes: nodes.counts(), edges: edges.counts() },
    fingerprint: nodes.rows.fingerprint + edges.rows.fingerprint,
    nodes: nodes.rows,
    edges: edges.rows,
    relabelled,
    isTouched,
    few: nodes.few && edges.few && { nodes: nodes.few, edges: edges.few },
  };
}

class Side<T extends GraphNode | GraphEdge> {
  readonly rows: DigestRows;
  readonly #held: DigestTable;
  readonly #most: number;
  readonly #counts = { created: 0, updated: 0, relabelled: 0, same: 0 };
  #few: T[] | undefined = [];

  constructor(held: DigestTable, most: number, keepsRows: boolean) {
    this.rows = new DigestRows(keepsRows);
    this.#held = held;
    this.#most = most;
  }

  /** What differs, as long as it is few. */
  get few(): readonly T[] | undefined {
    return this.#few;
  }

  take(item: T, isTouched = false): Comparison {
    checkKind(item);
    const row = rowOf(item.id, digest(item));
    this.rows.add(row);
    const comparison = this.#held.meet(row);
    this.#counts[comparison]++;
    if (comparison !== 'same' || isTouched) {
      this.#few?.push(item);
      if (this.#few && this.#few.length > this.#most) this.#few = undefined;
    }
    return comparison;
  }

  counts() {
    const { created, updated, relabelled } = this.#counts;
    return { created, updated: updated + relabelled, removed: this.#held.unmet };
  }
}
