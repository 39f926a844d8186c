/**
 * How much memory a write to the embedded store may take, this process and the one that loads together. The engine
 * holds all of a graph in memory and has no limit of its own.
 */
import { readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { StemmaError } from '../errors.ts';

/** Bytes, when STEMMA_MEMORY does not say otherwise. */
const MEMORY = 1_500_000_000;
/** A program without any graph takes half of it. */
const LEAST = 300_000_000;
const UNITS: Readonly<Record<string, number>> = { MB: 1e6, GB: 1e9, MIB: 2 ** 20, GIB: 2 ** 30 };
const PAGE_BYTES = 4096;
/** What a node or an edge of whole treaties takes while it is loaded. */
const LOADED = 1200;

/** What `STEMMA_MEMORY` says (`8GB`, `900MB`, `2GiB`), in bytes. Throws USAGE. */
export function memoryLimit(said = process.env.STEMMA_MEMORY): number {
  // Set to nothing is not set.
  if (!said) return MEMORY;
  const [, number = '', unit = ''] = /^\s*(\d{1,6}(?:\.\d{1,3})?)\s*([a-z]{2,3})\s*$/i.exec(said) ?? [];
  const bytes = Number(number) * (UNITS[unit.toUpperCase()] ?? 0);
  if (bytes >= LEAST) return bytes;
  throw new StemmaError(
    'USAGE',
    `STEMMA_MEMORY is “${said}”: say how much memory a build may take, as 8GB, and not less than ${gigabytes(LEAST)}`,
  );
}

/** As a person says it: `1.5 GB`. */
export function gigabytes(bytes: number): string {
  return bytes < 1e9 ? `${Math.round(bytes / 1e6)} MB` : `${Number((bytes / 1e9).toFixed(2))} GB`;
}

/** What a process has in memory now, in bytes; undefined where the system does not tell of others. */
export function residentBytes(pid: number | undefined): number | undefined {
  if (process.platform !== 'linux') return undefined;
  try {
    return Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_BYTES;
  } catch {
    return undefined;
  }
}

/** The engine keeps what a closed handle held until the handle is collected, and nothing tells the collector of it. */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
}

/** Bytes that may be taken between two looks. */
const MARGIN = 40_000_000;

/** Whether too much is taken, this process's garbage taken away; by this process alone, when not said otherwise. */
export function isShort(limit: number, taken: () => number = () => process.memoryUsage.rss()): boolean {
  const isOver = () => taken() > limit - MARGIN;
  if (!isOver()) return false;
  collectGarbage();
  return isOver();
}

/** How far loading was when the memory came to its end. */
export type Reached = Readonly<{ limit: number; own: number; engine: number; done: number; total: number }>;

export function outOfMemory({ limit, own, engine, done, total }: Reached): StemmaError {
  const taken = `${gigabytes(own)} by the program, ${gigabytes(engine)} by the engine`;
  const wanted = `${Math.ceil(Math.max(own + total * LOADED, limit * 1.5) / 1e9)}GB`;
  return new StemmaError(
    'STORE_FULL',
    `the graph does not fit into the ${gigabytes(limit)} of memory that a build may take: ${done} of ${total} nodes and ` +
      `edges were loaded, with ${taken}. The graph is as it was before; the documents and their extractions are kept. ` +
      `Set STEMMA_MEMORY=${wanted} and build again, or let a Neo4j server hold the graph, which needs no more here: ` +
      'the same command with --store neo4j://…',
  );
}
