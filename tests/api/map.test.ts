import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CITING_TYPES } from '../../graph/vocabulary.ts';
import { MapKeeper } from '../../src/api/map/keeper.ts';
import type { GraphResponse, MapNodesResponse } from '../../src/api/types.ts';
import { decodeColumns, encodeColumns, type MapColumns } from '../../src/layout/columns.ts';
import { openStore } from '../../src/store/index.ts';
import { FIXTURE } from '../store/fixture.ts';
import { NEWS, type Serving, STATEMENT, serving } from './serve.ts';

const CITING: ReadonlySet<string> = new Set(CITING_TYPES);

let server: Serving;
beforeAll(async () => {
  server = await serving({ 'a.txt': STATEMENT });
});
afterAll(() => server.end());

async function map(): Promise<MapColumns> {
  const { statusCode, rawPayload } = await server.app.inject({
    url: '/api/map',
    headers: { host: '127.0.0.1:4177' },
  });
  expect(statusCode).toBe(200);
  return decodeColumns(Uint8Array.from(rawPayload).buffer);
}
const nodesAt = async (query: string) =>
  (await server.ask<MapNodesResponse>(`/api/map/nodes?${query}`)).body.nodes;

describe('/api/map', () => {
  it('holds every node but mentions and every edge between them, each with its own place', async () => {
    const columns = await map();
    const { nodes, edges } = (await server.ask<GraphResponse>('/api/graph?limit=10000')).body;
    const drawn = nodes.filter(({ label }) => label !== 'Mention');
    const ids = new Set(drawn.map(({ id }) => id));
    const named = await nodesAt(`at=${Array.from({ length: columns.count }, (_, i) => i).join()}`);
    expect(named.map(({ node }) => node.id).sort()).toEqual([...ids].sort());
    const idOf = new Map(named.map(({ at, node }) => [at, node.id]));
    const read = Array.from(columns.from, (from, i) =>
      [idOf.get(from), columns.types[columns.type[i] ?? 0], idOf.get(columns.to[i] ?? 0)].join(' '),
    );
    const written = edges
      .filter(({ from, to }) => ids.has(from) && ids.has(to))
      .map(({ from, type, to }) => `${from} ${type} ${to}`);
    expect(read.sort()).toEqual(written.sort());
    const places = Array.from({ length: columns.count }, (_, i) =>
      columns.places.slice(i * 2, i * 2 + 2).join(),
    );
    expect(new Set(places).size).toBe(columns.count);
  });

  it('says of the Charter what the store says', async () => {
    const columns = await map();
    const [charter] = await nodesAt('id=agr:un-charter-1945');
    const at = charter?.at ?? -1;
    expect(charter?.node.properties.name).toContain('联合国宪章');
    expect(columns.labels[columns.label[at] ?? -1]).toBe('Agreement');
    const { edges } = (await server.ask<GraphResponse>('/api/nodes/agr:un-charter-1945/neighbours')).body;
    const citing = edges.filter(({ type, to }) => CITING.has(type) && to === 'agr:un-charter-1945');
    const cited = new Set(citing.map(({ from }) => from)).size;
    expect(cited).toBeGreaterThan(1);
    expect({ year: columns.year[at], cited: columns.cited[at] }).toEqual({ year: 1945, cited });
  });

  it('is not sent twice to who has it', async () => {
    const host = '127.0.0.1:4177';
    const first = await server.app.inject({ url: '/api/map', headers: { host } });
    const headers = { host, 'if-none-match': String(first.headers.etag) };
    const second = await server.app.inject({ url: '/api/map', headers });
    expect([second.statusCode, second.rawPayload.length]).toEqual([304, 0]);
    const other = await server.app.inject({ url: '/api/map', headers: { host, 'if-none-match': '"x"' } });
    expect(other.rawPayload.equals(first.rawPayload)).toBe(true);
  });

  it('is another one after the graph has changed', async () => {
    const before = await map();
    const payload = { payload: NEWS, headers: { 'content-type': 'text/plain' } };
    await server.ask({ url: '/api/documents', method: 'POST', ...payload });
    const after = await map();
    expect(after.count).toBeGreaterThan(before.count);
    expect(after.version).not.toBe(before.version);
  });

  it.each([
    ['at=1,x', 'BAD_REQUEST'],
    ['at=-1', 'BAD_REQUEST'],
    ['id=agr:none', 'NOT_FOUND'],
  ])('refuses nodes?%s', async (query, code) => {
    expect(await server.problem(`/api/map/nodes?${query}`)).toMatchObject({ code });
  });

  it('refuses more than 500 at once', async () => {
    const at = Array.from({ length: 501 }, () => 1).join();
    expect(await server.problem(`/api/map/nodes?at=${at}`)).toMatchObject({ code: 'BAD_REQUEST' });
  });

  it('leaves out numbers that stand for nothing', async () => {
    expect(await nodesAt('at=999999')).toEqual([]);
    expect(await nodesAt('')).toEqual([]);
  });
});

describe('a map that was kept', () => {
  /** What a keeper that starts anew gives, and what it then leaves in the file. */
  async function sendsAgain(kept: (bytes: Uint8Array) => Uint8Array): Promise<readonly MapColumns[]> {
    const folder = await mkdtemp(join(tmpdir(), 'stemma-map-'));
    const store = await openStore(join(folder, 'graph'));
    try {
      await store.write(FIXTURE);
      const file = join(folder, 'kept', 'map.bin');
      const { bytes } = await new MapKeeper(store, file).current();
      await writeFile(file, kept(bytes));
      const again = (await new MapKeeper(store, file).current()).bytes;
      return [again, await readFile(file)].map((one) => decodeColumns(Uint8Array.from(one).buffer));
    } finally {
      await store.close();
      await rm(folder, { recursive: true });
    }
  }
  const marked = (change: Partial<MapColumns>) => (bytes: Uint8Array) =>
    encodeColumns({ ...decodeColumns(bytes.slice().buffer), ...change });

  it('is sent as it is', async () => {
    const [sent] = await sendsAgain(marked({ types: ['kept'] }));
    expect(sent?.types).toEqual(['kept']);
  });

  it.each([
    ['it is of another graph', marked({ version: 'other' })],
    ['it is no map', () => new Uint8Array(9)],
    ['it is empty', () => new Uint8Array()],
    ['it was cut off', (bytes: Uint8Array) => bytes.slice(0, -20)],
  ])('is made anew when %s', async (_, kept) => {
    const maps = await sendsAgain(kept);
    for (const map of maps) {
      expect(map.types).toContain('REAFFIRMS');
      expect(map.version).toMatch(/^[0-9a-f]{64}$/);
    }
  });
});
