/**
 * Strings of one byte a unit. Parts of a text that has a curly quote somewhere have two, whatever they hold
 * themselves, and a JSON text in which one such string is written costs twice as much from there on.
 */

/** No string of one byte a unit is looked through for these. */
const WIDE = /[^\0-\xff]/;

/** Texts of up to so many units are written to room that is there already. */
const ROOM_UNITS = 1 << 16;
let room: Buffer | null = null;

/** Whether a text has units that take more than a byte. */
export function isWide(text: string): boolean {
  return WIDE.test(text);
}

/** The low byte of each unit as a string: the text itself where it is not wide. */
export function lowBytesOf(text: string): string {
  const bytes = roomFor(text.length);
  bytes.write(text, 'latin1');
  return bytes.toString('latin1', 0, text.length);
}

/** The text of units none of which is wide. */
export function narrowTextOf(units: Uint16Array): string {
  const bytes = roomFor(units.length);
  bytes.set(units);
  return bytes.toString('latin1', 0, units.length);
}

function roomFor(length: number): Buffer {
  room ??= Buffer.allocUnsafeSlow(ROOM_UNITS);
  return length <= ROOM_UNITS ? room : Buffer.allocUnsafeSlow(length);
}

/** So many units at a time are seen as low bytes in room that is there already. */
export const SIGHT_UNITS = ROOM_UNITS - 8;

/** The low byte of each unit of a part of a text, and eight zeros behind them; they are there until others are asked for. */
export function lowBytesIn(part: string): DataView {
  const { length } = part;
  const bytes = roomFor(length + 8);
  bytes.write(part, 'latin1');
  bytes.fill(0, length, length + 8);
  return new DataView(bytes.buffer, bytes.byteOffset, length + 8);
}

/** A text that may be part of a wide one, in one byte a unit where that is enough. */
export function narrowed(text: string): string {
  return isWide(text) ? text : lowBytesOf(text);
}
