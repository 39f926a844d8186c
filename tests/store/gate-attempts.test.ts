/** No attempt passes the gate; without the gate, the engines' own read-only handles still hold. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { afterAll, describe, expect, test } from 'vitest';
import { StemmaError } from '../../src/errors.ts';
import { ask as askServer } from '../../src/store/bolt-ask.ts';
import { Askers } from '../../src/store/embedded-ask.ts';
import { refuseUnlessRead } from '../../src/store/gate.ts';
import { Generations } from '../../src/store/generations.ts';
import { openStore } from '../../src/store/index.ts';
import { NEO4J_TIMEOUT, SKIPPED, takeNeo4j } from '../neo4j/use.ts';
import { everyEdge, everyNode, sorted } from './everything.ts';
import { FIXTURE } from './fixture.ts';
import { ATTEMPTS, BARE_ATTEMPTS, HARMLESS } from './gate-attempts.ts';

const folder = await mkdtemp(join(tmpdir(), 'stemma-gate-'));
afterAll(() => rm(folder, { recursive: true, force: true }));

function verdict(cypher: string): string {
  try {
    refuseUnlessRead(cypher);
    return 'passed';
  } catch (error) {
    if (error instanceof StemmaError) return error.code;
    throw error;
  }
}

test('none of more than 1500 attempts passes', () => {
  expect(ATTEMPTS.length).toBeGreaterThan(1500);
  expect(ATTEMPTS.filter((cypher) => !/^(QUERY_REFUSED|BAD_QUERY)$/.test(verdict(cypher)))).toEqual([]);
});

test('more than 100 harmless look-alikes pass', () => {
  expect(new Set(HARMLESS).size).toBeGreaterThan(100);
  expect(HARMLESS.filter((cypher) => verdict(cypher) !== 'passed')).toEqual([]);
});

/** What would do harm in a query that is put together from texts, as a value and as the name of one. */
const HARMFUL_TEXTS = [
  "x'}) DETACH DELETE n //",
  'x`) SET n.bad = 1 WITH n MATCH (`m',
  '\\u0027}) CREATE (:State) //',
  '} CALL { MATCH (n) DETACH DELETE n }',
  '1; MATCH (n) DETACH DELETE n',
  "$x LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line",
  '__proto__',
];
const WITH_PARAMETERS = [
  'MATCH (n {id: $x}) RETURN n',
  'MATCH (n) WHERE n.name CONTAINS $x OR n[$x] = 1 RETURN n',
  'MATCH (n) WHERE $x IN labels(n) OR n.name =~ $x RETURN n LIMIT 1',
  'UNWIND $x AS y RETURN y',
  'RETURN $x AS `$x`',
];

describe.each([
  ['embedded', async () => ({ store: await openStore(folder), end: () => undefined })],
  [
    'a real Neo4j',
    async () => {
      const server = await takeNeo4j();
      return { store: await openStore(server.uri, { env: {} }), end: server.give };
    },
  ],
] as const)('asked of %s', (name, open) => {
  test.skipIf(name !== 'embedded' && SKIPPED)(
    'no attempt is answered, no parameter is taken for a part of the query, and nothing is changed',
    async () => {
      const { store, end } = await open();
      const limits = { rows: 10, milliseconds: 20_000 };
      try {
        await store.write(FIXTURE);
        for (const cypher of ATTEMPTS)
          await expect(store.ask(cypher, {}, limits), cypher).rejects.toMatchObject({
            code: expect.stringMatching(/^(QUERY_REFUSED|BAD_QUERY)$/),
          });
        for (const text of HARMFUL_TEXTS)
          for (const cypher of WITH_PARAMETERS)
            for (const x of [text, [text], { [text]: text }])
              await store.ask(cypher, { x, [text]: text }, limits).catch((error: unknown) => {
                expect(error).toMatchObject({ code: 'BAD_QUERY' });
              });
        expect(await everyNode(store)).toEqual(FIXTURE.nodes.map(sorted));
        expect(await everyEdge(store)).toEqual(FIXTURE.edges.map(sorted));
      } finally {
        await store.close();
        end();
      }
    },
    NEO4J_TIMEOUT,
  );
});

describe('behind the gate', () => {
  test('the embedded engine writes nothing on a read-only handle', async () => {
    const store = await openStore(folder);
    await store.write(FIXTURE);
    const generation = (await (await Generations.at(folder)).current()) ?? null;
    const askers = new Askers();
    const limits = { rows: 10, milliseconds: 20_000 };
    const request = { generation, parameters: {}, rows: 10, bytes: 1e6, memory: 1e9 };
    let refused = 0;
    // Reading files is the gate's matter alone: the engine has no handle that forbids it.
    const writing = BARE_ATTEMPTS.filter((cypher) => !/LOAD/i.test(cypher));
    expect(writing.length).toBeGreaterThanOrEqual(60);
    for (const cypher of writing) {
      const answer = await askers.ask({ ...request, cypher }, limits);
      if ('failed' in answer) refused++;
    }
    askers.close();
    expect(refused).toBeGreaterThan(writing.length / 2);
    const again = await openStore(folder);
    expect(await everyNode(again)).toEqual(FIXTURE.nodes.map(sorted));
    expect(await everyEdge(again)).toEqual(FIXTURE.edges.map(sorted));
    await again.close();
    await store.close();
  }, 60_000);

  test.skipIf(SKIPPED)(
    'a server writes nothing in a READ session, and its plan gives LOAD CSV away',
    async () => {
      const server = await takeNeo4j();
      const store = await openStore(server.uri, { env: {} });
      await store.write(FIXTURE);
      const driver = neo4j.driver(server.uri, undefined, { useBigInt: true });
      const target = { where: server.uri, database: undefined, username: undefined };
      const open = () => driver.session({ defaultAccessMode: neo4j.session.READ });
      for (const cypher of BARE_ATTEMPTS)
        await expect(
          askServer(open, target, cypher, {}, { rows: 10, milliseconds: 20_000 }),
          cypher,
        ).rejects.toMatchObject({ code: expect.stringMatching(/^(QUERY_REFUSED|BAD_QUERY)$/) });
      expect(await everyNode(store)).toEqual(FIXTURE.nodes.map(sorted));
      expect(await everyEdge(store)).toEqual(FIXTURE.edges.map(sorted));
      await driver.close();
      await store.close();
      server.give();
    },
    NEO4J_TIMEOUT,
  );
});
