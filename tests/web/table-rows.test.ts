import { describe, expect, it } from 'vitest';
import { compareRows, rowsHolding, sortOf, writeSort } from '../../src/web/view/table-rows.ts';

const COLUMNS = ['name', 'cited'] as const;
const row = (name: string, cited: number | '', ...names: string[]) => ({
  id: name,
  cells: { name, cited },
  texts: [name, ...names],
});
const ROWS = [row('b', 2), row('a', 2), row('c', ''), row('d', 10, '联合国宪章'), row('', 3)];
const USUAL = { column: 'cited', down: true } as const;

describe('rows of the table', () => {
  it.each([
    [null, ['d', '', 'a', 'b', 'c']],
    ['cited', ['a', 'b', '', 'd', 'c']],
    ['name', ['a', 'b', 'c', 'd', '']],
    ['-name', ['d', 'c', 'b', 'a', '']],
    ['nonsense', ['d', '', 'a', 'b', 'c']],
    ['-', ['d', '', 'a', 'b', 'c']],
  ])('are sorted by %s, what is empty last', (text, expected) => {
    const sort = sortOf(text, COLUMNS, USUAL);
    const sorted = [...ROWS].sort((a, b) => compareRows(a, b, sort, COLUMNS, 'en'));
    expect(sorted.map(({ cells }) => cells.name)).toEqual(expected);
  });

  it('say in the address how they are sorted', () => {
    for (const text of ['cited', '-name']) expect(writeSort(sortOf(text, COLUMNS, null) ?? USUAL)).toBe(text);
    expect(sortOf('nonsense', COLUMNS, null)).toBeNull();
  });

  it.each([
    ['', 5],
    [' D ', 1],
    ['宪章', 1],
    ['nobody', 0],
  ])('holding “%s” are %i', (text, count) => {
    expect(rowsHolding(ROWS, text)).toHaveLength(count);
  });
});
