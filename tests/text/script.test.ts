import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { simplify } from '../../src/text/script.ts';

describe('simplified script', () => {
  it.each([
    ['聯合國憲章', '联合国宪章'],
    ['條約', '条约'],
    ['議定書', '议定书'],
    ['臺灣', '台湾'],
    ['裏', '里'],
    ['為爲', '为为'],
    ['联合国宪章', '联合国宪章'],
    ['Treaty of 1968', 'Treaty of 1968'],
    ['', ''],
  ])('of %s is %s', (text, simplified) => {
    expect(simplify(text)).toBe(simplified);
  });

  test('has the length of the text, and none of its own', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(simplify(text)).toHaveLength(text.length);
        expect(simplify(simplify(text))).toBe(simplify(text));
      }),
      { seed: 7 },
    );
  });
});
