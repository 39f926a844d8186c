/** What is said behind an agreement. */
import type { Verb } from './verbs.ts';

/** Behind the agreement, and what must stand before it too. */
export type Said = readonly [Verb, RegExp, RegExp?];
