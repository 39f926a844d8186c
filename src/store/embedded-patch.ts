/** Makes the next generation out of a copy of the current one: where little is new, different or gone. */
import { existsSync } from 'node:fs';
import { constants, copyFile, rm, stat } from 'node:fs/promises';
import grafeo, { type GrafeoDB } from '@grafeo-db/js';
import {
  NODE_LABELS,
  type NodeLabel,
  type PropertyValue,
  RELATIONSHIP_TYPES,
} from '../../graph/vocabulary.ts';
import { edgeId, type GraphEdge, type GraphNode } from '../records.ts';
import { storable } from './content.ts';
import type { Difference, Held } from './difference.ts';
import { floats } from './embedded-load.ts';
import { LABELS, TYPES } from './schema.ts';

/** Up to so many changes; beyond, loading everything is as quick. */
export const FEW = 5000;
/** Bytes of memory for each byte of a file that is open. */
const OPENED = 2.7;

/** Whether the difference can be made in a copy. */
export function isSmall({ few, relabelled, nodes, edges }: Difference, held: Held): boolean {
  if (few === undefined || relabelled.size > 0) return false;
  const gone = held.nodes.unmet + held.edges.unmet;
  return gone <= FEW && (few.nodes.length + few.edges.length + gone) * 4 < nodes.size + edges.size;
}

/** Whether this process can open the file without taking more than so many bytes of memory. */
export async function fits(path: string, memory: number): Promise<boolean> {
  const file = await stat(path).catch(() => undefined);
  return process.memoryUsage.rss() + (file?.size ?? 0) * OPENED < memory;
}

/** Makes the file at `to`, complete when the promise resolves; false when the current one cannot be read. */
export async function patchFile(
  from: string,
  to: string,
  difference: Difference,
  held: Held,
): Promise<boolean> {
  const db = await openCopy(from, to);
  if (!db) return false;
  try {
    const patch = new Patch(db, held);
    const { nodes = [], edges = [] } = difference.few ?? {};
    await patch.takeAway();
    await patch.nodes(nodes);
    await patch.edges(edges);
    if (db.nodeCount() !== difference.nodes.size || db.edgeCount() !== difference.edges.size)
      throw new Error(`${from} does not hold what stands beside it`);
    db.walCheckpoint();
    return true;
  } finally {
    db.close();
  }
}

async function openCopy(from: string, to: string): Promise<GrafeoDB | undefined> {
  if (!existsSync(from)) return undefined;
  await copyFile(from, to, constants.COPYFILE_FICLONE);
  try {
    return grafeo.GrafeoDB.open(to);
  } catch {
    await rm(to, { force: true });
    return undefined;
  }
}

/** A node or an edge in the engine. */
type Place = Readonly<{
  properties: () => object;
  set: (name: string, value: PropertyValue) => void;
  remove: (name: string) => void;
}>;

class Patch {
  readonly #db: GrafeoDB;
  readonly #held: Held;
  /** The engine's number for each id, and its label. */
  readonly #numbers = new Map<string, readonly [number: number, label: NodeLabel]>();

  constructor(db: GrafeoDB, held: Held) {
    this.#db = db;
    this.#held = held;
  }

  /** What was held and is not met in the new graph; of it only the kinds are known. */
  async takeAway(): Promise<void> {
    const { nodes, edges } = this.#held;
    for (const kind of nodes.unmetKinds()) {
      const rows = await this.#rows(`MATCH (n:${LABELS[kind]}) RETURN n.id AS id, id(n) AS number`);
      for (const { id, number } of rows)
        if (!nodes.wasMet(String(id))) this.#db.detachDeleteNode(Number(number));
    }
    for (const kind of edges.unmetKinds()) {
      const type = TYPES[kind] as GraphEdge['type'];
      const query = `MATCH (a)-[r:${type}]->(b) RETURN a.id AS a, id(r) AS number, b.id AS b`;
      for (const { a, number, b } of await this.#rows(query))
        if (!edges.wasMet(edgeId(String(a), type, String(b)))) this.#db.deleteEdge(Number(number));
    }
  }

  async #rows(query: string): Promise<readonly Record<string, unknown>[]> {
    return (await this.#db.executeCypher(query)).toArray();
  }

  async nodes(nodes: readonly GraphNode[]): Promise<void> {
    const isNew = ({ id }: GraphNode) => this.#held.nodes.kindOf(id) === undefined;
    await this.#find(nodes.filter((node) => !isNew(node)).map(({ id }) => id));
    for (const [label, some] of Map.groupBy(nodes, (node) => node.label)) {
      const created = some.filter(isNew);
      const rows = created.map(({ id, properties }) => ({ ...storable(properties), id }));
      const made = await this.#db.batchCreateNodesWithProps([label], rows);
      for (const [at, { id }] of created.entries()) this.#numbers.set(id, [Number(made[at]), label]);
      for (const node of some.filter((each) => !isNew(each))) this.#updateNode(node);
      const ids = some.map(({ id }) => id);
      for (const name of floats(NODE_LABELS[label].properties))
        await this.#restoreFloats(`MATCH (x:${label} {id: id})`, name, ids);
    }
  }

  async edges(edges: readonly GraphEdge[]): Promise<void> {
    await this.#find(edges.flatMap(({ from, to }) => [from, to]));
    const isNew = ({ id }: GraphEdge) => this.#held.edges.kindOf(id) === undefined;
    await this.#db.batchCreateEdges(
      edges.filter(isNew).map(({ from, to, type, properties }) => ({
        src: this.#numberOf(from),
        dst: this.#numberOf(to),
        type,
        properties: storable(properties),
      })),
    );
    for (const edge of edges) if (!isNew(edge)) this.#updateEdge(edge);
    const alike = Map.groupBy(edges, ({ from, type }) => `${this.#numbers.get(from)?.[1]} ${type}` as const);
    for (const [key, some] of alike) {
      const [label, type = ''] = key.split(' ');
      const ids = [...new Set(some.map(({ from }) => from))];
      for (const name of floats(RELATIONSHIP_TYPES[type as GraphEdge['type']].properties))
        await this.#restoreFloats(`MATCH (:${label} {id: id})-[x:${type}]->()`, name, ids);
    }
  }

  /** The numbers of nodes that are there. */
  async #find(ids: readonly string[]): Promise<void> {
    const wanted = new Set(ids.filter((id) => !this.#numbers.has(id)));
    for (const [kind, some] of Map.groupBy(wanted, (id) => this.#held.nodes.kindOf(id))) {
      const label = LABELS[kind ?? -1];
      if (label === undefined) throw new TypeError(`an edge joins ${some[0]}, and there is no such node`);
      const query = `UNWIND $ids AS id MATCH (n:${label} {id: id}) RETURN id, id(n) AS number`;
      const found = (await this.#db.executeCypher(query, { ids: some })).toArray();
      for (const { id, number } of found) this.#numbers.set(id as string, [Number(number), label]);
    }
  }

  #numberOf(id: string): number {
    const found = this.#numbers.get(id);
    if (!found) throw new Error(`the engine does not find ${id}`);
    return found[0];
  }

  #updateNode({ id, properties }: GraphNode): void {
    const number = this.#numberOf(id);
    update(
      { ...storable(properties), id },
      {
        properties: () => this.#db.getNode(number)?.properties() ?? {},
        set: (name, value) => this.#db.setNodeProperty(number, name, value),
        remove: (name) => this.#db.removeNodeProperty(number, name),
      },
    );
  }

  #updateEdge({ id, type, from, to, properties }: GraphEdge): void {
    const target = this.#numberOf(to);
    const out = this.#db.getNodeEdges(this.#numberOf(from), { direction: 'out', edgeTypes: [type] });
    const number = out.find(([neighbour]) => neighbour === target)?.[1];
    if (number === undefined) throw new Error(`the engine does not find ${id}`);
    update(storable(properties), {
      properties: () => this.#db.getEdge(number)?.properties() ?? {},
      set: (name, value) => this.#db.setEdgeProperty(number, name, value),
      remove: (name) => this.#db.removeEdgeProperty(number, name),
    });
  }

  async #restoreFloats(match: string, name: string, ids: readonly string[]): Promise<void> {
    const set = `WHERE x.${name} IN [0, 1] SET x.${name} = toFloat(x.${name})`;
    await this.#db.executeCypher(`UNWIND $ids AS id ${match} ${set}`, { ids });
  }
}

function update(wanted: Readonly<Record<string, PropertyValue>>, place: Place): void {
  for (const name of Object.keys(place.properties())) if (!(name in wanted)) place.remove(name);
  for (const [name, value] of Object.entries(wanted)) place.set(name, value);
}
