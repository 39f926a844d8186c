/** The same answers from the embedded engine and from a real Neo4j, or a refusal that says what to write instead. */
import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import type { QueryResult, Store } from '../../src/store/port.ts';
import { loadQuestions } from '../../src/store/questions.ts';
import { NEO4J_TIMEOUT, type Neo4j, SKIPPED, takeNeo4j } from '../neo4j/use.ts';
import { comparable, conformanceGraph, loadConforming, PARAMETERS } from './conformance.ts';
import { DIFFERENCES, TYPE_ERRORS } from './differences.ts';

const LIMITS = { rows: 10_000, milliseconds: 60_000 };
/** Queries that the server is asked side by side. */
const AT_ONCE = 8;
const QUERIES = await loadConforming();
const folder = await mkdtemp(join(tmpdir(), 'stemma-same-'));
let embedded: Store;
beforeAll(async () => {
  embedded = await openStore(folder);
  await embedded.write(await conformanceGraph());
}, 60_000);
afterAll(async () => {
  await embedded?.close();
  await rm(folder, { recursive: true, force: true });
});

const asked = (store: Store, cypher: string): Promise<QueryResult> => store.ask(cypher, PARAMETERS, LIMITS);

test('there are queries enough, none twice', () => {
  const texts = QUERIES.map(({ cypher }) => cypher);
  expect(new Set(texts).size).toBe(texts.length);
  expect(texts.length).toBeGreaterThan(300);
  expect(readFileSync('README.md', 'utf8'), 'the figure in the README').toContain(`${texts.length} queries`);
});

describe('the embedded engine alone', () => {
  test('answers every query', async () => {
    const failed: string[] = [];
    for (const { cypher } of QUERIES)
      await asked(embedded, cypher).catch((error: Error) => failed.push(`${cypher}: ${error.message}`));
    expect(failed).toEqual([]);
  }, 60_000);

  test('answers alike whatever was written first: each query says which rows it wants, and in which order', async () => {
    const { nodes, edges } = await conformanceGraph();
    const other = await openStore(join(folder, 'other'));
    await other.write({ nodes: [...nodes].reverse(), edges: [...edges].reverse() });
    const open: string[] = [];
    for (const query of QUERIES) {
      const [one, two] = await Promise.all([embedded, other].map((store) => asked(store, query.cypher)));
      if (one && two && String(comparable(one, query)) !== String(comparable(two, query)))
        open.push(query.cypher);
    }
    await other.close();
    expect(open).toEqual([]);
  }, 60_000);

  test('refuses what it would answer differently, and says what to write', async () => {
    for (const { cypher, message } of [...DIFFERENCES, ...TYPE_ERRORS])
      await expect(asked(embedded, cypher), cypher).rejects.toMatchObject({
        code: 'BAD_QUERY',
        message: expect.stringMatching(message),
      });
  }, 60_000);
});

describe.skipIf(SKIPPED)('beside a real Neo4j', () => {
  let server: Neo4j;
  let bolt: Store;
  beforeAll(async () => {
    server = await takeNeo4j();
    bolt = await openStore(server.uri, { env: {} });
    await bolt.write(await conformanceGraph());
  }, NEO4J_TIMEOUT);
  afterAll(async () => {
    await bolt?.close();
    server?.give();
  });

  test.each([...new Set(QUERIES.map(({ subject }) => subject))])(
    'the same answers: %s',
    async (subject) => {
      const queries = QUERIES.filter((each) => each.subject === subject);
      for (let at = 0; at < queries.length; at += AT_ONCE) {
        const some = queries.slice(at, at + AT_ONCE);
        // The server plans each query anew, which takes longer than answering it.
        const theirs = Promise.all(some.map(({ cypher }) => bolt.read(cypher, PARAMETERS)));
        for (const [n, query] of some.entries()) {
          const ours = await asked(embedded, query.cypher);
          const other = (await theirs)[n];
          expect(comparable(ours, query), query.cypher).toEqual(other && comparable(other, query));
        }
      }
    },
    120_000,
  );

  test('the same answers: saved questions', async () => {
    for (const { cypher } of await loadQuestions()) {
      const [ours, theirs] = await Promise.all([embedded, bolt].map((store) => asked(store, cypher)));
      expect(ours?.columns, cypher).toEqual(theirs?.columns);
      expect(ours?.rows, cypher).toEqual(theirs?.rows);
    }
  }, 60_000);

  test('errors of kinds are errors there', async () => {
    for (const { cypher } of TYPE_ERRORS)
      await expect(asked(bolt, cypher), cypher).rejects.toMatchObject({ code: 'BAD_QUERY' });
  }, 60_000);

  test('what is refused has an answer there, and what is to be written instead has the same on both', async () => {
    for (const { cypher, instead } of DIFFERENCES) {
      const answer = await asked(bolt, cypher);
      if (instead === undefined) continue;
      const same = { subject: '', cypher, anyListOrder: false };
      const [meant, ...others] = [answer, await asked(bolt, instead), await asked(embedded, instead)].map(
        (each) => comparable(each, same),
      );
      for (const other of others) expect(other, instead).toEqual(meant);
    }
  }, 120_000);
});
