/**
 * A new file of the embedded engine while it is loaded: in memory first, without a log and without indexes, as that
 * takes half the time, then saved at once.
 */
import { existsSync } from 'node:fs';
import grafeo, { type BatchEdgeInput, type GrafeoDB } from '@grafeo-db/js';
import type { NodeLabel, PropertyValue } from '../../graph/vocabulary.ts';

export type NodeRow = Readonly<Record<string, PropertyValue>>;

/** What is asked of it is done in this order, however many wait. */
export interface Engine {
  /** Makes nodes of one label; the engine's number of each. */
  nodes(label: NodeLabel, rows: readonly NodeRow[]): Promise<readonly number[]>;
  edges(edges: readonly BatchEdgeInput[]): Promise<void>;
  run(statements: readonly string[]): Promise<void>;
  /** Makes the file, complete when the promise resolves. Nothing can be asked afterwards. */
  save(): Promise<void>;
}

/** In this process. Goes on with the file if it is there. */
export class EngineHere implements Engine {
  readonly #path: string;
  readonly #db: GrafeoDB;
  #last: Promise<unknown> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
    this.#db = existsSync(path) ? grafeo.GrafeoDB.open(path) : grafeo.GrafeoDB.create();
  }

  nodes(label: NodeLabel, rows: readonly NodeRow[]): Promise<readonly number[]> {
    return this.#then(() => this.#db.batchCreateNodesWithProps([label], [...rows]));
  }

  async edges(edges: readonly BatchEdgeInput[]): Promise<void> {
    await this.#then(() => this.#db.batchCreateEdges([...edges]));
  }

  async run(statements: readonly string[]): Promise<void> {
    for (const statement of statements) await this.#then(() => this.#db.executeCypher(statement));
  }

  async save(): Promise<void> {
    await this.#then(async () => {
      if (existsSync(this.#path)) this.#db.walCheckpoint();
      else this.#db.save(this.#path);
      this.#db.close();
    });
  }

  /** Lets go of it, saved or not. */
  close(): void {
    this.#db.close();
  }

  #then<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => undefined);
    return done;
  }
}
