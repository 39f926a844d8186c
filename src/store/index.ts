/** The stores there are. */
import { StemmaError } from '../errors.ts';
import { openEmbedded } from './embedded.ts';
import type { Store } from './port.ts';

export type StoreOptions = Readonly<{
  /** Where NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE are looked up. */
  env?: Readonly<Record<string, string | undefined>>;
  /** How long a writer of an embedded store waits for another one, in milliseconds. */
  patience?: number;
}>;

const BOLT = /^(bolt|neo4j)(\+s|\+ssc)?:\/\//;

/**
 * Opens a store: a folder's path is the embedded engine, a `bolt://` or `neo4j://` address (or their `+s` and `+ssc`
 * forms) a server. Throws STORE_UNAVAILABLE with what to do.
 */
export async function openStore(where: string, options: StoreOptions = {}): Promise<Store> {
  if (BOLT.test(where)) throw new StemmaError('STORE_UNAVAILABLE', 'Bolt is not built yet');
  return openEmbedded(where, options.patience === undefined ? {} : { patience: options.patience });
}
