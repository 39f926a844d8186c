/** Words by number, found in a text by their units: nothing is cut out of the text to look it up. */

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

/** Open addressing: numbers of words by hash, 0 where there is none; a power of two, at most half full. */
export class WordTable {
  #table = new Int32Array(1 << 12);
  /** By number; 0 is no word. */
  readonly #words: string[] = [''];
  readonly #hashes: number[] = [0];
  /** The words' units one after another; those of a number begin at its place in `#at` and end at the next one's. */
  #units = new Uint16Array(1 << 14);
  readonly #at: number[] = [0, 0];

  /** The number of the word from `start` to `end`, whose units have this hash; a new word gets the next one. */
  add(units: Uint16Array, start: number, end: number, hash: number): number {
    const known = this.find(units, start, end, hash);
    if (known !== 0) return known;
    const id = this.#words.length;
    this.#words.push(String.fromCharCode(...units.subarray(start, end)));
    this.#hashes.push(hash);
    const at = this.#at[id] ?? 0;
    while (at + end - start > this.#units.length) this.#units = doubled(this.#units);
    this.#units.set(units.subarray(start, end), at);
    this.#at.push(at + end - start);
    if (id * 2 > this.#table.length) this.#grow();
    else this.#place(id);
    return id;
  }

  /** The number of the word from `start` to `end`, whose units have this hash; 0 for one that nobody added. */
  find(units: Uint16Array, start: number, end: number, hash: number): number {
    const table = this.#table;
    const mask = table.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const id = table[slot] ?? 0;
      if (id === 0 || (this.#hashes[id] === hash && this.#isSame(id, units, start, end))) return id;
    }
  }

  wordOf(id: number): string {
    return this.#words[id] ?? '';
  }

  #isSame(id: number, units: Uint16Array, start: number, end: number): boolean {
    const at = this.#at[id] ?? 0;
    const length = (this.#at[id + 1] ?? 0) - at;
    if (length !== end - start) return false;
    const own = this.#units;
    for (let i = 0; i < length; i += 1) if (own[at + i] !== units[start + i]) return false;
    return true;
  }

  #grow(): void {
    this.#table = new Int32Array(this.#table.length * 2);
    for (let id = 1; id < this.#words.length; id += 1) this.#place(id);
  }

  #place(id: number): void {
    const mask = this.#table.length - 1;
    let slot = spread(this.#hashes[id] ?? 0) & mask;
    while (this.#table[slot] !== 0) slot = (slot + 1) & mask;
    this.#table[slot] = id;
  }
}

function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

function doubled(units: Uint16Array): Uint16Array<ArrayBuffer> {
  const wider = new Uint16Array(units.length * 2);
  wider.set(units);
  return wider;
}
