import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parseAuthorities } from '../../src/resolve/authorities.ts';
import { countMentions, documentsIn, onlyNamed, timesOf } from '../bench/register.ts';
import { SEED } from './seed.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** A process that loads all authorities and says how many milliseconds of all cores that took. */
const LOAD = `
  const { loadAuthorities } = await import('./src/seed.ts');
  const start = process.cpuUsage();
  await loadAuthorities();
  const { user, system } = process.cpuUsage(start);
  console.log((user + system) / 1000);
`;
const NONE = parseAuthorities([]);
const ROUNDS = 48;
const MOST_UNITS = 700_000;

describe('all authorities', () => {
  it('add less than 100 ms of processor time to the start', () => {
    const times = [0, 1, 2, 3].map(() =>
      Number(
        execFileSync(process.execPath, ['--input-type=module', '-e', LOAD], { cwd: ROOT, encoding: 'utf8' }),
      ),
    );
    expect(Math.min(...times)).toBeLessThan(100);
  }, 30_000);

  for (const language of ['zh', 'en'] as const) {
    const texts = documentsIn(language, MOST_UNITS);
    if (texts.length === 0) console.log(`not measured: no texts in ${language} beside the project`);
    it.skipIf(texts.length === 0 && process.env.CI !== 'true')(
      `that texts in ${language} do not name add less than 10% to the time of reading them`,
      () => {
        const named = onlyNamed(texts, SEED);
        const [all = 0, some = 0, none = 0] = timesOf(texts, [SEED, named, NONE], ROUNDS);
        const [more, fewer] = [countMentions(texts, SEED), countMentions(texts, NONE)];
        console.log(
          `${language}: all ${all.toFixed(0)} ms, named alone ${some.toFixed(0)} ms, none ${none.toFixed(0)} ms; ` +
            `${String(more)} mentions with all, ${String(fewer)} with none`,
        );
        expect(all / some).toBeLessThan(1.1);
        // What is found beside takes its time, but no more than the mentions grow.
        expect(all / none).toBeLessThan(0.1 + more / fewer);
      },
      120_000,
    );
  }
});
