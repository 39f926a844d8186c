/** Runs people's queries in child processes, one query a child at a time; an idle one is kept for the next. */
import { type ChildProcess, fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { StemmaError } from '../errors.ts';
import type { ChildAnswer, ChildRequest } from './embedded-child.ts';
import { withinLimits } from './limits.ts';
import type { QueryLimits } from './port.ts';

const PROGRAM = fileURLToPath(new URL('./embedded-child.ts', import.meta.url));

export class Askers {
  #idle: ChildProcess | undefined;
  readonly #busy = new Set<ChildProcess>();
  /** The engine's own place on the disk: a killed child leaves there what it made. */
  #scratch: string | undefined;

  /** The child's answer. Throws QUERY_LIMIT at the deadline, when the caller gives up, or when the child outgrows its memory. */
  async ask(request: ChildRequest, limits: QueryLimits): Promise<ChildAnswer> {
    const child = this.#take();
    try {
      const answer = await withinLimits(exchange(child, request), limits);
      if ('failed' in answer && answer.failed === 'memory') child.kill('SIGKILL');
      else this.#keep(child);
      return answer;
    } catch (error) {
      child.kill('SIGKILL');
      throw error;
    } finally {
      this.#busy.delete(child);
    }
  }

  close(): void {
    for (const child of [this.#idle, ...this.#busy]) child?.kill('SIGKILL');
    this.#idle = undefined;
    if (this.#scratch) rmSync(this.#scratch, { recursive: true, force: true, maxRetries: 3 });
    this.#scratch = undefined;
  }

  #take(): ChildProcess {
    const idle = this.#idle;
    this.#idle = undefined;
    const child = idle?.connected ? idle : this.#start();
    this.#busy.add(child);
    child.ref();
    child.channel?.ref();
    return child;
  }

  #keep(child: ChildProcess): void {
    if (this.#idle || !child.connected || child.killed) child.kill('SIGKILL');
    else {
      this.#idle = child;
      // An idle child must not keep the program alive.
      child.unref();
      child.channel?.unref();
    }
  }

  #start(): ChildProcess {
    this.#scratch ??= mkdtempSync(join(tmpdir(), 'stemma-query-'));
    return fork(PROGRAM, [], {
      execArgv: [],
      env: { ...process.env, TMPDIR: this.#scratch, TMP: this.#scratch },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
  }
}

/** Sends the request and waits for the answer or for the child's end. */
function exchange(child: ChildProcess, request: ChildRequest): Promise<ChildAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<ChildAnswer>();
  const onExit = (code: number | null, signal: string | null) => reject(gaveUp(String(signal ?? code)));
  child
    .once('message', (answer) => resolve(answer as ChildAnswer))
    .once('error', reject)
    .once('exit', onExit);
  child.send(request);
  return promise.finally(() => child.removeAllListeners());
}

function gaveUp(how: string): StemmaError {
  return new StemmaError('QUERY_LIMIT', `the engine gave up on this query (${how}); narrow it, or add LIMIT`);
}
