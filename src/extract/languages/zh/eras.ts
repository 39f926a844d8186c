/** Years counted from an emperor or a republic: 民国三十四年, 光绪二十一年三月二十三日, 昭和四十七年. */
import { formatDate } from '../../../text/edtf.ts';
import { fromLunar, type LunarMonth } from './lunar.ts';
import { isNumeral, readNumber } from './numerals.ts';

export type Era = Readonly<{
  /** As the text has it, the longest form. */
  name: string;
  /** Year 0, so that year 1 is the one after. */
  offset: number;
  /** Its months are the moon's. */
  lunar: boolean;
}>;

const ERAS: readonly Era[] = [
  ...(['大中华民国', '中华民国', '民国'] as const).map((name) => ({ name, offset: 1911, lunar: false })),
  ...Object.entries({ 明治: 1867, 大正: 1911, 昭和: 1925, 平成: 1988, 令和: 2018 }).map(([name, offset]) => ({
    name,
    offset,
    lunar: false,
  })),
  ...Object.entries({
    顺治: 1643,
    康熙: 1661,
    雍正: 1722,
    乾隆: 1735,
    嘉庆: 1795,
    道光: 1820,
    咸丰: 1850,
    同治: 1861,
    光绪: 1874,
    宣统: 1908,
  }).map(([name, offset]) => ({ name, offset, lunar: true })),
];
const LONGEST_NAME = 5;

/** The era whose name ends at a position. */
export function eraBefore(text: string, position: number): Era | null {
  const before = text.slice(Math.max(0, position - LONGEST_NAME), position);
  return ERAS.find(({ name }) => before.endsWith(name)) ?? null;
}

type Parts = { year: number; month?: number; day?: number };

/**
 * Month and day behind a lunar year: 闰五月初三日, 十一月, 二十三日. What the table does not know stays a year; a
 * month without a day is the two months that it lies in.
 */
export function readLunar(
  text: string,
  from: number,
  year: number,
): { end: number; parts: Parts; until?: Parts } {
  const plain = { end: from, parts: { year } };
  const leap = text.charAt(from) === '闰';
  const month = readLunarPart(text, leap ? from + 1 : from, '月', 12);
  if (!month) return plain;
  const moon: LunarMonth = { year, month: month.value, leap };
  const day = readLunarPart(text, month.end, '日', 30);
  if (day) {
    const parts = fromLunar(moon, day.value);
    return { end: day.end, parts: parts ?? { year } };
  }
  const first = fromLunar(moon, 1);
  const last = fromLunar(moon, 29);
  if (!first || !last) return { end: month.end, parts: { year } };
  const whole = { end: month.end, parts: { year: first.year, month: first.month } };
  return formatDate(first.year, first.month) === formatDate(last.year, last.month)
    ? whole
    : { ...whole, until: { year: last.year, month: last.month } };
}

const LAST_MONTHS: Readonly<Record<string, number>> = { 冬: 11, 腊: 12 };

function readLunarPart(
  text: string,
  from: number,
  unit: string,
  most: number,
): { value: number; end: number } | null {
  const named = unit === '月' ? LAST_MONTHS[text.charAt(from)] : undefined;
  if (named !== undefined && text.charAt(from + 1) === unit) return { value: named, end: from + 2 };
  const start = text.charAt(from) === '初' ? from + 1 : from;
  let end = start;
  while (end - start < 3 && isNumeral(text.charAt(end))) end += 1;
  const value = readNumber(text.slice(start, end));
  if (value === null || value < 1 || value > most || text.charAt(end) !== unit) return null;
  return { value, end: end + 1 };
}
