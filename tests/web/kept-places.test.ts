import { describe, expect, it } from 'vitest';
import {
  formatPlaces,
  frameOf,
  parsePlaces,
  placesFor,
  withPlaces,
} from '../../src/web/state/kept-places.ts';

const first = withPlaces(null, ['a', 'b', 'c'], Float32Array.from([0, 0, 10, -5, 4, 20]));

describe('kept places', () => {
  it('come with the frame of the first layout', () => {
    expect(first.frame).toEqual({ left: 0, right: 10, low: -5, high: 20 });
    const more = withPlaces(first, ['a', 'd'], Float32Array.from([0, 0, 99, 99]));
    expect(more.frame).toEqual(first.frame);
    expect([...more.byId.keys()].sort()).toEqual(['a', 'b', 'c', 'd']);
  });

  it.each<[string, string[], number[] | null]>([
    ['all are known', ['c', 'a'], [4, 20, 0, 0]],
    ['most are known', ['a', 'x'], [0, 0, Number.NaN, Number.NaN]],
    ['most are new', ['a', 'x', 'y'], null],
    ['nothing is asked', [], []],
  ])('are given when %s', (_, ids, places) => {
    expect(placesFor(first, ids)).toEqual(places && Float32Array.from(places));
  });

  it('are none before the first layout', () => {
    expect(placesFor(null, ['a'])).toBeNull();
  });

  it('are read as they were written', () => {
    expect(parsePlaces(formatPlaces(first))).toEqual(first);
  });

  it.each([null, '', '{', '[]', '{"frame":{"left":0}}', '{"frame":null,"byId":[]}', '7'])(
    'are none in %s',
    (json) => {
      expect(parsePlaces(json)).toBeNull();
    },
  );

  it('leave out rows that are none', () => {
    const json = JSON.stringify({ frame: first.frame, byId: [['a', 1, 2], ['b', 'x', 2], 'c', [1, 2, 3]] });
    expect([...(parsePlaces(json)?.byId ?? [])]).toEqual([['a', [1, 2]]]);
  });

  it('of one place have a frame of no size', () => {
    expect(frameOf(Float32Array.from([3, 4]))).toEqual({ left: 3, right: 3, low: 4, high: 4 });
  });
});
