import { describe, expect, it } from 'vitest';
import { boundToYears, middleOf, toYears, writeDate } from '../../src/web/text/dates.ts';

describe('writeDate', () => {
  it.each([
    ['1996-04-25', '25 April 1996', '1996年4月25日'],
    ['1996-04', 'April 1996', '1996年4月'],
    ['1994', '1994', '1994年'],
    ['1994/1996', '1994 – 1996', '1994年至1996年'],
    ['1994-09-03/1994-09-05', '3 September 1994 – 5 September 1994', '1994年9月3日至1994年9月5日'],
    ['1994/..', 'from 1994', '1994年起'],
    ['../1996-01', 'until January 1996', '至1996年1月'],
    ['20XX', '21st century', '21世纪'],
    ['19XX', '20th century', '20世纪'],
    ['199X', '1990s', '20世纪90年代'],
    ['1994-XX-XX', '1994', '1994年'],
    ['1963?', '1963 (?)', '1963年（？）'],
    ['1963-05~', 'c. May 1963', '约1963年5月'],
  ])('writes %s as each language does', (edtf, en, zh) => {
    expect([writeDate(edtf, 'en'), writeDate(edtf, 'zh')]).toEqual([en, zh]);
  });

  it.each([
    ['1996-04-25', '25 апреля 1996 г.', '25 avril 1996'],
    ['1996-04', 'апрель 1996 г.', 'avril 1996'],
    ['1994', '1994 г.', '1994'],
    ['199X', '1990-е гг.', 'années 1990'],
    ['20XX', '21-й век', '21e siècle'],
    ['1963-05~', 'ок. май 1963 г.', 'vers mai 1963'],
    ['1994/..', 'с 1994 г.', 'depuis 1994'],
    ['1963?', '1963 г. (?)', '1963 (?)'],
  ])('writes %s in Russian and French', (edtf, ru, fr) => {
    expect([writeDate(edtf, 'ru'), writeDate(edtf, 'fr')]).toEqual([ru, fr]);
  });

  it.each(['', 'soon', '1996-4-25', '96', '<b>1996</b>'])('gives %j back as it is', (text) => {
    expect(writeDate(text, 'en')).toBe(text);
  });
});

describe('places in time', () => {
  it('puts a day where it lies in its year', () => {
    expect(toYears(1996, 1, 1)).toBe(1996);
    expect(toYears(1994, 7, 2)).toBeCloseTo(1994.5, 2);
    expect(boundToYears(19940903)).toBe(toYears(1994, 9, 3));
    expect(boundToYears(19940000)).toBe(1994);
  });

  it('puts what a date leaves open in its middle', () => {
    expect(middleOf('1994')).toBe(1994.5);
    expect(middleOf('199X')).toBe(1995);
    expect(middleOf('20XX')).toBe(2050);
    expect(middleOf('1994/1996')).toBe(1995.5);
    expect(middleOf('1996-04-25')).toBe(toYears(1996, 4, 25));
    expect(middleOf('soon')).toBeNull();
  });
});
