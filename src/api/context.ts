/** What every route works on. */
import type { FastifyInstance } from 'fastify';
import type { Library } from '../library.ts';

export type Context = Readonly<{ library: Library }>;
export type Routes = (app: FastifyInstance, context: Context) => void;
