/** The HTTP server: the API under `/api`, described at `/api/openapi.json`, and the explorer page. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import multipart from '@fastify/multipart';
import fastifyStatic from '@fastify/static';
import swagger from '@fastify/swagger';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Library } from '../library.ts';
import { VERSION } from '../version.ts';
import type { Routes } from './context.ts';
import { addGuard, SAFE_HEADERS } from './guard.ts';
import { addPace, type Pace, USUAL_PACE } from './pace.ts';
import { HttpProblem, problemOf, sendProblem } from './problem.ts';
import { cypherRoutes } from './routes/cypher.ts';
import { documentRoutes } from './routes/documents.ts';
import { exportRoutes } from './routes/export.ts';
import { graphRoutes } from './routes/graph.ts';
import { healthRoutes } from './routes/health.ts';
import { mapRoutes } from './routes/map.ts';
import { nodeRoutes } from './routes/nodes.ts';
import { pathRoutes } from './routes/paths.ts';
import { questionRoutes } from './routes/questions.ts';
import { searchRoutes } from './routes/search.ts';
import { COMPONENTS } from './schemas.ts';
import { addToken } from './token.ts';
import { Turnstile } from './turnstile.ts';
import { UPLOAD_BODY, UPLOAD_LIMITS } from './uploads.ts';

export type ServerOptions = Readonly<{
  library: Library;
  /** The address that it will listen on; on a loopback one, only loopback names are answered. */
  host?: string;
  /** What everybody must show; nothing when absent. */
  token?: string | undefined;
  /** How fast one address may ask. */
  pace?: Pace;
  /** The built page; without it only the API is served. */
  page?: string;
  /** Told of every defect. */
  onDefect?: (error: unknown) => void;
}>;

const ROUTES: readonly Routes[] = [
  healthRoutes,
  graphRoutes,
  mapRoutes,
  nodeRoutes,
  pathRoutes,
  searchRoutes,
  documentRoutes,
  cypherRoutes,
  questionRoutes,
  exportRoutes,
];

/** Of a JSON body; uploads have a limit of their own. */
const BODY_BYTES = 1024 * 1024;

const QUERIES_AT_ONCE = 4;

/** Makes the server; the caller lets it listen, and closes it. */
export async function createServer(options: ServerOptions): Promise<FastifyInstance> {
  const { library, host = '127.0.0.1', token, pace = USUAL_PACE, page, onDefect = () => undefined } = options;
  const app = Fastify({
    bodyLimit: BODY_BYTES,
    // Titles are part of ids.
    routerOptions: { maxParamLength: 2000 },
    forceCloseConnections: true,
    requestTimeout: 120_000,
    // An address that cannot be decoded never gets as far as a route.
    frameworkErrors: (error, _request, reply) => sendProblem(reply.headers(SAFE_HEADERS), problemOf(error)),
  });
  // Schemas of answers describe; they do not rewrite what is sent.
  app.setSerializerCompiler(() => (value) => JSON.stringify(value));
  app.setErrorHandler((error, _request, reply) => {
    const problem = problemOf(error);
    if (problem.code === 'INTERNAL') onDefect(error);
    return sendProblem(reply, problem);
  });
  addGuard(app, host);
  addPace(app, pace);
  if (token !== undefined) addToken(app, token);
  for (const component of COMPONENTS) app.addSchema(component);
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Stemma',
        version: VERSION,
        description: 'Who cites whom in international law: documents, lineage graph, evidence.',
      },
    },
    refResolver: {
      buildLocalReference: (json, _base, _fragment, i) =>
        typeof json.$id === 'string' ? json.$id : `def-${i}`,
    },
  });
  await app.register(multipart, { limits: UPLOAD_LIMITS, throwFileSizeLimit: false });
  await app.register(async (api) => {
    const context = { library, queries: new Turnstile(QUERIES_AT_ONCE) };
    for (const routes of ROUTES) routes(api, context);
    api.get('/api/openapi.json', { schema: { hide: true } }, () => described(app));
  });
  await addPage(app, page);
  return app;
}

/** The OpenAPI document. */
function described(app: FastifyInstance): object {
  const document = app.swagger();
  const upload = document.paths?.['/api/documents']?.post;
  if (upload) Object.assign(upload, { requestBody: UPLOAD_BODY });
  return document;
}

/** The page at `/`, and at every address outside of `/api` that a browser opens, since views have addresses too. */
async function addPage(app: FastifyInstance, page: string | undefined): Promise<void> {
  if (page !== undefined)
    await app.register(fastifyStatic, { root: page, index: 'index.html', maxAge: '1h', immutable: false });
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.replace(/\?.*$/, '');
    const opened = request.method === 'GET' && /\btext\/html\b/.test(request.headers.accept ?? '');
    if (page !== undefined && opened && !/^\/api(\/|$)/.test(path))
      return reply
        .type('text/html')
        .header('cache-control', 'no-cache')
        .send(await readFile(join(page, 'index.html')));
    return sendProblem(
      reply,
      problemOf(
        new HttpProblem('NO_SUCH_ROUTE', `nothing answers ${request.method} ${path}; see /api/openapi.json`),
      ),
    );
  });
}
