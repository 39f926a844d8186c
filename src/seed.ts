/** What comes with Stemma, read from its folder. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf, StemmaError } from './errors.ts';
import { documentId } from './ingest/index.ts';
import { type Authorities, type NamedJson, parseAuthorities } from './resolve/authorities.ts';
import { ROOT } from './version.ts';

const loaded = new Map<string, Promise<Authorities>>();

/**
 * Everything in seed/authorities and in these files, checked together.
 * @throws StemmaError BAD_AUTHORITY, naming the file, the entry and the field
 */
export function loadAuthorities(files: readonly string[] = []): Promise<Authorities> {
  const key = files.join('\0');
  const known = loaded.get(key) ?? readAuthorityFiles(files).then(parseAuthorities);
  loaded.set(key, known);
  return known;
}

/** The files of seed/authorities, then these, as they were read. Throws BAD_AUTHORITY for what is not JSON. */
export async function readAuthorityFiles(files: readonly string[] = []): Promise<NamedJson[]> {
  const folder = join(ROOT, 'seed', 'authorities');
  const own = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const paths = [
    ...own.map((name) => [name, join(folder, name)] as const),
    ...files.map((path) => [path, path] as const),
  ];
  return Promise.all(paths.map(async ([name, path]) => ({ name, json: parse(name, await readText(path)) })));
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (cause) {
    throw new StemmaError('NOT_FOUND', `${path}: cannot be read; name a file of authorities`, cause);
  }
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const why = messageOf(cause);
    throw new StemmaError('BAD_AUTHORITY', `${name}: is not JSON: ${why}`, cause);
  }
}

/** Where a document that comes with Stemma was taken from, and on what terms. */
export type SeedSource = Readonly<{
  sha256: string;
  title: Readonly<Record<string, string>>;
  origin: string;
  licence: string;
}>;

/** seed/sources.json by document id. */
export async function seedSources(): Promise<ReadonlyMap<string, SeedSource>> {
  const text = await readFile(join(ROOT, 'seed', 'sources.json'), 'utf8');
  const { documents } = JSON.parse(text) as { documents: SeedSource[] };
  return new Map(documents.map((source) => [documentId(source.sha256), source]));
}
