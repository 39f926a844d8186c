import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ingest } from '../../src/ingest/index.ts';
import { extract } from '../../src/pipeline.ts';
import type { Document } from '../../src/records.ts';
import { type Authorities, parseAuthorities } from '../../src/resolve/authorities.ts';
import { filesIn } from '../bench/texts.ts';
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

/** Texts of a language, up to so many units in all. */
function textsIn(language: 'zh' | 'en'): Document[] {
  let units = 0;
  return filesIn(language).flatMap((path) => {
    if (units > MOST_UNITS) return [];
    const document = ingest(readFileSync(path), path);
    units += document.text.length;
    return [document];
  });
}

/** Processor time of reading all texts once with each set of authorities: the best of several rounds, in turn. */
function timesOf(texts: readonly Document[], sets: readonly Authorities[]): number[] {
  const best = sets.map(() => Infinity);
  for (let turn = 0; turn < ROUNDS * sets.length; turn += 1) {
    // Each set follows each other one, so that none always pays for what another left behind.
    const index = (turn * (Math.floor(turn / sets.length) % 2 === 0 ? 1 : 2)) % sets.length;
    const set = sets[index];
    if (set === undefined) continue;
    const start = process.cpuUsage();
    for (const text of texts) extract(text, set);
    const { user, system } = process.cpuUsage(start);
    best[index] = Math.min(best[index] ?? Infinity, (user + system) / 1000);
  }
  return best;
}

/** Only the entries that these texts name, so that both registers lead to the same mentions. */
function namedIn(texts: readonly Document[]): Authorities {
  const named = new Set(
    texts.flatMap((text) =>
      extract(text, SEED).entities.flatMap((entity) =>
        'authority' in entity && entity.authority !== undefined ? [entity.authority] : [],
      ),
    ),
  );
  return {
    ...SEED,
    namesOf: (language) =>
      SEED.namesOf(language).filter(({ type, key }) => type === 'state' || named.has(key)),
  };
}

const mentionsIn = (texts: readonly Document[], set: Authorities) =>
  texts.reduce((sum, text) => sum + extract(text, set).mentions.length, 0);

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
    const texts = textsIn(language);
    if (texts.length === 0) console.log(`not measured: no texts in ${language} beside the project`);
    it.skipIf(texts.length === 0 && process.env['CI'] !== 'true')(
      `that texts in ${language} do not name add less than 10% to the time of reading them`,
      () => {
        const named = namedIn(texts);
        const [all = 0, some = 0, none = 0] = timesOf(texts, [SEED, named, NONE]);
        const [more, fewer] = [mentionsIn(texts, SEED), mentionsIn(texts, NONE)];
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
