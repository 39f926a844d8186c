/**
 * The process that runs a person's query on the embedded engine, which knows no timeout and no memory limit:
 * the parent kills this process at the deadline, and it ends itself when it grows too large.
 */
import grafeo, { type GrafeoDB } from '@grafeo-db/js';
import { rowsOf } from './embedded-values.ts';
import type { QueryParameters, QueryValue } from './port.ts';

export type ChildRequest = Readonly<{
  /** The generation; null when nothing was written yet. */
  path: string | null;
  cypher: string;
  parameters: QueryParameters;
  rows: number;
  /** Of the answer, as JSON. */
  bytes: number;
  /** Of memory, beyond what the open store takes. */
  memory: number;
}>;
export type ChildAnswer =
  | Readonly<{ columns: readonly string[]; rows: readonly (readonly QueryValue[])[]; truncated: boolean }>
  | Readonly<{ failed: 'open' | 'query' | 'memory'; message: string }>;

let opened: { readonly path: string | null; readonly db: GrafeoDB } | undefined;

function database(path: string | null): GrafeoDB {
  if (opened?.path === path) return opened.db;
  opened?.db.close();
  opened = undefined;
  const db = path === null ? grafeo.GrafeoDB.create() : grafeo.GrafeoDB.openReadOnly(path);
  opened = { path, db };
  return db;
}

async function answer(request: ChildRequest): Promise<ChildAnswer> {
  let db: GrafeoDB;
  try {
    db = database(request.path);
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
    send({ failed: 'memory', message: 'out of memory' }, () => process.exit(1));
  }, 25);
  return () => clearInterval(timer);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function send(message: ChildAnswer, then?: () => void): void {
  process.send?.(message, undefined, undefined, then);
}

process.on('message', (request: ChildRequest) => void answer(request).then((message) => send(message)));
process.on('disconnect', () => process.exit(0));
