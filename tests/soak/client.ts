/** What a client does: each kind of request, and how often. */
import type { DocumentsResponse, PathsResponse, UploadResponse } from '../../src/api/types.ts';
import { TEXTS } from '../cli/run.ts';
import { LINEAGE_TEXTS } from '../lineage-texts.ts';

export type Client = {
  readonly address: string;
  readonly number: number;
  round: number;
  /** The document that is its own. */
  uploaded: string | undefined;
};

/** The answer of a kind for which the client has nothing to ask. */
export const NOTHING_TO_DO = Symbol('nothing to do');

/** Of the lineage texts: no client takes them away. */
const [CITING, CITED] = ['agr:sino-russian-statement-1996', 'agr:un-charter-1945'];

const QUERIES = [
  'MATCH (a:Agreement)-[r]->(b:Agreement) RETURN a.title, type(r), b.title ORDER BY a.title, b.title LIMIT 50',
  'MATCH p = (a:Agreement)-[*1..4]->(b:Agreement) RETURN p LIMIT 20',
  'MATCH (n) RETURN labels(n)[0] AS label, count(*) AS count ORDER BY count DESC',
  'UNWIND range(1, 100000) AS x RETURN sum(x * x % 7)',
];
const FORMATS = ['graphml', 'gexf', 'graphology', 'csv', 'neo4j-csv', 'turtle'];
const WORDS = ['联合', '宪章', 'statement', 'zhong', '1996', 'x'];

export const KINDS = [
  { name: 'graph', weight: 15, ask: (me) => read(me, 'graph?limit=1000') },
  { name: 'search', weight: 15, ask: (me) => read(me, `search?q=${encodeURIComponent(one(WORDS, me))}`) },
  { name: 'node', weight: 15, ask: askNode },
  { name: 'documents', weight: 10, ask: askDocument },
  { name: 'paths', weight: 5, ask: askPaths },
  { name: 'query', weight: 20, ask: (me) => query(me, one(QUERIES, me)) },
  { name: 'gone', weight: 3, ask: leave },
  { name: 'export', weight: 7, ask: (me) => read(me, `export?format=${one(FORMATS, me)}`) },
  { name: 'build', weight: 5, ask: upload },
  { name: 'remove', weight: 5, ask: remove },
] as const satisfies readonly Readonly<{ name: string; weight: number; ask(me: Client): Promise<unknown> }>[];
export type Kind = (typeof KINDS)[number]['name'];

function one<T>(list: readonly T[], { number, round }: Client): T {
  return list[(number + round) % list.length] as T;
}

async function send(me: Client, path: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(`${me.address}api/${path}`, init);
  if (response.ok) return response;
  throw new Error(`${response.status} ${await response.text()}`);
}

async function read<T>(me: Client, path: string): Promise<T> {
  const response = await send(me, path);
  const isJson = response.headers.get('content-type')?.startsWith('application/json');
  return (isJson ? await response.json() : await response.arrayBuffer()) as T;
}

async function query(me: Client, text: string, signal?: AbortSignal): Promise<unknown> {
  const response = await send(me, 'cypher', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: text, milliseconds: 60_000 }),
    ...(signal && { signal }),
  });
  return response.json();
}

async function askNode(me: Client): Promise<void> {
  const id = encodeURIComponent(one([CITING, CITED], me));
  await read(me, `nodes/${id}`);
  await read(me, `nodes/${id}/neighbours`);
}

async function askDocument(me: Client): Promise<void> {
  const { documents } = await read<DocumentsResponse>(me, 'documents');
  const kept = documents.filter(({ sources }) => sources.some((name) => name in LINEAGE_TEXTS));
  await read(me, `documents/${encodeURIComponent(one(kept, me).id)}`);
}

async function askPaths(me: Client): Promise<void> {
  const { paths } = await read<PathsResponse>(me, `paths?from=${CITING}&to=${CITED}`);
  if (paths.length === 0) throw new Error('there is no path');
}

/** Goes away before the answer comes. */
async function leave(me: Client): Promise<void> {
  const signal = AbortSignal.timeout(50 + ((me.round * 37) % 300));
  const endless =
    'UNWIND range(1, 100000) AS x WITH x WHERE size([y IN range(1, 20000) WHERE x = -y]) > 0 RETURN count(x)';
  await query(me, endless, signal).then(
    () => Promise.reject(new Error('an endless query ended')),
    (error: Error) => (error.name === 'TimeoutError' ? undefined : Promise.reject(error)),
  );
}

/** A text of its own, in place of the one before. */
async function upload(me: Client): Promise<void> {
  const body = `${TEXTS.statement}第${me.number}号第${me.round}次\n`;
  const headers = { 'content-type': 'text/plain' };
  const response = await send(me, `documents?source=own-${me.number}.txt`, { method: 'POST', headers, body });
  const { added, failed } = (await response.json()) as UploadResponse;
  if (failed.length > 0 || added.length !== 1) throw new Error(JSON.stringify({ added, failed }));
  me.uploaded = added[0]?.id;
}

async function remove(me: Client): Promise<unknown> {
  if (me.uploaded === undefined) return NOTHING_TO_DO;
  const id = encodeURIComponent(me.uploaded);
  me.uploaded = undefined;
  return send(me, `documents/${id}`, { method: 'DELETE' });
}
