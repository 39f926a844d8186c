import { describe, expect, it } from 'vitest';
import { FLAG } from '../../../src/extract/languages/en/flags.ts';
import type { Lexicon } from '../../../src/extract/languages/en/lexicon.ts';
import { GAP, Tokens } from '../../../src/extract/languages/en/tokens.ts';
import { makeLexicon } from '../../../src/extract/languages/en/words.ts';

function withNames(lexicon: Lexicon): Lexicon {
  for (const name of ['germany', 'norway', 'denmark']) lexicon.add(name, FLAG.NAME);
  for (const noun of ['convention', 'agreement', 'protocol']) lexicon.add(noun, FLAG.KIND);
  lexicon.add('cooperation', 0);
  return lexicon;
}

const lexicon = withNames(makeLexicon());
const read = (text: string, words = lexicon) => new Tokens(text, words);
const raw = (tokens: Tokens) => Array.from({ length: tokens.length }, (_, i) => tokens.raw(i));

/** Text, and its tokens with bars between them. */
const CUT: readonly (readonly [text: string, tokens: string])[] = [
  ['The Parties, on 3 May 1967', 'The|Parties|,|on|3|May|1967'],
  ['co-operation and States’ rights', 'co-operation|and|States|’|rights'],
  ['Norway’s coast, d’Ivoire', 'Norway|’|s|coast|,|d’Ivoire'],
  ['a -- b, well–known', 'a|-|-|b|,|well–known'],
  ['ofHuman Rights, McDonald', 'of|Human|Rights|,|Mc|Donald'],
  ['UNESCO, USAid', 'UNESCO|,|USAid'],
  // Spaces that were lost.
  ['theconvention ofthe', 'the|convention|of|the'],
  ['germanyandthe, norwayand', 'germany|and|the|,|norway|and'],
  ['j. o. kragfor the government', 'j|.|o|.|krag|for|the|government'],
  ['kragfor denmark', 'krag|for|denmark'],
  ['kragfor fish', 'kragfor|fish'],
  ['coveragethe present', 'coverage|the|present'],
  ['coveragethe past', 'coveragethe|past'],
  ['article vthis', 'article|v|this'],
  ['a vthis', 'a|vthis'],
  ['partiesconsidering', 'parties|considering'],
  ['speciessource: x', 'species|source|:|x'],
  ['SPECIESSOURCE: x', 'SPECIES|SOURCE|:|x'],
  ['speciessource x', 'speciessource|x'],
  ['resource: x', 'resource|:|x'],
  ['Allan, Ivan', 'Allan|,|Ivan'],
  ['', ''],
  [' \n\n', ''],
];

describe('the tokens of a text', () => {
  it.each(CUT)('%j', (text, tokens) => {
    expect(raw(read(text)).join('|')).toBe(tokens);
  });

  it('are read in lower case with plain marks', () => {
    const tokens = read('“Co–operation” of STATES’');
    expect(Array.from({ length: tokens.length }, (_, i) => tokens.word(i))).toEqual([
      '"',
      'co-operation',
      '"',
      'of',
      'states',
      "'",
    ]);
    expect(tokens.words(0, 4)).toBe('"co-operation" of');
    expect(tokens.id(1)).toBe(lexicon.idOf('cooperation'));
  });

  it('know what stands before them', () => {
    const tokens = read('a b\nc\n\nd,');
    expect([1, 2, 3, 4].map((i) => tokens.gap(i))).toEqual([GAP.blank, GAP.line, GAP.paragraph, GAP.none]);
    expect([1, 2, 3].map((i) => tokens.is(i, FLAG.PARAGRAPH))).toEqual([false, false, true]);
  });

  it.each([
    ['The', true, false],
    ['THE', true, true],
    ['the', false, false],
    ['W-E', true, true],
    ['X', true, true],
    ['1', false, false],
    ['“', false, false],
    ['Éa', true, false],
  ])('of %s: capital %s, all capitals %s', (text, capital, all) => {
    const tokens = read(text);
    expect([tokens.isCapital(0), tokens.isAllCapitals(0)]).toEqual([capital, all]);
  });

  it.each([
    ['Norway and Denmark agree', true],
    ['norway and denmark agree', false],
    ['NORWAY AND DENMARK AGREE', false],
  ])('%s: cased %s', (text, cased) => {
    expect(read(text).cased).toBe(cased);
  });

  it('are the same when more words were read than are kept', () => {
    const noisy = withNames(makeLexicon());
    const noise = Array.from(
      { length: 140_000 },
      (_, i) => `q${String(i).replace(/\d/g, (digit) => 'bcdfghjklm'.charAt(Number(digit)))}q`,
    );
    const text = CUT.map(([one]) => one).join('\n\n');
    const expected = read(text);
    const behind = read(`${noise.join(' ')}\n\n${text}`, noisy);
    const first = behind.length - expected.length;
    for (let i = 0; i < expected.length; i += 1) {
      expect(behind.raw(first + i)).toBe(expected.raw(i));
      expect(behind.word(first + i)).toBe(expected.word(i));
      expect(behind.flags(first + i)).toBe(expected.flags(i));
      expect(behind.isAllCapitals(first + i)).toBe(expected.isAllCapitals(i));
    }
    expect(raw(read(text, noisy))).toEqual(raw(expected));
  });
});
