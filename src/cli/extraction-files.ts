/** Files of extraction output, one JSON object a line: read back and checked, since any program may have written them. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { Compile } from 'typebox/compile';
import type { FailedInput, GivenExtraction } from '../build.ts';
import { messageOf, StemmaError } from '../errors.ts';
import { documentId } from '../ingest/index.ts';
import { ENTITY_SCHEMAS, ExtractionSchema, MENTION_TYPES } from '../record-schemas.ts';
import type { Extraction } from '../records.ts';

const shape = Compile(ExtractionSchema);
const entityShapes = new Map(MENTION_TYPES.map((type) => [type as string, Compile(ENTITY_SCHEMAS[type])]));

/** Every extraction in the files; a line that is none is told with file and line number, and the others go on. `-` is stdin. */
export async function* readExtractions(
  files: readonly string[],
): AsyncGenerator<GivenExtraction | FailedInput> {
  for (const file of files) {
    let number = 0;
    try {
      const input = file === '-' ? process.stdin : createReadStream(file);
      for await (const line of linesOf(input)) {
        number += 1;
        if (line.trim() !== '') yield await readLine(line, `${file}:${number}`);
      }
    } catch (cause) {
      const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
      const why = missing ? 'no such file' : `cannot be read (${String(cause)})`;
      const error = new StemmaError(missing ? 'NOT_FOUND' : 'UNREADABLE', `${file}: ${why}`, cause);
      yield { name: file, error };
      continue;
    }
    if (number === 0)
      yield {
        name: file,
        error: new StemmaError('EMPTY_INPUT', `${file}: is empty; extract writes one line a document`),
      };
  }
}

/** A line ends in a line feed alone: U+2028, where `readline` parts lines too, may stand inside of JSON. */
export async function* linesOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let parts: string[] = [];
  for await (const chunk of bytes) {
    const text = decoder.decode(chunk, { stream: true });
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      yield [...parts, text.slice(start, end)].join('');
      parts = [];
      start = end + 1;
    }
    parts.push(text.slice(start));
  }
  const last = [...parts, decoder.decode()].join('');
  if (last !== '') yield last;
}

async function readLine(line: string, place: string): Promise<GivenExtraction | FailedInput> {
  try {
    const extraction = parseExtraction(line);
    const { source, sha256 } = extraction.document;
    const bytes = await bytesAt(source, sha256);
    const at = source === '-' ? `stdin:${sha256}` : resolve(source);
    return { source: { name: source, at }, extraction, ...(bytes && { bytes }) };
  } catch (error) {
    const why = messageOf(error);
    return { name: place, error: new StemmaError('BAD_EXTRACTION', `${place}: ${why}`, error) };
  }
}

/** Throws an Error that says where in the object something is wrong. */
export function parseExtraction(line: string): Extraction {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (cause) {
    throw new Error(`is not JSON (${messageOf(cause)})`, { cause });
  }
  if (!shape.Check(value)) throw new Error(firstError(shape.Errors(value)));
  for (const [index, entity] of value.entities.entries()) {
    const kind = entityShapes.get(entity.type);
    if (kind && !kind.Check(entity)) throw new Error(firstError(kind.Errors(entity), `/entities/${index}`));
  }
  const extraction = { sentences: [], ...value } as unknown as Extraction;
  checkReferences(extraction);
  return extraction;
}

function firstError(errors: Iterable<{ instancePath: string; message: string }>, under = ''): string {
  for (const { instancePath, message } of errors) return `${under}${instancePath} ${message}`.trim();
  return 'is no extraction';
}

/** Whatever is pointed at is there, and offsets lie in the text. */
function checkReferences({ document, instrument, mentions, entities, relations }: Extraction): void {
  if (documentId(document.sha256) !== document.id)
    throw new Error(`/document/id is ${document.id}, but the sha256 makes it ${documentId(document.sha256)}`);
  const entityIds = new Set(entities.map(({ id }) => id));
  const mentionIds = new Set(mentions.map(({ id }) => id));
  const need = (ids: ReadonlySet<string>, id: string, place: string) => {
    if (!ids.has(id)) throw new Error(`${place} is ${id}, which is not in the line`);
  };
  if (mentionIds.size < mentions.length) throw new Error('/mentions has an id twice');
  if (instrument) need(entityIds, instrument.entity, '/instrument/entity');
  for (const [index, { start, end, text, entities: named }] of mentions.entries()) {
    if (start >= end || end > document.length || end - start !== text.length)
      throw new Error(`/mentions/${index} is no span of ${document.length} units: ${start} to ${end}`);
    for (const id of named) need(entityIds, id, `/mentions/${index}/entities`);
  }
  for (const [index, { from, to, evidence, mentions: on }] of relations.entries()) {
    if (from !== document.id) need(entityIds, from, `/relations/${index}/from`);
    need(entityIds, to, `/relations/${index}/to`);
    for (const id of on) need(mentionIds, id, `/relations/${index}/mentions`);
    if (evidence.start > evidence.end || evidence.end > document.length)
      throw new Error(`/relations/${index}/evidence lies outside of the text`);
  }
}

/** The file that the extraction was made from, if it still is where it was. */
async function bytesAt(source: string, sha256: string): Promise<Uint8Array | undefined> {
  if (source === '-') return undefined;
  const bytes = await readFile(source).catch(() => undefined);
  return bytes && createHash('sha256').update(bytes).digest('hex') === sha256 ? bytes : undefined;
}
