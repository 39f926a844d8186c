/**
 * The register against a list that it was not made from: treaties of the United Kingdom, as its Foreign Office
 * lists them, by title and date. `node tests/resolve/fcdo.ts` prints how many titles were linked rightly.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { AgreementAuthority, Authorities } from '../../src/resolve/authorities.ts';
import { linkName } from '../../src/resolve/name-index.ts';
import { SEED } from './seed.ts';

const LIST = fileURLToPath(new URL('../../../shared/data/uk_treaties_fcdo.tsv.gz', import.meta.url));
export const hasList = existsSync(LIST);

/** `date` is the first of `dates`: signed, adopted. */
export type Listed = Readonly<{ id: string; title: string; date: string; dates: readonly string[] }>;
export type Verdict = 'right' | 'wrong' | 'missed';
export type Judged = Readonly<{
  row: Listed;
  verdict: Verdict;
  linked: string | null;
  meant: readonly string[];
}>;

/** The cells of all rows, without the heads of the columns. */
export function readRows(): string[][] {
  const lines = gunzipSync(readFileSync(LIST)).toString('utf8').split('\n').slice(1);
  return lines.map((line) => line.split('\t'));
}

/** All rows that have a title and a date. */
export function readList(): Listed[] {
  return readRows().flatMap((cells) => {
    const [id = '', , title = '', signed = '', , adopted = ''] = cells;
    const dates = [isoDate(signed), isoDate(adopted)].filter((day) => day !== null);
    const [date] = dates;
    return date === undefined || title === '' ? [] : [{ id, title, date, dates }];
  });
}

/** `16/05/1703` → `1703-05-16`. */
export function isoDate(written: string): string | null {
  const match = /^(\d\d)\/(\d\d)\/(\d{4})$/.exec(written);
  return match ? `${match[3]}-${match[2]}-${match[1]}` : null;
}

/** Rows that name something in the register, or were linked to it, each judged; `dated`: the link may use the date. */
export function judge(
  rows: readonly Listed[],
  { authorities = SEED, dated = true }: Readonly<{ authorities?: Authorities; dated?: boolean }> = {},
): Judged[] {
  const byDay = entriesByDay(authorities);
  return rows.flatMap((row) => {
    const link = linkName(row.title, 'en', dated ? { signed: row.date } : {}, authorities);
    const meant = (byDay.get(row.date) ?? []).filter((entry) => isNamed(row.title, entry));
    if (link === null && meant.length === 0) return [];
    const keys = meant.map(({ key }) => key);
    const entry = link === null ? undefined : authorities.agreements.get(link.key);
    const verdict = link === null ? 'missed' : isRight(row, entry) ? 'right' : 'wrong';
    return [{ row, verdict, linked: link?.key ?? null, meant: keys }];
  });
}

function entriesByDay({ agreements }: Authorities): Map<string, AgreementAuthority[]> {
  const byDay = new Map<string, AgreementAuthority[]>();
  for (const entry of agreements.values())
    for (const day of new Set([entry.signed, entry.adopted]))
      if (day?.length === 10) byDay.set(day, [...(byDay.get(day) ?? []), entry]);
  return byDay;
}

/** The day is one of the entry's, or within a year of opening for signature, and the words agree. */
function isRight(row: Listed, entry: AgreementAuthority | undefined): boolean {
  if (entry === undefined) return false;
  const days = [entry.signed, entry.adopted, entry.in_force].filter((day) => day !== undefined);
  const year = Number(row.date.slice(0, 4));
  const inTime = days.some(
    (day) => row.date.startsWith(day) || Math.abs(Number(day.slice(0, 4)) - year) <= 1,
  );
  return (
    inTime &&
    firstKinds(entry).has(firstKind(row.title)) &&
    namesOf(entry).some((name) => isSaid(row.title, name))
  );
}

/** Most words of the name stand in the title, which may be longer: “… adopted by the Assembly at its session”. */
function isSaid(title: string, name: string): boolean {
  const said = wordsOf(title);
  const words = [...wordsOf(name)];
  return words.length >= 2 && words.filter((word) => said.has(word)).length / words.length >= 0.75;
}

function firstKinds(entry: AgreementAuthority): ReadonlySet<string> {
  return new Set(namesOf(entry).map(firstKind));
}

/** Whether nearly all words of one of the entry's names stand in the title, and not much else, and the nouns agree. */
function isNamed(title: string, entry: AgreementAuthority): boolean {
  const said = wordsOf(title);
  return namesOf(entry).some((name) => {
    const words = wordsOf(name);
    return words.size >= 2 && firstKind(name) === firstKind(title) && shared(said, words) >= 0.6;
  });
}

function namesOf(entry: AgreementAuthority): readonly string[] {
  return [...(entry.names.en ?? []), ...(entry.ambiguous?.en ?? [])];
}

const JOINING = new Set(
  'the of and to on in for by at from with as or its their between concerning relating regarding'.split(' '),
);
function wordsOf(title: string): ReadonlySet<string> {
  const words =
    title
      .toLowerCase()
      .replace(/\[[^\]]*\]|\([^)]*\)/g, '')
      .match(/[a-z]{2,}|\d+/g) ?? [];
  return new Set(words.filter((word) => !JOINING.has(word)));
}

/** What two sets of words share, of all their words. */
function shared(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const both = [...one].filter((word) => other.has(word)).length;
  return both / Math.max(1, new Set([...one, ...other]).size);
}

const KINDS =
  /\b(?:convention|treaty|agreement|protocol|charter|statute|constitution|declaration|amendments?|arrangement|act|covenant|pact|regulations|articles)\b/i;
function firstKind(title: string): string {
  return (KINDS.exec(title)?.[0] ?? '').toLowerCase().replace(/s$/, '');
}

/** So many of a list, the same on every run. Rule: Mulberry32. */
export function draw<T>(list: readonly T[], count: number, seed: number): T[] {
  const rest = [...list];
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  return Array.from({ length: Math.min(count, rest.length) }, () =>
    rest.splice(Math.floor(next() * rest.length), 1),
  ).flat();
}

export function count(judged: readonly Judged[]): Readonly<Record<Verdict, number>> {
  const of = (verdict: Verdict) => judged.filter((one) => one.verdict === verdict).length;
  return { right: of('right'), wrong: of('wrong'), missed: of('missed') };
}

export const SAMPLE = { size: 100, seed: 1945 };

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!hasList) console.log('not measured: shared/data/uk_treaties_fcdo.tsv.gz is not beside the project');
  else {
    const judged = judge(readList());
    const sample = draw(judged, SAMPLE.size, SAMPLE.seed);
    const shown = process.argv.includes('--all') ? judged : sample;
    for (const { row, verdict, linked, meant } of shown)
      console.log(
        `${verdict.padEnd(6)}  ${row.date}  ${row.title.slice(0, 110)}  →  ${linked ?? `(${meant.join(' ')})`}`,
      );
    console.log(`all ${String(judged.length)}:`, count(judged));
    console.log(`drawn ${String(sample.length)}:`, count(sample));
  }
}
