/** Bytes → document. */
import { hash } from 'node:crypto';
import { StemmaError } from '../errors.ts';
import type { Document } from '../records.ts';
import { decode, nameBinary } from './decode.ts';
import { detectLanguage } from './language.ts';

/** Hex digits of the sha256 that make a document's id. */
const ID_DIGITS = 16;

/**
 * Reads a document from a file's bytes.
 * @param source path or name as given, for messages and provenance
 * @throws StemmaError EMPTY_INPUT or BINARY_INPUT, naming the source
 */
export function ingest(bytes: Uint8Array, source: string): Document {
  const binary = nameBinary(bytes);
  if (binary !== null)
    throw new StemmaError('BINARY_INPUT', `${source}: is ${binary}, not a text; save it as plain text first`);
  const { text } = decode(bytes);
  // A byte order mark is a blank too.
  if (!/\S/.test(text))
    throw new StemmaError('EMPTY_INPUT', `${source}: is empty; give a file with a text in it`);
  const sha256 = hash('sha256', bytes);
  return { id: documentId(sha256), source, sha256, language: detectLanguage(text), text };
}

/** `doc:` and the head of the sha256. */
export function documentId(sha256: string): string {
  return `doc:${sha256.slice(0, ID_DIGITS)}`;
}
