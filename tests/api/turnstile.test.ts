import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Turnstile } from '../../src/api/turnstile.ts';

const STAYING = new AbortController().signal;

describe('a turnstile', () => {
  it('lets so many through at once, and all in the end', async () => {
    const turnstile = new Turnstile(2);
    let inside = 0;
    let most = 0;
    const work = (n: number) => async () => {
      inside += 1;
      most = Math.max(most, inside);
      await sleep(5);
      inside -= 1;
      return n;
    };
    const all = [1, 2, 3, 4, 5].map((n) => turnstile.pass(STAYING, work(n)));
    expect(await Promise.all(all)).toEqual([1, 2, 3, 4, 5]);
    expect(most).toBe(2);
  });

  it('goes on after work that failed', async () => {
    const turnstile = new Turnstile(1);
    const failing = turnstile.pass(STAYING, () => Promise.reject(new Error('no')));
    const next = turnstile.pass(STAYING, () => Promise.resolve('yes'));
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('yes');
  });

  it('does nothing for who has left the line', async () => {
    const turnstile = new Turnstile(1);
    const leaving = new AbortController();
    let done = false;
    const first = turnstile.pass(STAYING, () => sleep(5));
    const second = turnstile.pass(leaving.signal, async () => {
      done = true;
    });
    leaving.abort();
    await expect(second).rejects.toMatchObject({ code: 'QUERY_LIMIT' });
    await first;
    expect(done).toBe(false);
    await expect(turnstile.pass(STAYING, async () => 'free again')).resolves.toBe('free again');
  });

  it('counts the time in line', async () => {
    const turnstile = new Turnstile(1);
    const first = turnstile.pass(STAYING, () => sleep(60));
    const hasty = turnstile.pass(STAYING, async () => 'done', 20);
    const patient = turnstile.pass(STAYING, async (left) => left, 10_000);
    await expect(hasty).rejects.toMatchObject({
      code: 'QUERY_LIMIT',
      message: expect.stringMatching('0.02 s'),
    });
    await first;
    expect(await patient).toBeLessThanOrEqual(10_000 - 50);
  });
});
