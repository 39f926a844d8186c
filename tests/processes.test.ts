/** Several processes on one embedded store: writers take turns, readers go on. */
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { build } from '../src/build.ts';
import { openLibrary } from '../src/library.ts';
import { exported, inputsOf, LINEAGE_TEXTS } from './lineage-texts.ts';

const STEPS = fileURLToPath(new URL('./build-steps.ts', import.meta.url));
const NAMES = Object.keys(LINEAGE_TEXTS);
const home = await mkdtemp(join(tmpdir(), 'stemma-processes-'));
afterAll(() => rm(home, { recursive: true, force: true }));

async function run(folder: string, steps: readonly string[]) {
  const child = spawn(process.execPath, [STEPS, folder, ...steps], { stdio: ['ignore', 'pipe', 'pipe'] });
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return {
    code: await ended,
    done: stdout.split('\n').filter((line) => line.startsWith('done')).length,
    stderr,
  };
}

test('two processes build into one store while a third reads: nothing is lost, nothing is broken', async () => {
  const folder = join(home, 'shared', 'graph');
  const plain = await openLibrary(join(home, 'plain', 'graph'));
  await build(plain, inputsOf(NAMES));
  const whole = await exported(plain.store);
  await plain.close();

  const [mine, theirs] = [NAMES.slice(0, 4), NAMES.slice(4)];
  const reader = await openLibrary(folder);
  let writing = true;
  const writers = Promise.all(
    [mine, theirs].map((names) =>
      run(
        folder,
        names.flatMap((name) => [`+${name}`, `-${name}`, `+${name}`]),
      ),
    ),
  ).finally(() => {
    writing = false;
  });
  const seen = new Set<number>();
  while (writing) {
    const { rows } = await reader.store.read('MATCH (d:Document) RETURN count(d) AS documents');
    seen.add(Number(rows[0]?.[0]));
    await exported(reader.store);
    await reader.store.ask('MATCH (a)-[r]->(b) RETURN count(r)', {}, { rows: 1, milliseconds: 20_000 });
  }
  for (const { code, done, stderr } of await writers) {
    expect(stderr).toBe('');
    expect({ code, done }).toEqual({ code: 0, done: 12 });
  }
  expect(Math.max(...seen)).toBeLessThanOrEqual(NAMES.length);
  expect(seen.size).toBeGreaterThan(1);
  expect(await exported(reader.store)).toBe(whole);
  await reader.close();
}, 90_000);
