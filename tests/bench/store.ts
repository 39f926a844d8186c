/** `npm run bench -- store`: load, size, memory, reopening, reading and export of a large graph, on every engine there is. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runImport } from '../neo4j/import.ts';
import { missing } from '../neo4j/jars.ts';
import { startServer } from '../neo4j/server.ts';
import { type Cell, formatTable } from '../table.ts';
import { report } from './report.ts';
import type { Figures, Job } from './store-once.ts';

const ONCE = fileURLToPath(new URL('store-once.ts', import.meta.url));
const MB = 1_000_000;
const SIZES = [
  { nodes: 100_000, edges: 500_000 },
  { nodes: 200_000, edges: 1_000_000 },
] as const;
type Size = (typeof SIZES)[number];
/** What is aimed at on the embedded engine for each 500,000 edges, in milliseconds. */
const AIMS: readonly (readonly [what: string, part: 0.5 | 0.95, aim: number])[] = [
  ['load', 0.95, 60_000],
  ['write one change', 0.95, 60_000],
  ['open, and one node', 0.95, 5000],
  ['neighbourhood', 0.95, 300],
  ['search', 0.5, 50],
  ['lineage to depth 4', 0.95, 3000],
];
const MEMORY_AIM = 3000 * MB;

/** Prints the tables. Answers whether the embedded engine is as it should be. */
export async function benchStore({ small, large }: Readonly<{ small: boolean; large: boolean }>) {
  const why = missing();
  if (why) console.log(`Neo4j: not measured, ${why}`);
  let isWell = true;
  for (const size of small ? SIZES.slice(0, 1) : large ? SIZES.slice(1) : SIZES) {
    isWell = (await inFolder((folder) => benchEmbedded(size, folder))) && isWell;
    if (!why) await inFolder((folder) => benchServer(size, folder));
  }
  return isWell;
}

async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-bench-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchEmbedded(size: Size, folder: string): Promise<boolean> {
  const where = join(folder, 'graph');
  const load = run({ what: 'load', where, ...size });
  const disk = bytesIn(where);
  const read = run({ what: 'read', where, ...size });
  const times = { ...load.times, ...read.times };
  show('embedded', size, times, { ...load.processor, ...read.processor });
  console.log(`${memoryOf(load, read)}; on disk: ${inMB(disk)} MB\n`);
  const factor = size.edges / SIZES[0].edges;
  const missed = AIMS.filter(([what, part, aim]) => at(times[what], part) > aim * factor);
  const said = missed.map(([what, part, aim]) => `${what} p${part * 100} over ${aim * factor} ms`);
  if (load.rss > MEMORY_AIM * factor) said.push(`memory over ${inMB(MEMORY_AIM * factor)} MB`);
  return report(said.length === 0, `embedded: ${said.join(', ') || 'as aimed at'}`);
}

async function benchServer(size: Size, folder: string): Promise<void> {
  const data = join(folder, 'server');
  const server = await startServer([`server.directories.data=${data}`]);
  try {
    const load = run({ what: 'load', where: server.uri, ...size });
    const disk = bytesIn(data);
    const read = run({ what: 'read', where: server.uri, ...size });
    const tables = join(folder, 'tables');
    mkdirSync(tables);
    const written = run({ what: 'tables', where: tables, ...size });
    const start = performance.now();
    await runImport(tables);
    const bulk = { 'neo4j-admin database import full': [performance.now() - start] };
    const all = [load, read, written];
    const times = Object.assign({}, ...all.map((each) => each.times), bulk) as Figures['times'];
    const processor = Object.assign({}, ...all.map((each) => each.processor)) as Figures['processor'];
    show('Neo4j', size, times, processor);
    const rss = /VmHWM:\s*(\d+)/.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8'))?.[1];
    console.log(
      `${memoryOf(load, read)}; server: ${inMB(Number(rss) * 1024)} MB; on disk: ${inMB(disk)} MB\n`,
    );
  } finally {
    await server.stop();
  }
}

/** `processor` is what a busy machine does not change; on a server it is the client's half. */
function show(name: string, size: Size, times: Figures['times'], processor: Figures['processor']): void {
  const rows = Object.entries(times).map(([what, each]): Cell[] => {
    const [p50, p95] = [at(each, 0.5), at(each, 0.95)];
    return [what, each.length, ...[p50, p95, at(processor[what], 0.5)].map(milliseconds)];
  });
  const title = `${name}, ${size.nodes} nodes and ${size.edges} edges`;
  console.log(formatTable([[title, 'times', 'p50 ms', 'p95 ms', 'processor p50 ms'], ...rows]));
}

function memoryOf(load: Figures, read: Figures): string {
  return (
    `memory: ${inMB(load.rss)} MB at most while loading (of which ${inMB(load.rssBefore)} are the made graph), ` +
    `${inMB(read.rss)} MB while reading and exporting`
  );
}

function run(job: Job): Figures {
  const { stdout, status, stderr } = spawnSync(process.execPath, [ONCE], {
    input: JSON.stringify(job),
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  if (status !== 0) throw new Error(`${JSON.stringify(job)}: ${stderr}`);
  return JSON.parse(stdout) as Figures;
}

function bytesIn(folder: string): number {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((each) => each.isFile());
  return files.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}

function at(times: readonly number[] = [], part: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function milliseconds(value: number): number {
  return Number(value < 100 ? value.toFixed(1) : value.toFixed(0));
}

function inMB(bytes: number): number {
  return Math.round(bytes / MB);
}
