/** `stemma remove`: a document out of the graph, with what only it supported. */
import { remove } from '../../build.ts';
import { type LibraryOptions, openLibrary } from '../../library.ts';
import { line } from '../output.ts';
import type { Exit } from '../stemma.ts';
import { summaryOf } from '../summary.ts';

export async function removeDocument(
  id: string,
  options: Readonly<{ store: string; json?: boolean }> & LibraryOptions,
): Promise<Exit> {
  const library = await openLibrary(options.store, options);
  try {
    const written = await remove(library, id);
    await line(
      options.json === true
        ? JSON.stringify({ removed: id, written })
        : `removed ${id}: ${summaryOf(written)}`,
    );
    return 0;
  } finally {
    await library.close();
  }
}
