/** The same commands over a real Neo4j give the same answers. */
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { NEO4J_TIMEOUT, type Neo4j, SKIPPED, takeNeo4j } from '../neo4j/use.ts';
import { inFolder, lines, stemma, TEXTS } from './run.ts';

describe.skipIf(SKIPPED)('stemma over Bolt', { timeout: NEO4J_TIMEOUT }, () => {
  let neo4j: Neo4j;
  beforeAll(async () => {
    neo4j = await takeNeo4j();
  }, NEO4J_TIMEOUT);
  afterAll(() => neo4j.give());

  const LINEAGE =
    'MATCH (a:Agreement)-[r:REAFFIRMS]->(b:Agreement)-[:SIGNED_ON]->(d:Date) ' +
    'RETURN a.title, b.title, d.edtf, r.evidence ORDER BY d.edtf, b.title, a.title';

  it('builds, answers, exports and removes as the embedded store does, and refuses what was built elsewhere', () =>
    inFolder({ 'a.txt': TEXTS.statement, 'b.txt': TEXTS.news }, async (cwd) => {
      const bolt = { cwd, env: { STEMMA_STORE: neo4j.uri } };
      const both = async (...args: string[]) => {
        const [embedded, server] = [await stemma(args, { cwd }), await stemma(args, bolt)];
        expect({ code: server.code, stdout: server.stdout }).toEqual({
          code: embedded.code,
          stdout: embedded.stdout,
        });
        return embedded;
      };
      const first = await both('build', '--json', 'a.txt', 'b.txt');
      expect(JSON.parse(first.stdout)).toMatchObject({
        added: [expect.any(String), expect.any(String)],
        failed: [],
      });
      const again = await both('build', '--json', 'a.txt', 'b.txt');
      const nothing = { created: 0, updated: 0, removed: 0 };
      expect(JSON.parse(again.stdout)).toMatchObject({ written: { nodes: nothing, edges: nothing } });
      expect(lines((await both('query', '--format', 'csv', LINEAGE)).stdout).length).toBeGreaterThan(1);
      await both('export', '--format', 'graphology');
      const [, news = ''] = (JSON.parse(first.stdout) as { added: string[] }).added;
      await both('remove', news);
      await both('export', '--format', 'graphology');
      await both('build', '--json', 'b.txt');

      await rm(join(cwd, '.stemma/bolt'), { recursive: true });
      const refused = await stemma(['build', 'a.txt'], bolt);
      expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 3, stdout: '' });
      expect(refused.stderr).toMatch(
        /holds 2 documents that \.stemma\/bolt\/127\.0\.0\.1-\d+-neo4j does not know/,
      );
      await both('export', '--format', 'graphology');
    }));
});
