import { unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type {
  CypherResponse,
  GraphResponse,
  HealthResponse,
  QuestionsResponse,
  SearchResponse,
} from '../../src/api/types.ts';
import { FORMATS } from '../../src/export/index.ts';
import { VERSION } from '../../src/version.ts';
import { NEWS, type Serving, STATEMENT, serving } from './serve.ts';

let server: Serving;
const defects: unknown[] = [];
beforeAll(async () => {
  server = await serving({ 'a.txt': STATEMENT, 'b.txt': NEWS }, { defects });
});
afterAll(async () => {
  await server.end();
  expect(defects).toEqual([]);
});

const cypher = (payload: object) => ({ method: 'POST', url: '/api/cypher', payload }) as const;

describe('GET /api/health', () => {
  it('says what is served', async () => {
    const { status, body } = await server.ask<HealthResponse>('/api/health');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      status: 'ok',
      version: VERSION,
      store: { kind: 'embedded' },
      nodes: { Document: 2 },
    });
  });
});

describe('GET /api/search', () => {
  it.each(['联合国宪章', 'Charter of the United Nations', 'Устав Организации Объединенных Наций'])(
    'finds %s',
    async (q) => {
      const { body } = await server.ask<SearchResponse>(`/api/search?q=${encodeURIComponent(q)}`);
      expect(body.query).toBe(q);
      expect(body.hits[0]?.node).toMatchObject({ label: 'Agreement', properties: { title: '联合国宪章' } });
    },
  );

  it('gives as many as asked for', async () => {
    const { body } = await server.ask<SearchResponse>(`/api/search?limit=1&q=${encodeURIComponent('中')}`);
    expect(body.hits).toHaveLength(1);
  });

  it('finds nothing where there is nothing', async () => {
    const { body } = await server.ask<SearchResponse>('/api/search?q=zzzzzz');
    expect(body).toEqual({ query: 'zzzzzz', hits: [] });
  });

  it.each(['/api/search', '/api/search?q=', '/api/search?q=a&limit=0', '/api/search?q=a&limit=many'])(
    'refuses %s',
    async (url) => {
      expect(await server.problem(url)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    },
  );
});

describe('POST /api/cypher', () => {
  it('gives rows, and the graph among them with the ends of its edges', async () => {
    const query =
      'MATCH (a:Agreement)-[r:REAFFIRMS]->(b:Agreement) WHERE a.signed = $signed RETURN r, a.title AS title';
    const { status, body } = await server.ask<CypherResponse>(
      cypher({ query, params: { signed: '1996-04-25' } }),
    );
    expect(status).toBe(200);
    expect(body).toMatchObject({ columns: ['r', 'title'], truncated: false });
    expect(body.rows).toMatchObject([[{ kind: 'edge', type: 'REAFFIRMS' }, '中俄联合声明']]);
    const [edge] = body.graph.edges;
    expect(new Set(body.graph.nodes.map(({ id }) => id))).toEqual(new Set([edge?.from, edge?.to]));
  });

  it('stops at the row limit', async () => {
    const query = 'UNWIND range(1, 5000) AS n RETURN n';
    const { body } = await server.ask<CypherResponse>(cypher({ query }));
    expect({ rows: body.rows.length, truncated: body.truncated }).toEqual({ rows: 1000, truncated: true });
    const { body: few } = await server.ask<CypherResponse>(cypher({ query, rows: 3 }));
    expect(few).toMatchObject({ rows: [[1], [2], [3]], truncated: true });
  });

  it.each([
    ['writes', { query: 'CREATE (n:State {id: "x"}) RETURN n' }, 403, 'QUERY_REFUSED'],
    ['deletes', { query: 'MATCH (n) DETACH DELETE n' }, 403, 'QUERY_REFUSED'],
    ['loads a file', { query: "LOAD CSV FROM '/etc/passwd' AS line RETURN line" }, 403, 'QUERY_REFUSED'],
    ['cannot be understood', { query: 'MATCH (n RETURN n' }, 400, 'BAD_QUERY'],
    ['is missing', {}, 400, 'BAD_REQUEST'],
    ['is empty', { query: '' }, 400, 'BAD_REQUEST'],
    ['is no text', { query: { a: 1 } }, 400, 'BAD_REQUEST'],
    ['wants too many rows', { query: 'RETURN 1', rows: 10_001 }, 400, 'BAD_REQUEST'],
    ['takes too long', { query: SLOW(), milliseconds: 300 }, 408, 'QUERY_LIMIT'],
    ['is too large', { query: 'RETURN 1', params: { text: 'x'.repeat(1024 * 1024) } }, 413, 'TOO_LARGE'],
  ])('refuses a query that %s', async (_what, payload, status, code) => {
    expect(await server.problem(cypher(payload))).toMatchObject({ status, code });
  });

  it('refuses what is not JSON', async () => {
    const request = {
      method: 'POST',
      url: '/api/cypher',
      payload: '{"query":',
      headers: { 'content-type': 'application/json' },
    } as const;
    expect(await server.problem(request)).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
    const xml = { ...request, headers: { 'content-type': 'text/xml' } };
    expect(await server.problem(xml)).toMatchObject({ status: 415, code: 'UNSUPPORTED_MEDIA_TYPE' });
  });

  it('stops when nobody waits', { timeout: 20_000 }, async () => {
    const address = await server.app.listen({ port: 0, host: '127.0.0.1' });
    const leaving = new AbortController();
    const body = JSON.stringify({ query: SLOW(), milliseconds: 60_000 });
    const headers = { 'content-type': 'application/json' };
    const asked = fetch(`${address}/api/cypher`, { method: 'POST', body, headers, signal: leaving.signal });
    setTimeout(() => leaving.abort(), 300);
    await expect(asked).rejects.toThrow();
    const begin = performance.now();
    expect((await server.ask<CypherResponse>(cypher({ query: 'RETURN 1 AS one' }))).body.rows).toEqual([[1]]);
    expect(performance.now() - begin).toBeLessThan(5000);
  });
});

/** Longer than anybody waits. */
function SLOW(): string {
  return 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b) AS sum';
}

describe('GET /api/questions', () => {
  it('gives questions whose queries run', async () => {
    const { body } = await server.ask<QuestionsResponse>('/api/questions');
    expect(body.questions.length).toBeGreaterThan(0);
    for (const { question, cypher: query } of body.questions) {
      expect(question.en).toMatch(/\?$/);
      expect(question.zh).toMatch(/[？。]$/);
      expect((await server.ask(cypher({ query }))).status).toBe(200);
    }
  });
});

describe('POST /api/export', () => {
  const ask = (payload: object) =>
    server.app.inject({ method: 'POST', url: '/api/export', headers: { host: 'localhost' }, payload });

  it('gives the nodes and edges that are named, and no others', async () => {
    const { body: whole } = await server.ask<GraphResponse>('/api/graph?label=Agreement&type=REAFFIRMS');
    const [edge] = whole.edges;
    if (!edge) throw new Error('nothing is reaffirmed');
    const named = { nodes: [edge.from, edge.to, 'agr:none'], edges: [edge.id, 'agr:none CITES agr:none'] };
    const { nodes, edges } = (await ask({ format: 'graphology', ...named })).json<{
      nodes: { key: string }[];
      edges: { source: string; target: string }[];
    }>();
    expect(nodes.map(({ key }) => key)).toEqual([edge.from, edge.to].sort());
    expect(edges).toMatchObject([{ source: edge.from, target: edge.to }]);
    const bare = await ask({ format: 'graphology', nodes: named.nodes, edges: [] });
    expect(bare.json<{ edges: unknown[] }>().edges).toEqual([]);
  });

  it.each(FORMATS.map((format) => [format.name, format] as const))('gives %s', async (name, format) => {
    const { statusCode, rawPayload } = await ask({ format: name, nodes: ['agr:un-charter-1945'], edges: [] });
    expect(statusCode).toBe(200);
    const files = format.shape === 'file' ? [rawPayload] : Object.values(unzipSync(rawPayload));
    const text = files.map((file) => new TextDecoder().decode(file)).join('');
    expect(text).toContain('un-charter-1945');
    expect(text).not.toContain('npt-1968');
  });

  it.each([
    [{ format: 'word', nodes: [], edges: [] }, 'UNKNOWN_FORMAT'],
    [{ format: 'gexf' }, 'BAD_REQUEST'],
  ])('refuses %o', async (payload, code) => {
    expect((await ask(payload)).json()).toMatchObject({ code, status: 400 });
  });
});

describe('GET /api/export', () => {
  it.each(FORMATS.map((format) => [format.name, format] as const))('gives %s', async (name, format) => {
    const { status, headers } = await server.ask(`/api/export?format=${name}`);
    expect(status).toBe(200);
    const expected =
      format.shape === 'file'
        ? { type: format.mediaType, file: `stemma.${format.extension}` }
        : { type: 'application/zip', file: `stemma-${name}.zip` };
    expect(headers['content-disposition']).toBe(`attachment; filename="${expected.file}"`);
    expect(String(headers['content-type'])).toContain(expected.type.replace(/;.*/, ''));
    const { rawPayload } = await server.app.inject({
      url: `/api/export?format=${name}`,
      headers: { host: 'localhost' },
    });
    const files = format.shape === 'file' ? [rawPayload] : Object.values(unzipSync(rawPayload));
    expect(files.some((file) => new TextDecoder().decode(file).includes('联合国宪章'))).toBe(true);
  });

  it('gives what a query returns', async () => {
    const query = 'MATCH (a:Agreement)-[r:REAFFIRMS]->(b:Agreement) WHERE a.signed = $signed RETURN r';
    const parameters = new URLSearchParams({
      format: 'graphology',
      query,
      params: '{"signed":"1996-04-25"}',
    });
    const { app } = server;
    const { body } = await app.inject({ url: `/api/export?${parameters}`, headers: { host: 'localhost' } });
    const graph = JSON.parse(body) as { nodes: unknown[]; edges: unknown[] };
    expect({ nodes: graph.nodes.length, edges: graph.edges.length }).toEqual({ nodes: 2, edges: 1 });
  });

  it.each([
    ['/api/export', 'BAD_REQUEST', 400],
    ['/api/export?format=word', 'UNKNOWN_FORMAT', 400],
    ['/api/export?format=gexf&query=CREATE%20(n)', 'QUERY_REFUSED', 403],
    ['/api/export?format=gexf&query=RETURN%201&params=%5B1%5D', 'BAD_REQUEST', 400],
  ])('refuses %s', async (url, code, status) => {
    expect(await server.problem(url)).toMatchObject({ code, status });
  });
});

describe('an address that nothing answers', () => {
  it('is told as a problem when it cannot be decoded', async () => {
    expect(await server.problem('/api/nodes/%E0%A4%A')).toMatchObject({ status: 400, code: 'BAD_REQUEST' });
  });

  it.each([
    ['GET', '/api/nothing'],
    ['GET', '/api'],
    ['GET', '/nothing'],
    ['DELETE', '/api/health'],
    ['PUT', '/api/documents'],
  ] as const)('%s %s is told as a problem', async (method, url) => {
    const problem = await server.problem({ method, url, headers: { accept: 'text/html' } });
    expect(problem).toEqual({
      status: 404,
      code: 'NO_SUCH_ROUTE',
      detail: `nothing answers ${method} ${url}; see /api/openapi.json`,
    });
  });
});
