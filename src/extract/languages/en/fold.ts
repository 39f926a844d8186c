/**
 * The text as the pack reads it: words broken at line ends whole again, page numbers in the middle of a
 * sentence left out, bare carriage returns line breaks, runs of blanks one blank.
 */
import { borrowUnits, giveBackUnits, writeUnits } from '../../../text/units.ts';
import { type View, ViewBuilder } from '../../../text/view.ts';
import { isLetter } from './letters.ts';

const LINE = 10;
const RETURN = 13;
const BLANK = 32;
const HYPHEN = 45;
const NO_BREAK = 0xa0;
const SOFT_HYPHEN = 0xad;
const MARK = 0xfeff;

export function fold(text: string): View {
  const builder = new ViewBuilder(text);
  const units = borrowUnits(text.length + 1);
  writeUnits(text, units);
  for (let at = 0; at < text.length; ) {
    const unit = units[at] ?? 0;
    // Most of a text is letters and marks, with one blank between words.
    const plain = unit === BLANK ? !isBlank(units[at + 1] ?? 0) : unit > HYPHEN && unit < NO_BREAK;
    if (plain) {
      builder.push(unit, at);
      at += 1;
    } else if (unit === MARK || unit === SOFT_HYPHEN) at += 1;
    else if (unit === HYPHEN && isBrokenWord(text, at)) at = skipBlanks(text, at + 1);
    else if (isBlank(unit)) at = foldBlanks(text, at, builder);
    else {
      builder.push(unit, at);
      at += 1;
    }
  }
  giveBackUnits(units);
  return builder.finish();
}

function isBlank(unit: number): boolean {
  return (
    unit === BLANK ||
    unit === LINE ||
    unit === RETURN ||
    unit === 9 ||
    unit === 11 ||
    unit === 12 ||
    unit === NO_BREAK
  );
}

/** “conven-⏎tion”: a hyphen at a line's end between small letters. */
function isBrokenWord(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (next !== LINE && next !== RETURN) return false;
  const after = text.charCodeAt(skipBlanks(text, at + 1));
  return isSmall(text.charCodeAt(at - 1)) && isSmall(after);
}

function isSmall(unit: number): boolean {
  return isLetter(unit) && String.fromCharCode(unit).toUpperCase() !== String.fromCharCode(unit);
}

function skipBlanks(text: string, from: number): number {
  let at = from;
  while (at < text.length && isBlank(text.charCodeAt(at))) at += 1;
  return at;
}

/** A run of blanks becomes one blank, a line break, or two line breaks for an empty line. */
function foldBlanks(text: string, from: number, builder: ViewBuilder): number {
  let breaks = 0;
  let at = from;
  let lastBreak = from;
  for (; at < text.length && isBlank(text.charCodeAt(at)); at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === LINE && text.charCodeAt(at - 1) === RETURN && at > from) continue;
    if (unit === LINE || unit === RETURN || unit === 12) {
      breaks += 1;
      lastBreak = at;
    }
  }
  if (breaks > 0) {
    const after = skipPageNumber(text, at, builder.last);
    if (after > at) {
      builder.push(LINE, from);
      return after;
    }
  }
  if (breaks === 0) builder.push(BLANK, from);
  else {
    builder.push(LINE, from);
    if (breaks > 1 && lastBreak > from) builder.push(LINE, lastBreak);
  }
  return at;
}

// “Dt. 22/03/2006 Page 2 of 3”, “- 12 -”, “Ic/3”
const PAGE_NUMBER =
  /(?:[^\n\r]{0,40}page \d{1,3} of \d{1,3}|(?:page )?[-–(]? ?(?:[A-Za-z]{1,4}\/)?\d{1,3}(?: ?\/ ?\d{1,3})? ?[-–)]?)[ \t]*(?:\r\n?|\n)/iy;

/** The end of a line that is a page's number and stands inside a sentence; the line's start where it is none. */
function skipPageNumber(text: string, at: number, before: number): number {
  // After a full stop or a colon a lone number is the next item; in a sentence it is the page's.
  if (before !== 44 && !isSmall(before)) return at;
  PAGE_NUMBER.lastIndex = at;
  const match = PAGE_NUMBER.exec(text);
  if (!match) return at;
  const after = skipBlanks(text, at + match[0].length);
  return isSmall(text.charCodeAt(after)) ? after : at;
}
