/** Which nodes hang together more than with the rest: the communities that Louvain's method finds. */
import { MultiUndirectedGraph } from 'graphology';
import louvainModule from 'graphology-communities-louvain';
import type { Net } from './net.ts';

/** The package's types speak of a default export; what comes is the function itself. */
const louvain = louvainModule as unknown as typeof louvainModule.default;

/** Numbers from 0 to 1, always the same ones, so that the same graph has the same communities. */
function steady(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** The community of each node, counted from 0, the largest first; of the same size, that of the earlier node. */
export function findCommunities(net: Net): Uint32Array {
  const graph = new MultiUndirectedGraph();
  for (let node = 0; node < net.count; node += 1) graph.addNode(node);
  for (let edge = 0; edge < net.from.length; edge += 1) graph.addUndirectedEdge(net.from[edge], net.to[edge]);
  const found = graph.size > 0 ? louvain(graph, { rng: steady(), getEdgeWeight: null }) : {};
  const raw = Uint32Array.from({ length: net.count }, (_, node) => found[node] ?? node);
  const sizes = countOf(raw);
  const order = [...sizes].sort(([, a], [, b]) => b - a).map(([community]) => community);
  const rank = new Map(order.map((community, i) => [community, i]));
  return raw.map((community) => rank.get(community) ?? 0);
}

/** How many nodes each community has, in the order in which they first come. */
export function countOf(communities: Uint32Array): ReadonlyMap<number, number> {
  const sizes = new Map<number, number>();
  for (const community of communities) sizes.set(community, (sizes.get(community) ?? 0) + 1);
  return sizes;
}
