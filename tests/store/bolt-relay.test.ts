/** Between the driver and the server: connections that break under way, and what is sent over them. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import type { Store } from '../../src/store/port.ts';
import { type Relay, startRelay } from '../neo4j/relay.ts';
import { NEO4J_TIMEOUT, SKIPPED, takeNeo4j } from '../neo4j/use.ts';
import { everyEdge, everyNode, sorted } from './everything.ts';
import { FIXTURE } from './fixture.ts';

const LIMITS = { rows: 10, milliseconds: 30_000 };

describe.skipIf(SKIPPED)('a server behind a wire that breaks', { timeout: 60_000 }, () => {
  let relay: Relay;
  let store: Store;
  let give: (() => void) | undefined;
  beforeAll(async () => {
    const server = await takeNeo4j();
    give = server.give;
    relay = await startRelay(server.uri);
    store = await openStore(relay.uri, { env: {} });
    await store.write(FIXTURE);
  }, NEO4J_TIMEOUT);
  afterAll(async () => {
    await store?.close();
    await relay?.stop();
    give?.();
  });

  /** Cuts every connection, leaves time to make it again, and cuts again, while the work runs. */
  async function whileBreaking<T>(
    work: () => Promise<T>,
    cuts: number,
  ): Promise<{ result: T; broken: number }> {
    let broken = 0;
    const breaking = (async () => {
      for (let i = 0; i < cuts; i++) {
        await sleep(150 * (i + 1));
        broken += relay.cut();
      }
    })();
    const result = await work();
    await breaking;
    return { result, broken };
  }

  test('reads and questions are begun again, and the caller notices nothing', async () => {
    const slow = 'UNWIND range(1, 3000000) AS x RETURN max(x * x % 7) AS m';
    const { result, broken } = await whileBreaking(
      () => Promise.all([store.read(slow), store.ask(slow, {}, LIMITS), store.search('联', 5)]),
      3,
    );
    const [read, asked, hits] = result;
    expect([read.rows, asked.rows]).toEqual([[[4]], [[4]]]);
    expect(hits.length).toBeGreaterThan(0);
    expect(broken).toBeGreaterThan(0);
  });

  test('a write is begun again, and done once', async () => {
    const twice = { nodes: FIXTURE.nodes.slice(0, 3), edges: [] };
    for (const graph of [twice, FIXTURE, twice, FIXTURE]) {
      await whileBreaking(() => store.write(graph), 3);
      expect(await everyNode(store)).toEqual(graph.nodes.map(sorted));
      expect(await everyEdge(store)).toEqual(graph.edges.map(sorted));
    }
  });

  test.each(['bolt', 'neo4j'])('over %s:// whoever wrote reads behind their own bookmark', async (scheme) => {
    const other = await openStore(relay.uri.replace('bolt', scheme), { env: {} });
    await other.write({ nodes: FIXTURE.nodes.slice(0, 5), edges: [] });
    relay.sent();
    await other.read('MATCH (n) RETURN count(n)');
    const [afterOne] = bookmarks(relay.sent());
    expect(afterOne).toMatch(/^FB:/);
    await other.write(FIXTURE);
    relay.sent();
    expect((await other.ask('MATCH (n) RETURN count(n)', {}, LIMITS)).rows).toEqual([[FIXTURE.nodes.length]]);
    const [afterTwo] = bookmarks(relay.sent());
    expect(afterTwo).toMatch(/^FB:/);
    expect(afterTwo).not.toBe(afterOne);
    await other.close();
  });
});

/** What a BEGIN says that it must not be behind of. */
function bookmarks(sent: Buffer): string[] {
  return sent.toString('latin1').match(/(?<=bookmarks.{1,4})FB:[\w+/=]+/g) ?? [];
}
