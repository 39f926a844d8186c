/** The stores there are. */
import { openBolt } from './bolt.ts';
import { openEmbedded } from './embedded.ts';
import type { Store } from './port.ts';
import { isBolt } from './where.ts';

export type StoreOptions = Readonly<{
  /** Where NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE are looked up. */
  env?: Readonly<Record<string, string | undefined>>;
  /** How long a writer of an embedded store waits for another one, in milliseconds. */
  patience?: number;
  /** Bytes of memory that a write to an embedded store may take; STEMMA_MEMORY when not said. */
  memory?: number;
}>;

/**
 * Opens a store: a folder's path is the embedded engine, a `bolt://` or `neo4j://` address (or their `+s` and `+ssc`
 * forms) a server. Throws STORE_UNAVAILABLE with what to do, and USAGE.
 */
export async function openStore(where: string, options: StoreOptions = {}): Promise<Store> {
  if (isBolt(where)) return openBolt(where, options.env ?? process.env);
  return openEmbedded(where, options);
}
