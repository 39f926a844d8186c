/** The real program, serving a store of its own; for tests and pictures of the page. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLibrary } from '../../src/library.ts';
import type { Graph } from '../../src/records.ts';

export type Served = Readonly<{ address: string; end: () => Promise<void> }>;

const PATIENCE = 120_000;
const STEMMA = 'src/cli/stemma.ts';

/** Resolves with the address that it prints on stdout; rejects with what it said when it ends before. */
function addressOf(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let out = '';
    let said = '';
    const timer = setTimeout(() => reject(new Error(`no address after ${PATIENCE} ms:\n${said}`)), PATIENCE);
    server.stderr?.on('data', (chunk) => {
      said += String(chunk);
    });
    server.stdout?.on('data', (chunk) => {
      out += String(chunk);
      const found = /https?:\/\/[^\s]+/.exec(out);
      if (!found) return;
      clearTimeout(timer);
      resolve(found[0].replace(/\/$/, ''));
    });
    server.once('exit', (code) => {
      clearTimeout(timer);
      reject(new Error(`stemma serve ended with ${code}:\n${said}`));
    });
  });
}

/**
 * Builds the given texts into a new store and serves it.
 * @param texts files or folders; none is the seed
 */
export function serve(...texts: readonly string[]): Promise<Served> {
  return serveFilled(async (store) => {
    if (texts.length > 0) await run([STEMMA, 'build', ...texts, '--store', store]);
  });
}

/** Serves a graph that was made of no documents. */
export function serveGraph(graph: () => Graph): Promise<Served> {
  return serveFilled(async (where) => {
    const library = await openLibrary(where);
    await library.store.write(graph());
    // Else it would be made again, of no documents.
    await library.archive.setBuilt({ fingerprint: library.fingerprint });
    await library.close();
  });
}

/** Serves a new store that somebody fills first. @param fill gets the place of the store, a folder */
export async function serveFilled(fill: (store: string) => Promise<void>): Promise<Served> {
  const folder = mkdtempSync(join(tmpdir(), 'stemma-page-'));
  const store = join(folder, 'graph');
  await fill(store);
  const server = spawn(process.execPath, [STEMMA, 'serve', '--port', '0', '--store', store], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const end = async () => {
    if (server.exitCode === null) {
      const ended = new Promise((resolve) => server.once('exit', resolve));
      server.kill('SIGTERM');
      await ended;
    }
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    return { address: await addressOf(server), end };
  } catch (error) {
    await end();
    throw error;
  }
}

function run(command: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { stdio: ['ignore', 'ignore', 'pipe'] });
    let said = '';
    child.stderr.on('data', (chunk) => {
      said += String(chunk);
    });
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`${command.join(' ')} ended with ${code}:\n${said}`));
    });
  });
}
