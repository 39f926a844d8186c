/** A test that fuzzes everything for so long. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { NEO4J_TIMEOUT, type Neo4j, SKIPPED, takeNeo4j } from '../neo4j/use.ts';
import { fuzz } from './run.ts';
import { openTargets } from './targets.ts';

const SET_UP = 60_000;

export function testFuzz(minutes: number): void {
  let neo4j: Neo4j | undefined;
  let opened: Awaited<ReturnType<typeof openTargets>>;
  beforeAll(async () => {
    if (!SKIPPED) neo4j = await takeNeo4j();
    opened = await openTargets(neo4j?.uri);
  }, NEO4J_TIMEOUT);
  afterAll(async () => {
    await opened?.close();
    neo4j?.give();
  });

  test(`${minutes} minutes: no crash, no hang, no 500`, {
    timeout: minutes * 60_000 + 2 * SET_UP,
  }, async () => {
    const counts = await fuzz(opened.targets, minutes * 60_000);
    const said = [...counts].map(([name, count]) => `${count} ${name}`).join(', ');
    process.stderr.write(`fuzzed for ${minutes} minutes: ${said}\n`);
    if (!process.env.STEMMA_FUZZ?.includes(':'))
      for (const [name, count] of counts) expect(count, name).toBeGreaterThan(0);
  });
}
