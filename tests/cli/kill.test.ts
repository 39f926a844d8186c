/** A build that is killed at any moment is completed by the next one. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { inFolder, PROGRAM, stemma, TEXTS } from './run.ts';

const FILES = Object.fromEntries(
  Array.from({ length: 30 }, (_, n) => [`${n}.txt`, `${TEXTS.statement}第${n}号\n`]),
);

async function killed(cwd: string, args: readonly string[], milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [PROGRAM, ...args], { cwd, stdio: 'ignore' });
  const ended = once(child, 'close');
  await sleep(milliseconds);
  child.kill('SIGKILL');
  await ended;
}

const wholeGraph = async (cwd: string) =>
  (await stemma(['export', '--format', 'graphology'], { cwd })).stdout;

describe('stemma build', () => {
  it('survives being killed', { timeout: 120_000 }, async () => {
    const whole = await inFolder(FILES, async (cwd) => {
      expect((await stemma(['build', '.'], { cwd })).code).toBe(0);
      return wholeGraph(cwd);
    });
    await inFolder(FILES, async (cwd) => {
      for (const milliseconds of [150, 250, 350, 450, 550, 700]) {
        await killed(cwd, ['build', '.'], milliseconds);
        const { code } = await stemma(['status'], { cwd });
        expect(code).toBe(0);
      }
      const { code, stderr } = await stemma(['build', '.'], { cwd });
      expect({ code, complaints: stderr.match(/^stemma: .*/m) }).toEqual({ code: 0, complaints: null });
      expect(await wholeGraph(cwd)).toBe(whole);
    });
  });
});
