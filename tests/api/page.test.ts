import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Serving, serving } from './serve.ts';

let folder: string;
let server: Serving;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stemma-page-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Stemma</title>');
  await writeFile(join(folder, 'code.js'), 'export {};');
  server = await serving({}, { page: folder });
});
afterAll(async () => {
  await server.end();
  await rm(folder, { recursive: true, force: true });
});

describe('the page', () => {
  it.each(['/', '/index.html', '/agreement/agr:x', '/?lang=zh'])('opens at %s', async (url) => {
    const { status, headers, body } = await server.ask({ url, headers: { accept: 'text/html,*/*' } });
    expect({ status, body }).toEqual({ status: 200, body: expect.stringContaining('<title>Stemma') });
    expect(headers['content-type']).toMatch(/^text\/html/);
  });

  it('brings its files', async () => {
    const { status, headers } = await server.ask('/code.js');
    expect(status).toBe(200);
    expect(headers['content-type']).toMatch(/javascript/);
  });

  it.each(['/none.js', '/api/none', '/../package.json', '/%2e%2e/package.json'])(
    'is not sent for %s',
    async (url) => {
      const { status } = await server.ask(url);
      expect([403, 404]).toContain(status);
    },
  );

  it.each(['/api', '/api/none'])('is not sent for %s, even to a browser', async (url) => {
    expect(await server.problem({ url, headers: { accept: 'text/html' } })).toMatchObject({
      code: 'NO_SUCH_ROUTE',
    });
  });
});
