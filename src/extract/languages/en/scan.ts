/** Reads a text into tokens, in one pass: each unit is looked at once, each word looked up by its units. */
import { borrowUnits, giveBackUnits, writeUnits } from '../../../text/units.ts';
import { FLAG } from './flags.ts';
import { type Forms, sourceIn } from './forms.ts';
import { CLASS, CLASS_OF, LOWER, lower } from './letters.ts';
import type { TokenRoom } from './token-room.ts';
import { HASH_START, hashUnit, stringOf } from './word-table.ts';

/** What stands before a token: nothing, blanks, a line break, an empty line. */
export const GAP = { none: 0, blank: 1, line: 2, paragraph: 3 } as const;

const LINE = 10;
const APOSTROPHE = 39;
const HYPHEN = 45;
const COLON = 58;
const S = 115;

/** Writes a text's tokens to the room and says how many there are. */
export function scan(text: string, forms: Forms, room: TokenRoom): number {
  const units = borrowUnits(text.length + 2);
  writeUnits(text, units);
  const count = new Scanner(units, forms, room).read(text.length);
  giveBackUnits(units);
  return count;
}

class Scanner {
  readonly #units: Uint16Array;
  readonly #forms: Forms;
  readonly #room: TokenRoom;
  #count = 0;

  /** Units with a 0 behind them. */
  constructor(units: Uint16Array, forms: Forms, room: TokenRoom) {
    this.#units = units;
    this.#forms = forms;
    this.#room = room;
  }

  /** Nearly all the time is spent here: no calls for units, and for words but one. */
  read(length: number): number {
    const units = this.#units;
    const forms = this.#forms;
    // Constants of the function's own: those of a module are looked up each time.
    const classOf = CLASS_OF;
    const { blank, small, capital, digit, mark } = CLASS;
    const { none, line, paragraph } = GAP;
    let gap: number = none;
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
      if (found === digit)
        while (classOf[units[at] ?? 0] === digit) {
          hash = hashUnit(hash, units[at] ?? 0);
          at += 1;
        }
      else if (found !== mark) {
        // A word with the hyphens and apostrophes inside it; a possessive ending is a token of its own.
        for (let wasSmall = false; ; at += 1) {
          unit = units[at] ?? 0;
          found = classOf[unit];
          if (found === small) wasSmall = true;
          else if (found === capital) {
            // “ofHuman”: a lost space shows where a capital follows a small letter.
            if (wasSmall) break;
          } else if (found === mark && this.#joins(unit, at)) wasSmall = false;
          else break;
          hash = hashUnit(hash, unit);
        }
      }
      const form = forms.of(units, start, at, hash);
      if (forms.mayHaveParts(form)) this.#readParts(start, at, gap);
      else this.#push(start, at, form, gap);
      gap = none;
    }
    return this.#count;
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
    const isKnown = this.#forms.idOf(this.#formOf(cut, end)) !== 0;
    const third = isKnown ? 0 : this.#forms.lost.cutOf(this.#units, cut, end, false);
    this.#pushPart(cut, third || end, GAP.none);
    if (third > 0) this.#pushPart(third, end, GAP.none);
  }

  /** Where the second of several words begins; 0 where there is none. */
  #cutOf(start: number, end: number): number {
    const units = this.#units;
    const source = units[end] === COLON ? sourceIn(lower(stringOf(units, start, end))) : 0;
    if (source > 0) return start + source;
    if (this.#forms.idOf(this.#formOf(start, end)) !== 0 || end - start < 4) return 0;
    const last = this.#count - 1;
    const afterProvision = last >= 0 && ((this.#room.flags[last] ?? 0) & FLAG.PROVISION) !== 0;
    return this.#forms.lost.cutOf(units, start, end, afterProvision);
  }

  #formOf(start: number, end: number): number {
    let hash = HASH_START;
    for (let at = start; at < end; at += 1) hash = hashUnit(hash, this.#units[at] ?? 0);
    return this.#forms.of(this.#units, start, end, hash);
  }

  #pushPart(start: number, end: number, gap: number): void {
    this.#push(start, end, this.#formOf(start, end), gap);
  }

  #push(start: number, end: number, form: number, gap: number): void {
    const room = this.#room;
    const i = this.#count;
    if (i === room.size) room.grow();
    const flags = this.#forms.flagsOf(form);
    room.start[i] = start;
    room.end[i] = end;
    room.form[i] = form;
    room.flags[i] = gap === GAP.paragraph ? flags | FLAG.PARAGRAPH : flags;
    room.gap[i] = gap;
    this.#count = i + 1;
  }
}
