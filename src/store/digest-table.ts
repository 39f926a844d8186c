/** What a store holds, in 32 bytes for each node or edge, whatever its id and its properties. */
import { hashOf } from './content.ts';

/** Of a row, in 32-bit words: the hash of the id, the digest of the content. */
const ROW = 8;
const KEY = 4;
export const ROW_BYTES = ROW * 4;

/** How an item compares with what the table holds. */
export type Comparison = 'created' | 'updated' | 'relabelled' | 'same';

export class DigestTable {
  /** Open addressing; a row whose words are all 0 is free. */
  #rows: Uint32Array<ArrayBuffer>;
  #met: Uint8Array<ArrayBuffer>;
  #size = 0;
  #unmet = 0;

  constructor(expected = 1024) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 1.5)));
    this.#rows = new Uint32Array(slots * ROW);
    this.#met = new Uint8Array(slots);
  }

  /** Of rows as `DigestRows` gives them. */
  static of(bytes: Uint8Array): DigestTable {
    const rows = new Uint32Array(Uint8Array.from(bytes).buffer);
    const table = new DigestTable(rows.length / ROW);
    for (let at = 0; at < rows.length; at += ROW) table.#addRow(rows, at);
    return table;
  }

  /** How many were not met since they were added. */
  get unmet(): number {
    return this.#unmet;
  }

  /** Puts in what is held under this id; false when there is something already. */
  add(id: string, digest: Buffer): boolean {
    return this.#addRow(rowOf(id, digest), 0);
  }

  #addRow(rows: Uint32Array, at: number): boolean {
    if (this.#size * 4 > this.#met.length * 3) this.#grow();
    const slot = this.#slot(rows, at);
    if (!this.#isFree(slot)) return false;
    this.#rows.set(rows.subarray(at, at + ROW), slot * ROW);
    this.#size++;
    this.#unmet++;
    return true;
  }

  /** Compares an item, and notes that it was met. */
  meet(row: Uint32Array): Comparison {
    const slot = this.#slot(row, 0);
    if (this.#isFree(slot)) return 'created';
    if (this.#met[slot] === 0) this.#unmet--;
    this.#met[slot] = 1;
    const held = this.#rows.subarray(slot * ROW, slot * ROW + ROW);
    if (held.every((word, at) => word === row[at])) return 'same';
    return kindIn(held) === kindIn(row) ? 'updated' : 'relabelled';
  }

  /** The place of the label or type of what is held under this id. */
  kindOf(id: string): number | undefined {
    const slot = this.#slot(rowOf(id, NO_DIGEST), 0);
    return this.#isFree(slot) ? undefined : kindIn(this.#rows.subarray(slot * ROW, slot * ROW + ROW));
  }

  /** Whether something under this id was met; what is not held was. */
  wasMet(id: string): boolean {
    const slot = this.#slot(rowOf(id, NO_DIGEST), 0);
    return this.#isFree(slot) || this.#met[slot] === 1;
  }

  /** Places of the labels or types of what was not met. */
  unmetKinds(): ReadonlySet<number> {
    const kinds = new Set<number>();
    for (const [slot, met] of this.#met.entries())
      if (met === 0 && !this.#isFree(slot))
        kinds.add(kindIn(this.#rows.subarray(slot * ROW, slot * ROW + ROW)));
    return kinds;
  }

  #slot(rows: Uint32Array, at: number): number {
    const slots = this.#met.length;
    let slot = (rows[at] ?? 0) & (slots - 1);
    while (!this.#isFree(slot) && !this.#isAt(slot, rows, at)) slot = (slot + 1) & (slots - 1);
    return slot;
  }

  #isFree(slot: number): boolean {
    const at = slot * ROW;
    const rows = this.#rows;
    return ((rows[at] ?? 0) | (rows[at + 1] ?? 0) | (rows[at + 2] ?? 0) | (rows[at + 3] ?? 0)) === 0;
  }

  #isAt(slot: number, rows: Uint32Array, at: number): boolean {
    for (let word = 0; word < KEY; word++)
      if (this.#rows[slot * ROW + word] !== rows[at + word]) return false;
    return true;
  }

  /** Only while rows are put in; what was met is met again afterwards. */
  #grow(): void {
    const larger = new DigestTable(this.#met.length);
    for (let slot = 0; slot < this.#met.length; slot++)
      if (!this.#isFree(slot)) larger.#addRow(this.#rows, slot * ROW);
    this.#rows = larger.#rows;
    this.#met = larger.#met;
  }
}

/** A digest begins with it. */
function kindIn(row: Uint32Array): number {
  return (row[KEY] ?? 0) & 0xff;
}

/** The row of an item. */
export function rowOf(id: string, digest: Buffer): Uint32Array {
  const key = hashOf(id);
  const row = new Uint32Array(ROW);
  for (let word = 0; word < KEY; word++) {
    row[word] = key.readUInt32LE(word * 4);
    row[KEY + word] = digest.readUInt32LE(word * 4);
  }
  return row;
}
const NO_DIGEST = Buffer.alloc(16);

/** Rows as they are put in, to be written to a file, and a fingerprint of them that does not depend on their order. */
export class DigestRows {
  #rows = new Uint32Array(1024 * ROW);
  #size = 0;
  readonly #sum = new Uint32Array(KEY);
  readonly #isKept: boolean;

  /** Not kept, they are counted and summed up. */
  constructor(isKept: boolean) {
    this.#isKept = isKept;
  }

  add(row: Uint32Array): void {
    if (this.#isKept) this.#keep(row);
    this.#size++;
    // A sum, so that the order makes no difference; of products, so that it does which digest an id has.
    for (let word = 0; word < KEY; word++) {
      const product = Math.imul(row[word] ?? 0, (row[KEY + word] ?? 0) | 1);
      this.#sum[word] = ((this.#sum[word] ?? 0) + product + (row[KEY + word] ?? 0)) >>> 0;
    }
  }

  #keep(row: Uint32Array): void {
    if (this.#size * ROW === this.#rows.length) {
      const larger = new Uint32Array(this.#rows.length * 2);
      larger.set(this.#rows);
      this.#rows = larger;
    }
    this.#rows.set(row, this.#size * ROW);
  }

  get size(): number {
    return this.#size;
  }

  get fingerprint(): string {
    return Buffer.from(this.#sum.buffer).toString('hex');
  }

  bytes(): Buffer {
    return Buffer.from(this.#rows.buffer, 0, this.#size * ROW * 4);
  }
}
