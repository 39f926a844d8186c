/** The whole graph as numbers, for drawing it as points: no names, no evidence, no mentions. */
import { CITING_TYPES, NODE_LABELS, type NodeLabel } from '../../graph/vocabulary.ts';
import { compareText } from './content.ts';
import type { Reader } from './lookup.ts';
import { LABELS, TYPES } from './schema.ts';
import { asText } from './values.ts';

export type MapNode = Readonly<{
  id: string;
  label: NodeLabel;
  /** Of `earliest`; null where it has none. */
  year: number | null;
}>;
/** Nodes, of which edges speak by their number, and how many others cite each. */
export type MapGraph = Readonly<{
  nodes: readonly MapNode[];
  cited: Uint32Array;
  from: Uint32Array;
  to: Uint32Array;
  /** By its number among TYPES. */
  type: Uint8Array;
}>;

/** Mentions are read in their text. */
export const MAP_LABELS: readonly NodeLabel[] = LABELS.filter((label) => label !== 'Mention');

/** Nodes in the vocabulary's order of labels, then by id: the same graph gives them the same numbers. */
export async function mapNodes(store: Reader): Promise<readonly MapNode[]> {
  const nodes: MapNode[] = [];
  for (const label of MAP_LABELS) {
    const earliest = 'earliest' in NODE_LABELS[label].properties ? 'n.earliest' : 'null';
    const { rows } = await store.read(`MATCH (n:${label}) RETURN n.id AS id, ${earliest} AS earliest`);
    const some = rows.map(([id, day]): MapNode => {
      const year = typeof day === 'number' ? Math.floor(day / 10_000) : null;
      return { id: asText(id), label, year };
    });
    nodes.push(...some.sort((a, b) => compareText(a.id, b.id)));
  }
  return nodes;
}

export async function mapGraph(store: Reader): Promise<MapGraph> {
  const nodes = await mapNodes(store);
  const numbers = new Map(nodes.map(({ id }, number) => [id, number]));
  const cited = new Uint32Array(nodes.length);
  const citations = new Set<number>();
  const edges: { from: number; to: number; type: number }[] = [];
  for (const [type, name] of TYPES.entries()) {
    const counts = CITING_TYPES.some((citing) => citing === name);
    const { rows } = await store.read(`MATCH (a)-[r:${name}]->(b) RETURN a.id AS a, b.id AS b`);
    for (const [a, b] of rows) {
      const [from, to] = [numbers.get(asText(a)), numbers.get(asText(b))];
      if (from === undefined || to === undefined) continue;
      edges.push({ from, to, type });
      const citation = from * nodes.length + to;
      if (!counts || citations.has(citation)) continue;
      citations.add(citation);
      cited[to] = (cited[to] ?? 0) + 1;
    }
  }
  return {
    nodes,
    cited,
    from: Uint32Array.from(edges, ({ from }) => from),
    to: Uint32Array.from(edges, ({ to }) => to),
    type: Uint8Array.from(edges, ({ type }) => type),
  };
}
