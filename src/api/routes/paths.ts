/** GET /api/paths: how one agreement leads to another over citing edges. */
import Type, { type Static } from 'typebox';
import { paths } from '../../store/browse.ts';
import type { Routes } from '../context.ts';
import { answers } from '../schemas.ts';
import type { PathsResponse } from '../types.ts';

const Query = Type.Object({
  from: Type.String({
    minLength: 1,
    maxLength: 2000,
    description: 'Id of the citing agreement or document.',
  }),
  to: Type.String({ minLength: 1, maxLength: 2000, description: 'Id of the cited agreement.' }),
  depth: Type.Integer({ minimum: 1, maximum: 8, default: 4, description: 'Edges in a path at most.' }),
  limit: Type.Integer({ minimum: 1, maximum: 1000, default: 25, description: 'Paths at most.' }),
});

export const pathRoutes: Routes = (app, { library }) => {
  app.get<{ Querystring: Static<typeof Query> }>(
    '/api/paths',
    {
      schema: {
        summary: 'Lineage between two agreements',
        querystring: Query,
        response: answers('Paths', 'Shortest first'),
      },
    },
    async ({ query: { from, to, depth, limit } }): Promise<PathsResponse> =>
      paths(library.store, from, to, { maxDepth: depth, limit }),
  );
};
