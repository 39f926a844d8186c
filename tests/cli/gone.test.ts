/** Whoever asked is gone: the engine does not go on for nobody. */
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import neo4j from 'neo4j-driver';
import { describe, expect, it } from 'vitest';
import { NEO4J_TIMEOUT, SKIPPED, takeNeo4j } from '../neo4j/use.ts';
import { inFolder, PROGRAM, stemma, TEXTS } from './run.ts';

const ENDLESS =
  'UNWIND range(1, 100000) AS x WITH x WHERE size([y IN range(1, 20000) WHERE x = -y]) > 0 RETURN count(x) AS count';
const STOPPED_MS = 3000;

/** Begins the endless query, waits until it runs, kills the command and waits until it runs no more. */
async function killWhileAsking(cwd: string, store: string, isRunning: (command: number) => Promise<boolean>) {
  const command = spawn(process.execPath, [PROGRAM, 'query', '--store', store, '--timeout', '600', ENDLESS], {
    cwd,
    stdio: 'ignore',
  });
  const ended = once(command, 'close');
  const pid = command.pid ?? 0;
  await expect.poll(() => isRunning(pid), { timeout: 30_000 }).toBe(true);
  command.kill('SIGKILL');
  await ended;
  await expect.poll(() => isRunning(pid), { timeout: STOPPED_MS }).toBe(false);
}

describe('a command that is killed while it asks', { timeout: NEO4J_TIMEOUT }, () => {
  it('leaves no engine running', () =>
    inFolder({ 'a.txt': TEXTS.statement }, async (cwd) => {
      await stemma(['build', 'a.txt'], { cwd });
      let engine: number | undefined;
      await killWhileAsking(cwd, '.stemma/graph', async (command) => {
        engine ??= childOf(command, /embedded-child/);
        return engine !== undefined && isAlive(engine);
      });
    }));

  it.skipIf(SKIPPED)('leaves no transaction running on a server', () =>
    inFolder({}, async (cwd) => {
      const server = await takeNeo4j();
      const driver = neo4j.driver(server.uri);
      const show =
        "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery STARTS WITH 'UNWIND' RETURN currentQuery";
      try {
        await killWhileAsking(
          cwd,
          server.uri,
          async () => (await driver.executeQuery(show)).records.length > 0,
        );
      } finally {
        await driver.close();
        server.give();
      }
    }),
  );
});

function childOf(parent: number, args: RegExp): number | undefined {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const line = stdout
    .split('\n')
    .find((each) => Number(each.trim().split(/\s+/)[1]) === parent && args.test(each));
  return line === undefined ? undefined : Number(line.trim().split(/\s+/)[0]);
}

function isAlive(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' });
  return stdout.trim() !== '' && !stdout.startsWith('Z');
}
