/** Writes a graph into a new file of the embedded engine. */
import grafeo, { type BatchEdgeInput } from '@grafeo-db/js';
import { NODE_LABELS, type PropertyDefinition, RELATIONSHIP_TYPES } from '../../graph/vocabulary.ts';
import type { Graph } from '../records.ts';
import { storable } from './content.ts';
import { constraints, idIndexes, indexes } from './schema.ts';

const BATCH = 5000;

/** Makes the file at `path`, complete and closed when the promise resolves. */
export async function loadFile(path: string, graph: Graph): Promise<void> {
  const db = grafeo.GrafeoDB.create(path);
  try {
    // A constraint is no index here; without both, loading turns quadratic.
    for (const statement of [...constraints(), ...idIndexes(), ...indexes()])
      await db.executeCypher(statement);
    await loadEdges(db, graph, await loadNodes(db, graph));
    await restoreFloats(db, graph);
    db.walCheckpoint();
  } finally {
    db.close();
  }
}

/** The engine's number for each id. */
async function loadNodes(db: grafeo.GrafeoDB, graph: Graph): Promise<ReadonlyMap<string, number>> {
  const numbers = new Map<string, number>();
  for (const [label, nodes] of Map.groupBy(graph.nodes, (node) => node.label)) {
    for (const batch of batches(nodes)) {
      const rows = batch.map((node) => ({ ...storable(node.properties), id: node.id }));
      const made = await db.batchCreateNodesWithProps([label], rows);
      batch.forEach((node, at) => {
        numbers.set(node.id, Number(made[at]));
      });
    }
  }
  return numbers;
}

async function loadEdges(
  db: grafeo.GrafeoDB,
  graph: Graph,
  numbers: ReadonlyMap<string, number>,
): Promise<void> {
  const numberOf = (id: string, edge: string): number => {
    const number = numbers.get(id);
    if (number === undefined) throw new TypeError(`edge ${edge}: no node ${id}`);
    return number;
  };
  for (const batch of batches(graph.edges)) {
    const rows = batch.map(
      ({ id, from, to, type, properties }): BatchEdgeInput => ({
        src: numberOf(from, id),
        dst: numberOf(to, id),
        type,
        properties: storable(properties),
      }),
    );
    await db.batchCreateEdges(rows);
  }
}

/** JavaScript's 1.0 arrives as an integer, and 1/2 would be 0: what the vocabulary calls a float becomes one again. */
async function restoreFloats(db: grafeo.GrafeoDB, graph: Graph): Promise<void> {
  for (const label of new Set(graph.nodes.map((node) => node.label)))
    for (const name of floats(NODE_LABELS[label].properties))
      await db.executeCypher(
        `MATCH (x:${label}) WHERE x.${name} IN [0, 1] SET x.${name} = toFloat(x.${name})`,
      );
  for (const type of new Set(graph.edges.map((edge) => edge.type)))
    for (const name of floats(RELATIONSHIP_TYPES[type].properties))
      await db.executeCypher(
        `MATCH ()-[x:${type}]->() WHERE x.${name} IN [0, 1] SET x.${name} = toFloat(x.${name})`,
      );
}

function floats(properties: Readonly<Record<string, PropertyDefinition>>): readonly string[] {
  return Object.keys(properties).filter((name) => properties[name]?.type === 'float');
}

function* batches<T>(items: readonly T[]): Iterable<readonly T[]> {
  for (let at = 0; at < items.length; at += BATCH) yield items.slice(at, at + BATCH);
}
