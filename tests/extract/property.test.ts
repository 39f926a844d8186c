/** Whatever the text: offsets that are right, mentions in order, nothing dangling, no exception, the same answer twice. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extract } from '../../src/pipeline.ts';
import type { Document } from '../../src/records.ts';
import { loadAuthorities } from '../../src/seed.ts';
import { findFaults } from './check.ts';
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

/** Not mended yet, with the shortest text that shows each; goes when the tests below say that it is mended. */
const KNOWN: readonly (readonly [fault: RegExp, language: string, text: string])[] = [
  [
    /zh\/(?:titled|defined): overlaps one of its type$/u,
    'zh',
    '关于修改《甲乙协定》的议定书\n\n双方同意。\n',
  ],
  [
    /en\/heading: overlaps one of its type$/u,
    'en',
    'FREE TRADE AGREEMENT\nBETWEEN\nTHE REPUBLIC OF ALBANIA\nAND\nTHE EFTA STATES\n\n' +
      '1 As amended by the Protocol amending the Free Trade Agreement between the Republic of Albania and\nthe EFTA States, signed on 18 September 2015.\n',
  ],
  [
    /: leads to itself$/u,
    'zh',
    '关于中华人民共和国和俄罗斯联邦相互关系基础的联合声明\n\n双方重申恪守一九九二年十二月十八日签署的《中俄联合声明》。\n\n一九九二年十二月十八日于北京\n',
  ],
  [/: leads to itself$/u, 'en', 'Agreement\nof the Commission\nAgreement\n\nThe Parties agree.\n'],
];

describe.each(['zh', 'en'] as const)('random texts read as %s', (language) => {
  test('keep the promises of the format', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(texts(language), (text) => {
        const document = documentOf(text, language);
        const extraction = extract(document, authorities);
        const faults = findFaults(document, extraction);
        expect(faults.filter((fault) => !KNOWN.some(([known]) => known.test(fault)))).toEqual([]);
        expect(extract(document, authorities)).toEqual(extraction);
      }),
      { numRuns: RUNS, seed: SEED, endOnFailure: true },
    );
  });
});

test.fails.each(KNOWN)('mended: %s', (_, language, text) => {
  expect(faultsOf(text, language)).toEqual([]);
});
