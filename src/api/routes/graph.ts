/** GET /api/graph: nodes that fit a filter, and the edges between them, page by page. */
import Type, { type Static } from 'typebox';
import {
  NODE_LABELS,
  type NodeLabel,
  RELATIONSHIP_TYPES,
  type RelationshipType,
} from '../../../graph/vocabulary.ts';
import { graph } from '../../store/browse.ts';
import type { Routes } from '../context.ts';
import { listed, someOf } from '../lists.ts';
import { answers } from '../schemas.ts';
import type { GraphResponse } from '../types.ts';

const LABELS = Object.keys(NODE_LABELS) as NodeLabel[];
const TYPES = Object.keys(RELATIONSHIP_TYPES) as RelationshipType[];
const year = (description: string) =>
  Type.Optional(Type.Integer({ minimum: -9999, maximum: 9999, description }));
const text = (description: string) =>
  Type.Optional(Type.String({ minLength: 1, maxLength: 2000, description }));

const Query = Type.Object({
  label: someOf(LABELS, 'Labels of nodes'),
  type: someOf(TYPES, 'Types of edges'),
  from: year('First year; what has no date is left out.'),
  to: year('Last year, included.'),
  party: text('A state’s code or a party’s id: its agreements, and what they lead to.'),
  document: text('A document’s id: its instrument, its mentions and what they mean.'),
  limit: Type.Integer({ minimum: 1, maximum: 10_000, default: 1000, description: 'Nodes on a page.' }),
  cursor: text('`next` of the page before.'),
});

export const graphRoutes: Routes = (app, { library }) => {
  app.get<{ Querystring: Static<typeof Query> }>(
    '/api/graph',
    {
      schema: {
        summary: 'The graph, or a part of it',
        querystring: Query,
        response: answers('Graph', 'A page'),
      },
    },
    async ({ query: { label, type, ...rest } }): Promise<GraphResponse> => {
      const labels = listed(label, LABELS, 'label');
      const types = listed(type, TYPES, 'type');
      return graph(library.store, { ...rest, ...(labels && { labels }), ...(types && { types }) });
    },
  );
};
