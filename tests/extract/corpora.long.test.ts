/** Every text of the corpora, in seven languages and several encodings, is read without an error. */
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { expect, test } from 'vitest';
import { ingest } from '../../src/ingest/index.ts';
import { extract } from '../../src/pipeline.ts';
import { loadAuthorities } from '../../src/seed.ts';
import { CORPORA, hasCorpora, textsIn, WITHOUT_CORPORA } from '../gold/texts.ts';
import { findFaults } from './check.ts';
import { isKnown } from './known.ts';

const authorities = await loadAuthorities();

if (!hasCorpora) console.info(WITHOUT_CORPORA);

test.skipIf(!hasCorpora)('the whole of the corpora', () => {
  const paths = textsIn(CORPORA);
  expect(paths.length).toBeGreaterThan(800);
  const faults: string[] = [];
  for (const path of paths) {
    const name = relative(CORPORA, path);
    try {
      const document = ingest(readFileSync(path), path);
      const extraction = extract(document, authorities);
      for (const fault of findFaults(document, extraction))
        if (!isKnown(fault)) faults.push(`${name}: ${fault}`);
      if (JSON.stringify(extract(document, authorities)) !== JSON.stringify(extraction))
        faults.push(`${name}: reads otherwise the second time`);
    } catch (error) {
      faults.push(`${name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  expect(faults).toEqual([]);
});
