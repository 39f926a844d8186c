/** Dates in digits that mean the same in every language. */
import { formatDate } from '../../../text/edtf.ts';
import type { DateDraft } from '../../draft.ts';

/** “1994-09-03”; “3.9.1994” and “03/09/1994”, day first. */
const DATE = /(?<![\d./-])(?:(\d{4})-(\d{2})-(\d{2})|(\d{1,2})([./])(\d{1,2})\5(\d{4}))(?![\d/-]|\.\d)/gu;

export function findDates(text: string): DateDraft[] {
  const drafts: DateDraft[] = [];
  for (const match of text.matchAll(DATE)) {
    const edtf = match[1] === undefined ? dayFirst(match) : dateOf(match[1], match[2], match[3]);
    const end = match.index + match[0].length;
    const rule = match[1] === undefined ? 'und/digits' : 'und/iso';
    if (edtf) drafts.push({ type: 'date', start: match.index, end, edtf, rule, confidence: 0.95 });
  }
  return drafts;
}

/** With strokes Americans put the month first: only where one reading is a date. */
function dayFirst([, , , , day, mark, month, year]: RegExpExecArray): string | null {
  if (mark === '/' && Number(day) <= 12 && day !== month) return null;
  return dateOf(year, month, day);
}

function dateOf(year?: string, month?: string, day?: string): string | null {
  return formatDate(Number(year), Number(month), Number(day));
}
