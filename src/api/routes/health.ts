/** GET /api/health: the server answers, and what its store holds. */
import { VERSION } from '../../version.ts';
import type { Routes } from '../context.ts';
import { answers } from '../schemas.ts';
import type { HealthResponse } from '../types.ts';

export const healthRoutes: Routes = (app, { library }) => {
  app.get(
    '/api/health',
    {
      schema: {
        summary: 'State of the server and counts of its store',
        response: answers('Health', 'It answers'),
      },
    },
    async (): Promise<HealthResponse> => {
      const { kind, where, nodes, edges } = await library.store.status();
      return { status: 'ok', version: VERSION, store: { kind, where }, nodes, edges };
    },
  );
};
