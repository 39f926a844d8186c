/** Writes pages as the items of a JSON array, one a line. */

/** Each record as the item that `entry` makes of it, with commas between; a chunk a page. */
export async function* jsonItems<T>(
  pages: AsyncIterable<readonly T[]>,
  entry: (record: T) => unknown,
): AsyncGenerator<string> {
  let separator = '\n';
  for await (const page of pages) {
    let chunk = '';
    for (const record of page) {
      chunk += separator + JSON.stringify(entry(record), wellFormed);
      separator = ',\n';
    }
    yield chunk;
  }
  yield '\n';
}

const wellFormed = (_key: string, value: unknown) =>
  typeof value === 'string' ? value.toWellFormed() : value;
