/** Where a store is, and where its archive: a folder, or the address of a Bolt server. */
import { join } from 'node:path';

/** When nobody says. */
export const DEFAULT_STORE = '.stemma/graph';

/** `bolt://`, `neo4j://` and their `+s` and `+ssc` forms; everything else is a folder. */
export function isBolt(where: string): boolean {
  return /^(bolt|neo4j)(\+s|\+ssc)?:\/\//.test(where);
}

/**
 * An embedded store keeps its archive inside its folder; a server's lies under `.stemma/bolt`:
 *
 *     .stemma/graph             → .stemma/graph/archive
 *     bolt://db.example:7687    → .stemma/bolt/db.example-7687-neo4j
 */
export function archiveFolder(where: string, database = 'neo4j'): string {
  if (!isBolt(where)) return join(where, 'archive');
  const { hostname, port } = new URL(where.replace(/^[a-z0-9+]+:/, 'http:'));
  const name = `${hostname}-${port === '' ? '7687' : port}-${database}`;
  return join('.stemma', 'bolt', name.replace(/[^\w.-]/g, '_'));
}
