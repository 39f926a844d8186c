/** The limits of a person's query, and what is said when one is reached. */
import { StemmaError } from '../errors.ts';
import type { QueryLimits } from './port.ts';

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
