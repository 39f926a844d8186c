/** A graph that is joined part by part is the graph that is made at once. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Assembly } from '../src/assembly.ts';
import { extractBytes } from '../src/extract-bytes.ts';
import { assemble } from '../src/pipeline.ts';
import type { Extraction } from '../src/records.ts';
import { loadAuthorities } from '../src/seed.ts';
import { Spool } from '../src/spool.ts';
import { compareText } from '../src/store/content.ts';
import { inputsOf, LINEAGE_TEXTS } from './lineage-texts.ts';
import { madeText } from './made-texts.ts';

const folder = await mkdtemp(join(tmpdir(), 'stemma-assembly-'));
afterAll(() => rm(folder, { recursive: true, force: true }));
const authorities = await loadAuthorities();

const texts = [
  ...inputsOf(Object.keys(LINEAGE_TEXTS)).map(({ source, bytes }) => [source.name, bytes] as const),
  ...Array.from({ length: 40 }, (_, n) => [`${n}.txt`, new TextEncoder().encode(madeText(n))] as const),
];
const extractions = texts
  .map(([name, bytes]) => extractBytes(bytes, name, authorities))
  .sort((a, b) => compareText(a.document.id, b.document.id));

async function* given(some: readonly Extraction[]) {
  for (const extraction of some) yield { extraction, known: {} };
}

async function all<T extends { id: string }>(pages: AsyncIterable<readonly T[]>): Promise<T[]> {
  const items: T[] = [];
  for await (const page of pages) items.push(...page);
  return items.sort((a, b) => compareText(a.id, b.id));
}

describe('an assembly', () => {
  it.each([
    ['in memory', 1e9, false],
    ['in memory, with the whole register', 1e9, true],
    ['on disk', 2000, false],
    ['on disk, with the whole register', 2000, true],
  ])(
    '%s is the graph that is made at once, as often as it is read',
    async (_where, held, withAuthorities) => {
      const documents = () => given(extractions);
      const assembly = await Assembly.of({ documents, authorities, withAuthorities, folder, held });
      expect((await readdir(folder)).length > 0).toBe(held < 1e9);
      const { nodes, edges } = assemble(extractions, authorities, { withAuthorities });
      for (let time = 0; time < 2; time++) {
        expect(await all(assembly.nodes())).toEqual(nodes);
        expect(await all(assembly.edges())).toEqual(edges);
      }
      await assembly.clear();
      expect(await readdir(folder)).toEqual([]);
    },
  );
});

describe('a spool', () => {
  it.each([10, 1e9])(
    'gives back what was put under a key in one part and in order (%d held)',
    async (held) => {
      const spool = new Spool<[string, number]>(join(folder, 'spool'), held);
      for (let n = 0; n < 500; n++) {
        spool.add(`key ${n % 50}`, [`key ${n % 50}`, n]);
        await spool.settle();
      }
      const found = new Map<string, number[]>();
      for await (const part of spool.parts())
        for (const [key, some] of Map.groupBy(part, ([key]) => key)) {
          expect(found.has(key)).toBe(false);
          found.set(
            key,
            some.map(([, n]) => n),
          );
        }
      expect(found.size).toBe(50);
      for (const [key, numbers] of found)
        expect(numbers).toEqual(Array.from({ length: 10 }, (_, n) => Number(key.slice(4)) + n * 50));
      await spool.clear();
    },
  );
});
