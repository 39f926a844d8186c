/** A disk that is full or read-only: a clear error, the old graph intact, and the next build as if nothing had been. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { lines, TEXTS } from './cli/run.ts';
import { type Disk, missingDisk, openDisk } from './disk.ts';

const MB = 1024 * 1024;
const missing = missingDisk();
if (missing) console.log(`NOT TESTED: full and read-only disks: ${missing}`);

describe.skipIf(missing !== undefined && process.env.CI !== 'true')('a disk', { timeout: 120_000 }, () => {
  let disk: Disk;
  let before: string;
  beforeEach(async () => {
    disk = await openDisk(16 * MB);
    await disk.write('a.txt', TEXTS.statement);
    await disk.write('b.txt', TEXTS.news);
    expect(await disk.stemma('build', 'a.txt')).toMatchObject({ code: 0 });
    before = await exported();
  });
  afterEach(() => disk?.end());

  const exported = async () => {
    const { code, stdout, stderr } = await disk.stemma('export', '--format', 'graphology');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return stdout;
  };
  const document = async () =>
    (await disk.stemma('query', '--format', 'csv', 'MATCH (d:Document) RETURN d.id')).stdout
      .trim()
      .split(/\s+/)[1] ?? '';

  test.each([0, 4096, 16_384, 65_536])('that is full but for %i bytes', async (left) => {
    await disk.fill(left);
    for (const command of [
      ['build', 'b.txt'],
      ['remove', await document()],
    ]) {
      const { code, stdout, stderr } = await disk.stemma(...command);
      if (code === 0) return expect(left).toBeGreaterThan(0);
      // The text was not taken, or the graph was not made.
      if (code === 1)
        expect(stdout).toMatch(/^no documents added, 0 unchanged, 0 replaced, 1 failed; nothing/);
      else expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
      expect(lines(stderr).at(-1)).toMatch(/^stemma: \S+ .*disk is full/);
      expect(await exported()).toBe(before);
    }
    await disk.free();
    expect(await disk.stemma('build', 'b.txt')).toMatchObject({ code: 0 });
    const both = await exported();
    expect(both).not.toBe(before);
    expect(await disk.stemma('build', 'a.txt', 'b.txt')).toMatchObject({ code: 0 });
    expect(await exported()).toBe(both);
  });

  test('that has no room for one text takes the others', async () => {
    await disk.fill(4 * MB);
    const elsewhere = await mkdtemp(join(tmpdir(), 'stemma-large-text-'));
    try {
      const large = join(elsewhere, 'large.txt');
      await writeFile(large, '双方签署了协定。\n'.repeat(200_000));
      const { code, stdout, stderr } = await disk.stemma('build', 'a.txt', large, 'b.txt');
      expect(stdout).toMatch(/^1 document added, 1 unchanged, 0 replaced, 1 failed; /);
      expect(stderr).toMatch(/large\.txt could not be kept: .* cannot be written: the disk is full$/m);
      expect(code).toBe(1);
    } finally {
      await rm(elsewhere, { recursive: true });
    }
    const both = await exported();
    await disk.free();
    expect(await disk.stemma('build', 'a.txt', 'b.txt')).toMatchObject({ code: 0 });
    expect(await exported()).toBe(both);
  });

  test('that is read-only', async () => {
    await disk.makeReadOnly(true);
    for (const command of [
      ['build', 'b.txt'],
      ['remove', await document()],
    ]) {
      const { code, stdout, stderr } = await disk.stemma(...command);
      expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
      expect(lines(stderr).at(-1)).toMatch(/^stemma: \S+ .*disk is read-only/);
    }
    expect(await exported()).toBe(before);
    expect((await disk.stemma('status')).code).toBe(0);
    expect((await disk.stemma('query', 'MATCH (n) RETURN count(n)')).code).toBe(0);
    await disk.makeReadOnly(false);
    expect(await disk.stemma('build', 'b.txt')).toMatchObject({ code: 0 });
  });
});
