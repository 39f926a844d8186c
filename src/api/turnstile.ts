/** Lets so many through at once; the others wait in line. */
import { StemmaError } from '../errors.ts';

export class Turnstile {
  #free: number;
  readonly #waiting: (() => void)[] = [];

  constructor(places: number) {
    this.#free = places;
  }

  /**
   * Does the work when there is room for it, and tells it how many of the `patience` milliseconds are left. Throws
   * QUERY_LIMIT when there was no room within them, or as soon as nobody waits any more.
   */
  async pass<T>(
    signal: AbortSignal,
    work: (left: number) => Promise<T>,
    patience = Number.POSITIVE_INFINITY,
  ): Promise<T> {
    const start = performance.now();
    if (signal.aborted) throw gone();
    if (this.#free > 0) this.#free -= 1;
    else await this.#turn(signal, patience);
    try {
      return await work(Math.max(1, patience - (performance.now() - start)));
    } finally {
      // The place goes to the next in line, or is free.
      const next = this.#waiting.shift();
      if (next) next();
      else this.#free += 1;
    }
  }

  /** Waits in line; who leaves it, or has waited too long, takes no place. */
  async #turn(signal: AbortSignal, patience: number): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const leave = (why: StemmaError) => {
      const at = this.#waiting.indexOf(resolve);
      if (at < 0) return;
      this.#waiting.splice(at, 1);
      reject(why);
    };
    const onLeave = () => leave(gone());
    this.#waiting.push(resolve);
    signal.addEventListener('abort', onLeave, { once: true });
    const timer = Number.isFinite(patience) ? setTimeout(() => leave(waited(patience)), patience) : undefined;
    try {
      await promise;
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', onLeave);
    }
  }
}

function gone(): StemmaError {
  return new StemmaError('QUERY_LIMIT', 'nobody waits for this query any more');
}

function waited(milliseconds: number): StemmaError {
  return new StemmaError(
    'QUERY_LIMIT',
    `other queries kept the engine busy for ${milliseconds / 1000} s, and this one was not begun; try again`,
  );
}
