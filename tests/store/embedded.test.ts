/** The contract on the embedded engine, and what is peculiar to a folder of generations. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { edgeId, type Graph, type GraphEdge, type GraphNode } from '../../src/records.ts';
import { openStore } from '../../src/store/index.ts';
import { testStore } from './contract.ts';
import { everyEdge, everyNode, NOTHING, sorted } from './everything.ts';
import { FIXTURE } from './fixture.ts';
import { SERVER_READING } from './gate-table.ts';

const home = await mkdtemp(join(tmpdir(), 'stemma-store-'));
afterAll(() => rm(home, { recursive: true, force: true }));
let count = 0;
const freshFolder = () => join(home, `store-${++count}`, 'graph');
const SMALLER = { nodes: FIXTURE.nodes.filter(({ label }) => label === 'State'), edges: [] };

/** Without a state, the edges that end at it, a mention, and some other edges. */
function withLittleLess({ nodes, edges }: Graph): Graph {
  const gone = [nodes.find(({ label }) => label === 'State'), nodes.find(({ label }) => label === 'Mention')];
  const isGone = (id: string) => gone.some((node) => node?.id === id);
  return {
    nodes: nodes.filter(({ id }) => !isGone(id)),
    edges: edges.filter(({ from, to }, at) => !isGone(from) && !isGone(to) && at % 7 !== 0),
  };
}

/** So much that a change can be little. */
const LARGER: Graph = {
  nodes: [...FIXTURE.nodes, ...Array.from({ length: 100 }, (_, n) => date(`1900-01-${n}`))].sort(byId),
  edges: FIXTURE.edges,
};
const LITTLE_CHANGED: Graph = {
  nodes: [
    ...LARGER.nodes.map((node) => {
      if (node.id === 'date:1900-01-7') return { ...node, properties: { name: '改名', latest: 19000107 } };
      return node.label === 'Mention' && node === LARGER.nodes.find(({ label }) => label === 'Mention')
        ? { ...node, properties: { ...node.properties, confidence: 1, candidates: ['a', 'b'], start: 99 } }
        : node;
    }),
    { id: 'agr:new', label: 'Agreement' as const, properties: { name: '新约', names: ['新约'] } },
  ].sort(byId),
  edges: [
    ...LARGER.edges.map((edge) =>
      edge === LARGER.edges.find(({ type }) => type === 'REAFFIRMS')
        ? { ...edge, properties: { evidence: ['改'], confidence: 0.25 } }
        : edge,
    ),
    citing('agr:new', LARGER.edges.find(({ type }) => type === 'REAFFIRMS')?.to ?? ''),
    {
      ...citing('agr:new', 'date:1900-01-3'),
      id: 'agr:new SIGNED_ON date:1900-01-3',
      type: 'SIGNED_ON' as const,
    },
  ].sort(byId),
};

function date(edtf: string): GraphNode {
  return { id: `date:${edtf}`, label: 'Date', properties: { name: edtf, edtf, earliest: 19000101 } };
}

function citing(from: string, to: string): GraphEdge {
  return { id: edgeId(from, 'AMENDS', to), type: 'AMENDS', from, to, properties: { confidence: 1 } };
}

function byId(a: { id: string }, b: { id: string }): number {
  return a.id < b.id ? -1 : 1;
}

describe('contract', () => testStore(() => openStore(freshFolder())));

describe('a folder of generations', () => {
  test('opens and reads again in less than 300 ms', async () => {
    const folder = freshFolder();
    await written(folder);
    const start = performance.now();
    const store = await openStore(folder);
    expect((await store.read('MATCH (n:State) RETURN count(n) AS count')).rows).toEqual([[3]]);
    expect(performance.now() - start).toBeLessThan(300);
    await store.close();
  });

  test('keeps one generation, and none of what a killed build left', async () => {
    const folder = freshFolder();
    const store = await openStore(folder);
    await store.write(SMALLER);
    await writeFile(join(folder, 'generation-000009.grafeo'), 'half a file');
    await writeFile(join(folder, 'generation-000009.grafeo.wal'), 'half a log');
    await store.write(FIXTURE);
    expect((await readdir(folder)).sort()).toEqual([
      'current.json',
      expect.stringMatching(/^generation-\d+\.grafeo$/),
      expect.stringMatching(/^generation-\d+\.grafeo\.digests$/),
    ]);
    await store.close();
  });

  test('an unchanged graph makes no new generation', async () => {
    const folder = freshFolder();
    await written(folder);
    const before = await readFile(join(folder, 'current.json'), 'utf8');
    const store = await openStore(folder);
    expect(await store.write(FIXTURE)).toEqual(NOTHING);
    await store.close();
    expect(await readFile(join(folder, 'current.json'), 'utf8')).toBe(before);
  });

  test.each(['there', 'garbage', 'gone'])(
    'a little change gives the graph that loading it gives, when the generation before is %s',
    async (state) => {
      const folder = freshFolder();
      const store = await openStore(folder);
      await store.write(LARGER);
      if (state !== 'there') {
        const current = JSON.parse(await readFile(join(folder, 'current.json'), 'utf8')) as { file: string };
        if (state === 'gone') await rm(join(folder, current.file));
        else await writeFile(join(folder, current.file), 'garbage');
      }
      const written = await store.write(LITTLE_CHANGED);
      expect(written.nodes).toEqual({ created: 1, updated: 2, removed: 0 });
      expect(written.edges).toEqual({ created: 2, updated: 1, removed: 0 });
      expect(await everyNode(store)).toEqual(LITTLE_CHANGED.nodes.map(sorted));
      expect(await everyEdge(store)).toEqual(LITTLE_CHANGED.edges.map(sorted));
      const halves = 'MATCH (m:Mention) WHERE m.confidence = 1 RETURN m.confidence / 2 AS half LIMIT 1';
      expect((await store.read(halves)).rows).toEqual([[0.5]]);
      const half = "MATCH (:Agreement {id: 'agr:new'})-[r:AMENDS]->() RETURN r.confidence / 2 AS half";
      expect((await store.read(half)).rows).toEqual([[0.5]]);
      expect((await store.search('新约', 1)).map(({ node }) => node.id)).toEqual(['agr:new']);
      expect((await readdir(folder)).filter((name) => name.startsWith('generation-'))).toHaveLength(2);
      expect(await store.write(LITTLE_CHANGED)).toEqual(NOTHING);
      await store.close();
    },
  );

  test('what is gone is taken out of a copy, and what comes back is there again', async () => {
    const folder = freshFolder();
    const store = await openStore(folder);
    await store.write(LARGER);
    for (const graph of [withLittleLess(LARGER), withLittleLess(LITTLE_CHANGED), LARGER]) {
      const [nodes, edges] = [(await everyNode(store)).length, (await everyEdge(store)).length];
      const written = await store.write(graph);
      expect(written.nodes.created - written.nodes.removed).toBe(graph.nodes.length - nodes);
      expect(written.edges.created - written.edges.removed).toBe(graph.edges.length - edges);
      expect(await everyNode(store)).toEqual(graph.nodes.map(sorted));
      expect(await everyEdge(store)).toEqual(graph.edges.map(sorted));
      const counts = { rows: 9, milliseconds: 9000 };
      const { rows } = await store.ask('MATCH (n:State) RETURN count(n) AS c', {}, counts);
      expect(rows).toEqual([[graph.nodes.filter(({ label }) => label === 'State').length]]);
      expect(await store.write(graph)).toEqual(NOTHING);
    }
    await store.close();
  });

  test('a reader keeps its generation to the end while a writer flips', async () => {
    const folder = freshFolder();
    await written(folder);
    const [reader, writer] = [await openStore(folder), await openStore(folder)];
    const pages = reader.nodes()[Symbol.asyncIterator]();
    const first = await pages.next();
    await writer.write(SMALLER);
    expect(first.value).toHaveLength(FIXTURE.nodes.length);
    expect((await pages.next()).done).toBe(true);
    expect(await everyNode(reader)).toEqual(SMALLER.nodes.map(sorted));
    expect(
      (await reader.ask('MATCH (n) RETURN count(n) AS c', {}, { rows: 1, milliseconds: 9000 })).rows,
    ).toEqual([[3]]);
    expect((await reader.search('联合国', 5)).length).toBe(0);
    await reader.close();
    await writer.close();
  });

  test('reads and queries go on while generations come and go', async () => {
    const folder = freshFolder();
    const [reader, writer] = [await openStore(folder), await openStore(folder)];
    let done = false;
    const writing = (async () => {
      for (let round = 0; round < 10; round++) await writer.write(round % 2 ? SMALLER : FIXTURE);
      done = true;
    })();
    const seen = new Set<unknown>();
    while (!done) {
      const query = 'MATCH (n) RETURN count(n) AS count';
      seen.add((await reader.read(query)).rows[0]?.[0]);
      seen.add((await reader.ask(query, {}, { rows: 1, milliseconds: 9000 })).rows[0]?.[0]);
    }
    await writing;
    for (const size of seen) expect([0, SMALLER.nodes.length, FIXTURE.nodes.length]).toContain(size);
    await reader.close();
    await writer.close();
  }, 30_000);

  test('a second writer in another process waits, then is told who writes', async () => {
    const folder = freshFolder();
    await written(folder);
    const holder = { pid: process.pid, started: 'another', host: 'another-host' };
    await writeFile(join(folder, 'writer.lock'), JSON.stringify(holder));
    const store = await openStore(folder, { patience: 200 });
    await expect(store.write(SMALLER)).rejects.toMatchObject({
      code: 'STORE_BUSY',
      message: expect.stringContaining('another-host'),
    });
    expect(await everyNode(store)).toEqual(FIXTURE.nodes.map(sorted));
    await store.close();
  });

  test('killed at any moment of a write, it holds the old graph or the new, never half', async () => {
    const folder = freshFolder();
    await written(folder);
    const program = fileURLToPath(new URL('./write-forever.ts', import.meta.url));
    for (let round = 0; round < 8; round++) {
      const child = spawn(process.execPath, [program, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
      await once(child.stdout, 'data');
      await new Promise((resolve) => setTimeout(resolve, 7 * round));
      child.kill('SIGKILL');
      await once(child, 'exit');
      const store = await openStore(folder);
      const nodes = await everyNode(store);
      const graph = nodes.length === SMALLER.nodes.length ? SMALLER : FIXTURE;
      expect(nodes).toEqual(graph.nodes.map(sorted));
      expect(await everyEdge(store)).toEqual(graph.edges.map(sorted));
      await store.close();
    }
    const store = await openStore(folder);
    await store.write(SMALLER);
    await store.write(FIXTURE);
    expect(await everyEdge(store)).toEqual(FIXTURE.edges.map(sorted));
    await store.close();
  }, 60_000);
});

describe('a folder that cannot be used', () => {
  test('it is a file', async () => {
    const file = join(home, 'a-file');
    await writeFile(file, 'x');
    for (const where of [file, join(file, 'graph')])
      await expect(openStore(where)).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: expect.stringMatching(/a-file.* is a file, not a folder/),
      });
  });

  test('it may not be read', async () => {
    const folder = join(home, 'locked');
    await mkdir(folder);
    await chmod(home, 0o755);
    await chmod(folder, 0o000);
    // The superuser may do everything, so be somebody else for a moment.
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    try {
      await expect(openStore(folder)).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: expect.stringContaining('permission denied'),
      });
    } finally {
      if (isRoot) process.seteuid?.(0);
    }
  });

  test('it may be read but not written: reading goes on, a write says so and changes nothing', async () => {
    const folder = freshFolder();
    await written(folder);
    for (const path of [home, join(folder, '..')]) await chmod(path, 0o755);
    const generation = (await readdir(folder)).find((each) => each.endsWith('.grafeo')) ?? '';
    await chmod(join(folder, generation), 0o444);
    await chmod(folder, 0o555);
    const isRoot = process.geteuid?.() === 0;
    if (isRoot) process.seteuid?.(65534);
    try {
      const store = await openStore(folder);
      expect(await everyNode(store)).toEqual(FIXTURE.nodes.map(sorted));
      await expect(store.write(SMALLER)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
      expect(await everyNode(store)).toEqual(FIXTURE.nodes.map(sorted));
      await store.close();
    } finally {
      if (isRoot) process.seteuid?.(0);
      await chmod(folder, 0o755);
    }
  });

  test.each<[string, (folder: string, generation: string) => Promise<void>]>([
    ['the pointer is garbage', (folder) => writeFile(join(folder, 'current.json'), '\u0000\u0000')],
    [
      'the pointer leads out',
      (folder) => writeFile(join(folder, 'current.json'), pointer('../../etc/passwd')),
    ],
    [
      'the pointer is of a later format',
      (folder) => writeFile(join(folder, 'current.json'), pointer('generation-000001.grafeo', 99)),
    ],
    ['the generation is gone', (_, generation) => rm(generation)],
    ['the generation is empty', (_, generation) => writeFile(generation, '')],
    ['the generation is garbage', (_, generation) => writeFile(generation, 'x'.repeat(10_000))],
  ])('%s: it says so, and a write mends it', async (_, damage) => {
    const folder = freshFolder();
    await written(folder);
    const name = (await readdir(folder)).find((each) => each.endsWith('.grafeo')) ?? '';
    await damage(folder, join(folder, name));
    const store = await openStore(folder);
    const broken = { code: 'STORE_CORRUPT', message: expect.stringContaining('stemma build') };
    await expect(store.read('MATCH (n) RETURN n')).rejects.toMatchObject(broken);
    await expect(store.ask('MATCH (n) RETURN n', {}, { rows: 1, milliseconds: 9000 })).rejects.toMatchObject(
      broken,
    );
    await expect(store.search('x', 1)).rejects.toMatchObject(broken);
    expect((await store.write(FIXTURE)).nodes.created).toBe(FIXTURE.nodes.length);
    expect(await everyNode(store)).toEqual(FIXTURE.nodes.map(sorted));
    expect((await store.search('联合国', 1)).length).toBe(1);
    await store.close();
  });

  test('a query leaves nothing in the temporary folder, answered or stopped', async () => {
    const [folder, scratch] = [freshFolder(), freshFolder()];
    await mkdir(scratch, { recursive: true });
    await written(folder);
    const before = process.env.TMPDIR;
    process.env.TMPDIR = scratch;
    try {
      const store = await openStore(folder);
      await store.ask('MATCH (n) RETURN n', {}, { rows: 1, milliseconds: 9000 });
      expect(await readdir(scratch)).toHaveLength(1);
      const endless = 'UNWIND range(1, 100000000) AS a RETURN count(a)';
      await expect(store.ask(endless, {}, { rows: 1, milliseconds: 50 })).rejects.toMatchObject({
        code: 'QUERY_LIMIT',
      });
      await store.close();
      expect(await readdir(scratch)).toEqual([]);
    } finally {
      if (before === undefined) delete process.env.TMPDIR;
      else process.env.TMPDIR = before;
    }
  });

  test('a folder that is taken away from an open store is no empty graph', async () => {
    const folder = freshFolder();
    await written(folder);
    const store = await openStore(folder);
    expect(await everyNode(store)).toHaveLength(FIXTURE.nodes.length);
    await rm(folder, { recursive: true });
    const gone = { code: 'STORE_CORRUPT', message: expect.stringContaining('is gone') };
    await expect(store.read('MATCH (n) RETURN n')).rejects.toMatchObject(gone);
    await expect(store.search('x', 1)).rejects.toMatchObject(gone);
    await store.close();
  });

  test('a generation with a damaged middle is not answered from in silence', async () => {
    const folder = freshFolder();
    await written(folder);
    const name = (await readdir(folder)).find((each) => each.endsWith('.grafeo')) ?? '';
    const bytes = await readFile(join(folder, name));
    await writeFile(join(folder, name), bytes.subarray(0, bytes.length >> 1));
    const store = await openStore(folder);
    await expect(store.read('MATCH (n) RETURN n')).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
    await store.close();
  });
});

describe('what only a server understands is answered or refused, never answered in another way', () => {
  test.each(SERVER_READING.map((cypher) => [cypher]))('%s', async (cypher) => {
    const store = await openStore(freshFolder());
    const answer = await store
      .ask(cypher, { create: 1, set: 2 }, { rows: 10, milliseconds: 9000 })
      .catch((error: unknown) => error);
    if (answer instanceof Error) expect(answer).toMatchObject({ code: 'BAD_QUERY' });
    else expect(answer).toMatchObject({ truncated: false });
    await store.close();
  });
});

async function written(folder: string): Promise<void> {
  const store = await openStore(folder);
  await store.write(FIXTURE);
  await store.close();
}

function pointer(file: string, format = 1): string {
  return JSON.stringify({ format, file, content: 'x' });
}
