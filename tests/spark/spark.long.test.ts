import { describe, expect } from 'vitest';
import { testWithPython } from '../export/python.ts';
import { CORPORA, textsIn } from '../gold/texts.ts';
import { SKIPPED } from '../neo4j/use.ts';
import { compareWithSpark } from './compare.ts';

const count = textsIn(CORPORA).length;
if (count === 0) console.log('not run: Spark on the corpora, as there are none beside the project');

describe.skipIf(SKIPPED || (count === 0 && process.env.CI !== 'true'))(
  'the corpora, extracted by Spark',
  () => {
    testWithPython(
      'give the graph of one machine',
      ['pyspark'],
      async (python) => {
        const loaded = await compareWithSpark(python, [CORPORA]);
        process.stderr.write(`Spark on the corpora: ${loaded}\n`);
        expect(loaded).toMatch(/^[1-9]\d* documents added/);
      },
      1_200_000,
    );
  },
);
