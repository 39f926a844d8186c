import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect } from 'vitest';
import { ROOT } from '../../src/version.ts';
import { testWithPython } from '../export/python.ts';
import { writeTexts } from '../made-texts.ts';
import { NEO4J_TIMEOUT, SKIPPED } from '../neo4j/use.ts';
import { compareWithSpark } from './compare.ts';

const home = await mkdtemp(join(tmpdir(), 'stemma-spark-texts-'));
afterAll(() => rm(home, { recursive: true, force: true }));

describe.skipIf(SKIPPED)('extraction by Spark, loaded into Neo4j', () => {
  testWithPython(
    'gives the graph of one machine',
    ['pyspark'],
    async (python) => {
      writeTexts(home, 100);
      const loaded = await compareWithSpark(python, [home, join(ROOT, 'seed', 'documents')]);
      expect(loaded).toMatch(/^101 documents added, 0 unchanged, 0 replaced, 0 failed/);
    },
    NEO4J_TIMEOUT,
  );
});
