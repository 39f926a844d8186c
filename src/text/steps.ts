/** The steps of a trie whose nodes and keys are numbers, in a few arrays: far quicker to walk than a map for each node. */
import { doubled } from './doubled.ts';

/** A step takes three places of the table: the node that it leaves, its key, the node that it reaches. */
const PLACES = 3;

/**
 * Nodes are numbered as they are made; 0 is the root, and no step leads to it. Most nodes have one step, to the node
 * that was made right after: an array holds its key. Steps from the root are an array by key. All others are in a
 * hash table.
 */
export class Steps {
  /** By key; 0 for none. */
  #first = new Int32Array(1024);
  /** By node: the key that leads to the next one, 0 for none; and a bit for each step in the table, by its key. */
  #only = new Int32Array(1024);
  #more = new Int32Array(1024);
  #table = new Int32Array(1024 * PLACES);
  #mask = 1023;
  #inTable = 0;
  #nodes = 0;

  /** The node that a key leads to; 0 for none. From the root only keys above 0 do. */
  next(node: number, key: number): number {
    if (node === 0) return this.#first[key] ?? 0;
    if (this.#only[node] === key && key !== 0) return node + 1;
    // Mostly no bit is set, and the table need not be looked at.
    return ((this.#more[node] ?? 0) & bitOf(key)) !== 0 ? this.#inTableAt(node, key) : 0;
  }

  /** The same; a new node where there is none. Keys are not 0. */
  add(node: number, key: number): number {
    const known = this.next(node, key);
    if (known > 0) return known;
    this.#nodes += 1;
    const to = this.#nodes;
    if (to >= this.#only.length) {
      this.#only = doubled(this.#only);
      this.#more = doubled(this.#more);
    }
    if (node === 0) {
      while (key >= this.#first.length) this.#first = doubled(this.#first);
      this.#first[key] = to;
    } else if (to === node + 1) this.#only[node] = key;
    else this.#addToTable(node, key, to);
    return to;
  }

  #inTableAt(node: number, key: number): number {
    const table = this.#table;
    const mask = this.#mask;
    for (let slot = hash(node, key) & mask; ; slot = (slot + 1) & mask) {
      const at = slot * PLACES;
      const to = table[at + 2] ?? 0;
      if (to === 0 || (table[at] === node && table[at + 1] === key)) return to;
    }
  }

  #addToTable(node: number, key: number, to: number): void {
    this.#more[node] = (this.#more[node] ?? 0) | bitOf(key);
    this.#inTable += 1;
    if (this.#inTable * 2 > this.#mask) this.#grow();
    this.#put(node, key, to);
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

function bitOf(key: number): number {
  return 1 << (key & 31);
}

function hash(node: number, key: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(key, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}
