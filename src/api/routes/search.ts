/** GET /api/search: nodes by any of their names, in any language. */
import Type, { type Static } from 'typebox';
import type { Routes } from '../context.ts';
import { answers } from '../schemas.ts';
import type { SearchResponse } from '../types.ts';

const Query = Type.Object({
  q: Type.String({
    minLength: 1,
    maxLength: 500,
    description: 'Any name, or a part of one, in any language.',
  }),
  limit: Type.Integer({ minimum: 1, maximum: 100, default: 20 }),
});

export const searchRoutes: Routes = (app, { library }) => {
  app.get<{ Querystring: Static<typeof Query> }>(
    '/api/search',
    {
      schema: { summary: 'Nodes by name', querystring: Query, response: answers('SearchHits', 'Best first') },
    },
    async ({ query: { q, limit } }): Promise<SearchResponse> => ({
      query: q,
      hits: [...(await library.store.search(q, limit))],
    }),
  );
};
