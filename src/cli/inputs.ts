/** The files that a command line names: folders walked in sorted order, `-` for stdin; what cannot be read is told as a value. */
import { createReadStream } from 'node:fs';
import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join, relative, resolve } from 'node:path';
import { buffer } from 'node:stream/consumers';
import type { FailedInput, Input } from '../build.ts';
import { type ErrorCode, StemmaError } from '../errors.ts';
import { ROOT } from '../version.ts';

/** The largest file that is read. */
export const MAX_BYTES = 64 * 1024 * 1024;

/** Names of the documents that come with Stemma do not depend on where the command was started. */
const SEED = 'seed/documents';

/** Every file that the arguments name, one at a time. */
export async function* readInputs(paths: readonly string[]): AsyncGenerator<Input | FailedInput> {
  for (const path of paths) {
    if (path === '-') yield await readStdin();
    else yield* readPath(path);
  }
}

/** How many files the arguments name, as far as can be told without reading them. */
export async function countInputs(paths: readonly string[]): Promise<number> {
  let count = 0;
  for (const path of paths) {
    const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => undefined);
    count += entries?.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).length ?? 1;
  }
  return count;
}

/** How many lines the files have; what cannot be read has none. */
export async function countLines(files: readonly string[]): Promise<number> {
  let count = 0;
  for (const file of files)
    try {
      for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>)
        for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) count++;
    } catch {
      // Told when it is read.
    }
  return count;
}

/** The documents that come with Stemma. */
export async function* seedInputs(): AsyncGenerator<Input | FailedInput> {
  for await (const input of readPath(join(ROOT, SEED))) {
    if ('error' in input) yield input;
    else yield { ...input, source: { ...input.source, name: slashes(relative(ROOT, input.source.at)) } };
  }
}

async function readStdin(): Promise<Input | FailedInput> {
  const bytes = await buffer(process.stdin);
  // Two texts from stdin are not two states of one file.
  const at = `stdin:${performance.timeOrigin}`;
  return { source: { name: '-', at }, bytes };
}

async function* readPath(path: string): AsyncGenerator<Input | FailedInput> {
  try {
    const kind = await stat(path);
    if (!kind.isDirectory()) {
      yield await readOne(path, kind.size);
      return;
    }
  } catch (error) {
    yield failure(path, error);
    return;
  }
  let empty = true;
  for await (const input of walk(path, new Set())) {
    empty = false;
    yield input;
  }
  if (empty) yield failed(path, 'NO_DOCUMENTS', 'no files in this folder; put texts into it');
}

/** Files of a folder and its folders, sorted by path; names that begin with a dot are left out, and a folder is entered once. */
async function* walk(folder: string, entered: Set<string>): AsyncGenerator<Input | FailedInput> {
  const real = await realpath(folder);
  if (entered.has(real)) return;
  entered.add(real);
  let names: string[];
  try {
    names = (await readdir(folder)).filter((name) => !name.startsWith('.')).sort();
  } catch (error) {
    yield failure(folder, error);
    return;
  }
  for (const name of names) {
    const path = join(folder, name);
    try {
      const kind = await stat(path);
      if (kind.isDirectory()) yield* walk(path, entered);
      else if (kind.isFile()) yield await readOne(path, kind.size);
    } catch (error) {
      yield failure(path, error);
    }
  }
}

async function readOne(path: string, size: number): Promise<Input | FailedInput> {
  if (size > MAX_BYTES)
    return failed(
      path,
      'TOO_LARGE',
      `is larger than ${MAX_BYTES / 1024 / 1024} MB; split it into its documents`,
    );
  return { source: { name: slashes(path), at: resolve(path) }, bytes: await readFile(path) };
}

const REASONS: Readonly<Record<string, readonly [ErrorCode, string]>> = {
  ENOENT: ['NOT_FOUND', 'no such file or folder'],
  ENOTDIR: ['NOT_FOUND', 'no such file or folder'],
  EACCES: ['UNREADABLE', 'you may not read it'],
  EPERM: ['UNREADABLE', 'you may not read it'],
  ELOOP: ['UNREADABLE', 'a link that leads to itself'],
};

function failure(path: string, error: unknown): FailedInput {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const [ours, why] = REASONS[code] ?? (['UNREADABLE', `cannot be read (${String(error)})`] as const);
  return failed(path, ours, why, error);
}

function failed(path: string, code: ErrorCode, why: string, cause?: unknown): FailedInput {
  return { name: slashes(path), error: new StemmaError(code, `${slashes(path)}: ${why}`, cause) };
}

function slashes(path: string): string {
  return path.replaceAll('\\', '/');
}
