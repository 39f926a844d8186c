/** The graph is the same however it came about: in any order, in parts, twice, with detours. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { build, remove } from '../src/build.ts';
import { type Library, openLibrary } from '../src/library.ts';
import { exported, idOf, inputsOf, LINEAGE_TEXTS } from './lineage-texts.ts';

// Each builds several times, on a machine that others use too.
vi.setConfig({ testTimeout: 60_000 });

const NAMES = Object.keys(LINEAGE_TEXTS);
const home = await mkdtemp(join(tmpdir(), 'stemma-order-'));
afterAll(() => rm(home, { recursive: true, force: true }));
let count = 0;

/** What a new library exports after this work. */
async function exportAfter(work: (library: Library) => Promise<unknown>): Promise<string> {
  const folder = join(home, String(++count));
  const library = await openLibrary(join(folder, 'graph'));
  try {
    await work(library);
    return await exported(library.store);
  } finally {
    await library.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const known = new Map<string, Promise<string>>();
/** Built at once, in the order of names. */
function plain(names: readonly string[]): Promise<string> {
  const key = [...names].sort().join();
  const text =
    known.get(key) ?? exportAfter((library) => build(library, inputsOf(key === '' ? [] : key.split(','))));
  known.set(key, text);
  return text;
}

const anyOrder = fc.shuffledSubarray(NAMES, { minLength: NAMES.length });
const anySome = fc.shuffledSubarray(NAMES, { minLength: 1 });

describe('exports are the same bytes', () => {
  test('the texts say something', async () => {
    const all = await plain(NAMES);
    for (const piece of ['REAFFIRMS', 'BASED_ON', 'SIGNED_ON', 'HAS_PARTY', '联合国宪章'])
      expect(all).toContain(piece);
    for (const name of NAMES) expect(all).not.toBe(await plain(NAMES.filter((other) => other !== name)));
  });

  test('in any order, in parts, twice', async () => {
    await fc.assert(
      fc.asyncProperty(anyOrder, fc.nat(NAMES.length), async (names, cut) => {
        const parts = [names.slice(0, cut), names.slice(cut), names.slice(cut - 1, cut + 1)];
        const text = await exportAfter(async (library) => {
          for (const part of parts) await build(library, inputsOf(part));
        });
        expect(text).toBe(await plain(NAMES));
      }),
      { numRuns: 5 },
    );
  });

  test.each(NAMES)('without %s, exactly what the others support', async (name) => {
    const text = await exportAfter(async (library) => {
      await build(library, inputsOf(NAMES));
      await remove(library, idOf(name));
    });
    expect(text).toBe(await plain(NAMES.filter((other) => other !== name)));
  });

  test('after any building and removing, what is left is all that counts', async () => {
    const step = fc.record({ add: anySome, drop: fc.subarray(NAMES) });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 4 }), async (steps) => {
        const there = new Set<string>();
        const text = await exportAfter(async (library) => {
          for (const { add, drop } of steps) {
            await build(library, inputsOf(add));
            for (const name of add) there.add(name);
            for (const name of drop) if (there.delete(name)) await remove(library, idOf(name));
          }
        });
        expect(text).toBe(await plain([...there]));
      }),
      { numRuns: 3 },
    );
  });

  test('a text that changed leaves nothing of what it said before', async () => {
    const [first = '', second = '', ...others] = NAMES;
    const text = await exportAfter(async (library) => {
      const as = (name: string) =>
        inputsOf([name]).map(({ bytes }) => ({ source: { name: first, at: '/x' }, bytes }));
      await build(library, [...inputsOf(others), ...as(second)]);
      await build(library, as(first));
    });
    expect(text).toBe(await plain([first, ...others]));
  });
});
