/** Runs people's queries in child processes, one query a child at a time; an idle one is kept for the next. */
import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { StemmaError } from '../errors.ts';
import type { ChildAnswer, ChildRequest } from './embedded-child.ts';
import type { QueryLimits } from './port.ts';

const PROGRAM = fileURLToPath(new URL('./embedded-child.ts', import.meta.url));

export class Askers {
  #idle: ChildProcess | undefined;
  readonly #busy = new Set<ChildProcess>();

  /** The child's answer. Throws QUERY_LIMIT at the deadline, when the caller gives up, or when the child outgrows its memory. */
  async ask(request: ChildRequest, limits: QueryLimits): Promise<ChildAnswer> {
    limits.signal?.throwIfAborted();
    const child = this.#take();
    try {
      const answer = await exchange(child, request, limits);
      this.#keep(child);
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
  }

  #take(): ChildProcess {
    const idle = this.#idle;
    this.#idle = undefined;
    const child = idle?.connected ? idle : start();
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
}

function start(): ChildProcess {
  return fork(PROGRAM, [], {
    execArgv: [],
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
}

/** Sends the request and waits for one of: the answer, the deadline, the caller leaving, the child's end. */
function exchange(child: ChildProcess, request: ChildRequest, limits: QueryLimits): Promise<ChildAnswer> {
  return new Promise((resolve, reject) => {
    const end = (act: () => void) => {
      clearTimeout(timer);
      child.removeAllListeners();
      limits.signal?.removeEventListener('abort', onAbort);
      act();
    };
    const onAbort = () =>
      end(() => reject(new StemmaError('QUERY_LIMIT', 'the query was stopped: nobody waits for it')));
    const timer = setTimeout(() => end(() => reject(tookTooLong(limits))), limits.milliseconds);
    limits.signal?.addEventListener('abort', onAbort, { once: true });
    child.once('message', (answer) => end(() => resolve(answer as ChildAnswer)));
    child.once('error', (error) => end(() => reject(error)));
    child.once('exit', (code, signal) => end(() => reject(died(code ?? signal))));
    child.send(request);
  });
}

/** Says which limit it was. */
export function tookTooLong(limits: QueryLimits): StemmaError {
  return new StemmaError(
    'QUERY_LIMIT',
    `the query took longer than ${limits.milliseconds / 1000} s and was stopped; narrow it, or add LIMIT`,
  );
}

function died(how: number | string | null): StemmaError {
  return new StemmaError('QUERY_LIMIT', `the engine gave up on this query (${how}); narrow it, or add LIMIT`);
}
