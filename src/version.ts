/** Which Stemma this is: its version for people, and a fingerprint that changes with whatever can change an extraction. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

/** The folder of the project: package.json, graph, seed and src lie in it. */
export const ROOT = join(import.meta.dirname, '..');

/** From package.json. */
export const VERSION: string = (
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
).version;

const EXTRACTING = [
  'graph/vocabulary.ts',
  'src/ingest',
  'src/text',
  'src/extract',
  'src/resolve',
  'src/pipeline.ts',
  'src/assemble.ts',
  'src/assemble',
];

/**
 * Version, hash of the extracting code, hash of the authorities: an extraction with another one is done again.
 * @param authorities paths of files that are read beside seed/authorities
 */
export function fingerprint(authorities: readonly string[] = []): string {
  return `${VERSION}+${hashOf(EXTRACTING)}+${hashOf(['seed/authorities', ...authorities.map((path) => resolve(path))])}`;
}

function hashOf(paths: readonly string[]): string {
  const hash = createHash('sha256');
  for (const path of paths.flatMap((path) => filesAt(resolve(ROOT, path)))) {
    hash
      .update(`${relative(ROOT, path)}\0`)
      .update(readFileSync(path))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 12);
}

function filesAt(path: string): string[] {
  if (/\.(ts|json)$/.test(path)) return [path];
  try {
    return readdirSync(path, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.(ts|json)$/.test(name))
      .sort()
      .map((name) => join(path, name));
  } catch {
    return [];
  }
}
