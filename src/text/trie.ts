/** Many names looked up in one pass: time linear in the text, whatever the number of names. */

export type Hit<T> = Readonly<{ start: number; end: number; value: T }>;

/** Where a name may begin and end: anywhere, or only at the edges of words. */
export type Boundary = 'none' | 'word';

const UNITS = 65_536;
/** A step takes three places of the table: the node that it leaves, plus one, the unit, the node that it reaches. */
const PLACES = 3;

/** In `#quick`: the unit, plus one, that leads to the node with the next number; and whether other steps are in the table. */
const QUICK_UNIT = 0x1ffff;
const MORE = 0x20000;

/**
 * Nodes are numbers, 0 the root. The steps from the root are an array by unit. Most nodes have one step, to the
 * node that was made right after: one array holds those. All other steps are a hash table in one array, which is
 * far quicker to walk than a map for each node, and small, since few are left.
 */
export class Trie<T> {
  /** Nodes that a first unit leads to; 0 for none. */
  readonly #first = new Int32Array(UNITS);
  /** Marks two units that begin a name, by hash: small enough to stay at hand while a text is scanned. */
  readonly #pairs = new Uint8Array(UNITS);
  /** By node. */
  readonly #values: (T | undefined)[] = [undefined];
  #quick = new Int32Array(1024);
  #steps = new Int32Array(1024 * PLACES);
  #mask = 1023;
  #count = 0;
  readonly #boundary: Boundary;
  /** Where the name ends that `#walk` has found. */
  #end = 0;

  constructor(boundary: Boundary) {
    this.#boundary = boundary;
  }

  /** Adds a name; `merge` says what becomes of a value that is there already. */
  add(name: string, value: T, merge: (old: T, added: T) => T = (_, added) => added): void {
    if (name.length === 0) return;
    let node = this.#first[name.charCodeAt(0)] ?? 0;
    if (node === 0) {
      node = this.#newNode();
      this.#first[name.charCodeAt(0)] = node;
    }
    if (name.length > 1) this.#pairs[pairOf(name.charCodeAt(0), name.charCodeAt(1))] = 1;
    for (let i = 1; i < name.length; i += 1) {
      const unit = name.charCodeAt(i);
      node = this.#step(node, unit) || this.#addStep(node, unit);
    }
    const old = this.#values[node];
    this.#values[node] = old === undefined ? value : merge(old, value);
  }

  /** The longest name that begins at `start`, or null. */
  longestAt(text: string, start: number): Hit<T> | null {
    const node = this.#walk(text, start);
    const value = this.#values[node];
    return value === undefined ? null : { start, end: this.#end, value };
  }

  /** The node of the longest name that begins at `start`, whose end is `#end` then; 0 without one. */
  #walk(text: string, start: number): number {
    let node = start < text.length ? (this.#first[text.charCodeAt(start)] ?? 0) : 0;
    let found = 0;
    for (let i = start + 1; node !== 0; i += 1) {
      if (this.#values[node] !== undefined && this.#endsAt(text, i)) {
        this.#end = i;
        found = node;
      }
      node = i < text.length ? this.#step(node, text.charCodeAt(i)) : 0;
    }
    return found;
  }

  /** Names from left to right, the longest at each place, none inside another. */
  scan(text: string): Hit<T>[] {
    const hits: Hit<T>[] = [];
    this.each(text, (start, end, node) => {
      const value = this.#values[node];
      if (value !== undefined) hits.push({ start, end, value });
    });
    return hits;
  }

  /** What `scan` finds, one by one, for a text with more than there is room for: by its node, which `valueOf` knows. */
  each(text: string, visit: (start: number, end: number, node: number) => void): void {
    for (let i = 0; i < text.length; ) {
      const node = this.#startsAt(text, i) ? this.#walk(text, i) : 0;
      if (node === 0) {
        i += 1;
        continue;
      }
      // Whoever visits may look up other names.
      const end = this.#end;
      visit(i, end, node);
      i = end;
    }
  }

  valueOf(node: number): T | undefined {
    return this.#values[node];
  }

  #startsAt(text: string, at: number): boolean {
    const unit = text.charCodeAt(at);
    const node = this.#first[unit] ?? 0;
    if (node === 0) return false;
    if (this.#pairs[pairOf(unit, text.charCodeAt(at + 1))] === 0 && this.#values[node] === undefined)
      return false;
    return this.#boundary === 'none' || at === 0 || !isWordUnit(text.charCodeAt(at - 1));
  }

  #endsAt(text: string, at: number): boolean {
    return this.#boundary === 'none' || at === text.length || !isWordUnit(text.charCodeAt(at));
  }

  #newNode(): number {
    const node = this.#values.push(undefined) - 1;
    if (node >= this.#quick.length) {
      const old = this.#quick;
      this.#quick = new Int32Array(old.length * 2);
      this.#quick.set(old);
    }
    return node;
  }

  /** The node that a unit leads to; 0 for none. */
  #step(node: number, unit: number): number {
    const quick = this.#quick[node] ?? 0;
    if ((quick & QUICK_UNIT) === unit + 1) return node + 1;
    if ((quick & MORE) === 0) return 0;
    const steps = this.#steps;
    for (let slot = hash(node, unit) & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const at = slot * PLACES;
      const from = steps[at];
      if (from === 0) return 0;
      if (from === node + 1 && steps[at + 1] === unit) return steps[at + 2] ?? 0;
    }
  }

  #addStep(node: number, unit: number): number {
    const to = this.#newNode();
    if (to === node + 1) {
      this.#quick[node] = unit + 1;
      return to;
    }
    this.#quick[node] = (this.#quick[node] ?? 0) | MORE;
    if ((this.#count + 1) * 2 > this.#mask) this.#grow();
    this.#put(node + 1, unit, to);
    this.#count += 1;
    return to;
  }

  #put(from: number, unit: number, to: number): void {
    let slot = hash(from - 1, unit) & this.#mask;
    while (this.#steps[slot * PLACES] !== 0) slot = (slot + 1) & this.#mask;
    this.#steps.set([from, unit, to], slot * PLACES);
  }

  #grow(): void {
    const old = this.#steps;
    this.#mask = this.#mask * 2 + 1;
    this.#steps = new Int32Array((this.#mask + 1) * PLACES);
    for (let at = 0; at < old.length; at += PLACES)
      if (old[at] !== 0) this.#put(old[at] ?? 0, old[at + 1] ?? 0, old[at + 2] ?? 0);
  }
}

function hash(node: number, unit: number): number {
  const mixed = Math.imul(node, 0x9e3779b1) ^ Math.imul(unit, 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/** A text's last unit has none after it: NaN counts as 0. */
function pairOf(one: number, other: number): number {
  return (Math.imul(one, 0x9e3779b1) ^ Math.imul(other, 0x85ebca6b)) >>> 16;
}

/** Letters and digits: what a name of words may not be cut out of. */
export function isWordUnit(unit: number): boolean {
  return (
    (unit >= 97 && unit <= 122) ||
    (unit >= 65 && unit <= 90) ||
    (unit >= 48 && unit <= 57) ||
    (unit >= 0xc0 && unit < 0x2000 && unit !== 0xd7 && unit !== 0xf7)
  );
}
