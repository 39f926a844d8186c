import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { en } from '../../src/extract/languages/en/index.ts';
import { unread } from '../../src/extract/languages/und/index.ts';
import { zh } from '../../src/extract/languages/zh/index.ts';
import { type View, ViewBuilder } from '../../src/text/view.ts';

/** The original without the units at these offsets, upper-cased. */
function viewWithout(original: string, gone: readonly number[]): View {
  const builder = new ViewBuilder(original);
  const capitals = original.toUpperCase();
  for (let at = 0; at < original.length; at += 1)
    if (!gone.includes(at)) builder.push(capitals.charCodeAt(at), at);
  return builder.finish();
}

describe('a view', () => {
  const view = viewWithout('ab\n\ncd', [2, 3]);

  it.each([
    [0, 2, { start: 0, end: 2 }, 'ab'],
    [1, 3, { start: 1, end: 5 }, 'b\n\nc'],
    [2, 4, { start: 4, end: 6 }, 'cd'],
  ])('of “ABCD” leads %d–%d back', (start, end, span, text) => {
    expect(view.text).toBe('ABCD');
    expect(view.toOriginal(start, end)).toEqual(span);
    expect(view.original.slice(span.start, span.end)).toBe(text);
  });

  it('restores what it left out without it', () => {
    expect(view.restore(1, 3)).toBe('bc');
  });

  it.each([
    [0, 0],
    [2, 2],
    [3, 2],
    [4, 2],
    [5, 3],
    [6, 4],
  ])('finds offset %d at %d', (offset, position) => {
    expect(view.position(offset)).toBe(position);
  });

  it('ends where the original ends', () => {
    expect(view.offset(4)).toBe(6);
  });

  it.each([
    [0, 0],
    [2, 1],
    [3, 5],
    [-1, 1],
  ])('has no span %d–%d', (start, end) => {
    expect(() => view.toOriginal(start, end)).toThrow(RangeError);
  });

  it('changes unit by unit only', () => {
    expect(view.with('abcd').toOriginal(1, 3)).toEqual({ start: 1, end: 5 });
    expect(() => view.with('abc')).toThrow(RangeError);
  });

  it('takes back what was written', () => {
    const builder = new ViewBuilder('abc');
    builder.push(97, 0);
    builder.push(98, 1);
    expect(builder.last).toBe(98);
    builder.drop(1);
    expect([builder.length, builder.last]).toEqual([1, 97]);
    builder.drop(9);
    expect([builder.length, builder.last, builder.finish().text]).toEqual([0, 0, '']);
  });

  it('holds a text that is longer than a call takes arguments', () => {
    const text = 'x'.repeat(200_000);
    expect(viewWithout(text, []).text).toBe(text.toUpperCase());
  });
});

describe.each([zh, en, unread('und')])('the fold of $code', ({ fold }) => {
  const pieces = fc.array(
    fc.oneof(
      fc.constantFrom(
        '中',
        '聯',
        '联',
        '　',
        ' ',
        '\n',
        '\r\n',
        '\r',
        '\t',
        '(',
        '１',
        'a',
        'É',
        '.',
        '。',
        '\ufeff',
        '-',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
    ),
    { maxLength: 60 },
  );

  test('never leads out of the original, nor back', () => {
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join('');
        const view = fold(text);
        expect(view.original).toBe(text);
        let last = -1;
        for (let at = 0; at < view.text.length; at += 1) {
          const { start, end } = view.toOriginal(at, at + 1);
          expect(end - start).toBe(1);
          expect(start).toBeGreaterThan(last);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(view.position(start)).toBe(at);
          last = start;
        }
      }),
      { seed: 7 },
    );
  });
});
