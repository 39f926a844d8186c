import { Ajv2020 } from 'ajv/dist/2020.js';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { DocumentsResponse, GraphResponse } from '../../src/api/types.ts';
import { NEWS, type Serving, STATEMENT, serving } from './serve.ts';

/** What the contract promises. */
const ROUTES = [
  ['get', '/api/health'],
  ['get', '/api/graph'],
  ['get', '/api/map'],
  ['get', '/api/map/nodes'],
  ['get', '/api/nodes/{id}'],
  ['get', '/api/nodes/{id}/neighbours'],
  ['get', '/api/search'],
  ['get', '/api/documents'],
  ['get', '/api/documents/{id}'],
  ['post', '/api/documents'],
  ['delete', '/api/documents/{id}'],
  ['get', '/api/paths'],
  ['post', '/api/cypher'],
  ['get', '/api/export'],
  ['post', '/api/export'],
  ['get', '/api/questions'],
] as const;

type Operation = {
  summary?: string;
  requestBody?: { content: Record<string, unknown> };
  responses: Record<string, { content?: Record<string, unknown> }>;
};
type Description = { openapi: string; paths: Record<string, Record<string, Operation>>; components: object };

let server: Serving;
let description: Description;
const ajv = new Ajv2020({ strict: false, validateFormats: false, allErrors: true });
beforeAll(async () => {
  server = await serving({ 'a.txt': STATEMENT, 'b.txt': NEWS });
  description = (await server.ask<Description>('/api/openapi.json')).body;
  ajv.addSchema(description, 'openapi');
});
afterAll(() => server.end());

/** Errors of an answer against what is described for it. */
function errorsOf(method: string, path: string, status: string, type: string, answer: unknown): string[] {
  const steps = ['paths', path, method, 'responses', status, 'content', type, 'schema'];
  const pointer = steps
    .map((step) => encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1')))
    .join('/');
  const validate = ajv.compile({ $ref: `openapi#/${pointer}` });
  return validate(answer)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

describe('/api/openapi.json', () => {
  it('describes every route, and no other', () => {
    const described = Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods)
        .filter((method) => method !== 'head')
        .map((method) => `${method} ${path}`),
    );
    expect(described.sort()).toEqual(ROUTES.map(([method, path]) => `${method} ${path}`).sort());
    expect(description.openapi).toBe('3.1.0');
  });

  it('has a summary and answers for each, and every reference leads somewhere', () => {
    for (const [method, path] of ROUTES) {
      const operation = description.paths[path]?.[method];
      expect(operation?.summary).toMatch(/\w/);
      expect(Object.keys(operation?.responses ?? {})).toContain('default');
    }
    const references = [...JSON.stringify(description).matchAll(/"\$ref":"([^"]+)"/g)].map(
      ([, to = '']) => to,
    );
    expect(references.length).toBeGreaterThan(10);
    for (const to of new Set(references)) {
      const found = to
        .replace(/^#\//, '')
        .split('/')
        .reduce<unknown>((at, step) => (at as Record<string, unknown>)?.[step], description);
      expect(found, to).toBeTypeOf('object');
    }
  });

  it.each<[string, string, (ids: Ids) => InjectOptions]>([
    ['get', '/api/health', () => ({ url: '/api/health' })],
    ['get', '/api/graph', () => ({ url: '/api/graph' })],
    ['get', '/api/map/nodes', ({ from }) => ({ url: `/api/map/nodes?at=0,1&id=${from}` })],
    ['get', '/api/nodes/{id}', ({ from }) => ({ url: `/api/nodes/${from}` })],
    ['get', '/api/nodes/{id}/neighbours', ({ from }) => ({ url: `/api/nodes/${from}/neighbours` })],
    ['get', '/api/search', () => ({ url: '/api/search?q=UN' })],
    ['get', '/api/documents', () => ({ url: '/api/documents' })],
    ['get', '/api/documents/{id}', ({ document }) => ({ url: `/api/documents/${document}` })],
    [
      'post',
      '/api/documents',
      () => ({
        url: '/api/documents',
        method: 'POST',
        payload: NEWS,
        headers: { 'content-type': 'text/plain' },
      }),
    ],
    ['get', '/api/paths', ({ from, to }) => ({ url: `/api/paths?from=${from}&to=${to}` })],
    [
      'post',
      '/api/cypher',
      () => ({
        url: '/api/cypher',
        method: 'POST',
        payload: { query: 'MATCH p = (a)-[r]->(b) RETURN p, a, r LIMIT 5' },
      }),
    ],
    ['get', '/api/questions', () => ({ url: '/api/questions' })],
  ])('%s %s answers as described', async (method, path, request) => {
    const { status, body } = await server.ask(request(await someIds()));
    expect(status).toBe(200);
    expect(errorsOf(method, path, '200', 'application/json', body)).toEqual([]);
  });

  it.each(ROUTES)('%s %s describes problems', async (method, path) => {
    const { body } = await server.ask('/api/nodes/none');
    expect(errorsOf(method, path, 'default', 'application/problem+json', body)).toEqual([]);
    expect(errorsOf(method, path, 'default', 'application/problem+json', { code: 1 })).not.toEqual([]);
  });

  it('says what can be uploaded', () => {
    const upload = description.paths['/api/documents']?.post?.requestBody?.content ?? {};
    expect(Object.keys(upload)).toEqual(['multipart/form-data', 'text/plain', 'application/octet-stream']);
  });

  it('would notice an answer that is not as described', () => {
    expect(
      errorsOf('get', '/api/documents', '200', 'application/json', { documents: [{ id: 1 }] }),
    ).not.toEqual([]);
  });
});

type Ids = { from: string; to: string; document: string };

async function someIds(): Promise<Ids> {
  const [graph, documents] = [
    (await server.ask<GraphResponse>('/api/graph')).body,
    (await server.ask<DocumentsResponse>('/api/documents')).body,
  ];
  const edge = graph.edges.find(({ type }) => type === 'REAFFIRMS');
  return {
    from: encodeURIComponent(edge?.from ?? ''),
    to: encodeURIComponent(edge?.to ?? ''),
    document: encodeURIComponent(documents.documents[0]?.id ?? ''),
  };
}
