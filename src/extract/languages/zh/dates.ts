/** Calendar dates: 一九九四年九月三日, 1997年11月11日, 同年二月, 民国三十四年八月十四日, 二〇〇七年八月十七日至十八日. */
import { formatDate } from '../../../text/edtf.ts';
import type { DateDraft } from '../../draft.ts';
import { eraBefore, readLunar } from './eras.ts';
import { isNumeral, readNumber } from './numerals.ts';

type Parts = { year: number; month?: number; day?: number };
type Parsed = { end: number; parts: Parts };

/** 1. 1997年, at the start of a line. */
const ITEM = /(?:^|\n)[0-9]{1,2}\.$/u;
/** 公告 2017年第38号: the year is part of a number. */
const NUMBER_OF_YEAR = /^第[0-9]{1,4}号/u;
/** A month or a day takes three characters at most, a year of four figures four. */
const LONGEST_NUMBER = 5;
/** 一千八百九十五. */
const LONGEST_YEAR = 7;
/** l997年: what scanning makes of a one. */
const MISREAD_YEAR = /(?<![0-9A-Za-z])[lI][6-9][0-9]{2}$/u;

/** Dates in order. Trigger is 年: everything before and after it is read by hand, so time is linear. */
export function findDates(text: string): DateDraft[] {
  const drafts: DateDraft[] = [];
  let context: Parts | null = null;
  for (let at = nextTrigger(text, 0); at >= 0; at = nextTrigger(text, at + 1)) {
    const last = drafts[drafts.length - 1];
    if (last && at < last.end) continue;
    const found = fromTrigger(text, at, context);
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
    // 同年 after a lunar date is a lunar year.
    context = found.rule === 'zh/lunar' ? null : found.parts;
  }
  return drafts;
}

const TRIGGER =
  /年|同月|(?<![0-9A-Za-z./-])(?:1[6-9]|20)[0-9]{2}([./-])[01]?[0-9]\1[0-3]?[0-9](?![0-9A-Za-z/-]|\.[0-9])/gu;
function nextTrigger(text: string, from: number): number {
  TRIGGER.lastIndex = from;
  return TRIGGER.exec(text)?.index ?? -1;
}

function fromTrigger(text: string, at: number, context: Parts | null): Found | null {
  if (text[at] === '年') return fromYear(text, at, context);
  return text[at] === '同' ? fromSameMonth(text, at, context) : fromDigits(text, at);
}

function format({ year, month, day }: Parts): string | null {
  return formatDate(year, month, day);
}

type Found = Parsed & { start: number; rule: string; until?: Parts };

function fromYear(text: string, at: number, context: Parts | null): Found | null {
  const relative = RELATIVE_YEARS[text.slice(at - 1, at)];
  if (relative !== undefined) {
    // 同年 alone says no more than the year before it, and is often 同年级.
    if (!context) return null;
    const year = context.year + relative;
    const { month } = context;
    const rest =
      relative === 0 && month !== undefined && text.startsWith('同月', at + 1)
        ? readDay(text, at + 3, { year, month })
        : readMonthDay(text, at + 1, { year });
    return rest.parts.month === undefined ? null : { ...rest, start: at - 1, rule: 'zh/same-year' };
  }
  let start = at;
  while (start > 0 && at - start < LONGEST_YEAR && isInYear(text, start - 1)) start -= 1;
  const digits = text.slice(start, at);
  const number = readNumber(digits);
  if (number === null) return fromMisread(text, at);
  const era = eraBefore(text, start);
  if (era) {
    const year = number + era.offset;
    const rest = era.lunar ? readLunar(text, at + 1, year) : readMonthDay(text, at + 1, { year });
    return { ...rest, start: start - era.name.length, rule: era.lunar ? 'zh/lunar' : 'zh/era' };
  }
  if (isInYear(text, start - 1) || number < 1000) return fromMisread(text, at);
  // Four digits, set one by one; 二十年 and 一百年 are durations, 一千九百零一年 with a month is a year.
  const rest = readMonthDay(text, at + 1, { year: number });
  const isWritten = /^[一二]千/u.test(digits) && rest.parts.month !== undefined && number < 2100;
  if (!isWritten && (digits.length !== 4 || /[十百千廿卅两元正]/u.test(digits))) return null;
  if (/[0-9.]/u.test(text.charAt(start - 1)) && !ITEM.test(text.slice(Math.max(0, start - 4), start)))
    return null;
  if (rest.parts.month === undefined && NUMBER_OF_YEAR.test(text.slice(at + 1, at + 7))) return null;
  const since = rest.parts.month === undefined ? yearBefore(text, start, number) : null;
  if (since)
    return { end: rest.end, parts: since.parts, start: since.start, rule: 'zh/years', until: rest.parts };
  return { ...rest, start, rule: 'zh/date' };
}

/** 正 is of 正月, or of 大正; 元 of 西元, but for 元年. */
function isInYear(text: string, at: number): boolean {
  const character = text.charAt(at);
  return character !== '正' && (character !== '元' || text.charAt(at + 1) === '年') && isNumeral(character);
}

/** 同年九月三日, 次年三月. */
const RELATIVE_YEARS: Readonly<Record<string, number>> = { 同: 0, 次: 1, 翌: 1 };

function fromMisread(text: string, at: number): Found | null {
  const written = MISREAD_YEAR.exec(text.slice(Math.max(0, at - 5), at))?.[0];
  if (written === undefined) return null;
  const rest = readMonthDay(text, at + 1, { year: Number(`1${written.slice(1)}`) });
  return { ...rest, start: at - written.length, rule: 'zh/date' };
}

/** 1996-04-25, 1979.1.1, 1972/2/28. */
function fromDigits(text: string, start: number): Found | null {
  const match = IN_DIGITS.exec(text.slice(start, start + LONGEST_IN_DIGITS));
  if (!match) return null;
  const [written, year, month, day] = match;
  const parts = { year: Number(year), month: Number(month), day: Number(day) };
  return { end: start + written.length, parts, start, rule: 'zh/digits' };
}
const IN_DIGITS = /^([0-9]{4})[./-]([0-9]{1,2})[./-]([0-9]{1,2})/u;
const LONGEST_IN_DIGITS = 10;

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
  const day = readPart(text, at + 2, DAY, 31);
  return day && { end: day.end, parts: { ...context, day: day.value }, start: at, rule: 'zh/same-month' };
}

function readMonthDay(text: string, from: number, parts: Parts): Ranged {
  const month = readPart(text, from, '月', 12);
  if (!month) return { end: from, parts };
  return readDay(text, month.end, { ...parts, month: month.value });
}

type Ranged = Parsed & { until?: Parts };

/** 二十五日, 9日, 3—5日. */
function readDay(text: string, from: number, parts: Parts): Ranged {
  const day = readPart(text, from, DAY, 31);
  if (day) return { end: day.end, parts: { ...parts, day: day.value } };
  const first = numberAt(text, from);
  if (first === null || !isTo(text.charAt(first.end))) return { end: from, parts };
  const last = readPart(text, first.end + 1, DAY, 31);
  if (!last || first.value < 1 || first.value >= last.value) return { end: from, parts };
  return {
    end: last.end,
    parts: { ...parts, day: first.value },
    until: { ...parts, day: last.value },
  };
}

/** 曰 is what scanning makes of 日. */
const DAY = '日号曰';

function isTo(character: string): boolean {
  return character !== '' && '至到—–－~～-'.includes(character);
}

function numberAt(text: string, start: number): { value: number; end: number } | null {
  // 初八日
  const from = text.charAt(start) === '初' ? start + 1 : start;
  let end = from;
  while (end - from < LONGEST_NUMBER && isNumeral(text.charAt(end))) end += 1;
  const value = readNumber(text.slice(from, end));
  return value === null ? null : { value, end };
}

function readPart(
  text: string,
  from: number,
  units: string,
  most: number,
): { value: number; end: number } | null {
  const number = numberAt(text, from);
  if (!number || number.value < 1 || number.value > most) return null;
  if (number.end === text.length || !units.includes(text.charAt(number.end))) return null;
  return { value: number.value, end: number.end + 1 };
}

/** 至十八日, 至10月4日, 至二〇一二年, from where a date ends. */
function readRange(text: string, from: number, start: Parts): Parsed | null {
  if (!isTo(text.charAt(from))) return null;
  const next = from + 1;
  const year = numberAt(text, next);
  if (year && year.value >= 1000 && text.charAt(year.end) === '年')
    return readMonthDay(text, year.end + 1, { year: year.value });
  if (start.month === undefined) return null;
  const monthDay = readMonthDay(text, next, { year: start.year });
  if (monthDay.parts.month !== undefined) return monthDay;
  const day = start.day === undefined ? null : readPart(text, next, DAY, 31);
  return day && { end: day.end, parts: { ...start, day: day.value } };
}
