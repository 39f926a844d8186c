/** Lines that claim to be extractions. */
import fc from 'fast-check';
import { build, remove } from '../../src/build.ts';
import { parseExtraction } from '../../src/cli/extraction-files.ts';
import { StemmaError } from '../../src/errors.ts';
import { ingest } from '../../src/ingest/index.ts';
import type { Library } from '../../src/library.ts';
import { extract } from '../../src/pipeline.ts';
import type { Extraction } from '../../src/records.ts';
import type { Authorities } from '../../src/resolve/authorities.ts';
import { inputsOf, LINEAGE_TEXTS } from '../lineage-texts.ts';
import { brokenJson, mutated } from './mutations.ts';
import type { Target } from './run.ts';

const PIECES = ['{', '}', '[', ']', ',', '"', '\\', '\\ud800', 'null', '1e999', '-1', '"__proto__":1,', '\0'];

/** Of a library that is theirs alone. */
export function extractionTargets(library: Library, authorities: Authorities): readonly Target[] {
  const whole = inputsOf(Object.keys(LINEAGE_TEXTS)).map(({ bytes, source }) =>
    extract(ingest(bytes, source.name), authorities),
  );
  const lines = fc.oneof(
    {
      weight: 5,
      arbitrary: brokenJson(fc.constantFrom<unknown>(...whole)).map((value) => JSON.stringify(value)),
    },
    {
      weight: 1,
      arbitrary: mutated(
        fc.constantFrom(...whole).map((value) => JSON.stringify(value)),
        PIECES,
      ),
    },
    { weight: 1, arbitrary: fc.json() },
  );
  return [
    {
      name: 'extractions',
      cases: 20,
      property: fc.asyncProperty(lines, async (line) => {
        const extraction = parsed(line);
        if (!extraction) return;
        const { id, source } = extraction.document;
        const { failed } = await build(library, [{ source: { name: source, at: source }, extraction }]);
        if (failed.length > 0) return;
        await remove(library, id);
      }),
    },
  ];
}

/** What the command would take; undefined when it says what is wrong. */
function parsed(line: string): Extraction | undefined {
  try {
    return parseExtraction(line);
  } catch (error) {
    // `readExtractions` tells every error with its place, so what counts is that a person can read it.
    if (error instanceof TypeError || error instanceof RangeError || error instanceof StemmaError)
      throw error;
    return undefined;
  }
}
