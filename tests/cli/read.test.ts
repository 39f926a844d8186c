/** What only reads a store: query, export, status. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { FORMATS } from '../../src/export/index.ts';
import { VERSION } from '../../src/version.ts';
import { inFolder, lines, stemma, TEXTS } from './run.ts';

let cwd: string;
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'stemma-read-'));
  await writeFile(join(cwd, 'a.txt'), TEXTS.statement);
  expect((await stemma(['build', 'a.txt'], { cwd })).code).toBe(0);
});
afterAll(() => rm(cwd, { recursive: true, force: true }));

const LINEAGE =
  'MATCH (a:Agreement {signed: "1996-04-25"})-[r:REAFFIRMS]->(b:Agreement) RETURN b.signed AS signed, b.status AS status';

describe('stemma query', () => {
  it('shows a table', async () => {
    expect(await stemma(['query', LINEAGE], { cwd })).toEqual({
      code: 0,
      stdout: 'signed      status\n----------  ---------\n1992-12-18  concluded\n',
      stderr: '1 row\n',
    });
  });

  it.each([['--json'], ['--format=json']])('gives JSON by %s', async (option) => {
    const { stdout, stderr } = await stemma(['query', LINEAGE, option], { cwd });
    expect({ rows: JSON.parse(stdout), stderr }).toEqual({
      rows: [{ signed: '1992-12-18', status: 'concluded' }],
      stderr: '',
    });
  });

  it('gives CSV that a spreadsheet reads as texts', async () => {
    const query = `RETURN '=1+1' AS formula, '条约, "甲"' AS quoted, -1 AS number, [1, 2] AS list, null AS nothing`;
    const { stdout } = await stemma(['query', query, '--format', 'csv'], { cwd });
    expect(parse(stdout, { columns: true })).toEqual([
      { formula: "'=1+1", quoted: '条约, "甲"', number: '-1', list: '[1,2]', nothing: '' },
    ]);
  });

  it('takes a query from stdin', async () => {
    const { stdout } = await stemma(['query', '-', '--json'], { cwd, input: LINEAGE });
    expect(JSON.parse(stdout)).toHaveLength(1);
  });

  it('passes parameters, JSON where they parse and texts where they do not', async () => {
    const parameters = [
      '--param',
      'n=3',
      '--param',
      'list=["a"]',
      '--param',
      'text=中俄=x',
      '--param',
      'flag=true',
    ];
    const query = 'RETURN $n + 1 AS n, $list AS list, $text AS text, $flag AS flag';
    const { stdout } = await stemma(['query', query, '--json', ...parameters], { cwd });
    expect(JSON.parse(stdout)).toEqual([{ n: 4, list: ['a'], text: '中俄=x', flag: true }]);
  });

  it('says when it stopped at the limit', async () => {
    const { code, stdout, stderr } = await stemma(
      ['query', 'UNWIND range(1, 5) AS n RETURN n', '--limit', '2', '--json'],
      { cwd },
    );
    expect({ code, rows: JSON.parse(stdout) }).toEqual({ code: 0, rows: [{ n: 1 }, { n: 2 }] });
    expect(stderr).toBe('stopped after 2 rows; --limit N asks for more\n');
  });

  it('shows no control characters, and lines up Chinese', async () => {
    const query = "RETURN $text AS 名称, 1 AS n UNION ALL RETURN '条约' AS 名称, 22 AS n";
    const text = JSON.stringify('a\u001b[31mb\nc');
    const { stdout } = await stemma(['query', query, '--param', `text=${text}`], { cwd });
    expect(lines(stdout)).toEqual(['名称       n', '---------  --', 'a�[31mb c   1', '条约       22']);
  });

  it.each([
    ['writes', 'CREATE (n:State {id: "x"}) RETURN n', 2],
    ['cannot be understood', 'MATCH (n RETURN n', 2],
    ['loads a file', "LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", 2],
  ])('refuses a query that %s', async (_what, query, exit) => {
    const { code, stdout, stderr } = await stemma(['query', query], { cwd });
    expect({ code, stdout }).toEqual({ code: exit, stdout: '' });
    expect(lines(stderr)).toEqual([expect.stringMatching(/^stemma: ./)]);
  });

  it('stops a query that takes too long, or too much memory', async () => {
    const query = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN sum(a * b)';
    const { code, stderr } = await stemma(['query', query, '--timeout', '1'], { cwd });
    expect(code).toBe(1);
    expect(lines(stderr)).toEqual([
      expect.stringMatching(/^stemma: the query (took longer than 1 s|needed more memory)/),
    ]);
  });
});

describe('stemma status', () => {
  it('shows counts by label and relationship type', async () => {
    const { code, stdout, stderr } = await stemma(['status'], { cwd });
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(lines(stdout)[0]).toBe(`stemma ${VERSION}`);
    expect(stdout).toMatch(/^Document +1$/m);
    expect(stdout).toMatch(/^REAFFIRMS +[1-9]$/m);
  });

  it('gives JSON', async () => {
    const { stdout } = await stemma(['status', '--json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      version: VERSION,
      store: { kind: 'embedded', where: '.stemma/graph' },
      nodes: { Document: 1 },
      edges: { FOUND_IN: expect.any(Number), TEXT_OF: 1 },
    });
  });

  it('reads the store that STEMMA_STORE names', () =>
    inFolder({}, async (elsewhere) => {
      const env = { STEMMA_STORE: join(cwd, '.stemma/graph') };
      const { stdout } = await stemma(['status', '--json'], { cwd: elsewhere, env });
      expect(JSON.parse(stdout)).toMatchObject({ nodes: { Document: 1 } });
    }));

  it('exits with 3 when a server cannot be reached', async () => {
    const { code, stdout, stderr } = await stemma(['status', '--store', 'bolt://127.0.0.1:1'], { cwd });
    expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
    expect(lines(stderr)).toEqual([expect.stringMatching(/^stemma: .*127\.0\.0\.1:1/)]);
  });
});

describe('stemma export', () => {
  it.each(FORMATS.filter(({ shape }) => shape === 'file').map(({ name }) => name))(
    'writes %s to stdout, or a file',
    async (name) => {
      const { code, stdout, stderr } = await stemma(['export', '--format', name], { cwd });
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(stdout).toContain('关于中华人民共和国和俄罗斯联邦相互关系基础的联合声明');
      const written = await stemma(['export', '--format', name, '-o', `out/graph.${name}`], { cwd });
      expect(written).toEqual({ code: 0, stdout: '', stderr: `wrote out/graph.${name}\n` });
      expect(await readFile(join(cwd, `out/graph.${name}`), 'utf8')).toBe(stdout);
    },
  );

  it.each(FORMATS.filter(({ shape }) => shape === 'folder').map(({ name }) => name))(
    'writes %s into a folder',
    async (name) => {
      const { code } = await stemma(['export', '--format', name, '-o', `out-${name}`], { cwd });
      expect(code).toBe(0);
      const files = await readdir(join(cwd, `out-${name}`));
      expect(files.length).toBeGreaterThan(1);
      expect(files.filter((file) => file.endsWith('.part'))).toEqual([]);
    },
  );

  it('writes what a query returns', async () => {
    const query = 'MATCH (a:Agreement)-[r:REAFFIRMS]->(b:Agreement) WHERE a.signed = $signed RETURN r';
    const args = ['export', '--format', 'graphology', '--query', query, '--param', 'signed="1996-04-25"'];
    const { stdout } = await stemma(args, { cwd });
    const graph = JSON.parse(stdout) as { nodes: unknown[]; edges: unknown[] };
    expect({ nodes: graph.nodes.length, edges: graph.edges.length }).toEqual({ nodes: 2, edges: 1 });
  });

  it('cannot write below a file', async () => {
    const { code, stderr } = await stemma(['export', '--format', 'gexf', '-o', 'a.txt/graph.gexf'], { cwd });
    expect(code).toBe(2);
    expect(lines(stderr)).toEqual([expect.stringMatching(/^stemma: a\.txt\/graph\.gexf cannot be written/)]);
  });
});
