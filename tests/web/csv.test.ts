import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '../../src/web/text/csv.ts';

describe('toCsv', () => {
  it.each([
    [[['a', 1]], 'a,1\r\n'],
    [[['a,b', 'c"d', 'e\nf']], '"a,b","c""d","e\nf"\r\n'],
    [[['=1+1', '＠x', -5]], `"'=1+1","'＠x",-5\r\n`],
    [[['《联合国宪章》', '']], '《联合国宪章》,\r\n'],
  ])('writes %j', (rows, expected) => expect(toCsv(rows)).toBe(expected));

  it('is read again by another reader, whatever it holds', () => {
    const text = fc.string({ unit: 'grapheme' }).filter((one) => !/^'*[=+\-@＝＋－＠\t\r\n]/.test(one));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constant('x'), text, text), { minLength: 1, maxLength: 5 }),
        (rows) => {
          expect(parse(toCsv(rows), { record_delimiter: '\r\n' })).toEqual(rows);
        },
      ),
    );
  });
});
