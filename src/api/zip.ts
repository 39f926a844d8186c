/** Several files as one, written as they are read. */
import { strToU8, Zip, ZipDeflate } from 'fflate';
import type { ExportFile } from '../export/index.ts';

/** The time that every entry carries: none is known, and the same files give the same bytes. */
const NO_TIME = new Date(1980, 0, 1);

/** A zip archive of the files, in chunks. */
export async function* zipped(files: readonly ExportFile[]): AsyncGenerator<Uint8Array> {
  let ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  for (const { name, chunks } of files) {
    const entry = new ZipDeflate(name, { level: 6 });
    entry.mtime = NO_TIME;
    zip.add(entry);
    for await (const chunk of chunks) {
      entry.push(strToU8(chunk));
      yield* ready;
      ready = [];
    }
    entry.push(new Uint8Array(), true);
  }
  zip.end();
  yield* ready;
}
