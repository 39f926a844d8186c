/** Many names looked up in one pass: time linear in the text, whatever the number of names. */

export type Hit<T> = Readonly<{ start: number; end: number; value: T }>;

type Node<T> = { next: Map<number, Node<T>> | null; value: T | undefined };

/** Where a name may begin and end: anywhere, or only at the edges of words. */
export type Boundary = 'none' | 'word';

export class Trie<T> {
  readonly #root: Node<T> = { next: new Map(), value: undefined };
  /** Units that begin a name; most units of a text do not. */
  readonly #starts = new Uint8Array(65536);
  readonly #boundary: Boundary;

  constructor(boundary: Boundary) {
    this.#boundary = boundary;
  }

  /** Adds a name; `merge` says what becomes of a value that is there already. */
  add(name: string, value: T, merge: (old: T, added: T) => T = (_, added) => added): void {
    if (name.length === 0) return;
    this.#starts[name.charCodeAt(0)] = 1;
    let node = this.#root;
    for (let i = 0; i < name.length; i += 1) {
      const unit = name.charCodeAt(i);
      node.next ??= new Map();
      let child = node.next.get(unit);
      if (!child) {
        child = { next: null, value: undefined };
        node.next.set(unit, child);
      }
      node = child;
    }
    node.value = node.value === undefined ? value : merge(node.value, value);
  }

  /** The longest name that begins at `start`, or null. */
  longestAt(text: string, start: number): Hit<T> | null {
    let node = this.#root;
    let found: Hit<T> | null = null;
    for (let i = start; i < text.length; i += 1) {
      const child = node.next?.get(text.charCodeAt(i));
      if (!child) break;
      node = child;
      if (node.value !== undefined && this.#endsAt(text, i + 1))
        found = { start, end: i + 1, value: node.value };
    }
    return found;
  }

  /** Names from left to right, the longest at each place, none inside another. */
  scan(text: string): Hit<T>[] {
    const hits: Hit<T>[] = [];
    for (let i = 0; i < text.length; ) {
      const hit = this.#startsAt(text, i) ? this.longestAt(text, i) : null;
      if (hit) hits.push(hit);
      i = hit ? hit.end : i + 1;
    }
    return hits;
  }

  #startsAt(text: string, at: number): boolean {
    if (this.#starts[text.charCodeAt(at)] === 0) return false;
    return this.#boundary === 'none' || at === 0 || !isWordUnit(text.charCodeAt(at - 1));
  }

  #endsAt(text: string, at: number): boolean {
    return this.#boundary === 'none' || at === text.length || !isWordUnit(text.charCodeAt(at));
  }
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
