/** Nets for tests, written as pairs: `0-1 1-2`. */
import type { Net } from '../../src/layout/net.ts';

export function netOf(count: number, pairs: string): Net {
  const edges = pairs.split(' ').flatMap((pair) => {
    const [from, to] = pair.split('-').map(Number);
    return from === undefined || to === undefined || pair === '' ? [] : [[from, to] as const];
  });
  return {
    count,
    from: Uint32Array.from(edges, ([from]) => from),
    to: Uint32Array.from(edges, ([, to]) => to),
  };
}

/** Two squares with their diagonals, and one edge between them. */
export const TWO_SQUARES = '0-1 1-2 2-3 3-0 0-2 1-3 4-5 5-6 6-7 7-4 4-6 5-7 3-4';
