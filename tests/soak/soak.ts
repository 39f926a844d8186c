/** Many clients at once on the real server, for a long time: what they were answered, how fast, and what memory it took. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { PROGRAM, stemma } from '../cli/run.ts';
import { LINEAGE_TEXTS } from '../lineage-texts.ts';
import { type Client, KINDS, type Kind, NOTHING_TO_DO } from './client.ts';

export type Soaked = Readonly<{
  requests: number;
  errors: readonly string[];
  /** Milliseconds by kind of request. */
  times: ReadonlyMap<Kind, readonly number[]>;
  /** Of the server with its children, in bytes, a sample a second. */
  memory: readonly number[];
}>;

const CLIENTS = 20;
/** Between two requests of a client, at most. */
const PAUSE_MS = 200;

/** Serves the lineage texts from a folder and lets the clients ask for so long. */
export async function soak(cwd: string, milliseconds: number): Promise<Soaked> {
  await stemma(['build', '.'], { cwd });
  const server = spawn(process.execPath, [PROGRAM, 'serve', '--port', '0'], {
    cwd,
    env: { ...process.env, STEMMA_STORE: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const errors: string[] = [];
  try {
    const [first] = (await once(server.stdout, 'data')) as [Buffer];
    // Before that it may have had to build the page.
    server.stderr.on('data', (bytes: Buffer) => errors.push(`the server says: ${bytes.toString()}`));
    return await ask(String(first).trim(), server, milliseconds, errors);
  } finally {
    server.kill('SIGTERM');
    await once(server, 'close');
  }
}

export const SOAK_TEXTS = LINEAGE_TEXTS;

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

/** What a process and its children hold in memory, in bytes. */
function memoryOf(pid: number): number {
  let kilobytes = 0;
  for (const name of readdirSync('/proc').filter((entry) => /^\d+$/.test(entry))) {
    try {
      const status = readFileSync(`/proc/${name}/status`, 'utf8');
      const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]);
      if (Number(name) !== pid && parent !== pid) continue;
      kilobytes += Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    } catch {
      // It has ended meanwhile.
    }
  }
  return kilobytes * 1024;
}
