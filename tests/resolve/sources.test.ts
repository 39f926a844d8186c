/** Whether the lists that the register cites give the dates that it takes from them. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { describe, expect, it } from 'vitest';
import { readDatedName } from '../../src/resolve/dated-name.ts';
import { hasList, readList } from './fcdo.ts';
import { SEED } from './seed.ts';

const INDEX = fileURLToPath(new URL('../../../shared/data/mtdsg_index.csv', import.meta.url));
const mayNotSkip = process.env.CI === 'true';
if (!hasList || !existsSync(INDEX)) console.log('not tested: shared/data is not beside the project');

/** Entries that cite a list, with the place in it: `mtdsg:XXVI-4` → XXVI-4. */
function citing(list: string): { key: string; place: string; days: string[] }[] {
  return [...SEED.agreements.values()].flatMap(({ key, sources, signed, adopted }) =>
    sources
      .filter((source) => source.startsWith(`${list}:`))
      .map((source) => ({
        key,
        place: source.slice(list.length + 1),
        days: [signed, adopted].filter((day) => day !== undefined),
      })),
  );
}

describe('dates in the register', () => {
  it.skipIf(!hasList && !mayNotSkip)('are those of the national list where it is cited', () => {
    const days = new Map<string, string[]>();
    for (const { id, dates } of readList()) days.set(id, [...(days.get(id) ?? []), ...dates]);
    const cited = citing('fcdo');
    expect(cited.length).toBeGreaterThan(300);
    const astray = cited.filter(
      (entry) => entry.days.length > 0 && !entry.days.some((day) => days.get(entry.place)?.includes(day)),
    );
    expect(astray).toEqual([]);
  });

  it.skipIf(!existsSync(INDEX) && !mayNotSkip)(
    'are those of the United Nations’ list where it is cited',
    () => {
      const rows: readonly Record<string, string>[] = parse(readFileSync(INDEX), { columns: true });
      const titles = new Map(
        rows.map((row) => [
          `${roman(Number(row.chapter_no))}-${String(row.treaty_no).replaceAll('.', '-')}`,
          row.treaty_name ?? '',
        ]),
      );
      const cited = citing('mtdsg');
      expect(cited.length).toBeGreaterThan(200);
      const astray = cited.filter(({ key, place, days }) => {
        const title = titles.get(place);
        if (title === undefined) return true;
        // The Statute of the Court came into force with the Charter: the list gives that day.
        if (key === 'icj-statute-1945' || days.length === 0) return false;
        const listed = datesIn(title);
        return listed.length > 0 && !days.some((day) => listed.includes(day));
      });
      expect(astray).toEqual([]);
    },
  );
});

/** Every full date that a title holds. */
function datesIn(title: string): string[] {
  const dates: string[] = [];
  for (let rest = title; ; ) {
    const dated = readDatedName(rest, 'en');
    if (!dated) return dates;
    if (dated.signed.length === 10) dates.push(dated.signed);
    rest = dated.bare;
  }
}

/** Numbers of chapters, up to thirty-nine. */
function roman(number: number): string {
  const units = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];
  return `${'X'.repeat(Math.floor(number / 10))}${units[number % 10] ?? ''}`;
}
