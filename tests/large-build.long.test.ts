/** A build of many documents: its memory, and what is left of it when it is killed half-way. */
import { type ChildProcess, spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, test } from 'vitest';
import { PROGRAM, stemma } from './cli/run.ts';
import { writeTexts } from './made-texts.ts';
import { memoryOf } from './memory-of.ts';
import { NEO4J_TIMEOUT, SKIPPED, takeNeo4j } from './neo4j/use.ts';

/** So many that they are not put into a copy of the old graph. */
const MORE = 1000;
const COUNT = Number(process.env.STEMMA_TEXTS ?? 20_000);
/** Bytes; of the process with all its threads, and of those that it starts. */
const MEMORY = 1_500_000_000;
/** In which the graph does not fit. */
const LITTLE = 700_000_000;
const TIMEOUT = 60_000 + COUNT * 120;

const home = await mkdtemp(join(tmpdir(), 'stemma-large-'));
afterAll(() => rm(home, { recursive: true, force: true }));
const texts = join(home, 'texts');
writeTexts(texts, COUNT);

type Build = Readonly<{ child: ChildProcess; ended: Promise<Ended> }>;
type Ended = Readonly<{ code: number | null; stdout: string; stderr: string; peak: number; seconds: number }>;

function startBuild(store: string, archive: string, { folder = texts, memory = MEMORY } = {}): Build {
  const child = spawn(process.execPath, [PROGRAM, 'build', folder, '--json', '--store', store], {
    cwd: archive,
    env: { ...process.env, STEMMA_MEMORY: `${memory / 1e6}MB` },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const start = performance.now();
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, memoryOf(child.pid));
  }, 50);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const said = Promise.all([text(child.stdout), text(child.stderr)]);
  const all = ended.then(async (code) => {
    clearInterval(timer);
    const [stdout, stderr] = await said;
    return { code, stdout, stderr, peak, seconds: (performance.now() - start) / 1000 };
  });
  return { child, ended: all };
}

function inMB(bytes: number): number {
  return Math.round(bytes / 1e6);
}

function recordsIn(folder: string): number {
  try {
    return readdirSync(join(folder, 'records')).filter((name) => name.endsWith('.json')).length;
  } catch {
    return 0;
  }
}

/** Builds, killed half-way and again; `archive` is where the records lie, below the working folder. */
async function buildKilled(store: string, cwd: string, archive: string): Promise<void> {
  const first = startBuild(store, cwd);
  while (recordsIn(archive) < COUNT / 2) await sleep(100);
  first.child.kill('SIGKILL');
  await first.ended;
  const kept = recordsIn(archive);
  const { code, stdout, stderr, peak, seconds } = await startBuild(store, cwd).ended;
  expect(code, stderr).toBe(0);
  const summary = JSON.parse(stdout) as Record<'added' | 'unchanged', string[]>;
  const { written } = JSON.parse(stdout) as { written: Record<'nodes' | 'edges', { created: number }> };
  expect(summary.added.length + summary.unchanged.length).toBe(COUNT);
  // What was extracted before the kill is not extracted again.
  expect(summary.unchanged).toHaveLength(kept);
  expect(stderr).toMatch(/read \d+ of \d+ documents, [\d.]+\/s, .* left/);
  process.stderr.write(
    `${COUNT} documents into ${store}: killed at ${kept}, the rest in ${seconds.toFixed(0)} s, ` +
      `${written.nodes.created} nodes, ${written.edges.created} edges, ${inMB(peak)} MB at most\n`,
  );
  expect(peak).toBeGreaterThan(100_000_000);
  expect(peak).toBeLessThan(MEMORY);
  const status = await stemma(['status', '--json', '--store', store], { cwd });
  expect(status.stdout).toContain(`"Document":${COUNT}`);
}

describe.skipIf(process.platform !== 'linux')(`${COUNT} documents`, () => {
  test('into the embedded store', { timeout: TIMEOUT }, async () => {
    await buildKilled(join(home, 'graph'), home, join(home, 'graph', 'archive'));
  });

  test('what does not fit stops below the limit, leaves the old graph, and goes on with more', {
    timeout: TIMEOUT,
  }, async () => {
    const [store, more] = [join(home, 'graph'), join(home, 'more')];
    writeTexts(more, MORE, COUNT);
    const before = await stemma(['status', '--json', '--store', store], { cwd: home });
    const stopped = await startBuild(store, home, { folder: more, memory: LITTLE }).ended;
    expect(stopped.code, stopped.stderr).toBe(3);
    expect(stopped.stderr).toMatch(/does not fit into the 700 MB of memory .*: \d+ of \d+ nodes and edges/);
    expect(stopped.peak).toBeGreaterThan(LITTLE / 2);
    expect(stopped.peak).toBeLessThan(LITTLE);
    expect((await stemma(['status', '--json', '--store', store], { cwd: home })).stdout).toBe(before.stdout);
    const { code, stdout, stderr, peak } = await startBuild(store, home, { folder: more }).ended;
    expect(code, stderr).toBe(0);
    const summary = JSON.parse(stdout) as Record<'added' | 'unchanged', string[]>;
    expect([summary.added.length, summary.unchanged.length]).toEqual([0, MORE]);
    expect(peak).toBeLessThan(MEMORY);
    process.stderr.write(
      `${MORE} more: stopped at ${inMB(stopped.peak)} MB, then done with ${inMB(peak)} MB at most\n`,
    );
  });

  test.skipIf(SKIPPED)('into Neo4j', { timeout: NEO4J_TIMEOUT + 2 * TIMEOUT }, async () => {
    const server = await takeNeo4j();
    try {
      const name = `${new URL(server.uri).host.replace(':', '-')}-neo4j`;
      await buildKilled(server.uri, home, join(home, '.stemma', 'bolt', name));
    } finally {
      server.give();
    }
  });
});
