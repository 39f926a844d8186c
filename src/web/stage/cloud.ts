/** From a map's columns to what is drawn of it: points and lines in pixels of the stage. Pure. */
import type { NodeLabel } from '../../../graph/vocabulary.ts';
import { type MapColumns, NO_YEAR } from '../../layout/columns.ts';
import { mix, type Palette } from '../appearance.ts';
import type { Address } from '../state/address.ts';
import { frameOf } from '../state/kept-places.ts';

/** What of the map is shown. */
export type CloudFilter = Readonly<{
  labels: ReadonlySet<string>;
  /** Types of edges that are not. */
  hidden: ReadonlySet<string>;
  years: Address['years'];
  /** Numbers of the parties that an agreement must have, all of them. */
  parties: readonly number[];
  /** Numbers of nodes that are not shown whatever else is said. */
  without: readonly number[];
}>;
export type CloudLook = Readonly<{
  palette: Palette;
  coloring: Address['coloring'];
  /** The community that stands out. */
  community: number | null;
}>;

export type Cloud = Readonly<{
  columns: MapColumns;
  /** x and y of every node, in pixels of the stage at rest, y upwards. */
  places: Float32Array;
  /** Radii of every node, in pixels. */
  sizes: Float32Array;
  /** Red, green, blue and opacity of every node. */
  colors: Uint8Array;
  /** Numbers of the nodes that are shown, what is cited most last, so that it lies on top. */
  points: Uint32Array;
  /** Pairs of numbers. */
  lines: Uint32Array;
}>;

const LARGEST = 12;
/** Of points, of 255: where many lie together they are darker. */
const OPACITY = 170;
const PAD = 24;
/** Of what does not stand out. */
const FAINT = 0.16;

/** Puts the map into the middle of the stage, as large as it goes, its form kept. */
export function fitCloud(
  places: Float32Array,
  { width, height }: Readonly<{ width: number; height: number }>,
): Float32Array {
  const { left, right, low, high } = frameOf(places);
  const scale = Math.min(
    (width - 2 * PAD) / Math.max(1, right - left),
    (height - 2 * PAD) / Math.max(1, high - low),
  );
  const middle = [(left + right) / 2, (low + high) / 2];
  return places.map((value, i) => (value - (middle[i & 1] ?? 0)) * scale + (i & 1 ? height : width) / 2);
}

/** The more points there are, the smaller each. @returns a radius in pixels */
export function radiusOf(cited: number, count: number): number {
  const smallest = Math.min(2.5, Math.max(0.6, 200 / Math.sqrt(count)));
  return Math.min(LARGEST, smallest * (1 + 0.35 * Math.sqrt(cited)));
}

/** Which nodes pass, by number. */
export function passing(map: MapColumns, filter: CloudFilter): Uint8Array {
  const { from, to } = filter.years;
  const isDated = map.labels.map((label) => label === 'Agreement' || label === 'Date');
  const isShown = map.labels.map((label) => filter.labels.has(label));
  const without = new Set(filter.without);
  const ofParties = filter.parties.length > 0 ? withParties(map, filter.parties) : null;
  return Uint8Array.from(map.label, (label, node) => {
    const year = map.year[node] ?? NO_YEAR;
    const inYears =
      !isDated[label] || year === NO_YEAR || ((from === null || year >= from) && (to === null || year <= to));
    return Number(isShown[label] && inYears && ofParties?.[node] !== 0 && !without.has(node));
  });
}

/** Agreements that have all these parties, and what they are joined to other than agreements. */
function withParties(map: MapColumns, parties: readonly number[]): Uint8Array {
  const type = map.types.indexOf('HAS_PARTY');
  const agreement = map.labels.indexOf('Agreement');
  const counts = new Uint8Array(map.count);
  const wanted = new Set(parties);
  map.from.forEach((from, edge) => {
    if (map.type[edge] === type && wanted.has(map.to[edge] ?? -1)) counts[from] = (counts[from] ?? 0) + 1;
  });
  const found = counts.map((count) => Number(count === wanted.size));
  const joined = found.slice();
  map.from.forEach((from, edge) => {
    const to = map.to[edge] ?? 0;
    if (found[from] && map.label[to] !== agreement) joined[to] = 1;
    if (found[to] && map.label[from] !== agreement) joined[from] = 1;
  });
  return joined;
}

/** The pairs of edges that are shown between nodes that are. */
function linesOf(map: MapColumns, shown: Uint8Array, hidden: ReadonlySet<string>): Uint32Array {
  const isHidden = map.types.map((type) => hidden.has(type));
  const lines = new Uint32Array(map.from.length * 2);
  let at = 0;
  map.from.forEach((from, edge) => {
    const to = map.to[edge] ?? 0;
    if (!shown[from] || !shown[to] || isHidden[map.type[edge] ?? 0]) return;
    lines[at] = from;
    lines[at + 1] = to;
    at += 2;
  });
  return lines.subarray(0, at);
}

const channels = (hex: string): number[] => [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));

/** The colour of each label or community, as the look has it; those that step back are pale. */
function colorTable(
  map: MapColumns,
  { palette, coloring, community }: CloudLook,
): (node: number) => number[] {
  const ofLabels = map.labels.map((label) => channels(palette.labels[label as NodeLabel]));
  const own = [...palette.communities, palette.otherCommunities].map(channels);
  const pale = [...palette.communities, palette.otherCommunities].map((color) =>
    channels(mix(palette.paper, color, FAINT)),
  );
  const last = palette.communities.length;
  return (node) => {
    const number = map.community[node] ?? last;
    if (coloring === 'label') return ofLabels[map.label[node] ?? 0] ?? [];
    const isFar = community !== null && number !== community;
    return (isFar ? pale : own)[Math.min(number, last)] ?? [];
  };
}

/** @param places of every node, as `fitCloud` puts them */
export function makeCloud(
  columns: MapColumns,
  places: Float32Array,
  filter: CloudFilter,
  look: CloudLook,
): Cloud {
  const shown = passing(columns, filter);
  const points = Uint32Array.from([...shown.keys()].filter((node) => shown[node] === 1));
  const { cited } = columns;
  points.sort((a, b) => (cited[a] ?? 0) - (cited[b] ?? 0) || b - a);
  const colorOf = colorTable(columns, look);
  const colors = new Uint8Array(columns.count * 4);
  for (let node = 0; node < columns.count; node += 1) colors.set([...colorOf(node), OPACITY], node * 4);
  const lines = linesOf(columns, shown, filter.hidden);
  return {
    columns,
    places,
    sizes: Float32Array.from(cited, (times) => radiusOf(times, points.length)),
    colors,
    points,
    lines,
  };
}

/** The number of the point nearest to a place, no further than so many pixels from its edge; null when there is none. */
export function pointAt(
  { places, points, sizes }: Cloud,
  x: number,
  y: number,
  reach: number,
): number | null {
  let best: number | null = null;
  let least = Infinity;
  for (const node of points) {
    const dx = (places[node * 2] ?? 0) - x;
    const dy = (places[node * 2 + 1] ?? 0) - y;
    const distance = Math.hypot(dx, dy);
    if (distance > reach + (sizes[node] ?? 0) || distance >= least) continue;
    [best, least] = [node, distance];
  }
  return best;
}

/** What the stage shows now, in its pixels at rest. */
export type Window = Readonly<{ left: number; right: number; low: number; high: number }>;

/** The most cited points in view, at most one for each cell of a grid, so that their names have room. */
export function pointsToName(cloud: Cloud, view: Window, cells: Readonly<{ across: number; down: number }>) {
  const { places, points } = cloud;
  const taken = new Map<number, number>();
  // The last points are the most cited.
  for (let i = points.length - 1; i >= 0; i -= 1) {
    const node = points[i] ?? 0;
    const x = ((places[node * 2] ?? 0) - view.left) / (view.right - view.left);
    const y = ((places[node * 2 + 1] ?? 0) - view.low) / (view.high - view.low);
    if (x < 0 || x >= 1 || y < 0 || y >= 1) continue;
    const cell = Math.floor(y * cells.down) * cells.across + Math.floor(x * cells.across);
    if (!taken.has(cell)) taken.set(cell, node);
  }
  return [...taken.values()];
}

/** The lines of one node. */
export function linesAt({ lines }: Cloud, node: number): Uint32Array {
  const found: number[] = [];
  for (let i = 0; i < lines.length; i += 2) {
    const [from, to] = [lines[i] ?? 0, lines[i + 1] ?? 0];
    if (from === node || to === node) found.push(from, to);
  }
  return Uint32Array.from(found);
}
