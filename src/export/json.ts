/** Writes pages as the items of a JSON array or the entries of an object, one a line. */
import type { PropertyValue } from '../../graph/vocabulary.ts';
import type { Cell } from './columns.ts';

/** Each record as the item that `item` makes of it, with commas between; a chunk a page. */
export function jsonItems<T>(
  pages: AsyncIterable<readonly T[]>,
  item: (record: T) => unknown,
): AsyncGenerator<string> {
  return separated(pages, (record) => jsonText(item(record)));
}

/** Each record as the `"key": value` that `entry` makes of it. */
export function jsonEntries<T>(
  pages: AsyncIterable<readonly T[]>,
  entry: (record: T) => readonly [key: string, value: unknown],
): AsyncGenerator<string> {
  return separated(pages, (record) => {
    const [key, value] = entry(record);
    return `${jsonText(key)}:${jsonText(value)}`;
  });
}

/** The cells as an object. */
export function valuesOf(cells: readonly Cell[]): Record<string, PropertyValue> {
  return Object.fromEntries(cells.map(({ column, value }) => [column.name, value]));
}

async function* separated<T>(
  pages: AsyncIterable<readonly T[]>,
  text: (record: T) => string,
): AsyncGenerator<string> {
  let separator = '\n';
  for await (const page of pages) {
    let chunk = '';
    for (const record of page) {
      chunk += separator + text(record);
      separator = ',\n';
    }
    yield chunk;
  }
  yield '\n';
}

function jsonText(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'string' ? part.toWellFormed() : part,
  );
}
