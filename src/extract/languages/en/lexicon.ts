/** The words that the pack knows, each with a number and its classes, so that texts are matched by numbers. */

/** Classes of words. A word may be in several. */
export const FLAG = {
  /** Ends a walk to the left of a noun: articles, prepositions, conjunctions, pronouns. */
  FUNCTION: 1 << 0,
  /** A finite verb or auxiliary: a title never goes on over one. */
  FINITE: 1 << 1,
  MONTH: 1 << 2,
  /** third, twenty-first; as a day of the month. */
  ORDINAL: 1 << 3,
  /** one, twenty, hundred, sixty-seven. */
  NUMERAL: 1 << 4,
  /** Begins the subject of a title: on, concerning, for the … */
  TOPIC: 1 << 5,
  /** signed, done, concluded: begins what is said of an agreement, not its title. */
  DONE: 1 << 6,
  /** said, present, aforementioned: points back or at the text itself. */
  POINTER: 1 << 7,
  /** any, such, other, bilateral: no one agreement is meant. */
  GENERIC: 1 << 8,
  PROVISION: 1 << 9,
  /** organization, commission: may head the name of a body. */
  BODY: 1 << 10,
  /** Begins the name of something that an authority or the pack lists. */
  NAME: 1 << 11,
  /** which, who, whose, when. */
  RELATIVE: 1 << 12,
  /** Ordinary words before an agreement's noun that make no name of it. */
  PLAIN: 1 << 13,
  DETERMINER: 1 << 14,
  /** A verb in a form that may govern an agreement. */
  CUE: 1 << 15,
  /** Mr, Dr, Sir. */
  STYLE: 1 << 16,
  /** Begins a phrase that names a kind of agreement. */
  KIND: 1 << 17,
  /** Present participles that begin a recital. */
  RECITAL: 1 << 18,
  /** Words that may stand in a list of parties between their names. */
  PARTY: 1 << 19,
  /** sea, river: in the name of a place. */
  WATER: 1 << 20,
  /** hereinafter, an opening bracket: a short form may be introduced. */
  DEFINES: 1 << 21,
} as const;

/** The hash of a word; texts are hashed as they are read, without cutting the word out. */
export const HASH_START = 0x811c9dc5;
export function hashUnit(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

export class Lexicon {
  readonly #words: string[] = [''];
  readonly #flags: number[] = [0];
  /** Open addressing: numbers of words by hash; a power of two, at most half full. */
  #table = new Int32Array(1 << 14);

  /** The number of a lower-case word; new words get the next one. */
  add(word: string, flags = 0): number {
    const known = this.find(word, 0, word.length, hashOf(word));
    if (known !== 0) {
      this.#flags[known] = (this.#flags[known] ?? 0) | flags;
      return known;
    }
    const id = this.#words.length;
    this.#words.push(word);
    this.#flags.push(flags);
    if (id * 2 > this.#table.length) this.#grow();
    else this.#place(id);
    return id;
  }

  addAll(words: string, flags: number): void {
    for (const word of words.split(/\s+/)) if (word !== '') this.add(word, flags);
  }

  /** 0 for a word that nobody added; “co-operation” is “cooperation”. */
  idOf(word: string): number {
    const id = this.find(word, 0, word.length, hashOf(word));
    if (id !== 0 || !word.includes('-')) return id;
    const joined = word.replaceAll('-', '');
    return this.find(joined, 0, joined.length, hashOf(joined));
  }

  /** The number of the word from `start` to `end` of a text whose units have this hash; 0 without one. */
  find(text: string, start: number, end: number, hash: number): number {
    const mask = this.#table.length - 1;
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const id = this.#table[slot] ?? 0;
      if (id === 0 || isSame(this.#words[id] ?? '', text, start, end)) return id;
    }
  }

  flagsOf(id: number): number {
    return this.#flags[id] ?? 0;
  }

  #grow(): void {
    this.#table = new Int32Array(this.#table.length * 2);
    for (let id = 1; id < this.#words.length; id += 1) this.#place(id);
  }

  #place(id: number): void {
    const mask = this.#table.length - 1;
    let slot = spread(hashOf(this.#words[id] ?? '')) & mask;
    while (this.#table[slot] !== 0) slot = (slot + 1) & mask;
    this.#table[slot] = id;
  }
}

function hashOf(word: string): number {
  let hash = HASH_START;
  for (let i = 0; i < word.length; i += 1) hash = hashUnit(hash, word.charCodeAt(i));
  return hash;
}

function spread(hash: number): number {
  return hash ^ (hash >>> 15);
}

function isSame(word: string, text: string, start: number, end: number): boolean {
  if (word.length !== end - start) return false;
  for (let i = 0; i < word.length; i += 1)
    if (word.charCodeAt(i) !== text.charCodeAt(start + i)) return false;
  return true;
}
