/** The real Neo4j of this test run. */
import neo4j from 'neo4j-driver';
import { inject } from 'vitest';

/** Why tests on it are skipped; undefined when they run, and under CI=true always, so that they fail there instead. */
export const SKIPPED: string | undefined =
  process.env.CI === 'true' ? undefined : inject('neo4jMissing') || undefined;

export type Neo4j = Readonly<{ uri: string; give(): void }>;

/**
 * Takes the server for a test file, empty, until `give` is called; the first call of a run starts it, which takes some
 * seconds, and others wait for their turn.
 */
export async function takeNeo4j(): Promise<Neo4j> {
  if (inject('neo4jMissing')) throw new Error(`no Neo4j to test on: ${inject('neo4jMissing')}`);
  const lease = new AbortController();
  const response = await fetch(inject('neo4jStarter'), { signal: lease.signal });
  if (!response.ok || !response.body) throw new Error(await response.text());
  const { value } = await response.body.getReader().read();
  const uri = new TextDecoder().decode(value);
  await empty(uri);
  return { uri, give: () => lease.abort() };
}

/** How long a first query, or waiting for one's turn, may take. */
export const NEO4J_TIMEOUT = 180_000;

async function empty(uri: string): Promise<void> {
  const driver = neo4j.driver(uri);
  try {
    await driver.executeQuery('MATCH (n) DETACH DELETE n');
  } finally {
    await driver.close();
  }
}
