/** /api/export: the whole graph, what a query returns, or what is named, as a file; several files come zipped. */
import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import Type, { type Static } from 'typebox';
import { FORMATS, type Format, formatNamed, type GraphSource, sourceOf } from '../../export/index.ts';
import { queriedSource } from '../../queried.ts';
import { namedGraph } from '../../store/browse.ts';
import { VERSION } from '../../version.ts';
import type { Routes } from '../context.ts';
import { leavingSignal } from '../leaving.ts';
import { HttpProblem } from '../problem.ts';
import { PROBLEM } from '../schemas.ts';
import { zipped } from '../zip.ts';

const format = Type.String({ description: `One of ${FORMATS.map(({ name }) => name).join(', ')}.` });

const Query = Type.Object({
  format,
  query: Type.Optional(
    Type.String({
      minLength: 1,
      maxLength: 100_000,
      description: 'Only the nodes and edges that this query returns.',
    }),
  ),
  params: Type.Optional(Type.String({ description: 'Parameters of the query, a JSON object.' })),
});

const ids = (description: string) => Type.Array(Type.String({ maxLength: 20_000 }), { description });
const Named = Type.Object({
  format,
  nodes: ids('Ids of the nodes.'),
  edges: ids('Ids of edges between them.'),
});

/** Bytes of a body that names things: a drawing's worth of long ids. */
const BODY_LIMIT = 16 * 1024 * 1024;
const LIMITS = { rows: 10_000, milliseconds: 30_000 };

const FILE = {
  description: 'The file; zipped where the format has several',
  content: Object.fromEntries(
    [...new Set([...FORMATS.map(mediaType), 'application/zip'])].map((type) => [
      type,
      { schema: Type.String({ contentMediaType: type }) },
    ]),
  ),
};

export const exportRoutes: Routes = (app, { library, queries }) => {
  app.get<{ Querystring: Static<typeof Query> }>(
    '/api/export',
    {
      schema: {
        summary: 'The graph as a file',
        querystring: Query,
        response: { 200: FILE, default: PROBLEM },
      },
    },
    async ({ query: { format: name, query, params } }, reply) => {
      const format = formatNamed(name);
      const limits = { ...LIMITS, signal: leavingSignal(reply) };
      const { store } = library;
      const selected = async (cypher: string) =>
        queries.pass(limits.signal, () => queriedSource(store, cypher, parametersIn(params), limits));
      return send(reply, format, query === undefined ? store : (await selected(query)).source);
    },
  );

  app.post<{ Body: Static<typeof Named> }>(
    '/api/export',
    {
      bodyLimit: BODY_LIMIT,
      schema: { summary: 'What is named, as a file', body: Named, response: { 200: FILE, default: PROBLEM } },
    },
    async ({ body: { format: name, nodes, edges } }, reply) => {
      const format = formatNamed(name);
      const named = await queries.pass(leavingSignal(reply), () => namedGraph(library.store, nodes, edges));
      return send(reply, format, sourceOf(named));
    },
  );
};

function send(reply: FastifyReply, format: Format, source: GraphSource): FastifyReply {
  const files = format.write(source, { creator: `Stemma ${VERSION}`, title: 'Stemma' });
  const [file] = files;
  reply.header('cache-control', 'no-store').header('content-disposition', disposition(format));
  if (format.shape === 'file' && file)
    return reply.type(mediaType(format)).send(Readable.from(bytes(file.chunks), { objectMode: false }));
  return reply.type('application/zip').send(Readable.from(zipped(files), { objectMode: false }));
}

function mediaType(format: Format): string {
  return format.shape === 'folder' ? 'application/zip' : format.mediaType;
}

/** `stemma.gexf`, `stemma-csv.zip` */
function disposition(format: Format): string {
  const name = format.shape === 'folder' ? `stemma-${format.name}.zip` : `stemma.${format.extension}`;
  return `attachment; filename="${name}"`;
}

async function* bytes(chunks: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const chunk of chunks) if (chunk !== '') yield Buffer.from(chunk, 'utf8');
}

function parametersIn(json: string | undefined): Record<string, unknown> {
  if (json === undefined) return {};
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  } catch {
    // Told below.
  }
  throw new HttpProblem('BAD_REQUEST', 'params must be a JSON object, as in {"year":1994}');
}
