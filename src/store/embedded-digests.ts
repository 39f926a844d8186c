/**
 * Beside each generation, the digest of everything in it: to say what a write changes, the old graph need not be read
 * again. A first line with the fingerprint and the numbers of nodes and edges, then their rows. A file that is missing
 * or damaged costs time and nothing else.
 */
import { open, readFile } from 'node:fs/promises';
import type { Difference, Held } from './difference.ts';
import { DigestTable, ROW_BYTES } from './digest-table.ts';
import type { Generation } from './generations.ts';

const pathOf = (generation: string) => `${generation}.digests`;

/** Writes them beside the generation at this path. */
export async function writeDigests(path: string, { fingerprint, nodes, edges }: Difference): Promise<void> {
  const file = await open(pathOf(path), 'w');
  try {
    await file.writeFile(`${fingerprint} ${nodes.size} ${edges.size}\n`);
    await file.writeFile(nodes.bytes());
    await file.writeFile(edges.bytes());
  } finally {
    await file.close();
  }
}

/** What the generation holds; undefined when it is not written beside it. */
export async function readDigests({ path, content }: Generation): Promise<Held | undefined> {
  try {
    const bytes = await readFile(pathOf(path));
    const start = bytes.indexOf('\n') + 1;
    const [fingerprint, nodes, edges] = bytes.toString('utf8', 0, start - 1).split(' ');
    const middle = start + Number(nodes) * ROW_BYTES;
    const end = middle + Number(edges) * ROW_BYTES;
    if (fingerprint !== content || end !== bytes.length) return undefined;
    return {
      nodes: DigestTable.of(bytes.subarray(start, middle)),
      edges: DigestTable.of(bytes.subarray(middle, end)),
    };
  } catch {
    return undefined;
  }
}
