/** Dates with the precision that a text gives them: level 0 of EDTF (ISO 8601-2), dates and intervals. */

const DATE = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** `1994`, `1994-09`, `1994-09-03`; null when there is no such day. */
export function formatDate(year: number, month?: number, day?: number): string | null {
  if (!Number.isInteger(year) || year < 1 || year > 9999) return null;
  const y = String(year).padStart(4, '0');
  if (month === undefined) return y;
  if (month < 1 || month > 12) return null;
  const m = String(month).padStart(2, '0');
  if (day === undefined) return `${y}-${m}`;
  if (day < 1 || day > daysIn(year, month)) return null;
  return `${y}-${m}-${String(day).padStart(2, '0')}`;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether it is a date or an interval of dates that exist. */
export function isEdtf(value: string): boolean {
  return value.split('/').every((part) => readDate(part) !== null) && value.split('/').length <= 2;
}

/** Year, month and day as far as given. */
export function readDate(value: string): { year: number; month?: number; day?: number } | null {
  const match = DATE.exec(value);
  if (!match) return null;
  const [year, month, day] = match.slice(1).map((part) => (part === undefined ? undefined : Number(part)));
  if (year === undefined || formatDate(year, month, day) === null) return null;
  return { year, ...(month === undefined ? {} : { month }), ...(day === undefined ? {} : { day }) };
}

/** First and last day that it can mean, as YYYYMMDD; null when it is no date. */
export function boundsOf(edtf: string): { earliest: number; latest: number } | null {
  const [from, to = from] = edtf.split('/');
  const first = from === undefined ? null : readDate(from);
  const last = to === undefined ? null : readDate(to);
  if (!first || !last) return null;
  const month = last.month ?? 12;
  return {
    earliest: first.year * 10000 + (first.month ?? 1) * 100 + (first.day ?? 1),
    latest: last.year * 10000 + month * 100 + (last.day ?? daysIn(last.year, month)),
  };
}

/** Whether both can be the same date: one is the other, or less precise. `1994` and `1994-09-03` agree. */
export function agree(one: string, other: string): boolean {
  return one === other || one.startsWith(`${other}-`) || other.startsWith(`${one}-`);
}

/** A date and the less precise ones that agree with it: `1994-09-03` → itself, `1994-09`, `1994`. Of '' nothing. */
export function widening(date: string): string[] {
  const dates = date === '' ? [] : [date];
  for (let at = date.lastIndexOf('-'); at > 0; at = date.lastIndexOf('-', at - 1))
    dates.push(date.slice(0, at));
  return dates;
}

/** The more precise of two dates that agree. */
export function sharper(one: string, other: string): string {
  return other.length > one.length ? other : one;
}
