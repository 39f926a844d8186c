/** One at a time, among the calls of this process and among processes: a file that names its holder. */
import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { StemmaError } from '../errors.ts';
import { diskReason } from './disk-errors.ts';

type Holder = Readonly<{ pid: number; started: string; host: string }>;

/** Calls of this process that wait for one another, by lock file. */
const queues = new Map<string, Promise<unknown>>();
/** Lock files that this process holds. */
const held = new Set<string>();

/** Runs the work while the lock file is ours. Throws STORE_BUSY when another process keeps it for longer than `patience` ms. */
export function withLock<T>(path: string, work: () => Promise<T>, patience = 30_000): Promise<T> {
  const before = queues.get(path) ?? Promise.resolve();
  const mine = before.then(() => runLocked(path, work, patience));
  const settled = mine.catch(() => undefined);
  queues.set(path, settled);
  void settled.then(() => {
    if (queues.get(path) === settled) queues.delete(path);
  });
  return mine;
}

async function runLocked<T>(path: string, work: () => Promise<T>, patience: number): Promise<T> {
  await take(path, performance.now() + patience);
  held.add(path);
  try {
    return await work();
  } finally {
    held.delete(path);
    await rm(path, { force: true });
  }
}

async function take(path: string, deadline: number): Promise<void> {
  const me: Holder = { pid: process.pid, started: startOf(process.pid), host: hostname() };
  for (;;) {
    if (await place(path, JSON.stringify(me))) return;
    const text = await readFile(path, 'utf8').catch(() => undefined);
    if (text !== undefined && isStale(path, text)) await clear(path, text);
    else if (performance.now() > deadline) throw busy(path, text);
    else await sleep(50);
  }
}

/** Makes the lock file, content and all, in one step; false if there is one. */
async function place(path: string, content: string): Promise<boolean> {
  const beside = `${path}.${process.pid}.new`;
  try {
    await writeFile(beside, content);
    await link(beside, path);
    return true;
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'EEXIST') return false;
    throw new StemmaError('STORE_UNAVAILABLE', `${path} cannot be written: ${diskReason(cause)}`, cause);
  } finally {
    await rm(beside, { force: true }).catch(() => undefined);
  }
}

/** Whether its holder is gone. */
function isStale(path: string, text: string): boolean {
  const holder = parse(text);
  if (!holder) return true;
  if (holder.host !== hostname()) return false;
  if (holder.pid === process.pid) return !held.has(path);
  return startOf(holder.pid) !== holder.started;
}

/** Takes a stale lock file away, unless somebody else did so meanwhile and holds a new one. */
async function clear(path: string, stale: string): Promise<void> {
  const aside = `${path}.${process.pid}.stale`;
  try {
    await rename(path, aside);
    if ((await readFile(aside, 'utf8')) === stale) await rm(aside, { force: true });
    else await rename(aside, path);
  } catch {
    // Somebody was quicker.
  }
}

/** When a process began, so that a number given out again is not taken for its former owner; '' where it is gone. */
function startOf(pid: number): string {
  try {
    // After the last “)” come state, parent, …; the 20th is the start in clock ticks.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ');
    return fields?.[19] ?? 'running';
  } catch {
    try {
      process.kill(pid, 0);
      return 'running';
    } catch (error) {
      return error instanceof Error && 'code' in error && error.code === 'EPERM' ? 'running' : '';
    }
  }
}

function parse(text: string): Holder | undefined {
  try {
    const value = JSON.parse(text) as Partial<Holder>;
    const { pid, started, host } = value;
    return pid === undefined || started === undefined || host === undefined
      ? undefined
      : { pid, started, host };
  } catch {
    return undefined;
  }
}

function busy(path: string, text: string | undefined): StemmaError {
  const holder = text === undefined ? undefined : parse(text);
  const who = holder ? `process ${holder.pid} on ${holder.host}` : 'another process';
  return new StemmaError('STORE_BUSY', `${path}: ${who} is changing the store; try again when it is done`);
}
