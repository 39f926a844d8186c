import { describe, expect, it } from 'vitest';
import type { GraphNode } from '../../src/records.ts';
import { nameIn, otherNames, scriptOf } from '../../src/web/text/names.ts';

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

describe('nameIn', () => {
  it('takes the name in the reader’s script, and leaves French and Spanish to their readers', () => {
    expect(nameIn(CHARTER, 'zh')).toBe('联合国宪章');
    expect(nameIn(CHARTER, 'en')).toBe('Charter of the United Nations');
  });

  it('falls back to the name for a person to read', () => {
    expect(nameIn(node('发展纲领'), 'en')).toBe('发展纲领');
    expect(nameIn(node('', []), 'en')).toBe('agr:x');
  });
});

describe('otherNames', () => {
  it('gives every other name once, those of other scripts first', () => {
    const others = otherNames(CHARTER, 'zh');
    expect(others).toHaveLength(4);
    expect(others).not.toContain('联合国宪章');
    expect(otherNames(node('甲', ['甲', '乙', 'A', 'A']), 'zh')).toEqual(['A', '乙']);
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
