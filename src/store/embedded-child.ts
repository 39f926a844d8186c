/**
 * The process that runs a person's query on the embedded engine, which knows no timeout and no memory limit:
 * the parent kills this process at the deadline, and when it says that it grows too large.
 */

import grafeo, { type GrafeoDB } from '@grafeo-db/js';
import { messageOf } from '../errors.ts';
import { rowsOf } from './embedded-values.ts';
import type { Generation } from './generations.ts';
import type { QueryParameters, QueryResult } from './port.ts';

export type ChildRequest = Readonly<{
  /** The generation; null when nothing was written yet. */
  generation: Generation | null;
  cypher: string;
  parameters: QueryParameters;
  rows: number;
  /** Of the answer, as JSON. */
  bytes: number;
  /** Of memory, beyond what the open store takes. */
  memory: number;
}>;
export type ChildAnswer =
  | Omit<QueryResult, 'milliseconds'>
  | Readonly<{ failed: 'open' | 'query' | 'memory'; message: string }>;

let opened: { readonly content: string | undefined; readonly db: GrafeoDB } | undefined;

function database(generation: Generation | null): GrafeoDB {
  if (opened && opened.content === generation?.content) return opened.db;
  opened?.db.close();
  opened = undefined;
  const db = generation ? grafeo.GrafeoDB.openReadOnly(generation.path) : grafeo.GrafeoDB.create();
  opened = { content: generation?.content, db };
  return db;
}

async function answer(request: ChildRequest): Promise<ChildAnswer> {
  let db: GrafeoDB;
  try {
    db = database(request.generation);
  } catch (error) {
    return { failed: 'open', message: messageOf(error) };
  }
  const stopWatching = watchMemory(process.memoryUsage.rss() + request.memory);
  try {
    return rowsOf(
      db,
      await db.executeCypher(request.cypher, request.parameters),
      request.rows,
      request.bytes,
    );
  } catch (error) {
    return { failed: 'query', message: messageOf(error) };
  } finally {
    stopWatching();
  }
}

/** The query runs on another thread, so this one can look. */
function watchMemory(limit: number): () => void {
  const timer = setInterval(() => {
    if (process.memoryUsage.rss() <= limit) return;
    clearInterval(timer);
    // The parent ends this process; it must have the message first.
    send({ failed: 'memory', message: 'out of memory' });
  }, 25);
  return () => clearInterval(timer);
}

function send(message: ChildAnswer): void {
  process.send?.(message);
}

process.on('message', (request: ChildRequest) => void answer(request).then((message) => send(message)));
process.on('disconnect', () => process.exit(0));
