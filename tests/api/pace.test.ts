import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { serving } from './serve.ts';

it('answers so many requests of one address, and more after a rest; other addresses are none the worse', async () => {
  const server = await serving({}, { pace: { perSecond: 0.5, burst: 3 } });
  const ask = (remoteAddress: string) => server.ask({ url: '/api/questions', remoteAddress });
  try {
    for (let i = 0; i < 3; i++) expect((await ask('127.0.0.1')).status).toBe(200);
    const { status, headers, body } = await ask('127.0.0.1');
    expect({ status, body, wait: headers['retry-after'] }).toMatchObject({
      status: 429,
      body: { code: 'TOO_MANY_REQUESTS', detail: expect.stringMatching(/0.5 requests a second/) },
      wait: '2',
    });
    expect((await ask('127.0.0.2')).status).toBe(200);
    await sleep(2100);
    expect((await ask('127.0.0.1')).status).toBe(200);
  } finally {
    await server.end();
  }
});
