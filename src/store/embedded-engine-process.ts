/** The engine in a process of its own, which is ended before the memory of both passes the limit. */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { BatchEdgeInput } from '@grafeo-db/js';
import type { NodeLabel } from '../../graph/vocabulary.ts';
import { StemmaError } from '../errors.ts';
import type { Engine, NodeRow } from './embedded-engine.ts';
import type { LoadAnswer, LoadRequest } from './embedded-load-child.ts';
import { isShort, residentBytes } from './memory.ts';

const PROGRAM = fileURLToPath(new URL('./embedded-load-child.ts', import.meta.url));
/** Milliseconds between two looks at the memory. */
const LOOK = 50;
/** What the C library frees goes back to the system. */
const MALLOC = { MALLOC_TRIM_THRESHOLD_: '131072', MALLOC_ARENA_MAX: '2' };

/** Bytes of this process and of the engine's. */
export type Taken = Readonly<{ own: number; engine: number }>;

/** Thrown when both would pass the limit. */
export class MemoryShort extends Error {
  readonly taken: Taken;
  constructor(taken: Taken) {
    super('the memory limit is reached');
    this.taken = taken;
  }
}

type Waiting = Readonly<{ resolve: (numbers: readonly number[]) => void; reject: (error: unknown) => void }>;

export class EngineProcess implements Engine {
  readonly #limit: number;
  readonly #child: ChildProcess;
  readonly #waiting: Waiting[] = [];
  readonly #timer: NodeJS.Timeout;
  #told = 0;
  #over: MemoryShort | undefined;

  private constructor(path: string, limit: number) {
    this.#limit = limit;
    this.#child = fork(PROGRAM, [path], {
      // Its rows are short-lived.
      execArgv: ['--max-semi-space-size=2'],
      env: { ...process.env, ...MALLOC },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    this.#child
      .on('message', (answer: LoadAnswer) => this.#settle(answer))
      .on('error', (error) => this.#abandon(error))
      .on('exit', (code, signal) => this.#abandon(gaveUp(String(signal ?? code))));
    this.#timer = setInterval(() => this.#look(), LOOK).unref();
  }

  /** Goes on with the file at this path if it is there. Takes, with this process, less than so many bytes of memory. */
  static async start(path: string, limit: number): Promise<EngineProcess> {
    const engine = new EngineProcess(path, limit);
    await engine.#answer();
    return engine;
  }

  nodes(label: NodeLabel, rows: readonly NodeRow[]): Promise<readonly number[]> {
    return this.#ask({ label, rows });
  }

  async edges(edges: readonly BatchEdgeInput[]): Promise<void> {
    await this.#ask({ edges });
  }

  async run(statements: readonly string[]): Promise<void> {
    await this.#ask({ statements });
  }

  async save(): Promise<void> {
    await this.#ask({ save: true });
    await this.close();
  }

  /** Ends the process, saved or not. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, 'exit');
    this.#child.kill('SIGKILL');
    await ended;
  }

  /** Bytes that are taken now. */
  taken(): Taken {
    return { own: process.memoryUsage.rss(), engine: residentBytes(this.#child.pid) ?? this.#told };
  }

  #ask(request: LoadRequest): Promise<readonly number[]> {
    const answer = this.#answer();
    this.#child.send(request, (error) => error && this.#abandon(this.#over ?? error));
    return answer;
  }

  #answer(): Promise<readonly number[]> {
    if (this.#over) return Promise.reject(this.#over);
    const { promise, resolve, reject } = Promise.withResolvers<readonly number[]>();
    this.#waiting.push({ resolve, reject });
    return promise;
  }

  #settle(answer: LoadAnswer): void {
    this.#told = answer.memory;
    const waiting = this.#waiting.shift();
    if ('failed' in answer) waiting?.reject(new Error(answer.failed));
    else waiting?.resolve(answer.numbers ?? []);
  }

  #abandon(error: unknown): void {
    for (const { reject } of this.#waiting.splice(0)) reject(this.#over ?? error);
  }

  #look(): void {
    if (!isShort(this.#limit, () => this.#sum())) return;
    this.#over = new MemoryShort(this.taken());
    this.#child.kill('SIGKILL');
    this.#abandon(this.#over);
  }

  #sum(): number {
    const { own, engine } = this.taken();
    return own + engine;
  }
}

function gaveUp(how: string): StemmaError {
  const message = `the process that loads the graph was ended (${how}), perhaps because memory was short; the graph is as it was before`;
  return new StemmaError('STORE_UNAVAILABLE', message);
}
