/**
 * One part of the store's bench in a process of its own, so that its memory is its own: `load` writes the made graph,
 * `read` asks it, `tables` writes it as neo4j-csv into a folder. Reads a job from stdin, writes figures as JSON.
 */
import { createWriteStream, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { formatNamed } from '../../src/export/index.ts';
import { neighbours, paths } from '../../src/store/browse.ts';
import { pagesOf } from '../../src/store/content.ts';
import { openStore } from '../../src/store/index.ts';
import type { Store } from '../../src/store/port.ts';
import { memoryOf } from '../memory-of.ts';
import { makeGraph, randomFrom } from './made-graph.ts';

export type Job = Readonly<{ what: 'load' | 'read' | 'tables'; where: string; nodes: number; edges: number }>;
/** Milliseconds of each time that something was done; `processor` are those of this process alone, with its threads. */
export type Figures = Readonly<{
  times: Readonly<Record<string, readonly number[]>>;
  processor: Readonly<Record<string, readonly number[]>>;
  rss: number;
  rssBefore: number;
}>;

/** The made graph takes a good part of it. */
const MEMORY = 8_000_000_000;
const TIMES = 100;
const LIMITS = { rows: 1000, milliseconds: 60_000 };
const LINEAGE = 'MATCH (a:Agreement {id: $id})-[*1..4]->(b:Agreement) RETURN DISTINCT b.id LIMIT 1000';
const SHORTEST =
  'MATCH p = shortestPath((a:Agreement {id: $id})-[*..6]->(b:Agreement {id: $to})) RETURN length(p)';

const job = JSON.parse(readFileSync(0, 'utf8')) as Job;
const times: Record<string, number[]> = {};
const processor: Record<string, number[]> = {};

async function timed<T>(name: string, work: () => Promise<T>): Promise<T> {
  const start = performance.now();
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  times[name] = [...(times[name] ?? []), performance.now() - start];
  processor[name] = [...(processor[name] ?? []), (user + system) / 1000];
  return result;
}

async function load(): Promise<number> {
  const graph = makeGraph(job.nodes, job.edges);
  const before = process.memoryUsage.rss();
  const store = await openStore(job.where, { memory: MEMORY });
  await timed('load', () => store.write(graph));
  await timed('write the same again', () => store.write(graph));
  const [first, ...others] = graph.nodes;
  if (!first) throw new Error('the made graph is empty');
  const changed = { ...first, properties: { ...first.properties, name: '改名' } };
  await timed('write one change', () => store.write({ nodes: [changed, ...others], edges: graph.edges }));
  await store.close();
  return before;
}

async function read(): Promise<number> {
  const before = process.memoryUsage.rss();
  for (let n = 0; n < 3; n++) {
    const opened = await timed('open, and one node', async () => {
      const store = await openStore(job.where);
      await store.read("MATCH (a:Agreement {id: 'agreement:1'}) RETURN a.name");
      return store;
    });
    await opened.close();
  }
  const store = await openStore(job.where);
  await timed('first search', () => store.search('渔业', 10));
  const random = randomFrom(11);
  const agreements = Math.round(job.nodes * 0.4);
  const any = () => Math.floor(random() * agreements);
  await store.ask('RETURN 1 AS x', {}, LIMITS);
  for (let n = 0; n < TIMES; n++) await readOnce(store, any(), any());
  for (const format of ['graphology', 'csv']) await timed(`export ${format}`, () => exportAll(store, format));
  await store.close();
  return before;
}

async function readOnce(store: Store, one: number, other: number): Promise<void> {
  const id = `agreement:${Math.max(one, other)}`;
  const to = `agreement:${Math.floor(Math.min(one, other) / 100)}`;
  await timed('neighbourhood', () => neighbours(store, id, { limit: 200 }));
  await timed('lineage to depth 4', () => store.ask(LINEAGE, { id }, LIMITS));
  await timed('shortest path', () => store.ask(SHORTEST, { id, to }, LIMITS));
  await timed('paths to depth 3', () => paths(store, id, to, { maxDepth: 3 }));
  await timed('search', () => store.search(`第${one}号`, 10));
}

async function exportAll(store: Store, format: string): Promise<void> {
  for (const file of formatNamed(format).write(store, { creator: 'Stemma', title: 'bench' }))
    for await (const chunk of file.chunks) void chunk.length;
}

/** What Neo4j's own bulk import takes. */
async function tables(): Promise<number> {
  const graph = makeGraph(job.nodes, job.edges);
  const before = process.memoryUsage.rss();
  await timed('export neo4j-csv', async () => {
    for (const file of formatNamed('neo4j-csv').write(pagesOf(graph), { creator: 'Stemma', title: 'bench' }))
      await pipeline(Readable.from(file.chunks), createWriteStream(join(job.where, file.name)));
  });
  return before;
}

/** With what it starts, where the system tells of others. */
let most = 0;
const watch = setInterval(() => {
  most = Math.max(most, memoryOf(process.pid));
}, 50);
const rssBefore = await { load, read, tables }[job.what]();
clearInterval(watch);
const rss = Math.max(most, process.resourceUsage().maxRSS * 1024);
const figures: Figures = { times, processor, rss, rssBefore };
console.log(JSON.stringify(figures));
process.exit(0);
