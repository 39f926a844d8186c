/** Reading a whole store, for comparing. */
import type { GraphEdge, GraphNode } from '../../src/records.ts';
import type { Store, WriteSummary } from '../../src/store/port.ts';

export const NOTHING: WriteSummary = {
  nodes: { created: 0, updated: 0, removed: 0 },
  edges: { created: 0, updated: 0, removed: 0 },
};

export async function everyNode(store: Store): Promise<readonly GraphNode[]> {
  return every(store.nodes());
}

export async function everyEdge(store: Store): Promise<readonly GraphEdge[]> {
  return every(store.edges());
}

async function every<T>(pages: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(...page);
  return all;
}

/** As stores give things back: properties by name. */
export function sorted<T extends GraphNode | GraphEdge>(item: T | undefined): T {
  if (!item) throw new Error('the fixture has no such thing');
  const properties = Object.entries(item.properties).sort(([a], [b]) => (a < b ? -1 : 1));
  return { ...item, properties: Object.fromEntries(properties) };
}
