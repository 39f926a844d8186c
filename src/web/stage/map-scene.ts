/** The few nodes of a cloud that have a name for now, as marks over their points. */
import type { GraphNode } from '../../records.ts';
import { communityColor } from './network-scene.ts';
import { newGraph, nodeMark, type Scene, type SceneInput } from './scene.ts';

export type NamedPoint = Readonly<{
  node: GraphNode;
  x: number;
  y: number;
  /** Of its point, in pixels. */
  size: number;
  cited: number;
  /** Null where colours tell labels. */
  community: number | null;
}>;

export function mapScene(input: Omit<SceneInput, 'shown'>, named: readonly NamedPoint[]): Scene {
  const graph = newGraph();
  const told = { ...input, shown: { nodes: [], edges: [] } };
  for (const { node, x, y, size, cited, community } of named) {
    const mark = nodeMark(node, told, 150);
    const color = community === null ? mark.color : communityColor(input.palette, community);
    const plain = { ...mark, x, y, size: Math.max(3, size), color, ring: color, ringWidth: 0, dashed: false };
    graph.addNode(node.id, { ...plain, weight: mark.weight + cited });
  }
  const { width, height } = input;
  return { graph, width, height, full: height, time: null, lanes: [], root: null };
}
