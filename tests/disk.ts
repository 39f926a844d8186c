/** A small disk of one's own that can be filled and made read-only: a tmpfs in a namespace that ends with its process. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { statfsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { PROGRAM, type Ran } from './cli/run.ts';

export type Disk = Readonly<{
  /** Runs `stemma …` in the disk’s folder. */
  stemma(...args: string[]): Promise<Ran>;
  write(name: string, content: string): Promise<void>;
  /** Takes up all room but so many bytes. */
  fill(left: number): Promise<void>;
  free(): Promise<void>;
  makeReadOnly(is: boolean): Promise<void>;
  end(): Promise<void>;
}>;

/** Why there can be no such disk here; undefined when there can. */
export function missingDisk(): string | undefined {
  const { status, stderr, error } = spawnSync('unshare', ['-rm', 'mount', '-t', 'tmpfs', 'none', tmpdir()], {
    encoding: 'utf8',
  });
  return status === 0 ? undefined : `no disk can be mounted (${error?.message ?? stderr.trim()})`;
}

export async function openDisk(bytes: number): Promise<Disk> {
  const place = await mkdtemp(join(tmpdir(), 'stemma-disk-'));
  const script = `mount -t tmpfs -o size=${bytes} none "$0" && echo ready && cat`;
  const keeper = spawn('unshare', ['-rm', 'sh', '-c', script, place], { stdio: ['pipe', 'pipe', 'inherit'] });
  await Promise.race([
    once(keeper.stdout, 'data'),
    once(keeper, 'close').then(() => Promise.reject(new Error('no disk'))),
  ]);
  /** The folder as it is seen from outside of the namespace. */
  const outside = join('/proc', String(keeper.pid), 'root', place);
  const inside = async (program: string, args: readonly string[]): Promise<Ran> => {
    const enter = ['-t', String(keeper.pid), '-U', '-m', '--preserve-credentials'];
    const child = spawn('nsenter', [...enter, 'sh', '-c', 'cd "$0" && exec "$@"', place, program, ...args], {
      env: { ...process.env, STEMMA_STORE: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const ended = once(child, 'close');
    const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
    const [code] = (await ended) as [number | null];
    return { code, stdout, stderr };
  };
  const filler = join(outside, 'filler');
  return {
    stemma: (...args) => inside(process.execPath, [PROGRAM, ...args]),
    write: (name, content) => writeFile(join(outside, name), content),
    async fill(left) {
      const { bavail, bsize } = statfsSync(outside);
      await writeFile(filler, Buffer.alloc(Math.max(0, bavail * bsize - left)));
    },
    free: () => rm(filler, { force: true }),
    async makeReadOnly(is) {
      const { code, stderr } = await inside('mount', ['-o', `remount,${is ? 'ro' : 'rw'}`, place]);
      if (code !== 0) throw new Error(stderr);
    },
    async end() {
      keeper.stdin.end();
      if (keeper.exitCode === null) await once(keeper, 'close');
      await rm(place, { recursive: true, force: true });
    },
  };
}
