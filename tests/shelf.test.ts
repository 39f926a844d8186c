import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Shelf } from '../src/shelf.ts';
import { type Archive, type ArchivedDocument, headOf, openArchive } from '../src/store/archive.ts';

let folder: string;
let archive: Archive;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stemma-shelf-'));
  archive = openArchive(folder);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const BYTES = new Uint8Array([1]);
const idOf = (digit: string) => `doc:${digit.repeat(16)}`;

function document(digit: string, ...paths: string[]): ArchivedDocument {
  const sha256 = digit.repeat(64);
  return {
    sources: paths.map((at) => ({ name: at, at })),
    fingerprint: '1',
    extractor: '0.1.0',
    bytes: true,
    extraction: {
      document: { id: idOf(digit), source: paths[0] ?? '', sha256, language: 'zh', length: 1 },
      instrument: null,
      mentions: [],
      entities: [],
      relations: [],
      sentences: [],
    },
  };
}

/** What the archive would give after a kill: id → paths. */
const kept = async () =>
  Object.fromEntries(
    (await archive.heads()).map(({ document, sources }) => [document.id, sources.map(({ at }) => at)]),
  );

describe('a shelf', () => {
  it.each([
    ['a path that held nothing', ['a:1'], 'b:2', { a: ['1'], b: ['2'] }, []],
    ['the only path of another', ['a:1'], 'b:1', { b: ['1'] }, ['a']],
    ['one of two paths of another', ['a:1,2'], 'b:1', { a: ['2'], b: ['1'] }, []],
    ['both paths of another', ['a:1,2'], 'b:1,2', { b: ['1', '2'] }, ['a']],
    ['a path that two held, as a kill can leave it', ['a:1', 'b:1,2'], 'c:1', { b: ['2'], c: ['1'] }, ['a']],
  ])('gives a document %s', async (_what, before, put, after, leaving) => {
    const parse = (text: string) => {
      const [digit = '', paths = ''] = text.split(':');
      return document(digit, ...paths.split(','));
    };
    for (const text of before) await archive.put(parse(text), BYTES);
    const shelf = await Shelf.open(archive);
    await shelf.put(parse(put), BYTES);
    expect(shelf.leaving()).toEqual(leaving.map(idOf));
    await shelf.forget();
    const expected = Object.entries(after).map(([digit, paths]) => [idOf(digit), paths]);
    expect(await kept()).toEqual(Object.fromEntries(expected));
    expect(await readdir(join(folder, 'bytes'))).toHaveLength(expected.length);
  });

  it('keeps what was taken away until it is told to forget it', async () => {
    await archive.put(document('a', '1'), BYTES);
    const shelf = await Shelf.open(archive);
    expect(shelf.take(idOf('a'))).toBe(true);
    expect(shelf.take(idOf('a'))).toBe(false);
    expect({ all: shelf.all(), kept: await kept() }).toEqual({ all: [], kept: { [idOf('a')]: ['1'] } });
    await shelf.forget();
    expect(await kept()).toEqual({});
  });

  it.each(['a:1', 'a:1,2', 'b:1', 'b:2', 'a:2'])(
    'is as before when the disk does not take %s',
    async (put) => {
      await archive.put(document('a', '1'), BYTES);
      const shelf = await Shelf.open(archive);
      const [digit = '', paths = ''] = put.split(':');
      // No file can take the place of a folder.
      const place = join(folder, 'bytes', digit.repeat(64));
      await rm(place, { force: true });
      await mkdir(place);
      await expect(shelf.put(document(digit, ...paths.split(',')), BYTES)).rejects.toThrow(
        'cannot be written',
      );
      expect(shelf.all()).toEqual([headOf(document('a', '1'))]);
      expect(shelf.leaving()).toEqual([]);
      await shelf.forget();
      expect(await kept()).toEqual({ [idOf('a')]: ['1'] });
    },
  );

  it('does not forget what came back', async () => {
    await archive.put(document('a', '1'), BYTES);
    const shelf = await Shelf.open(archive);
    shelf.take(idOf('a'));
    await shelf.put(document('a', '2'), BYTES);
    await shelf.forget();
    expect(await kept()).toEqual({ [idOf('a')]: ['2'] });
  });

  it('settles whose a path is without changing the document', async () => {
    for (const digit of ['a', 'b']) await archive.put(document(digit, '1'), BYTES);
    const shelf = await Shelf.open(archive);
    await shelf.place(headOf(document('b', '1')), [{ name: '1', at: '1' }]);
    expect(shelf.leaving()).toEqual([idOf('a')]);
  });
});
