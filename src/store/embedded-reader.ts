/** A read-only handle on the current generation, opened again when the pointer has moved. */
import grafeo, { type GrafeoDB } from '@grafeo-db/js';
import { messageOf, StemmaError } from '../errors.ts';
import { diskCode } from './disk-errors.ts';
import { corrupt, type Generation, type Generations, unavailable } from './generations.ts';

type Handle = {
  readonly generation: Generation | undefined;
  readonly db: GrafeoDB;
  users: number;
  left: boolean;
};

export class EmbeddedReader {
  readonly #generations: Generations;
  #handle: Handle | undefined;

  constructor(generations: Generations) {
    this.#generations = generations;
  }

  /** Runs the work on one generation. */
  async use<T>(work: (db: GrafeoDB) => Promise<T>): Promise<T> {
    const lease = await this.lease();
    try {
      return await work(lease.db);
    } finally {
      lease.end();
    }
  }

  /** One generation, which stays open until the lease ends even if the next one comes. */
  async lease(): Promise<{ readonly db: GrafeoDB; end(): void }> {
    const handle = await this.#current();
    handle.users++;
    const end = () => {
      handle.users--;
      if (handle.left && handle.users === 0) handle.db.close();
    };
    return { db: handle.db, end };
  }

  close(): void {
    this.#leave();
  }

  async #current(): Promise<Handle> {
    // A writer may take the file away between reading the pointer and opening: then the pointer has moved on.
    for (let attempt = 0; ; attempt++) {
      const generation = await this.#generations.current();
      if (this.#handle && this.#handle.generation?.content === generation?.content) return this.#handle;
      try {
        const db = generation ? grafeo.GrafeoDB.openReadOnly(generation.path) : grafeo.GrafeoDB.create();
        this.#leave();
        this.#handle = { generation, db, users: 0, left: false };
        return this.#handle;
      } catch (cause) {
        if (attempt === 5) throw openingFailed(this.#generations.folder, cause);
      }
    }
  }

  #leave(): void {
    const handle = this.#handle;
    if (!handle) return;
    this.#handle = undefined;
    handle.left = true;
    if (handle.users === 0) handle.db.close();
  }
}

/** Why the engine did not open a generation, as an error of ours. */
export function openingFailed(folder: string, cause: unknown): StemmaError {
  if (cause instanceof StemmaError) return cause;
  const message = messageOf(cause);
  if (diskCode(cause) === 'EACCES') return unavailable(folder, cause);
  if (/does not exist/.test(message))
    return corrupt(folder, 'the generation that it points at is gone', cause);
  if (/locked/.test(message))
    return new StemmaError(
      'STORE_BUSY',
      `${folder} is locked by another process; try again when it is done`,
      cause,
    );
  return corrupt(folder, `the engine cannot read its file (${message.split('\n')[0]})`, cause);
}
