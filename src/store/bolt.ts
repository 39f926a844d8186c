/** A store on a server that speaks Bolt: Neo4j 5 and later, alone or in a cluster. */
import { createHash } from 'node:crypto';
import neo4j, { type Driver, type ManagedTransaction, type RecordShape, type Session } from 'neo4j-driver';
import type { RelationshipType } from '../../graph/vocabulary.ts';
import { StemmaError } from '../errors.ts';
import { edgeId, type Graph, type GraphEdge, type GraphNode } from '../records.ts';
import { ask } from './bolt-ask.ts';
import { connectionFailed, encryptionFailed, type Target } from './bolt-errors.ts';
import { toRows } from './bolt-rows.ts';
import { toParameter } from './bolt-values.ts';
import { OUR_EDGES, OUR_NODES, prepare, refuseStrangers, writeDifference } from './bolt-write.ts';
import { compareText, pagesOf, storable } from './content.ts';
import { refuseUnlessRead } from './gate.ts';
import { toEdge, toNode } from './lookup.ts';
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

export type Environment = Readonly<Record<string, string | undefined>>;

const PAGE = 1000;
/** How old the names that a search looks through may be: others write to the server too. Milliseconds. */
const NAMES_AGE = 2000;

/** Connects with NEO4J_USERNAME, NEO4J_PASSWORD and NEO4J_DATABASE. Throws STORE_UNAVAILABLE within seconds. */
export async function openBolt(where: string, env: Environment): Promise<Store> {
  const target = {
    where: addressOf(where),
    database: env.NEO4J_DATABASE || undefined,
    username: env.NEO4J_USERNAME,
  };
  const driver = connect(where, target, env.NEO4J_PASSWORD);
  const store = new BoltStore(driver, target);
  try {
    await store.check();
  } catch (error) {
    await driver.close();
    throw await encryptionFailed(error, target);
  }
  return store;
}

/** The address without what should not be in it. */
function addressOf(where: string): string {
  if (!URL.canParse(where))
    throw new StemmaError('STORE_UNAVAILABLE', `${where} is not an address; write bolt://host:7687`);
  const { username, password } = new URL(where);
  if (username === '' && password === '') return where;
  throw new StemmaError(
    'USAGE',
    'a user name and a password do not belong into the address; set NEO4J_USERNAME and NEO4J_PASSWORD',
  );
}

function connect(where: string, target: Target, password: string | undefined): Driver {
  const auth = password === undefined ? undefined : neo4j.auth.basic(target.username ?? 'neo4j', password);
  try {
    return neo4j.driver(where, auth, {
      useBigInt: true,
      connectionTimeout: 5000,
      connectionAcquisitionTimeout: 6000,
      maxTransactionRetryTime: 10_000,
      userAgent: 'stemma',
    });
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new StemmaError('STORE_UNAVAILABLE', `${target.where} cannot be used as a store: ${why}`, cause);
  }
}

class BoltStore implements Store {
  readonly kind = 'bolt';
  readonly where: string;
  readonly #driver: Driver;
  readonly #target: Target;
  #engine = 'Bolt';
  #prepared: Promise<void> | undefined;
  #names: { readonly index: Promise<NameIndex>; readonly until: number } | undefined;

  constructor(driver: Driver, target: Target) {
    this.where = target.where;
    this.#driver = driver;
    this.#target = target;
  }

  /** One round trip without retries, so that a wrong address or password is told at once. */
  async check(): Promise<void> {
    await this.#within('READ', async (session) => {
      const { summary } = await session.run('RETURN 1');
      this.#engine = summary.server.agent ?? this.#engine;
    });
  }

  async write(graph: Graph | GraphPages, onProgress?: WriteProgress): Promise<WriteSummary> {
    const written = await this.#within('WRITE', async (session) => {
      this.#prepared ??= prepare(session);
      await this.#prepared.catch((error) => {
        this.#prepared = undefined;
        throw error;
      });
      await refuseStrangers(session, this.where);
      return writeDifference(session, pagesOf(graph), onProgress);
    });
    this.#names = undefined;
    return written;
  }

  async read(cypher: string, parameters: QueryParameters = {}): Promise<QueryResult> {
    const start = performance.now();
    const answer = await this.#within('READ', (session) =>
      session.executeRead((tx) => this.#answer(tx, cypher, parameters)),
    );
    return { ...answer, truncated: false, milliseconds: performance.now() - start };
  }

  async #answer(tx: ManagedTransaction, cypher: string, parameters: QueryParameters) {
    const result = tx.run(cypher, toParameter(parameters) as RecordShape);
    const columns = await result.keys();
    const { records } = await result;
    return {
      columns: columns.map(String),
      rows: await toRows(
        tx,
        records.map((record) => [...record.values()]),
      ),
    };
  }

  async ask(cypher: string, parameters: QueryParameters, limits: QueryLimits): Promise<QueryResult> {
    refuseUnlessRead(cypher);
    return ask(() => this.#session('READ', limits.rows + 1), this.#target, cypher, parameters, limits);
  }

  async search(text: string, limit: number): Promise<readonly SearchHit[]> {
    if (!this.#names || this.#names.until < performance.now()) this.#names = this.#readNames();
    return (await this.#names.index).search(this, text, limit);
  }

  /** Keeps them for a while, longer when they take long to read, so that searching costs a server little. */
  #readNames() {
    const start = performance.now();
    const names = { index: NameIndex.read(this), until: Number.POSITIVE_INFINITY };
    void names.index.then(
      () => {
        names.until = performance.now() + Math.max(NAMES_AGE, 20 * (performance.now() - start));
      },
      () => {
        this.#names = undefined;
      },
    );
    return names;
  }

  async status(): Promise<StoreStatus> {
    const counts = async (cypher: string) => {
      const { rows } = await this.read(cypher);
      return Object.fromEntries(rows.map(([name, count]) => [asText(name), Number(count)]));
    };
    return {
      kind: 'bolt',
      where: this.where,
      engine: this.#engine,
      nodes: await counts(`${OUR_NODES} RETURN labels(n)[0] AS label, count(*) AS count ORDER BY label`),
      edges: await counts(`${OUR_EDGES} RETURN type(r) AS type, count(*) AS count ORDER BY type`),
    };
  }

  async version(): Promise<string> {
    const { nodes, edges } = await this.status();
    return createHash('sha256')
      .update(JSON.stringify([nodes, edges]))
      .digest('hex');
  }

  async *nodes(): AsyncIterable<readonly GraphNode[]> {
    const keys = await this.#keys(
      `${OUR_NODES} AND n.id IS NOT NULL RETURN n.id AS id, elementId(n) AS key`,
      ([id = '', key = '']) => [id, key],
    );
    const fetch = 'MATCH (n) WHERE elementId(n) IN $keys RETURN elementId(n) AS key, n';
    yield* this.#pages(keys, fetch, ([, value]) => toNode(value));
  }

  async *edges(): AsyncIterable<readonly GraphEdge[]> {
    const keys = await this.#keys(
      `${OUR_EDGES} RETURN a.id AS a, type(r) AS type, b.id AS b, elementId(r) AS key`,
      ([from = '', type, to = '', key = '']) => [edgeId(from, type as RelationshipType, to), key],
    );
    const fetch =
      'MATCH (a)-[r]->(b) WHERE elementId(r) IN $keys ' +
      'RETURN elementId(r) AS key, a.id AS a, type(r) AS type, b.id AS b, properties(r) AS properties';
    yield* this.#pages(keys, fetch, ([, ...columns]) => {
      const edge = toEdge(columns);
      return { ...edge, properties: storable(edge.properties) };
    });
  }

  /** The server's keys, sorted by our ids, which are small; the answer is read as it comes. */
  async #keys(cypher: string, toKey: (texts: readonly string[]) => readonly [id: string, key: string]) {
    return this.#within('READ', (session) =>
      session.executeRead(async (tx) => {
        const keys: (readonly [id: string, key: string])[] = [];
        for await (const record of tx.run(cypher)) keys.push(toKey([...record.values()] as string[]));
        return keys.sort(([a, one], [b, other]) => compareText(a, b) || compareText(one, other));
      }),
    );
  }

  async *#pages<T>(
    keys: readonly (readonly [id: string, key: string])[],
    cypher: string,
    make: (row: readonly QueryValue[]) => T,
  ): AsyncIterable<readonly T[]> {
    for (let at = 0; at < keys.length; at += PAGE) {
      const some = keys.slice(at, at + PAGE).map(([, key]) => key);
      const { rows } = await this.read(cypher, { keys: some });
      const found = new Map(rows.map((row) => [asText(row[0]), row]));
      yield some.flatMap((key) => {
        const row = found.get(key);
        return row ? [make(row)] : [];
      });
    }
  }

  async close(): Promise<void> {
    await this.#driver.close();
  }

  #session(mode: 'READ' | 'WRITE', fetchSize = PAGE): Session {
    return this.#driver.session({
      ...(this.#target.database === undefined ? {} : { database: this.#target.database }),
      defaultAccessMode: mode === 'READ' ? neo4j.session.READ : neo4j.session.WRITE,
      // Whoever wrote reads what was written, on every member of a cluster.
      bookmarkManager: this.#driver.executeQueryBookmarkManager,
      fetchSize: Math.min(fetchSize, PAGE),
    });
  }

  async #within<T>(mode: 'READ' | 'WRITE', work: (session: Session) => Promise<T>): Promise<T> {
    const session = this.#session(mode);
    try {
      return await work(session);
    } catch (error) {
      throw connectionFailed(error, this.#target);
    } finally {
      await session.close().catch(() => undefined);
    }
  }
}
