/** Makes a database hold exactly one graph within Stemma's labels, touching only what differs. */
import type { ManagedTransaction, Session } from 'neo4j-driver';
import type { NodeLabel, RelationshipType } from '../../graph/vocabulary.ts';
import { StemmaError } from '../errors.ts';
import { edgeId, type GraphEdge, type GraphNode } from '../records.ts';
import { Batches } from './batches.ts';
import { propertiesOf, toProperties } from './bolt-values.ts';
import { digest, isLabel } from './content.ts';
import { compare, type Difference, type Held } from './difference.ts';
import { DigestTable, rowOf } from './digest-table.ts';
import type { GraphPages, WriteProgress, WriteSummary } from './port.ts';
import { constraints, indexes, LABELS, TYPES } from './schema.ts';

type Statement = Readonly<{ cypher: string; rows: readonly unknown[] }>;
type Run = (statement: Statement) => Promise<void>;

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
export async function writeDifference(
  session: Session,
  graph: GraphPages,
  onProgress: WriteProgress = () => undefined,
): Promise<WriteSummary> {
  const { twins, ...held } = await session.executeRead(readHeld);
  const difference = await compare(graph, held, { most: ATOMIC, keepsEdges: false, onProgress });
  const { nodes, edges } = difference.summary;
  const sum = ({ created, updated, removed }: typeof nodes) => created + updated + removed;
  const total = sum(nodes) + sum(edges) + twins.length;
  const change: Change = { session, graph, held, twins, difference };
  if (total <= ATOMIC) {
    const statements: Statement[] = [];
    await plan(change, async (statement) => void statements.push(statement));
    if (statements.length > 0) await session.executeWrite((tx) => runAll(tx, statements));
  } else {
    let done = 0;
    await plan(change, async (statement) => {
      await session.executeWrite((tx) => runAll(tx, [statement]));
      done += statement.rows.length;
      onProgress('written', done, total);
    });
  }
  return difference.summary;
}

async function runAll(tx: ManagedTransaction, statements: readonly Statement[]): Promise<void> {
  for (const { cypher, rows } of statements) await tx.run(cypher, { rows });
}

/** What the database holds now, and the server's own keys of edges that are there twice. */
async function readHeld(tx: ManagedTransaction): Promise<Held & { twins: readonly string[] }> {
  const held = { nodes: new DigestTable(), edges: new DigestTable() };
  const twins: string[] = [];
  const nodes = tx.run(`${OUR_NODES} RETURN n.id AS id, labels(n) AS labels, properties(n) AS properties`);
  for await (const record of nodes) {
    const [id, labels, properties] = [...record.values()] as [string, string[], Record<string, unknown>];
    const label = labels.find(isLabel);
    if (label) held.nodes.add(id, digest({ id, label, properties: propertiesOf(properties) }));
  }
  const edges = tx.run(
    `${OUR_EDGES} RETURN a.id AS a, type(r) AS type, b.id AS b, elementId(r) AS key, properties(r) AS properties`,
  );
  for await (const record of edges) {
    const [from, type, to, key, properties] = [...record.values()] as [...EdgeKey, Record<string, unknown>];
    const edge = { id: edgeId(from, type, to), type, from, to, properties: propertiesOf(properties) };
    if (!held.edges.add(edge.id, digest(edge))) twins.push(key);
  }
  return { ...held, twins };
}
type EdgeKey = [from: string, type: RelationshipType, to: string, key: string];

type Change = Readonly<{
  session: Session;
  graph: GraphPages;
  held: Held;
  twins: readonly string[];
  difference: Difference;
}>;

/** In this order nothing is ever missing an end: old edges, old nodes, new nodes, new edges. */
async function plan(change: Change, run: Run): Promise<void> {
  await deleteEdges(change, run);
  await deleteNodes(change, run);
  await mergeNodes(change, run);
  await mergeEdges(change, run);
}

/** Those that are gone, and twins. */
async function deleteEdges({ session, held, twins }: Change, run: Run): Promise<void> {
  const cypher = 'UNWIND $rows AS key MATCH ()-[r]->() WHERE elementId(r) = key DELETE r';
  const batches = new Batches<string, string>(BATCH, (_, rows) => run({ cypher, rows }));
  for (const key of twins) await batches.add('', key);
  if (held.edges.unmet > 0) {
    const keys = await session.executeRead(async (tx) => {
      const gone: string[] = [];
      const query = `${OUR_EDGES} RETURN a.id AS a, type(r) AS type, b.id AS b, elementId(r) AS key`;
      for await (const record of tx.run(query)) {
        const [from, type, to, key] = [...record.values()] as EdgeKey;
        if (!held.edges.wasMet(edgeId(from, type, to))) gone.push(key);
      }
      return gone;
    });
    const known = new Set(twins);
    for (const key of keys) if (!known.has(key)) await batches.add('', key);
  }
  await batches.finish();
}

/** Those that are gone, and those that bear another label now: a node cannot change its label in place. */
async function deleteNodes({ session, held, difference }: Change, run: Run): Promise<void> {
  if (held.nodes.unmet === 0 && difference.relabelled.size === 0) return;
  const gone = await session.executeRead(async (tx) => {
    const found: [string, string][] = [];
    for await (const record of tx.run(`${OUR_NODES} RETURN n.id AS id, labels(n) AS labels`)) {
      const [id, labels] = [...record.values()] as [string, string[]];
      const label = labels.find(isLabel);
      if (label && (difference.relabelled.has(id) || !held.nodes.wasMet(id))) found.push([label, id]);
    }
    return found;
  });
  const batches = new Batches<string, string>(BATCH, (label, rows) =>
    run({ cypher: `UNWIND $rows AS id MATCH (n:${label} {id: id}) DETACH DELETE n`, rows }),
  );
  for (const [label, id] of gone) await batches.add(label, id);
  await batches.finish();
}

async function mergeNodes({ graph, held, difference }: Change, run: Run): Promise<void> {
  const batches = new Batches<NodeLabel, object>(BATCH, (label, rows) =>
    run({ cypher: `UNWIND $rows AS row MERGE (n:${label} {id: row.id}) SET n = row`, rows }),
  );
  const add = (node: GraphNode) => batches.add(node.label, { ...toProperties(node), id: node.id });
  if (difference.few) for (const node of difference.few.nodes) await add(node);
  else
    for await (const page of graph.nodes())
      for (const node of page) if (held.nodes.meet(rowOf(node.id, digest(node))) !== 'same') await add(node);
  await batches.finish();
}

async function mergeEdges({ graph, held, difference }: Change, run: Run): Promise<void> {
  const batches = new Batches<string, object>(BATCH, (ends, rows) => {
    const [from, type, to] = ends.split(' ');
    const cypher =
      `UNWIND $rows AS row MATCH (a:${from} {id: row.from}) MATCH (b:${to} {id: row.to}) ` +
      `MERGE (a)-[r:${type}]->(b) SET r = row.properties`;
    return run({ cypher, rows });
  });
  const now = DigestTable.of(difference.nodes.bytes());
  const labelOf = (id: string, edge: string) => {
    const label = LABELS[now.kindOf(id) ?? -1];
    if (label === undefined) throw new TypeError(`edge ${edge}: no node ${id}`);
    return label;
  };
  const add = async (edge: GraphEdge) => {
    const { id, from, to, type } = edge;
    const ends = `${labelOf(from, id)} ${type} ${labelOf(to, id)}`;
    await batches.add(ends, { from, to, properties: toProperties(edge) });
  };
  if (difference.few) for (const edge of difference.few.edges) await add(edge);
  else
    for await (const page of graph.edges())
      for (const edge of page)
        if (difference.isTouched(edge) || held.edges.meet(rowOf(edge.id, digest(edge))) !== 'same')
          await add(edge);
  await batches.finish();
}
