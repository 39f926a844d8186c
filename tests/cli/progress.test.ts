import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { duration, Progress, progressLine } from '../../src/cli/progress.ts';
import { writeTexts } from '../made-texts.ts';
import { inFolder, PROGRAM, stemma } from './run.ts';

describe('progress', () => {
  it.each([
    [1200, 50_000, 310, 'read 1200 of 50000 documents, 310/s, 2 min 38 s left'],
    [3, 10, 0.5, 'read 3 of 10 documents, 0.5/s, 14 s left'],
    [10, 10, 4, 'read 10 of 10 documents, 4.0/s, 0 s left'],
    [7, undefined, 20, 'read 7 documents, 20/s'],
    [7, 0, 20, 'read 7 documents, 20/s'],
  ])('%d of %s at %d a second', (done, total, rate, line) => {
    expect(progressLine('read', 'documents', done, total, rate)).toBe(line);
  });

  it.each([
    [0, '0 s'],
    [59.2, '1 min 0 s'],
    [59, '59 s'],
    [4000, '1 h 6 min'],
  ])('%d seconds are %s', (seconds, words) => expect(duration(seconds)).toBe(words));

  it.each([
    ['a terminal', true, 16],
    ['a file', false, 0],
  ])('on %s is told now and then, not of what is short', (_where, isTTY, lines) => {
    const written: string[] = [];
    let now = 0;
    const progress = new Progress({ isTTY, write: (line) => written.push(line) }, () => now);
    for (; now <= 1900; now += 100) progress.tell('read', 'documents', now, 100_000);
    expect(written).toEqual([]);
    for (let step = 0; step < 100; step++, now += 100) progress.tell('joined', 'documents', now, 100_000);
    expect(written).toHaveLength(lines);
    for (; now <= 30_000; now += 100) progress.tell('joined', 'documents', now, 100_000);
    expect(written.at(-1)).toMatch(/joined \d+ of 100000 documents, \d+\/s, .* left/);
    expect(written.at(-1)?.startsWith('\r')).toBe(isTTY);
  });
});

describe('stemma build, interrupted', () => {
  it('says so, and goes on where it was', () =>
    inFolder({}, async (cwd) => {
      writeTexts(join(cwd, 'texts'), 300);
      const child = spawn(process.execPath, [PROGRAM, 'build', 'texts', '--store', 'graph'], {
        cwd,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      const said = text(child.stderr);
      const records = () => {
        try {
          return readdirSync(join(cwd, 'graph/archive/records')).filter((name) => name.endsWith('.json'))
            .length;
        } catch {
          return 0;
        }
      };
      while (records() < 20) await sleep(20);
      child.kill('SIGINT');
      expect(await once(child, 'exit')).toEqual([130, null]);
      expect(await said).toContain('interrupted; the same command goes on from here');
      const kept = records();
      const { code, stdout } = await stemma(['build', 'texts', '--store', 'graph', '--json'], { cwd });
      const { added, unchanged } = JSON.parse(stdout) as Record<'added' | 'unchanged', string[]>;
      expect({ code, added: added.length, unchanged: unchanged.length }).toEqual({
        code: 0,
        added: 300 - kept,
        unchanged: kept,
      });
    }));
});
