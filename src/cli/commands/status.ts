/** `stemma status`: the store, what it holds, and the version. */
import { openLibrary } from '../../library.ts';
import { VERSION } from '../../version.ts';
import { line, table, write } from '../output.ts';
import type { Exit } from '../stemma.ts';

export async function status(options: Readonly<{ store: string; json?: boolean }>): Promise<Exit> {
  const library = await openLibrary(options.store);
  try {
    const { kind, where, engine, nodes, edges } = await library.store.status();
    if (options.json === true) {
      await line(JSON.stringify({ version: VERSION, store: { kind, where, engine }, nodes, edges }));
      return 0;
    }
    await line(`stemma ${VERSION}`);
    await line(`store  ${where} (${kind}, ${engine})\n`);
    await write(table(['label', 'nodes'], counts(nodes)));
    await write(`\n${table(['relationship', 'edges'], counts(edges))}`);
    return 0;
  } finally {
    await library.close();
  }
}

function counts(record: Readonly<Record<string, number>>): [string, number][] {
  const rows = Object.entries(record).filter(([, count]) => count > 0);
  return [...rows, ['all', rows.reduce((sum, [, count]) => sum + count, 0)]];
}
