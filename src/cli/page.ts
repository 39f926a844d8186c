/** The explorer page as files that a server can send: built when there is none, or when its sources are newer. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { withLock } from '../store/lock.ts';
import { ROOT } from '../version.ts';
import { complain, say } from './output.ts';

const BUILT = join(ROOT, 'dist', 'web');
const INDEX = join(BUILT, 'index.html');
/** A page is built in a few seconds, on a slow machine in a minute. */
const PATIENCE = 300_000;
const SOURCES = ['src/web', 'src/layout', 'graph', 'src/api/types.ts', 'vite.config.ts', 'package-lock.json'];

/** The folder of the built page; undefined, with a line on stderr, when there is none and none can be built. */
export async function builtPage(): Promise<string | undefined> {
  if (await isFresh()) return BUILT;
  try {
    await mkdir(dirname(BUILT), { recursive: true });
    // Whoever starts at the same time builds once.
    await withLock(`${BUILT}.lock`, async () => ((await isFresh()) ? undefined : buildPage()), PATIENCE);
    return BUILT;
  } catch (error) {
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    const have = existsSync(INDEX);
    complain(
      `the page cannot be built (${why}); ${have ? 'the one built before' : 'the API alone'} is served`,
    );
    return have ? BUILT : undefined;
  }
}

async function isFresh(): Promise<boolean> {
  const times = await Promise.all(SOURCES.map((path) => newestIn(join(ROOT, path))));
  return (await changed(INDEX)) >= Math.max(...times);
}

async function buildPage(): Promise<void> {
  say('building the page (once, and after its sources change)');
  const start = new Date();
  // One name for all, as only the holder of the lock builds: what a killed build left is built over.
  const beside = `${BUILT}.new`;
  try {
    const { build } = await import('vite');
    await build({
      root: join(ROOT, 'src', 'web'),
      configFile: join(ROOT, 'vite.config.ts'),
      // Its news goes to stdout, where results go.
      logLevel: 'warn',
      build: { outDir: beside, emptyOutDir: true },
    });
    // Sources that changed while it was built are newer than the page.
    await utimes(join(beside, 'index.html'), start, start);
    await rm(BUILT, { recursive: true, force: true });
    await rename(beside, BUILT);
  } finally {
    await rm(beside, { recursive: true, force: true });
  }
}

async function newestIn(path: string): Promise<number> {
  const entries = await readdir(path, { recursive: true }).catch(() => undefined);
  if (!entries) return changed(path);
  const times = await Promise.all(entries.map((entry) => changed(join(path, entry))));
  return Math.max(0, ...times);
}

/** When the file was changed; 0 where there is none. */
async function changed(path: string): Promise<number> {
  return (await stat(path).catch(() => undefined))?.mtimeMs ?? 0;
}
