/** Many names looked up in one pass: time linear in the text, whatever the number of names. */
import { Steps } from './steps.ts';

export type Hit<T> = Readonly<{ start: number; end: number; value: T }>;

/** Where a name may begin and end: anywhere, or only at the edges of words. */
export type Boundary = 'none' | 'word';

const UNITS = 65_536;

export class Trie<T> {
  /** Marks two units that begin a name, by hash: small enough to stay at hand while a text is scanned. */
  readonly #pairs = new Uint8Array(UNITS);
  /** By node. */
  readonly #values: (T | undefined)[] = [undefined];
  readonly #steps = new Steps();
  readonly #boundary: Boundary;
  /** Where the name ends that `#walk` has found. */
  #end = 0;

  constructor(boundary: Boundary) {
    this.#boundary = boundary;
  }

  /** Adds a name; `merge` says what becomes of a value that is there already. */
  add(name: string, value: T, merge: (old: T, added: T) => T = (_, added) => added): void {
    if (name.length === 0) return;
    if (name.length > 1) this.#pairs[pairOf(name.charCodeAt(0), name.charCodeAt(1))] = 1;
    let node = 0;
    for (let i = 0; i < name.length; i += 1) node = this.#steps.add(node, keyOf(name.charCodeAt(i)));
    while (this.#values.length <= node) this.#values.push(undefined);
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
    const steps = this.#steps;
    let node = start < text.length ? steps.next(0, keyOf(text.charCodeAt(start))) : 0;
    let found = 0;
    for (let i = start + 1; node !== 0; i += 1) {
      if (this.#values[node] !== undefined && this.#endsAt(text, i)) {
        this.#end = i;
        found = node;
      }
      node = i < text.length ? steps.next(node, keyOf(text.charCodeAt(i))) : 0;
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
    const node = this.#steps.next(0, keyOf(unit));
    if (node === 0) return false;
    if (this.#pairs[pairOf(unit, text.charCodeAt(at + 1))] === 0 && this.#values[node] === undefined)
      return false;
    return this.#boundary === 'none' || at === 0 || !isWordUnit(text.charCodeAt(at - 1));
  }

  #endsAt(text: string, at: number): boolean {
    return this.#boundary === 'none' || at === text.length || !isWordUnit(text.charCodeAt(at));
  }
}

/** Keys of steps are not 0. */
function keyOf(unit: number): number {
  return unit + 1;
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
