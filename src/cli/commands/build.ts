/** `stemma build`: documents, or extractions, into the store. */
import { type BuildInput, build } from '../../build.ts';
import { type LibraryOptions, openLibrary } from '../../library.ts';
import { countInputs, countLines, readInputs, seedInputs } from '../inputs.ts';
import { line, say } from '../output.ts';
import type { Exit } from '../stemma.ts';
import { counted, summaryOf, teller } from '../summary.ts';

export async function buildStore(
  paths: readonly string[],
  options: Readonly<{ fromExtractions?: readonly string[]; store: string; json?: boolean }> & LibraryOptions,
): Promise<Exit> {
  const library = await openLibrary(options.store, options);
  try {
    const { fromExtractions = [] } = options;
    const tell = teller((await countInputs(paths)) + (await countLines(fromExtractions)));
    process.once('SIGINT', interrupted);
    const summary = await build(library, inputs(paths, fromExtractions), tell);
    const { added, unchanged, replaced, failed, written } = summary;
    if (options.json === true) {
      const failures = failed.map(({ name, error }) => ({
        source: name,
        code: error.code,
        detail: error.message,
      }));
      await line(JSON.stringify({ added, unchanged, replaced, failed: failures, written }));
    } else {
      const parts = [
        `${counted(added.length, 'document') || 'no documents'} added`,
        `${unchanged.length} unchanged`,
        `${replaced.length} replaced`,
        `${failed.length} failed`,
      ];
      await line(`${parts.join(', ')}; ${summaryOf(written)}`);
    }
    return failed.length > 0 ? 1 : 0;
  } finally {
    process.off('SIGINT', interrupted);
    await library.close();
  }
}

/** What was read is kept, and the store holds the old graph or the new. */
function interrupted(): void {
  say('interrupted; the same command goes on from here');
  process.exit(130);
}

async function* inputs(paths: readonly string[], extractions: readonly string[]): AsyncGenerator<BuildInput> {
  if (paths.length > 0) yield* readInputs(paths);
  if (extractions.length > 0) {
    // Brings a schema compiler along.
    const { readExtractions } = await import('../extraction-files.ts');
    yield* readExtractions(extractions);
  }
  if (paths.length === 0 && extractions.length === 0) yield* seedInputs();
}
