/** The loaded graph, indexed; pure. */
import { CITING_TYPES, type NodeLabel, RELATIONSHIP_TYPES } from '../../../graph/vocabulary.ts';
import type { GraphEdge, GraphNode } from '../../records.ts';
import { middleOf } from '../text/dates.ts';

export type GraphIndex = Readonly<{
  nodes: ReadonlyMap<string, GraphNode>;
  edges: ReadonlyMap<string, GraphEdge>;
  out: ReadonlyMap<string, readonly GraphEdge[]>;
  in: ReadonlyMap<string, readonly GraphEdge[]>;
}>;

const NONE: readonly GraphEdge[] = [];
const CITING: ReadonlySet<string> = new Set(CITING_TYPES);
const TYPE_ORDER = Object.keys(RELATIONSHIP_TYPES);

function grouped(edges: Iterable<GraphEdge>, end: 'from' | 'to'): Map<string, GraphEdge[]> {
  const groups = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const group = groups.get(edge[end]);
    if (group) group.push(edge);
    else groups.set(edge[end], [edge]);
  }
  return groups;
}

/** Edges whose ends are not both among the nodes are left out. */
export function indexGraph(nodes: Iterable<GraphNode>, edges: Iterable<GraphEdge>): GraphIndex {
  const byId = new Map<string, GraphNode>();
  for (const node of nodes) byId.set(node.id, node);
  const kept = new Map<string, GraphEdge>();
  for (const edge of edges) if (byId.has(edge.from) && byId.has(edge.to)) kept.set(edge.id, edge);
  return { nodes: byId, edges: kept, out: grouped(kept.values(), 'from'), in: grouped(kept.values(), 'to') };
}

/** The graph with more nodes and edges in it. */
export function mergeGraph(
  index: GraphIndex,
  nodes: readonly GraphNode[],
  edges: readonly GraphEdge[],
): GraphIndex {
  return indexGraph([...index.nodes.values(), ...nodes], [...index.edges.values(), ...edges]);
}

export const EMPTY_GRAPH: GraphIndex = indexGraph([], []);

export const edgesFrom = (index: GraphIndex, id: string) => index.out.get(id) ?? NONE;
export const edgesTo = (index: GraphIndex, id: string) => index.in.get(id) ?? NONE;

/** Whether lineage is made of it. */
export const isCiting = (edge: GraphEdge) => CITING.has(edge.type);

export function familyOf(edge: GraphEdge) {
  return RELATIONSHIP_TYPES[edge.type].family;
}

/** Whether no text, only an authority, says so. */
export function isByAuthorityAlone(edge: GraphEdge): boolean {
  const by = edge.properties.asserted_by;
  return Array.isArray(by) && by.length > 0 && !by.some((one) => one === 'text');
}

/** Nodes at the other ends of this node's edges, itself included. */
export function neighbourhood(index: GraphIndex, id: string): ReadonlySet<string> {
  return new Set([id, ...edgesFrom(index, id).map((e) => e.to), ...edgesTo(index, id).map((e) => e.from)]);
}

/** Dates and mentions are read in the panel and the text; they are no neighbours to walk to. */
const UNWALKED: ReadonlySet<string> = new Set(['Date', 'Mention']);

/** What a node is joined to, each once: along citing edges first, in the vocabulary's order, then by id. */
export function neighboursOf(index: GraphIndex, id: string): readonly string[] {
  const rank = (edge: GraphEdge) => TYPE_ORDER.indexOf(edge.type);
  const ends = [
    ...edgesFrom(index, id).map((edge) => ({ at: rank(edge), end: edge.to })),
    ...edgesTo(index, id).map((edge) => ({ at: rank(edge), end: edge.from })),
  ].filter(({ end }) => end !== id && !UNWALKED.has(index.nodes.get(end)?.label ?? 'Mention'));
  ends.sort((a, b) => a.at - b.at || (a.end < b.end ? -1 : 1));
  return [...new Set(ends.map(({ end }) => end))];
}

/** Along citations as they point: `on` what it stands on, `by` what cites it; or `both`, in any direction. */
export const WAYS = ['both', 'on', 'by'] as const;
export type Way = (typeof WAYS)[number];

/**
 * Ids of agreements and documents within so many citing steps of one.
 * @param steps `null` is no limit
 * @param hidden types that are not walked along
 */
export function lineageOf(
  index: GraphIndex,
  root: string,
  steps: number | null,
  hidden: ReadonlySet<string>,
  way: Way = 'both',
): ReadonlySet<string> {
  const walked = (edge: GraphEdge) => isCiting(edge) && !hidden.has(edge.type);
  const reached = new Set([root]);
  let front = [root];
  for (let step = 0; front.length > 0 && (steps === null || step < steps); step += 1) {
    const next = new Set<string>();
    for (const id of front) {
      const out = way === 'by' ? NONE : edgesFrom(index, id);
      const into = way === 'on' ? NONE : edgesTo(index, id);
      for (const edge of out) if (walked(edge) && !reached.has(edge.to)) next.add(edge.to);
      for (const edge of into) if (walked(edge) && !reached.has(edge.from)) next.add(edge.from);
    }
    for (const id of next) reached.add(id);
    front = [...next];
  }
  return reached;
}

export type Dated = Readonly<{ edtf: string; by: 'text' | 'authority' | 'both' }>;

/** Who says so; what names nobody is a text's. */
export function assertedBy(edge: GraphEdge): Dated['by'] {
  const by = edge.properties.asserted_by;
  if (!Array.isArray(by)) return 'text';
  const text = by.some((one) => one === 'text');
  const authority = by.some((one) => one === 'authority');
  return text && authority ? 'both' : authority ? 'authority' : 'text';
}

/** What is said of a day by edges of one type, texts before authorities. */
export function datesOf(index: GraphIndex, id: string, type: GraphEdge['type']): readonly Dated[] {
  return edgesFrom(index, id)
    .filter((edge) => edge.type === type)
    .flatMap((edge) => {
      const edtf = index.nodes.get(edge.to)?.properties.edtf;
      return typeof edtf === 'string' ? [{ edtf, by: assertedBy(edge) }] : [];
    })
    .sort(
      (a, b) => Number(a.by === 'authority') - Number(b.by === 'authority') || (a.edtf < b.edtf ? -1 : 1),
    );
}

/** When an agreement was signed; what a text says comes before what an authority says. */
export function signatureOf(index: GraphIndex, id: string): Dated | null {
  const [first] = datesOf(index, id, 'SIGNED_ON');
  if (first) return first;
  const signed = index.nodes.get(id)?.properties.signed;
  return typeof signed === 'string' ? { edtf: signed, by: 'text' } : null;
}

/** Where an agreement stands in time, in years; an authority's date counts only when asked for. */
export function placeInTime(index: GraphIndex, id: string, dates: 'text' | 'all'): number | null {
  const signed = signatureOf(index, id);
  if (!signed || (signed.by === 'authority' && dates === 'text')) return null;
  return middleOf(signed.edtf);
}

/** How many nodes there are of each label, and edges of each type. */
export function countGraph(index: GraphIndex): Readonly<{
  labels: ReadonlyMap<NodeLabel, number>;
  types: ReadonlyMap<GraphEdge['type'], number>;
}> {
  const labels = new Map<NodeLabel, number>();
  for (const node of index.nodes.values()) labels.set(node.label, (labels.get(node.label) ?? 0) + 1);
  const types = new Map<GraphEdge['type'], number>();
  for (const edge of index.edges.values()) types.set(edge.type, (types.get(edge.type) ?? 0) + 1);
  return { labels, types };
}

/** The agreement that a text in the graph is the text of and that most is said of; else any agreement. */
export function chooseRoot(index: GraphIndex): string | null {
  const weight = (id: string) => edgesFrom(index, id).filter(isCiting).length * 2 + edgesTo(index, id).length;
  const heaviest = (ids: readonly string[]) =>
    [...ids].sort((a, b) => weight(b) - weight(a) || (a < b ? -1 : 1))[0] ?? null;
  const instruments = [...index.edges.values()].filter((e) => e.type === 'TEXT_OF').map((e) => e.to);
  if (instruments.length > 0) return heaviest([...new Set(instruments)]);
  return heaviest([...index.nodes.values()].filter((n) => n.label === 'Agreement').map((n) => n.id));
}
