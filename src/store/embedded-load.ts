/**
 * Writes a graph into a new file of the embedded engine: in memory first, without a log and without indexes, as that
 * takes half the time, then saved at once.
 */
import grafeo, { type BatchEdgeInput, type GrafeoDB } from '@grafeo-db/js';
import {
  NODE_LABELS,
  type NodeLabel,
  type PropertyDefinition,
  RELATIONSHIP_TYPES,
  type RelationshipType,
} from '../../graph/vocabulary.ts';
import type { GraphEdge, GraphNode } from '../records.ts';
import { storable } from './content.ts';
import type { GraphPages } from './port.ts';
import { constraints, idIndexes, indexes } from './schema.ts';

const BATCH = 5000;

/** Makes the file at `path`, complete when the promise resolves. */
export async function loadFile(
  path: string,
  graph: GraphPages,
  onProgress: (done: number) => void = () => undefined,
): Promise<void> {
  const db = grafeo.GrafeoDB.create();
  try {
    const load = new Load(db, onProgress);
    for await (const page of graph.nodes()) for (const node of page) await load.node(node);
    await load.flushNodes();
    for await (const page of graph.edges()) for (const edge of page) await load.edge(edge);
    await load.flushEdges();
    await load.restoreFloats();
    // A constraint is no index here; a merge needs both.
    for (const statement of [...constraints(), ...idIndexes(), ...indexes()])
      await db.executeCypher(statement);
    db.save(path);
  } finally {
    db.close();
  }
}

class Load {
  readonly #db: GrafeoDB;
  readonly #onProgress: (done: number) => void;
  /** The engine's number for each id. */
  readonly #numbers = new Map<string, number>();
  readonly #nodes = new Map<NodeLabel, GraphNode[]>();
  readonly #types = new Set<RelationshipType>();
  #edges: BatchEdgeInput[] = [];
  #done = 0;

  constructor(db: GrafeoDB, onProgress: (done: number) => void) {
    this.#db = db;
    this.#onProgress = onProgress;
  }

  async node(node: GraphNode): Promise<void> {
    const alike = this.#nodes.get(node.label) ?? [];
    this.#nodes.set(node.label, alike);
    alike.push(node);
    if (alike.length === BATCH) await this.#create(node.label, alike);
  }

  async flushNodes(): Promise<void> {
    for (const [label, alike] of this.#nodes) await this.#create(label, alike);
  }

  async #create(label: NodeLabel, alike: GraphNode[]): Promise<void> {
    const rows = alike.map((node) => ({ ...storable(node.properties), id: node.id }));
    const made = await this.#db.batchCreateNodesWithProps([label], rows);
    for (const [at, { id }] of alike.entries()) this.#numbers.set(id, Number(made[at]));
    this.#tell(alike.length);
    alike.length = 0;
  }

  async edge({ id, type, from, to, properties }: GraphEdge): Promise<void> {
    this.#types.add(type);
    const [src, dst] = [this.#numberOf(from, id), this.#numberOf(to, id)];
    this.#edges.push({ src, dst, type, properties: storable(properties) });
    if (this.#edges.length === BATCH) await this.flushEdges();
  }

  async flushEdges(): Promise<void> {
    await this.#db.batchCreateEdges(this.#edges);
    this.#tell(this.#edges.length);
    this.#edges = [];
  }

  /** JavaScript's 1.0 arrives as an integer, and 1/2 would be 0: what the vocabulary calls a float becomes one again. */
  async restoreFloats(): Promise<void> {
    const set = (name: string) => `WHERE x.${name} IN [0, 1] SET x.${name} = toFloat(x.${name})`;
    for (const label of this.#nodes.keys())
      for (const name of floats(NODE_LABELS[label].properties))
        await this.#db.executeCypher(`MATCH (x:${label}) ${set(name)}`);
    for (const type of this.#types)
      for (const name of floats(RELATIONSHIP_TYPES[type].properties))
        await this.#db.executeCypher(`MATCH ()-[x:${type}]->() ${set(name)}`);
  }

  #numberOf(id: string, edge: string): number {
    const number = this.#numbers.get(id);
    if (number === undefined) throw new TypeError(`edge ${edge}: no node ${id}`);
    return number;
  }

  #tell(more: number): void {
    this.#done += more;
    this.#onProgress(this.#done);
  }
}

/** Names of the properties that are floats. */
export function floats(properties: Readonly<Record<string, PropertyDefinition>>): readonly string[] {
  return Object.keys(properties).filter((name) => properties[name]?.type === 'float');
}
