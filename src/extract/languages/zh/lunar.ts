/** The calendar of the Qing court: a lunar day as a day of the Gregorian calendar. */

/** The first day of the first lunar year of the table, 1820-02-14, as days since 1970. */
const FIRST_DAY = Date.UTC(1820, 1, 14) / 86_400_000;
const FIRST_YEAR = 1820;
/**
 * A lunar year each, up to 1911, in base 16: bit n is set where month n (from 0) has thirty days rather than
 * twenty-nine; from bit 13 on, the place of the leap month, 0 for none. It bears the number of the month before it.
 */
const YEARS = (
  'baa b94 7b45 d45 fa95 a95 52d caad ab5 daa 9da4 ea2 13d4a d4a a96 d536 55a ad5 96ca 752 ea5 754a 54b ea97 ' +
  'aab 55a ab55 ba9 752 9aa5 b25 11a4b 94d aad f56a 5b4 ba9 bd52 d92 d25 7a4d 956 112b5 ad6 6d4 ada9 ec9 e92 ' +
  '8d26 527 14a57 95b b5a d6d4 754 749 b693 a93 52b 6a5b 96d eb6a daa ba4 bb49 d49 a95 952b 52d 18aad ab5 daa ' +
  'dda4 ea4 d4a ba95 a96 536 6ab5 ad5 116d2 752 ea5 b64a 64b a9b 9556 56a b59 5752 752 db25'
)
  .split(' ')
  .map((bits) => Number.parseInt(bits, 16));

export type LunarMonth = Readonly<{ year: number; month: number; leap: boolean }>;
export type Day = Readonly<{ year: number; month: number; day: number }>;

/** 光绪二十一年三月二十三日 → 1895-04-17; null outside the table and where the month has no such day. */
export function fromLunar({ year, month, leap }: LunarMonth, day: number): Day | null {
  const bits = YEARS[year - FIRST_YEAR];
  if (bits === undefined) return null;
  const leapPlace = bits >> 13;
  const place = leap ? month : month - 1 + (leapPlace > 0 && month > leapPlace ? 1 : 0);
  if ((leap && leapPlace !== month) || day < 1 || day > lengthOf(bits, place)) return null;
  let days = FIRST_DAY + day - 1;
  for (const earlier of YEARS.slice(0, year - FIRST_YEAR)) days += daysBefore(earlier, monthsOf(earlier));
  days += daysBefore(bits, place);
  const date = new Date(days * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

function monthsOf(bits: number): number {
  return bits >> 13 > 0 ? 13 : 12;
}
function lengthOf(bits: number, place: number): number {
  if (place >= monthsOf(bits)) return 0;
  return (bits >> place) & 1 ? 30 : 29;
}
function daysBefore(bits: number, place: number): number {
  let days = 0;
  for (let at = 0; at < place; at += 1) days += lengthOf(bits, at);
  return days;
}
