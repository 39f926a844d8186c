/** A test that soaks the server for so long. */
import { expect, test } from 'vitest';
import { inFolder } from '../cli/run.ts';
import { LINEAGE_TEXTS } from '../lineage-texts.ts';
import { type Soaked, soak } from './soak.ts';

const MB = 1_000_000;
/** So much more than in the second quarter may be held in the last one: what a garbage collector leaves lying about. */
const GROWTH = 1.15;

export function testSoak(minutes: number): void {
  test(
    `${minutes} minutes of 20 clients: no error, memory flat`,
    { timeout: minutes * 60_000 + 120_000 },
    () =>
      inFolder(LINEAGE_TEXTS, async (cwd) => {
        const soaked = await soak(cwd, minutes * 60_000);
        process.stderr.write(report(soaked, minutes));
        expect(soaked.errors).toEqual([]);
        expect(soaked.requests).toBeGreaterThan(minutes * 500);
        for (const [kind, times] of soaked.times) expect(times.length, kind).toBeGreaterThan(0);
        const { early, late } = quarters(soaked.memory);
        expect(late).toBeLessThan(early * GROWTH + 40 * MB);
      }),
  );
}

function report({ requests, errors, times, memory }: Soaked, minutes: number): string {
  const { early, late } = quarters(memory);
  const lines = [...times].map(([kind, some]) => {
    const [half, most] = [0.5, 0.95].map((part) => Math.round(quantile(some, part)));
    return `  ${kind.padEnd(10)} ${String(some.length).padStart(7)} ${String(half).padStart(6)} ${String(most).padStart(6)}`;
  });
  return [
    `soaked for ${minutes} minutes: ${requests} requests, ${errors.length} errors`,
    `memory of the server: ${Math.round(early / MB)} MB in the second quarter, ${Math.round(late / MB)} MB in the last`,
    '  kind         count p50 ms p95 ms',
    ...lines,
    '',
  ].join('\n');
}

/** The medians of the second and of the last quarter. */
function quarters(memory: readonly number[]): { early: number; late: number } {
  const part = (from: number, to: number) =>
    quantile(memory.slice(Math.floor(from * memory.length), Math.ceil(to * memory.length)), 0.5);
  return { early: part(0.25, 0.5), late: part(0.75, 1) };
}

function quantile(numbers: readonly number[], part: number): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
}
