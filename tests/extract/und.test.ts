/** A text in a language that is not read gives what is independent of language. */
import { expect, it } from 'vitest';
import { read, said } from './read.ts';

it.each([
  ['fr', 'La Convention a été signée le 1994-09-03 à Rome.', ['1994-09-03 → 1994-09-03']],
  ['ru', 'Договор от 1992-12-18 и 2001-02-30', ['1992-12-18 → 1992-12-18']],
  ['und', '11994-09-031 1994-9-3 1994-13-01', []],
  ['und', '', []],
])('%s: %s', (language, text, dates) => {
  const extraction = read(text, language);
  expect(said(extraction, 'date')).toEqual(dates);
  expect(extraction.mentions).toHaveLength(dates.length);
  expect(extraction).toMatchObject({ instrument: null, relations: [] });
});
