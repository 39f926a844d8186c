/** Where nodes of the network lie, kept for as long as the browser's tab is open, so that nothing jumps. Pure. */
import type { Places } from '../../layout/net.ts';

/** The edges of the drawing, as they were when everything was laid out. */
export type Frame = Readonly<{ left: number; right: number; low: number; high: number }>;
export type KeptPlaces = Readonly<{
  frame: Frame;
  byId: ReadonlyMap<string, readonly [x: number, y: number]>;
}>;

const KEPT = 5000;

/** The least box around all places. */
export function frameOf(places: Places): Frame {
  let [left, right, low, high] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < places.length; i += 2) {
    const [x, y] = [places[i] ?? 0, places[i + 1] ?? 0];
    [left, right] = [Math.min(left, x), Math.max(right, x)];
    [low, high] = [Math.min(low, y), Math.max(high, y)];
  }
  return { left, right, low, high };
}

/** The places of these nodes, NaN where there is none; null when fewer than half of them have one. */
export function placesFor(kept: KeptPlaces | null, ids: readonly string[]): Places | null {
  if (!kept) return null;
  const known = ids.filter((id) => kept.byId.has(id)).length;
  if (known * 2 < ids.length) return null;
  return Float32Array.from(ids.flatMap((id) => kept.byId.get(id) ?? [Number.NaN, Number.NaN]));
}

/** What is kept after a layout: with an old frame, what was kept stays; the last ones are let go first. */
export function withPlaces(kept: KeptPlaces | null, ids: readonly string[], places: Places): KeptPlaces {
  const byId = new Map<string, readonly [number, number]>();
  ids.forEach((id, i) => {
    byId.set(id, [places[i * 2] ?? 0, places[i * 2 + 1] ?? 0]);
  });
  for (const [id, place] of kept?.byId ?? []) if (byId.size < KEPT && !byId.has(id)) byId.set(id, place);
  return { frame: kept?.frame ?? frameOf(places), byId };
}

/** As text for the browser to keep; `parsePlaces` of it gives the same. */
export function formatPlaces({ frame, byId }: KeptPlaces): string {
  return JSON.stringify({ frame, byId: [...byId].map(([id, [x, y]]) => [id, x, y]) });
}

/** Reads it; what somebody else wrote there is nothing. */
export function parsePlaces(json: string | null): KeptPlaces | null {
  try {
    const value = JSON.parse(json ?? 'null') as Readonly<{ frame?: unknown; byId?: unknown }> | null;
    if (!value || !isFrame(value.frame) || !Array.isArray(value.byId)) return null;
    const rows = value.byId.filter(isRow);
    return { frame: value.frame, byId: new Map(rows.map(([id, x, y]) => [id, [x, y]])) };
  } catch {
    return null;
  }
}

function isFrame(value: unknown): value is Frame {
  if (typeof value !== 'object' || value === null) return false;
  return ['left', 'right', 'low', 'high'].every((key) => Number.isFinite(Reflect.get(value, key)));
}

function isRow(row: unknown): row is [string, number, number] {
  return Array.isArray(row) && typeof row[0] === 'string' && row.slice(1, 3).every(Number.isFinite);
}
