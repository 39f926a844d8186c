/** What a graph store can do. Two adapters: embedded (a folder) and bolt (a server); one contract suite. */
import type { Graph, GraphEdge, GraphNode } from '../records.ts';

/** A value as a query gives it back: plain JSON, with nodes, edges and paths of our own shape. */
export type QueryValue =
  | null
  | string
  | number
  | boolean
  | readonly QueryValue[]
  | { readonly [key: string]: QueryValue }
  | QueryNode
  | QueryEdge
  | QueryPath;
export type QueryNode = Readonly<{ kind: 'node' } & GraphNode>;
export type QueryEdge = Readonly<{ kind: 'edge' } & GraphEdge>;
export type QueryPath = Readonly<{ kind: 'path'; nodes: readonly QueryNode[]; edges: readonly QueryEdge[] }>;

export type QueryParameters = Readonly<Record<string, unknown>>;
export type QueryResult = Readonly<{
  columns: readonly string[];
  rows: readonly (readonly QueryValue[])[];
  /** Whether a limit cut the answer; `limit` says which. */
  truncated: boolean;
  limit?: 'rows' | 'bytes';
  milliseconds: number;
}>;
export type QueryLimits = Readonly<{
  rows: number;
  milliseconds: number;
  /** Of the answer, in UTF-16 units of its JSON; ANSWER_BYTES when not said. */
  bytes?: number;
  signal?: AbortSignal;
}>;

export type WriteSummary = Readonly<{
  nodes: Readonly<{ created: number; updated: number; removed: number }>;
  edges: Readonly<{ created: number; updated: number; removed: number }>;
}>;
export type StoreStatus = Readonly<{
  kind: 'embedded' | 'bolt';
  /** Folder, or address without credentials. */
  where: string;
  engine: string;
  nodes: Readonly<Record<string, number>>;
  edges: Readonly<Record<string, number>>;
}>;
export type SearchHit = Readonly<{ node: GraphNode; matched: string; score: number }>;

/** A graph that need not fit in memory: every id once, in any order; every call starts again from the beginning. */
export type GraphPages = Readonly<{
  nodes(): AsyncIterable<readonly GraphNode[]>;
  edges(): AsyncIterable<readonly GraphEdge[]>;
}>;
/** How far a write is: so many nodes and edges are `compared` with what is there, or `written`. */
export type WriteProgress = (step: 'compared' | 'written', done: number, total: number | undefined) => void;

export interface Store {
  readonly kind: 'embedded' | 'bolt';
  readonly where: string;
  /** Makes the store hold exactly this graph; readers see the old one until it is done. Doing it twice changes nothing. */
  write(graph: Graph | GraphPages, onProgress?: WriteProgress): Promise<WriteSummary>;
  /** Runs one of our own queries, parameters apart. */
  read(cypher: string, parameters?: QueryParameters): Promise<QueryResult>;
  /** Runs a person's query: refused before it runs unless it only reads, and stopped at the limits. */
  ask(cypher: string, parameters: QueryParameters, limits: QueryLimits): Promise<QueryResult>;
  /** Nodes whose names fit the text, best first. */
  search(text: string, limit: number): Promise<readonly SearchHit[]>;
  status(): Promise<StoreStatus>;
  /** A short text that is another when the graph is; of a server, which others write to, as far as counts tell. */
  version(): Promise<string>;
  /** The whole graph, sorted by id, in pages so that a large one need not fit in memory. */
  nodes(): AsyncIterable<readonly GraphNode[]>;
  edges(): AsyncIterable<readonly GraphEdge[]>;
  close(): Promise<void>;
}
