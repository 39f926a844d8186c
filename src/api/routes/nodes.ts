/** GET /api/nodes/{id} and its neighbours; an id that was merged away finds what it was merged into. */
import Type, { type Static } from 'typebox';
import { RELATIONSHIP_TYPES, type RelationshipType } from '../../../graph/vocabulary.ts';
import { neighbours, node } from '../../store/browse.ts';
import type { Routes } from '../context.ts';
import { listed, someOf } from '../lists.ts';
import { answers } from '../schemas.ts';
import type { NeighboursResponse, NodeResponse } from '../types.ts';

const TYPES = Object.keys(RELATIONSHIP_TYPES) as RelationshipType[];

const Id = Type.Object({ id: Type.String({ description: 'Id of a node, or one that was merged into it.' }) });
const Query = Type.Object({
  type: someOf(TYPES, 'Types of edges'),
  direction: Type.Union([Type.Literal('in'), Type.Literal('out'), Type.Literal('both')], { default: 'both' }),
  limit: Type.Integer({ minimum: 1, maximum: 10_000, default: 100, description: 'Edges on a page.' }),
  cursor: Type.Optional(
    Type.String({ minLength: 1, maxLength: 2000, description: '`next` of the page before.' }),
  ),
});

export const nodeRoutes: Routes = (app, { library }) => {
  app.get<{ Params: Static<typeof Id> }>(
    '/api/nodes/:id',
    {
      schema: {
        summary: 'A node, and how many edges it has',
        params: Id,
        response: answers('NodeWithDegrees', 'Found'),
      },
    },
    async ({ params: { id } }): Promise<NodeResponse> => node(library.store, id),
  );

  app.get<{ Params: Static<typeof Id>; Querystring: Static<typeof Query> }>(
    '/api/nodes/:id/neighbours',
    {
      schema: {
        summary: 'A node and what its edges lead to',
        params: Id,
        querystring: Query,
        response: answers('Graph', 'A page of edges and their ends'),
      },
    },
    async ({ params: { id }, query: { type, ...rest } }): Promise<NeighboursResponse> => {
      const types = listed(type, TYPES, 'type');
      return neighbours(library.store, id, { ...rest, ...(types && { types }) });
    },
  );
};
