/** What the drawing knows of each node and edge. Positions are pixels at rest, y upwards, as Sigma counts. */
import type { EdgeDisplayData, NodeDisplayData } from 'sigma/types';
import type { HeadForm, LineForm, NodeShape } from '../appearance.ts';

/** A name laid out under a node: lines of a measured block, and a smaller line below. */
export type Words = Readonly<{
  lines: readonly string[];
  note: string | null;
  /** Of the block, in pixels. */
  width: number;
  height: number;
  size: number;
  strong: boolean;
  quiet: boolean;
}>;

/** The least weight of what the lineage is made of. */
export const FIGURE = 100;

export type NodeMark = {
  x: number;
  y: number;
  size: number;
  color: string;
  /** Colour of the outline; the same as `color` for a plain mark. */
  ring: string;
  ringWidth: number;
  /** A broken outline: an authority says so. */
  dashed: boolean;
  shape: NodeShape;
  zIndex: number;
  words: Words;
  /** Where the name goes first; the other side is the second choice. */
  side: 'below' | 'above';
  /** Greater is drawn first where names would meet; figures weigh FIGURE or more. */
  weight: number;
};

/**
 * `across`: leaves and arrives sideways; `down`: leaves and arrives vertically;
 * `drop`: the same, but keeps upright at the higher end and turns near the lower.
 */
export type Bend = 'straight' | 'across' | 'down' | 'drop';

export type EdgeMark = {
  /** The program that draws it: a curve with a head, or a line one pixel wide where there are many. */
  type: 'mark' | 'thin';
  color: string;
  size: number;
  form: LineForm;
  head: HeadForm;
  dashed: boolean;
  bend: Bend;
  /** Pixels aside, so that lines between the same two nodes run beside each other. */
  aside: number;
  zIndex: number;
};

export type DrawnNode = NodeDisplayData & NodeMark;
export type DrawnEdge = EdgeDisplayData & EdgeMark;
