/** What a server calls the columns of a query: what stands in its RETURN, as it is written there. */
import type { Brackets } from './brackets.ts';

/** A column's name; `*` for all the names there are. */
export type ColumnName = string;

/** The columns of the first RETURN that is not in brackets, which in a UNION is the one that counts. */
export function columnNames(query: Brackets): readonly ColumnName[] {
  const start = [...query.level(0)].find((at) => query.isClause(at) && query.key(at) === 'RETURN');
  if (start === undefined) return [];
  const names: ColumnName[] = [];
  let first = query.key(start + 1) === 'DISTINCT' ? start + 2 : start + 1;
  for (const at of [...query.level(first), query.tokens.length]) {
    const isEnd = at === query.tokens.length || query.isClause(at) || endsItems(query, at);
    if (!isEnd && query.key(at) !== ',') continue;
    names.push(nameOf(query, first, at));
    if (isEnd) break;
    first = at + 1;
  }
  return names;
}

function endsItems(query: Brackets, at: number): boolean {
  const key = query.key(at);
  if (key === 'ORDER') return query.key(at + 1) === 'BY';
  return key === 'SKIP' || key === 'OFFSET' || key === 'LIMIT';
}

function nameOf(query: Brackets, from: number, to: number): ColumnName {
  const [first, last] = [query.tokens[from], query.tokens[to - 1]];
  if (query.key(to - 2) === 'AS' && last) return last.kind === 'quoted' ? last.key : last.text;
  // a {.id} is called a.
  const isMap = query.key(from + 1) === '{' && query.pair(from + 1) === to - 1 && first?.kind === 'word';
  if (isMap && !['EXISTS', 'COUNT', 'COLLECT'].includes(first.key)) return first.text;
  if (to === from + 1 && first?.kind === 'quoted') return first.key;
  return query.slice(from, to);
}

/** The columns in the order and with the names that a server gives them: `places` says where each is in the answer. */
export function namedColumns(
  names: readonly ColumnName[],
  columns: readonly string[],
): Readonly<{ columns: readonly string[]; places: readonly number[] }> {
  const stars = columns.length - names.filter((name) => name !== '*').length;
  if (names[0] === '*' && stars >= 0) {
    // All names in their own order come first.
    const all = columns.slice(0, stars).map((name, at) => ({ name, at }));
    all.sort((a, b) => (a.name < b.name ? -1 : 1));
    const others = columns.slice(stars).map((name, at) => ({ name: names[at + 1] ?? name, at: at + stars }));
    const ordered = [...all, ...others];
    return { columns: ordered.map(({ name }) => name), places: ordered.map(({ at }) => at) };
  }
  const places = columns.map((_, at) => at);
  if (names.length !== columns.length) return { columns, places };
  return { columns: columns.map((column, at) => names[at] ?? column), places };
}
