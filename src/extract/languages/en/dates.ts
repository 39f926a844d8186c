/** Calendar dates with at least a year, as far as the text gives them. */
import { formatDate } from '../../../text/edtf.ts';
import { type DatePart, dayAfter, dayBefore, dayEndingAt, isYear, yearAfter } from './date-parts.ts';
import { FLAG } from './lexicon.ts';
import { GAP, MARK, NUMBER, type Tokens, WORD } from './tokens.ts';
import { MONTHS } from './words.ts';

/** Tokens `from` (in) to `to` (out). */
export type DateHit = Readonly<{ from: number; to: number; edtf: string; rule: string }>;

/** The dates at or around the months and numbers of a text. */
export function findDates(tokens: Tokens, starts: Int32Array): DateHit[] {
  const hits: DateHit[] = [];
  let free = 0;
  for (const i of starts) {
    if (i < free) continue;
    const hit = tokens.is(i, FLAG.MONTH) ? aroundMonth(tokens, i, free) : fromNumber(tokens, i);
    if (!hit) continue;
    hits.push(hit);
    free = hit.to;
  }
  return hits;
}

/** “3 May 1967”, “May 3, 1967”, “third day of May, one thousand nine hundred and sixty-seven”, “May 1967”. */
function aroundMonth(tokens: Tokens, at: number, free: number): DateHit | null {
  const month = MONTHS.get(tokens.word(at));
  if (month === undefined) return null;
  // “sept. 1969”
  const next = tokens.word(at + 1) === '.' && tokens.word(at).length < 5 ? at + 2 : at + 1;
  const day = dayBefore(tokens, at, free);
  if (day) {
    const year = yearAfter(tokens, next);
    const edtf = year && formatDate(year.value, month, day.value);
    if (year && edtf) return dayRange(tokens, day, month, year, edtf, free);
  }
  return monthFirst(tokens, at, next, month);
}

function monthFirst(tokens: Tokens, at: number, next: number, month: number): DateHit | null {
  const day = dayAfter(tokens, tokens.word(next) === 'the' ? next + 1 : next);
  if (day) {
    const year = yearAfter(tokens, day.to);
    const edtf = year && formatDate(year.value, month, day.value);
    if (year && edtf) return { from: at, to: year.to, edtf, rule: 'en/month-day-year' };
    return monthDayRange(tokens, at, day, month);
  }
  const year = yearAfter(tokens, tokens.word(next) === 'of' ? next + 1 : next);
  const edtf = year && formatDate(year.value, month);
  // “may 1967” in small letters is a month; the verb does not come before a year.
  return year && edtf ? { from: at, to: year.to, edtf, rule: 'en/month-year' } : null;
}

/** “March 3-5, 1967” */
function monthDayRange(tokens: Tokens, at: number, first: DatePart, month: number): DateHit | null {
  if (!isRangeMark(tokens.word(first.to))) return null;
  const last = dayAfter(tokens, first.to + 1);
  const year = last && yearAfter(tokens, last.to);
  if (!last || !year) return null;
  return range(
    at,
    year.to,
    formatDate(year.value, month, first.value),
    formatDate(year.value, month, last.value),
  );
}

/** “3 to 15 June 2007”, “30 May to 3 June 2007” and “20 and 21 December 1984” are one stretch of days. */
function dayRange(
  tokens: Tokens,
  day: DatePart,
  month: number,
  year: DatePart,
  edtf: string,
  free: number,
): DateHit {
  const single: DateHit = { from: day.from, to: year.to, edtf, rule: 'en/day-month-year' };
  // “from the 24th to the 26th October”
  const at =
    tokens.word(day.from - 1) === 'the' && tokens.word(day.from - 2) === 'to' ? day.from - 1 : day.from;
  const mark = tokens.word(at - 1);
  if (!isRangeMark(mark) && mark !== 'and') return single;
  const otherMonth = MONTHS.get(tokens.word(at - 2));
  const first =
    otherMonth === undefined ? dayEndingAt(tokens, at - 1, free) : dayBefore(tokens, at - 2, free);
  if (!first || (mark === 'and' && (otherMonth !== undefined || first.value + 1 !== day.value)))
    return single;
  return range(first.from, year.to, formatDate(year.value, otherMonth ?? month, first.value), edtf) ?? single;
}

function range(from: number, to: number, first: string | null, last: string | null): DateHit | null {
  return first && last && first < last ? { from, to, edtf: `${first}/${last}`, rule: 'en/range' } : null;
}

function isRangeMark(word: string): boolean {
  return word === '-' || word === 'to' || word === 'through' || word === 'until';
}

/** ISO and dotted dates, stretches of years, and years by themselves. */
function fromNumber(tokens: Tokens, at: number): DateHit | null {
  // Most numbers are those of articles and paragraphs.
  const dotted = tokens.gap(at + 1) === GAP.none ? dottedDate(tokens, at) : null;
  if (dotted || !isPlausibleYear(tokens, at)) return dotted;
  return yearRange(tokens, at) ?? bareYear(tokens, at);
}

/** “1994-09-03”, “03.09.1994”, “3/9/1994” where only one reading is a date. */
function dottedDate(tokens: Tokens, at: number): DateHit | null {
  if (tokens.kind(at + 2) !== NUMBER || tokens.kind(at + 4) !== NUMBER) return null;
  const mark = tokens.word(at + 1);
  if (tokens.word(at + 3) !== mark || (mark !== '-' && mark !== '.' && mark !== '/')) return null;
  for (let i = at + 1; i < at + 5; i += 1) if (tokens.gap(i) !== GAP.none) return null;
  // “1.2.3.1994” and “1994-09-03-7” are numbers of something else.
  if (tokens.word(at + 5) === mark && tokens.kind(at + 6) === NUMBER && tokens.gap(at + 6) === GAP.none)
    return null;
  if (at > 0 && tokens.word(at - 1) === mark && tokens.gap(at) === GAP.none) return null;
  const [first, second, third] = [tokens.value(at), tokens.value(at + 2), tokens.value(at + 4)];
  const found = (edtf: string | null): DateHit | null =>
    edtf ? { from: at, to: at + 5, edtf, rule: 'en/numeric' } : null;
  if (isYear(tokens, at))
    return mark === '/' || mark === '-' || mark === '.' ? found(formatDate(first, second, third)) : null;
  if (!isYear(tokens, at + 4)) return null;
  if (mark === '/' && first <= 12 && second <= 12 && first !== second) return null;
  return second > 12 ? found(formatDate(third, first, second)) : found(formatDate(third, second, first));
}

/** “1994-1996”, “1994 to 1996” */
function yearRange(tokens: Tokens, at: number): DateHit | null {
  if (!isPlausibleYear(tokens, at + 2)) return null;
  const mark = tokens.word(at + 1);
  // “the period 1995 to 1997”
  const spoken = mark === 'to' && /^(period|periods|years)$/.test(tokens.word(at - 1));
  if (!spoken && (mark !== '-' || !mayBeYear(tokens, at, at + 2))) return null;
  return range(at, at + 3, tokens.word(at), tokens.word(at + 2));
}

function bareYear(tokens: Tokens, at: number): DateHit | null {
  if (!mayBeYear(tokens, at, at)) return null;
  return { from: at, to: at + 1, edtf: tokens.word(at), rule: 'en/year' };
}

function isPlausibleYear(tokens: Tokens, at: number): boolean {
  if (!isYear(tokens, at)) return false;
  const value = tokens.value(at);
  return value >= 1600 && value < 2100;
}

const BEFORE_YEAR: ReadonlySet<string> = new Set(
  `in of by since until till from year years during before after to for between and through early late mid season seasons
  the beginning end ending january february march april may june july august september october november december
  summer winter spring autumn fall this calendar fiscal ending , ( " about than or`.split(/\s+/),
);
const NOT_AFTER_YEAR: ReadonlySet<string> = new Set(
  `% tonnes tons metric kg kilograms metres meters miles km kilometres hectares square cubic dollars francs pounds us$ fish whales
  seals persons units kw mw gt tonnage horsepower hp feet fathoms vessels cm mm litres ppm degrees hours days pp m t g / : . -`.split(
    /\s+/,
  ),
);

/** Whether the number that stands there (tokens `first` to `last`) is a year by what is around it. */
function mayBeYear(tokens: Tokens, first: number, last: number): boolean {
  const before = tokens.word(first - 1);
  const after = tokens.word(last + 1);
  const glued = tokens.gap(last + 1) === GAP.none;
  if (NOT_AFTER_YEAR.has(after) && (tokens.kind(last + 1) === WORD || after === '%')) return false;
  // “1,1994”, “1994/45”, “1994.5”: parts of longer numbers.
  if (
    tokens.kind(last + 1) === MARK &&
    glued &&
    tokens.kind(last + 2) === NUMBER &&
    tokens.gap(last + 2) === GAP.none &&
    // “… in 1986.4. Each party”: the next paragraph's number
    !(after === '.' && /^[.)]$/.test(tokens.word(last + 3))) &&
    after !== ';' &&
    after !== ')'
  )
    return false;
  if (
    tokens.kind(first - 1) === MARK &&
    tokens.gap(first) === GAP.none &&
    before !== '(' &&
    before !== '"' &&
    before !== "'"
  )
    return false;
  // “Nos. 1619 and 1620”
  if (before === 'and' && tokens.kind(first - 2) === NUMBER && /^(?:nos?|\.)$/.test(tokens.word(first - 3)))
    return false;
  // “(Belgrade 1948)”
  const isPlaced = after === ')' && tokens.word(first - 2) === '(' && tokens.kind(first - 1) === WORD;
  return BEFORE_YEAR.has(before) || isPlaced || tokens.is(first - 1, FLAG.KIND);
}
