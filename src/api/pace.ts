/** How many requests one address may send. */
import type { FastifyInstance } from 'fastify';
import { HttpProblem } from './problem.ts';

export type Pace = Readonly<{ perSecond: number /** At once, after a rest. */; burst: number }>;

/** A page that opens asks some dozens of things; nobody’s hands ask so much. */
export const USUAL_PACE: Pace = { perSecond: 200, burst: 1000 };
/** Addresses that are remembered; those that have rested are forgotten first. */
const MOST = 10_000;

/** Answers 429 to an address that asks faster, until it has rested. */
export function addPace(app: FastifyInstance, { perSecond, burst }: Pace): void {
  /** By address: how many requests are left, and when that was counted. */
  const left = new Map<string, { count: number; at: number }>();
  app.addHook('onRequest', async ({ ip }, reply) => {
    const now = performance.now();
    const last = left.get(ip) ?? { count: burst, at: now };
    const count = Math.min(burst, last.count + ((now - last.at) * perSecond) / 1000);
    // In the order of their last request.
    left.delete(ip);
    left.set(ip, { count: Math.max(0, count - 1), at: now });
    for (const [oldest] of left) {
      if (left.size <= MOST) break;
      left.delete(oldest);
    }
    if (count >= 1) return;
    reply.header('retry-after', String(Math.ceil((1 - count) / perSecond)));
    throw new HttpProblem('TOO_MANY_REQUESTS', `more than ${perSecond} requests a second; wait a little`);
  });
}
