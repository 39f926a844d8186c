/** Lets so many through at once; the others wait in line. */
import { StemmaError } from '../errors.ts';

export class Turnstile {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(places: number) {
    this.#free = places;
  }

  /** Does the work when there is room for it. Throws QUERY_LIMIT if nobody waits for it any more by then. */
  async pass<T>(signal: AbortSignal, work: () => Promise<T>): Promise<T> {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise<void>((next) => this.#waiting.push(next));
    try {
      if (signal.aborted) throw new StemmaError('QUERY_LIMIT', 'nobody waits for this query any more');
      return await work();
    } finally {
      // The place goes to the next in line, or is free.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }
}
