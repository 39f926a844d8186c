/** POST /api/cypher: a person's read-only query, with a row limit and a time limit. */
import Type, { type Static } from 'typebox';
import { graphOfRows } from '../../queried.ts';
import type { Routes } from '../context.ts';
import { leavingSignal } from '../leaving.ts';
import { answers } from '../schemas.ts';
import type { CypherResponse } from '../types.ts';

const Body = Type.Object({
  query: Type.String({ minLength: 1, maxLength: 100_000, description: 'openCypher; it may only read.' }),
  params: Type.Optional(
    Type.Record(Type.String(), Type.Unknown(), { description: 'Parameters of the query.' }),
  ),
  rows: Type.Integer({ minimum: 1, maximum: 10_000, default: 1000, description: 'Stop after so many rows.' }),
  milliseconds: Type.Integer({
    minimum: 1,
    maximum: 60_000,
    default: 10_000,
    description: 'Stop after so long.',
  }),
});

export const cypherRoutes: Routes = (app, { library, queries }) => {
  app.post<{ Body: Static<typeof Body> }>(
    '/api/cypher',
    {
      schema: {
        summary: 'Ask a read-only query',
        body: Body,
        response: answers('Cypher', 'Rows, and the graph among them'),
      },
    },
    async ({ body }, reply): Promise<CypherResponse> => {
      const signal = leavingSignal(reply);
      const { query, params = {}, rows: limit, milliseconds: time } = body;
      // Waiting in line counts: the caller is answered in time.
      const result = await queries.pass(
        signal,
        (left) => library.store.ask(query, params, { rows: limit, milliseconds: left, signal }),
        time,
      );
      const { columns, rows, truncated, limit: reached, milliseconds } = result;
      const { nodes, edges } = await graphOfRows(library.store, rows);
      return {
        columns: [...columns],
        rows: rows.map((row) => [...row]),
        truncated,
        ...(reached === undefined ? {} : { limit: reached }),
        milliseconds,
        graph: { nodes: [...nodes], edges: [...edges] },
      };
    },
  );
};
