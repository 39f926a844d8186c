/** Values set aside under keys, to be taken up again part by part: few in memory, many in files. */
import { createHash } from 'node:crypto';
import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { unavailable } from './store/generations.ts';

/** So many that one part is small beside all of them. */
const PARTS = 128;
/** UTF-16 units that are held before they are written. */
const HELD = 4_000_000;

export class Spool<T> {
  readonly #folder: string;
  readonly #held: string[][] = Array.from({ length: PARTS }, () => []);
  readonly #written = new Set<number>();
  readonly #most: number;
  #size = 0;

  /** The folder is made when it is needed, and taken away by `clear`. */
  constructor(folder: string, most = HELD) {
    this.#folder = folder;
    this.#most = most;
  }

  /** Values with one key come back in one part, in this order. Call `settle` now and then. */
  add(key: string, value: T): void {
    const line = JSON.stringify(value);
    this.#held[partOf(key)]?.push(line);
    this.#size += line.length;
  }

  /** Writes what is held when it is much. */
  async settle(): Promise<void> {
    if (this.#size < this.#most) return;
    await this.#write().catch((cause) => {
      throw unavailable(this.#folder, cause);
    });
  }

  async #write(): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    for (const [part, lines] of this.#held.entries()) {
      if (lines.length === 0) continue;
      await appendFile(this.#fileOf(part), `${lines.join('\n')}\n`);
      this.#written.add(part);
      lines.length = 0;
    }
    this.#size = 0;
  }

  /** Every part that holds anything, always in the same order; can be read again. */
  async *parts(): AsyncIterable<readonly T[]> {
    for (const [part, held] of this.#held.entries()) {
      // A server that builds answers meanwhile.
      await setImmediate();
      const lines = this.#written.has(part)
        ? [...(await readFile(this.#fileOf(part), 'utf8')).split('\n').slice(0, -1), ...held]
        : held;
      if (lines.length > 0) yield lines.map((line) => JSON.parse(line) as T);
    }
  }

  async clear(): Promise<void> {
    for (const lines of this.#held) lines.length = 0;
    this.#written.clear();
    this.#size = 0;
    await rm(this.#folder, { recursive: true, force: true });
  }

  #fileOf(part: number): string {
    return join(this.#folder, `${part}.jsonl`);
  }
}

function partOf(key: string): number {
  return (createHash('sha1').update(key).digest()[0] ?? 0) % PARTS;
}
