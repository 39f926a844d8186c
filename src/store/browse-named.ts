/** A part of the graph that somebody else chose, by ids. */
import type { Graph, GraphEdge, GraphNode } from '../records.ts';
import { compareText } from './content.ts';
import { type Reader, toEdge, toNode } from './lookup.ts';
import { LABELS } from './schema.ts';

/** These nodes, and of these edges the ones between them, each sorted by id; what is not there is left out. */
export async function namedGraph(
  store: Reader,
  nodeIds: readonly string[],
  edgeIds: readonly string[],
): Promise<Graph> {
  const parameters = { ids: [...new Set(nodeIds)] };
  const wanted = new Set(edgeIds);
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  for (const label of LABELS) {
    const match = `MATCH (n:${label}) WHERE n.id IN $ids`;
    const found = (await store.read(`${match} RETURN n`, parameters)).rows;
    if (found.length === 0) continue;
    nodes.push(...found.map(([value]) => toNode(value)));
    if (wanted.size === 0) continue;
    const out = `MATCH (n:${label})-[r]->(m) WHERE n.id IN $ids AND m.id IN $ids RETURN n.id, type(r), m.id, properties(r)`;
    const { rows } = await store.read(out, parameters);
    edges.push(...rows.map(toEdge).filter(({ id }) => wanted.has(id)));
  }
  const byId = (a: { id: string }, b: { id: string }) => compareText(a.id, b.id);
  return { nodes: nodes.sort(byId), edges: edges.sort(byId) };
}
