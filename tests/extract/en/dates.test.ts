import { describe, expect, test } from 'vitest';
import { dates } from './read.ts';

describe('dates', () => {
  test.each<[string, string[]]>([
    ['signed on 3 May 1967.', ['3 May 1967 → 1967-05-03']],
    ['on 12th November 1968', ['12th November 1968 → 1968-11-12']],
    ['Adopted on 4th December, 1969.', ['4th December, 1969 → 1969-12-04']],
    ['dated January\n22, 1964, between', ['January 22, 1964 → 1964-01-22']],
    ['SIGNED AT KABUL, MAY 6TH, 1935.', ['MAY 6TH, 1935 → 1935-05-06']],
    [
      'done this third day of May, one thousand nine hundred and sixty-seven',
      ['third day of May, one thousand nine hundred and sixty-seven → 1967-05-03'],
    ],
    [
      'this twentieth day of January in the year of our Lord one thousand nine hundred seventy',
      ['twentieth day of January in the year of our Lord one thousand nine hundred seventy → 1970-01-20'],
    ],
    [
      'the twenty-first day of June nineteen hundred and five',
      ['twenty-first day of June nineteen hundred and five → 1905-06-21'],
    ],
    ['from 3 to 15 June 2007', ['3 to 15 June 2007 → 2007-06-03/2007-06-15']],
    ['the hague, 30 may to 3 june 2007', ['30 may to 3 june 2007 → 2007-05-30/2007-06-03']],
    ['on 13 and 14 October 1994', ['13 and 14 October 1994 → 1994-10-13/1994-10-14']],
    [
      'this 8-th day of May of the year two thousand and one',
      ['8-th day of May of the year two thousand and one → 2001-05-08'],
    ],
    ['in May 1967', ['May 1967 → 1967-05']],
    ['in september, 1969', ['september, 1969 → 1969-09']],
    ['(minsk, 31.05.2001)', ['31.05.2001 → 2001-05-31']],
    ['on 1994-09-03', ['1994-09-03 → 1994-09-03']],
    ['since 1994', ['1994 → 1994']],
    ['during 1994-1996', ['1994-1996 → 1994/1996']],
    [
      'the tenth day of the month of March of the year one thousand nine hundred and ninety-six',
      ['tenth day of the month of March of the year one thousand nine hundred and ninety-six → 1996-03-10'],
    ],
    ['this 29th day of the month of August 2002', ['29th day of the month of August 2002 → 2002-08-29']],
    [
      'on twenty-six january, one thousand nine hundred and ninety four, the text',
      ['twenty-six january, one thousand nine hundred and ninety four → 1994-01-26'],
    ],
    ['Done at Yalta on “20” July 2002', ['“20” July 2002 → 2002-07-20']],
    ['done at rome on l0 june 1970', ['l0 june 1970 → 1970-06-10']],
    ['signed at Rome, July I, 1926.', ['July I, 1926 → 1926-07-01']],
    ['the Convention on Ponds (Oslo 1948) and (no more than 1948)', ['1948 → 1948', '1948 → 1948']],
    ['from the 24th to the 26th October, 1963', ['24th to the 26th October, 1963 → 1963-10-24/1963-10-26']],
    ['this 151h day of December 2008', ['151h day of December 2008 → 2008-12-15']],
    ['this …5t h of May, 1998.', ['5t h of May, 1998 → 1998-05-05']],
    ['of 22 December 19952 and', ['22 December 19952 → 1995-12-22']],
    ['16 September 199445\n(45Entry', ['16 September 199445 → 1994-09-16']],
    ['1 May 1960 and 2 June 1961', ['1 May 1960 → 1960-05-01', '2 June 1961 → 1961-06-02']],
  ])('%s', (text, expected) => {
    expect(dates(text)).toEqual(expected);
  });
});

describe('no dates', () => {
  test.each([
    ['each Party may 1 withdraw'],
    ['on 1st July in each succeeding year'],
    ['31 February 1990 exists nowhere'.replace('1990 ', '')],
    ['a quota of 1990 tonnes'],
    ['on 3 May 21671 tonnes'],
    ['on 3 May 1967123 tonnes'],
    ['3 May 219521'],
    ['the 481h of May'],
    ['document 1990/45'],
    ['Regulation (EC) No 1990'],
    ['within thirty days'],
    ['by 3/4/2001, or April'],
  ])('%s', (text) => {
    expect(dates(text)).toEqual([]);
  });
});
