import { describe, expect, test } from 'vitest';
import { borrowUnits, giveBackUnits, textOf, writeUnits } from '../../src/text/units.ts';

const LARGE = 10_000_000;

describe('room for units', () => {
  test.each(['', 'Done at Rome', '1994年9月3日', 'a\ud83d\ude00b'])('holds %j', (text) => {
    const units = borrowUnits(text.length + 1);
    writeUnits(text, units);
    expect(units[text.length]).toBe(0);
    expect(textOf(units, text.length)).toBe(text);
    giveBackUnits(units);
  });

  test('is used again, and twice at a time only if there are two', () => {
    const one = borrowUnits(100);
    const other = borrowUnits(100);
    expect(other.buffer).not.toBe(one.buffer);
    giveBackUnits(one);
    expect(borrowUnits(100).buffer).toBe(one.buffer);
  });

  test('goes back to the machine at once if it is large', () => {
    const units = borrowUnits(LARGE);
    expect(units.length).toBe(LARGE);
    giveBackUnits(units);
    expect(units.length).toBe(0);
    expect(borrowUnits(LARGE).length).toBe(LARGE);
  });
});
