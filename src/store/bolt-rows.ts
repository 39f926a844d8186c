/** Records of a server → rows of the port. */
import type { ManagedTransaction } from 'neo4j-driver';
import { collectEnds, type Ends, toValue } from './bolt-values.ts';
import type { QueryValue } from './port.ts';

/** Values of the port; asks for the ends of edges that came without their nodes. */
export async function toRows(
  tx: ManagedTransaction,
  raw: readonly (readonly unknown[])[],
): Promise<QueryValue[][]> {
  const ends: Ends = new Map();
  const keys = collectEnds(raw, ends);
  if (keys.length > 0) {
    const { records } = await tx.run('MATCH (n) WHERE elementId(n) IN $keys RETURN elementId(n), n.id', {
      keys,
    });
    for (const record of records) ends.set(record.get(0), String(record.get(1) ?? record.get(0)));
  }
  return raw.map((row) => row.map((value) => toValue(value, ends)));
}
