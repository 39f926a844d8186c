/** Whatever the text: offsets that are right, mentions in order, nothing dangling, no exception, the same answer twice. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extract } from '../../src/pipeline.ts';
import type { Document } from '../../src/records.ts';
import { loadAuthorities } from '../../src/seed.ts';
import { findFaults } from './check.ts';
import { isKnown, KNOWN } from './known.ts';
import { texts } from './pieces.ts';

/** A run is the same every time; STEMMA_RUNS and STEMMA_SEED look further. */
const RUNS = Number(process.env.STEMMA_RUNS ?? 300);
const SEED = Number(process.env.STEMMA_SEED ?? 1996);
const authorities = await loadAuthorities();

function documentOf(text: string, language: string): Document {
  return { id: 'doc:random', source: 'random', sha256: '', language, text };
}

function faultsOf(text: string, language: string): string[] {
  const document = documentOf(text, language);
  return findFaults(document, extract(document, authorities));
}

describe.each(['zh', 'en'] as const)('random texts read as %s', (language) => {
  test('keep the promises of the format', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(texts(language), (text) => {
        const document = documentOf(text, language);
        const extraction = extract(document, authorities);
        const faults = findFaults(document, extraction);
        expect(faults.filter((fault) => !isKnown(fault))).toEqual([]);
        expect(extract(document, authorities)).toEqual(extraction);
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  });
});

test.fails.each(KNOWN)('mended: %s', (_, language, text) => {
  expect(faultsOf(text, language)).toEqual([]);
});
