/** From what is loaded to what is shown. Pure. */
import type { NodeLabel } from '../../../graph/vocabulary.ts';
import type { GraphEdge, GraphNode } from '../../records.ts';
import { middleOf } from '../text/dates.ts';
import type { Address, View } from './address.ts';
import { type GraphIndex, isCiting, lineageOf, neighbourhood, placeInTime } from './graph.ts';

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

/** The nodes and edges that the filters let through; the lineage view keeps to what its root reaches. */
export function selectShown(index: GraphIndex, address: Address, root: string | null): Shown {
  const labels = new Set(shownLabels(address));
  const hidden = new Set<string>(address.hidden);
  const dates = countedDates(address);
  const lineage = address.view === 'lineage' && root ? lineageOf(index, root, address.steps, hidden) : null;
  const nodes = [...index.nodes.values()].filter(
    (node) =>
      labels.has(node.label) &&
      isInYears(index, node, { years: address.years, dates }) &&
      (!lineage || isNear(index, node, lineage)),
  );
  const ids = new Set(nodes.map((node) => node.id));
  const edges = [...index.edges.values()].filter(
    (edge) => ids.has(edge.from) && ids.has(edge.to) && !hidden.has(edge.type),
  );
  return { nodes, edges };
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
