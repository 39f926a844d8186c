/** The limits of a person's query, and what is said when one is reached. */
import { StemmaError } from '../errors.ts';
import type { QueryLimits, QueryValue } from './port.ts';

/** An answer larger than this is cut: it must fit into memory several times. */
export const ANSWER_BYTES = 32_000_000;

/** Takes rows until one of the limits is reached; the row that would pass it is left out. */
export class Rows {
  readonly rows: (readonly QueryValue[])[] = [];
  limit: 'rows' | 'bytes' | undefined;
  readonly #most: number;
  #left: number;

  constructor(rows: number, bytes: number) {
    this.#most = rows;
    this.#left = bytes;
  }

  /** False when the row was not taken, because the answer is at its limit. */
  add(row: readonly QueryValue[]): boolean {
    if (this.rows.length >= this.#most) this.limit = 'rows';
    else if (Number.isFinite(this.#left)) {
      this.#left -= JSON.stringify(row).length;
      if (this.#left < 0) this.limit = 'bytes';
    }
    if (this.limit !== undefined) return false;
    this.rows.push(row);
    return true;
  }

  /** As results have it. */
  answer() {
    const { rows, limit } = this;
    return { rows, truncated: limit !== undefined, ...(limit === undefined ? {} : { limit }) };
  }
}

/** The work's result, unless the deadline comes or the caller leaves first: then QUERY_LIMIT. The work itself goes on. */
export async function withinLimits<T>(work: Promise<T>, { milliseconds, signal }: QueryLimits): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const leave = () => reject(nobodyWaits());
  const timer = setTimeout(() => reject(tookTooLong(milliseconds)), milliseconds);
  if (signal?.aborted) leave();
  signal?.addEventListener('abort', leave, { once: true });
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener('abort', leave);
  }
}

export function tookTooLong(milliseconds: number, cause?: unknown): StemmaError {
  const seconds = milliseconds / 1000;
  return limit(`the query took longer than ${seconds} s and was stopped; narrow it, or add LIMIT`, cause);
}

export function neededTooMuch(cause?: unknown): StemmaError {
  return limit(
    'the query needed more memory than it may take and was stopped; narrow it, or add LIMIT',
    cause,
  );
}

export function nobodyWaits(): StemmaError {
  return limit('the query was stopped: nobody waits for its answer');
}

function limit(message: string, cause?: unknown): StemmaError {
  return new StemmaError('QUERY_LIMIT', message, cause);
}
