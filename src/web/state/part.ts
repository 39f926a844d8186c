/** Of a graph that is too large to load: the agreements that fit the filters, with their parties and dates. */
import type { Address } from './address.ts';
import { api } from './api.ts';
import { type GraphIndex, indexGraph, mergeGraph } from './graph.ts';

/** Figures that are drawn at most. */
export const MOST_FIGURES = 2000;

export type Part = Readonly<{
  index: GraphIndex;
  total: number;
  partial: true;
  fitting: number;
  years: ReadonlyMap<number, number>;
}>;

const ROWS = 10_000;
/** Edges that are asked for around one node. */
export const AROUND = 500;
const FACTS = 'MATCH (a:Agreement)-[r:HAS_PARTY|SIGNED_ON]->(x) WHERE a.id IN $ids RETURN r';
const YEARS = 'MATCH (a:Agreement) WHERE a.earliest IS NOT NULL RETURN a.earliest AS day, count(a) AS count';

/** What of the address the server filters by. */
export function partKey({ years, parties, documents }: Address): string {
  return JSON.stringify([years, parties, documents]);
}

function parametersOf({ years, parties, documents }: Address): URLSearchParams {
  const parameters = new URLSearchParams({ label: 'Agreement', limit: String(MOST_FIGURES) });
  if (years.from !== null) parameters.set('from', String(years.from));
  if (years.to !== null) parameters.set('to', String(years.to));
  // The server takes one of each; what is left over is filtered here.
  const [party] = parties;
  const [document] = documents;
  if (party !== undefined) parameters.set('party', party);
  if (document !== undefined) parameters.set('document', document);
  return parameters;
}

let known: ReadonlyMap<number, number> | null = null;

/** How many agreements each year has, asked once. */
async function countYears(): Promise<ReadonlyMap<number, number>> {
  if (known) return known;
  const { rows } = await api.cypher(YEARS, {}, { rows: ROWS });
  const years = new Map<number, number>();
  for (const [day, count] of rows) {
    const year = Math.floor(Number(day) / 10_000);
    years.set(year, (years.get(year) ?? 0) + Number(count));
  }
  known = years;
  return years;
}

/** Nodes that the address names: they are there whatever the filters say. */
function namedIn({ root, node, pinned, opened, path }: Address): readonly string[] {
  const ids = [root, node, path?.from, path?.to, ...pinned, ...opened.map(({ id }) => id)];
  return [...new Set(ids.filter((id): id is string => typeof id === 'string'))];
}

/** What is around a node; nothing for one that is not in the graph. */
async function aroundNode(id: string) {
  const { nodes, edges } = await api.neighbours(id, AROUND).catch(() => ({ nodes: [], edges: [] }));
  return { nodes: nodes.filter((node) => node.label !== 'Mention'), edges };
}

/** @param total nodes in the store */
export async function loadPart(address: Address, total: number): Promise<Part> {
  const [page, years] = await Promise.all([api.graph(parametersOf(address)), countYears()]);
  const ids = page.nodes.map((node) => node.id);
  const facts = ids.length > 0 ? (await api.cypher(FACTS, { ids }, { rows: ROWS })).graph : null;
  const figures = indexGraph(page.nodes, page.edges);
  let index = facts ? mergeGraph(figures, facts.nodes, facts.edges) : figures;
  for (const around of await Promise.all(namedIn(address).map(aroundNode)))
    index = mergeGraph(index, around.nodes, around.edges);
  return { index, total, partial: true, fitting: page.total.nodes, years };
}
