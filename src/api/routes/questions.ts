/** GET /api/questions: saved questions, asked in words, with the query that answers them. */
import { loadQuestions } from '../../store/questions.ts';
import type { Routes } from '../context.ts';
import { answers } from '../schemas.ts';
import type { QuestionsResponse } from '../types.ts';

export const questionRoutes: Routes = (app) => {
  app.get(
    '/api/questions',
    { schema: { summary: 'Saved questions', response: answers('Questions', 'Sorted by name') } },
    async (): Promise<QuestionsResponse> => ({ questions: [...(await loadQuestions())] }),
  );
};
