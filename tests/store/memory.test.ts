/** How much memory a write to the embedded store may take. */
import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import type { Graph } from '../../src/records.ts';
import { pagesOf } from '../../src/store/content.ts';
import { loadFile } from '../../src/store/embedded-load.ts';
import { openStore } from '../../src/store/index.ts';
import { memoryLimit } from '../../src/store/memory.ts';
import type { Store } from '../../src/store/port.ts';
import { makeGraph } from '../bench/made-graph.ts';
import { everyEdge, everyNode, NOTHING, sorted } from './everything.ts';
import { FIXTURE } from './fixture.ts';

const home = await mkdtemp(join(tmpdir(), 'stemma-memory-'));
afterAll(() => rm(home, { recursive: true, force: true }));

describe('what STEMMA_MEMORY says', () => {
  test.each([
    ['8GB', 8e9],
    ['1.5GB', 1.5e9],
    ['900 MB', 9e8],
    ['2GiB', 2 ** 31],
    ['512mib', 2 ** 29],
    ['', 1.5e9],
  ])('%s', (said, bytes) => expect(memoryLimit(said)).toBe(bytes));

  test.each(['8', '8000000000', 'much', '-1GB', '0GB', '100MB', '8TB', '1e9GB', '8GB 9GB', '1,5GB'])(
    '“%s” is refused',
    (said) => expect(() => memoryLimit(said)).toThrow(`STEMMA_MEMORY is “${said}”: say how much`),
  );
});

/** The names of what lies there, numbers and processes aside. */
async function lyingIn(folder: string): Promise<readonly string[]> {
  return (await readdir(folder)).map((name) => name.replace(/\d+/g, 'N')).sort();
}

async function expectHolds(store: Store, graph: Graph): Promise<void> {
  const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);
  // Of thousands, a difference shown at length helps nobody.
  const short = (items: readonly unknown[]) => hash('sha256', JSON.stringify(items));
  expect(short(await everyNode(store))).toBe(short([...graph.nodes].sort(byId).map(sorted)));
  expect(short(await everyEdge(store))).toBe(short([...graph.edges].sort(byId).map(sorted)));
}

const WHOLE = ['current.json', 'generation-N.grafeo', 'generation-N.grafeo.digests'];

test('what does not fit is refused, and the old graph is as it was', { timeout: 120_000 }, async () => {
  const folder = join(home, 'full');
  const large = makeGraph(20_000, 60_000);
  const memory = process.memoryUsage.rss() + 130_000_000;
  const store = await openStore(folder, { memory });
  await store.write(FIXTURE);
  await expect(store.write(large)).rejects.toMatchObject({
    code: 'STORE_FULL',
    message: expect.stringMatching(
      /^the graph does not fit into the \d.* of memory that a build may take: \d+ of 80000 nodes and edges were loaded, with \d+ MB by the program, \d+ MB by the engine\. The graph is as it was before; .* Set STEMMA_MEMORY=\dGB .* --store neo4j:/,
    ),
  });
  await expectHolds(store, FIXTURE);
  expect(await lyingIn(folder)).toEqual(WHOLE);
  expect(await store.write(FIXTURE)).toEqual(NOTHING);
  await store.close();

  const roomy = await openStore(folder, { memory: 8e9 });
  const { created, updated } = (await roomy.write(large)).nodes;
  expect(created + updated).toBe(large.nodes.length);
  expect(await lyingIn(folder)).toEqual(WHOLE);
  await roomy.close();
});

test.skipIf(process.platform !== 'linux')(
  'killed while a process of its own loads, nothing of it is left',
  { timeout: 120_000 },
  async () => {
    const folder = join(home, 'killed');
    const program = fileURLToPath(new URL('./write-forever.ts', import.meta.url));
    for (let round = 0; round < 5; round++) {
      const child = spawn(process.execPath, [program, folder, 'large'], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      await once(child.stdout, 'data');
      await sleep(400 + 250 * round);
      // It starts no more.
      child.kill('SIGSTOP');
      await sleep(20);
      const loaders = childrenOf(child.pid);
      child.kill('SIGKILL');
      await once(child, 'exit');
      while (loaders.some(isThere)) await sleep(20);
      const store = await openStore(folder);
      expect(AGREEMENTS).toContain((await store.status()).nodes.Agreement);
      // The next that changes anything clears up.
      await store.write({ nodes: FIXTURE.nodes, edges: [] });
      await store.write(FIXTURE);
      await expectHolds(store, FIXTURE);
      await store.close();
      expect(await lyingIn(folder)).toEqual(WHOLE);
    }
  },
);
/** Agreements of what was written before, and of what was being written. */
const AGREEMENTS = [undefined, FIXTURE.nodes.filter(({ label }) => label === 'Agreement').length, 2400];

function childrenOf(pid: number | undefined): readonly string[] {
  return readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean);
}

function isThere(pid: string): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}

test('loaded by several processes, one after another, it is the same graph', {
  timeout: 120_000,
}, async () => {
  const folder = join(home, 'turns');
  const graph = makeGraph(4000, 17_000);
  const store = await openStore(folder);
  await store.write(graph);
  await expectHolds(store, graph);
  await store.close();

  const { file } = JSON.parse(await readFile(join(folder, 'current.json'), 'utf8')) as { file: string };
  const total = graph.nodes.length + graph.edges.length;
  await rm(join(folder, file));
  const done: number[] = [];
  await loadFile(join(folder, file), pagesOf(graph), {
    total,
    memory: 8e9,
    turn: 6000,
    onProgress: (count) => done.push(count),
  });
  expect(done.at(-1)).toBe(total);
  expect(await lyingIn(folder)).toEqual(WHOLE);
  const again = await openStore(folder);
  await expectHolds(again, graph);
  const halves = 'MATCH ()-[r:CITES]->() RETURN r.confidence / 2 AS half LIMIT 1';
  expect((await again.read(halves)).rows).toEqual([[0.45]]);
  await again.close();
});
