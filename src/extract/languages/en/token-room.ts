/** Room for a text's tokens, used again for the next text: fresh room costs more than what is done in it. */
import { doubled } from '../../../text/doubled.ts';
import { release } from '../../../text/units.ts';

/** Larger room than for so many tokens is not kept. */
const MOST_KEPT = 1 << 20;
/** Fresh room is for so many units of text in a token, so that it need not grow. */
const UNITS = 4;
const LEAST = 1 << 12;

export class TokenRoom {
  /** By token: where it begins and ends in the text. */
  start: Int32Array;
  end: Int32Array;
  /** Its number as a form; 0 for one that is not kept. */
  form: Int32Array;
  flags: Int32Array;
  /** What stands before it: one of `GAP`. */
  gap: Uint8Array;

  constructor(tokens: number) {
    this.start = new Int32Array(tokens);
    this.end = new Int32Array(tokens);
    this.form = new Int32Array(tokens);
    this.flags = new Int32Array(tokens);
    this.gap = new Uint8Array(tokens);
  }

  get size(): number {
    return this.start.length;
  }

  /** Makes room for so many tokens. */
  reserve(tokens: number): void {
    while (this.size < tokens) this.#grow();
  }

  /** Nothing of it may be used any more. */
  release(): void {
    for (const array of [this.start, this.end, this.form, this.flags, this.gap]) release(array);
  }

  #grow(): void {
    this.start = doubled(this.start);
    this.end = doubled(this.end);
    this.form = doubled(this.form);
    this.flags = doubled(this.flags);
    this.gap = doubled(this.gap);
  }
}

let kept: TokenRoom | null = null;

/** Room for a text of so many units, with anything in it; to be given back once no longer used. */
export function borrowRoom(units: number): TokenRoom {
  const tokens = Math.max(LEAST, Math.ceil(units / UNITS));
  const room = kept !== null && kept.size >= tokens ? kept : new TokenRoom(tokens);
  kept = null;
  return room;
}

export function giveBackRoom(room: TokenRoom): void {
  if (room.size > MOST_KEPT) room.release();
  else if (room.size > (kept?.size ?? 0)) kept = room;
}
