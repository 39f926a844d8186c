/** Killed at any moment of building, merging, removing and checkpointing, a library keeps what was acknowledged. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { build } from '../src/build.ts';
import { type Library, openLibrary } from '../src/library.ts';
import { compareText } from '../src/store/content.ts';
import { exported, idOf, inputsOf, LINEAGE_TEXTS } from './lineage-texts.ts';

type Names = ReadonlySet<string>;

const STEPS = fileURLToPath(new URL('./build-steps.ts', import.meta.url));
/** When the process is killed: so many milliseconds at most after it has said so. */
const MOMENTS = [
  ['begin', 400],
  ['at document', 60],
  // The documents are joined; the graph is compared with what the store holds.
  ['at joined', 60],
  // The next generation is loaded.
  ['at compared', 120],
  // It is checkpointed, pointed at, and the one before is taken away.
  ['at written', 60],
  ['done', 20],
] as const;
/** A phase that is never reached is a mistake here. */
const PHASE_LIMIT = 60_000;

/** A test of so many kills, spread over the phases of a build and a removal. */
export async function testKills(rounds: number): Promise<void> {
  const home = await mkdtemp(join(tmpdir(), 'stemma-kill-'));
  afterAll(() => rm(home, { recursive: true, force: true }));

  test(`${rounds} kills`, { timeout: 60_000 + rounds * 20_000 }, async () => {
    const folder = join(home, 'killed', 'graph');
    const plain = plainExports(join(home, 'plain'));
    const under = new Map<string, number>();
    let there: Names = new Set();
    let acknowledged = 0;
    for (let round = 0; round < rounds; round++) {
      const lines = await killed(folder, round);
      const done = lines.filter((line) => line.startsWith('done '));
      for (const line of done) there = changed(there, line.slice(5));
      acknowledged += done.length;
      const [last = '', phase = last] = [lines.findLast((line) => !line.startsWith('at ')), lines.at(-1)];
      const begun = last.startsWith('begin ') ? changed(there, last.slice(6)) : there;
      const moment = last.startsWith('begin -')
        ? `removing, ${phase.replace(/ -.*/, '')}`
        : phase.replace(/ [+-].*/, '');
      under.set(moment, (under.get(moment) ?? 0) + 1);

      const library = await openLibrary(folder);
      const possible = [await plain(there), await plain(begun)];
      // As it was left: what was acknowledged, with or without the step that was under way.
      expect(possible, `round ${round}, ${last}`).toContain(await exported(library.store));
      // A build completes what was under way, or leaves it alone.
      await build(library, []);
      const kept = await held(library);
      expect([[...there].sort(), [...begun].sort()]).toContainEqual([...kept].sort());
      expect(await exported(library.store)).toBe(await plain(kept));
      await library.close();
      there = kept;
    }
    expect(acknowledged).toBeGreaterThan(rounds / 2);
    const where = [...under].map(([moment, count]) => `${count} ${moment}`).sort(compareText);
    process.stderr.write(
      `${rounds} kills (${where.join('; ')}), ${acknowledged} acknowledged steps, none lost\n`,
    );
  });
}

/** Lets a process build and remove until it is killed; what it said. */
async function killed(folder: string, round: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [STEPS, folder, 'random', `${round}`], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [word, most] = MOMENTS[round % MOMENTS.length] ?? MOMENTS[0];
  const closed = once(child, 'close');
  try {
    const said = await heard(child, word, Math.floor(Math.random() * 5));
    await sleep(Math.random() * most);
    child.kill('SIGKILL');
    await closed;
    return said().split('\n').slice(0, -1);
  } finally {
    child.kill('SIGKILL');
  }
}

/** Waits until the process has said the word, and so many times before; what it has said by the time that one asks. */
async function heard(child: ChildProcess, word: string, before: number): Promise<() => string> {
  let text = '';
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  child.stdout?.on('data', (bytes: Buffer) => {
    text += bytes;
    if (text.split(word).length > before + 1) resolve();
  });
  child.once('close', (code) => reject(new Error(`it ended by itself (${code}): ${text}`)));
  const timer = setTimeout(() => reject(new Error(`it never says “${word}”: ${text}`)), PHASE_LIMIT);
  await promise.finally(() => clearTimeout(timer));
  return () => text;
}

/** The export of a library that holds some texts, built undisturbed. */
function plainExports(folder: string): (names: Names) => Promise<string> {
  const known = new Map<string, string>();
  return async (names) => {
    const key = [...names].sort().join();
    const text = known.get(key);
    if (text !== undefined) return text;
    const library = await openLibrary(join(folder, 'graph'));
    await build(library, inputsOf([...names].sort()));
    const whole = await exported(library.store);
    await library.close();
    await rm(folder, { recursive: true, force: true });
    known.set(key, whole);
    return whole;
  };
}

function changed(names: Names, step: string): Names {
  const next = new Set(names);
  if (step.startsWith('-')) next.delete(step.slice(1));
  else next.add(step.slice(1));
  return next;
}

async function held(library: Library): Promise<Names> {
  const names = new Set<string>();
  for (const name of Object.keys(LINEAGE_TEXTS)) if (await library.archive.find(idOf(name))) names.add(name);
  return names;
}
