/** A cloud as figures, for pictures that are files: a path for each colour of points, and one for lines. Pure. */
import { mix, type Palette } from '../appearance.ts';
import type { Cloud } from './cloud.ts';
import type { Point } from './figures.ts';
import type { Figure } from './pen.ts';

/** More lines than these would be a file that nobody can open. */
const MOST_LINES = 40_000;
const PALE = 0.18;

const write = (value: number) => String(Math.round(value * 10) / 10);

/**
 * What of the cloud is in view.
 * @param put from the stage's pixels at rest to those of the picture
 * @param scale of radii
 */
export function cloudFigures(
  cloud: Cloud,
  put: (place: Point) => Point,
  { width, height, scale }: Readonly<{ width: number; height: number; scale: number }>,
  palette: Palette,
): readonly Figure[] {
  const { places, points, lines, sizes, colors } = cloud;
  const placeOf = (node: number) => put({ x: places[node * 2] ?? 0, y: places[node * 2 + 1] ?? 0 });
  const isIn = ({ x, y }: Point) => x >= 0 && y >= 0 && x <= width && y <= height;
  const paths = new Map<string, string[]>();
  for (const node of points) {
    const place = placeOf(node);
    if (!isIn(place)) continue;
    const side = Math.max(1, (sizes[node] ?? 1) * 1.8 * scale);
    const [r = 0, g = 0, b = 0] = colors.subarray(node * 4, node * 4 + 3);
    const color = `#${[r, g, b].map((one) => one.toString(16).padStart(2, '0')).join('')}`;
    const path = paths.get(color) ?? [];
    const s = write(side);
    path.push(`M${write(place.x - side / 2)} ${write(place.y - side / 2)}h${s}v${s}h-${s}z`);
    paths.set(color, path);
  }
  const drawn: string[] = [];
  for (let i = 0; i < lines.length && drawn.length < MOST_LINES; i += 2) {
    const [from, to] = [placeOf(lines[i] ?? 0), placeOf(lines[i + 1] ?? 0)];
    if (isIn(from) && isIn(to))
      drawn.push(`M${write(from.x)} ${write(from.y)}L${write(to.x)} ${write(to.y)}`);
  }
  const pale = mix(palette.paper, palette.muted, PALE);
  return [
    ...(drawn.length > 0 ? [{ d: drawn.join(''), fill: null, stroke: pale, width: 0.5, dash: null }] : []),
    ...[...paths].map(([fill, path]) => ({ d: path.join(''), fill, stroke: null, width: 0, dash: null })),
  ];
}
