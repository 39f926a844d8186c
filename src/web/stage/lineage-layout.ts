/** Places agreements along time so that no name lies on another. Pure; pixels, y downwards. */

export type LineageItem = Readonly<{
  id: string;
  /** In years; null for what has no date in the text or is no agreement. */
  at: number | null;
  /** The lane of what has no place in time; of what has one, its lane among those that run along time. */
  lane: string;
  /** Order within a lane. */
  order: string;
  /** Of the mark and the name below it. */
  width: number;
  height: number;
  /** How far it reaches above the mark's centre. */
  above: number;
}>;

export type Point = Readonly<{ x: number; y: number }>;
export type Lane = Readonly<{
  name: string;
  top: number;
  bottom: number;
  /** Whether it runs along time. */
  timed: boolean;
}>;
/** x = offset + scale · year. */
export type TimeScale = Readonly<{ offset: number; scale: number }>;
export type LineageLayout = Readonly<{
  places: ReadonlyMap<string, Point>;
  lanes: readonly Lane[];
  time: TimeScale | null;
  height: number;
}>;

const AXIS = 40;
const MARGIN = 20;
const GUTTER = 14;
const LANE_HEAD = 34;
/** For the caption of a lane along time. */
const BAND_HEAD = 30;
/** In a lane along time, before rows are shared. */
const ROWS_OF_THEIR_OWN = 6;
/** Rows beyond what fits, before rows are shared. */
const MORE_ROWS = 3;
/** Left free at the right for the buttons. */
const BUTTONS = 48;
/** A mark's centre lies so far below the top of its box. */
const MARK = 12;

/** Lanes below the time band, each as many rows as it needs; answers with their height. */
function layLanes(items: readonly LineageItem[], order: readonly string[], width: number) {
  const places = new Map<string, Point>();
  const lanes: Lane[] = [];
  let top = 0;
  for (const name of order) {
    const members = items.filter((item) => item.lane === name).sort((a, b) => (a.order < b.order ? -1 : 1));
    if (members.length === 0) continue;
    const column = Math.max(...members.map((item) => item.width)) + GUTTER;
    const free = width - BUTTONS;
    const most = Math.max(1, Math.floor(free / column));
    const rows = Math.ceil(members.length / most);
    // Rows stand half a step aside, so that what falls to the lower passes between the upper.
    const half = rows > 1 ? 0.5 : 0;
    const columns = Math.ceil(members.length / rows);
    const step = Math.min(free / (columns + half), column * 1.6);
    const left = (free - step * (columns + half)) / 2;
    let y = top + LANE_HEAD;
    for (let row = 0; row < rows; row += 1) {
      const inRow = members.slice(row * columns, (row + 1) * columns);
      inRow.forEach((item, i) => {
        places.set(item.id, { x: left + step * (i + 0.5 + (row % 2) * half), y: y + MARK });
      });
      y += Math.max(...inRow.map((item) => item.height)) + GUTTER;
    }
    lanes.push({ name, top, bottom: y, timed: false });
    top = y;
  }
  return { places, lanes, height: top };
}

function timeScale(years: readonly number[], width: number, side: number): TimeScale {
  const first = Math.min(...years);
  const last = Math.max(...years);
  const from = first === last ? first - 1 : first;
  const to = first === last ? last + 1 : last;
  const scale = Math.max(1, width - 2 * side) / (to - from);
  return { scale, offset: side - from * scale };
}

/** 0, -1, 1, -2, 2, … */
function rowFromTheMiddle(i: number): number {
  return i % 2 === 0 ? i / 2 : -(i + 1) / 2;
}

type Dated = LineageItem & { readonly x: number };
type Row = {
  readonly row: number;
  readonly taken: { from: number; to: number }[];
  /** How many lie to the left of the root, at it, to its right. */
  readonly sides: [number, number, number];
};

/**
 * Rows for what is dated, the root in the middle one. What lies farthest from it takes the inner rows, so that the
 * lines that fan out from the root do not cross; a row is shared only when the others are full.
 */
function chooseRows(items: readonly Dated[], root: Dated, capacity: number): Map<string, number> {
  const newRow = (row: number): Row => ({ row, taken: [], sides: [0, 0, 0] });
  const rows = Array.from({ length: capacity }, (_, i) => newRow(rowFromTheMiddle(i)));
  const chosen = new Map<string, number>();
  const sideOf = ({ x }: Dated) => (Math.sign(x - root.x) + 1) as 0 | 1 | 2;
  const take = (item: Dated, row: Row) => {
    row.taken.push({ from: item.x - item.width / 2 - GUTTER, to: item.x + item.width / 2 + GUTTER });
    row.sides[sideOf(item)] += 1;
  };
  const put = (item: Dated, row: Row) => {
    take(item, row);
    chosen.set(item.id, row.row);
  };
  const [middle, over] = rows;
  if (middle) put(root, middle);
  // A name above its mark reaches into the row above.
  if (over && root.above > MARK) take(root, over);
  const others = items
    .filter((item) => item.id !== root.id)
    .sort((a, b) => Math.abs(b.x - root.x) - Math.abs(a.x - root.x) || (a.order < b.order ? -1 : 1));
  for (const item of others) {
    let best = cheapest(rows, item, sideOf(item));
    if (!best) {
      best = newRow(rowFromTheMiddle(rows.length));
      rows.push(best);
    }
    put(item, best);
  }
  return chosen;
}

/** The free row that is nearest to the middle and least used on this side of the root; the first of equals. */
function cheapest(rows: readonly Row[], item: Dated, side: 0 | 1 | 2): Row | undefined {
  const [left, right] = [item.x - item.width / 2, item.x + item.width / 2];
  let best: Row | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const row of rows) {
    const cost = Math.abs(row.row) + (row.row < 0 ? 0 : 0.5) + row.sides[side] * 3;
    if (cost < least && row.taken.every((t) => right <= t.from || left >= t.to)) {
      best = row;
      least = cost;
    }
  }
  return best;
}

type Band = Readonly<{ ys: ReadonlyMap<string, number>; lanes: readonly Lane[]; height: number }>;

/** All that is dated in one band, the root in its middle; y from the top of the band. */
function layRows(placed: readonly Dated[], rootId: string | null, room: number): Band {
  const root = placed.find((item) => item.id === rootId) ?? placed[Math.floor(placed.length / 2)];
  const pitch = Math.max(...placed.map((item) => item.height)) + GUTTER;
  // A line through other marks misleads: rather a few rows too many, to be panned to, than rows that are shared.
  const others = placed.filter((item) => item.id !== root?.id);
  const later = others.filter((item) => root && item.x > root.x).length;
  const fitting = Math.max(1, Math.floor(room / pitch));
  const capacity = Math.max(fitting, Math.min(Math.max(later, others.length - later), fitting + MORE_ROWS));
  const rows = root ? chooseRows(placed, root, capacity) : new Map<string, number>();
  const used = [...rows.values()];
  const first = Math.min(0, ...used);
  const count = Math.max(0, ...used) - first + 1;
  const band = Math.max(room, count * pitch);
  const step = Math.min(band / count, pitch * 1.5);
  const headroom = first === 0 && root ? Math.max(0, root.above - MARK) : 0;
  const start = headroom + (band - step * count) / 2 + (step - pitch) / 2 + GUTTER / 2;
  const ys = new Map(
    placed.map((item) => [item.id, start + ((rows.get(item.id) ?? 0) - first) * step + MARK]),
  );
  return { ys, lanes: [], height: headroom + band };
}

type Span = Readonly<{ from: number; to: number }>;

/** The first row in which the item touches nothing; it is taken. */
function firstFree(rows: Span[][], { x, width }: Dated): number {
  const box = { from: x - width / 2 - GUTTER / 2, to: x + width / 2 + GUTTER / 2 };
  const free = rows.findIndex((row) => row.every((one) => box.to <= one.from || box.from >= one.to));
  if (free >= 0) rows[free]?.push(box);
  else rows.push([box]);
  return free >= 0 ? free : rows.length - 1;
}

/**
 * While they are few, each has a row of its own, only the farthest shares the root's, so that no line from there runs
 * through another mark; of many, each takes the first row that is free. Fills `rows`.
 */
function inRows(members: readonly Dated[], rootId: string | null, rows: Span[][]) {
  const root = members.find(({ id }) => id === rootId);
  if (!root || members.length > ROWS_OF_THEIR_OWN)
    return members.map((item) => ({ item, row: firstFree(rows, item) }));
  const others = members
    .filter((item) => item !== root)
    .sort((a, b) => Math.abs(b.x - root.x) - Math.abs(a.x - root.x) || (a.order < b.order ? -1 : 1));
  const chosen = [root, ...others.slice(0, 1)].map((item) => ({ item, row: firstFree(rows, item) }));
  for (const item of others.slice(1)) chosen.push({ item, row: rows.push([]) - 1 });
  return chosen;
}

/** What is dated in lanes along time, each as many rows as it needs; what room is left they share. */
function layBands(
  placed: readonly Dated[],
  order: readonly string[],
  rootId: string | null,
  room: number,
): Band {
  const bands = order.flatMap((name) => {
    const members = placed.filter((item) => item.lane === name);
    if (members.length === 0) return [];
    const rows: Span[][] = [];
    const chosen = inRows(members, rootId, rows);
    const pitch = Math.max(...members.map((item) => item.height)) + GUTTER;
    return [{ name, chosen, pitch, height: BAND_HEAD + rows.length * pitch }];
  });
  const needed = bands.reduce((sum, band) => sum + band.height, 0);
  const more = Math.max(0, room - needed) / Math.max(1, bands.length);
  const ys = new Map<string, number>();
  const lanes: Lane[] = [];
  let top = 0;
  for (const { name, chosen, pitch, height } of bands) {
    const start = top + BAND_HEAD + more / 2 + MARK;
    for (const { item, row } of chosen) ys.set(item.id, start + row * pitch);
    const bottom = top + height + more;
    lanes.push({ name, top, bottom, timed: true });
    top = bottom;
  }
  return { ys, lanes, height: top };
}

const moved = (lanes: readonly Lane[], by: number) =>
  lanes.map((lane) => ({ ...lane, top: lane.top + by, bottom: lane.bottom + by }));

/**
 * @param laneOrder names of the lanes of what has no place in time, from top to bottom
 * @param bandOrder the same of the lanes along time; empty when all that is dated stands together
 * @param size of the stage in pixels; the layout may be higher, never wider
 */
export function layLineage(
  items: readonly LineageItem[],
  rootId: string | null,
  laneOrder: readonly string[],
  size: Readonly<{ width: number; height: number }>,
  bandOrder: readonly string[] = [],
): LineageLayout {
  const undated = items.filter((item) => item.at === null);
  const below = layLanes(undated, laneOrder, size.width);
  const dated = items.flatMap((item) => (item.at === null ? [] : [{ ...item, at: item.at }]));
  const places = new Map<string, Point>();
  let time: TimeScale | null = null;
  let lanes: readonly Lane[] = [];
  let top = AXIS;
  if (dated.length > 0) {
    const side = Math.max(...dated.map((item) => item.width)) / 2 + MARGIN;
    const years = dated.map((item) => item.at);
    const scale = timeScale(years, size.width, side);
    const placed = dated
      .map((item) => ({ ...item, x: scale.offset + scale.scale * item.at }))
      .sort((a, b) => a.at - b.at || (a.order < b.order ? -1 : 1));
    const pitch = Math.max(...dated.map((item) => item.height)) + GUTTER;
    const room = Math.max(pitch, size.height - AXIS - below.height - GUTTER);
    const band =
      bandOrder.length > 0 ? layBands(placed, bandOrder, rootId, room) : layRows(placed, rootId, room);
    for (const { id, x } of placed) places.set(id, { x, y: AXIS + (band.ys.get(id) ?? 0) });
    time = scale;
    lanes = moved(band.lanes, AXIS);
    top = AXIS + band.height + GUTTER;
  }
  for (const [id, { x, y }] of below.places) places.set(id, { x, y: y + top });
  return { places, lanes: [...lanes, ...moved(below.lanes, top)], time, height: top + below.height };
}
