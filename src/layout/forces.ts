/** ForceAtlas2 on numbers alone: nodes push each other away, edges pull their ends together. */
import iterate from 'graphology-layout-forceatlas2/iterate.js';
import type { Net, Places } from './net.ts';

/** Numbers that the package keeps of a node: place, motion, mass, convergence, size, fixed. */
const NODE = 10;
const EDGE = 3;
const [MASS, CONVERGENCE, SIZE, FIXED] = [6, 7, 8, 9];
/** From so many nodes on, far ones push together. */
const TOGETHER = 500;

export type ForceOptions = Readonly<{
  steps: number;
  /** Nodes that stay where they are. */
  fixed?: (node: number) => boolean;
  /** Radii that are kept apart; points when not said. */
  radii?: Float32Array;
  /** How much an edge pulls; all the same when not said. */
  weights?: Float32Array;
}>;

/** The places after so many steps of the forces; the same for the same start. */
export function relax(net: Net, start: Places, { steps, fixed, radii, weights }: ForceOptions): Places {
  const nodes = new Float32Array(net.count * NODE);
  const edges = new Float32Array(net.from.length * EDGE);
  for (let node = 0; node < net.count; node += 1) {
    const at = node * NODE;
    nodes.set(start.subarray(node * 2, node * 2 + 2), at);
    nodes[at + MASS] = 1;
    nodes[at + CONVERGENCE] = 1;
    nodes[at + SIZE] = radii?.[node] ?? 1;
    nodes[at + FIXED] = fixed?.(node) ? 1 : 0;
  }
  for (let edge = 0; edge < net.from.length; edge += 1) {
    const [from, to, weight] = [net.from[edge] ?? 0, net.to[edge] ?? 0, weights?.[edge] ?? 1];
    // Rows are named by where they begin.
    edges.set([from * NODE, to * NODE, weight], edge * EDGE);
    for (const end of [from, to]) nodes[end * NODE + MASS] = (nodes[end * NODE + MASS] ?? 0) + weight;
  }
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: radii !== undefined,
    edgeWeightInfluence: 1,
    scalingRatio: 30,
    strongGravityMode: true,
    gravity: 1.2,
    slowDown: 1 + Math.log(net.count),
    barnesHutOptimize: net.count > TOGETHER,
    barnesHutTheta: 1.2,
  };
  for (let step = 0; step < steps; step += 1) iterate(settings, nodes, edges);
  return Float32Array.from({ length: net.count * 2 }, (_, i) => nodes[(i >> 1) * NODE + (i & 1)] ?? 0);
}
