/** Words by number, found in a text by their units: nothing is cut out of the text to look it up. */

import { doubled } from '../../../text/doubled.ts';

/** The hash of no units. The hash of a word is a polynomial of its units, so that parts of one need not be read again. */
export const HASH_START = 0;
const BASE = 0x01000193;
/** Powers of the base, as far as `hashBetween` is asked. */
const POWERS = powers(64);

export function hashUnit(hash: number, unit: number): number {
  return (Math.imul(hash, BASE) + unit) | 0;
}

/** The hash of a word's units `from` (in) to `to` (out), of the hashes of its beginnings; at most 63 units. */
export function hashBetween(hashes: Int32Array, from: number, to: number): number {
  return ((hashes[to] ?? 0) - Math.imul(hashes[from] ?? 0, POWERS[to - from] ?? 0)) | 0;
}

function powers(count: number): Int32Array {
  const all = new Int32Array(count).fill(1);
  for (let i = 1; i < count; i += 1) all[i] = Math.imul(all[i - 1] ?? 0, BASE);
  return all;
}

export function hashOf(word: string): number {
  let hash = HASH_START;
  for (let i = 0; i < word.length; i += 1) hash = hashUnit(hash, word.charCodeAt(i));
  return hash;
}

export function unitsOf(word: string): Uint16Array {
  return Uint16Array.from({ length: word.length }, (_, i) => word.charCodeAt(i));
}

export function stringOf(units: Uint16Array, start: number, end: number): string {
  return String.fromCharCode(...units.subarray(start, end));
}

/** Words by number, counted from 1, which is found by the hash of their units and proven unit by unit. */
export class WordTable {
  /** Open addressing: at each place a hash and the number of a word that has it, 0 for none; at most half full. */
  #table = new Int32Array(1 << 13);
  #count = 0;
  /** The words' units one after another; those of a number begin at its place in `#at` and end at the next one's. */
  #units = new Uint16Array(1 << 14);
  #at = new Int32Array(1 << 11);

  /** How many words there are. */
  get size(): number {
    return this.#count;
  }

  /** The number of the word from `start` to `end`, whose units have this hash; a new word gets the next one. */
  add(units: Uint16Array, start: number, end: number, hash: number): number {
    const known = this.find(units, start, end, hash);
    if (known !== 0) return known;
    this.#count += 1;
    const id = this.#count;
    if (id + 1 >= this.#at.length) this.#at = doubled(this.#at);
    const at = this.#at[id] ?? 0;
    while (at + end - start > this.#units.length) this.#units = doubled(this.#units);
    for (let i = start; i < end; i += 1) this.#units[at + i - start] = units[i] ?? 0;
    this.#at[id + 1] = at + end - start;
    if (id * 4 > this.#table.length) this.#grow();
    this.#place(hash, id);
    return id;
  }

  /** The number of the word from `start` to `end`, whose units have this hash; 0 for one that nobody added. */
  find(units: Uint16Array, start: number, end: number, hash: number): number {
    const table = this.#table;
    const mask = table.length - 2;
    for (let slot = spread(hash) & mask; ; slot = (slot + 2) & mask) {
      const id = table[slot + 1] ?? 0;
      if (id === 0 || (table[slot] === hash && this.#isSame(id, units, start, end))) return id;
    }
  }

  #isSame(id: number, units: Uint16Array, start: number, end: number): boolean {
    const own = this.#units;
    let at = this.#at[id] ?? 0;
    if ((this.#at[id + 1] ?? 0) - at !== end - start) return false;
    for (let i = start; i < end; i += 1, at += 1) if (own[at] !== units[i]) return false;
    return true;
  }

  #grow(): void {
    const old = this.#table;
    this.#table = new Int32Array(old.length * 2);
    for (let slot = 0; slot < old.length; slot += 2)
      if (old[slot + 1] !== 0) this.#place(old[slot] ?? 0, old[slot + 1] ?? 0);
  }

  #place(hash: number, id: number): void {
    const mask = this.#table.length - 2;
    let slot = spread(hash) & mask;
    while (this.#table[slot + 1] !== 0) slot = (slot + 2) & mask;
    this.#table[slot] = hash;
    this.#table[slot + 1] = id;
  }
}

/** Of places two numbers wide. */
function spread(hash: number): number {
  return (hash ^ (hash >>> 15)) << 1;
}
