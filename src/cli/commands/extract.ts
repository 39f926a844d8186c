/** `stemma extract`: documents in, one JSON object a line out. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extractDocument } from '../../build.ts';
import { StemmaError } from '../../errors.ts';
import { ingest } from '../../ingest/index.ts';
import { loadAuthorities } from '../../seed.ts';
import { readInputs } from '../inputs.ts';
import { complain, line } from '../output.ts';
import type { Exit } from '../stemma.ts';
import { tellLanguage } from '../summary.ts';

/** Every document's line as soon as it is done, in input order; a document that fails is told on stderr and the others go on. */
export async function extractFiles(
  paths: readonly string[],
  options: Readonly<{ textOut?: string; authorities?: readonly string[] }>,
): Promise<Exit> {
  const authorities = await loadAuthorities(options.authorities);
  if (options.textOut !== undefined) await makeFolder(options.textOut);
  let exit: Exit = 0;
  for await (const input of readInputs(paths)) {
    try {
      if ('error' in input) throw input.error;
      const document = ingest(input.bytes, input.source.name);
      const extraction = extractDocument(document, authorities);
      tellLanguage(input.source.name, document.language);
      if (options.textOut !== undefined)
        await writeFile(textPath(options.textOut, document.id), document.text);
      await line(JSON.stringify(extraction));
    } catch (error) {
      if (!(error instanceof StemmaError)) throw error;
      complain(error.message);
      exit = 1;
    }
  }
  return exit;
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
