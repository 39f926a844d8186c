/** The command line as a person starts it: a process of its own, in a folder of its own. */
import { spawn } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { vi } from 'vitest';
import { ROOT } from '../../src/version.ts';

// A test starts several processes, on a machine that others use too.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

export const PROGRAM = join(ROOT, 'src/cli/stemma.ts');

export type Ran = Readonly<{ code: number | null; stdout: string; stderr: string }>;
export type Given = Readonly<{ cwd: string; input?: string | Uint8Array; env?: Record<string, string> }>;

/** Runs `stemma …` to its end. */
export async function stemma(args: readonly string[], { cwd, input, env = {} }: Given): Promise<Ran> {
  const child = spawn(process.execPath, [PROGRAM, ...args], {
    cwd,
    env: { ...process.env, STEMMA_STORE: '', ...env },
    stdio: 'pipe',
  });
  child.stdin.on('error', () => undefined);
  child.stdin.end(input ?? '');
  const ended = new Promise<number | null>((resolve, reject) =>
    child.on('close', resolve).on('error', reject),
  );
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { code: await ended, stdout, stderr };
}

/** Runs the work in a new folder that holds these files, and takes the folder away. */
export async function inFolder<T>(
  files: Readonly<Record<string, string | Uint8Array>>,
  work: (folder: string) => Promise<T>,
): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'stemma-cli-'));
  try {
    for (const [name, content] of Object.entries(files)) {
      await mkdir(dirname(join(folder, name)), { recursive: true });
      await writeFile(join(folder, name), content);
    }
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Lines of a text, without the last line end. */
export function lines(text: string): string[] {
  return text === '' ? [] : text.replace(/\n$/, '').split('\n');
}

/** Two short texts of agreements, one of which names the other. */
export const TEXTS = {
  statement:
    '中俄联合声明\n\n双方重申恪守一九九二年十二月十八日签署的《关于中华人民共和国和俄罗斯联邦相互关系基础的联合声明》所阐述的各项原则。\n\n一九九六年四月二十五日于北京\n',
  news: '新华社北京电：双方将遵守《联合国宪章》的宗旨和原则。\n',
} as const;

/** What no reader takes for a text: the head of a PNG picture. */
export const BINARY = new Uint8Array([
  0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d, 0x49, 0x48,
]);
