/** Where a text is signed: the lines behind its closing words, around its marks of signature, or at its end. */
import type { Span } from '../../../records.ts';
import { SIGN_MARK } from './offices.ts';
import type { Page } from './page.ts';

/** Lines of a block, at most. */
const MOST_LINES = 40;
const MARK = new RegExp(SIGN_MARK, 'gu');
/** 两种文本同等作准, 以昭信守: behind these it is signed. */
const CLOSING =
  /同等作准|同等效力|同样效力|同一作准|均为作准|[昭资]信守|以资证明|签字为证|为证|一式[两二三四五六七八]份|各[执缮][一二]份|同等有效/gu;
/** A sentence, an article or an annex is no signature. */
const PROSE = /[。；！？]|^第[〇零一二三四五六七八九十百0-9]{1,5}[条款章]|^附[件录表]|阁下[:：]?$|^.{90}/u;

/** The blocks to be tried, the likeliest first; each its lines, in order, without blank ones. */
export function signatureBlocks(page: Page): Span[][] {
  const { text } = page;
  const marks = lastOf(text, MARK);
  const closing = lastOf(text, CLOSING);
  const blocks: Span[][] = [];
  if (marks >= 0) blocks.push(around(text, marks));
  if (closing >= 0) blocks.push(behind(text, closing));
  blocks.push(behind(text, Math.max(text.lastIndexOf('。'), text.lastIndexOf('；'))));
  return blocks.filter((block) => block.length > 0);
}

function lastOf(text: string, pattern: RegExp): number {
  let last = -1;
  for (const match of text.matchAll(pattern)) last = match.index;
  return last;
}

/** The lines behind the sentence at `offset`; sentences right behind it, on lines of their own, are passed over. */
function behind(text: string, offset: number): Span[] {
  if (offset < 0) return [];
  const lines: Span[] = [];
  let passed = 0;
  for (let line = lineFrom(text, endOfLine(text, offset) + 1); line; line = lineFrom(text, line.end + 1)) {
    const isProse = PROSE.test(text.slice(line.start, line.end));
    if (isProse && lines.length > 0) break;
    if (isProse) {
      passed += 1;
      if (passed > MOST_PASSED) break;
    } else if (line.end > line.start) lines.push(line);
    if (lines.length >= MOST_LINES) break;
  }
  return lines;
}
const MOST_PASSED = 3;

/** The lines around a mark, up to sentences on both sides. */
function around(text: string, offset: number): Span[] {
  const lines: Span[] = [];
  for (let end = endOfLine(text, offset); end > 0 && lines.length < MOST_LINES; ) {
    const start = text.lastIndexOf('\n', end - 1) + 1;
    if (PROSE.test(text.slice(start, end))) break;
    if (end > start) lines.unshift({ start, end });
    end = start - 1;
  }
  const last = lines[lines.length - 1];
  for (
    let line = last && lineFrom(text, last.end + 1);
    line && !PROSE.test(text.slice(line.start, line.end));
  ) {
    if (lines.length >= MOST_LINES + 3) break;
    if (line.end > line.start) lines.push(line);
    line = lineFrom(text, line.end + 1);
  }
  return lines;
}

function endOfLine(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  return end < 0 ? text.length : end;
}
function lineFrom(text: string, start: number): Span | undefined {
  return start >= text.length ? undefined : { start, end: endOfLine(text, start) };
}
