/** What a graph holds, in a form that can be compared: the same content, the same text, whatever the order. */
import { hash } from 'node:crypto';
import {
  NODE_LABELS,
  type NodeLabel,
  type PropertyValue,
  RELATIONSHIP_TYPES,
} from '../../graph/vocabulary.ts';
import type { Graph, GraphEdge, GraphNode, Properties } from '../records.ts';
import type { GraphPages, WriteSummary } from './port.ts';
import { LABELS, TYPES } from './schema.ts';

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

/** What a node or an edge says, its id aside, in 16 bytes; the first is the place of its label or type among them. */
export function digest(item: GraphNode | GraphEdge): Buffer {
  const content = hashOf(JSON.stringify(storable(item.properties)));
  content[0] = 'label' in item ? LABELS.indexOf(item.label) : TYPES.indexOf(item.type);
  return content;
}

export function isLabel(name: string): name is NodeLabel {
  return Object.hasOwn(NODE_LABELS, name);
}

/** 16 bytes: enough that no two of a billion texts share them. */
export function hashOf(text: string): Buffer {
  return hash('sha256', text, 'buffer').subarray(0, 16);
}

/** Throws when a label or type is not in the vocabulary: that is a defect, and they are written into queries. */
export function checkKind(item: GraphNode | GraphEdge): void {
  if ('label' in item && !Object.hasOwn(NODE_LABELS, item.label))
    throw new TypeError(`${item.id}: label ${item.label} is not in the vocabulary`);
  if ('type' in item && !Object.hasOwn(RELATIONSHIP_TYPES, item.type))
    throw new TypeError(`${item.id}: type ${item.type} is not in the vocabulary`);
}

/** A graph in pages, if it is not already. */
export function pagesOf(graph: Graph | GraphPages): GraphPages {
  if (!Array.isArray(graph.nodes)) return graph as GraphPages;
  const { nodes, edges } = graph as Graph;
  return { nodes: () => pages(nodes), edges: () => pages(edges) };
}

async function* pages<T>(items: readonly T[]): AsyncGenerator<readonly T[]> {
  for (let at = 0; at < items.length; at += PAGE) yield items.slice(at, at + PAGE);
}
const PAGE = 5000;

export const NOTHING_CHANGED: WriteSummary = {
  nodes: { created: 0, updated: 0, removed: 0 },
  edges: { created: 0, updated: 0, removed: 0 },
};
