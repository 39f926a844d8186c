/** What the HTTP API sends; `web` imports these types and nothing else of the server. */
import type { GraphEdge, GraphNode, Mention } from '../records.ts';
import type { QueryValue } from '../store/port.ts';

export type GraphResponse = {
  nodes: GraphNode[];
  /** Between nodes of this answer and, where it is a page, of the pages before. */
  edges: GraphEdge[];
  /** What the filters match in all. */
  total: { nodes: number; edges: number };
  /** Pass as `cursor` for the next page; absent on the last. */
  next?: string;
};
/** A node with how many edges of each type it has, per direction. */
export type NodeResponse = {
  node: GraphNode;
  degrees: { type: string; direction: 'in' | 'out'; count: number }[];
};
export type NeighboursResponse = GraphResponse;
/** Nodes with their numbers in the map's columns. */
export type MapNodesResponse = { version: string; nodes: { at: number; node: GraphNode }[] };
export type SearchResponse = { query: string; hits: { node: GraphNode; matched: string; score: number }[] };
export type DocumentSummary = {
  id: string;
  name: string;
  language: string;
  length: number;
  sources: string[];
  /** Id of the agreement that it is the text of. */
  instrument: string | null;
  /** Where the text was taken from, and on what terms, where that is known. */
  origin?: string;
  licence?: string;
};
export type DocumentsResponse = { documents: DocumentSummary[] };
export type DocumentResponse = DocumentSummary & { text: string; mentions: Mention[] };
export type UploadResponse = {
  added: DocumentSummary[];
  /** Were there already, byte for byte. */
  unchanged: DocumentSummary[];
  /** Ids of documents that left, because a file of the same name now holds other bytes. */
  replaced: string[];
  failed: { source: string; code: string; detail: string }[];
};
export type PathsResponse = {
  /** Node ids and edge ids, in order; shortest first. */
  paths: { nodes: string[]; edges: string[] }[];
  nodes: GraphNode[];
  edges: GraphEdge[];
};
export type CypherRequest = { query: string; params?: Record<string, unknown> };
export type CypherResponse = {
  columns: string[];
  rows: QueryValue[][];
  truncated: boolean;
  /** Which limit cut the answer, where one did. */
  limit?: 'rows' | 'bytes';
  milliseconds: number;
  /** The nodes and edges among the values, with the edges' ends. */
  graph: { nodes: GraphNode[]; edges: GraphEdge[] };
};
/** A saved question: `graph/queries/NAME.cypher`. Its first lines ask it in words, a line a language. */
export type SavedQuestion = { name: string; question: { en: string; zh: string }; cypher: string };
export type QuestionsResponse = { questions: SavedQuestion[] };
export type HealthResponse = {
  status: 'ok';
  version: string;
  store: { kind: string; where: string };
  nodes: Record<string, number>;
  edges: Record<string, number>;
};
/** RFC 9457. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
};
