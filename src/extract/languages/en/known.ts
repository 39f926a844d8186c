/** The inner loop of reading a text: tokens whose forms are known, up to the first whose form is not. */
import { FLAG } from './flags.ts';
import { AT, CHECK_START, checkUnit, FORM, firstPlace, WIDTH } from './form-table.ts';
import { CLASS, CLASS_OF, LOWER } from './letters.ts';
import type { TokenRoom } from './token-room.ts';
import { HASH_START, hashUnit } from './word-table.ts';

/** What stands before a token: nothing, blanks, a line break, an empty line. */
export const GAP = { none: 0, blank: 1, line: 2, paragraph: 3 } as const;

/** Units of a text from an offset on; a 0 or more of the text follows those that are read. */
export type Piece = Readonly<{ units: Uint16Array; from: number; length: number }>;

/** How far a text is read. */
export type Progress = {
  /** The next token begins here in the piece or, before some blanks, will begin behind it. */
  at: number;
  /** Where the word ends before which reading stopped. */
  end: number;
  /** How many tokens there are, and what stands before the next one. */
  count: number;
  gap: number;
  /** Words of three units or more, and those of them with a capital before a small letter. */
  judged: number;
  titled: number;
};

// Constants of this very module become a part of the loop; those of other modules are looked up at each step.
const { blank: BLANKS, small: SMALL, capital: CAPITAL, digit: DIGIT, mark: MARK } = CLASS;
const { none: NONE, blank: ONE_BLANK, line: LINE_BREAK, paragraph: EMPTY_LINE } = GAP;
const { number: NUMBER, parts: PARTS } = FORM;
const JUDGED = shiftOf(FORM.judged);
const TITLED = shiftOf(FORM.titled);
const { check: CHECK_AT, form: FORM_AT, flags: FLAGS_AT } = AT;
const { PARAGRAPH } = FLAG;
const NEXT = WIDTH;
const NO_UNIT = HASH_START;
const NO_CHECK = CHECK_START;
const LINE = 10;
const BLANK = 32;
const APOSTROPHE = 39;
const HYPHEN = 45;
const S = 115;

/**
 * Goes on with a piece and writes tokens to the room, which has place for as many as there are units left. Stops at
 * the piece's end, or before a word that is not in the table or may be several. Nearly all the time is spent here: no
 * calls, few variables, and one look at the memory for a word.
 */
export function readKnown(
  piece: Piece,
  places: Int32Array,
  mask: number,
  room: TokenRoom,
  progress: Progress,
): void {
  const { units, from, length } = piece;
  const classOf = CLASS_OF;
  const { start: starts, end: ends, form: forms, flags, gap: gaps } = room;
  let { at, count, gap, judged, titled } = progress;
  while (at < length) {
    const start = at;
    let unit = units[at] ?? 0;
    let found = classOf[unit];
    at += 1;
    if (found === BLANKS) {
      if (unit === LINE) gap = gap < LINE_BREAK ? LINE_BREAK : EMPTY_LINE;
      else if (gap === NONE) gap = ONE_BLANK;
      continue;
    }
    let hash = hashUnit(NO_UNIT, unit);
    let check = checkUnit(NO_CHECK, unit);
    if (found === DIGIT)
      while (classOf[units[at] ?? 0] === DIGIT) {
        hash = hashUnit(hash, units[at] ?? 0);
        check = checkUnit(check, units[at] ?? 0);
        at += 1;
      }
    else if (found !== MARK) {
      // A word with the hyphens and apostrophes inside it; a possessive ending is a token of its own.
      for (let wasSmall = false; ; at += 1) {
        unit = units[at] ?? 0;
        found = classOf[unit];
        while (found === SMALL) {
          hash = hashUnit(hash, unit);
          check = checkUnit(check, unit);
          at += 1;
          unit = units[at] ?? 0;
          found = classOf[unit];
          wasSmall = true;
        }
        if (found === BLANKS) break;
        if (found === MARK && joins(units, at)) wasSmall = false;
        // “ofHuman”: a lost space shows where a capital follows a small letter.
        else if (found !== CAPITAL || wasSmall) break;
        hash = hashUnit(hash, unit);
        check = checkUnit(check, unit);
      }
    }
    let place = firstPlace(hash, mask);
    while (places[place + FORM_AT] !== 0 && (places[place] !== hash || places[place + CHECK_AT] !== check))
      place = (place + NEXT) & mask;
    const form = places[place + FORM_AT] ?? 0;
    if (form === 0 || (form & PARTS) !== 0) {
      progress.end = at;
      at = start;
      break;
    }
    const own = places[place + FLAGS_AT] ?? 0;
    starts[count] = from + start;
    ends[count] = from + at;
    forms[count] = form & NUMBER;
    flags[count] = gap === EMPTY_LINE ? own | PARAGRAPH : own;
    gaps[count] = gap;
    count += 1;
    judged += (form >> JUDGED) & 1;
    titled += (form >> TITLED) & 1;
    gap = NONE;
    // Mostly one blank follows, and a word.
    if (units[at] === BLANK) {
      gap = ONE_BLANK;
      at += 1;
    }
  }
  progress.at = at;
  progress.count = count;
  progress.gap = gap;
  progress.judged = judged;
  progress.titled = titled;
}

function shiftOf(bit: number): number {
  return 31 - Math.clz32(bit);
}

/** A dash or an apostrophe between letters belongs to the word, but for that of “state's”. */
function joins(units: Uint16Array, at: number): boolean {
  const mark = LOWER[units[at] ?? 0];
  if (mark !== HYPHEN && mark !== APOSTROPHE) return false;
  const next = units[at + 1] ?? 0;
  const found = CLASS_OF[next];
  if (found !== SMALL && found !== CAPITAL) return false;
  return mark === HYPHEN || LOWER[next] !== S;
}
