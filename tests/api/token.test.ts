import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { tokenFor } from '../../src/api/token.ts';
import { NEWS, type Serving, serving } from './serve.ts';

const TOKEN = '0123456789abcdef';
const host = 'treaties.example';
const HTML = { host, accept: 'text/html,*/*' };

describe('which token a server asks for', () => {
  it.each<[string, string | undefined, string | undefined]>([
    ['127.0.0.1', undefined, undefined],
    ['::1', '', undefined],
    ['127.0.0.1', TOKEN, TOKEN],
    ['0.0.0.0', TOKEN, TOKEN],
  ])('on %s with %s', (address, given, expected) => {
    expect(tokenFor(address, given)).toBe(expected);
  });

  it.each<[string, string | undefined]>([
    ['0.0.0.0', undefined],
    ['192.0.2.1', ''],
    ['::', 'short'],
    ['127.0.0.1', 'short'],
    ['0.0.0.0', `${TOKEN} ${TOKEN}`],
  ])('on %s none with %s', (address, given) => {
    expect(() => tokenFor(address, given)).toThrow(/set STEMMA_TOKEN to at least 16 characters/);
  });
});

describe('a server with a token', () => {
  let server: Serving;
  beforeAll(async () => {
    server = await serving({ 'a.txt': NEWS }, { host: '0.0.0.0', token: TOKEN });
  });
  afterAll(() => server.end());

  it.each([
    ['/api/health', 'GET'],
    ['/api/documents', 'GET'],
    ['/api/documents/doc:0', 'DELETE'],
    ['/api/export?format=csv', 'GET'],
    ['/api/openapi.json', 'GET'],
    ['/api/none', 'GET'],
    ['/none.js', 'GET'],
    ['/token', 'GET'],
  ] as const)('tells nothing at %s without it', async (url, method) => {
    for (const authorization of [undefined, '', 'Bearer', `Bearer ${TOKEN}x`, `Basic ${TOKEN}`, TOKEN]) {
      const headers = { host, ...(authorization !== undefined && { authorization }) };
      expect(await server.problem({ url, method, headers })).toMatchObject({
        status: 401,
        code: 'UNAUTHORIZED',
      });
    }
  });

  it('answers who sends it', async () => {
    const headers = { host, authorization: `Bearer ${TOKEN}` };
    expect((await server.ask({ url: '/api/health', headers })).status).toBe(200);
  });

  it('shows a browser the door, which opens with the token alone', async () => {
    const door = await server.ask<string>({ url: '/?node=x', headers: HTML });
    expect(door).toMatchObject({ status: 401, body: expect.stringContaining('action="/token"') });
    const hostile = await server.ask<string>({ url: '/?"><script>', headers: HTML });
    expect(hostile.body).not.toContain('<script>');
    expect(door.headers['content-security-policy']).toMatch(/form-action 'self'/);

    const send = (token: string, to = '/?node=x') =>
      server.ask<string>({
        method: 'POST',
        url: '/token',
        payload: new URLSearchParams({ token, to }).toString(),
        headers: { host, 'content-type': 'application/x-www-form-urlencoded' },
      });
    for (const wrong of ['', 'wrong', `${TOKEN} `])
      expect((await send(wrong)).headers).not.toHaveProperty('set-cookie');

    for (const payload of ['null', '[]', '{"token":{"toString":1}}', '{"token":1}', '"x"']) {
      const request = { method: 'POST', url: '/token', payload } as const;
      const { status } = await server.ask({
        ...request,
        headers: { host, 'content-type': 'application/json' },
      });
      expect(status, payload).toBe(401);
    }

    const { status, headers } = await send(TOKEN);
    expect({ status, to: headers.location }).toEqual({ status: 303, to: '/?node=x' });
    for (const elsewhere of [
      '//example.com/',
      '/..//example.com',
      '/\\example.com',
      'https://example.com/',
      'x\r\ny: z',
    ])
      expect((await send(TOKEN, elsewhere)).headers.location).toMatch(/^\/(?![/\\])[^\r\n]*$/);
    const given = String(headers['set-cookie']);
    expect(given).toMatch(/; HttpOnly; SameSite=Lax$/);
    expect(given).not.toContain(TOKEN);
    const [cookie = ''] = given.split(';');
    expect((await server.ask({ url: '/api/health', headers: { host, cookie } })).status).toBe(200);
    const other = cookie.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
    expect((await server.ask({ url: '/api/health', headers: { host, cookie: other } })).status).toBe(401);
  });
});
