/** Edges and nodes as figures, bent and headed as the programs of the drawing do; for pictures that are files. */
import type { EdgeMark, NodeMark } from './marks.ts';
import type { Figure } from './pen.ts';

export type Point = Readonly<{ x: number; y: number }>;
type Curve = readonly [Point, Point, Point, Point];

const add = (a: Point, b: Point, by = 1): Point => ({ x: a.x + b.x * by, y: a.y + b.y * by });
const minus = (a: Point, b: Point): Point => ({ x: a.x - b.x, y: a.y - b.y });
const length = ({ x, y }: Point) => Math.hypot(x, y);
const write = ({ x, y }: Point) => `${Math.round(x * 100) / 100} ${Math.round(y * 100) / 100}`;

/** The same cubic as the edge program's, with y downwards. */
function curveOf(from: Point, to: Point, { bend, aside }: EdgeMark): Curve {
  const d = minus(to, from);
  const l = Math.max(length(d), 0.001);
  if (bend === 'straight') {
    const normal = { x: d.y / l, y: -d.x / l };
    const [a, b] = [add(from, normal, aside), add(to, normal, aside)];
    const bow = Math.min(l * 0.06, 24);
    return [a, add(add(a, d, 1 / 3), normal, bow), add(add(a, d, 2 / 3), normal, bow), b];
  }
  if (bend === 'across') {
    const [a, b] = [add(from, { x: 0, y: -aside }), add(to, { x: 0, y: -aside })];
    return [a, { x: a.x + d.x / 2, y: a.y }, { x: b.x - d.x / 2, y: b.y }, b];
  }
  const [a, b] = [add(from, { x: aside, y: 0 }), add(to, { x: aside, y: 0 })];
  const [first, second] = bend === 'down' ? [0.5, 0.5] : d.y > 0 ? [0.95, 0.3] : [0.3, 0.95];
  return [a, { x: a.x, y: a.y + d.y * first }, { x: b.x, y: b.y - d.y * second }, b];
}

function at([p0, p1, p2, p3]: Curve, t: number): Point {
  const s = 1 - t;
  const sum = [p0, p1, p2, p3].map((p, i) =>
    add({ x: 0, y: 0 }, p, [s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t][i] ?? 0),
  );
  return sum.reduce((a, b) => add(a, b));
}

const SEGMENTS = 32;

/** The line up to a part of the curve, shifted aside by so many pixels. */
function trace(curve: Curve, end: number, shift: number): string {
  const points = Array.from({ length: SEGMENTS + 1 }, (_, i) => {
    const t = (i / SEGMENTS) * end;
    if (shift === 0) return at(curve, t);
    const d = minus(at(curve, Math.min(1, t + 0.01)), at(curve, Math.max(0, t - 0.01)));
    const l = Math.max(length(d), 0.001);
    return add(at(curve, t), { x: -d.y / l, y: d.x / l }, shift);
  });
  return `M${points.map(write).join('L')}`;
}

const GAP = 2.5;

/**
 * The figures of one edge: its line or rails, and its head.
 * @param radius of the node that it leads to, in pixels
 */
export function edgeFigures(from: Point, to: Point, radius: number, mark: EdgeMark): readonly Figure[] {
  const curve = curveOf(from, to, mark);
  const headed = mark.head !== 'none';
  const speed = Math.max(3 * length(minus(curve[3], curve[2])), 1);
  const stop = radius + (headed ? GAP : 0);
  const headLength = headed ? 6 + mark.size * 0.8 : 0;
  const tip = Math.min(1, Math.max(0.05, 1 - stop / speed));
  const base = Math.min(tip, Math.max(0.02, 1 - (stop + headLength) / speed));
  const rails = mark.form === 'rails';
  const width = rails ? 1.6 : mark.size;
  const line = (shift: number): Figure => ({
    d: trace(curve, mark.head === 'open' ? tip : base, shift),
    fill: null,
    stroke: mark.color,
    width,
    dash: mark.dashed ? '5 4' : null,
  });
  const lines = rails ? [line(mark.size / 2 - 0.8), line(0.8 - mark.size / 2)] : [line(0)];
  if (!headed) return lines;
  const [start, end] = [at(curve, base), at(curve, tip)];
  const d = minus(end, start);
  const l = Math.max(length(d), 0.001);
  const side = { x: (-d.y / l) * (3 + mark.size * 0.55), y: (d.x / l) * (3 + mark.size * 0.55) };
  const [left, right] = [add(start, side), add(start, side, -1)];
  const head = `M${write(left)}L${write(end)}L${write(right)}`;
  return [
    ...lines,
    mark.head === 'open'
      ? { d: head, fill: null, stroke: mark.color, width: 1.6, dash: null }
      : { d: `${head}Z`, fill: mark.color, stroke: null, width: 0, dash: null },
  ];
}

function outline({ x, y }: Point, radius: number, shape: NodeMark['shape']): string {
  const r = Math.round(radius * 100) / 100;
  if (shape === 'circle') return `M${x - r} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0Z`;
  const corners: Readonly<
    Record<Exclude<NodeMark['shape'], 'circle'>, readonly (readonly [number, number])[]>
  > = {
    square: [
      [-0.9, -0.9],
      [0.9, -0.9],
      [0.9, 0.9],
      [-0.9, 0.9],
    ],
    diamond: [
      [0, -1.15],
      [1.15, 0],
      [0, 1.15],
      [-1.15, 0],
    ],
    triangle: [
      [0, -1.1],
      [1.1, 0.9],
      [-1.1, 0.9],
    ],
  };
  return `M${corners[shape].map(([dx, dy]) => write({ x: x + dx * r, y: y + dy * r })).join('L')}Z`;
}

export function nodeFigure(place: Point, mark: NodeMark): Figure {
  const ring = mark.ringWidth > 0;
  const at = { x: Math.round(place.x * 100) / 100, y: Math.round(place.y * 100) / 100 };
  return {
    d: outline(at, mark.size - mark.ringWidth / 2, mark.shape),
    fill: mark.color,
    stroke: ring ? mark.ring : null,
    width: mark.ringWidth,
    dash: mark.dashed ? '3 2' : null,
  };
}
