/**
 * The texts that are measured on. Those of the seed are part of the project; the others are looked for in
 * `shared/corpora` beside it, and are not part of it.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
export const SEED = join(ROOT, 'seed', 'documents');
export const CORPORA = join(ROOT, '..', 'shared', 'corpora');
export const LINEAGE = join(ROOT, '..', 'shared', 'eval', 'lineage.tsv');
export const hasCorpora = existsSync(CORPORA);

/** What is said once where the corpora are not there. */
export const WITHOUT_CORPORA = 'not run: shared/corpora is not beside the project';

/** Paths of all text files below a folder, in the order of the alphabet; none when there is no such folder. */
export function textsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt'))
    .map((name) => join(folder, name))
    .sort();
}

let bySha: Map<string, string> | undefined;
let byName: Map<string, string> | undefined;

/** The path of a text by the checksum of its bytes; a file that is called so is tried first. Null when absent. */
export function findText(sha256: string, name: string): string | null {
  byName ??= new Map(textsIn(CORPORA).map((path) => [basename(path), path]));
  const named = byName.get(name);
  if (named !== undefined && shaOf(named) === sha256) return named;
  bySha ??= new Map(textsIn(SEED).map((path) => [shaOf(path), path]));
  return bySha.get(sha256) ?? null;
}

function shaOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}
