/** The embedded store: a folder of read-only generations, read by `@grafeo-db/js`. */
import { join, resolve } from 'node:path';
import grafeo, { type GrafeoDB } from '@grafeo-db/js';
import {
  NODE_LABELS,
  type NodeLabel,
  RELATIONSHIP_TYPES,
  type RelationshipType,
} from '../../graph/vocabulary.ts';
import { StemmaError } from '../errors.ts';
import { edgeId, type Graph, type GraphEdge, type GraphNode, type Properties } from '../records.ts';
import { namedColumns } from './column-names.ts';
import { compareText, digest, NOTHING_CHANGED, pagesOf, storable } from './content.ts';
import { translate } from './dialect.ts';
import { hintFor } from './dialect-hints.ts';
import { compare, type Difference, type Held } from './difference.ts';
import { DigestTable } from './digest-table.ts';
import { diskCode } from './disk-errors.ts';
import { Askers } from './embedded-ask.ts';
import { readDigests, writeDigests } from './embedded-digests.ts';
import { loadFile } from './embedded-load.ts';
import { FEW, fits, isSmall, patchFile } from './embedded-patch.ts';
import { EmbeddedReader, openingFailed } from './embedded-reader.ts';
import { rowsOf } from './embedded-values.ts';
import { refuseUnlessRead } from './gate.ts';
import { Generations, unavailable, unlessCorrupt } from './generations.ts';
import { limited } from './limit-rows.ts';
import { ANSWER_BYTES, neededTooMuch } from './limits.ts';
import { withLock } from './lock.ts';
import { collectGarbage, isShort, memoryLimit, outOfMemory } from './memory.ts';
import { NameIndex } from './names.ts';
import type {
  GraphPages,
  QueryLimits,
  QueryParameters,
  QueryResult,
  QueryValue,
  SearchHit,
  Store,
  StoreStatus,
  WriteProgress,
  WriteSummary,
} from './port.ts';
import { asText } from './values.ts';

const PAGE = 1000;
const QUERY_MEMORY = 1_000_000_000;
/** So many nodes and edges that memory is worth a moment's wait. */
const MUCH = 20_000;

export type EmbeddedOptions = Readonly<{
  /** How long a writer waits for another one, in milliseconds. */
  patience?: number;
  /** Bytes of memory that a write may take; STEMMA_MEMORY when not said. */
  memory?: number;
}>;

/** Opens or makes the store in this folder. Throws STORE_UNAVAILABLE, or USAGE when the memory limit is not one. */
export async function openEmbedded(folder: string, options: EmbeddedOptions = {}): Promise<Store> {
  const memory = options.memory ?? memoryLimit();
  return new EmbeddedStore(folder, await Generations.at(resolve(folder)), { ...options, memory });
}

class EmbeddedStore implements Store {
  readonly kind = 'embedded';
  readonly where: string;
  readonly #generations: Generations;
  readonly #options: EmbeddedOptions & Readonly<{ memory: number }>;
  readonly #reader: EmbeddedReader;
  readonly #askers = new Askers();
  #names: { readonly content: string | undefined; readonly index: Promise<NameIndex> } | undefined;

  constructor(
    where: string,
    generations: Generations,
    options: EmbeddedOptions & Readonly<{ memory: number }>,
  ) {
    this.where = where;
    this.#generations = generations;
    this.#options = options;
    this.#reader = new EmbeddedReader(generations);
  }

  async write(graph: Graph | GraphPages, onProgress?: WriteProgress): Promise<WriteSummary> {
    const lock = join(this.#generations.folder, 'writer.lock');
    return withLock(lock, () => this.#writeLocked(pagesOf(graph), onProgress), this.#options.patience);
  }

  async #writeLocked(graph: GraphPages, onProgress: WriteProgress = () => undefined): Promise<WriteSummary> {
    const held = await this.#held();
    const { memory } = this.#options;
    const difference = await compare(graph, held, {
      most: FEW,
      onProgress: (step, done, total) => {
        if (isShort(memory))
          throw outOfMemory({
            limit: memory,
            own: process.memoryUsage.rss(),
            engine: 0,
            done: 0,
            total: done,
          });
        onProgress(step, done, total);
      },
    });
    const before = await this.#generations.current().catch(unlessCorrupt);
    const isPointedAt = before?.content === difference.fingerprint;
    if (isPointedAt && (await this.#isReadable())) return NOTHING_CHANGED;
    const total = difference.nodes.size + difference.edges.size;
    // Whoever reads meanwhile opens it again; its memory is wanted for the next generation.
    this.#reader.close();
    if (total > MUCH) collectGarbage();
    const path = await this.#generations.next();
    try {
      const isPatched =
        before !== undefined &&
        !isPointedAt &&
        isSmall(difference, held) &&
        (await fits(before.path, memory)) &&
        (await patchFile(before.path, path, difference, held));
      if (!isPatched)
        await loadFile(path, graph, {
          total,
          memory,
          onProgress: (done) => onProgress('written', done, total),
        });
      await writeDigests(path, difference);
      await this.#generations.flip(path, difference.fingerprint);
    } catch (cause) {
      await this.#generations.sweep().catch(() => undefined);
      throw diskTrouble(this.where, cause);
    }
    await this.#generations.sweep();
    return isPointedAt ? allCreated(difference) : difference.summary;
  }

  /** What the store holds now; nothing when it is damaged, which a write mends. */
  async #held(): Promise<Held> {
    const generation = await this.#generations.current().catch(unlessCorrupt);
    const held =
      generation && ((await readDigests(generation)) ?? (await this.#heldAsRead().catch(unlessCorrupt)));
    return held ?? { nodes: new DigestTable(), edges: new DigestTable() };
  }

  /** Of a generation that has no digests beside it. */
  async #heldAsRead(): Promise<Held> {
    const held = { nodes: new DigestTable(), edges: new DigestTable() };
    for await (const page of this.nodes()) for (const node of page) held.nodes.add(node.id, digest(node));
    for await (const page of this.edges()) for (const edge of page) held.edges.add(edge.id, digest(edge));
    return held;
  }

  /** Whether the engine can open what it is pointed at. */
  async #isReadable(): Promise<boolean> {
    const lease = await this.#reader.lease().catch(unlessCorrupt);
    lease?.end();
    return lease !== undefined;
  }

  async read(cypher: string, parameters: QueryParameters = {}): Promise<QueryResult> {
    const start = performance.now();
    const answer = await this.#reader.use(async (db) =>
      rowsOf(db, await db.executeCypher(cypher, parameters)),
    );
    return { ...answer, milliseconds: performance.now() - start };
  }

  async ask(cypher: string, parameters: QueryParameters, limits: QueryLimits): Promise<QueryResult> {
    refuseUnlessRead(cypher);
    const translated = translate(cypher, parameters);
    const start = performance.now();
    for (let attempt = 0; ; attempt++) {
      const generation = (await this.#generations.current()) ?? null;
      const answer = await this.#askers.ask(
        {
          generation,
          cypher: limited(translated.cypher, limits.rows + 1),
          parameters,
          rows: limits.rows,
          bytes: limits.bytes ?? ANSWER_BYTES,
          memory: QUERY_MEMORY,
        },
        limits,
      );
      if (!('failed' in answer)) {
        const { columns, places } = namedColumns(translated.columns, answer.columns);
        const rows = answer.rows.map((row) => places.map((place) => row[place] ?? null));
        return { ...answer, columns, rows, milliseconds: performance.now() - start };
      }
      // The generation may have been replaced since the pointer was read.
      if (answer.failed !== 'open')
        throw queryFailed(answer.failed, answer.message, cypher, translated.cypher);
      if (attempt === 5) throw openingFailed(this.where, new Error(answer.message));
    }
  }

  async search(text: string, limit: number): Promise<readonly SearchHit[]> {
    const content = (await this.#generations.current())?.content;
    if (!this.#names || this.#names.content !== content)
      this.#names = { content, index: NameIndex.read(this) };
    const names = this.#names;
    try {
      return (await names.index).search(this, text, limit);
    } catch (error) {
      if (this.#names === names) this.#names = undefined;
      throw error;
    }
  }

  async status(): Promise<StoreStatus> {
    const counts = async (cypher: string) => {
      const { rows } = await this.read(cypher);
      return Object.fromEntries(rows.map(([name, count]) => [asText(name), Number(count)]));
    };
    return {
      kind: 'embedded',
      where: this.where,
      engine: `grafeo ${grafeo.version()}`,
      nodes: await counts('MATCH (n) RETURN labels(n)[0] AS label, count(*) AS count ORDER BY label'),
      edges: await counts('MATCH ()-[r]->() RETURN type(r) AS type, count(*) AS count ORDER BY type'),
    };
  }

  async version(): Promise<string> {
    return (await this.#generations.current())?.content ?? 'empty';
  }

  async *nodes(): AsyncIterable<readonly GraphNode[]> {
    const of = (label: string) => `MATCH (n:${label}) RETURN n.id AS id, id(n) AS number`;
    yield* this.#pages(Object.keys(NODE_LABELS).map(of), nodeAt);
  }

  async *edges(): AsyncIterable<readonly GraphEdge[]> {
    const of = (type: string) =>
      `MATCH (a)-[r:${type}]->(b) RETURN a.id AS a, id(r) AS number, type(r) AS type, b.id AS b`;
    yield* this.#pages(Object.keys(RELATIONSHIP_TYPES).map(of), edgeAt);
  }

  /**
   * Sorts the ids first (they are small) and then fetches page by page; one generation throughout. The ids are asked
   * for kind by kind, for an answer takes several times the memory of what is in it.
   */
  async *#pages<T>(
    queries: readonly string[],
    fetch: (db: GrafeoDB, key: Key) => T,
  ): AsyncIterable<readonly T[]> {
    const lease = await this.#reader.lease();
    try {
      const keys: Key[] = [];
      for (const cypher of queries)
        for (const row of rowsOf(lease.db, await lease.db.executeCypher(cypher)).rows) keys.push(toKey(row));
      keys.sort((a, b) => compareText(a.id, b.id));
      for (let at = 0; at < keys.length; at += PAGE)
        yield keys.slice(at, at + PAGE).map((key) => fetch(lease.db, key));
    } finally {
      lease.end();
    }
  }

  async close(): Promise<void> {
    this.#askers.close();
    this.#reader.close();
  }
}

/** Of a graph that takes the place of one that was lost. */
function allCreated({ nodes, edges }: Difference): WriteSummary {
  const created = (count: number) => ({ created: count, updated: 0, removed: 0 });
  return { nodes: created(nodes.size), edges: created(edges.size) };
}

/** A node or an edge: its id, the engine's number, and for an edge what it joins. */
type Key = Readonly<{ id: string; number: number; type: string; from: string; to: string }>;

function toKey([first, number, type, last]: readonly QueryValue[]): Key {
  const [from, to] = [asText(first), asText(last)];
  const id = type === undefined ? from : edgeId(from, type as RelationshipType, to);
  return { id, number: Number(number), type: asText(type), from, to };
}

function nodeAt(db: GrafeoDB, { id, number }: Key): GraphNode {
  const node = db.getNode(number);
  const label = node?.labels[0] as NodeLabel;
  return { id, label, properties: storable((node?.properties() ?? {}) as Properties) };
}

function edgeAt(db: GrafeoDB, { id, number, type, from, to }: Key): GraphEdge {
  const properties = (db.getEdge(number)?.properties() ?? {}) as Properties;
  return { id, type: type as RelationshipType, from, to, properties: storable(properties) };
}

/** What the child could not do, in one line. */
function queryFailed(
  failed: 'query' | 'memory',
  message: string,
  cypher: string,
  asked: string,
): StemmaError {
  if (failed === 'memory') return neededTooMuch();
  // Query error: GRAFEO-Q001: syntax error: [Cypher] Expected RParen⏎  --> query:1:19⏎ …
  const [first = message, where = ''] = message.split('\n');
  const reason = first.replace(/^\w+ error: (GRAFEO-\w+: )?/, '').replace('[Cypher] ', '');
  const place = /query:(\d+):(\d+)/.exec(where);
  if (/read-only/.test(first))
    return new StemmaError('QUERY_REFUSED', 'the query writes; only reading is allowed here');
  // In a query that was written in another way, places are others.
  const at = place && cypher === asked ? ` (line ${place[1]}, column ${place[2]})` : '';
  const hint = hintFor(cypher, reason);
  return new StemmaError('BAD_QUERY', `${reason}${at}${hint ? `; the embedded engine takes ${hint}` : ''}`);
}

function diskTrouble(where: string, cause: unknown): unknown {
  return diskCode(cause) === undefined ? cause : unavailable(where, cause);
}
