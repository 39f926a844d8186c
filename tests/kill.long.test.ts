/** Killed at any moment of building and removing, a library keeps what was acknowledged and never shows half a graph. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { build } from '../src/build.ts';
import { openLibrary } from '../src/library.ts';
import { exported, idOf, inputsOf, LINEAGE_TEXTS } from './lineage-texts.ts';

const ROUNDS = Number(process.env.STEMMA_KILLS ?? 30);
const STEPS = fileURLToPath(new URL('./build-steps.ts', import.meta.url));
const home = await mkdtemp(join(tmpdir(), 'stemma-kill-'));
afterAll(() => rm(home, { recursive: true, force: true }));

/** The export of a library that holds these texts, built undisturbed. */
async function plain(names: ReadonlySet<string>): Promise<string> {
  const folder = join(home, 'plain');
  const library = await openLibrary(join(folder, 'graph'));
  await build(library, inputsOf([...names].sort()));
  const whole = await exported(library.store);
  await library.close();
  await rm(folder, { recursive: true, force: true });
  return whole;
}

function changed(names: ReadonlySet<string>, step: string): ReadonlySet<string> {
  const next = new Set(names);
  if (step.startsWith('-')) next.delete(step.slice(1));
  else next.add(step.slice(1));
  return next;
}

test(`${ROUNDS} kills`, { timeout: 60_000 + ROUNDS * 20_000 }, async () => {
  const folder = join(home, 'killed', 'graph');
  let there: ReadonlySet<string> = new Set();
  let acknowledged = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const child = spawn(process.execPath, [STEPS, folder, 'random', `${round}`], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said = text(child.stdout);
    await once(child.stdout, 'data').catch(() => undefined);
    await sleep(Math.random() * 600);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const lines = (await said).split('\n').slice(0, -1);
    for (const line of lines) if (line.startsWith('done ')) there = changed(there, line.slice(5));
    acknowledged += lines.filter((line) => line.startsWith('done ')).length;
    const last = lines.at(-1) ?? '';
    const begun = last.startsWith('begin ') ? changed(there, last.slice(6)) : there;

    const library = await openLibrary(folder);
    const possible = [await plain(there), await plain(begun)];
    // As it was left: what was acknowledged, with or without the step that was under way.
    expect(possible, `round ${round}, ${last}`).toContain(await exported(library.store));
    // A build completes what was under way, or leaves it alone.
    await build(library, []);
    const kept = new Set<string>();
    for (const name of Object.keys(LINEAGE_TEXTS)) if (await library.archive.find(idOf(name))) kept.add(name);
    expect([[...there].sort(), [...begun].sort()]).toContainEqual([...kept].sort());
    expect(await exported(library.store)).toBe(await plain(kept));
    await library.close();
    there = kept;
  }
  expect(acknowledged).toBeGreaterThan(ROUNDS);
  process.stderr.write(`${ROUNDS} kills, ${acknowledged} acknowledged steps, none lost\n`);
});
