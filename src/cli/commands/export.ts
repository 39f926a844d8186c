/** `stemma export`: the graph, or what a query returns of it, in a format of other programs. */
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { StemmaError } from '../../errors.ts';
import { type ExportFile, formatNamed, type GraphSource } from '../../export/index.ts';
import { openLibrary } from '../../library.ts';
import { queriedSource } from '../../queried.ts';
import type { Store } from '../../store/port.ts';
import { VERSION } from '../../version.ts';
import { say, write } from '../output.ts';
import type { Exit, ExportOptions } from '../stemma.ts';

/** A query's rows are limited, so that a mistake does not fill the memory. */
const LIMITS = { rows: 1_000_000, milliseconds: 600_000 };

export async function exportGraph(options: Readonly<ExportOptions>): Promise<Exit> {
  const format = formatNamed(options.format);
  const { output } = options;
  if (format.shape === 'folder' && output === undefined)
    throw new StemmaError('USAGE', `${format.name} writes several files: name a folder with -o`);
  const library = await openLibrary(options.store);
  try {
    const files = format.write(await source(library.store, options), {
      creator: `Stemma ${VERSION}`,
      title: options.query === undefined ? 'Stemma' : `Stemma: ${options.query}`,
    });
    if (output === undefined)
      for (const file of files) for await (const chunk of file.chunks) await write(chunk);
    else if (format.shape === 'file') await writeFiles(files, () => output);
    else await writeFiles(files, (name) => join(output, name));
    return 0;
  } finally {
    await library.close();
  }
}

async function source(store: Store, { query, param }: Readonly<ExportOptions>): Promise<GraphSource> {
  if (query === undefined) return store;
  const { source, truncated } = await queriedSource(store, query, param, LIMITS);
  if (truncated) say(`the query was stopped after ${LIMITS.rows} rows`);
  return source;
}

/** Beside its place first: a file that is there is whole. */
async function writeFiles(files: readonly ExportFile[], place: (name: string) => string): Promise<void> {
  for (const file of files) {
    const path = place(file.name);
    const beside = `${path}.part`;
    try {
      await mkdir(dirname(path), { recursive: true });
      await pipeline(Readable.from(file.chunks), createWriteStream(beside));
      await rename(beside, path);
    } catch (cause) {
      await rm(beside, { force: true }).catch(() => undefined);
      if (cause instanceof StemmaError || !(cause instanceof Error && 'syscall' in cause)) throw cause;
      throw new StemmaError('USAGE', `${path} cannot be written (${cause.message})`, cause);
    }
    say(`wrote ${path}`);
  }
}
