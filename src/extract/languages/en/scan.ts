/** Reads a text into tokens, in one pass: each unit is looked at once, each word looked up by its units. */
import { borrowUnits, giveBackUnits, writeUnits } from '../../../text/units.ts';
import { FLAG } from './flags.ts';
import { type Forms, sourceIn } from './forms.ts';
import { CLASS, CLASS_OF, LOWER, lower } from './letters.ts';
import type { TokenRoom } from './token-room.ts';
import { HASH_START, hashUnit, stringOf } from './word-table.ts';

export const WORD = 1;
export const NUMBER = 2;
export const MARK = 3;

/** What stands before a token: nothing, blanks, a line break, an empty line. */
export const GAP = { none: 0, blank: 1, line: 2, paragraph: 3 } as const;

/** Longer numbers are no years, days or articles: each is looked at for itself. */
const LONGEST_NUMBER = 4;
/** A dash or an apostrophe between letters belongs to the word, but for that of “state's”. */
const HYPHEN = 45;
const APOSTROPHE = 39;
const COLON = 58;
const S = 115;

/** Writes a text's tokens to the room and says how many there are. */
export function scan(text: string, forms: Forms, room: TokenRoom): number {
  const units = borrowUnits(text.length + 2);
  writeUnits(text, units);
  const count = new Scanner(units, text.length, forms, room).read();
  giveBackUnits(units);
  return count;
}

class Scanner {
  readonly #units: Uint16Array;
  readonly #length: number;
  readonly #forms: Forms;
  readonly #room: TokenRoom;
  #count = 0;

  /** Units with a 0 behind them. */
  constructor(units: Uint16Array, length: number, forms: Forms, room: TokenRoom) {
    this.#units = units;
    this.#length = length;
    this.#forms = forms;
    this.#room = room;
  }

  read(): number {
    const units = this.#units;
    const length = this.#length;
    let gap: number = GAP.none;
    for (let at = 0; at < length; ) {
      const unit = units[at] ?? 0;
      const found = CLASS_OF[unit];
      if (found === CLASS.blank) {
        if (unit === 10) gap = gap < GAP.line ? GAP.line : GAP.paragraph;
        else if (gap === GAP.none) gap = GAP.blank;
        at += 1;
        continue;
      }
      if (found === CLASS.digit) at = this.#readNumber(at, gap);
      else if (found === CLASS.mark) at = this.#readMark(at, gap);
      else at = this.#readWord(at, gap);
      gap = GAP.none;
    }
    return this.#count;
  }

  #readNumber(start: number, gap: number): number {
    const units = this.#units;
    let hash = HASH_START;
    let end = start;
    for (; CLASS_OF[units[end] ?? 0] === CLASS.digit; end += 1) hash = hashUnit(hash, units[end] ?? 0);
    const form = end - start > LONGEST_NUMBER ? 0 : this.#forms.of(units, start, end, hash);
    this.#push(start, end, form, 0, FLAG.NUMBER, NUMBER, gap);
    return end;
  }

  #readMark(at: number, gap: number): number {
    const forms = this.#forms;
    const form = forms.of(this.#units, at, at + 1, hashUnit(HASH_START, this.#units[at] ?? 0));
    this.#push(at, at + 1, form, forms.idOf(form), forms.flagsOf(form) | FLAG.MARK, MARK, gap);
    return at + 1;
  }

  /** A word with the hyphens and apostrophes inside it; a possessive ending is a token of its own. */
  #readWord(start: number, gap: number): number {
    const units = this.#units;
    const forms = this.#forms;
    let hash = hashUnit(HASH_START, units[start] ?? 0);
    let end = start + 1;
    let wasSmall = false;
    for (; ; end += 1) {
      const unit = units[end] ?? 0;
      const found = CLASS_OF[unit];
      if (found === CLASS.small) wasSmall = true;
      else if (found === CLASS.capital) {
        // “ofHuman”: a lost space shows where a capital follows a small letter.
        if (wasSmall) break;
      } else if (this.#joins(unit, end)) wasSmall = false;
      else break;
      hash = hashUnit(hash, unit);
    }
    const form = forms.of(units, start, end, hash);
    if (forms.mayHaveParts(form)) this.#readParts(start, end, gap);
    else this.#push(start, end, form, forms.idOf(form), forms.flagsOf(form), WORD, gap);
    return end;
  }

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
    if (cut === 0) {
      this.#pushWord(start, end, gap);
      return;
    }
    this.#pushWord(start, cut, gap);
    const { lost } = this.#forms;
    const third = this.#idOf(cut, end) === 0 ? lost.cutOf(this.#units, cut, end, false) : 0;
    if (third > 0) this.#pushWord(cut, third, GAP.none);
    this.#pushWord(third > 0 ? third : cut, end, GAP.none);
  }

  /** Where the second of several words begins; 0 where there is none. */
  #cutOf(start: number, end: number): number {
    const units = this.#units;
    const source = units[end] === COLON ? sourceIn(lower(stringOf(units, start, end))) : 0;
    if (source > 0) return start + source;
    if (this.#idOf(start, end) !== 0 || end - start < 4) return 0;
    const last = this.#count - 1;
    const afterProvision = last >= 0 && ((this.#room.flags[last] ?? 0) & FLAG.PROVISION) !== 0;
    return this.#forms.lost.cutOf(units, start, end, afterProvision);
  }

  #formOf(start: number, end: number): number {
    let hash = HASH_START;
    for (let at = start; at < end; at += 1) hash = hashUnit(hash, this.#units[at] ?? 0);
    return this.#forms.of(this.#units, start, end, hash);
  }

  #idOf(start: number, end: number): number {
    return this.#forms.idOf(this.#formOf(start, end));
  }

  #pushWord(start: number, end: number, gap: number): void {
    const form = this.#formOf(start, end);
    this.#push(start, end, form, this.#forms.idOf(form), this.#forms.flagsOf(form), WORD, gap);
  }

  #push(
    start: number,
    end: number,
    form: number,
    id: number,
    flags: number,
    kind: number,
    gap: number,
  ): void {
    const room = this.#room;
    const i = this.#count;
    if (i === room.size) room.grow();
    room.start[i] = start;
    room.end[i] = end;
    room.form[i] = form;
    room.id[i] = id;
    room.flags[i] = gap === GAP.paragraph ? flags | FLAG.PARAGRAPH : flags;
    room.shape[i] = kind | (gap << 2);
    this.#count = i + 1;
  }
}
