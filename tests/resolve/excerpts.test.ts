import { serialize } from 'node:v8';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Excerpts } from '../../src/resolve/excerpts.ts';

function tidied(text: string, start = 0, end = text.length): string {
  const excerpts = new Excerpts(text);
  const found = excerpts.tidied(start, end);
  excerpts.giveBack();
  return found;
}

/** The same, said in patterns. */
function plainlyTidied(text: string): string {
  const isChinese = (unit = '') => /[\u3000-\u9fff\uff00-\uffef]/.test(unit);
  return text
    .trim()
    .replace(/\s+/g, (blanks: string, at: number, whole: string) =>
      /[\n\r]/.test(blanks) && isChinese(whole[at - 1]) && isChinese(whole[at + blanks.length]) ? '' : ' ',
    );
}

describe('a tidied sentence', () => {
  test.each([
    ['The Parties agree.', 'The Parties agree.'],
    ['  The Parties\r\nagree\t to\u00a0this. \n', 'The Parties agree to this.'],
    ['the “Treaty”\n\n of  1994', 'the “Treaty” of 1994'],
    ['双方同意\n  修改协定', '双方同意修改协定'],
    ['双方 同意', '双方 同意'],
    ['双方\nagree', '双方 agree'],
    [' \n ', ''],
  ])('of %j is %j', (text, expected) => {
    expect(tidied(text)).toBe(expected);
  });

  it('has no line breaks and runs of blanks wherever they stand', () => {
    const unit = fc.constantFrom('a', 'b', ' ', '\n', '\r', '\t', '\u00a0', '’', '中', '，', '\u3000');
    fc.assert(
      fc.property(fc.array(unit, { maxLength: 40 }), (units) => {
        const text = units.join('');
        expect(tidied(text)).toBe(plainlyTidied(text));
      }),
    );
  });
});

describe('parts of a long text', () => {
  const text = `“${'Sentence  of\nsome words. '.repeat(20_000)}” end`;

  it.each([
    [0, 12],
    [65_530, 65_560],
    [200_000, 200_030],
    [10, 150_000],
    [text.length - 20, text.length],
  ])('%d–%d are what stands there', (start, end) => {
    const excerpts = new Excerpts(text);
    for (const [from, to] of [[start, end] as const, [0, 5] as const, [start, end] as const]) {
      expect(excerpts.cut(from, to)).toBe(text.slice(from, to));
      expect(excerpts.tidied(from, to)).toBe(plainlyTidied(text.slice(from, to)));
    }
    excerpts.giveBack();
  });

  it('take a byte a unit where that is enough, though others take two', () => {
    const excerpts = new Excerpts(text);
    const narrow = excerpts.cut(1, 13);
    const wide = excerpts.cut(0, 12);
    excerpts.giveBack();
    expect([narrow, wide].map((part) => serialize(part).length > 24)).toEqual([false, true]);
  });
});
