/**
 * The text as the pack reads it: words broken at line ends whole again, page numbers in the middle of a
 * sentence left out, bare carriage returns line breaks, runs of blanks one blank.
 */
import { lowBytesIn, SIGHT_UNITS } from '../../../text/narrow.ts';
import { borrowUnits, writeUnits } from '../../../text/units.ts';
import { type View, ViewBuilder } from '../../../text/view.ts';
import { isLetter } from './letters.ts';

const LINE = 10;
const RETURN = 13;
const BLANK = 32;
const HYPHEN = 45;
const NO_BREAK = 0xa0;
const SOFT_HYPHEN = 0xad;
const MARK = 0xfeff;

/** By unit: whether it is a blank, and whether it may not stay as it is even by itself. */
const BLANKS = 1;
const SPECIAL = 2;
const FOLD_OF: Uint8Array = makeFolds();

function makeFolds(): Uint8Array {
  const folds = new Uint8Array(0x10000);
  for (const unit of [9, LINE, 11, 12, RETURN, NO_BREAK]) folds[unit] = BLANKS | SPECIAL;
  for (const unit of [HYPHEN, SOFT_HYPHEN, MARK]) folds[unit] = SPECIAL;
  folds[BLANK] = BLANKS;
  return folds;
}

/** Of four bytes: the high bits, four blanks, four hyphens. */
const HIGH = 0x80808080 | 0;
const BLANKS_4 = 0x20202020;
const HYPHENS_4 = 0x2d2d2d2d;

/** The high bit of each of four bytes below 0x80 that is the same in both; anything in the other bits. */
function bytesThatAre(one: number, other: number): number {
  return ~(((one ^ other) & 0x7f7f7f7f) + 0x7f7f7f7f);
}

/** The high bit of each of four bytes below 0x80 that is below 0x20. */
function controlsIn(four: number): number {
  return ~((four & 0x7f7f7f7f) + 0x60606060);
}

export function fold(text: string): View {
  const units = borrowUnits(text.length + 4);
  writeUnits(text, units);
  const builder = new ViewBuilder(text, units);
  const { length } = text;
  /** The units from `from` (in) to `to` (out) are in sight. */
  let low = lowBytesIn('');
  let from = 0;
  let to = 0;
  /** Up to here the units are folded. */
  let done = 0;
  for (let at = 0; at < length; ) {
    if (at >= to) {
      from = at;
      to = Math.min(length, from + SIGHT_UNITS);
      low = lowBytesIn(text.slice(from, to));
    }
    // Most of a text is letters and marks, with one blank between words: they stay. Four at a time are seen to.
    let wasBlank = at > done && units[at - 1] === BLANK ? 0x80 : 0;
    for (;;) {
      const four = low.getInt32(at - from, true);
      const blanks = bytesThatAre(BLANKS_4, four);
      const found =
        (controlsIn(four) | bytesThatAre(HYPHENS_4, four) | four | (blanks & ((blanks << 8) | wasBlank))) &
        HIGH;
      if (found !== 0) {
        at += (31 - Math.clz32(found & -found)) >> 3;
        break;
      }
      wasBlank = blanks >>> 24;
      at += 4;
    }
    if (at >= to) continue;
    const found = FOLD_OF[units[at] ?? 0] ?? 0;
    const last = at > done && units[at - 1] === BLANK ? BLANKS : 0;
    if (((found & last) | (found & SPECIAL)) === 0) {
      at += 1;
      continue;
    }
    const isBlanks = (found & BLANKS) !== 0;
    const start = isBlanks ? at - last : at;
    const stays =
      (units[at] === HYPHEN && !isBrokenWord(text, at)) ||
      // A line break by itself, and no page's number after it.
      (units[at] === LINE &&
        start === at &&
        done < at &&
        !isBlank(units[at + 1] ?? 0) &&
        skipPageNumber(text, at + 1, units[at - 1] ?? 0) === at + 1);
    if (stays) {
      at += 1;
      continue;
    }
    builder.keep(done, start);
    if (isBlanks) at = foldBlanks(text, start, builder);
    else at = units[at] === HYPHEN ? skipBlanks(text, at + 1) : at + 1;
    done = at;
  }
  builder.keep(done, length);
  return builder.finish();
}

function isBlank(unit: number): boolean {
  return ((FOLD_OF[unit] ?? 0) & BLANKS) !== 0;
}

/** “conven-⏎tion”: a hyphen at a line's end between small letters. */
function isBrokenWord(text: string, at: number): boolean {
  const next = text.charCodeAt(at + 1);
  if (next !== LINE && next !== RETURN) return false;
  const after = text.charCodeAt(skipBlanks(text, at + 1));
  return isSmall(text.charCodeAt(at - 1)) && isSmall(after);
}

function isSmall(unit: number): boolean {
  if (unit >= 97 && unit <= 122) return true;
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
