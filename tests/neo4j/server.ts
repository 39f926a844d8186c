/** Starts a throw-away Neo4j Community on 127.0.0.1, in a folder of its own. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { jars, onPath } from './jars.ts';

export type Server = Readonly<{
  uri: string;
  /** Of the process that runs now. */
  pid: number;
  /** Ends the process for good, and takes its data away. */
  stop(): Promise<void>;
  /** Kills the process, which keeps its data, its address and its settings. */
  goDown(): Promise<void>;
  comeBack(): Promise<void>;
}>;

const START_LIMIT = 120_000;

/** Starts it and waits until it answers. `settings` are added to neo4j.conf; the last word on a setting counts. */
export async function startServer(settings: readonly string[] = []): Promise<Server> {
  const home = mkdtempSync(join(tmpdir(), 'stemma-neo4j-'));
  const address = `127.0.0.1:${await freePort()}`;
  mkdirSync(join(home, 'conf'));
  writeFileSync(join(home, 'conf', 'neo4j.conf'), configuration(address, settings));
  let child: ChildProcess | undefined;
  const kill = () => child?.kill('SIGKILL');
  process.once('exit', kill);
  const stop = async () => {
    if (child) await end(child);
    process.removeListener('exit', kill);
    rmSync(home, { recursive: true, force: true });
  };
  const comeBack = async () => {
    const [program, ...parameters] = command(home, jars());
    child = spawn(program, parameters, { stdio: ['ignore', 'pipe', 'pipe'] });
    await started(child);
  };
  const goDown = async () => {
    if (child) await end(child, 'SIGKILL');
  };
  try {
    await comeBack();
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    uri: `bolt://${address}`,
    get pid() {
      return child?.pid ?? 0;
    },
    stop,
    goDown,
    comeBack,
  };
}

function configuration(address: string, settings: readonly string[]): string {
  const usual = [
    'server.default_listen_address=127.0.0.1',
    `server.bolt.listen_address=${address}`,
    `server.bolt.advertised_address=${address}`,
    'server.http.enabled=false',
    'server.https.enabled=false',
    'dbms.security.auth_enabled=false',
    'dbms.usage_report.enabled=false',
    'server.memory.pagecache.size=64m',
    'db.tx_log.preallocate=false',
    'internal.server.bolt.thread_pool_shutdown_wait_time=0s',
  ];
  // A setting that is given twice keeps the server from starting.
  const byName = new Map([...usual, ...settings].map((line) => [line.slice(0, line.indexOf('=')), line]));
  return `${[...byName.values()].join('\n')}\n`;
}

function command(home: string, lib: string): [string, ...string[]] {
  const opened = ['java.base/java.nio', 'java.base/java.io', 'java.base/sun.nio.ch'];
  const java = [
    'java',
    '-Xmx512m',
    '-XX:+UseSerialGC',
    '-XX:TieredStopAtLevel=1',
    '-Dfile.encoding=UTF-8',
    '-Dlog4j2.disable.jmx=true',
    `-Djna.tmpdir=${home}`,
    ...opened.map((name) => `--add-opens=${name}=ALL-UNNAMED`),
    '-cp',
    join(lib, '*'),
    'org.neo4j.server.CommunityEntryPoint',
    `--home-dir=${home}`,
    `--config-dir=${join(home, 'conf')}`,
    '--console-mode',
  ] as const;
  // So that a test run that is killed leaves no server behind.
  return onPath('setpriv') ? ['setpriv', '--pdeathsig', 'KILL', ...java] : [...java];
}

async function started(child: ChildProcess): Promise<void> {
  let log = '';
  await new Promise<void>((resolve, reject) => {
    const fail = (why: string) => {
      clearTimeout(timer);
      reject(new Error(`Neo4j ${why}\n${log}`));
    };
    const timer = setTimeout(() => fail('did not start in time'), START_LIMIT);
    const read = (bytes: Buffer) => {
      log = (log + bytes).slice(-20_000);
      if (!/ INFO {2}Started\.\s/.test(log)) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', (error) => fail(`could not be started: ${error.message}`));
    child.once('exit', (code) => fail(`ended early (${code})`));
  });
}

async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  const timer = setTimeout(() => child.kill('SIGKILL'), 15_000);
  await gone;
  clearTimeout(timer);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}
