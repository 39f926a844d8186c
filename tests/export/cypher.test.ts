import grafeo from '@grafeo-db/js';
import { expect, test } from 'vitest';
import { cypher } from '../../src/export/cypher.ts';
import { ABOUT, type Expected, expected, GRAPH, sourceInPages, textOf, wellFormed } from './fixture.ts';

const script = await textOf(cypher.write(sourceInPages(GRAPH), ABOUT)[0]);
const statements = script.split(';\n').filter((statement) => statement.trim() !== '');

test('the embedded engine runs the script, twice, and holds the graph once', async () => {
  const db = grafeo.GrafeoDB.create();
  try {
    for (const statement of [...statements, ...statements]) await db.executeCypher(statement);
    const read = async (query: string) => (await db.executeCypher(query)).toArray();
    const nodes = await read('MATCH (n) RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties');
    const edges = await read(
      'MATCH (a)-[r]->(b) RETURN a.id AS from, type(r) AS type, b.id AS to, properties(r) AS properties',
    );
    expect(graphIn(nodes, edges)).toEqual(expected(GRAPH, wellFormed));
  } finally {
    db.close();
  }
});

test('an edge to nowhere is an error, not a statement that does nothing', async () => {
  const edges = [{ id: 'a CITES b', type: 'CITES', from: 'a', to: 'b', properties: {} }] as const;
  const [file] = cypher.write(sourceInPages({ nodes: [], edges }), ABOUT);
  await expect(textOf(file)).rejects.toThrow('CITES a CITES b: no node “a”');
});

test('a float stays one where a server tells them apart', async () => {
  const nodes = [{ id: 'm', label: 'Mention', properties: { confidence: 1, start: 1 } }] as const;
  const [file] = cypher.write(sourceInPages({ nodes, edges: [] }), ABOUT);
  expect(await textOf(file)).toContain("{id: 'm', `start`: 1, `confidence`: 1.0}");
});

type Row = Record<string, unknown>;

function graphIn(nodes: readonly Row[], edges: readonly Row[]): Expected {
  const read: Expected = { nodes: {}, edges: {} };
  for (const { id, labels, properties } of nodes) {
    const { id: _, ...values } = properties as Row;
    read.nodes[String(id)] = { label: (labels as string[]).join(), values };
  }
  for (const row of edges) {
    const [type, from, to] = [String(row.type), String(row.from), String(row.to)];
    read.edges[`${from} ${type} ${to}`] = { type, from, to, values: row.properties as Row };
  }
  return read;
}
