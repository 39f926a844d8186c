/** Requests to every route that the OpenAPI document names, with parameters, bodies and headers of every kind. */
import { connect } from 'node:net';
import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import type { Serving } from '../api/serve.ts';
import { texts } from '../extract/pieces.ts';
import { brokenJson, bytesOf, mutated } from './mutations.ts';
import type { Target } from './run.ts';

type Parameter = Readonly<{ name: string; in: string; schema?: { type?: string; enum?: string[] } }>;
type Operation = Readonly<{ parameters?: readonly Parameter[]; requestBody?: unknown }>;
export type Paths = Readonly<Record<string, Readonly<Record<string, Operation>>>>;
type Method = NonNullable<InjectOptions['method']>;

const ODD = [
  '',
  ' ',
  ...'0 -1 1 2147483648 1e3 NaN null true [] {} % %00 %ff .. ../.. ..%2f..%2fpackage.json /etc/passwd both'.split(
    ' ',
  ),
  ..."graphml csv Agreement CITES,REAFFIRMS doc:0 state:CHN org:un 中俄 __proto__ constructor ';DROP {x}".split(
    ' ',
  ),
  '\0',
  '\ud800',
  'x'.repeat(3000),
];
const HEADERS = 'accept content-type origin host range if-none-match cookie authorization'.split(' ');
const TYPES = ' application/json text/plain application/octet-stream multipart/form-data x/y'.split(' ');

/** Requests to everything that the document names; `ids` are some that the graph has. */
export function requests(paths: Paths, ids: readonly string[]) {
  const value = fc.oneof(
    fc.constantFrom(...ODD),
    fc.constantFrom(...ids),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const request = fc.constantFrom(...operations).chain(({ path, method, operation }) =>
    fc.record({
      method: fc.constantFrom(
        method.toUpperCase() as Method,
        method.toUpperCase() as Method,
        'PUT',
        'OPTIONS',
      ),
      url: address(path, operation.parameters ?? [], value),
      headers: headers(operation.requestBody !== undefined),
      payload: body(ids),
    }),
  );
  return request.map(({ payload, ...rest }): InjectOptions & { headers: Record<string, string> } => ({
    ...rest,
    ...(!['GET', 'HEAD'].includes(rest.method) && { payload }),
  }));
}

/** `defects` is where the server puts what it calls its own fault. */
export function routeTargets(
  server: Serving,
  paths: Paths,
  ids: readonly string[],
  defects: readonly unknown[],
): readonly Target[] {
  return [
    {
      name: 'routes',
      cases: 30,
      property: fc.asyncProperty(requests(paths, ids), async (request) => {
        await answered(server, request, defects);
      }),
    },
    {
      name: 'forms',
      cases: 15,
      property: fc.asyncProperty(form(), async (given) => void (await answered(server, given, defects))),
    },
  ];
}

const HEAD_LINES = [
  'GET / HTTP/1.1',
  'POST /api/cypher HTTP/1.1',
  'Host: localhost',
  'Content-Length: 5',
  'Content-Length: -1',
  'Transfer-Encoding: chunked',
  'Expect: 100-continue',
  'Connection: upgrade',
  'x: y',
  '',
];

/** What HTTP itself is broken with, over a real socket: the server goes on answering others. */
export function wireTarget(port: number, server: Serving): Target {
  const text = fc
    .array(fc.oneof(fc.constantFrom(...HEAD_LINES), fc.string({ unit: 'binary', maxLength: 40 })), {
      maxLength: 8,
    })
    .map((all) => `${all.join('\r\n')}\r\n\r\n`);
  return {
    name: 'wire',
    cases: 10,
    property: fc.asyncProperty(mutated(text, ['\r\n', '\n', '\0', ': ', '0\r\n\r\n']), async (sent) => {
      const said = await sentOver(port, sent);
      if (said.startsWith('HTTP/1.1 5')) throw new Error(said.slice(0, 200));
      if ((await server.ask('/api/questions')).status !== 200) throw new Error('it answers no more');
    }),
  };
}

/** The status of an answer as it has to be; throws when it is not, or is the server's own fault. */
export async function answered(
  server: Serving,
  request: InjectOptions,
  defects: readonly unknown[],
): Promise<number> {
  const count = defects.length;
  const { status, headers, body } = await server.ask<{ code?: unknown; detail?: unknown }>(request);
  if (defects.length > count) throw defects.at(-1);
  if (status >= 500) throw new Error(`${status} ${JSON.stringify(body)}`);
  if (headers['content-security-policy'] === undefined) throw new Error(`${status} without a policy`);
  if (status < 400 || request.method === 'HEAD') return status;
  const isProblem = String(headers['content-type']).startsWith('application/problem+json');
  if (!isProblem || typeof body.code !== 'string' || typeof body.detail !== 'string')
    throw new Error(`${status} is no problem document: ${JSON.stringify(body)}`);
  return status;
}

function address(
  path: string,
  parameters: readonly Parameter[],
  value: fc.Arbitrary<string>,
): fc.Arbitrary<string> {
  const query = parameters.filter((parameter) => parameter.in === 'query').map(({ name }) => name);
  const pair = fc.tuple(fc.constantFrom(...query, 'other'), value, fc.boolean());
  const written = fc
    .array(pair, { maxLength: 5 })
    .map((pairs) =>
      pairs.map(([name, text, raw]) => `${name}=${raw ? inLine(text) : encoded(text)}`).join('&'),
    );
  return fc
    .tuple(value, fc.boolean(), written)
    .map(([id, raw, search]) => `${path.replace('{id}', raw ? inLine(id) : encoded(id))}?${search}`);
}

function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

/** As it is, but for what ends an address or is not sent in one. */
function inLine(text: string): string {
  return text.replace(/[^\x21-\x7e]|[#?]/g, '');
}

function headers(hasBody: boolean): fc.Arbitrary<Record<string, string>> {
  const odd = fc.tuple(
    fc.constantFrom(...HEADERS),
    fc.constantFrom(...TYPES, '*/*', '0', 'null', 'http://127.0.0.1:4177'),
  );
  return fc.tuple(fc.array(odd, { maxLength: 2 }), fc.constantFrom(...TYPES)).map(([pairs, type]) => ({
    ...(hasBody && type !== '' && { 'content-type': type }),
    ...Object.fromEntries(pairs),
  }));
}

function body(ids: readonly string[]): fc.Arbitrary<string | Buffer> {
  const good = [
    { query: 'MATCH (n) RETURN n', params: { x: 1 }, rows: 5, milliseconds: 1000 },
    { query: 'MATCH p = (a)-[r]->(b) RETURN p, r, $x AS x', params: { x: [1, 'a', null] } },
    { format: 'gexf', nodes: ids.slice(0, 3), edges: [] },
    { format: 'csv', nodes: [], edges: ids.slice(0, 1) },
  ];
  return fc.oneof(
    brokenJson(fc.constantFrom<unknown>(...good)).map((value) => JSON.stringify(value)),
    bytesOf(texts('zh')).map((bytes) => Buffer.from(bytes)),
    mutated(
      fc.constantFrom(...good).map((value) => JSON.stringify(value)),
      ['{', '"', '\\u', ',', '\0'],
    ),
  );
}

/** Forms that break off, have no boundary, or another one. */
function form(): fc.Arbitrary<InjectOptions> {
  const whole =
    '--b\r\ncontent-disposition: form-data; name="files"; filename="a.txt"\r\ncontent-type: text/plain\r\n\r\n双方重申《联合国宪章》。\r\n--b--\r\n';
  const pieces = [
    '--b',
    '--b--',
    '\r\n',
    'filename="../../x"',
    "filename*=UTF-8''%ff",
    '; name=',
    '"',
    '\0',
    'content-type: x\r\n',
  ];
  const types = [
    'multipart/form-data; boundary=b',
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'multipart/mixed; boundary=b',
  ];
  return fc
    .tuple(mutated(fc.constant(whole), pieces), fc.constantFrom(...types, types[0] ?? ''))
    .map(([payload, type]) => ({
      method: 'POST' as const,
      url: '/api/documents',
      payload,
      headers: { 'content-type': type },
    }));
}

async function sentOver(port: number, text: string): Promise<string> {
  const socket = connect(port, '127.0.0.1');
  let said = '';
  const { promise, resolve } = Promise.withResolvers<void>();
  socket.on('data', (bytes: Buffer) => {
    said += bytes;
  });
  socket.on('error', () => resolve()).on('close', () => resolve());
  socket.end(text);
  const timer = setTimeout(() => socket.destroy(), 3000);
  await promise;
  clearTimeout(timer);
  return said;
}
