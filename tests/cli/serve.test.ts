import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it } from 'vitest';
import type { HealthResponse } from '../../src/api/types.ts';
import { inFolder, lines, PROGRAM, stemma, TEXTS } from './run.ts';

type Serving = Readonly<{ child: ChildProcess; address: string; milliseconds: number; said: () => string }>;

/** Starts `stemma serve` on any port and waits for its address. */
async function serve(cwd: string, args: string[] = [], env: Record<string, string> = {}): Promise<Serving> {
  const begin = performance.now();
  const child = spawn(process.execPath, [PROGRAM, 'serve', '--port', '0', ...args], {
    cwd,
    env: { ...process.env, STEMMA_STORE: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const address = await Promise.race([
    once(child.stdout, 'data').then(([chunk]) => String(chunk).trim()),
    once(child, 'close').then(([code]) => Promise.reject(new Error(`serve ended with ${code}: ${said}`))),
  ]);
  return { child, address, milliseconds: performance.now() - begin, said: () => said };
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
  child.kill(signal);
  const [code] = (await once(child, 'close')) as [number | null];
  return code;
}

async function health(address: string): Promise<HealthResponse> {
  return (await (await fetch(`${address}api/health`)).json()) as HealthResponse;
}

describe('stemma serve', () => {
  it(
    'builds the seed first, serves page and API, and is ready at once the second time',
    { timeout: 120_000 },
    () =>
      inFolder({}, async (cwd) => {
        const first = await serve(cwd);
        expect(first.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
        expect(first.said()).toMatch(
          /the store is empty: reading seed\/documents\nadded {5}seed\/documents\/zh\//,
        );
        expect(await health(first.address)).toMatchObject({ status: 'ok', nodes: { Document: 1 } });
        const page = await fetch(first.address, { headers: { accept: 'text/html' } });
        expect(page.status).toBe(200);
        expect(await page.text()).toContain('<div id=');
        expect(await end(first.child, 'SIGINT')).toBe(0);

        const second = await serve(cwd);
        expect(second.said()).toBe('');
        expect(second.milliseconds).toBeLessThan(5000);
        expect(await health(second.address)).toMatchObject({ nodes: { Document: 1 } });
        expect(await end(second.child, 'SIGTERM')).toBe(0);
      }),
  );

  it('serves the store that is there, and sees what another process builds', { timeout: 60_000 }, () =>
    inFolder({ 'a.txt': TEXTS.news, 'b.txt': TEXTS.statement }, async (cwd) => {
      await stemma(['build', 'a.txt'], { cwd });
      const { child, address } = await serve(cwd);
      try {
        expect((await health(address)).nodes.Document).toBe(1);
        expect((await stemma(['build', 'b.txt'], { cwd })).code).toBe(0);
        expect((await health(address)).nodes.Document).toBe(2);
      } finally {
        expect(await end(child, 'SIGTERM')).toBe(0);
      }
    }),
  );

  it('listens to this machine alone unless told, and asks others for the token', { timeout: 60_000 }, () =>
    inFolder({ 'a.txt': TEXTS.news }, async (cwd) => {
      await stemma(['build', 'a.txt'], { cwd });
      const outside = Object.values(networkInterfaces())
        .flat()
        .find((one) => one?.family === 'IPv4' && !one.internal)?.address;
      const alone = await serve(cwd);
      if (outside)
        await expect(fetch(alone.address.replace('127.0.0.1', outside))).rejects.toThrow('fetch failed');
      expect(await end(alone.child, 'SIGTERM')).toBe(0);

      const token = 'a-token-that-nobody-guesses';
      const open = await serve(cwd, ['--host', '0.0.0.0'], { STEMMA_TOKEN: token });
      expect(open.said()).toMatch(/open to others: whoever knows STEMMA_TOKEN/);
      const at = outside ? open.address.replace('127.0.0.1', outside) : open.address;
      expect((await fetch(`${at}api/health`)).status).toBe(401);
      const headers = { authorization: `Bearer ${token}` };
      expect((await fetch(`${at}api/health`, { headers })).status).toBe(200);
      expect(await end(open.child, 'SIGTERM')).toBe(0);
    }),
  );

  it('says in one line that a port is in use', () =>
    inFolder({}, async (cwd) => {
      const other = createServer().listen(0, '127.0.0.1');
      await once(other, 'listening');
      const taken = other.address();
      const port = typeof taken === 'object' && taken !== null ? taken.port : 0;
      try {
        const { code, stdout, stderr } = await stemma(['serve', '--port', String(port)], { cwd });
        expect({ code, stdout }).toEqual({ code: 3, stdout: '' });
        expect(lines(stderr)).toEqual([
          `stemma: port ${port} on 127.0.0.1 is in use: choose another with --port, or 0 for any`,
        ]);
      } finally {
        other.close();
      }
    }));
});
