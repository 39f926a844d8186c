/** Places agreements along time so that no name lies on another. Pure; pixels, y downwards. */

export type LineageItem = Readonly<{
  id: string;
  /** In years; null for what has no date in the text or is no agreement. */
  at: number | null;
  /** The lane of what has no place in time. */
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
export type Lane = Readonly<{ name: string; top: number; bottom: number }>;
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
    lanes.push({ name, top, bottom: y });
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

/**
 * @param laneOrder names of the lanes, from top to bottom
 * @param size of the stage in pixels; the layout may be higher, never wider
 */
export function layLineage(
  items: readonly LineageItem[],
  rootId: string | null,
  laneOrder: readonly string[],
  size: Readonly<{ width: number; height: number }>,
): LineageLayout {
  const below = layLanes(
    items.filter((item) => item.at === null),
    laneOrder,
    size.width,
  );
  const dated = items.flatMap((item) => (item.at === null ? [] : [{ ...item, at: item.at }]));
  const places = new Map<string, Point>();
  if (dated.length === 0) {
    const top = AXIS;
    for (const [id, { x, y }] of below.places) places.set(id, { x, y: y + top });
    const lanes = below.lanes.map((lane) => ({ ...lane, top: lane.top + top, bottom: lane.bottom + top }));
    return { places, lanes, time: null, height: top + below.height };
  }

  const side = Math.max(...dated.map((item) => item.width)) / 2 + MARGIN;
  const time = timeScale(
    dated.map((item) => item.at),
    size.width,
    side,
  );
  const placed = dated
    .map((item) => ({ ...item, x: time.offset + time.scale * item.at }))
    .sort((a, b) => a.at - b.at || (a.order < b.order ? -1 : 1));
  const root = placed.find((item) => item.id === rootId) ?? placed[Math.floor(placed.length / 2)];
  const pitch = Math.max(...dated.map((item) => item.height)) + GUTTER;
  const room = Math.max(pitch, size.height - AXIS - below.height - GUTTER);
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
  const start = AXIS + headroom + (band - step * count) / 2 + (step - pitch) / 2 + GUTTER / 2;
  for (const item of placed) {
    const row = (rows.get(item.id) ?? 0) - first;
    places.set(item.id, { x: item.x, y: start + row * step + MARK });
  }
  const top = AXIS + headroom + band + GUTTER;
  for (const [id, { x, y }] of below.places) places.set(id, { x, y: y + top });
  const lanes = below.lanes.map((lane) => ({ ...lane, top: lane.top + top, bottom: lane.bottom + top }));
  return { places, lanes, time, height: top + below.height };
}
