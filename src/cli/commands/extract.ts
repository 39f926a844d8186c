/** `stemma extract`: documents in, one JSON object a line out. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FailedInput, Input } from '../../build.ts';
import { StemmaError } from '../../errors.ts';
import { asStemmaError } from '../../extract-bytes.ts';
import { Extractors, inOrder } from '../../extractors.ts';
import { ingest } from '../../ingest/index.ts';
import { loadAuthorities } from '../../seed.ts';
import { readInputs } from '../inputs.ts';
import { complain, line } from '../output.ts';
import type { Exit } from '../stemma.ts';
import { tellLanguage } from '../summary.ts';

/** Every document's line, in input order; a document that fails is told on stderr and the others go on. */
export async function extractFiles(
  paths: readonly string[],
  options: Readonly<{ textOut?: string; authorities?: readonly string[]; workers?: number }>,
): Promise<Exit> {
  const { textOut, authorities: authorityFiles = [], workers } = options;
  const authorities = () => loadAuthorities(authorityFiles);
  // A mistake in the authorities is no document's fault.
  await authorities();
  if (textOut !== undefined) await makeFolder(textOut);
  const extractors = new Extractors({ authorities, authorityFiles, workers });
  const extractInput = async (input: Input | FailedInput) => {
    if ('error' in input) return input;
    const { bytes, source } = input;
    try {
      return { input, extraction: await extractors.extract(bytes, source.name) };
    } catch (error) {
      return { error: asStemmaError(error, source.name) };
    }
  };
  let exit: Exit = 0;
  try {
    for await (const done of inOrder(readInputs(paths), extractors.width, extractInput)) {
      if ('error' in done) {
        complain(done.error.message);
        exit = 1;
        continue;
      }
      const { extraction, input } = done;
      tellLanguage(input.source.name, extraction.document.language);
      if (textOut !== undefined) await writeText(textOut, input);
      await line(toLine(extraction));
    }
  } finally {
    await extractors.close();
  }
  return exit;
}

/** JSON in which nothing but a line feed ends a line, for readers that part lines at more (U+2028, U+2029, U+0085). */
export function toLine(value: unknown): string {
  return JSON.stringify(value).replace(
    /[\u0085\u2028\u2029]/g,
    (end) => `\\u${end.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

async function writeText(folder: string, { bytes, source }: Input): Promise<void> {
  const { id, text } = ingest(bytes, source.name);
  await writeFile(textPath(folder, id), text);
}

/** `doc:0123…` → `FOLDER/0123….txt` */
function textPath(folder: string, documentId: string): string {
  return join(folder, `${documentId.replace(/^doc:/, '')}.txt`);
}

async function makeFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (cause) {
    throw new StemmaError('USAGE', `--text-out ${folder}: no folder can be made there`, cause);
  }
}
