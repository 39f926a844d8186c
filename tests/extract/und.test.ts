/** A text in a language that is not read gives what is independent of language. */
import { describe, expect, it } from 'vitest';
import type { MentionType } from '../../src/records.ts';
import { ownOf, read, related, said } from './read.ts';

it.each<[string, string, MentionType, string[]]>([
  ['fr', 'La Convention a été signée le 1994-09-03 à Rome.', 'date', ['1994-09-03 → 1994-09-03']],
  ['ru', 'Договор от 1992-12-18 и 2001-02-30', 'date', ['1992-12-18 → 1992-12-18']],
  [
    'de',
    'Vertrag vom 3.5.1967, in Kraft am 13/05/1968',
    'date',
    ['3.5.1967 → 1967-05-03', '13/05/1968 → 1968-05-13'],
  ],
  ['ru', 'Протокол от 03.09.1994', 'date', ['03.09.1994 → 1994-09-03']],
  [
    'es',
    'la REPUBLICA FRANCESA y la Republica Argentina',
    'state',
    ['REPUBLICA FRANCESA → FRA', 'Republica Argentina → ARG'],
  ],
  ['fr', 'le gouvernement de la republique francaise', 'state', ['republique francaise → FRA']],
  ['fr', 'la Charte des Nations Unies', 'agreement', ['Charte des Nations Unies → un-charter-1945']],
  ['ru', 'Организация Объединенных Наций', 'organization', ['Организация Объединенных Наций → un']],
])('%s: %s', (language, text, type, expected) => {
  expect(said(read(text, language), type)).toEqual(expected);
});

it.each([
  ['und', '11994-09-031 1994-9-3 1994-13-01'],
  ['de', '3/5/1967, 1.2.3.1967, 31.2.1967, 3.5.67'],
  ['fr', 'Tous les hommes de bonne volonté'],
  ['de', 'Republica Argentina'],
  ['und', ''],
])('nothing in %s: %s', (language, text) => {
  expect(read(text, language)).toMatchObject({ mentions: [], instrument: null, relations: [] });
});

describe('an English title that a collection set above a text in another language', () => {
  const text =
    '\ufeffadditional protocol to the convention on ponds of 3 may 1967source: bundesgesetzblatt 1975. die regierungen der staaten haben am 4.6.1975 das protokoll und den vertrag mit der kommission';

  it('tells the instrument and what it is made to', () => {
    const extraction = read(text, 'de');
    expect(ownOf(extraction)).toMatchObject({
      title: 'additional protocol to the convention on ponds of 3 may 1967',
      kind: 'protocol',
    });
    expect(related(extraction)).toEqual(['supplements convention on ponds']);
    expect(said(extraction, 'date')).toEqual(['3 may 1967 → 1967-05-03', '4.6.1975 → 1975-06-04']);
    for (const { start, end, text: own } of extraction.mentions) expect(text.slice(start, end)).toBe(own);
  });

  it('is none where it is not marked off, or not in English', () => {
    expect(read(text.replace('source:', 'quelle '), 'de').instrument).toBeNull();
    expect(
      read(text.replace(/.*source/, 'protokoll zu dem vertrag und der konventionsource'), 'de').instrument,
    ).toBeNull();
  });
});
