import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pinyinFit, typedName, typedQuery } from '../../src/store/pinyin.ts';
import { countSlips, forgiven, slips } from '../../src/store/typos.ts';

describe('pinyin', () => {
  it.each([
    ['联合国宪章', 'lianheguoxianzhang', 'exact'],
    ['联合国宪章', 'lian he guo', 'prefix'],
    ['联合国宪章', 'xianzhang', 'word'],
    ['联合国宪章', 'lhgxz', 'exact'],
    ['联合国宪章', 'lhg', 'word'],
    ['吕梁', 'lvliang', 'exact'],
    ['联合国宪章', 'anheguo', undefined],
    ['联合国宪章', 'gx', undefined],
  ])('%s is found by %s: %s', (name, query, fit) => {
    const typed = typedName(name);
    const asked = typedQuery(query);
    expect(typed && asked ? pinyinFit(typed, asked) : undefined).toBe(fit);
  });

  it('is asked of Latin letters alone, and of Chinese names alone', () => {
    for (const text of ['a', '联合国', 'устав', '1994', 'un 1945']) expect(typedQuery(text)).toBeNull();
    expect(typedName('charter of the united nations')).toBeNull();
  });
});

describe('slips', () => {
  it('are the same for many names at once', () => {
    const letters = (maxLength: number) =>
      fc.string({ unit: fc.constantFrom('a', 'b', 'c', '宪', ' '), minLength: 4, maxLength });
    fc.assert(
      fc.property(letters(40), fc.array(letters(40)), fc.constantFrom(1, 2), (text, names, most) => {
        expect(countSlips(text, names, most)).toEqual(names.map((name) => slips(text, name, most)));
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['charter', 'charter of the united nations', 0],
    ['chrater', 'charter of the united nations', 1],
    ['unted nations', 'charter of the united nations', 1],
    ['unitted natoins', 'charter of the united nations', 2],
    ['联合囯宪章', '联合国宪章', 1],
    ['联合宪章', '联合国宪章', 1],
    ['helsinki', 'charter of the united nations', 3],
  ])('%s in %s are %i', (text, name, count) => expect(slips(text, name, 2)).toBe(count));

  it.each([
    ['1994 09 03', 0],
    ['nat', 0],
    ['nato', 1],
    ['helsinki', 2],
    ['宪章', 0],
    ['联合国', 1],
    ['联合国的宪章', 2],
  ])('in %s %i are forgiven', (text, count) => expect(forgiven(text)).toBe(count));
});
