import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Extraction } from '../../src/records.ts';
import { ROOT } from '../../src/version.ts';
import { BINARY, inFolder, lines, PROGRAM, stemma, TEXTS } from './run.ts';

const read = (stdout: string) => lines(stdout).map((line) => JSON.parse(line) as Extraction);
const sources = (stdout: string) => read(stdout).map(({ document }) => document.source);

describe('stemma extract', () => {
  it('writes one line a document, whose offsets point into the text', () =>
    inFolder({ 'a.txt': `\ufeff${TEXTS.statement.replaceAll('\n', '\r\n')}` }, async (cwd) => {
      const { code, stdout, stderr } = await stemma(['extract', 'a.txt', '--text-out', 'texts'], { cwd });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      const [extraction] = read(stdout);
      const bytes = await readFile(join(cwd, 'a.txt'));
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      const original = bytes.toString('utf8');
      expect(extraction?.document).toEqual({
        id: `doc:${sha256.slice(0, 16)}`,
        source: 'a.txt',
        sha256,
        language: 'zh',
        length: original.length,
      });
      expect(await readFile(join(cwd, 'texts', `${sha256.slice(0, 16)}.txt`), 'utf8')).toBe(original);
      expect(extraction?.mentions.map(({ text }) => text)).toContain(
        '《关于中华人民共和国和俄罗斯联邦相互关系基础的联合声明》',
      );
      for (const { start, end, text } of extraction?.mentions ?? [])
        expect(original.slice(start, end)).toBe(text);
    }));

  it('walks folders in sorted order, and takes arguments in the order given', () =>
    inFolder(
      {
        'z.txt': TEXTS.news,
        'd/b/x.txt': TEXTS.news,
        'd/a.txt': TEXTS.news,
        'd/b.txt': TEXTS.news,
        'd/.hidden': TEXTS.news,
      },
      async (cwd) => {
        const { code, stdout } = await stemma(['extract', 'z.txt', 'd', 'd/a.txt'], { cwd });
        expect(code).toBe(0);
        expect(sources(stdout)).toEqual(['z.txt', 'd/a.txt', 'd/b/x.txt', 'd/b.txt', 'd/a.txt']);
      },
    ));

  it('reads stdin', () =>
    inFolder({}, async (cwd) => {
      const { code, stdout } = await stemma(['extract', '-'], { cwd, input: TEXTS.news });
      expect(code).toBe(0);
      expect(sources(stdout)).toEqual(['-']);
    }));

  it('writes the same bytes on every run', () =>
    inFolder({}, async (cwd) => {
      const run = () => stemma(['extract', join(ROOT, 'seed/documents')], { cwd });
      const [first, second] = [await run(), await run()];
      expect(first.stdout).not.toBe('');
      expect(second).toEqual(first);
    }));

  it.each([
    ['a missing file', ['none.txt'], 'none.txt: no such file or folder'],
    ['a file in the way of a folder', ['a.txt/b.txt'], 'a.txt/b.txt: no such file or folder'],
    ['an empty file', ['empty.txt'], 'empty.txt: is empty'],
    ['a file of blanks', ['blank.txt'], 'blank.txt: is empty'],
    ['a binary file', ['picture.png'], 'picture.png: is '],
    ['a folder without texts', ['nothing'], 'nothing: no files in this folder'],
    ['a binary file in a folder', ['mixed'], 'mixed/picture.png: is '],
  ])('tells of %s in one line and does the others', (_what, bad, message) =>
    inFolder(
      {
        'a.txt': TEXTS.news,
        'z.txt': TEXTS.news,
        'empty.txt': '',
        'blank.txt': '\ufeff \n\n',
        'picture.png': BINARY,
        'nothing/.keep': '',
        'mixed/picture.png': BINARY,
        'mixed/text.txt': TEXTS.news,
      },
      async (cwd) => {
        const { code, stdout, stderr } = await stemma(['extract', 'a.txt', ...bad, 'z.txt'], { cwd });
        expect(code).toBe(1);
        expect(lines(stderr)).toEqual([expect.stringContaining(`stemma: ${message}`)]);
        const inside = bad[0] === 'mixed' ? ['mixed/text.txt'] : [];
        expect(sources(stdout)).toEqual(['a.txt', ...inside, 'z.txt']);
      },
    ),
  );

  it('writes nothing but its lines into the folder it runs in', () =>
    inFolder({ 'a.txt': TEXTS.news }, async (cwd) => {
      await stemma(['extract', 'a.txt'], { cwd });
      expect(await readdir(cwd)).toEqual(['a.txt']);
    }));

  it('ends quietly when nobody reads on', () =>
    inFolder({ 'a.txt': TEXTS.news }, async (cwd) => {
      const many = Array.from({ length: 300 }, () => 'a.txt');
      const child = spawn(process.execPath, [PROGRAM, 'extract', ...many], {
        cwd,
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let complaints = '';
      child.stderr.on('data', (chunk: Buffer) => {
        complaints += chunk.toString();
      });
      await once(child.stdout, 'data');
      child.stdout.destroy();
      const [code] = await once(child, 'close');
      expect({ code, complaints }).toEqual({ code: 0, complaints: '' });
    }));
});
