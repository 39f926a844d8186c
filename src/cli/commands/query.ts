/** `stemma query`: a read-only Cypher query, as a table, JSON or CSV. */
import { text } from 'node:stream/consumers';
import { csvRow } from '../../export/csv-cell.ts';
import { openLibrary } from '../../library.ts';
import { ANSWER_BYTES } from '../../store/limits.ts';
import type { QueryResult, QueryValue } from '../../store/port.ts';
import { line, say, table, write } from '../output.ts';
import type { Exit, QueryOptions } from '../stemma.ts';

export async function query(cypher: string, options: Readonly<QueryOptions>): Promise<Exit> {
  const asked = cypher === '-' ? await text(process.stdin) : cypher;
  const library = await openLibrary(options.store);
  try {
    const limits = { rows: options.limit, milliseconds: options.timeout * 1000 };
    const result = await library.store.ask(asked, options.param, limits);
    await WRITERS[options.format](result);
    if (result.limit === 'bytes') say(`stopped after ${ANSWER_BYTES / 1e6} MB; return less of each row`);
    else if (result.truncated) say(`stopped after ${options.limit} rows; --limit N asks for more`);
    return 0;
  } finally {
    await library.close();
  }
}

const WRITERS: Record<QueryOptions['format'], (result: QueryResult) => Promise<void>> = {
  async table({ columns, rows }) {
    await write(
      table(
        columns,
        rows.map((row) => row.map(cell)),
      ),
    );
    say(`${rows.length} row${rows.length === 1 ? '' : 's'}`);
  },
  async json({ columns, rows }) {
    const objects = rows.map((row) =>
      JSON.stringify(Object.fromEntries(columns.map((name, i) => [name, row[i]]))),
    );
    await line(objects.length === 0 ? '[]' : `[\n${objects.join(',\n')}\n]`);
  },
  async csv({ columns, rows }) {
    await write(csvRow(columns));
    for (const row of rows) await write(csvRow(row.map(cell)));
  },
};

/** Texts and numbers as they are, everything else as JSON; null is empty. */
function cell(value: QueryValue | undefined): string | number {
  if (value === null || value === undefined) return '';
  return typeof value === 'string' || typeof value === 'number' ? value : JSON.stringify(value);
}
