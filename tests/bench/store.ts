/** `npm run bench -- store`: load, size, memory, reopening, reading and export of a large graph, on every engine there is. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { missing } from '../neo4j/jars.ts';
import { startServer } from '../neo4j/server.ts';
import { type Cell, formatTable } from '../table.ts';
import { report } from './report.ts';
import type { Figures, Job } from './store-once.ts';

const ONCE = fileURLToPath(new URL('store-once.ts', import.meta.url));
const MB = 1_000_000;
const SIZE = { nodes: 100_000, edges: 500_000 };
const LARGE = { nodes: 200_000, edges: 1_000_000 };
/** What is aimed at on the embedded engine, p95 in milliseconds; loading and export once. */
const AIMS: Readonly<Record<string, number>> = {
  load: 120_000,
  'open, and one node': 5000,
  neighbourhood: 300,
  search: 500,
  'lineage to depth 4': 3000,
};
const MEMORY_AIM = 3000 * MB;

/** Prints the tables. Answers whether the embedded engine is as it should be. */
export async function benchStore({ large }: Readonly<{ large: boolean }>): Promise<boolean> {
  const size = large ? LARGE : SIZE;
  const folder = mkdtempSync(join(tmpdir(), 'stemma-bench-'));
  try {
    const isWell = show('embedded', size, join(folder, 'graph'), () => bytesIn(folder));
    const why = missing();
    if (why) console.log(`Neo4j: not measured, ${why}`);
    else await benchServer(size);
    return isWell;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function benchServer(size: typeof SIZE): Promise<void> {
  const server = await startServer();
  try {
    show('Neo4j', size, server.uri, () => undefined);
  } finally {
    await server.stop();
  }
}

function show(name: string, size: typeof SIZE, where: string, disk: () => number | undefined): boolean {
  const load = run({ what: 'load', where, ...size });
  const bytes = disk();
  const read = run({ what: 'read', where, ...size });
  const times = { ...load.times, ...read.times };
  const rows = Object.entries(times).map(([what, each]): Cell[] => {
    const sorted = [...each].sort((a, b) => a - b);
    return [what, each.length, milliseconds(at(sorted, 0.5)), milliseconds(at(sorted, 0.95))];
  });
  const title = `${name}, ${size.nodes} nodes and ${size.edges} edges`;
  console.log(formatTable([[title, 'times', 'p50 ms', 'p95 ms'], ...rows]));
  console.log(
    `memory: ${inMB(load.rss)} MB at most while loading (of which ${inMB(load.rssBefore)} are the graph itself), ` +
      `${inMB(read.rss)} MB while reading and exporting` +
      (bytes === undefined ? '\n' : `; on disk: ${inMB(bytes)} MB\n`),
  );
  if (name !== 'embedded') return true;
  const slow = Object.entries(AIMS).filter(
    ([what, aim]) =>
      at(
        [...(times[what] ?? [])].sort((a, b) => a - b),
        0.95,
      ) > aim,
  );
  const isWell = slow.length === 0 && load.rss < MEMORY_AIM;
  const said =
    slow.map(([what, aim]) => `${what} over ${aim} ms`).join(', ') || `memory aim ${inMB(MEMORY_AIM)} MB`;
  return report(isWell, `embedded: ${said}`);
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

function at(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0;
}

function milliseconds(value: number): number {
  return Number(value < 100 ? value.toFixed(1) : value.toFixed(0));
}

function inMB(bytes: number): number {
  return Math.round(bytes / MB);
}
