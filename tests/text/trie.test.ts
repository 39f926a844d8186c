import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { Trie } from '../../src/text/trie.ts';

function trieOf(boundary: 'none' | 'word', names: readonly string[]): Trie<string> {
  const trie = new Trie<string>(boundary);
  for (const name of names) trie.add(name, name);
  return trie;
}

describe('names in a text', () => {
  it.each<['none' | 'word', string[], string, string[]]>([
    ['none', ['中国', '中国共产党'], '中国共产党和中国', ['中国共产党', '中国']],
    ['none', ['联合国', '联合国宪章', '国'], '联合国大会', ['联合国']],
    ['none', ['联合国宪章'], '联合国宪', []],
    ['none', ['aa'], 'aaaaa', ['aa', 'aa']],
    ['none', ['ab', 'bcd'], 'abcd', ['ab']],
    ['word', ['norway'], 'norway and norwayan norway', ['norway', 'norway']],
    ['word', ['niger'], 'nigeria', []],
    ['word', ['man'], 'oman', []],
    ['word', ['côte'], 'côte côté', ['côte']],
    ['word', ['korea', 'korea, republic of'], '(korea, republic of)', ['korea, republic of']],
    ['word', ['un'], 'un1 1un un', ['un']],
    ['none', [], 'text', []],
    ['none', [''], 'text', []],
    ['none', ['x'], '', []],
  ])('%s %j in %j', (boundary, names, text, found) => {
    const hits = trieOf(boundary, names).scan(text);
    expect(hits.map(({ value }) => value)).toEqual(found);
    for (const { start, end, value } of hits) expect(text.slice(start, end)).toBe(value);
  });

  it('keeps the last value, or what the two make', () => {
    const trie = new Trie<number>('none');
    trie.add('a', 1);
    trie.add('a', 2);
    expect(trie.longestAt('a', 0)?.value).toBe(2);
    trie.add('a', 3, (old, added) => old + added);
    expect(trie.longestAt('a', 0)?.value).toBe(5);
  });

  test('are those that a slow search finds', () => {
    const unit = fc.constantFrom('a', 'b', '中');
    const word = fc.string({ unit, minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), fc.string({ unit, maxLength: 40 }), (names, text) => {
        const slow: string[] = [];
        for (let at = 0; at < text.length; ) {
          const fitting = names.filter((name) => text.startsWith(name, at));
          const longest = fitting.reduce((a, b) => (b.length > a.length ? b : a), '');
          if (longest !== '') slow.push(longest);
          at += Math.max(longest.length, 1);
        }
        expect(
          trieOf('none', names)
            .scan(text)
            .map(({ value }) => value),
        ).toEqual(slow);
      }),
      { seed: 7 },
    );
  });
});
