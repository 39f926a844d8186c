/**
 * A Chinese text as its patterns read it: one script, half-width digits, spaced-out words closed, sentences
 * that a page broke whole again, page numbers and what stands before the heading gone.
 */
import { type View, ViewBuilder } from '../../../text/view.ts';
import { classOf, foldUnit, HAN, LATIN, SIGN, SPACE } from './characters.ts';
import { findHeading } from './heading.ts';
import { cellsOf, goesOn, isPageNumber, type Line, readLine, repeated } from './lines.ts';

const NEW_LINE = 10;
const TAB = 9;
const BLANK = 32;
/** A gap this wide, in half-width cells, parts columns; a narrower one spaces out a word. */
const COLUMN_CELLS = 6;
/** Wider than this it parts columns too, unless single characters stand on both sides: 代 and 表, two wide spaces between them. */
const WORD_CELLS = 2;

export function fold(text: string): View {
  const builder = new ViewBuilder(text);
  const heading = findHeading(text);
  let last: Line | null = null;
  let furniture = false;
  for (let read = readLine(text, heading?.start ?? 0); read; read = readLine(text, read.next)) {
    if (isPageNumber(text, read)) {
      furniture = true;
      continue;
    }
    for (const line of partsOf(text, read, heading)) {
      const continues =
        last !== null &&
        (isWithin(heading, last, line) || (last.end !== heading?.end && goesOn(text, last, line, furniture)));
      if (last && continues) builder.drop(repeated(text, last, line));
      else if (last) builder.push(NEW_LINE, last.end);
      writeLine(builder, text, line);
      last = line;
      furniture = false;
    }
  }
  return builder.finish();
}

type Read = Line & { blanks: number };
/** A line longer than this is a page that lost its ends of lines. */
const LOST_LINES = 200;
/** Behind a sentence, a space before what a line of its own was. */
const LOST_END = /。[ \u3000\u00a0]+(?=[\u4e00-\u9fff（])/gu;

/** A line parted behind the heading, and where a page lost the ends of its lines. */
function partsOf(text: string, line: Read, heading: Line | null): Read[] {
  const cuts: number[] = [];
  if (heading && heading.end > line.start && heading.end < line.end) cuts.push(heading.end);
  if (line.end - line.start > LOST_LINES)
    for (const match of text.slice(line.start, line.end).matchAll(LOST_END))
      if (line.start + match.index > (cuts[0] ?? 0)) cuts.push(line.start + match.index + 1);
  const parts: Read[] = [];
  let start = line.start;
  for (const end of [...cuts, line.end]) {
    while (start < end && classOf(text.charCodeAt(start)) === SPACE) start += 1;
    if (end > start)
      parts.push(start === line.start ? { ...line, end } : { ...line, start, end, indent: 0, blanks: 0 });
    start = end;
  }
  return parts;
}

/** A heading is one, on however many lines. */
function isWithin(heading: Line | null, last: Line, line: Line): boolean {
  return heading !== null && last.start >= heading.start && line.end <= heading.end;
}

function writeLine(builder: ViewBuilder, text: string, line: Line): void {
  for (let at = line.start; at < line.end; at += 1) {
    const unit = text.charCodeAt(at);
    if (classOf(unit) !== SPACE) {
      builder.push(foldAt(text, at, unit), at);
      continue;
    }
    let next = at;
    let cells = 0;
    while (next < line.end && classOf(text.charCodeAt(next)) === SPACE) {
      cells += cellsOf(text.charCodeAt(next));
      next += 1;
    }
    const gap = gapBetween(text, line, at, next, cells);
    if (gap !== 0) builder.push(gap, at);
    at = next - 1;
  }
}

/** Commas and the like between Chinese characters are Chinese ones. */
function foldAt(text: string, at: number, unit: number): number {
  if (unit === 44 && isChinese(text, at - 1)) return 0xff0c;
  if (unit === 58 && isChinese(text, at - 1)) return 0xff1a;
  if (unit === 59 && isChinese(text, at - 1)) return 0xff1b;
  return foldUnit(unit);
}

function isChinese(text: string, at: number): boolean {
  const kind = classOf(text.charCodeAt(at));
  return kind === HAN || kind === SIGN;
}

/** What a run of spaces stands for: a tab between columns, a space between words, 0 for nothing. */
function gapBetween(text: string, line: Line, start: number, end: number, cells: number): number {
  if (cells >= COLUMN_CELLS) return TAB;
  const isLatin = classOf(text.charCodeAt(start - 1)) === LATIN && classOf(text.charCodeAt(end)) === LATIN;
  if (isLatin) return BLANK;
  // 2022-05-16 08:43
  if (
    /[-./][0-9]{1,2}$/u.test(text.slice(Math.max(line.start, start - 3), start)) &&
    /[0-9]/u.test(text.charAt(end))
  )
    return BLANK;
  if (cells <= WORD_CELLS) return 0;
  return standsAlone(text, line, start - 1) && standsAlone(text, line, end) ? 0 : TAB;
}

/** Whether a character has spaces, or the ends of the line, on both sides. */
function standsAlone(text: string, line: Line, at: number): boolean {
  const before = at === line.start || classOf(text.charCodeAt(at - 1)) === SPACE;
  const after = at + 1 === line.end || classOf(text.charCodeAt(at + 1)) === SPACE;
  return before && after;
}
