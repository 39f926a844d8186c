/** Reads a text into tokens, in one pass: each unit is looked at once, each word looked up by its units. */
import { borrowUnits, giveBackUnits, writeUnits } from '../../../text/units.ts';
import { FLAG } from './flags.ts';
import { AT, FORM } from './form-table.ts';
import { type Forms, sourceIn } from './forms.ts';
import { GAP, type Piece, type Progress, readKnown } from './known.ts';
import { CLASS, CLASS_OF, lower } from './letters.ts';
import type { TokenRoom } from './token-room.ts';
import { stringOf } from './word-table.ts';

const COLON = 58;

export type Scanned = Readonly<{
  /** How many tokens there are. */
  count: number;
  /** Whether the text tells capitals from small letters: at least one word in twenty begins with a capital. */
  cased: boolean;
}>;

/** A text is read in pieces of so many units and more, up to the next blank; with as many behind them as are looked at. */
const PIECE = 1 << 16;
const BEHIND = 64;
/** A text's capitals are judged by its first pieces that have so many words. */
const MOST_JUDGED = 10_000;

/** Writes a text's tokens to the room. */
export function scan(text: string, forms: Forms, room: TokenRoom): Scanned {
  const scanner = new Scanner(forms, room);
  for (let from = 0; from < text.length; ) {
    const to = pieceEnd(text, from);
    const units = borrowUnits(to - from + BEHIND + 2);
    writeUnits(text.slice(from, to + BEHIND), units);
    scanner.read({ units, from, length: to - from });
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
  readonly #forms: Forms;
  readonly #room: TokenRoom;
  readonly #progress: Progress = { at: 0, end: 0, count: 0, gap: GAP.none, judged: 0, titled: 0 };
  /** Words by which the capitals are judged, and those of them with a capital before a small letter. */
  #judged = 0;
  #titled = 0;

  constructor(forms: Forms, room: TokenRoom) {
    this.#forms = forms;
    this.#room = room;
  }

  get scanned(): Scanned {
    return { count: this.#progress.count, cased: this.#titled * 20 >= this.#judged };
  }

  read(piece: Piece): void {
    const progress = this.#progress;
    const { table } = this.#forms;
    this.#room.reserve(progress.count + piece.length);
    progress.at = 0;
    progress.judged = 0;
    progress.titled = 0;
    for (;;) {
      readKnown(piece, table.places, table.mask, this.#room, progress);
      if (progress.at >= piece.length) break;
      this.#readWord(piece, progress.at, progress.end);
    }
    if (this.#judged >= MOST_JUDGED) return;
    this.#judged += progress.judged;
    this.#titled += progress.titled;
  }

  /** A word that is new, or may be several: “speciessource:”, “ofthe”, “germanyandthe”. */
  #readWord(piece: Piece, start: number, end: number): void {
    const { units } = piece;
    const cut = this.#cutOf(piece, start, end);
    this.#push(piece, start, cut || end);
    if (cut > 0) {
      const isKnown = this.#isKnown(units, cut, end);
      const third = isKnown ? 0 : this.#forms.lost.cutOf(units, cut, end, false);
      this.#push(piece, cut, third || end);
      if (third > 0) this.#push(piece, third, end);
    }
    this.#progress.at = end;
  }

  /** Where the second of several words begins; 0 where there is none. */
  #cutOf({ units }: Piece, start: number, end: number): number {
    const form = this.#saidOf(units, start, end);
    if ((form & FORM.parts) === 0) return 0;
    const source = units[end] === COLON ? sourceIn(lower(stringOf(units, start, end))) : 0;
    if (source > 0) return start + source;
    if (this.#forms.idOf(form & FORM.number) !== 0 || end - start < 4) return 0;
    const last = this.#progress.count - 1;
    const afterProvision = last >= 0 && ((this.#room.flags[last] ?? 0) & FLAG.PROVISION) !== 0;
    return this.#forms.lost.cutOf(units, start, end, afterProvision);
  }

  #isKnown(units: Uint16Array, start: number, end: number): boolean {
    return this.#forms.idOf(this.#saidOf(units, start, end) & FORM.number) !== 0;
  }

  /** The form's number and what is said of it. */
  #saidOf(units: Uint16Array, start: number, end: number): number {
    return this.#forms.table.places[this.#forms.placeOf(units, start, end) + AT.form] ?? 0;
  }

  #push({ units, from }: Piece, start: number, end: number): void {
    const room = this.#room;
    const progress = this.#progress;
    const place = this.#forms.placeOf(units, start, end);
    const { places } = this.#forms.table;
    const i = progress.count;
    const form = places[place + AT.form] ?? 0;
    const flags = places[place + AT.flags] ?? 0;
    room.start[i] = from + start;
    room.end[i] = from + end;
    room.form[i] = form & FORM.number;
    room.flags[i] = progress.gap === GAP.paragraph ? flags | FLAG.PARAGRAPH : flags;
    room.gap[i] = progress.gap;
    progress.count = i + 1;
    progress.gap = GAP.none;
    if ((form & FORM.judged) !== 0) progress.judged += 1;
    if ((form & FORM.titled) !== 0) progress.titled += 1;
  }
}
