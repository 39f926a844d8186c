/**
 * Beside each generation, the digest of everything in it: to say what a write changes, the old graph need not be read
 * again. A file that is missing or damaged costs time and nothing else.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { deserialize, serialize } from 'node:v8';
import type { Content } from './content.ts';
import type { Generation } from './generations.ts';

const pathOf = (generation: string) => `${generation}.digests`;

/** Writes them beside the generation at this path. */
export async function writeDigests(path: string, content: Content): Promise<void> {
  await writeFile(pathOf(path), serialize(content));
}

/** What the generation holds; undefined when it is not written beside it. */
export async function readDigests({ path, content }: Generation): Promise<Content | undefined> {
  try {
    const value = deserialize(await readFile(pathOf(path))) as Partial<Content> | null;
    if (value?.fingerprint !== content) return undefined;
    const { fingerprint, nodes, edges } = value;
    return nodes instanceof Map && edges instanceof Map ? { fingerprint, nodes, edges } : undefined;
  } catch {
    return undefined;
  }
}
