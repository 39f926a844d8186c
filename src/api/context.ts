/** What every route works on. */
import type { FastifyInstance } from 'fastify';
import type { Library } from '../library.ts';
import type { Turnstile } from './turnstile.ts';

export type Context = Readonly<{
  library: Library;
  /** People’s queries pass it: each may need much memory. */
  queries: Turnstile;
}>;
export type Routes = (app: FastifyInstance, context: Context) => void;
