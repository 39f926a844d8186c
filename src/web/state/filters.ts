/** From what is loaded to what is shown. Pure. */
import type { NodeLabel } from '../../../graph/vocabulary.ts';
import type { GraphEdge, GraphNode } from '../../records.ts';
import { middleOf } from '../text/dates.ts';
import type { Address, View } from './address.ts';
import {
  edgesFrom,
  edgesTo,
  type GraphIndex,
  isCiting,
  lineageOf,
  neighbourhood,
  neighboursOf,
  placeInTime,
} from './graph.ts';

/** The labels that can be switched on and off, figures first. Mentions are read in the text, not drawn. */
export const SHOWABLE_LABELS: readonly NodeLabel[] = [
  'Agreement',
  'State',
  'Organization',
  'Person',
  'Place',
  'Provision',
  'Date',
  'Document',
];

const GROUND: readonly NodeLabel[] = ['Agreement', 'State', 'Organization', 'Person', 'Place'];

/** What a view shows before anybody says otherwise. */
export function defaultLabels(view: View): readonly NodeLabel[] {
  if (view === 'lineage') return ['Agreement'];
  return view === 'table' ? SHOWABLE_LABELS : GROUND;
}

export function shownLabels(address: Pick<Address, 'labels' | 'view'>): readonly NodeLabel[] {
  return address.labels ?? defaultLabels(address.view);
}

/** Whose dates count: where time is no axis, everybody's. */
export function countedDates({ view, dates }: Pick<Address, 'view' | 'dates'>): Address['dates'] {
  return view === 'lineage' ? dates : 'all';
}

export type Shown = Readonly<{ nodes: readonly GraphNode[]; edges: readonly GraphEdge[] }>;

/** Whether the years let it through; what has no date always comes through. */
function isInYears(
  index: GraphIndex,
  node: GraphNode,
  { years, dates }: Pick<Address, 'years' | 'dates'>,
): boolean {
  if (years.from === null && years.to === null) return true;
  const { edtf } = node.properties;
  const at =
    node.label === 'Agreement'
      ? placeInTime(index, node.id, dates)
      : node.label === 'Date' && typeof edtf === 'string'
        ? middleOf(edtf)
        : null;
  if (at === null) return true;
  return (years.from === null || at >= years.from) && (years.to === null || at < years.to + 1);
}

/** Whether it belongs to the lineage, or is said of something in it. */
function isNear(index: GraphIndex, node: GraphNode, lineage: ReadonlySet<string>): boolean {
  if (lineage.has(node.id)) return true;
  if (node.label === 'Agreement') return false;
  return [...neighbourhood(index, node.id)].some((end) => lineage.has(end));
}

/** Whether a list among an edge's properties names one of these documents. */
function isSaidIn(edge: GraphEdge, documents: readonly string[]): boolean {
  const said = edge.properties.documents;
  return Array.isArray(said) && documents.some((id) => said.some((one) => one === id));
}

/** Ids of the parties of an agreement. */
export function partiesOf(index: GraphIndex, id: string): readonly string[] {
  return edgesFrom(index, id)
    .filter((edge) => edge.type === 'HAS_PARTY')
    .map((edge) => edge.to);
}

/** Whether an agreement has all these parties; what is no agreement is a party itself or is joined to such one. */
function hasParties(index: GraphIndex, node: GraphNode, parties: readonly string[]): boolean {
  if (parties.length === 0 || parties.includes(node.id)) return true;
  const agreed = (id: string) => {
    const own = partiesOf(index, id);
    return parties.every((party) => own.includes(party));
  };
  if (node.label === 'Agreement') return agreed(node.id);
  return neighboursOf(index, node.id).some((id) => index.nodes.get(id)?.label === 'Agreement' && agreed(id));
}

/** Whether one of these documents says anything of it. */
function isOfDocuments(index: GraphIndex, node: GraphNode, documents: readonly string[]): boolean {
  if (documents.length === 0 || documents.includes(node.id)) return true;
  const into = edgesTo(index, node.id);
  return (
    into.some((edge) => edge.type === 'TEXT_OF' && documents.includes(edge.from)) ||
    [...into, ...edgesFrom(index, node.id)].some((edge) => isSaidIn(edge, documents))
  );
}

/** What is shown whatever the filters say: pinned, opened by hand, on a path. */
function keptNodes(index: GraphIndex, { pinned, opened, path }: Address): ReadonlySet<string> {
  const around = opened.flatMap(({ id, count }) => [id, ...neighboursOf(index, id).slice(0, count)]);
  return new Set([...pinned, ...around, ...(path ? [path.from, path.to] : [])]);
}

/**
 * The nodes and edges that the filters let through; the lineage view keeps to what its root reaches.
 * @param onPath ids of nodes between the ends of the address's path
 */
export function selectShown(
  index: GraphIndex,
  address: Address,
  root: string | null,
  onPath: readonly string[] = [],
): Shown {
  const labels = new Set(shownLabels(address));
  const hidden = new Set<string>(address.hidden);
  const dates = countedDates(address);
  const lineage =
    address.view === 'lineage' && root ? lineageOf(index, root, address.steps, hidden, address.way) : null;
  const kept = keptNodes(index, address);
  const without = new Set(address.without);
  const passes = (node: GraphNode) =>
    labels.has(node.label) &&
    isInYears(index, node, { years: address.years, dates }) &&
    (!lineage || isNear(index, node, lineage)) &&
    hasParties(index, node, address.parties) &&
    isOfDocuments(index, node, address.documents);
  const nodes = [...index.nodes.values()].filter(
    (node) => !without.has(node.id) && (kept.has(node.id) || onPath.includes(node.id) || passes(node)),
  );
  const ids = new Set(nodes.map((node) => node.id));
  const { documents } = address;
  const edges = [...index.edges.values()].filter(
    (edge) =>
      ids.has(edge.from) &&
      ids.has(edge.to) &&
      !hidden.has(edge.type) &&
      (documents.length === 0 || !edge.properties.documents || isSaidIn(edge, documents)),
  );
  return { nodes, edges };
}

/** Ids of what is shown. */
export function shownIds(...given: Parameters<typeof selectShown>): ReadonlySet<string> {
  return new Set(selectShown(...given).nodes.map((node) => node.id));
}

/** The year of every agreement that stands in time. */
export function agreementYears(index: GraphIndex, dates: Address['dates']): readonly number[] {
  return [...index.nodes.values()].flatMap((node) => {
    if (node.label !== 'Agreement') return [];
    const at = placeInTime(index, node.id, dates);
    return at === null ? [] : [Math.floor(at)];
  });
}

/** How often a node is cited. */
export function citedCount(index: GraphIndex, id: string): number {
  return new Set((index.in.get(id) ?? []).filter(isCiting).map((edge) => edge.from)).size;
}
export function citesCount(index: GraphIndex, id: string): number {
  return new Set((index.out.get(id) ?? []).filter(isCiting).map((edge) => edge.to)).size;
}

/** For each party and each document, how many of these agreements have it or are spoken of in it; most first. */
export function countFacets(
  index: GraphIndex,
  nodes: readonly GraphNode[],
): Readonly<{ parties: readonly Facet[]; documents: readonly Facet[] }> {
  const parties = new Map<string, number>();
  const documents = new Map<string, number>();
  const count = (counts: Map<string, number>, ids: Iterable<string>) => {
    for (const id of new Set(ids)) counts.set(id, (counts.get(id) ?? 0) + 1);
  };
  for (const { id, label } of nodes) {
    if (label !== 'Agreement') continue;
    count(parties, partiesOf(index, id));
    const said = [...edgesFrom(index, id), ...edgesTo(index, id)].flatMap((edge) => {
      const { documents: listed } = edge.properties;
      if (edge.type === 'TEXT_OF') return [edge.from];
      return Array.isArray(listed) ? listed.filter((one): one is string => typeof one === 'string') : [];
    });
    count(
      documents,
      said.filter((one) => one !== ''),
    );
  }
  return { parties: byCount(parties), documents: byCount(documents) };
}
export type Facet = Readonly<{ id: string; count: number }>;

function byCount(counts: ReadonlyMap<string, number>): readonly Facet[] {
  return [...counts]
    .map(([id, count]) => ({ id, count }))
    .sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}
