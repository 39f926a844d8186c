/** GET /api/map: the whole graph as points and lines; GET /api/map/nodes: what some of its points are. */
import { join } from 'node:path';
import Type, { type Static } from 'typebox';
import { fetchNodes, findNode } from '../../store/lookup.ts';
import type { Routes } from '../context.ts';
import { MapKeeper } from '../map/keeper.ts';
import { HttpProblem } from '../problem.ts';
import { answers, PROBLEM } from '../schemas.ts';
import type { MapNodesResponse } from '../types.ts';

const MOST = 500;
const Query = Type.Object({
  at: Type.Optional(
    Type.String({
      pattern: String.raw`^\d{1,9}(,\d{1,9})*$`,
      maxLength: 5000,
      description: `Numbers of nodes in the map’s columns, ${MOST} at most.`,
    }),
  ),
  id: Type.Optional(Type.String({ minLength: 1, maxLength: 2000, description: 'The id of one node.' })),
});

const BYTES = {
  description:
    'Columns of numbers: four bytes, the low one first, say how long the head is; the head is JSON (`version`, `labels`, `types`, `count` of nodes, `edges`); then, each beginning at a multiple of four bytes: `places` (x and y of each node, 32-bit floats), `label` (8 bits), `year` (16 bits, signed, -32768 for none), `cited` and `community` (32 bits); and of each edge `from`, `to` (32 bits, numbers of nodes) and `type` (8 bits)',
  content: {
    'application/octet-stream': { schema: Type.String({ contentMediaType: 'application/octet-stream' }) },
  },
};

const UNCHANGED = { description: 'It is the one that `if-none-match` names', type: 'null' } as const;

export const mapRoutes: Routes = (app, { library }) => {
  const keeper = new MapKeeper(library.store, join(library.archive.folder, 'map.bin'));

  app.get(
    '/api/map',
    {
      schema: {
        summary: 'The whole graph as points and lines, laid out, without names',
        response: { 200: BYTES, 304: UNCHANGED, default: PROBLEM },
      },
    },
    async (request, reply) => {
      const { version, bytes } = await keeper.current();
      const tag = `"${version}"`;
      reply.header('cache-control', 'no-cache').header('etag', tag);
      if (request.headers['if-none-match'] === tag) return reply.code(304).send();
      return reply.type('application/octet-stream').send(bytes);
    },
  );

  app.get<{ Querystring: Static<typeof Query> }>(
    '/api/map/nodes',
    {
      schema: {
        summary: 'What some points of the map are',
        querystring: Query,
        response: answers('MapNodes', 'Nodes with their numbers; what is not there is left out'),
      },
    },
    async ({ query: { at = '', id } }): Promise<MapNodesResponse> => {
      const { version, nodes, numbers } = await keeper.current();
      const named = id === undefined ? undefined : numbers.get((await findNode(library.store, id)).id);
      const asked = [...at.split(',').filter(Boolean).map(Number), ...(named === undefined ? [] : [named])];
      if (asked.length > MOST) throw new HttpProblem('BAD_REQUEST', `at most ${MOST} nodes at once`);
      const wanted = asked.flatMap((number) => nodes[number] ?? []);
      const found = await fetchNodes(library.store, wanted);
      return {
        version,
        nodes: [...found].flatMap(([one, node]) => {
          const number = numbers.get(one);
          return number === undefined ? [] : [{ at: number, node }];
        }),
      };
    },
  );
};
