/** The nodes and edges that a query returns, as a graph of its own. */
import { collectGraph, type GraphSource, sourceOf, withEnds } from './export/index.ts';
import type { Graph, GraphNode } from './records.ts';
import type { QueryLimits, QueryParameters, QueryValue, Store } from './store/port.ts';

/** What is among the rows, with the ends of its edges fetched where the rows do not hold them. */
export async function graphOfRows(store: Store, rows: readonly (readonly QueryValue[])[]): Promise<Graph> {
  const selection = collectGraph(rows);
  if (selection.missing.length === 0) return withEnds(selection);
  const found = await store.read('MATCH (n) WHERE n.id IN $ids RETURN n', { ids: selection.missing });
  const nodes = found.rows.flatMap(([value]) => (isNode(value) ? [value] : []));
  return withEnds(selection, nodes);
}

/** For exporting what a person's query returns. Throws as `ask` does. */
export async function queriedSource(
  store: Store,
  cypher: string,
  parameters: QueryParameters,
  limits: QueryLimits,
): Promise<Readonly<{ source: GraphSource; truncated: boolean }>> {
  const { rows, truncated } = await store.ask(cypher, parameters, limits);
  return { source: sourceOf(await graphOfRows(store, rows)), truncated };
}

function isNode(value: QueryValue | undefined): value is GraphNode & Readonly<{ kind: 'node' }> {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'node';
}
