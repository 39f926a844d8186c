/** A wrong link is worse than none. The authorities here are made for the test. */
import { describe, expect, it } from 'vitest';
import type { AgreementFacts } from '../../src/extract/draft.ts';
import { type AgreementAuthority, parseAuthorities } from '../../src/resolve/authorities.ts';
import { linkAgreement } from '../../src/resolve/linking.ts';

type Entry = Partial<AgreementAuthority>;
const ENTRIES: Readonly<Record<string, Entry>> = {
  npt: { kind: 'treaty', signed: '1968-07-01', in_force: '1970-03-05' },
  ctbt: { kind: 'treaty', adopted: '1996-09-10', signed: '1996-09-24' },
  statement92: { kind: 'joint-statement', signed: '1992-12-18', parties: ['CHN', 'RUS'] },
  statement94: { kind: 'joint-statement', signed: '1994-09-03', parties: ['CHN', 'RUS'] },
  undated: { kind: 'convention' },
};
const json = {
  sources: [{ key: 'list', title: 'A list' }],
  agreements: Object.entries(ENTRIES)
    .map(([key, entry]) => ({ key, names: { en: [`Agreement ${key}`] }, sources: ['list'], ...entry }))
    .sort((a, b) => (a.key < b.key ? -1 : 1)),
};
const authorities = parseAuthorities([{ name: 'test.json', json }]);

describe('links', () => {
  it.each<[string, AgreementFacts, string | null]>([
    ['a name of one', { keys: ['npt'] }, 'npt'],
    ['its year', { keys: ['npt'], signed: '1968' }, 'npt'],
    ['the year in which it came into force', { keys: ['npt'], signed: '1970' }, 'npt'],
    ['another day of its year', { keys: ['npt'], signed: '1968-07-02' }, 'npt'],
    ['another year', { keys: ['npt'], signed: '1969' }, null],
    ['one without a date', { keys: ['undated'], signed: '1969' }, 'undated'],
    ['a name of two', { keys: ['statement92', 'statement94'] }, null],
    [
      'a name of two, and a date',
      { keys: ['statement92', 'statement94'], signed: '1994-09-03' },
      'statement94',
    ],
    ['a name of two, and a year', { keys: ['statement92', 'statement94'], signed: '1992' }, 'statement92'],
    ['a name of two, and another date', { keys: ['statement92', 'statement94'], signed: '1997' }, null],
    ['its parties', { keys: ['statement92'], parties: ['RUS', 'CHN'] }, 'statement92'],
    ['other parties', { keys: ['statement92'], parties: ['CHN', 'KAZ'] }, null],
    ['parties, where none are known', { keys: ['npt'], parties: ['CHN', 'KAZ'] }, 'npt'],
    ['an ambiguous name', { weakKeys: ['npt'] }, null],
    ['an ambiguous name and its date', { weakKeys: ['npt'], signed: '1968-07-01' }, 'npt'],
    ['an ambiguous name and its year', { weakKeys: ['npt'], signed: '1968' }, 'npt'],
    ['an ambiguous name and another day', { weakKeys: ['npt'], signed: '1968-07-02' }, null],
    [
      'an ambiguous name, its date, other parties',
      { weakKeys: ['statement94'], signed: '1994-09-03', parties: ['CHN', 'KAZ'] },
      null,
    ],
    ['a sharper date than the entry’s', { weakKeys: ['undated'], signed: '1994-09-03' }, null],
    ['a key that is no entry', { keys: ['gone'] }, null],
    ['nothing', {}, null],
  ])('%s', (_, facts, key) => {
    expect(linkAgreement(facts, authorities)).toBe(key);
  });
});
