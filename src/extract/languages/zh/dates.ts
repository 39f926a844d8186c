/** Calendar dates: 一九九四年九月三日, 1997年11月11日, 同年二月, 民国三十四年八月十四日, 二〇〇七年八月十七日至十八日. */
import { formatDate } from '../../../text/edtf.ts';
import type { DateDraft } from '../../draft.ts';
import { isNumeral, readNumber } from './numerals.ts';

type Parts = { year: number; month?: number; day?: number };
type Parsed = { end: number; parts: Parts };

const REPUBLIC = '民国';
const FULL_REPUBLIC = '中华民国';
/** 公告 2017年第38号: the year is part of a number. */
/** 1. 1997年, at the start of a line. */
const ITEM = /(?:^|\n)[0-9]{1,2}\.$/u;
const NUMBER_OF_YEAR = /^第[0-9]{1,4}号/u;
/** Year 1 of the Republic of China is 1912. */
const REPUBLIC_OFFSET = 1911;
/** A year in Chinese characters takes four; 民国 years up to four as well. */
const LONGEST_NUMBER = 5;

/** Dates in order. Trigger is 年: everything before and after it is read by hand, so time is linear. */
export function findDates(text: string): DateDraft[] {
  const drafts: DateDraft[] = [];
  let context: Parts | null = null;
  for (let at = nextTrigger(text, 0); at >= 0; at = nextTrigger(text, at + 1)) {
    const last = drafts[drafts.length - 1];
    if (last && at < last.end) continue;
    const found: Found | null =
      text[at] === '年' ? fromYear(text, at, context) : fromSameMonth(text, at, context);
    if (!found) continue;
    const range = found.until
      ? { end: found.end, parts: found.until }
      : readRange(text, found.end, found.parts);
    const edtf = format(found.parts);
    const until = range && format(range.parts);
    if (edtf === null) continue;
    const value = range && until !== null ? `${edtf}/${until}` : edtf;
    const end = range && until !== null ? range.end : found.end;
    drafts.push({ type: 'date', start: found.start, end, edtf: value, rule: found.rule, confidence: 0.98 });
    context = found.parts;
  }
  return drafts;
}

const TRIGGER = /年|同月/gu;
function nextTrigger(text: string, from: number): number {
  TRIGGER.lastIndex = from;
  return TRIGGER.exec(text)?.index ?? -1;
}

function format({ year, month, day }: Parts): string | null {
  return formatDate(year, month, day);
}

type Found = Parsed & { start: number; rule: string; until?: Parts };

function fromYear(text: string, at: number, context: Parts | null): Found | null {
  if (text[at - 1] === '同') {
    // 同年 alone says no more than the year before it, and is often 同年级.
    if (!context) return null;
    const rest = readMonthDay(text, at + 1, { year: context.year });
    return rest.parts.month === undefined ? null : { ...rest, start: at - 1, rule: 'zh/same-year' };
  }
  let start = at;
  while (start > 0 && at - start < LONGEST_NUMBER && isNumeral(text.charAt(start - 1))) start -= 1;
  const digits = text.slice(start, at);
  const number = readNumber(digits);
  if (number === null) return null;
  if (text.slice(start - REPUBLIC.length, start) === REPUBLIC) {
    const rest = readMonthDay(text, at + 1, { year: number + REPUBLIC_OFFSET });
    const name = text.startsWith(FULL_REPUBLIC, start - FULL_REPUBLIC.length) ? FULL_REPUBLIC : REPUBLIC;
    return { ...rest, start: start - name.length, rule: 'zh/republic' };
  }
  // Four digits, set one by one; 二十年 and 一百年 are durations.
  if (digits.length !== 4 || number < 1000 || /[十百千廿卅两元正]/u.test(digits)) return null;
  if (/[0-9.]/u.test(text.charAt(start - 1)) && !ITEM.test(text.slice(Math.max(0, start - 4), start)))
    return null;
  const rest = readMonthDay(text, at + 1, { year: number });
  if (rest.parts.month === undefined && NUMBER_OF_YEAR.test(text.slice(at + 1, at + 7))) return null;
  const since = rest.parts.month === undefined ? yearBefore(text, start, number) : null;
  if (since)
    return { end: rest.end, parts: since.parts, start: since.start, rule: 'zh/years', until: rest.parts };
  return { ...rest, start, rule: 'zh/date' };
}

/** 2008—2012年: the year that a range begins with, which has no 年 of its own. */
function yearBefore(text: string, start: number, until: number): { start: number; parts: Parts } | null {
  if (!/[至到—–－-]/u.test(text.charAt(start - 1))) return null;
  const digits = text.slice(Math.max(0, start - 5), start - 1);
  const year = digits.length === 4 && !/[十百千廿卅两元正]/u.test(digits) ? readNumber(digits) : null;
  if (year === null || year < 1000 || year >= until || isNumeral(text.charAt(start - 6))) return null;
  return { start: start - 5, parts: { year } };
}

function fromSameMonth(text: string, at: number, context: Parts | null): Found | null {
  if (context?.month === undefined) return null;
  const day = readPart(text, at + 2, '日号', 31);
  return day && { end: day.end, parts: { ...context, day: day.value }, start: at, rule: 'zh/same-month' };
}

function readMonthDay(text: string, from: number, parts: Parts): Parsed {
  const month = readPart(text, from, '月', 12);
  if (!month) return { end: from, parts };
  const day = readPart(text, month.end, '日号', 31);
  const dated = { ...parts, month: month.value };
  return day ? { end: day.end, parts: { ...dated, day: day.value } } : { end: month.end, parts: dated };
}

function readPart(
  text: string,
  from: number,
  units: string,
  most: number,
): { value: number; end: number } | null {
  let end = from;
  while (end - from < LONGEST_NUMBER && isNumeral(text.charAt(end))) end += 1;
  const value = readNumber(text.slice(from, end));
  if (value === null || value < 1 || value > most || !units.includes(text.charAt(end)) || end === text.length)
    return null;
  return { value, end: end + 1 };
}

/** 至十八日, 至10月4日, 至二〇一二年, from where a date ends. */
function readRange(text: string, from: number, start: Parts): Parsed | null {
  if (!/[至到—－-]/u.test(text.charAt(from))) return null;
  const next = from + 1;
  const year = text.indexOf('年', next);
  if (year > 0 && year - next <= LONGEST_NUMBER) {
    const number = readNumber(text.slice(next, year));
    if (number !== null && number >= 1000) return readMonthDay(text, year + 1, { year: number });
  }
  if (start.month === undefined) return null;
  const monthDay = readMonthDay(text, next, { year: start.year });
  if (monthDay.parts.month !== undefined) return monthDay;
  const day = start.day === undefined ? null : readPart(text, next, '日号', 31);
  return day && { end: day.end, parts: { ...start, day: day.value } };
}
