import { describe, expect, it } from 'vitest';
import { decodeColumns, encodeColumns, type MapColumns, NO_YEAR } from '../../src/layout/columns.ts';

/** Three nodes and two edges; nothing is a multiple of four bytes. */
const MAP: MapColumns = {
  version: '世',
  labels: ['Agreement', 'State'],
  types: ['CITES', 'HAS_PARTY'],
  count: 3,
  places: Float32Array.from([0, 1.5, -2.25, 3, 1e9, -1]),
  label: Uint8Array.from([0, 0, 1]),
  year: Int16Array.from([1945, -44, NO_YEAR]),
  cited: Uint32Array.from([70_000, 0, 1]),
  community: Uint32Array.from([0, 1, 70_000]),
  from: Uint32Array.from([1, 0]),
  to: Uint32Array.from([0, 2]),
  type: Uint8Array.from([0, 1]),
};

describe('columns', () => {
  it('are read as they were written', () => {
    const bytes = encodeColumns(MAP);
    expect(bytes.length % 4).toBe(0);
    expect(decodeColumns(bytes.slice().buffer)).toEqual(MAP);
  });

  it('of nothing are read too', () => {
    const none = { ...MAP, count: 0 };
    for (const name of ['places', 'label', 'year', 'cited', 'community', 'from', 'to', 'type'] as const)
      Object.assign(none, { [name]: MAP[name].slice(0, 0) });
    expect(decodeColumns(encodeColumns(none).slice().buffer)).toEqual(none);
  });

  it.each([
    ['nothing', []],
    ['a length that leads out of them', [255, 255, 0, 0, 1]],
    ['no JSON', [4, 0, 0, 0, 1, 2, 3, 4]],
  ])('are refused: %s', (_, bytes) => {
    expect(() => decodeColumns(Uint8Array.from(bytes).buffer)).toThrow(RangeError);
  });

  it('are refused when they end too early', () => {
    expect(() => decodeColumns(encodeColumns(MAP).slice(0, -8).buffer)).toThrow(RangeError);
  });
});
