/**
 * Texts as arrays of UTF-16 code units, which are far quicker to read and write unit by unit than strings. The
 * room for them is used again for the next text: fresh room costs more than what is done in it.
 */

/** Texts of up to so many units get spare room, and their room is kept. */
const MOST_KEPT = 4_000_000;
/** Fresh room is so much larger than asked for that the next, somewhat longer text fits too, and most texts do. */
const SPARE = 1.5;
const LEAST = 1 << 16;

const kept: Uint16Array<ArrayBuffer>[] = [];

/** Room for at least `length` units, with anything in it; to be given back once no longer used. */
export function borrowUnits(length: number): Uint16Array<ArrayBuffer> {
  const units = kept.pop();
  if (units && units.length >= length) return units;
  return new Uint16Array(length > MOST_KEPT ? length : Math.max(LEAST, Math.ceil(length * SPARE)));
}

export function giveBackUnits(units: Uint16Array<ArrayBuffer>): void {
  if (units.length <= MOST_KEPT * SPARE) kept.push(units);
  else release(units);
}

/** Gives large room back to the machine at once, not when the collector comes by; it must not be used any more. */
export function release({ buffer }: Readonly<{ buffer: ArrayBufferLike }>): void {
  if (buffer instanceof ArrayBuffer) buffer.transfer?.(0);
}

/** Writes a text's units to the beginning of the room, and a 0 behind them. */
export function writeUnits(text: string, room: Uint16Array<ArrayBuffer>): void {
  Buffer.from(room.buffer, room.byteOffset, room.byteLength).write(text, 'utf16le');
  room[text.length] = 0;
}

/** The text of the first `length` units. Copied as they are: nothing is faster. */
export function textOf(units: Uint16Array<ArrayBuffer>, length: number): string {
  return Buffer.from(units.buffer, units.byteOffset, length * 2).toString('utf16le');
}
