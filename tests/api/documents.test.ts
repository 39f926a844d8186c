import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type {
  CypherResponse,
  DocumentResponse,
  DocumentsResponse,
  NodeResponse,
  UploadResponse,
} from '../../src/api/types.ts';
import { NEWS, type Serving, STATEMENT, serving } from './serve.ts';

const idOf = (text: string) => `doc:${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;

/** A form as a browser sends it. */
async function form(files: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>>) {
  const data = new FormData();
  for (const [name, content] of Object.entries(files)) data.append('files', new File([content], name));
  const request = new Request('http://127.0.0.1/', { method: 'POST', body: data });
  return {
    method: 'POST',
    url: '/api/documents',
    payload: Buffer.from(await request.arrayBuffer()),
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
  } as const;
}

const raw = (payload: string, url = '/api/documents') =>
  ({ method: 'POST', url, payload, headers: { 'content-type': 'text/plain; charset=utf-8' } }) as const;

describe('documents', () => {
  let server: Serving;
  beforeAll(async () => {
    server = await serving({ 'a.txt': STATEMENT, 'b.txt': NEWS });
  });
  afterAll(() => server.end());

  it('are listed', async () => {
    const { status, body } = await server.ask<DocumentsResponse>('/api/documents');
    expect(status).toBe(200);
    const statement = body.documents.find(({ id }) => id === idOf(STATEMENT));
    expect(statement).toEqual({
      id: idOf(STATEMENT),
      name: '中俄联合声明',
      language: 'zh',
      length: STATEMENT.length,
      sources: ['a.txt'],
      instrument: expect.stringMatching(/^agr:/),
    });
    expect(body.documents.find(({ id }) => id === idOf(NEWS))).toMatchObject({
      name: 'b.txt',
      instrument: null,
    });
  });

  it('show their text with mentions, whose entities are nodes of the graph', async () => {
    const { body } = await server.ask<DocumentResponse>(
      `/api/documents/${encodeURIComponent(idOf(STATEMENT))}`,
    );
    expect(body.text).toBe(STATEMENT);
    expect(body.mentions.map(({ text }) => text)).toContain('《联合国宪章》');
    for (const { start, end, text, entities } of body.mentions) {
      expect(body.text.slice(start, end)).toBe(text);
      for (const id of entities) {
        const { status, body: found } = await server.ask<NodeResponse>(
          `/api/nodes/${encodeURIComponent(id)}`,
        );
        expect({ status, id: found.node.id }).toEqual({ status: 200, id });
      }
    }
    const starts = body.mentions.map(({ start }) => start);
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
  });

  it.each(['doc:0123456789abcdef', 'doc:', 'x', '../../package.json'])('%s is not found', async (id) => {
    const url = `/api/documents/${encodeURIComponent(id)}`;
    expect(await server.problem(url)).toMatchObject({ status: 404, code: 'NOT_FOUND' });
    expect(await server.problem({ method: 'DELETE', url })).toMatchObject({ status: 404, code: 'NOT_FOUND' });
  });
});

describe('uploading', () => {
  let server: Serving;
  beforeEach(async () => {
    server = await serving({});
    return () => server.end();
  });

  const listed = async () => (await server.ask<DocumentsResponse>('/api/documents')).body.documents;

  it('takes a form with files, one of them bad', async () => {
    const files = {
      'a.txt': STATEMENT,
      'b.txt': NEWS,
      'empty.txt': '',
      'p.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]),
    };
    const { status, body } = await server.ask<UploadResponse>(await form(files));
    expect(status).toBe(200);
    expect(Object.fromEntries(body.added.map(({ id, sources }) => [id, sources]))).toEqual({
      [idOf(STATEMENT)]: ['a.txt'],
      [idOf(NEWS)]: ['b.txt'],
    });
    expect(body.failed.map(({ source, code }) => [source, code])).toEqual([
      ['empty.txt', 'EMPTY_INPUT'],
      ['p.png', 'BINARY_INPUT'],
    ]);
    expect(await listed()).toHaveLength(2);
  });

  it('goes on answering while it builds', async () => {
    const many = Array.from({ length: 60 }, (_, n) => [`${n}.txt`, `${STATEMENT}第${n}号\n`]);
    await server.ask(raw(NEWS));
    let isBuilding = true;
    const build = server.ask<UploadResponse>(await form(Object.fromEntries(many))).finally(() => {
      isBuilding = false;
    });
    const seen: number[] = [];
    while (isBuilding) {
      seen.push((await listed()).length);
      const { status, body } = await server.ask<CypherResponse>({
        method: 'POST',
        url: '/api/cypher',
        payload: { query: 'MATCH (d:Document) RETURN count(d)' },
      });
      expect(status).toBe(200);
      seen.push(Number(body.rows[0]?.[0]));
    }
    expect((await build).body.added).toHaveLength(60);
    expect(seen.filter((documents) => documents === 1).length).toBeGreaterThan(2);
    // The old graph or the new one, never a part.
    expect(new Set([...seen, 61])).toEqual(new Set([1, 61]));
    expect(await listed()).toHaveLength(61);
  });

  it('takes a text as the body, with a name or without', async () => {
    const named = await server.ask<UploadResponse>(
      raw(NEWS, `/api/documents?source=${encodeURIComponent('新闻.txt')}`),
    );
    expect(named.body.added).toMatchObject([{ id: idOf(NEWS), sources: ['新闻.txt'] }]);
    expect((await server.ask<UploadResponse>(raw(STATEMENT))).body.added).toMatchObject([
      { sources: ['upload.txt'] },
    ]);
  });

  it('keeps names in any script, and no folders', async () => {
    const { body } = await server.ask<UploadResponse>(await form({ '条约/联合声明.txt': NEWS }));
    expect(body.added).toMatchObject([{ sources: ['联合声明.txt'] }]);
  });

  it('twice adds nothing, and says so', async () => {
    await server.ask(raw(NEWS));
    const { body } = await server.ask<UploadResponse>(raw(NEWS));
    expect(body).toMatchObject({ added: [], unchanged: [{ id: idOf(NEWS) }], replaced: [], failed: [] });
  });

  it('replaces a file of the same name, and says so', async () => {
    await server.ask(await form({ 'a.txt': NEWS }));
    const { body } = await server.ask<UploadResponse>(await form({ 'a.txt': STATEMENT }));
    expect(body).toMatchObject({ added: [{ id: idOf(STATEMENT) }], replaced: [idOf(NEWS)] });
    expect((await listed()).map(({ id }) => id)).toEqual([idOf(STATEMENT)]);
  });

  it('loses nothing when many upload at once', async () => {
    const texts = Array.from({ length: 8 }, (_, n) => `第${n}条新闻：双方将遵守《联合国宪章》。\n`);
    const answers = await Promise.all(
      texts.map((text, n) => server.ask(raw(text, `/api/documents?source=${n}.txt`))),
    );
    expect(answers.map(({ status }) => status)).toEqual(texts.map(() => 200));
    expect((await listed()).map(({ id }) => id).sort()).toEqual(texts.map(idOf).sort());
  });

  it('is undone by deleting', async () => {
    await server.ask(raw(NEWS));
    const url = `/api/documents/${encodeURIComponent(idOf(NEWS))}`;
    expect(await server.ask({ method: 'DELETE', url })).toMatchObject({ status: 204, body: '' });
    expect(await listed()).toEqual([]);
    expect(await server.problem(url)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['an empty text', raw(' \n'), 422, 'EMPTY_INPUT'],
    ['JSON', { method: 'POST', url: '/api/documents', payload: { text: NEWS } }, 400, 'BAD_REQUEST'],
    ['nothing', { method: 'POST', url: '/api/documents' }, 400, 'BAD_REQUEST'],
    ['XML', { ...raw(NEWS), headers: { 'content-type': 'text/xml' } }, 415, 'UNSUPPORTED_MEDIA_TYPE'],
    ['a text that is too large', raw('条'.repeat(11 * 1024 * 1024)), 413, 'TOO_LARGE'],
  ] as const)('refuses %s', async (_what, request, status, code) => {
    expect(await server.problem(request)).toMatchObject({ status, code });
  });

  it('refuses a form without files', async () => {
    expect(await server.problem(await form({}))).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  it.each([
    ['has no boundary', 'multipart/form-data', 'x'],
    [
      'breaks off',
      'multipart/form-data; boundary=b',
      '--b\r\nContent-Disposition: form-data; name="files"; filename="a.txt"\r\n\r\nabc',
    ],
  ])('refuses a form that %s', async (_what, type, payload) => {
    const request = {
      method: 'POST',
      url: '/api/documents',
      payload,
      headers: { 'content-type': type },
    } as const;
    expect(await server.problem(request)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  it('tells of a file that is too large, and takes the others', async () => {
    const { body } = await server.ask<UploadResponse>(
      await form({ 'big.txt': 'x'.repeat(33 * 1024 * 1024), 'b.txt': NEWS }),
    );
    expect(body.failed).toMatchObject([{ source: 'big.txt', code: 'TOO_LARGE' }]);
    expect(body.added).toMatchObject([{ id: idOf(NEWS) }]);
  });
});
