/** A server of one's own: its password, its certificate, its going away and coming back. */
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openStore } from '../../src/store/index.ts';
import type { Store } from '../../src/store/port.ts';
import { stemma } from '../cli/run.ts';
import { type Server, startServer } from '../neo4j/server.ts';
import { NEO4J_TIMEOUT, SKIPPED } from '../neo4j/use.ts';
import { everyNode, NOTHING, sorted } from './everything.ts';
import { FIXTURE } from './fixture.ts';

const SECRET = 'correct horse battery staple';
const KNOWN = { NEO4J_USERNAME: 'neo4j', NEO4J_PASSWORD: SECRET };
const COUNT = 'MATCH (n) RETURN count(n)';

const folder = await mkdtemp(join(tmpdir(), 'stemma-server-'));
const certificate = join(folder, 'public.crt');
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.skipIf(SKIPPED)('a server with a password and a certificate', { timeout: 90_000 }, () => {
  let server: Server;
  const at = (scheme: string) => server.uri.replace('bolt', scheme);

  beforeAll(async () => {
    await makeCertificate();
    server = await startServer([
      'dbms.security.auth_enabled=true',
      'dbms.security.auth_max_failed_attempts=10',
      'dbms.security.auth_lock_time=1s',
      'server.bolt.tls_level=OPTIONAL',
      'dbms.ssl.policy.bolt.enabled=true',
      `dbms.ssl.policy.bolt.base_directory=${folder}`,
      'dbms.ssl.policy.bolt.client_auth=NONE',
    ]);
    await expect(openStore(server.uri, { env: { ...KNOWN, NEO4J_PASSWORD: 'neo4j' } })).rejects.toMatchObject(
      {
        code: 'STORE_UNAVAILABLE',
        message: expect.stringContaining('ALTER CURRENT USER SET PASSWORD'),
      },
    );
    await changePassword(server.uri);
  }, NEO4J_TIMEOUT);
  afterAll(() => server?.stop());

  test.each<[string, Record<string, string>, RegExp]>([
    ['no password', {}, /asks for a password; set NEO4J_USERNAME and NEO4J_PASSWORD/],
    [
      'a wrong password',
      { ...KNOWN, NEO4J_PASSWORD: `${SECRET}r` },
      /wrong user name or password for “neo4j”/,
    ],
    ['a wrong name', { ...KNOWN, NEO4J_USERNAME: 'nobody' }, /wrong user name or password for “nobody”/],
    ['an unknown database', { ...KNOWN, NEO4J_DATABASE: 'nope' }, /no database “nope”; check NEO4J_DATABASE/],
  ])('%s is told, and no secret with it', async (_, env, message) => {
    for (const scheme of ['bolt', 'neo4j', 'bolt+ssc', 'neo4j+ssc']) {
      const error = await openStore(at(scheme), { env }).then(
        () => 'opened',
        (error: Error) => error,
      );
      expect(error).toMatchObject({ code: 'STORE_UNAVAILABLE', message: expect.stringMatching(message) });
      expect(JSON.stringify(error) + String((error as Error).stack)).not.toContain('horse');
    }
  });

  test.each(['bolt', 'neo4j', 'bolt+ssc', 'neo4j+ssc'])('%s:// is opened', async (scheme) => {
    const store = await openStore(at(scheme), { env: KNOWN });
    await store.write(FIXTURE);
    expect(await everyNode(store)).toEqual(FIXTURE.nodes.map(sorted));
    await store.close();
  });

  test.each(['bolt+s', 'neo4j+s'])('%s:// takes no certificate that nobody vouches for', async (scheme) => {
    await expect(openStore(at(scheme), { env: KNOWN })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(/certificate .*NODE_EXTRA_CA_CERTS.*\+ssc:\/\//),
    });
  });

  test.each(['bolt+s', 'neo4j+s'])('%s:// takes one whose issuer is known', async (scheme) => {
    const env = { ...KNOWN, NODE_EXTRA_CA_CERTS: certificate };
    const { code, stderr } = await stemma(['status', '--store', at(scheme)], { cwd: folder, env });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });

  describe('that goes away', () => {
    let store: Store;
    beforeAll(async () => {
      store = await openStore(server.uri, { env: KNOWN });
      await store.write(FIXTURE);
      await server.goDown();
    });
    afterAll(() => store?.close());

    test('is told, whatever one does', async () => {
      const works = [
        store.read(COUNT),
        store.ask(COUNT, {}, { rows: 1, milliseconds: 1000 }),
        store.search('联', 3),
        store.write({ nodes: [], edges: [] }),
      ];
      for (const outcome of await Promise.allSettled(works))
        expect(outcome).toMatchObject({
          status: 'rejected',
          reason: {
            code: 'STORE_UNAVAILABLE',
            message: expect.stringMatching(/no server answers.*is Neo4j running/),
          },
        });
    });

    test('and comes back: everything is there, and writing goes on', async () => {
      await server.comeBack();
      expect((await store.read(COUNT)).rows).toEqual([[FIXTURE.nodes.length]]);
      expect(await store.write(FIXTURE)).toEqual(NOTHING);
      expect((await store.search('联', 3)).length).toBeGreaterThan(0);
      expect((await store.ask(COUNT, {}, { rows: 1, milliseconds: 20_000 })).rows).toHaveLength(1);
    });
  });

  test('too many wrong passwords', async () => {
    const wrong = () => openStore(server.uri, { env: { ...KNOWN, NEO4J_PASSWORD: 'wrong' } });
    for (let i = 0; i < 10; i++) await wrong().catch(() => undefined);
    await expect(wrong()).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(/too many wrong passwords; wait/),
    });
  });
});

async function makeCertificate(): Promise<void> {
  for (const name of ['trusted', 'revoked']) await mkdir(join(folder, name));
  const command = 'req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost';
  await promisify(execFile)('openssl', [
    ...command.split(' '),
    '-addext',
    'subjectAltName=DNS:localhost,IP:127.0.0.1',
    '-keyout',
    join(folder, 'private.key'),
    '-out',
    certificate,
  ]);
}

async function changePassword(uri: string): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic('neo4j', 'neo4j'));
  const change = 'ALTER CURRENT USER SET PASSWORD FROM $from TO $to';
  await driver.executeQuery(change, { from: 'neo4j', to: SECRET }, { database: 'system' });
  await driver.close();
}
