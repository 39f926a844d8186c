import { describe, expect, it } from 'vitest';
import type { GraphNode } from '../../src/records.ts';
import { nameIn, otherNames, scriptOf, shortNameIn } from '../../src/web/text/names.ts';

const node = (name: string, names: readonly string[] = [], title?: string): GraphNode => ({
  id: 'agr:x',
  label: 'Agreement',
  properties: { id: 'agr:x', name, names, ...(title === undefined ? {} : { title }) },
});

const CHARTER = node('联合国宪章', [
  'Charte des Nations Unies',
  'Carta de las Naciones Unidas',
  'Устав Организации Объединённых Наций',
  'Charter of the United Nations',
  '联合国宪章',
]);

const SAID: GraphNode = {
  id: 'state:RUS',
  label: 'State',
  properties: {
    ...node('俄', ['俄', 'RF', 'Russia', '俄罗斯']).properties,
    name_zh: '俄罗斯',
    name_en: 'Russia',
    name_ru: 'Россия',
    name_fr: 'Russie',
  },
};

describe('nameIn', () => {
  it('takes the name that the graph keeps for the language', () => {
    expect(nameIn(SAID, 'zh')).toBe('俄罗斯');
    expect(nameIn(SAID, 'en')).toBe('Russia');
  });

  it('takes the name in the reader’s script, and leaves French and Spanish to their readers', () => {
    expect(nameIn(CHARTER, 'zh')).toBe('联合国宪章');
    expect(nameIn(CHARTER, 'en')).toBe('Charter of the United Nations');
  });

  it('falls back to the name for a person to read', () => {
    expect(nameIn(node('发展纲领'), 'en')).toBe('发展纲领');
    expect(nameIn(node('', []), 'en')).toBe('agr:x');
  });
});

describe('shortNameIn', () => {
  const bwc = node('禁止生物武器公约', [
    'Convention on the Prohibition of the Development, Production and Stockpiling of Bacteriological Weapons',
    'BWC',
    'Biological Weapons Convention',
    'Convention sur les armes biologiques',
  ]);
  it('takes a short name that tells, neither the long one nor the letters', () => {
    expect(shortNameIn(bwc, 'en')).toBe('Biological Weapons Convention');
    expect(shortNameIn(bwc, 'zh')).toBe('禁止生物武器公约');
  });
  it('keeps the long one where there is no other', () => {
    const long =
      'Joint Statement of the Presidents on no first use of weapons and on de-targeting of weapons';
    expect(shortNameIn(node('声明', [long]), 'en')).toBe(long);
  });
});

describe('otherNames', () => {
  it('gives every other name once, those of other scripts first', () => {
    const others = otherNames(CHARTER, 'zh');
    expect(others).toHaveLength(4);
    expect(others.map((one) => one.name)).not.toContain('联合国宪章');
    expect(otherNames(node('甲', ['甲', '乙', 'A', 'A']), 'zh')).toEqual([
      { name: 'A', language: null },
      { name: '乙', language: 'zh' },
    ]);
  });

  it('tells the language that the graph says, and the script where it says none', () => {
    expect(otherNames(SAID, 'en')).toEqual([
      { name: '俄罗斯', language: 'zh' },
      { name: 'Россия', language: 'ru' },
      { name: 'Russie', language: 'fr' },
      { name: '俄', language: 'zh' },
      { name: 'RF', language: null },
    ]);
  });
});

describe('scriptOf', () => {
  it.each([
    ['联合国宪章', 'han'],
    ['APEC论坛', 'han'],
    ['Устав', 'cyrillic'],
    ['Charter', 'latin'],
    ['1994', 'other'],
  ])('%s is %s', (text, script) => expect(scriptOf(text)).toBe(script));
});
