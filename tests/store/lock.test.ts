import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { withLock } from '../../src/store/lock.ts';

let folder: string;
let lock: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stemma-lock-'));
  lock = join(folder, 'lock');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A process of its own that takes the lock, says so, and holds it until it is killed. */
async function holder() {
  const code = `const { withLock } = await import(process.argv[1]);
    await withLock(process.argv[2], async () => {
      console.log('held');
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    });`;
  const module = new URL('../../src/store/lock.ts', import.meta.url).href;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, module, lock], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  return child;
}

describe('withLock', () => {
  it('lets one work at a time, in the order of asking', async () => {
    const seen: string[] = [];
    const work = (name: string) => async () => {
      seen.push(`${name} begins`);
      await sleep(5);
      seen.push(`${name} ends`);
    };
    await Promise.all([withLock(lock, work('a')), withLock(lock, work('b')), withLock(lock, work('c'))]);
    expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
    expect(existsSync(lock)).toBe(false);
  });

  it('goes on after work that failed', async () => {
    const failing = withLock(lock, async () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await withLock(lock, async () => 'yes')).toBe('yes');
  });

  it('waits for another process, and says who it is when that takes too long', async () => {
    const child = await holder();
    try {
      const waiting = withLock(lock, async () => 'mine', 200);
      await expect(waiting).rejects.toMatchObject({ code: 'STORE_BUSY' });
      await expect(waiting).rejects.toThrow(`process ${child.pid}`);
    } finally {
      child.kill('SIGKILL');
    }
  });

  it('takes over from a process that was killed', async () => {
    const child = await holder();
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(existsSync(lock)).toBe(true);
    expect(await withLock(lock, async () => 'mine', 2000)).toBe('mine');
  });

  it.each([
    ['a number that was given out again', { pid: process.pid, started: 'before', host: hostname() }],
    ['no holder at all', 'x'],
  ])('takes over a lock file with %s', async (_what, content) => {
    await writeFile(lock, JSON.stringify(content));
    expect(await withLock(lock, () => readFile(lock, 'utf8'), 2000)).toContain(`"pid":${process.pid}`);
  });

  it('leaves a lock of another machine alone', async () => {
    await writeFile(lock, JSON.stringify({ pid: 1, started: 'x', host: 'elsewhere' }));
    await expect(withLock(lock, async () => 'mine', 100)).rejects.toThrow('process 1 on elsewhere');
  });
});
