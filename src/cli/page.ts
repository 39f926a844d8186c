/** The explorer page as files that a server can send: built when there is none, or when its sources are newer. */
import { existsSync } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT } from '../version.ts';
import { say } from './output.ts';

const BUILT = join(ROOT, 'dist', 'web');
const CONFIG = join(ROOT, 'vite.config.ts');
const SOURCES = ['src/web', 'graph', 'src/api/types.ts', 'vite.config.ts', 'package-lock.json'];

/** The folder of the built page; undefined, with a line on stderr, when there is none and none can be built. */
export async function builtPage(): Promise<string | undefined> {
  const built = await changed(join(BUILT, 'index.html'));
  const newest = Math.max(...(await Promise.all(SOURCES.map((path) => newestIn(join(ROOT, path))))));
  if (built >= newest) return BUILT;
  const have = built > 0 ? BUILT : undefined;
  const start = new Date();
  say('building the page (once, and after its sources change)');
  const beside = `${BUILT}.${process.pid}.new`;
  try {
    const { build } = await import('vite');
    await build({
      root: join(ROOT, 'src', 'web'),
      configFile: existsSync(CONFIG) ? CONFIG : false,
      // Its news goes to stdout, where results go.
      logLevel: 'warn',
      build: { outDir: beside, emptyOutDir: true },
    });
    // Sources that changed while it was built are newer than the page.
    await utimes(join(beside, 'index.html'), start, start);
    await mkdir(join(BUILT, '..'), { recursive: true });
    await rm(BUILT, { recursive: true, force: true });
    await rename(beside, BUILT);
    return BUILT;
  } catch (error) {
    await rm(beside, { recursive: true, force: true });
    const why = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    say(
      `stemma: the page cannot be built (${why}); ${have ? 'the one built before' : 'the API alone'} is served`,
    );
    return have;
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
