/**
 * Read queries that people write, and what it means that two engines answer them alike. The queries stand in
 * `conformance/*.cypher`: each ends with `;` at the end of a line, `// lists in any order` before one says that Cypher
 * leaves the order inside its lists open, as it does for `collect` without an ORDER BY before it.
 */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { ingest } from '../../src/ingest/index.ts';
import { assemble, extract } from '../../src/pipeline.ts';
import type { Graph } from '../../src/records.ts';
import { loadAuthorities } from '../../src/seed.ts';
import type { QueryParameters, QueryResult, QueryValue } from '../../src/store/port.ts';
import { FIXTURE } from './fixture.ts';

export type Conforming = Readonly<{
  subject: string;
  cypher: string;
  anyListOrder: boolean;
  /** Where an ORDER BY may leave some rows side by side, as those with the same name. */
  anyRowOrder?: true;
}>;

/** For every query. */
export const PARAMETERS: QueryParameters = {
  property: 'title',
  text: '《联合国宪章》',
  part: '联合',
  number: 41,
  list: ['a', '二'],
  map: { a: 1, code: 'RUS' },
  nothing: null,
  ids: ['agr:1996', 'state:RUS'],
  code: 'CHN',
  rows: [
    { id: 'state:RUS', rank: 2 },
    { id: 'state:CHN', rank: 1 },
  ],
  skip: 1,
  limit: 2,
};

const FOLDER = fileURLToPath(new URL('./conformance/', import.meta.url));
const DOCUMENTS = fileURLToPath(new URL('../../seed/documents/zh/', import.meta.url));
const ANY_ORDER = '// lists in any order\n';

/** All of them, by subject. */
export async function loadConforming(): Promise<readonly Conforming[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.cypher')).sort();
  const files = names.map(async (name) => {
    // The first line says what the file is about.
    const [, text = ''] = /^\/\/.*\n([\s\S]*)$/.exec(await readFile(`${FOLDER}${name}`, 'utf8')) ?? [];
    return text
      .split(/;\n/)
      .filter((part) => part.trim() !== '')
      .map((part) => ({
        subject: name.replace('.cypher', ''),
        cypher: part.replace(ANY_ORDER, '').trim(),
        anyListOrder: part.includes(ANY_ORDER),
      }));
  });
  return (await Promise.all(files)).flat();
}

/** The seed's graph, read by the pipeline, and the fixture beside it. */
export async function conformanceGraph(): Promise<Graph> {
  const authorities = await loadAuthorities();
  const names = (await readdir(DOCUMENTS)).filter((name) => name.endsWith('.txt')).sort();
  const extractions = names.map(async (name) =>
    extract(ingest(await readFile(`${DOCUMENTS}${name}`), name), authorities),
  );
  const seed = assemble(await Promise.all(extractions), authorities);
  return { nodes: together(seed.nodes, FIXTURE.nodes), edges: together(seed.edges, FIXTURE.edges) };
}

function together<T extends Readonly<{ id: string }>>(some: readonly T[], more: readonly T[]): readonly T[] {
  return [...new Map([...more, ...some].map((item) => [item.id, item])).values()];
}

/** An answer as a text that is the same when the answers are: rows in order only where the query orders them. */
export function comparable(
  answer: QueryResult,
  { cypher, anyListOrder, anyRowOrder }: Conforming,
): readonly string[] {
  const rows = answer.rows.map((row) => canonical([...row], anyListOrder));
  const inOrder = isOrdered(cypher) && !anyRowOrder ? rows : rows.sort();
  return [canonical([...answer.columns], false), ...inOrder];
}

/** Whether the last RETURN says in which order: of all rows, so not behind a UNION outside braces. */
function isOrdered(cypher: string): boolean {
  if (/\bUNION\b(?![^{}]*\})/i.test(cypher)) return false;
  return /\bORDER BY\b/i.test(cypher.slice(cypher.search(/\bRETURN\b(?![\s\S]*\bRETURN\b)/i)));
}

function canonical(value: QueryValue, anyOrder: boolean): string {
  if (Array.isArray(value)) {
    const items = (value as readonly QueryValue[]).map((item) => canonical(item, anyOrder));
    return `[${(anyOrder ? items.sort() : items).join(', ')}]`;
  }
  // Engines add floats in different orders.
  if (typeof value === 'number' && !Number.isInteger(value)) return String(Number(value.toPrecision(12)));
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value as Readonly<Record<string, QueryValue>>).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  return `{${entries.map(([name, item]) => `${name}: ${canonical(item, anyOrder)}`).join(', ')}}`;
}
