import { describe, expect, it } from 'vitest';
import { NODE_LABELS } from '../../graph/vocabulary.ts';
import { en } from '../../src/web/text/en.ts';
import { INTERFACE_LANGUAGES } from '../../src/web/text/languages.ts';
import { MESSAGES, UI_LANGUAGES, withFallback } from '../../src/web/text/messages.ts';
import { nameIn } from '../../src/web/text/names.ts';
import { pluralOf } from '../../src/web/text/plural.ts';
import { labelName } from '../../src/web/text/terms.ts';
import { zh } from '../../src/web/text/zh.ts';

type Group = Readonly<Record<string, unknown>>;
const keysOf = (words: Group): string[] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'object' && value !== null
      ? keysOf(value as Group).map((inner) => `${key}.${inner}`)
      : [key],
  );

describe('the words of the interface', () => {
  it('are all there in every language, one’s own or English', () => {
    const all = keysOf(en).sort();
    for (const language of UI_LANGUAGES) expect(keysOf(MESSAGES[language]).sort()).toEqual(all);
  });

  it('are complete in the languages that are offered: a word like the English one is a sign or a form', () => {
    const own = new Set(keysOf(zh));
    expect(keysOf(en).filter((key) => !own.has(key))).toEqual([]);
    const offered = UI_LANGUAGES.filter((one) => INTERFACE_LANGUAGES[one].offered);
    expect(offered).toEqual(['en', 'zh']);
  });

  it.each([
    ['ru', 'Родословная', 'Таблица'],
    ['fr', 'Filiation', 'Tableau'],
  ] as const)('fall back to English word by word in %s', (language, lineage, table) => {
    const t = MESSAGES[language];
    expect([t.lineage, t.table]).toEqual([lineage, table]);
    expect(t.queryFailed).toBe(en.queryFailed);
    expect(t.kinds.treaty).toBe('Treaty');
    expect(t.dates.between('a', 'b')).toBe('a – b');
    expect(labelName('Agreement', language)).toBe(NODE_LABELS.Agreement.display.en);
  });

  it('fall back within a group', () => {
    expect(withFallback({ a: { b: 'x' } }, { a: { b: 'y', c: 'z' }, d: 'w' })).toEqual({
      a: { b: 'x', c: 'z' },
      d: 'w',
    });
    expect(withFallback(undefined, { a: 'y' })).toEqual({ a: 'y' });
  });

  it.each([
    ['ru', [1, 2, 5, 21], ['1 строка', '2 строки', '5 строк', '21 строка']],
    ['fr', [0, 1, 2], ['0 ligne', '1 ligne', '2 lignes']],
    ['en', [1, 2], ['1 rows', '2 rows']],
  ] as const)('count in %s', (language, numbers, expected) => {
    expect(numbers.map((n) => MESSAGES[language].rowsOf(n, n))).toEqual(expected);
  });

  it('take the form that the number asks for', () => {
    expect(pluralOf('ru', 3, { one: 'a', few: 'b', other: 'c' })).toBe('b');
    expect(pluralOf('zh', 3, { one: 'a', few: 'b', other: 'c' })).toBe('c');
  });
});

describe('names', () => {
  const node = {
    id: 'agr:x',
    label: 'Agreement' as const,
    properties: {
      id: 'agr:x',
      name: '联合国宪章',
      names: ['联合国宪章', 'Charter of the United Nations', 'Устав Организации Объединённых Наций'],
      name_fr: 'Charte des Nations Unies',
    },
  };
  it.each([
    ['zh', '联合国宪章'],
    ['en', 'Charter of the United Nations'],
    ['ru', 'Устав Организации Объединённых Наций'],
    ['fr', 'Charte des Nations Unies'],
  ] as const)('are those of the reader’s language: %s', (language, name) => {
    expect(nameIn(node, language)).toBe(name);
  });
});
