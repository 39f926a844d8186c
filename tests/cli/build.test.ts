import { createHash } from 'node:crypto';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { BINARY, inFolder, lines, stemma, TEXTS } from './run.ts';

const idOf = (text: string | Uint8Array) =>
  `doc:${createHash('sha256').update(text).digest('hex').slice(0, 16)}`;

type Summary = {
  added: string[];
  unchanged: string[];
  replaced: string[];
  failed: { source: string; code: string }[];
  written: Record<'nodes' | 'edges', { created: number; updated: number; removed: number }>;
};
const NOTHING = { created: 0, updated: 0, removed: 0 };

async function build(
  cwd: string,
  ...args: string[]
): Promise<Summary & { code: number | null; stderr: string }> {
  const { code, stdout, stderr } = await stemma(['build', '--json', ...args], { cwd });
  expect(lines(stdout)).toHaveLength(1);
  return { code, stderr, ...(JSON.parse(stdout) as Summary) };
}

async function rows(cwd: string, cypher: string): Promise<Record<string, unknown>[]> {
  const { code, stdout, stderr } = await stemma(['query', '--format', 'json', cypher], { cwd });
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout) as Record<string, unknown>[];
}

const documents = (cwd: string) =>
  rows(cwd, 'MATCH (d:Document) RETURN d.id AS id, d.sources AS sources ORDER BY d.id');

async function wholeGraph(cwd: string): Promise<string> {
  return (await stemma(['export', '--format', 'graphology'], { cwd })).stdout;
}

describe('stemma build', () => {
  it('twice changes nothing', () =>
    inFolder({ 'a.txt': TEXTS.statement }, async (cwd) => {
      const first = await build(cwd, 'a.txt');
      expect(first).toMatchObject({
        code: 0,
        added: [idOf(TEXTS.statement)],
        unchanged: [],
        replaced: [],
        failed: [],
      });
      expect(first.written.nodes.created).toBeGreaterThan(2);
      const before = await wholeGraph(cwd);
      const second = await build(cwd, 'a.txt');
      expect(second).toMatchObject({ code: 0, added: [], unchanged: [idOf(TEXTS.statement)] });
      expect(second.written).toEqual({ nodes: NOTHING, edges: NOTHING });
      expect(await wholeGraph(cwd)).toBe(before);
    }));

  it('builds seed/documents when nothing is named', () =>
    inFolder({}, async (cwd) => {
      expect((await build(cwd)).code).toBe(0);
      const [seed] = await documents(cwd);
      expect(seed?.sources).toEqual(['seed/documents/zh/1996-04-25-中俄联合声明.txt']);
    }));

  it('keeps one document for the same bytes at two paths', () =>
    inFolder({ 'a.txt': TEXTS.news, 'b.txt': TEXTS.news }, async (cwd) => {
      const { added, unchanged } = await build(cwd, 'a.txt', 'b.txt');
      expect({ added, unchanged }).toEqual({ added: [idOf(TEXTS.news)], unchanged: [idOf(TEXTS.news)] });
      expect(await documents(cwd)).toEqual([{ id: idOf(TEXTS.news), sources: ['a.txt', 'b.txt'] }]);
    }));

  it('replaces a document when its path holds other bytes', () =>
    inFolder({ 'a.txt': TEXTS.news }, async (cwd) => {
      await build(cwd, 'a.txt');
      await writeFile(join(cwd, 'a.txt'), TEXTS.statement);
      const { added, replaced } = await build(cwd, 'a.txt');
      expect({ added, replaced }).toEqual({ added: [idOf(TEXTS.statement)], replaced: [idOf(TEXTS.news)] });
      expect(await documents(cwd)).toEqual([{ id: idOf(TEXTS.statement), sources: ['a.txt'] }]);
      expect(await readdir(join(cwd, '.stemma/graph/archive/bytes'))).toHaveLength(1);
    }));

  it('keeps a replaced document that has another path', () =>
    inFolder({ 'a.txt': TEXTS.news, 'b.txt': TEXTS.news }, async (cwd) => {
      await build(cwd, 'a.txt', 'b.txt');
      await writeFile(join(cwd, 'a.txt'), TEXTS.statement);
      expect((await build(cwd, 'a.txt')).replaced).toEqual([]);
      expect(await documents(cwd)).toEqual(
        [
          { id: idOf(TEXTS.news), sources: ['b.txt'] },
          { id: idOf(TEXTS.statement), sources: ['a.txt'] },
        ].sort((a, b) => (a.id < b.id ? -1 : 1)),
      );
    }));

  it('takes equal names in different folders for different files', () =>
    inFolder({ 'x/a.txt': TEXTS.news, 'y/a.txt': TEXTS.statement }, async (cwd) => {
      for (const folder of ['x', 'y']) {
        const store = join(cwd, 'store');
        const { code } = await stemma(['build', 'a.txt', '--store', store], { cwd: join(cwd, folder) });
        expect(code).toBe(0);
      }
      const { stdout } = await stemma(
        ['query', '--json', 'MATCH (d:Document) RETURN d.sources', '--store', 'store'],
        { cwd },
      );
      expect(JSON.parse(stdout)).toEqual([{ 'd.sources': ['a.txt'] }, { 'd.sources': ['a.txt'] }]);
    }));

  it('gives the same graph in any order', async () => {
    const graphs: string[] = [];
    for (const order of [
      ['a.txt', 'b.txt'],
      ['b.txt', 'a.txt'],
    ])
      await inFolder({ 'a.txt': TEXTS.statement, 'b.txt': TEXTS.news }, async (cwd) => {
        for (const name of order) await build(cwd, name);
        graphs.push(await wholeGraph(cwd));
      });
    expect(graphs[0]).toBe(graphs[1]);
    expect(graphs[0]).toContain('联合国宪章');
  });

  it('tells of bad inputs, does the others, and exits with 1', () =>
    inFolder({ 'd/a.txt': TEXTS.news, 'd/b.png': BINARY, 'd/c.txt': '' }, async (cwd) => {
      const { code, added, failed, stderr } = await build(cwd, 'd', 'none.txt');
      expect(code).toBe(1);
      expect(added).toEqual([idOf(TEXTS.news)]);
      expect(failed.map(({ source, code }) => [source, code])).toEqual([
        ['d/b.png', 'BINARY_INPUT'],
        ['d/c.txt', 'EMPTY_INPUT'],
        ['none.txt', 'NOT_FOUND'],
      ]);
      expect(lines(stderr).filter((line) => line.startsWith('stemma: '))).toHaveLength(3);
    }));

  it('makes again what another extractor made', () =>
    inFolder({ 'a.txt': TEXTS.statement }, async (cwd) => {
      await build(cwd, 'a.txt');
      const before = await wholeGraph(cwd);
      const folder = join(cwd, '.stemma/graph/archive/records');
      const [name = ''] = await readdir(folder);
      const record = JSON.parse(await readFile(join(folder, name), 'utf8'));
      Object.assign(record, { fingerprint: 'older' });
      Object.assign(record.extraction, { mentions: [], relations: [], entities: [], instrument: null });
      await writeFile(join(folder, name), JSON.stringify(record));
      const { stderr } = await build(cwd, join(cwd, 'a.txt'));
      expect(stderr).not.toContain('stemma: ');
      expect(await wholeGraph(cwd)).toBe(before);
    }));

  it('refuses to write over documents that the archive does not know', () =>
    inFolder({ 'a.txt': TEXTS.news, 'b.txt': TEXTS.statement }, async (cwd) => {
      await build(cwd, 'a.txt');
      await rm(join(cwd, '.stemma/graph/archive'), { recursive: true });
      const { code, stdout, stderr } = await stemma(['build', 'b.txt'], { cwd });
      expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
      expect(stderr).toMatch(/holds 1 document.* does not know \(doc:/);
      expect(await documents(cwd)).toMatchObject([{ id: idOf(TEXTS.news) }]);
    }));

  it('mends a damaged store from the archive', () =>
    inFolder({ 'a.txt': TEXTS.statement }, async (cwd) => {
      await build(cwd, 'a.txt');
      const before = await wholeGraph(cwd);
      await writeFile(join(cwd, '.stemma/graph/current.json'), '{"format":');
      const broken = await stemma(['status'], { cwd });
      expect({ code: broken.code, stdout: broken.stdout }).toEqual({ code: 3, stdout: '' });
      expect(lines(broken.stderr)).toEqual([expect.stringMatching(/^stemma: .*is damaged: .*stemma build/)]);
      expect((await build(cwd, 'a.txt')).code).toBe(0);
      expect(await wholeGraph(cwd)).toBe(before);
    }));

  it.each([
    ['is a file', 'a.txt'],
    ['lies below a file', 'a.txt/store'],
  ])('exits with 3 when the store %s', (_what, store) =>
    inFolder({ 'a.txt': TEXTS.news }, async (cwd) => {
      const { code, stdout, stderr } = await stemma(['build', 'a.txt', '--store', store], { cwd });
      expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
      expect(lines(stderr)).toEqual([expect.stringMatching(/^stemma: .*a\.txt/)]);
    }),
  );
});

describe('stemma build --from-extractions', () => {
  it('gives the graph that the documents give', () =>
    inFolder({ 'a.txt': TEXTS.statement, 'b.txt': TEXTS.news }, async (cwd) => {
      await build(cwd, 'a.txt', 'b.txt');
      const graph = await wholeGraph(cwd);
      const { stdout } = await stemma(['extract', 'a.txt', 'b.txt'], { cwd });
      await writeFile(join(cwd, 'out.jsonl'), stdout);
      const other = ['--store', 'other'];
      const { code, added } = await build(cwd, '--from-extractions', 'out.jsonl', ...other);
      expect({ code, added }).toEqual({ code: 0, added: [idOf(TEXTS.statement), idOf(TEXTS.news)] });
      expect((await stemma(['export', '--format', 'graphology', ...other], { cwd })).stdout).toBe(graph);
      expect((await build(cwd, '--from-extractions', 'out.jsonl', ...other)).written.nodes).toEqual(NOTHING);
    }));

  it('needs no texts', () =>
    inFolder({}, async (cwd) => {
      const { stdout } = await stemma(['extract', '-'], { cwd, input: TEXTS.statement });
      await writeFile(join(cwd, 'out.jsonl'), stdout);
      expect(await build(cwd, '--from-extractions', 'out.jsonl')).toMatchObject({
        code: 0,
        added: [idOf(TEXTS.statement)],
      });
    }));

  it.each([
    ['no JSON', () => '{"document":', 'is not JSON'],
    ['another object', () => '{"a":1}', 'must have required properties document'],
    ['a wrong type', (good: Line) => ({ ...good, mentions: {} }), '/mentions must be array'],
    [
      'an unknown kind',
      (good: Line) => ({ ...good, entities: [{ ...agreement, kind: 'promise' }] }),
      '/entities/0/kind',
    ],
    [
      'an unknown type',
      (good: Line) => ({ ...good, entities: [{ ...agreement, type: 'promise' }] }),
      '/entities/0/type must be equal to one of',
    ],
    [
      'an id of another type',
      (good: Line) => ({ ...good, entities: [{ ...agreement, id: 'state:CHN' }] }),
      '/entities/0/id',
    ],
    ['a mention of nothing', (good: Line) => ({ ...good, entities: [] }), 'which is not in the line'],
    [
      'an id that is not of the sha256',
      (good: Line) => ({ ...good, document: { ...good.document, id: `doc:${'0'.repeat(16)}` } }),
      '/document/id',
    ],
    [
      'a span outside of the text',
      (good: Line) => ({ ...good, document: { ...good.document, length: 3 } }),
      'no span of 3 units',
    ],
  ])('names file and line of %s, and takes the others', (_what, spoil, message) =>
    inFolder({}, async (cwd) => {
      const [good, other] = await Promise.all(
        [TEXTS.statement, TEXTS.news].map(async (input) =>
          (await stemma(['extract', '-'], { cwd, input })).stdout.trim(),
        ),
      );
      const spoilt = spoil(JSON.parse(good ?? '') as Line);
      const line = typeof spoilt === 'string' ? spoilt : JSON.stringify(spoilt);
      await writeFile(join(cwd, 'out.jsonl'), `${other}\n\n${line}\n`);
      const { code, added, failed, stderr } = await build(cwd, '--from-extractions', 'out.jsonl');
      expect({ code, added }).toEqual({ code: 1, added: [idOf(TEXTS.news)] });
      expect(failed.map(({ source, code }) => [source, code])).toEqual([['out.jsonl:3', 'BAD_EXTRACTION']]);
      expect(stderr).toContain(message);
    }),
  );

  it.each([
    ['missing', 'none.jsonl', 'none.jsonl: no such file'],
    ['empty', 'empty.jsonl', 'empty.jsonl: is empty'],
  ])('tells of a %s file', (_what, name, message) =>
    inFolder({ 'empty.jsonl': '' }, async (cwd) => {
      const { code, stderr } = await build(cwd, '--from-extractions', name);
      expect(code).toBe(1);
      expect(stderr).toContain(`stemma: ${message}`);
    }),
  );
});

type Line = { document: object; mentions: unknown; entities: unknown };
const agreement = { id: 'agr:x', type: 'agreement', title: '宪章', kind: 'charter', status: 'concluded' };

describe('stemma remove', () => {
  it('takes a document out, with what only it supported', () =>
    inFolder({ 'a.txt': TEXTS.statement, 'b.txt': TEXTS.news }, async (cwd) => {
      await build(cwd, 'b.txt');
      const before = await wholeGraph(cwd);
      await build(cwd, 'a.txt');
      expect(await wholeGraph(cwd)).not.toBe(before);
      const { code, stdout } = await stemma(['remove', idOf(TEXTS.statement)], { cwd });
      expect(code).toBe(0);
      expect(stdout).toMatch(/^removed doc:\w+: .*removed/);
      expect(await wholeGraph(cwd)).toBe(before);
      expect((await build(cwd, 'b.txt')).written).toEqual({ nodes: NOTHING, edges: NOTHING });
    }));

  it('does not know a document that is not there', () =>
    inFolder({}, async (cwd) => {
      const { code, stdout, stderr } = await stemma(['remove', 'doc:0123456789abcdef'], { cwd });
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toMatch(/^stemma: doc:0123456789abcdef: no such document/);
    }));
});
