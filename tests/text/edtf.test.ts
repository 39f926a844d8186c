import { describe, expect, it } from 'vitest';
import { agree, boundsOf, formatDate, isEdtf, readDate, sharper, widening } from '../../src/text/edtf.ts';

describe('a date', () => {
  it.each<[number, number | undefined, number | undefined, string | null]>([
    [1994, 9, 3, '1994-09-03'],
    [1994, 9, undefined, '1994-09'],
    [1994, undefined, undefined, '1994'],
    [2000, 2, 29, '2000-02-29'],
    [1996, 2, 29, '1996-02-29'],
    [1900, 2, 29, null],
    [2001, 2, 29, null],
    [1994, 9, 31, null],
    [1994, 13, 1, null],
    [1994, 0, 1, null],
    [1994, 1, 0, null],
    [842, 6, undefined, '0842-06'],
    [0, undefined, undefined, null],
    [10000, undefined, undefined, null],
    [1994.5, undefined, undefined, null],
    [Number.NaN, undefined, undefined, null],
  ])('%s %s %s is %s', (year, month, day, edtf) => {
    expect(formatDate(year, month, day)).toBe(edtf);
  });

  it.each<[string, number | null, number | null]>([
    ['1994-09-03', 19940903, 19940903],
    ['1994-09', 19940901, 19940930],
    ['2000-02', 20000201, 20000229],
    ['1994', 19940101, 19941231],
    ['1994/1996', 19940101, 19961231],
    ['2007-08-17/2007-08-18', 20070817, 20070818],
    ['2008/2012-04', 20080101, 20120430],
    ['1994-9-3', null, null],
    ['1994-02-30', null, null],
    ['', null, null],
    ['soon', null, null],
  ])('%j is between %s and %s', (edtf, earliest, latest) => {
    expect(boundsOf(edtf)).toEqual(earliest === null ? null : { earliest, latest });
    expect(isEdtf(edtf)).toBe(earliest !== null);
  });

  it('is no interval of three', () => {
    expect(isEdtf('1994/1995/1996')).toBe(false);
  });

  it.each([
    ['1994', { year: 1994 }],
    ['1994-09', { year: 1994, month: 9 }],
    ['1994-09-03', { year: 1994, month: 9, day: 3 }],
    ['1994/1996', null],
    ['1994-00', null],
  ])('%s reads as %o', (edtf, parts) => {
    expect(readDate(edtf)).toEqual(parts);
  });

  it.each([
    ['1994', '1994-09-03', true],
    ['1994-09', '1994-09-03', true],
    ['1994-09-03', '1994-09-03', true],
    ['1994-09-03', '1994-09-04', false],
    ['1994', '1995', false],
    ['199', '1994', false],
  ])('%s and %s can be one: %s', (one, other, answer) => {
    expect(agree(one, other)).toBe(answer);
    expect(agree(other, one)).toBe(answer);
    if (answer) expect(sharper(one, other)).toBe(one.length > other.length ? one : other);
  });
});

it.each([
  ['1994-09-03', ['1994-09-03', '1994-09', '1994']],
  ['1994', ['1994']],
  ['1994/1996', ['1994/1996']],
  ['', []],
])('%s is within %j', (date, dates) => {
  expect(widening(date)).toEqual(dates);
});
