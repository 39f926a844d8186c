/** The direction of imports: text flows from ingest to assemble, the edge imports the core, the page imports types. */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../src/version.ts';

/** Rooms of the core, each of which may import those before it, and itself. */
const CORE = ['records', 'errors', 'text', 'ingest', 'extract', 'resolve', 'assemble', 'pipeline'];
/** Rooms of the edge, and what of the edge each may import; all may import the core. */
const EDGE: Readonly<Record<string, readonly string[]>> = {
  version: [],
  'record-schemas': [],
  'text-from-mentions': [],
  seed: ['version'],
  store: ['version'],
  export: ['store'],
  queried: ['store', 'export'],
  library: ['store', 'seed', 'version'],
  shelf: ['store'],
  'open-shelf': ['store', 'library', 'shelf'],
  'extract-bytes': [],
  extractors: ['extract-bytes'],
  'extract-worker': ['extract-bytes', 'extractors', 'seed'],
  spool: ['store'],
  assembly: ['store', 'spool'],
  build: [
    'store',
    'library',
    'shelf',
    'open-shelf',
    'version',
    'text-from-mentions',
    'extract-bytes',
    'extractors',
    'assembly',
  ],
  api: ['store', 'export', 'queried', 'library', 'build', 'version', 'record-schemas', 'seed', 'layout'],
  cli: [
    'store',
    'export',
    'queried',
    'library',
    'build',
    'version',
    'record-schemas',
    'seed',
    'api',
    'extract-bytes',
    'extractors',
  ],
};
/** The lists that refer to authorities take their types, as what authorities are is said in `resolve`. */
const TYPES_OF = new Map([['extract', ['resolve']]]);
/** Pure rooms beside the core that the page runs too; they import nothing else of ours. */
const SHARED = ['layout'];
/** What the page may know of the rest. */
const PAGE_MAY_IMPORT = ['src/api/types.ts', 'src/records.ts', 'graph/vocabulary.ts', 'src/store/port.ts'];

type Import = { file: string; from: string; typeOnly: boolean };

const FROM = /(?:^|\n)(?:import|export)\s+(type\s+)?([^'";=()]*?)\s*\bfrom\s+['"]([^'"\n]+)['"]/g;
const BARE = /(?:(?:^|\n)import\s+|\bimport\(\s*)['"]([^'"\n]+)['"]/g;

function importsIn(code: string): { from: string; typeOnly: boolean }[] {
  const named = [...code.matchAll(FROM)].map(([, type, names = '', from = '']) => {
    const inline = /^\{(\s*type\s[^,}]+,?)+\s*\}$/.test(names);
    return { from, typeOnly: type !== undefined || inline };
  });
  return [...named, ...[...code.matchAll(BARE)].map(([, from = '']) => ({ from, typeOnly: false }))];
}

function filesIn(folder: string): string[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name));
}

function allImports(): Import[] {
  return [...filesIn('graph'), ...filesIn('src')].flatMap((file) =>
    importsIn(readFileSync(join(ROOT, file), 'utf8')).map(({ from, typeOnly }) => ({
      file,
      typeOnly,
      from: from.startsWith('.') ? relative(ROOT, join(ROOT, dirname(file), from)) : from,
    })),
  );
}

/** `src/store/port.ts` → `store`; `src/build.ts` → `build`. */
function roomOf(path: string): string {
  return path.split('/')[1]?.replace(/\.ts$/, '') ?? '';
}

function isAllowed({ file, from, typeOnly }: Import): boolean {
  const here = roomOf(file);
  if (file.startsWith('graph/')) return from.startsWith('graph/');
  if (here === 'web') return isAllowedInPage({ file, from, typeOnly });
  if (SHARED.includes(here)) return isPure(from) && (!from.startsWith('src/') || roomOf(from) === here);
  if (from.startsWith('graph/')) return true;
  if (!from.startsWith('src/')) return !CORE.includes(here) || isPure(from);
  const there = roomOf(from);
  if (there === 'web') return false;
  if (here === there) return true;
  if (typeOnly && from === 'src/api/types.ts') return here === 'store' || !CORE.includes(here);
  if (!CORE.includes(here)) return CORE.includes(there) || (EDGE[here] ?? []).includes(there);
  if (typeOnly && TYPES_OF.get(here)?.includes(there)) return true;
  return CORE.includes(there) && CORE.indexOf(there) < CORE.indexOf(here);
}

function isAllowedInPage({ from, typeOnly }: Import): boolean {
  if (from.startsWith('src/web/') || from === 'graph/vocabulary.ts') return true;
  if (SHARED.includes(roomOf(from))) return true;
  if (from.startsWith('src/')) return typeOnly && PAGE_MAY_IMPORT.includes(from);
  return !from.startsWith('node:');
}

/** Neither reads files nor the network; hashing is computing. */
function isPure(name: string): boolean {
  return name === 'node:crypto' || !/^(node:|fastify|@fastify|neo4j-driver|@grafeo-db|commander)/.test(name);
}

describe('imports', () => {
  const imports = allImports();

  it('are found', () => {
    expect(imports.length).toBeGreaterThan(50);
    expect(imports).toContainEqual({ file: 'src/build.ts', from: 'src/assembly.ts', typeOnly: false });
    expect(imports).toContainEqual({ file: 'src/api/types.ts', from: 'src/records.ts', typeOnly: true });
  });

  it('go one way', () => {
    const wrong = imports.filter((one) => !isAllowed(one)).map(({ file, from }) => `${file} imports ${from}`);
    expect(wrong).toEqual([]);
  });

  it.each([
    ['the core reads files', { file: 'src/extract/x.ts', from: 'node:fs', typeOnly: false }],
    [
      'an early room imports a late one',
      { file: 'src/text/x.ts', from: 'src/resolve/y.ts', typeOnly: false },
    ],
    ['the core imports the edge', { file: 'src/pipeline.ts', from: 'src/store/port.ts', typeOnly: true }],
    [
      'the store imports the command line',
      { file: 'src/store/x.ts', from: 'src/cli/output.ts', typeOnly: false },
    ],
    ['the page imports the server', { file: 'src/web/x.ts', from: 'src/api/server.ts', typeOnly: true }],
    ['the layout imports the page', { file: 'src/layout/x.ts', from: 'src/web/y.ts', typeOnly: true }],
    ['the layout reads files', { file: 'src/layout/x.ts', from: 'node:fs', typeOnly: false }],
    ['the page imports code', { file: 'src/web/x.ts', from: 'src/records.ts', typeOnly: false }],
    [
      'the vocabulary imports the source',
      { file: 'graph/vocabulary.ts', from: 'src/records.ts', typeOnly: true },
    ],
  ])('are refused when %s', (_what, wrong) => {
    expect(isAllowed(wrong)).toBe(false);
  });

  it.each([
    [`import type { A } from './a.ts';`, { from: './a.ts', typeOnly: true }],
    [`import { type A } from './a.ts';`, { from: './a.ts', typeOnly: true }],
    [`import { type A, b } from './a.ts';`, { from: './a.ts', typeOnly: false }],
    [`export { a } from './a.ts';`, { from: './a.ts', typeOnly: false }],
    [`export type { A } from './a.ts';`, { from: './a.ts', typeOnly: true }],
    [`import './a.css';`, { from: './a.css', typeOnly: false }],
    [`const a = await import('./a.ts');`, { from: './a.ts', typeOnly: false }],
  ])('are read: %s', (code, found) => {
    expect(importsIn(code)).toEqual([found]);
  });
});
