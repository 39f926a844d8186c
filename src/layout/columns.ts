/**
 * A large graph as columns of numbers, and the bytes that it travels in: the length of a head (four bytes, the low
 * one first), the head (JSON, filled up with blanks to a multiple of four), then one column after the other, each
 * beginning at a multiple of four, its numbers with the low byte first.
 */
import type { Net, Places } from './net.ts';

export type MapColumns = Net &
  Readonly<{
    /** Of the graph that it was made of. */
    version: string;
    /** What the numbers of labels and types stand for. */
    labels: readonly string[];
    types: readonly string[];
    /** Where each node lies: x and y in turn. */
    places: Places;
    /** Of each node: its label, the year of `earliest` (NO_YEAR when it has none), how many cite it, its community. */
    label: Uint8Array;
    year: Int16Array;
    cited: Uint32Array;
    community: Uint32Array;
    /** Of each edge, beside `from` and `to`. */
    type: Uint8Array;
  }>;

export const NO_YEAR = -32_768;

type Head = Pick<MapColumns, 'version' | 'labels' | 'types' | 'count'> & Readonly<{ edges: number }>;

/** The columns in their order, each with how many numbers it has. */
const COLUMNS = [
  ['places', Float32Array, ({ count }) => count * 2],
  ['label', Uint8Array, ({ count }) => count],
  ['year', Int16Array, ({ count }) => count],
  ['cited', Uint32Array, ({ count }) => count],
  ['community', Uint32Array, ({ count }) => count],
  ['from', Uint32Array, ({ edges }) => edges],
  ['to', Uint32Array, ({ edges }) => edges],
  ['type', Uint8Array, ({ edges }) => edges],
] as const satisfies readonly [
  keyof MapColumns,
  { new (buffer: ArrayBuffer, offset: number, length: number): ArrayBufferView; BYTES_PER_ELEMENT: number },
  (head: Head) => number,
][];

const whole = (bytes: number) => Math.ceil(bytes / 4) * 4;

export function encodeColumns(map: MapColumns): Uint8Array {
  const { version, labels, types, count, from } = map;
  const head: Head = { version, labels, types, count, edges: from.length };
  const json = new TextEncoder().encode(JSON.stringify(head));
  const sizes = COLUMNS.map(([name]) => whole(map[name].byteLength));
  const start = 4 + whole(json.length);
  const bytes = new Uint8Array(sizes.reduce((sum, size) => sum + size, start));
  new DataView(bytes.buffer).setUint32(0, start - 4, true);
  bytes.fill(0x20, 4, start);
  bytes.set(json, 4);
  let at = start;
  COLUMNS.forEach(([name], i) => {
    const { buffer, byteOffset, byteLength } = map[name];
    bytes.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += sizes[i] ?? 0;
  });
  return bytes;
}

/** Reads the columns where they lie. Throws RangeError for bytes that are no map. */
export function decodeColumns(buffer: ArrayBuffer): MapColumns {
  const length = new DataView(buffer).getUint32(0, true);
  const json = new TextDecoder().decode(new Uint8Array(buffer, 4, length));
  const head = parseHead(json);
  let at = 4 + length;
  const columns = COLUMNS.map(([name, Numbers, lengthIn]) => {
    const column = new Numbers(buffer, at, lengthIn(head));
    at += whole(column.byteLength);
    return [name, column] as const;
  });
  const { version, labels, types, count } = head;
  return { version, labels, types, count, ...Object.fromEntries(columns) } as MapColumns;
}

function parseHead(json: string): Head {
  try {
    return JSON.parse(json) as Head;
  } catch (cause) {
    throw new RangeError('these bytes are no map', { cause });
  }
}
