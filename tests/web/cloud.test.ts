import { describe, expect, it } from 'vitest';
import { type MapColumns, NO_YEAR } from '../../src/layout/columns.ts';
import { PALETTES } from '../../src/web/appearance.ts';
import {
  type CloudFilter,
  fitCloud,
  linesAt,
  makeCloud,
  pointAt,
  pointsToName,
} from '../../src/web/stage/cloud.ts';
import { cloudFigures } from '../../src/web/stage/cloud-figures.ts';
import { countColumns } from '../../src/web/state/count-columns.ts';

/** Agreements 0 to 2, of which 1 cites 0, states 3 and 4; 0 is of both states, 1 of the second, 2 of none and undated. */
const MAP: MapColumns = {
  version: 'v',
  labels: ['Agreement', 'State'],
  types: ['CITES', 'HAS_PARTY'],
  count: 5,
  places: Float32Array.from([0, 0, 10, 0, 0, 10, 10, 10, 5, 20]),
  label: Uint8Array.from([0, 0, 0, 1, 1]),
  year: Int16Array.from([1945, 1970, NO_YEAR, NO_YEAR, NO_YEAR]),
  cited: Uint32Array.from([9, 0, 0, 0, 4]),
  community: Uint32Array.from([0, 0, 1, 0, 99]),
  from: Uint32Array.from([1, 0, 0, 1]),
  to: Uint32Array.from([0, 3, 4, 4]),
  type: Uint8Array.from([0, 1, 1, 1]),
};
const NOTHING: CloudFilter = {
  labels: new Set(['Agreement', 'State']),
  hidden: new Set(),
  years: { from: null, to: null },
  parties: [],
  without: [],
};
const LOOK = { palette: PALETTES.light, coloring: 'label', community: null } as const;
const cloud = (filter: Partial<CloudFilter> = {}, look: Partial<Parameters<typeof makeCloud>[3]> = {}) =>
  makeCloud(MAP, MAP.places, { ...NOTHING, ...filter }, { ...LOOK, ...look });

describe('a cloud', () => {
  it.each<[string, Partial<CloudFilter>, number[], string]>([
    ['everything', {}, [0, 1, 2, 3, 4], '1-0 0-3 0-4 1-4'],
    ['one label', { labels: new Set(['Agreement']) }, [0, 1, 2], '1-0'],
    ['a type of edge less', { hidden: new Set(['CITES']) }, [0, 1, 2, 3, 4], '0-3 0-4 1-4'],
    ['from a year on; the undated stay', { years: { from: 1946, to: null } }, [1, 2, 3, 4], '1-4'],
    ['up to a year, included', { years: { from: null, to: 1945 } }, [0, 2, 3, 4], '0-3 0-4'],
    ['one party, with what its agreements are joined to', { parties: [4] }, [0, 1, 3, 4], '1-0 0-3 0-4 1-4'],
    ['both parties', { parties: [3, 4] }, [0, 3, 4], '0-3 0-4'],
    ['what was hidden by hand', { without: [0, 2] }, [1, 3, 4], '1-4'],
    ['no label', { labels: new Set() }, [], ''],
  ])('holds %s', (_, filter, points, lines) => {
    const { points: shown, lines: pairs } = cloud(filter);
    expect([...shown].sort((a, b) => a - b)).toEqual(points);
    const written = Array.from({ length: pairs.length / 2 }, (_one, i) =>
      pairs.subarray(i * 2, i * 2 + 2).join('-'),
    );
    expect(written.join(' ')).toBe(lines);
  });

  it('has what is cited most on top, and larger', () => {
    const { points, sizes } = cloud();
    expect([...points].slice(-2)).toEqual([4, 0]);
    expect(sizes[0]).toBeGreaterThan(sizes[1] ?? 0);
  });

  it('is coloured by label, or by community with one colour for the small ones', () => {
    const hexes = ({ colors }: ReturnType<typeof cloud>) =>
      Array.from({ length: 5 }, (_, node) =>
        Buffer.from(colors.slice(node * 4, node * 4 + 3)).toString('hex'),
      );
    const { labels, communities, otherCommunities } = PALETTES.light;
    const plain = (list: readonly (string | undefined)[]) => list.map((hex) => hex?.slice(1));
    expect(hexes(cloud())).toEqual(
      plain([labels.Agreement, labels.Agreement, labels.Agreement, labels.State, labels.State]),
    );
    const [first, second] = communities;
    const byCommunity = hexes(cloud({}, { coloring: 'community' }));
    expect(byCommunity).toEqual(plain([first, first, second, first, otherCommunities]));
    const chosen = hexes(cloud({}, { coloring: 'community', community: 1 }));
    expect(chosen[2]).toBe(byCommunity[2]);
    expect(chosen[0]).not.toBe(byCommunity[0]);
  });

  it('fits into the stage and keeps its form', () => {
    const fitted = fitCloud(MAP.places, { width: 448, height: 248 });
    expect([...fitted]).toEqual([174, 24, 274, 24, 174, 124, 274, 124, 224, 224]);
  });

  it.each<[string, [number, number, number], number | null]>([
    ['on it', [10, 0, 1], 1],
    ['near it', [12, 1, 6], 1],
    ['between two, the nearer', [4, 0, 20], 0],
    ['too far from all', [60, 60, 6], null],
  ])('finds the point %s', (_, [x, y, reach], node) => {
    expect(pointAt(cloud(), x, y, reach)).toBe(node);
  });

  it('names what is cited most in each cell of what is in view, the most cited first', () => {
    const view = { left: -5, right: 15, low: -5, high: 25 };
    expect(pointsToName(cloud(), view, { across: 1, down: 1 })).toEqual([0]);
    expect(pointsToName(cloud(), view, { across: 1, down: 2 })).toEqual([0, 4]);
    expect(pointsToName(cloud(), { left: 8, right: 15, low: 8, high: 25 }, { across: 2, down: 2 })).toEqual([
      3,
    ]);
  });

  it('knows the lines of one node', () => {
    expect([...linesAt(cloud(), 1)]).toEqual([1, 0, 1, 4]);
    expect([...linesAt(cloud(), 2)]).toEqual([]);
  });
});

it('is a path for each colour in pictures, of what is in view', () => {
  const put = ({ x, y }: { x: number; y: number }) => ({ x, y: 12 - y });
  const figures = cloudFigures(cloud(), put, { width: 20, height: 12, scale: 1 }, PALETTES.light);
  const { labels } = PALETTES.light;
  expect(figures.map(({ fill }) => fill)).toEqual([null, labels.State, labels.Agreement]);
  expect(figures.map(({ d }) => d.split('M').length - 1)).toEqual([2, 1, 3]);
  expect(figures[0]?.d).toBe('M10 12L0 12M0 12L10 2');
});

it('counts labels and types of a map', () => {
  const { labels, types } = countColumns(MAP);
  expect([...labels]).toEqual([
    ['Agreement', 3],
    ['State', 2],
  ]);
  expect([...types]).toEqual([
    ['CITES', 1],
    ['HAS_PARTY', 3],
  ]);
});
