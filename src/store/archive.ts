/**
 * The source of truth: the bytes and the extraction of every document that was built. The graph can always be
 * made again from it, whichever store holds the graph.
 *
 *     FOLDER/bytes/<sha256>          the file, byte for byte
 *     FOLDER/records/<sha256>.json   where it was found, and what was extracted by which extractor; what is needed to
 *                                    tell documents apart stands in its first line, so that it can be read alone
 *     FOLDER/built.json              what the store was last written from
 *
 * Every file is written beside its place and renamed into it, so a kill leaves the old one or the new one.
 */
import { readFileSync } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { StemmaError } from '../errors.ts';
import type { Extraction } from '../records.ts';
import { diskReason } from './disk-errors.ts';
import { withLock } from './lock.ts';

/** Where a document's bytes were found: its name for people, and the place that decides what is “the same path”. */
export type Source = Readonly<{ name: string; at: string }>;

export type ArchivedDocument = Readonly<{
  sources: readonly Source[];
  /** Which extractor, with which authorities, made the extraction. */
  fingerprint: string;
  /** Version of Stemma, for people. */
  extractor: string;
  /** Whether the bytes are kept; not so for an extraction that came without them. */
  bytes: boolean;
  extraction: Extraction;
}>;

/** An archived document without what was extracted from it. */
export type ArchivedHead = Omit<ArchivedDocument, 'extraction'> & Pick<Extraction, 'document'>;

/** Extractor and authorities; the version of the store that was made, and of how many documents. */
export type Built = Readonly<{ fingerprint: string; version?: string; documents?: number }>;

export type Archive = Readonly<{
  folder: string;
  /** Every document, sorted by id. */
  heads(): Promise<readonly ArchivedHead[]>;
  /** All of one document; throws STORE_CORRUPT when it is gone. */
  whole(head: ArchivedHead): Promise<ArchivedDocument>;
  find(documentId: string): Promise<ArchivedDocument | undefined>;
  /** The kept bytes; throws STORE_CORRUPT when they are gone. Not async: they are read one by one while a graph is assembled. */
  bytes(sha256: string): Uint8Array;
  put(document: ArchivedDocument, bytes?: Uint8Array): Promise<void>;
  remove(head: ArchivedHead): Promise<void>;
  /** What the store was last written from; undefined before the first time. */
  built(): Promise<Built | undefined>;
  setBuilt(built: Built): Promise<void>;
  /** Runs the work while nobody else, in this process or another, changes the archive; STORE_BUSY if somebody stays too long. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
}>;

/** Bytes that hold the first line of a record, unless it has very many sources. */
const HEAD = 4096;

/** The archive in a folder, which is made at the first write. */
export function openArchive(folder: string): Archive {
  const bytesOf = (sha256: string) => join(folder, 'bytes', sha256);
  const recordOf = (sha256: string) => join(folder, 'records', `${sha256}.json`);
  const builtFile = join(folder, 'built.json');

  const archive: Archive = {
    folder,
    async heads() {
      const names = await namesIn(join(folder, 'records'));
      const found: ArchivedHead[] = [];
      for (const name of names.filter((name) => name.endsWith('.json')).sort()) {
        const head = await readHead(join(folder, 'records', name));
        if (head) found.push(head);
      }
      return found;
    },
    async whole({ document: { sha256 } }) {
      const record = await readRecord(recordOf(sha256));
      if (record) return record;
      throw new StemmaError('STORE_CORRUPT', `${recordOf(sha256)} is missing: build its document again`);
    },
    async find(documentId) {
      const names = await namesIn(join(folder, 'records'));
      // `doc:` and the head of the sha256 that the file is named by.
      const name = names.find((name) => name.endsWith('.json') && `doc:${name.slice(0, 16)}` === documentId);
      return name === undefined ? undefined : readRecord(join(folder, 'records', name));
    },
    bytes(sha256) {
      try {
        return readFileSync(bytesOf(sha256));
      } catch (cause) {
        throw new StemmaError(
          'STORE_CORRUPT',
          `${bytesOf(sha256)} is missing: build the document again`,
          cause,
        );
      }
    },
    async put(document, bytes) {
      const { sha256 } = document.extraction.document;
      if (bytes) await writeWhole(bytesOf(sha256), bytes);
      await writeWhole(recordOf(sha256), recordText(document));
    },
    async remove({ document: { sha256 } }) {
      await rm(recordOf(sha256), { force: true });
      await rm(bytesOf(sha256), { force: true });
    },
    async built() {
      const text = await readIfThere(builtFile);
      return text === undefined ? undefined : parseBuilt(text);
    },
    async setBuilt(built) {
      await writeWhole(builtFile, `${JSON.stringify(built)}\n`);
    },
    async exclusively(work) {
      await mkdir(folder, { recursive: true }).catch((cause) => {
        throw new StemmaError('STORE_UNAVAILABLE', `${folder} cannot be made: ${diskReason(cause)}`, cause);
      });
      return withLock(join(folder, 'lock'), work);
    },
  };
  return archive;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return [];
    throw new StemmaError('STORE_UNAVAILABLE', `${folder} cannot be read: ${diskReason(cause)}`, cause);
  }
}

/** The head of a document. */
export function headOf({ extraction: { document }, ...head }: ArchivedDocument): ArchivedHead {
  return { ...head, document };
}

/** One JSON object, its head in the first line: `{"sources":…,"document":{…}⏎,"extraction":{…}}⏎` */
function recordText(document: ArchivedDocument): string {
  return `${JSON.stringify(headOf(document)).slice(0, -1)}\n,"extraction":${JSON.stringify(document.extraction)}}\n`;
}

/** Undefined when it was removed since it was listed. */
async function readRecord(path: string): Promise<ArchivedDocument | undefined> {
  const text = await readIfThere(path);
  if (text === undefined) return undefined;
  const { document: _, ...record } = parseRecord(text, path) as ArchivedDocument & { document?: unknown };
  return record;
}

/** Undefined when it was removed since it was listed. */
async function readHead(path: string): Promise<ArchivedHead | undefined> {
  try {
    return JSON.parse(`${await readFirstLine(path)}}`) as ArchivedHead;
  } catch (error) {
    if (error instanceof StemmaError) throw error;
  }
  // Written by an earlier Stemma, by hand, or damaged; or its head is long.
  const record = await readRecord(path);
  return record && headOf(record);
}

/** Undefined when there is no such file, or no line in its beginning. */
async function readFirstLine(path: string): Promise<string | undefined> {
  try {
    const file = await open(path);
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0);
      const end = buffer.subarray(0, bytesRead).indexOf('\n');
      return end < 0 ? undefined : buffer.toString('utf8', 0, end);
    } finally {
      await file.close();
    }
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return undefined;
    throw new StemmaError('STORE_UNAVAILABLE', `${path} cannot be read: ${diskReason(cause)}`, cause);
  }
}

function parseRecord(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new StemmaError(
      'STORE_CORRUPT',
      `${path} is not JSON: delete it and build its document again`,
      cause,
    );
  }
}

async function readIfThere(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    if (isCode(cause, 'ENOENT')) return undefined;
    throw new StemmaError('STORE_UNAVAILABLE', `${path} cannot be read: ${diskReason(cause)}`, cause);
  }
}

/** Undefined when it is damaged: then it is as if nothing had been built. */
function parseBuilt(json: string): Built | undefined {
  try {
    const { fingerprint, ...rest } = JSON.parse(json) as Partial<Built>;
    return typeof fingerprint === 'string' ? { fingerprint, ...rest } : undefined;
  } catch {
    return undefined;
  }
}

let counter = 0;

/** Writes beside the place, flushes, and renames into place. */
async function writeWhole(path: string, content: string | Uint8Array): Promise<void> {
  const folder = join(path, '..');
  const beside = `${path}.${process.pid}-${++counter}.tmp`;
  try {
    await mkdir(folder, { recursive: true });
    const file = await open(beside, 'w');
    try {
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (cause) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw new StemmaError('STORE_UNAVAILABLE', `${path} cannot be written: ${diskReason(cause)}`, cause);
  }
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
