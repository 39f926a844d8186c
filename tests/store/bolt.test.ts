/** The contract on a real Neo4j, what is peculiar to a server, and both engines side by side. */

import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import type { Store } from '../../src/store/port.ts';
import { loadQuestions } from '../../src/store/questions.ts';
import { NEO4J_TIMEOUT, type Neo4j, SKIPPED, takeNeo4j } from '../neo4j/use.ts';
import { testStore } from './contract.ts';
import { everyEdge, everyNode, NOTHING, sorted } from './everything.ts';
import { FIXTURE } from './fixture.ts';
import { SERVER_READING } from './gate-table.ts';

describe.skipIf(SKIPPED)('a real Neo4j', () => {
  let server: Neo4j;
  beforeAll(async () => {
    server = await takeNeo4j();
  }, NEO4J_TIMEOUT);
  afterAll(() => server?.give());

  describe('contract', () => testStore(() => openStore(server.uri, { env: {} }), 60_000));

  describe('what others did to the database', () => {
    let store: Store;
    beforeAll(async () => {
      store = await openStore(server.uri, { env: {} });
      await store.write(FIXTURE);
    }, NEO4J_TIMEOUT);
    afterAll(() => store?.close());
    afterEach(async () => {
      await run('MATCH (n:Foreign) DETACH DELETE n');
      await store.write(FIXTURE);
    });

    test('a twin of an edge, a changed property and a lost node are set right', async () => {
      await run("MATCH (a {id: 'agr:1996'}), (b {id: 'agr:npt'}) CREATE (a)-[:SUPPORTS]->(b)");
      await run("MATCH (s {id: 'state:CHN'}) SET s.code = 'XXX', s.extra = 1");
      await run("MATCH (s {id: 'place:北京'}) DETACH DELETE s");
      const written = await store.write(FIXTURE);
      expect(written.nodes).toEqual({ created: 1, updated: 1, removed: 0 });
      expect(await everyNode(store)).toEqual(FIXTURE.nodes.map(sorted));
      expect(await everyEdge(store)).toEqual(FIXTURE.edges.map(sorted));
      expect(await store.write(FIXTURE)).toEqual(NOTHING);
    }, 60_000);

    test('nodes of other labels are left alone', async () => {
      await run("CREATE (:Foreign {id: 'x'})-[:MENTIONS]->(:Foreign)");
      expect(await store.write(FIXTURE)).toEqual(NOTHING);
      expect(await run('MATCH (n:Foreign)-[:MENTIONS]->(m) RETURN count(n)')).toEqual([[1]]);
      expect((await store.status()).nodes).not.toHaveProperty('Foreign');
    }, 60_000);

    test('somebody else’s nodes under our labels are neither taken over nor deleted', async () => {
      await run("CREATE (:Foreign:Person {name: 'Alice'})");
      await expect(store.write(FIXTURE)).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: expect.stringContaining('NEO4J_DATABASE'),
      });
      expect(await run("MATCH (n:Person {name: 'Alice'}) RETURN count(n)")).toEqual([[1]]);
    }, 60_000);

    test('constraints and indexes are those of the vocabulary', async () => {
      const constraints = await run(
        'SHOW CONSTRAINTS YIELD labelsOrTypes, properties RETURN labelsOrTypes[0], properties[0]',
      );
      expect(constraints).toContainEqual(['Agreement', 'id']);
      expect(constraints).toHaveLength(9);
      const indexes = await run(
        'SHOW INDEXES YIELD labelsOrTypes, properties RETURN labelsOrTypes[0], properties[0]',
      );
      expect(indexes).toEqual(
        expect.arrayContaining([
          ['Agreement', 'kind'],
          ['Date', 'edtf'],
          ['Date', 'earliest'],
        ]),
      );
    }, 60_000);

    async function run(cypher: string): Promise<unknown[][]> {
      const driver = neo4j.driver(server.uri, undefined, { disableLosslessIntegers: true });
      try {
        const { records } = await driver.executeQuery(cypher);
        return records.map((record) => [...record.values()]);
      } finally {
        await driver.close();
      }
    }
  });

  test.each(SERVER_READING.map((cypher) => [cypher]))(
    'answers %s',
    async (cypher) => {
      const store = await openStore(server.uri, { env: {} });
      try {
        await expect(
          store.ask(cypher, { create: 1, set: 2 }, { rows: 10, milliseconds: 30_000 }),
        ).resolves.toBeDefined();
      } finally {
        await store.close();
      }
    },
    60_000,
  );

  test('an unknown database is named', async () => {
    await expect(openStore(server.uri, { env: { NEO4J_DATABASE: 'nope' } })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(/no database “nope”.*NEO4J_DATABASE/),
    });
  }, 60_000);

  test.each(['bolt+s', 'neo4j+s'])(
    '%s:// says that it does not encrypt',
    async (scheme) => {
      await expect(openStore(server.uri.replace('bolt', scheme), { env: {} })).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: expect.stringContaining('does not encrypt'),
      });
    },
    60_000,
  );

  test('neo4j:// routes to it as well', async () => {
    const store = await openStore(server.uri.replace('bolt:', 'neo4j:'), {
      env: { NEO4J_DATABASE: 'neo4j' },
    });
    expect((await store.read('RETURN 1 AS x')).rows).toEqual([[1]]);
    await store.close();
  }, 60_000);

  describe('both engines give the same', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'stemma-both-'));
    const stores: Store[] = [];
    beforeAll(async () => {
      stores.push(await openStore(folder), await openStore(server.uri, { env: {} }));
      for (const store of stores) await store.write(FIXTURE);
    }, NEO4J_TIMEOUT);
    afterAll(async () => {
      for (const store of stores) await store.close();
      await rm(folder, { recursive: true, force: true });
    });

    test.each((await loadQuestions()).map(({ name, cypher }) => [name, cypher]))(
      'answer to %s',
      async (_, cypher) => {
        const [embedded, bolt] = await Promise.all(
          stores.map((store) => store.ask(cypher, {}, { rows: 1000, milliseconds: 30_000 })),
        );
        expect(embedded?.rows.length).toBeGreaterThan(0);
        expect(embedded?.columns).toEqual(bolt?.columns);
        expect(embedded?.rows).toEqual(bolt?.rows);
      },
      60_000,
    );

    test.each(['联', '中俄', '聯合國', 'statement', 'o', '1', '条约 核', 'агр', '京'])(
      'hits for %s, in the same order',
      async (text) => {
        const [embedded, bolt] = await Promise.all(stores.map((store) => store.search(text, 50)));
        expect(embedded).toEqual(bolt);
      },
      60_000,
    );

    test('counts', async () => {
      const [embedded, bolt] = await Promise.all(stores.map((store) => store.status()));
      expect(embedded?.nodes).toEqual(bolt?.nodes);
      expect(embedded?.edges).toEqual(bolt?.edges);
    }, 60_000);
  });
});

describe('a server that cannot be used', () => {
  test.each<[string, string, RegExp]>([
    ['nobody listens', 'bolt://127.0.0.1:1', /no server answers/],
    ['nobody routes', 'neo4j://127.0.0.1:1', /no server answers/],
    ['no such host', 'bolt://nowhere.invalid:7687', /no server answers/],
    ['no host', 'bolt://', /bolt:\/\//],
    ['no port', 'bolt://127.0.0.1:99999', /is not an address/],
  ])(
    '%s',
    async (_, where, message) => {
      await expect(openStore(where, { env: {} })).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: expect.stringMatching(message),
      });
    },
    8000,
  );

  test('a password in the address', async () => {
    await expect(openStore('bolt://neo4j:secret@127.0.0.1:1', { env: {} })).rejects.toMatchObject({
      code: 'USAGE',
      message: expect.not.stringContaining('secret'),
    });
  });

  test.each<[string, (write: (text: string) => void) => void]>([
    ['something that speaks HTTP', (write) => write('HTTP/1.1 400 Bad Request\r\n\r\n')],
    ['something that says nothing', () => undefined],
  ])(
    '%s',
    async (_, answer) => {
      const other = createServer((socket) => {
        socket.on('error', () => undefined);
        socket.on('data', () => answer((text) => socket.end(text)));
      }).listen(0, '127.0.0.1');
      await once(other, 'listening');
      const address = other.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      await expect(openStore(`bolt://127.0.0.1:${port}`, { env: {} })).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
      });
      other.close();
    },
    8000,
  );
});
