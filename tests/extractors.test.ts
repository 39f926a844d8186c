import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { extractBytes } from '../src/extract-bytes.ts';
import { Extractors, inOrder } from '../src/extractors.ts';
import { loadAuthorities } from '../src/seed.ts';
import { BINARY } from './cli/run.ts';
import { madeText } from './made-texts.ts';

const authorities = await loadAuthorities();
const NAMES = Array.from({ length: 40 }, (_, n) => `${n}.txt`);
const bytesOf = (name: string) =>
  name === '7.txt' ? BINARY : new TextEncoder().encode(madeText(Number.parseInt(name, 10)));

async function extractAll(workers: number): Promise<string[]> {
  const extractors = new Extractors({ authorities: loadAuthorities, workers, alone: 0 });
  const work = (name: string) =>
    extractors.extract(bytesOf(name), name).then(
      (extraction) => JSON.stringify(extraction),
      (error) => `${error.code}: ${error.message}`,
    );
  const lines: string[] = [];
  for await (const line of inOrder(NAMES, extractors.width, work)) lines.push(line);
  await extractors.close();
  return lines;
}

describe('extractors', () => {
  it.each([0, 2, 3])('give the same bytes in the same order with %i threads', async (workers) => {
    const lines = await extractAll(workers);
    expect(lines[7]).toMatch(/^BINARY_INPUT: 7\.txt/);
    const alone = NAMES.filter((name) => name !== '7.txt').map((name) =>
      JSON.stringify(extractBytes(bytesOf(name), name, authorities)),
    );
    expect(lines.toSpliced(7, 1)).toEqual(alone);
  });
});

describe('work in order', () => {
  it.each([1, 3, 100])('gives results in the order of items, %i at once', async (width) => {
    let under = 0;
    let most = 0;
    const results: number[] = [];
    const work = async (n: number) => {
      most = Math.max(most, ++under);
      await sleep(((n * 7) % 5) * 2);
      under--;
      return n * 2;
    };
    for await (const result of inOrder([0, 1, 2, 3, 4, 5, 6, 7], width, work)) results.push(result);
    expect(results).toEqual([0, 2, 4, 6, 8, 10, 12, 14]);
    expect(most).toBe(Math.min(width, 8));
  });

  it('throws what an item throws when its turn comes', async () => {
    const seen: number[] = [];
    const work = async (n: number) => {
      if (n === 2) throw new Error('two');
      return n;
    };
    const all = async () => {
      for await (const n of inOrder([0, 1, 2, 3], 4, work)) seen.push(n);
    };
    await expect(all()).rejects.toThrow('two');
    expect(seen).toEqual([0, 1]);
  });
});
