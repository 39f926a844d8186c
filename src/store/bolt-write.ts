/** Makes a database hold exactly one graph within Stemma's labels, touching only what differs. */
import type { ManagedTransaction, Session } from 'neo4j-driver';
import type { NodeLabel } from '../../graph/vocabulary.ts';
import { StemmaError } from '../errors.ts';
import type { Graph, GraphEdge, GraphNode } from '../records.ts';
import { toProperties } from './bolt-values.ts';
import { type Changes, changes, digest, digests, summary } from './content.ts';
import { TYPES } from './lookup.ts';
import type { WriteSummary } from './port.ts';
import { constraints, indexes, LABELS } from './schema.ts';

/** What the database holds now, with the server's own keys of relationships, several where there are twins. */
export type Held = Readonly<{
  nodes: ReadonlyMap<string, Readonly<{ label: NodeLabel; digest: string }>>;
  edges: ReadonlyMap<string, Readonly<{ digest: string; keys: readonly string[] }>>;
}>;

type Statement = Readonly<{ cypher: string; rows: readonly unknown[] }>;

const BATCH = 1000;
/** Up to here everything is one transaction, so that readers see all of it or nothing; beyond, a server's memory may not do. */
const ATOMIC = 50_000;

/** Whether a node bears one of our labels. */
const isOurs = (name: string) => `(${LABELS.map((label) => `${name}:${label}`).join(' OR ')})`;
/** Every node and every edge that is ours; what others keep in the database is left alone. */
export const OUR_NODES = `MATCH (n) WHERE ${isOurs('n')}`;
export const OUR_EDGES = `MATCH (a)-[r:${TYPES.join('|')}]->(b) WHERE ${isOurs('a')} AND ${isOurs('b')}`;

/** Constraints and indexes; needs no more than a look once they are there. */
export async function prepare(session: Session): Promise<void> {
  for (const statement of [...constraints(), ...indexes()]) await session.run(statement);
  await session.run('CALL db.awaitIndexes(60)');
}

/** Throws STORE_UNAVAILABLE when somebody else's nodes bear our labels: they would be mistaken for ours, or taken away. */
export async function refuseStrangers(session: Session, where: string): Promise<void> {
  const { records } = await session.executeRead((tx) =>
    tx.run(`${OUR_NODES} AND n.id IS NULL RETURN labels(n)[0] AS label, count(*) AS count`),
  );
  const [first] = records;
  if (!first) return;
  const found = `${first.get('count')} nodes labelled ${first.get('label')} that have no id`;
  throw new StemmaError(
    'STORE_UNAVAILABLE',
    `${where} holds ${found}, so they are not Stemma’s; give Stemma a database of its own (NEO4J_DATABASE)`,
  );
}

/** Applies the difference; 0 everywhere when there is none. */
export async function writeDifference(session: Session, held: Held, graph: Graph): Promise<WriteSummary> {
  const nodes = changes(heldDigests(held.nodes), digests(graph.nodes));
  const edges = changes(heldDigests(held.edges), digests(graph.edges));
  const statements = plan(held, graph, nodes, edges);
  const size = statements.reduce((sum, { rows }) => sum + rows.length, 0);
  if (size <= ATOMIC) await session.executeWrite((tx) => runAll(tx, statements));
  else for (const statement of statements) await session.executeWrite((tx) => runAll(tx, [statement]));
  return summary(nodes, edges);
}

async function runAll(tx: ManagedTransaction, statements: readonly Statement[]): Promise<void> {
  for (const { cypher, rows } of statements) await tx.run(cypher, { rows });
}

/** In this order nothing is ever missing an end: old edges, old nodes, new nodes, new edges. */
function plan(held: Held, graph: Graph, nodes: Changes, edges: Changes): readonly Statement[] {
  const labels = new Map(graph.nodes.map((node) => [node.id, node.label]));
  // A node cannot change its label in place.
  const relabelled = nodes.updated.filter((id) => held.nodes.get(id)?.label !== labels.get(id));
  const leaving = new Set([...nodes.removed, ...relabelled]);
  const changedNodes = new Set([...nodes.created, ...nodes.updated]);
  const changedEdges = new Set([...edges.created, ...edges.updated]);
  const isTouched = (edge: GraphEdge) =>
    changedEdges.has(edge.id) || leaving.has(edge.from) || leaving.has(edge.to);
  return [
    ...batched(
      'UNWIND $rows AS key MATCH ()-[r]->() WHERE elementId(r) = key DELETE r',
      keysToDelete(held, edges),
    ),
    ...removals(held, leaving),
    ...merges(graph.nodes.filter((node) => changedNodes.has(node.id))),
    ...links(graph.edges.filter(isTouched), labels),
  ];
}

/** Of edges that are gone, and of an edge's twins. */
function keysToDelete(held: Held, edges: Changes): readonly string[] {
  const removed = edges.removed.flatMap((id) => held.edges.get(id)?.keys ?? []);
  return [...removed, ...[...held.edges.values()].flatMap(({ keys }) => keys.slice(1))];
}

function removals(held: Held, leaving: ReadonlySet<string>): readonly Statement[] {
  const byLabel = Map.groupBy(leaving, (id) => held.nodes.get(id)?.label);
  return [...byLabel].flatMap(([label, ids]) =>
    batched(`UNWIND $rows AS id MATCH (n:${label} {id: id}) DETACH DELETE n`, ids),
  );
}

function merges(nodes: readonly GraphNode[]): readonly Statement[] {
  const byLabel = Map.groupBy(nodes, (node) => node.label);
  return [...byLabel].flatMap(([label, some]) =>
    batched(
      `UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET n = row`,
      some.map((node) => ({ ...toProperties(node), id: node.id })),
    ),
  );
}

function links(edges: readonly GraphEdge[], labels: ReadonlyMap<string, NodeLabel>): readonly Statement[] {
  const alike = Map.groupBy(edges, ({ type, from, to }) => `${labels.get(from)} ${type} ${labels.get(to)}`);
  return [...alike].flatMap(([key, some]) => {
    const [from, type, to] = key.split(' ');
    return batched(
      `UNWIND $rows AS row MATCH (a:${from} {id: row.from}) MATCH (b:${to} {id: row.to}) ` +
        `MERGE (a)-[r:${type}]->(b) SET r = row.properties`,
      some.map((edge) => ({ from: edge.from, to: edge.to, properties: toProperties(edge) })),
    );
  });
}

function batched(cypher: string, rows: readonly unknown[]): readonly Statement[] {
  const count = Math.ceil(rows.length / BATCH);
  return Array.from({ length: count }, (_, at) => ({
    cypher,
    rows: rows.slice(at * BATCH, (at + 1) * BATCH),
  }));
}

function heldDigests(held: ReadonlyMap<string, Readonly<{ digest: string }>>): ReadonlyMap<string, string> {
  return new Map([...held].map(([id, each]) => [id, each.digest]));
}

/** Gathers what the database holds, page by page. */
export class HeldBuilder {
  readonly #nodes = new Map<string, { label: NodeLabel; digest: string }>();
  readonly #edges = new Map<string, { digest: string; keys: string[] }>();

  addNode(node: GraphNode): void {
    this.#nodes.set(node.id, { label: node.label, digest: digest(node) });
  }

  addEdge(edge: GraphEdge, key: string): void {
    const twin = this.#edges.get(edge.id);
    if (twin) twin.keys.push(key);
    else this.#edges.set(edge.id, { digest: digest(edge), keys: [key] });
  }

  build(): Held {
    return { nodes: this.#nodes, edges: this.#edges };
  }
}
