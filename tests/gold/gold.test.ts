/** What is read from annotated texts: bars on the seed, and nowhere worse than what was last committed. */
import { describe, expect, test } from 'vitest';
import { loadAuthorities } from '../../src/seed.ts';
import { readFigures, TOLERANCE } from './eval.ts';
import { annotatedIn, measure } from './measure.ts';
import { WITHOUT_CORPORA } from './texts.ts';

const authorities = await loadAuthorities();

describe('the seed', () => {
  const figures = measure('seed', authorities);
  test.each([
    ['agreement f1', 0.95],
    ['state f1', 0.95],
    ['organization f1', 0.95],
    ['date f1', 0.95],
    ['person, place, provision f1', 0.95],
    ['agreements cited f1', 0.95],
    ['anaphor accuracy', 1],
    ['relation accuracy', 0.85],
    ['instrument accuracy', 1],
  ])('%s is at least %d', (name, bar) => {
    expect(figures[name]).toBeGreaterThanOrEqual(bar);
  });
});

describe.each(['zh', 'en'] as const)('the annotated texts in %s', (set) => {
  if (annotatedIn(set).some(({ path }) => path === null)) {
    console.info(`${set}: ${WITHOUT_CORPORA}`);
    test.skip('are absent', () => {});
    return;
  }
  const figures = measure(set, authorities);
  test.each(Object.entries(readFigures()[set] ?? {}))('%s is not below %d', (name, committed) => {
    expect(figures[name] ?? 0).toBeGreaterThanOrEqual(committed - TOLERANCE);
  });
});
