import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../../src/version.ts';

type Source = {
  path: string;
  sha256: string;
  title: Record<string, string>;
  origin: string;
  licence: string;
};
const { documents } = JSON.parse(readFileSync(join(ROOT, 'seed/sources.json'), 'utf8')) as {
  documents: Source[];
};

describe('seed/sources.json', () => {
  it('tells of every file in seed/documents, and of no other', () => {
    const files = readdirSync(join(ROOT, 'seed/documents'), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1));
    expect(files.sort()).toEqual(documents.map(({ path }) => path).sort());
    expect(files.length).toBeGreaterThan(0);
  });

  it.each(documents)('has the checksum, title, origin and licence of $path', (source) => {
    const bytes = readFileSync(join(ROOT, source.path));
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(source.sha256);
    for (const text of [source.origin, source.licence, ...Object.values(source.title)])
      expect(text).not.toBe('');
  });
});
