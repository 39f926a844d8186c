import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type LineageItem, layLineage } from '../../src/web/stage/lineage-layout.ts';
import { overlaps } from '../../src/web/stage/words.ts';

const SIZE = { width: 1000, height: 700 };

const item = (id: string, at: number | null, over: Partial<LineageItem> = {}): LineageItem => ({
  id,
  at,
  lane: 'undated',
  order: id,
  width: 120,
  height: 70,
  above: 8,
  ...over,
});

/** From the top of the mark to the end of the name below it; a name above its mark is the root's alone. */
const boxOf = (one: LineageItem, place: { x: number; y: number }) =>
  one.above > 12
    ? { x: place.x - one.width / 2, y: place.y - one.above, width: one.width, height: one.above + 8 }
    : { x: place.x - one.width / 2, y: place.y - 8, width: one.width, height: one.height - 4 };

const items = fc
  .array(
    fc.record({
      at: fc.option(fc.double({ min: 1900, max: 2020, noNaN: true })),
      lane: fc.constantFrom('undated', 'State'),
      width: fc.integer({ min: 10, max: 148 }),
      height: fc.integer({ min: 30, max: 90 }),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((list) => list.map((one, i) => item(`n${String(i).padStart(2, '0')}`, one.at, one)));

describe('layLineage', () => {
  it('lays no name on another', () => {
    fc.assert(
      fc.property(items, (list) => {
        const [first, ...rest] = list;
        const all = first?.at === null || !first ? list : [{ ...first, above: 60 }, ...rest];
        const { places } = layLineage(all, first?.id ?? null, ['undated', 'State'], SIZE);
        const boxes = all.map((one) => boxOf(one, places.get(one.id) ?? { x: Number.NaN, y: Number.NaN }));
        for (const [i, a] of boxes.entries()) {
          expect(Number.isFinite(a.x + a.y)).toBe(true);
          for (const b of boxes.slice(i + 1)) expect(overlaps(a, b)).toBe(false);
        }
      }),
    );
  });

  it('lays no name on another in lanes along time either, and each in its own', () => {
    fc.assert(
      fc.property(items, fc.infiniteStream(fc.constantFrom('x', 'y', 'z')), (list, names) => {
        const all = list.map((one) => (one.at === null ? one : { ...one, lane: String(names.next().value) }));
        const { places, lanes } = layLineage(all, 'n00', ['undated', 'State'], SIZE, ['x', 'y', 'z']);
        const boxes = all.map((one) => boxOf(one, places.get(one.id) ?? { x: Number.NaN, y: Number.NaN }));
        for (const [i, a] of boxes.entries()) {
          const lane = lanes.find(({ name }) => name === all[i]?.lane);
          expect(a.y).toBeGreaterThanOrEqual(lane?.top ?? Number.NaN);
          expect(a.y + a.height).toBeLessThanOrEqual(lane?.bottom ?? Number.NaN);
          for (const b of boxes.slice(i + 1)) expect(overlaps(a, b)).toBe(false);
        }
        for (const [i, lane] of lanes.entries())
          expect(lane.top).toBeGreaterThanOrEqual(lanes[i - 1]?.bottom ?? 0);
      }),
    );
  });

  it('lets no line from the root run through another mark of its lane, while few stand in it', () => {
    const list = [1991, 1993, 1994, 1996].map((at) => item(`a${at}`, at, { lane: 'x' }));
    const { places } = layLineage(list, 'a1996', ['undated'], SIZE, ['x']);
    const [farthest, second, third, root] = list.map(({ id }) => places.get(id)?.y);
    expect(farthest).toBe(root);
    expect(new Set([second, third, root]).size).toBe(3);
  });

  it('keeps time to scale, and inside the stage', () => {
    const { places, time } = layLineage(
      [item('a', 1991), item('b', 1994), item('c', 2000)],
      'b',
      ['undated'],
      SIZE,
    );
    const [a, b, c] = ['a', 'b', 'c'].map((id) => places.get(id)?.x ?? Number.NaN);
    expect(((b ?? 0) - (a ?? 0)) / ((c ?? 0) - (a ?? 0))).toBeCloseTo(3 / 9);
    expect(a).toBeCloseTo((time?.offset ?? 0) + (time?.scale ?? 0) * 1991);
    expect(Math.min(a ?? 0)).toBeGreaterThan(0);
    expect(c).toBeLessThan(SIZE.width);
  });

  it('puts what has no date in the lane below what has', () => {
    const { places, lanes } = layLineage([item('a', 1991), item('b', null)], 'a', ['undated'], SIZE);
    const [lane] = lanes;
    expect(lane?.name).toBe('undated');
    expect(places.get('a')?.y).toBeLessThan(lane?.top ?? 0);
    expect(places.get('b')?.y).toBeGreaterThan(lane?.top ?? 0);
  });

  it('gives every line a row of its own while there is room', () => {
    const list = [1991, 1992, 1993, 1994, 1996].map((at) => item(`a${at}`, at, { width: 60 }));
    const { places } = layLineage(list, 'a1996', ['undated'], SIZE);
    const rows = ['a1991', 'a1992', 'a1993', 'a1994'].map((id) => places.get(id)?.y);
    expect(new Set(rows).size).toBe(4);
    // The farthest runs level with the root.
    expect(places.get('a1991')?.y).toBe(places.get('a1996')?.y);
  });

  it('places the same things the same way, in whatever order they come', () => {
    fc.assert(
      fc.property(items, (list) => {
        const one = layLineage(list, 'n00', ['undated', 'State'], SIZE);
        const other = layLineage([...list].reverse(), 'n00', ['undated', 'State'], SIZE);
        for (const { id } of list) expect(other.places.get(id)).toEqual(one.places.get(id));
      }),
    );
  });
});
