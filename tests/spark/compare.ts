/** Extraction by Spark and one load into Neo4j, against a build on one machine. */
import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { PROGRAM, stemma } from '../cli/run.ts';
import { takeNeo4j } from '../neo4j/use.ts';

const SCRIPT = fileURLToPath(new URL('extract.py', import.meta.url));

/** Throws when the two graphs differ in a node, an edge or a property. Answers how many documents, nodes and edges. */
export async function compareWithSpark(python: string, folders: readonly string[]): Promise<string> {
  const home = await mkdtemp(join(tmpdir(), 'stemma-spark-'));
  const server = await takeNeo4j();
  try {
    await sparkExtract(python, folders, join(home, 'out'));
    const parts = (await readdir(join(home, 'out'))).filter((name) => name.startsWith('part-'));
    expect(parts.length).toBeGreaterThan(1);
    const files = parts.map((name) => join(home, 'out', name));
    const loaded = await run(home, ['build', '--store', server.uri, '--from-extractions', ...files]);
    await run(home, ['build', '--store', 'graph', ...folders]);
    const [distributed, single] = [await exported(home, server.uri), await exported(home, 'graph')];
    expect(distributed.length).toBeGreaterThan(1000);
    // As texts they would be printed whole.
    expect(distributed === single).toBe(true);
    return loaded;
  } finally {
    server.give();
    await rm(home, { recursive: true, force: true });
  }
}

async function sparkExtract(python: string, folders: readonly string[], out: string): Promise<void> {
  const command = `'${process.execPath}' '${PROGRAM}'`;
  const options = ['--master', 'local[2]', '--stemma', command, '--out', out];
  const env = { ...process.env, PYSPARK_PYTHON: python, SPARK_LOCAL_IP: '127.0.0.1' };
  await promisify(execFile)(python, [SCRIPT, ...options, ...folders], { env, maxBuffer: 1e9 });
}

const exported = (cwd: string, store: string) =>
  run(cwd, ['export', '--format', 'graphology', '--store', store]);

/** What it writes to stdout; some inputs may be unreadable on both sides. */
async function run(cwd: string, args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await stemma(args, { cwd });
  if (code !== 0 && code !== 1) throw new Error(stderr);
  return stdout.trim();
}
