/** Extraction on all cores. The same bytes give the same extraction, in whichever thread it is done. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { type ErrorCode, StemmaError } from './errors.ts';
import { extractBytes } from './extract-bytes.ts';
import type { Extraction } from './records.ts';
import type { Authorities } from './resolve/authorities.ts';

/** To a thread: a text under a number. */
export type Task = Readonly<{ number: number; bytes: Uint8Array; name: string }>;
/** From a thread: the extraction as JSON, which passes faster than an object; or what went wrong. */
export type Done = Readonly<{ number: number } & ({ json: string } | { code: ErrorCode; message: string })>;

/** A thread has a lexicon of its own, so that it begins to pay after so many milliseconds of work. */
const ALONE = 1000;
/** A thread takes about 80 MB. */
const MOST = 8;
/** For each thread, so that none waits for the next. */
const AHEAD = 4;

export type ExtractorsOptions = Readonly<{
  authorities: () => Promise<Authorities>;
  /** Files that they are read from, beside those that come with Stemma. */
  authorityFiles?: readonly string[];
  /** Threads; as many as there are cores, at most eight, when not said; fewer than two are none. */
  workers?: number | undefined;
  /** Milliseconds of work that are done before there are threads. */
  alone?: number;
}>;

export class Extractors {
  readonly #options: ExtractorsOptions;
  readonly #count: number;
  #crew: Crew | undefined;
  #alone = 0;

  constructor(options: ExtractorsOptions) {
    this.#options = options;
    this.#count = options.workers ?? Math.min(availableParallelism(), MOST);
  }

  /** How many texts to give at once. */
  get width(): number {
    return Math.max(1, this.#count * AHEAD);
  }

  /** Throws a StemmaError when the bytes are no text, or make the extractor fail. */
  async extract(bytes: Uint8Array, name: string): Promise<Extraction> {
    if (this.#count < 2 || this.#alone < (this.#options.alone ?? ALONE)) {
      const authorities = await this.#options.authorities();
      const start = performance.now();
      try {
        return extractBytes(bytes, name, authorities);
      } finally {
        this.#alone += performance.now() - start;
      }
    }
    this.#crew ??= new Crew(this.#count, this.#options.authorityFiles ?? []);
    return this.#crew.extract(bytes, name);
  }

  async close(): Promise<void> {
    await this.#crew?.close();
    this.#crew = undefined;
  }
}

type Waiting = Readonly<{ resolve: (extraction: Extraction) => void; reject: (error: unknown) => void }>;
type Member = { readonly worker: Worker; readonly waiting: Map<number, Waiting> };

class Crew {
  readonly #members: readonly Member[];
  #number = 0;

  constructor(count: number, authorityFiles: readonly string[]) {
    this.#members = Array.from({ length: count }, () => {
      const worker = new Worker(new URL('./extract-worker.ts', import.meta.url), {
        workerData: authorityFiles,
      });
      const member: Member = { worker, waiting: new Map() };
      worker.on('message', (done: Done) => settle(member, done));
      worker.on('error', (error) => abandon(member, error));
      worker.on('exit', () => abandon(member, new Error('the thread that read it ended')));
      return member;
    });
  }

  extract(bytes: Uint8Array, name: string): Promise<Extraction> {
    const { promise, resolve, reject } = Promise.withResolvers<Extraction>();
    const member = this.#members.reduce((a, b) => (b.waiting.size < a.waiting.size ? b : a));
    const number = ++this.#number;
    member.waiting.set(number, { resolve, reject });
    member.worker.postMessage({ number, bytes, name } satisfies Task);
    return promise;
  }

  async close(): Promise<void> {
    await Promise.all(this.#members.map(({ worker }) => worker.terminate()));
  }
}

function settle({ waiting }: Member, done: Done): void {
  const caller = waiting.get(done.number);
  waiting.delete(done.number);
  if ('json' in done) caller?.resolve(JSON.parse(done.json) as Extraction);
  else caller?.reject(new StemmaError(done.code, done.message));
}

function abandon({ waiting }: Member, error: unknown): void {
  for (const { reject } of waiting.values()) reject(error);
  waiting.clear();
}

/** Works on some items at once and gives the results in their order. */
export async function* inOrder<A, B>(
  items: AsyncIterable<A> | Iterable<A>,
  width: number,
  work: (item: A) => Promise<B>,
): AsyncGenerator<B> {
  const under: Promise<B>[] = [];
  for await (const item of items) {
    const result = work(item);
    // Told when its turn comes.
    result.catch(() => undefined);
    under.push(result);
    const [first] = under;
    if (under.length < width || !first) continue;
    void under.shift();
    yield await first;
  }
  for (const result of under) yield await result;
}
