import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import neo4j from 'neo4j-driver';
import { describe, expect, test } from 'vitest';
import { formatNamed } from '../../src/export/index.ts';
import type { Graph } from '../../src/records.ts';
import { runImport } from '../neo4j/import.ts';
import { startServer } from '../neo4j/server.ts';
import { NEO4J_TIMEOUT, SKIPPED, takeNeo4j } from '../neo4j/use.ts';
import { ABOUT, type Expected, expected, GRAPH, sourceInPages, textOf, wellFormed } from './fixture.ts';

describe.skipIf(SKIPPED)('Neo4j', { timeout: NEO4J_TIMEOUT }, () => {
  test('runs the Cypher script, twice, and holds the graph once', async () => {
    const script = await textOf(formatNamed('cypher').write(sourceInPages(GRAPH), ABOUT)[0]);
    const statements = script.split(';\n').filter((statement) => statement.trim() !== '');
    const server = await takeNeo4j();
    const driver = neo4j.driver(server.uri, undefined, { disableLosslessIntegers: true });
    try {
      for (const statement of [...statements, ...statements]) await driver.executeQuery(statement);
      expect(await graphIn(driver)).toEqual(expected(GRAPH, wellFormed));
    } finally {
      await driver.close();
      server.give();
    }
  });

  test('imports the tables of neo4j-csv', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'stemma-import-'));
    try {
      for (const file of formatNamed('neo4j-csv').write(sourceInPages(WITH_HUGE), ABOUT))
        await writeFile(join(folder, file.name), await textOf(file));
      await runImport(folder);
      const server = await startServer([`server.directories.data=${join(folder, 'data')}`]);
      const driver = neo4j.driver(server.uri, undefined, { disableLosslessIntegers: true });
      try {
        expect(await graphIn(driver)).toEqual(withoutEmptyLists(expected(WITH_HUGE, importable)));
      } finally {
        await driver.close();
        await server.stop();
      }
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
});

async function graphIn(driver: neo4j.Driver): Promise<Expected> {
  const read: Expected = { nodes: {}, edges: {} };
  const nodes = await driver.executeQuery(
    'MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties',
  );
  for (const record of nodes.records) {
    const { id, ...values } = record.get('properties');
    read.nodes[id] = { label: record.get('labels').join(), values };
  }
  const edges = await driver.executeQuery(
    'MATCH (a)-[r]->(b) RETURN a.id AS from, type(r) AS type, b.id AS to, properties(r) AS values',
  );
  for (const record of edges.records) {
    const { from, type, to, values } = record.toObject();
    read.edges[`${from} ${type} ${to}`] = { type, from, to, values };
  }
  return read;
}

/** With a text of 10 MB, and a list of it. */
const HUGE = '“条约”;\r\n'.repeat(600_000);
const WITH_HUGE: Graph = {
  nodes: [
    ...GRAPH.nodes,
    {
      id: 'mention:huge',
      label: 'Mention',
      properties: { id: 'mention:huge', name: HUGE, names: [HUGE, '', '末'] },
    },
  ],
  edges: GRAPH.edges,
};

/** The separator of items is in no text. */
const importable = (text: string) => wellFormed(text).replaceAll('\u001F', '\uFFFD');

/** Which the importer makes no property of. */
function withoutEmptyLists(graph: Expected): Expected {
  for (const { values } of [...Object.values(graph.nodes), ...Object.values(graph.edges)])
    for (const [name, value] of Object.entries(values))
      if (Array.isArray(value) && value.length === 0) delete values[name];
  return graph;
}
