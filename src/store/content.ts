/** What a graph holds, in a form that can be compared: the same content, the same text, whatever the order. */
import { createHash } from 'node:crypto';
import { NODE_LABELS, type PropertyValue, RELATIONSHIP_TYPES } from '../../graph/vocabulary.ts';
import type { Graph, GraphEdge, GraphNode, Properties } from '../records.ts';
import type { WriteSummary } from './port.ts';

/** Orders ids the same way everywhere: by UTF-16 code unit. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Properties as a store keeps them: sorted by name, no `id` (it stands on its own), nothing undefined, well-formed text. */
export function storable(properties: Properties): Record<string, PropertyValue> {
  const kept: Record<string, PropertyValue> = {};
  for (const name of Object.keys(properties).sort(compareText)) {
    const value: PropertyValue | null | undefined = properties[name];
    if (name !== 'id' && value !== undefined && value !== null) kept[name] = wellFormed(value);
  }
  return kept;
}

/** A lone surrogate cannot be written as UTF-8; both engines would put U+FFFD in its place. */
function wellFormed(value: PropertyValue): PropertyValue {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value === 'object' && value.some((item) => typeof item === 'string'))
    return value.map((item) => String(item).toWellFormed());
  return value;
}

/** The content of a node or an edge, its id aside, in a few bytes. */
export function digest(item: GraphNode | GraphEdge): string {
  const kind = 'label' in item ? item.label : item.type;
  return createHash('sha1')
    .update(`${kind}\n${JSON.stringify(storable(item.properties))}`)
    .digest('base64');
}

/** Throws when a label or type is not in the vocabulary: that is a defect, and they are written into queries. */
export function checkKinds(graph: Graph): void {
  for (const { id, label } of graph.nodes)
    if (!Object.hasOwn(NODE_LABELS, label))
      throw new TypeError(`${id}: label ${label} is not in the vocabulary`);
  for (const { id, type } of graph.edges)
    if (!Object.hasOwn(RELATIONSHIP_TYPES, type))
      throw new TypeError(`${id}: type ${type} is not in the vocabulary`);
}

/** What a graph holds: a digest for each id, and one for all of them, hex. */
export type Content = Readonly<{ fingerprint: string; nodes: Digests; edges: Digests }>;

/** The content of the whole graph. */
export function contentOf(graph: Graph): Content {
  const [nodes, edges] = [digests(graph.nodes), digests(graph.edges)];
  const hash = createHash('sha256');
  for (const some of [nodes, edges])
    for (const id of [...some.keys()].sort(compareText))
      hash.update(`${JSON.stringify(id)} ${some.get(id)}\n`);
  return { fingerprint: hash.digest('hex'), nodes, edges };
}

export type Digests = ReadonlyMap<string, string>;
/** Ids that one side has and the other has not, or has differently. */
export type Changes = Readonly<{
  created: readonly string[];
  updated: readonly string[];
  removed: readonly string[];
}>;

/** What turns the old content into the new. */
export function changes(before: Digests, after: Digests): Changes {
  const created: string[] = [];
  const updated: string[] = [];
  for (const [id, content] of after) {
    const old = before.get(id);
    if (old === undefined) created.push(id);
    else if (old !== content) updated.push(id);
  }
  return { created, updated, removed: [...before.keys()].filter((id) => !after.has(id)) };
}

export const NOTHING_CHANGED: WriteSummary = {
  nodes: { created: 0, updated: 0, removed: 0 },
  edges: { created: 0, updated: 0, removed: 0 },
};

/** How many of each. */
export function summary(nodes: Changes, edges: Changes): WriteSummary {
  const count = ({ created, updated, removed }: Changes) => ({
    created: created.length,
    updated: updated.length,
    removed: removed.length,
  });
  return { nodes: count(nodes), edges: count(edges) };
}

/** The content of items by id. */
export function digests(items: readonly (GraphNode | GraphEdge)[]): Map<string, string> {
  return new Map(items.map((item) => [item.id, digest(item)]));
}

/** The content of items that come in pages, by id. */
export async function digestsOf(
  pages: AsyncIterable<readonly (GraphNode | GraphEdge)[]>,
): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for await (const page of pages) for (const item of page) found.set(item.id, digest(item));
  return found;
}
