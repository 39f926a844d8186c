/** Many clients at once on the real server, for a long time: what they were answered, how fast, and what memory it took. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { builtPage } from '../../src/cli/page.ts';
import { PROGRAM, stemma } from '../cli/run.ts';
import { type Client, KINDS, type Kind, NOTHING_TO_DO } from './client.ts';

export type Soaked = Readonly<{
  requests: number;
  errors: readonly string[];
  /** Milliseconds by kind of request. */
  times: ReadonlyMap<Kind, readonly number[]>;
  /** Of the server, in bytes, a sample a second; processes that run queries come and go. */
  memory: readonly number[];
}>;

const CLIENTS = 20;
/** Between two requests of a client, at most. */
const PAUSE_MS = 200;

/** Serves the lineage texts from a folder that holds them, and lets the clients ask for so long. */
export async function soak(cwd: string, milliseconds: number): Promise<Soaked> {
  await stemma(['build', '.'], { cwd });
  // Else the server would build it, and take the memory for it.
  await builtPage();
  const server = spawn(process.execPath, [PROGRAM, 'serve', '--port', '0'], {
    cwd,
    env: { ...process.env, STEMMA_STORE: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const errors: string[] = [];
  server.stderr.on('data', (bytes: Buffer) => errors.push(`the server says: ${bytes.toString()}`));
  try {
    const [first] = (await once(server.stdout, 'data')) as [Buffer];
    return await ask(String(first).trim(), server, milliseconds, errors);
  } finally {
    server.kill('SIGTERM');
    await once(server, 'close');
  }
}

async function ask(
  address: string,
  server: ChildProcess,
  milliseconds: number,
  errors: string[],
): Promise<Soaked> {
  const times = new Map<Kind, number[]>(KINDS.map(({ name }) => [name, []]));
  const memory: number[] = [];
  const deadline = performance.now() + milliseconds;
  const isOver = () => performance.now() >= deadline;

  const client = async (number: number) => {
    const me: Client = { address, number, round: 0, uploaded: undefined };
    while (!isOver()) {
      me.round++;
      const kind = BAG[Math.floor(Math.random() * BAG.length)] ?? KINDS[0];
      const start = performance.now();
      const asked = await kind
        .ask(me)
        .catch((error: unknown) => errors.push(`${kind.name}: ${String(error)}`));
      if (asked !== NOTHING_TO_DO) times.get(kind.name)?.push(performance.now() - start);
      await sleep(Math.random() * PAUSE_MS);
    }
  };
  const watch = async () => {
    for (; !isOver(); await sleep(1000)) memory.push(memoryOf(server.pid ?? 0));
  };
  await Promise.all([watch(), ...Array.from({ length: CLIENTS }, (_, number) => client(number))]);
  const requests = [...times.values()].reduce((sum, some) => sum + some.length, 0);
  return { requests, errors, times, memory };
}

/** Each as often as its weight says. */
const BAG = KINDS.flatMap((kind) => Array.from({ length: kind.weight }, () => kind));

/** What a process holds in memory, in bytes. */
function memoryOf(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) * 1024;
}
