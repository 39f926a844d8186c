import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ArchivedDocument, headOf, openArchive } from '../../src/store/archive.ts';
import { archiveFolder } from '../../src/store/where.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stemma-archive-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function document(digit: string): ArchivedDocument {
  const sha256 = digit.repeat(64);
  return {
    sources: [{ name: 'a.txt', at: '/a.txt' }],
    fingerprint: '1',
    extractor: '0.1.0',
    bytes: true,
    extraction: {
      document: { id: `doc:${sha256.slice(0, 16)}`, source: 'a.txt', sha256, language: 'zh', length: 2 },
      instrument: null,
      mentions: [],
      entities: [],
      relations: [],
      sentences: [],
    },
  };
}

describe('the archive', () => {
  it('is empty before anything is written', async () => {
    const archive = openArchive(join(folder, 'none'));
    expect(await archive.heads()).toEqual([]);
    expect(await archive.find('doc:0123456789abcdef')).toBeUndefined();
    expect(await archive.built()).toBeUndefined();
  });

  it('gives back what was put, sorted by id, to whoever opens it', async () => {
    const bytes = new TextEncoder().encode('条约');
    for (const digit of ['b', 'a']) await openArchive(folder).put(document(digit), bytes);
    const archive = openArchive(folder);
    expect(await archive.heads()).toEqual([document('a'), document('b')].map(headOf));
    expect(await archive.find(`doc:${'b'.repeat(16)}`)).toEqual(document('b'));
    expect([...archive.bytes('a'.repeat(64))]).toEqual([...bytes]);
  });

  it.each(['doc:', 'doc:b', 'b'.repeat(16), 'doc:../../records', ''])(
    'finds nothing under “%s”',
    async (id) => {
      const archive = openArchive(folder);
      await archive.put(document('b'), new Uint8Array([1]));
      expect(await archive.find(id)).toBeUndefined();
    },
  );

  it('forgets a document with its bytes', async () => {
    const archive = openArchive(folder);
    await archive.put(document('a'), new Uint8Array([1]));
    await archive.remove(headOf(document('a')));
    expect(await archive.heads()).toEqual([]);
    expect(await readdir(join(folder, 'bytes'))).toEqual([]);
    expect(() => archive.bytes('a'.repeat(64))).toThrow('is missing');
  });

  it('leaves no half-written files, and ignores those that a kill left', async () => {
    const archive = openArchive(folder);
    await archive.put(document('a'), new Uint8Array([1]));
    await writeFile(join(folder, 'records', `${'c'.repeat(64)}.json.1-1.tmp`), '{"sou');
    expect(await archive.heads()).toEqual([headOf(document('a'))]);
    expect(await readdir(join(folder, 'bytes'))).toEqual(['a'.repeat(64)]);
  });

  it('names a record that cannot be understood', async () => {
    const archive = openArchive(folder);
    await archive.put(document('a'), new Uint8Array([1]));
    await writeFile(join(folder, 'records', `${'a'.repeat(64)}.json`), '{"sou');
    await expect(archive.heads()).rejects.toMatchObject({ code: 'STORE_CORRUPT' });
    await expect(archive.heads()).rejects.toThrow('a.json is not JSON');
  });

  it.each([
    ['.stemma/graph', undefined, '.stemma/graph/archive'],
    ['/data/treaties', undefined, '/data/treaties/archive'],
    ['bolt://db.example:7000', undefined, '.stemma/bolt/db.example-7000-neo4j'],
    ['neo4j+ssc://user:secret@db.example', 'law', '.stemma/bolt/db.example-7687-law'],
    ['bolt://[::1]:7687', '../../x', '.stemma/bolt/___1_-7687-.._.._x'],
  ])('of the store %s (database %s) lies in %s', (where, database, expected) => {
    expect(archiveFolder(where, database)).toBe(expected);
  });
});
