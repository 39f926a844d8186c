/** Bytes → extraction; whatever a text makes the extractor throw is told as UNREADABLE, so that the other documents go on. */
import { messageOf, StemmaError } from './errors.ts';
import { ingest } from './ingest/index.ts';
import { extract } from './pipeline.ts';
import type { Extraction } from './records.ts';
import type { Authorities } from './resolve/authorities.ts';

/** Throws a StemmaError. */
export function extractBytes(bytes: Uint8Array, name: string, authorities: Authorities): Extraction {
  try {
    return extract(ingest(bytes, name), authorities);
  } catch (error) {
    throw asStemmaError(error, name);
  }
}

export function asStemmaError(error: unknown, name: string): StemmaError {
  if (error instanceof StemmaError) return error;
  const why = messageOf(error);
  return new StemmaError(
    'UNREADABLE',
    `${name}: Stemma failed on this text (${why}); please report it`,
    error,
  );
}
