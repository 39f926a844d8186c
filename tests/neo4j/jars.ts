/** The server's jars, fetched once by Maven into a cache folder named after the pom's content. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const POM = fileURLToPath(new URL('./pom.xml', import.meta.url));

/** What keeps a server from being started here, in words; undefined when nothing does. */
export function missing(): string | undefined {
  if (!onPath('java')) return 'java is not on the path';
  if (!existsSync(folder()) && !onPath('mvn'))
    return 'mvn is not on the path, and the jars are not in the cache';
  return undefined;
}

/** The folder with the jars; downloads about 150 MB the first time. */
export function jars(): string {
  const target = folder();
  if (existsSync(target)) return target;
  const cache = join(target, '..');
  mkdirSync(cache, { recursive: true });
  const part = mkdtempSync(join(cache, 'part-'));
  const { status, error } = spawnSync('mvn', [...MAVEN, `-DoutputDirectory=${part}`], {
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) {
    rmSync(part, { recursive: true, force: true });
    throw new Error(`mvn could not fetch the jars of Neo4j: ${error?.message ?? `exit code ${status}`}`);
  }
  keep(part, target);
  return target;
}

const MAVEN = ['-B', '-q', '-ntp', '-C', '-f', POM, 'dependency:copy-dependencies', '-DincludeScope=runtime'];

function folder(): string {
  const key = createHash('sha256').update(readFileSync(POM)).digest('hex').slice(0, 12);
  return join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'stemma-neo4j', key);
}

/** Another process may have been quicker. */
function keep(part: string, target: string): void {
  try {
    renameSync(part, target);
  } catch (error) {
    rmSync(part, { recursive: true, force: true });
    if (!existsSync(target)) throw error;
  }
}

/** Whether a program is found on the path. */
export function onPath(program: string): boolean {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
