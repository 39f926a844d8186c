/** EDTF dates for people, and as points on a time axis. Nothing that a date leaves open is filled in. */
import { type Language, MESSAGES, tagOf } from './messages.ts';

/** What one side of an EDTF date says. `year` keeps its X digits: `199X`. */
type Partial = Readonly<{
  year: string;
  month?: number;
  day?: number;
  uncertain: boolean;
  approximate: boolean;
}>;

const PARTIAL = /^(-?[\dX]{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?([?~%])?$/;

function parsePartial(edtf: string): Partial | null {
  const found = PARTIAL.exec(edtf);
  if (!found) return null;
  const [, year = '', month, day, mark] = found;
  const known = (part: string | undefined) => part !== undefined && part !== 'XX';
  return {
    year,
    ...(known(month) ? { month: Number(month) } : {}),
    ...(known(month) && known(day) ? { day: Number(day) } : {}),
    uncertain: mark === '?' || mark === '%',
    approximate: mark === '~' || mark === '%',
  };
}

/** `20XX` → 21st century, 21世纪; `199X` → 1990s, 20世纪90年代; `1994` as it is. */
function writeYear(year: string, language: Language): string {
  const { dates } = MESSAGES[language];
  const century = /^(\d\d)XX$/.exec(year);
  if (century) return dates.century(Number(century[1]) + 1);
  const decade = /^(\d\d\d)X$/.exec(year);
  return decade ? dates.decade(Number(decade[1]) * 10) : dates.year(Number(year));
}

/** A day or a month of a year, as the language writes it. */
function writeDay(year: number, month: number, day: number | undefined, language: Language): string {
  const at = new Date(Date.UTC(2000, month - 1, day ?? 1));
  at.setUTCFullYear(year);
  return new Intl.DateTimeFormat(tagOf(language), {
    year: 'numeric',
    month: 'long',
    ...(day === undefined ? {} : ({ day: 'numeric' } as const)),
    timeZone: 'UTC',
  }).format(at);
}

function writePartial({ year, month, day, approximate, uncertain }: Partial, language: Language): string {
  const { dates } = MESSAGES[language];
  const whole = month !== undefined && /^\d{4}$/.test(year);
  const plain = whole ? writeDay(Number(year), month, day, language) : writeYear(year, language);
  const about = approximate ? dates.about(plain) : plain;
  return uncertain ? dates.unsure(about) : about;
}

/** Like `1996-04-25` → “25 April 1996”, “1996年4月25日”; what is no EDTF that we write comes back as it is. */
export function writeDate(edtf: string, language: Language): string {
  const [from = '', to] = edtf.split('/');
  if (to === undefined) {
    const date = parsePartial(from);
    return date ? writePartial(date, language) : edtf;
  }
  const start = from === '' || from === '..' ? null : parsePartial(from);
  const end = to === '' || to === '..' ? null : parsePartial(to);
  const { dates } = MESSAGES[language];
  if (start && end) return dates.between(writePartial(start, language), writePartial(end, language));
  if (start) return dates.since(writePartial(start, language));
  if (end) return dates.until(writePartial(end, language));
  return edtf;
}

/** A year alone, as on an axis. */
export const writeAxisYear = (year: number, language: Language): string =>
  MESSAGES[language].dates.axisYear(year);

/** A day as a point on the axis: 1994-07-02 is about 1994.5. */
export function toYears(year: number, month = 1, day = 1): number {
  const start = Date.UTC(year, 0, 1);
  const length = Date.UTC(year + 1, 0, 1) - start;
  return year + (Date.UTC(year, month - 1, day) - start) / length;
}

/** From a bound as the graph keeps it (YYYYMMDD) to a point on the axis. */
export function boundToYears(bound: number): number {
  return toYears(Math.floor(bound / 10000), Math.floor((bound % 10000) / 100) || 1, bound % 100 || 1);
}

/** The middle of what an EDTF date can mean, in years; null for what has no first four digits. */
export function middleOf(edtf: string): number | null {
  const points = edtf.split('/').flatMap((side) => {
    const date = parsePartial(side);
    if (!date) return [];
    const first = Number(date.year.replaceAll('X', '0'));
    const last = Number(date.year.replaceAll('X', '9'));
    const start = toYears(first, date.month, date.day);
    const end = date.day !== undefined ? start : date.month !== undefined ? start + 1 / 12 : last + 1;
    return [(start + end) / 2];
  });
  const [start, end] = points;
  if (start === undefined) return null;
  return end === undefined ? start : (start + end) / 2;
}
