/** The steps of a trie whose nodes and keys are numbers: one table, far quicker to walk than a map for each node. */

/** A step takes three places of the table: the node that it leaves, its key, the node that it reaches. */
const PLACES = 3;

/** Nodes are numbered as they are made; 0 is the root, and no step leads to it. */
export class Steps {
  #table = new Int32Array(1024 * PLACES);
  #mask = 1023;
  #nodes = 0;

  /** The node that a key leads to; 0 for none. */
  next(node: number, key: number): number {
    const table = this.#table;
    const mask = this.#mask;
    for (let slot = hash(node, key) & mask; ; slot = (slot + 1) & mask) {
      const at = slot * PLACES;
      const to = table[at + 2] ?? 0;
      if (to === 0 || (table[at] === node && table[at + 1] === key)) return to;
    }
  }

  /** The same; a new node where there is none. Keys are not 0. */
  add(node: number, key: number): number {
    const known = this.next(node, key);
    if (known > 0) return known;
    this.#nodes += 1;
    if (this.#nodes * 2 > this.#mask) this.#grow();
    this.#put(node, key, this.#nodes);
    return this.#nodes;
  }

  #put(node: number, key: number, to: number): void {
    let slot = hash(node, key) & this.#mask;
    while (this.#table[slot * PLACES + 2] !== 0) slot = (slot + 1) & this.#mask;
    this.#table.set([node, key, to], slot * PLACES);
  }

  #grow(): void {
    const old = this.#table;
    this.#mask = this.#mask * 2 + 1;
    this.#table = new Int32Array((this.#mask + 1) * PLACES);
    for (let at = 0; at < old.length; at += PLACES)
      if (old[at + 2] !== 0) this.#put(old[at] ?? 0, old[at + 1] ?? 0, old[at + 2] ?? 0);
  }
}

function hash(node: number, key: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(key, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
