/** Bytes that come in as documents. */
import fc from 'fast-check';
import { StemmaError } from '../../src/errors.ts';
import { ingest } from '../../src/ingest/index.ts';
import { extract } from '../../src/pipeline.ts';
import type { Authorities } from '../../src/resolve/authorities.ts';
import { findFaults } from '../extract/check.ts';
import { texts } from '../extract/pieces.ts';
import { bytesOf, mutated } from './mutations.ts';
import type { Target } from './run.ts';

/** Of 100,000 units, on a machine that others use too. Milliseconds. */
const READING_LIMIT = 5000;
const BROKEN = ['\r', '\0', '\u2028', '\ud800', '（', '《《', '((', '“', '第', '同年', 'Article', '\n\n\n'];

export function documentTargets(authorities: Authorities): readonly Target[] {
  const some = fc.oneof(texts('zh'), texts('en'));
  const broken = mutated(some, BROKEN);
  const read = (bytes: Uint8Array) => {
    const start = performance.now();
    let document: ReturnType<typeof ingest>;
    try {
      document = ingest(bytes, 'random.txt');
    } catch (error) {
      if (error instanceof StemmaError) return;
      throw error;
    }
    const extraction = extract(document, authorities);
    const faults = findFaults(document, extraction);
    if (faults.length > 0) throw new Error(faults.join('\n'));
    JSON.stringify(extraction);
    const took = performance.now() - start;
    if (took > READING_LIMIT * Math.max(1, document.text.length / 100_000))
      throw new Error(`took ${took} ms for ${document.text.length} units`);
  };
  const repeated = fc
    .tuple(
      fc.oneof(
        fc.constantFrom(...BROKEN),
        broken.filter((text) => text.length < 40),
      ),
      fc.integer({ min: 1000, max: 20_000 }),
    )
    .map(([unit, count]) => Buffer.from(unit.repeat(count).slice(0, 200_000)));
  return [
    { name: 'documents', cases: 20, property: fc.property(bytesOf(broken), read) },
    { name: 'long documents', cases: 2, property: fc.property(repeated, read) },
  ];
}
