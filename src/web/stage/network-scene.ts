/** The network: every node where the layout put it, coloured by what it is or by its community. */
import { mix, type Palette } from '../appearance.ts';
import type { Address } from '../state/address.ts';
import { citedCount } from '../state/filters.ts';
import type { Frame } from '../state/kept-places.ts';
import type { NodeMark } from './marks.ts';
import { addEdges, newGraph, nodeMark, type Scene, type SceneGraph, type SceneInput } from './scene.ts';

export type NetworkInput = SceneInput &
  Readonly<{
    /** x and y of each shown node in turn, and its community, counted from 0. */
    places: Float32Array;
    communities: Uint32Array;
    frame: Frame;
    coloring: Address['coloring'];
  }>;

/** From so many nodes on, marks grow smaller, down to a part of their size. */
const MANY = 300;
const SMALLEST = 0.4;
/** Beyond so many edges they are drawn as a pale ground. */
const MANY_EDGES = 1500;
const PALE = 0.35;
/** The most that being cited adds to a radius, in pixels. */
const CITED_MOST = 14;

/** Small communities share the last colour. */
export function communityColor(palette: Palette, community: number): string {
  return palette.communities[community] ?? palette.otherCommunities;
}

/** From the layout's frame to the stage, names' room left free at the edges; y upwards. */
export function placeOnStage(
  frame: Frame,
  { width, height }: Readonly<{ width: number; height: number }>,
): (x: number, y: number) => { x: number; y: number } {
  const pad = { x: Math.min(96, width / 5), top: 40, bottom: 88 };
  const spread = (value: number, from: number, to: number, start: number, end: number) =>
    to - from < 1e-6
      ? (start + end) / 2
      : start + Math.min(1, Math.max(0, (value - from) / (to - from))) * (end - start);
  return (x, y) => ({
    x: spread(x, frame.left, frame.right, pad.x, width - pad.x),
    y: spread(y, frame.low, frame.high, pad.bottom, height - pad.top),
  });
}

function colored(mark: NodeMark, community: number, palette: Palette): NodeMark {
  const color = communityColor(palette, community);
  return mark.ring === mark.color
    ? { ...mark, color, ring: color }
    : { ...mark, color: mark.dashed ? mix(palette.paper, color, 0.28) : mark.color, ring: color };
}

/** Many edges are a pale ground: lines without heads; within a community, of its colour. */
function thinOut(graph: SceneGraph, palette: Palette, coloring: Address['coloring']): void {
  graph.updateEachEdgeAttributes((_id, mark, _from, _to, from, to) => {
    const within = coloring === 'community' && from.ring === to.ring;
    return { ...mark, type: 'thin', color: mix(palette.paper, within ? from.ring : mark.color, PALE) };
  });
}

export function networkScene(input: NetworkInput): Scene {
  const { shown, palette, width, height, root, index, places, communities } = input;
  const graph = newGraph();
  const scale = Math.max(SMALLEST, Math.min(1, Math.sqrt(MANY / Math.max(1, shown.nodes.length))));
  const put = placeOnStage(input.frame, { width, height });
  shown.nodes.forEach((node, i) => {
    const mark = nodeMark(node, input, 120);
    const cited = Math.min(CITED_MOST, 2.5 * Math.sqrt(citedCount(index, node.id)));
    const plain = { ...mark, size: (mark.size + cited) * scale };
    const drawn =
      input.coloring === 'community' ? colored(plain, communities[i] ?? communities.length, palette) : plain;
    graph.addNode(node.id, { ...drawn, ...put(places[i * 2] ?? 0, places[i * 2 + 1] ?? 0) });
  });
  addEdges(graph, shown.edges, palette, () => 'straight');
  if (graph.size > MANY_EDGES) thinOut(graph, palette, input.coloring);
  return { graph, width, height, full: height, time: null, lanes: [], root };
}
