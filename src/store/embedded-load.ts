/**
 * Writes a graph into a new file of the embedded engine. A large one is loaded in a process of its own, and in several
 * one after another where memory is short: a file that was closed and opened again takes half of what loading it took.
 */
import { rename } from 'node:fs/promises';
import type { BatchEdgeInput } from '@grafeo-db/js';
import {
  NODE_LABELS,
  type NodeLabel,
  type PropertyDefinition,
  RELATIONSHIP_TYPES,
  type RelationshipType,
} from '../../graph/vocabulary.ts';
import type { GraphEdge, GraphNode } from '../records.ts';
import { storable } from './content.ts';
import { type Engine, EngineHere } from './embedded-engine.ts';
import { EngineProcess, MemoryShort } from './embedded-engine-process.ts';
import { outOfMemory } from './memory.ts';
import type { GraphPages } from './port.ts';
import { constraints, idIndexes, indexes } from './schema.ts';

const BATCH = 1000;
/** A process pays from so many nodes and edges on. */
const FEW = 20_000;
/** Part of the memory limit at which a process ends and the next goes on, and the part that making indexes leaves. */
const TURN = 0.75;
const INDEXES = 0.6;
/** No process ends before it has taken so many nodes and edges. */
const LEAST = 100_000;

export type LoadOptions = Readonly<{
  /** Nodes and edges that there are. */
  total: number;
  /** Bytes of memory that this process and the one that loads may take together. */
  memory: number;
  onProgress?: (done: number) => void;
  /** Instead of TURN and INDEXES, how many nodes and edges each process takes. */
  turn?: number;
}>;

/** Makes the file at `path`, complete when the promise resolves. Throws STORE_FULL when it takes too much memory. */
export async function loadFile(path: string, graph: GraphPages, options: LoadOptions): Promise<void> {
  // A process whose parent was killed may still write it.
  const beside = `${path}.${process.pid}.grafeo`;
  const { memory, total } = options;
  let load: Load | undefined;
  try {
    load = new Load(await start(beside, options), beside, options);
    for await (const page of graph.nodes()) for (const node of page) await load.node(node);
    await load.flushNodes();
    for await (const page of graph.edges()) for (const edge of page) await load.edge(edge);
    await load.finish();
  } catch (error) {
    if (!(error instanceof MemoryShort)) throw error;
    throw outOfMemory({ limit: memory, ...error.taken, done: load?.done ?? 0, total });
  } finally {
    await load?.close();
  }
  await rename(beside, path);
}

class Load {
  readonly #path: string;
  readonly #options: LoadOptions;
  #engine: EngineHere | EngineProcess;
  /** The engine's number for each id. */
  readonly #numbers = new Map<string, number>();
  readonly #nodes = new Map<NodeLabel, GraphNode[]>();
  readonly #types = new Set<RelationshipType>();
  #edges: BatchEdgeInput[] = [];
  /** What was asked of the engine last. */
  #last: Promise<void> = Promise.resolve();
  #done = 0;
  /** How many were done when the engine was started. */
  #begun = 0;

  constructor(engine: EngineHere | EngineProcess, path: string, options: LoadOptions) {
    this.#engine = engine;
    this.#path = path;
    this.#options = options;
  }

  get done(): number {
    return this.#done;
  }

  async node(node: GraphNode): Promise<void> {
    const alike = this.#nodes.get(node.label) ?? [];
    this.#nodes.set(node.label, alike);
    alike.push(node);
    if (alike.length === BATCH) await this.#create(node.label, alike.splice(0));
  }

  async flushNodes(): Promise<void> {
    for (const [label, alike] of this.#nodes) await this.#create(label, alike.splice(0));
    await this.#last;
  }

  async #create(label: NodeLabel, alike: readonly GraphNode[]): Promise<void> {
    const rows = alike.map((node) => ({ ...storable(node.properties), id: node.id }));
    await this.#give(alike.length, async (engine) => {
      const made = await engine.nodes(label, rows);
      for (const [at, { id }] of alike.entries()) this.#numbers.set(id, Number(made[at]));
    });
  }

  async edge({ id, type, from, to, properties }: GraphEdge): Promise<void> {
    this.#types.add(type);
    const [src, dst] = [this.#numberOf(from, id), this.#numberOf(to, id)];
    this.#edges.push({ src, dst, type, properties: storable(properties) });
    if (this.#edges.length === BATCH) await this.#flushEdges();
  }

  async #flushEdges(): Promise<void> {
    const edges = this.#edges;
    this.#edges = [];
    await this.#give(edges.length, (engine) => engine.edges(edges));
  }

  /** Everything was given: floats, indexes, and the file. */
  async finish(): Promise<void> {
    await this.#flushEdges();
    await this.#last;
    if (this.#isTurn(INDEXES)) await this.#renew();
    await this.#engine.run([
      ...restoreFloats(this.#nodes.keys(), this.#types),
      ...constraints(),
      ...idIndexes(),
      ...indexes(),
    ]);
    await this.#engine.save();
  }

  async close(): Promise<void> {
    await this.#engine.close();
  }

  /** While the engine does this, the next are got ready; not more. */
  async #give(count: number, work: (engine: Engine) => Promise<void>): Promise<void> {
    if (this.#isTurn(TURN)) {
      await this.#last;
      await this.#renew();
    }
    const before = this.#last;
    this.#last = work(this.#engine).then(() => this.#tell(count));
    // Told when its turn comes.
    this.#last.catch(() => undefined);
    await before;
  }

  #isTurn(part: number): boolean {
    const [engine, since] = [this.#engine, this.#done - this.#begun];
    if (engine instanceof EngineHere) return false;
    const { memory, turn } = this.#options;
    if (turn !== undefined) return since >= turn;
    const taken = engine.taken();
    return since >= LEAST && taken.own + taken.engine > memory * part;
  }

  async #renew(): Promise<void> {
    await this.#engine.save();
    this.#engine = await start(this.#path, this.#options);
    this.#begun = this.#done;
  }

  #numberOf(id: string, edge: string): number {
    const number = this.#numbers.get(id);
    if (number === undefined) throw new TypeError(`edge ${edge}: no node ${id}`);
    return number;
  }

  #tell(more: number): void {
    this.#done += more;
    this.#options.onProgress?.(this.#done);
  }
}

async function start(path: string, { total, memory }: LoadOptions): Promise<EngineHere | EngineProcess> {
  return total < FEW ? new EngineHere(path) : EngineProcess.start(path, memory);
}

/** JavaScript's 1.0 arrives as an integer, and 1/2 would be 0: what the vocabulary calls a float becomes one again. */
function restoreFloats(labels: Iterable<NodeLabel>, types: Iterable<RelationshipType>): readonly string[] {
  const set = (name: string) => `WHERE x.${name} IN [0, 1] SET x.${name} = toFloat(x.${name})`;
  const ofNodes = [...labels].flatMap((label) =>
    floats(NODE_LABELS[label].properties).map((name) => `MATCH (x:${label}) ${set(name)}`),
  );
  const ofEdges = [...types].flatMap((type) =>
    floats(RELATIONSHIP_TYPES[type].properties).map((name) => `MATCH ()-[x:${type}]->() ${set(name)}`),
  );
  return [...ofNodes, ...ofEdges];
}

/** Names of the properties that are floats. */
export function floats(properties: Readonly<Record<string, PropertyDefinition>>): readonly string[] {
  return Object.keys(properties).filter((name) => properties[name]?.type === 'float');
}
