/** Communities of the network as a reader sees them: how large, and named after what is cited most in them. Pure. */
import type { GraphNode } from '../../records.ts';
import { citedCount } from './filters.ts';
import { edgesFrom, edgesTo, type GraphIndex } from './graph.ts';

export type Community = Readonly<{
  /** Counted from 0, the largest first. */
  number: number;
  members: ReadonlySet<string>;
  /** What is cited most in it; of the same, what is joined most. */
  middle: GraphNode;
}>;

/** Fewer are no community. */
const FEWEST = 3;

/** The largest communities, at most so many. */
export function listCommunities(
  index: GraphIndex,
  nodes: readonly GraphNode[],
  communities: Uint32Array,
  most: number,
): readonly Community[] {
  const groups = new Map<number, GraphNode[]>();
  nodes.forEach((node, i) => {
    const number = communities[i];
    if (number === undefined || number >= most) return;
    groups.set(number, [...(groups.get(number) ?? []), node]);
  });
  const weight = ({ id }: GraphNode) =>
    citedCount(index, id) * 1e6 + edgesFrom(index, id).length + edgesTo(index, id).length;
  return [...groups]
    .sort(([a], [b]) => a - b)
    .flatMap(([number, members]) => {
      const middle = members.reduce((best, one) => (weight(one) > weight(best) ? one : best));
      return members.length < FEWEST
        ? []
        : [{ number, members: new Set(members.map(({ id }) => id)), middle }];
    });
}
