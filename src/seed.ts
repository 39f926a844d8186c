/** What comes with Stemma, read from its folder. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StemmaError } from './errors.ts';
import { documentId } from './ingest/index.ts';
import { type Authorities, parseAuthorities } from './resolve/authorities.ts';
import { ROOT } from './version.ts';

let loaded: Promise<Authorities> | undefined;

/** Everything in seed/authorities, checked. Throws BAD_AUTHORITY. */
export function loadAuthorities(): Promise<Authorities> {
  loaded ??= readAuthorities(join(ROOT, 'seed', 'authorities'));
  return loaded;
}

async function readAuthorities(folder: string): Promise<Authorities> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const files = names.map(async (name) => ({
    name,
    json: parse(name, await readFile(join(folder, name), 'utf8')),
  }));
  return parseAuthorities(await Promise.all(files));
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StemmaError('BAD_AUTHORITY', `seed/authorities/${name} is not JSON: ${why}`, cause);
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
