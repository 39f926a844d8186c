/** Reads a text into tokens, in one pass: each unit is looked at once, each word looked up by its units. */
import { borrowUnits, giveBackUnits, writeUnits } from '../../../text/units.ts';
import { FLAG } from './flags.ts';
import { AT, CHECK_BASE, CHECK_START, checkUnit, FORM, firstPlace, WIDTH } from './form-table.ts';
import { type Forms, sourceIn } from './forms.ts';
import { CLASS, CLASS_OF, LOWER, lower } from './letters.ts';
import type { TokenRoom } from './token-room.ts';
import { HASH_START, hashUnit, stringOf } from './word-table.ts';

/** What stands before a token: nothing, blanks, a line break, an empty line. */
export const GAP = { none: 0, blank: 1, line: 2, paragraph: 3 } as const;

const LINE = 10;
const BLANK = 32;
const APOSTROPHE = 39;
const HYPHEN = 45;
const COLON = 58;
const S = 115;

/** A text's capitals are judged by so many words at its beginning. */
const MOST_JUDGED = 10_000;

export type Scanned = Readonly<{
  /** How many tokens there are. */
  count: number;
  /** Whether the text tells capitals from small letters: at least one word in twenty begins with a capital. */
  cased: boolean;
}>;

/** Long texts are read in pieces of so many units and more, up to the next blank; with as many behind them as are looked at. */
const PIECE = 1 << 18;
const BEHIND = 64;

/** Writes a text's tokens to the room. */
export function scan(text: string, forms: Forms, room: TokenRoom): Scanned {
  const scanner = new Scanner(forms, room);
  for (let from = 0; from < text.length; ) {
    const to = pieceEnd(text, from);
    const units = borrowUnits(to - from + BEHIND + 2);
    writeUnits(text.slice(from, to + BEHIND), units);
    scanner.read(units, from, to - from);
    giveBackUnits(units);
    from = to;
  }
  return scanner.scanned;
}

function pieceEnd(text: string, from: number): number {
  let to = from + PIECE;
  while (to < text.length && CLASS_OF[text.charCodeAt(to)] !== CLASS.blank) to += 1;
  return Math.min(to, text.length);
}

class Scanner {
  #units: Uint16Array = new Uint16Array();
  /** Where the units begin in the text. */
  #from = 0;
  readonly #forms: Forms;
  readonly #room: TokenRoom;
  #count = 0;
  #gap: number = GAP.none;
  /** Words by which the capitals are judged, and those of them with a capital before a small letter. */
  #judged = 0;
  #titled = 0;

  constructor(forms: Forms, room: TokenRoom) {
    this.#forms = forms;
    this.#room = room;
  }

  get scanned(): Scanned {
    return { count: this.#count, cased: this.#titled * 20 >= this.#judged };
  }

  /**
   * Goes on with a piece of so many units, which begins at an offset of the text; a 0 or more of the text follows.
   * Nearly all the time is spent here: no calls, one look at the memory for a word, and constants of the function's
   * own, as those of a module are looked up each time.
   */
  read(units: Uint16Array, from: number, length: number): void {
    this.#units = units;
    this.#from = from;
    const classOf = CLASS_OF;
    const { blank, small, capital, digit, mark } = CLASS;
    const { none, line, paragraph } = GAP;
    const { form: formAt, check: checkAt, flags: flagsAt } = AT;
    const { parts, number, judged } = FORM;
    const { PARAGRAPH } = FLAG;
    const room = this.#room;
    let { start: starts, end: ends, form: forms, flags, gap: gaps, size } = room;
    let count = this.#count;
    const base = CHECK_BASE;
    const checkStart = CHECK_START;
    const { table } = this.#forms;
    let { places, mask } = table;
    let gap = this.#gap;
    for (let at = 0; at < length; ) {
      const start = at;
      let unit = units[at] ?? 0;
      let found = classOf[unit];
      at += 1;
      if (found === blank) {
        if (unit === LINE) gap = gap < line ? line : paragraph;
        else if (gap === none) gap = GAP.blank;
        continue;
      }
      let hash = hashUnit(HASH_START, unit);
      let check = checkUnit(checkStart, unit, base);
      if (found === digit)
        while (classOf[units[at] ?? 0] === digit) {
          hash = hashUnit(hash, units[at] ?? 0);
          check = checkUnit(check, units[at] ?? 0, base);
          at += 1;
        }
      else if (found !== mark) {
        // A word with the hyphens and apostrophes inside it; a possessive ending is a token of its own.
        for (let wasSmall = false; ; at += 1) {
          unit = units[at] ?? 0;
          found = classOf[unit];
          while (found === small) {
            hash = hashUnit(hash, unit);
            check = checkUnit(check, unit, base);
            at += 1;
            unit = units[at] ?? 0;
            found = classOf[unit];
            wasSmall = true;
            if (found !== small) break;
            // Two at a time are quicker.
            hash = hashUnit(hash, unit);
            check = checkUnit(check, unit, base);
            at += 1;
            unit = units[at] ?? 0;
            found = classOf[unit];
          }
          if (found === blank) break;
          if (found === mark && this.#joins(unit, at)) wasSmall = false;
          // “ofHuman”: a lost space shows where a capital follows a small letter.
          else if (found !== capital || wasSmall) break;
          hash = hashUnit(hash, unit);
          check = checkUnit(check, unit, base);
        }
      }
      let place = firstPlace(hash, mask);
      while (places[place + formAt] !== 0 && (places[place] !== hash || places[place + checkAt] !== check))
        place = (place + WIDTH) & mask;
      if (places[place + formAt] === 0) {
        place = this.#forms.add(units, start, at, hash, check);
        ({ places, mask } = table);
      }
      const form = places[place + formAt] ?? 0;
      if ((form & parts) !== 0) {
        this.#count = count;
        this.#readParts(start, at, gap);
        count = this.#count;
        ({ places, mask } = table);
        ({ start: starts, end: ends, form: forms, flags, gap: gaps, size } = room);
      } else {
        if (count === size) {
          room.grow();
          ({ start: starts, end: ends, form: forms, flags, gap: gaps, size } = room);
        }
        const own = places[place + flagsAt] ?? 0;
        starts[count] = from + start;
        ends[count] = from + at;
        forms[count] = form & number;
        flags[count] = gap === paragraph ? own | PARAGRAPH : own;
        gaps[count] = gap;
        count += 1;
        if ((form & judged) !== 0) this.#judge(form);
      }
      gap = none;
      // Mostly one blank follows, and a word.
      if (units[at] === BLANK) {
        gap = GAP.blank;
        at += 1;
      }
    }
    this.#count = count;
    this.#gap = gap;
  }

  /** A dash or an apostrophe between letters belongs to the word, but for that of “state's”. */
  #joins(unit: number, at: number): boolean {
    const mark = LOWER[unit];
    if (mark !== HYPHEN && mark !== APOSTROPHE) return false;
    const next = this.#units[at + 1] ?? 0;
    const found = CLASS_OF[next];
    if (found !== CLASS.small && found !== CLASS.capital) return false;
    return mark === HYPHEN || LOWER[next] !== S;
  }

  /** A word that may be several: “speciessource:”, “ofthe”, “germanyandthe”. */
  #readParts(start: number, end: number, gap: number): void {
    const cut = this.#cutOf(start, end);
    this.#pushPart(start, cut || end, gap);
    if (cut === 0) return;
    const isKnown = this.#isKnown(cut, end);
    const third = isKnown ? 0 : this.#forms.lost.cutOf(this.#units, cut, end, false);
    this.#pushPart(cut, third || end, GAP.none);
    if (third > 0) this.#pushPart(third, end, GAP.none);
  }

  /** Where the second of several words begins; 0 where there is none. */
  #cutOf(start: number, end: number): number {
    const units = this.#units;
    const source = units[end] === COLON ? sourceIn(lower(stringOf(units, start, end))) : 0;
    if (source > 0) return start + source;
    if (this.#isKnown(start, end) || end - start < 4) return 0;
    const last = this.#count - 1;
    const afterProvision = last >= 0 && ((this.#room.flags[last] ?? 0) & FLAG.PROVISION) !== 0;
    return this.#forms.lost.cutOf(units, start, end, afterProvision);
  }

  #isKnown(start: number, end: number): boolean {
    const place = this.#forms.placeOf(this.#units, start, end);
    const form = (this.#forms.table.places[place + AT.form] ?? 0) & FORM.number;
    return this.#forms.idOf(form) !== 0;
  }

  #pushPart(start: number, end: number, gap: number): void {
    this.#push(start, end, this.#forms.placeOf(this.#units, start, end), gap);
  }

  #push(start: number, end: number, place: number, gap: number): void {
    const room = this.#room;
    const { places } = this.#forms.table;
    const i = this.#count;
    if (i === room.size) room.grow();
    const form = places[place + AT.form] ?? 0;
    const flags = places[place + AT.flags] ?? 0;
    room.start[i] = this.#from + start;
    room.end[i] = this.#from + end;
    room.form[i] = form & FORM.number;
    room.flags[i] = gap === GAP.paragraph ? flags | FLAG.PARAGRAPH : flags;
    room.gap[i] = gap;
    this.#count = i + 1;
    if ((form & FORM.judged) !== 0) this.#judge(form);
  }

  #judge(form: number): void {
    if (this.#judged === MOST_JUDGED) return;
    this.#judged += 1;
    if ((form & FORM.titled) !== 0) this.#titled += 1;
  }
}
