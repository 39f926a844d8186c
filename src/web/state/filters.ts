/** From what is loaded to what is shown. Pure. */
import type { NodeLabel } from '../../../graph/vocabulary.ts';
import type { GraphEdge, GraphNode } from '../../records.ts';
import { middleOf } from '../text/dates.ts';
import type { Address, View } from './address.ts';
import { type GraphIndex, isCiting, lineageOf, signatureOf } from './graph.ts';

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

export type Shown = Readonly<{ nodes: readonly GraphNode[]; edges: readonly GraphEdge[] }>;

/** Whether the years let it through; what has no date always comes through. */
function isInYears(index: GraphIndex, node: GraphNode, years: Address['years']): boolean {
  if (years.from === null && years.to === null) return true;
  if (node.label !== 'Agreement' && node.label !== 'Date') return true;
  const edtf = node.label === 'Date' ? node.properties.edtf : signatureOf(index, node.id)?.edtf;
  const at = typeof edtf === 'string' ? middleOf(edtf) : null;
  if (at === null) return true;
  return (years.from === null || at >= years.from) && (years.to === null || at < years.to + 1);
}

function isNear(index: GraphIndex, node: GraphNode, lineage: ReadonlySet<string>): boolean {
  if (lineage.has(node.id)) return true;
  if (node.label === 'Agreement') return false;
  const ends = [
    ...(index.in.get(node.id) ?? []).map((e) => e.from),
    ...(index.out.get(node.id) ?? []).map((e) => e.to),
  ];
  return ends.some((end) => lineage.has(end));
}

/** The nodes and edges that the filters let through; the lineage view keeps to what its root reaches. */
export function selectShown(index: GraphIndex, address: Address, root: string | null): Shown {
  const labels = new Set(shownLabels(address));
  const lineage = address.view === 'lineage' && root ? lineageOf(index, root, address.steps) : null;
  const nodes = [...index.nodes.values()].filter(
    (node) =>
      labels.has(node.label) &&
      isInYears(index, node, address.years) &&
      (!lineage || isNear(index, node, lineage)),
  );
  const ids = new Set(nodes.map((node) => node.id));
  const hidden = new Set<string>(address.hidden);
  const edges = [...index.edges.values()].filter(
    (edge) => ids.has(edge.from) && ids.has(edge.to) && !hidden.has(edge.type),
  );
  return { nodes, edges };
}

/** First and last year of the dated agreements; null when none is. */
export function yearRange(index: GraphIndex): Readonly<{ from: number; to: number }> | null {
  const years = agreementYears(index);
  if (years.length === 0) return null;
  return { from: Math.min(...years), to: Math.max(...years) };
}

/** The year of every dated agreement. */
export function agreementYears(index: GraphIndex): readonly number[] {
  return [...index.nodes.values()].flatMap((node) => {
    if (node.label !== 'Agreement') return [];
    const at = middleOf(signatureOf(index, node.id)?.edtf ?? '');
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
