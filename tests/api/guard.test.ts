import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isLoopback } from '../../src/api/guard.ts';
import { type Serving, serving } from './serve.ts';

describe('a server on a loopback address', () => {
  let server: Serving;
  beforeAll(async () => {
    server = await serving({});
  });
  afterAll(() => server.end());

  it.each([
    'localhost',
    'localhost:4177',
    'stemma.localhost',
    '127.0.0.1:1',
    '127.1.2.3',
    '[::1]:4177',
    'LOCALHOST',
  ])('answers to %s', async (host) => {
    expect((await server.ask({ url: '/api/health', headers: { host } })).status).toBe(200);
  });

  it.each(['example.com', 'localhost.example.com', '192.0.2.1:4177', '127.0.0.1.example.com', ':4177'])(
    'does not answer to “%s”',
    async (host) => {
      const problem = await server.problem({ url: '/api/health', headers: { host } });
      expect(problem).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    },
  );

  const POST = { method: 'POST', url: '/api/cypher', payload: { query: 'RETURN 1 AS one' } } as const;

  it('answers its own page', async () => {
    const headers = { origin: 'http://127.0.0.1:4177', 'sec-fetch-site': 'same-origin' };
    expect((await server.ask({ ...POST, headers })).status).toBe(200);
  });

  it.each([
    ['another site', { origin: 'https://example.com' }],
    ['another port', { origin: 'http://127.0.0.1:8080' }],
    ['a page without an origin', { origin: 'null' }],
    ['a form of another site', { 'sec-fetch-site': 'cross-site' }],
  ])('does not answer %s', async (_what, headers) => {
    expect(await server.problem({ ...POST, headers })).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  });

  it('lets a link of another site open it', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await server.ask({ url: '/api/health', headers })).status).toBe(200);
  });

  it('tells browsers to run nothing but its own code', async () => {
    for (const url of ['/api/health', '/api/nothing']) {
      const { headers } = await server.ask(url);
      expect(headers['content-security-policy']).toMatch(/default-src 'self'/);
      expect(headers['content-security-policy']).not.toMatch(/unsafe-eval|script-src[^;]*unsafe/);
      expect(headers['x-content-type-options']).toBe('nosniff');
    }
  });
});

describe('a server that is open to others', () => {
  it('answers to any name, and still only its own page', async () => {
    const server = await serving({}, { host: '0.0.0.0' });
    try {
      const host = 'treaties.example';
      expect((await server.ask({ url: '/api/health', headers: { host } })).status).toBe(200);
      const foreign = { url: '/api/health', headers: { host, origin: 'https://example.com' } };
      expect(await server.problem(foreign)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
    } finally {
      await server.end();
    }
  });
});

it.each([
  ['127.0.0.1', true],
  ['::1', true],
  ['localhost', true],
  ['0.0.0.0', false],
  ['::', false],
  ['127.example', false],
])('%s is a loopback address: %s', (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});
