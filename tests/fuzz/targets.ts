/** Everything that takes what others made, with what it needs to run. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { GraphResponse } from '../../src/api/types.ts';
import { openLibrary } from '../../src/library.ts';
import { loadAuthorities } from '../../src/seed.ts';
import { openStore } from '../../src/store/index.ts';
import { NEWS, type Serving, STATEMENT, serving } from '../api/serve.ts';
import { conformanceGraph, loadConforming } from '../store/conformance.ts';
import { documentTargets } from './documents.ts';
import { extractionTargets } from './extractions.ts';
import { queryTargets } from './queries.ts';
import { routeTargets, wireTarget } from './routes.ts';
import type { Target } from './run.ts';
import { TOKEN, tokenTargets } from './tokens.ts';

/** Its limit has tests of its own. */
const NO_PACE = { perSecond: 1e9, burst: 1e9 };

/** All targets; queries also go to the server at `bolt` where there is one. */
export async function openTargets(bolt?: string) {
  const folder = await mkdtemp(join(tmpdir(), 'stemma-fuzz-'));
  const authorities = await loadAuthorities();
  const library = await openLibrary(join(folder, 'library'));
  const wheres = [join(folder, 'graph'), ...(bolt === undefined ? [] : [bolt])];
  const stores = await Promise.all(wheres.map((where) => openStore(where, { env: {} })));
  for (const store of stores) await store.write(await conformanceGraph());
  const defects: unknown[] = [];
  const server = await serving({ 'a.txt': STATEMENT, 'b.txt': NEWS }, { defects });
  const guarded = await serving(
    { 'a.txt': STATEMENT, 'b.txt': NEWS },
    { defects, token: TOKEN, pace: NO_PACE },
  );
  const port = Number(new URL(await server.app.listen({ port: 0, host: '127.0.0.1' })).port);
  const graph = (await server.ask<GraphResponse>('/api/graph')).body;
  const ids = [...graph.nodes, ...graph.edges].map(({ id }) => id);
  const { paths } = (await server.ask<{ paths: Parameters<typeof routeTargets>[1] }>('/api/openapi.json'))
    .body;
  const targets: readonly Target[] = [
    ...documentTargets(authorities),
    ...extractionTargets(library, authorities),
    ...(await queryTargets(stores, await loadConforming())),
    ...routeTargets(server, paths, ids, defects),
    ...tokenTargets(guarded, paths, ids, defects, await cookieOf(guarded)),
    wireTarget(port, server),
  ];
  const close = async () => {
    for (const store of stores) await store.close();
    await library.close();
    await server.end();
    await guarded.end();
    await rm(folder, { recursive: true, force: true });
  };
  return { targets, close };
}

/** What the door gives for the token: `stemma=…`. */
async function cookieOf(server: Serving): Promise<string> {
  const { headers } = await server.ask({ method: 'POST', url: '/token', payload: { token: TOKEN } });
  return String(headers['set-cookie']).split(';')[0] ?? '';
}
