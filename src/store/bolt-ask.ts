/** Runs a person's query on a server: in a READ session, planned before it runs, stopped at the limits. */
import type { ManagedTransaction, Plan, RecordShape, Session } from 'neo4j-driver';
import { StemmaError } from '../errors.ts';
import { noAnswer, queryFailed, type Target } from './bolt-errors.ts';
import { toRows } from './bolt-rows.ts';
import { toParameter } from './bolt-values.ts';
import { refuseProcedure } from './gate.ts';
import { ANSWER_BYTES, Rows, withinLimits } from './limits.ts';
import type { QueryLimits, QueryParameters, QueryResult } from './port.ts';

const BATCH = 500;

/** The answer, cut at the limits. Throws QUERY_REFUSED, QUERY_LIMIT, BAD_QUERY or STORE_UNAVAILABLE. */
export async function ask(
  open: () => Session,
  target: Target,
  cypher: string,
  parameters: QueryParameters,
  limits: QueryLimits,
): Promise<QueryResult> {
  const start = performance.now();
  const session = open();
  let isConnected = false;
  const work = session.executeRead(
    (tx) => {
      isConnected = true;
      return run(tx, cypher, parameters, limits);
    },
    { timeout: limits.milliseconds },
  );
  try {
    const answer = await withinLimits(work, limits);
    return { ...answer, milliseconds: performance.now() - start };
  } catch (error) {
    // At the deadline without a connection, it is not the query that takes long.
    if (!isConnected && error instanceof StemmaError && limits.signal?.aborted !== true)
      throw noAnswer(target, limits);
    throw queryFailed(error, target, limits);
  } finally {
    // Closing resets the connection, which ends the query on the server; nobody needs to wait for that.
    work.catch(() => undefined);
    void session.close().catch(() => undefined);
  }
}

async function run(tx: ManagedTransaction, cypher: string, parameters: QueryParameters, limits: QueryLimits) {
  const sent = toParameter(parameters) as RecordShape;
  const { summary } = await tx.run(`EXPLAIN ${cypher}`, sent);
  if (summary.queryType !== 'r')
    throw new StemmaError('QUERY_REFUSED', 'the query writes; only reading is allowed here');
  if (summary.plan) refuseOperators(summary.plan);
  const result = tx.run(cypher, sent);
  const columns = (await result.keys()).map(String);
  const taken = new Rows(limits.rows, limits.bytes ?? ANSWER_BYTES);
  let batch: unknown[][] = [];
  let isFull = false;
  /** Edges that come alone have their ends fetched, so rows are made many at a time. */
  const take = async () => {
    for (const row of await toRows(tx, batch)) isFull ||= !taken.add(row);
    batch = [];
  };
  for await (const record of result) {
    batch.push([...record.values()]);
    if (batch.length === BATCH || taken.rows.length + batch.length > limits.rows) await take();
    if (isFull) break;
  }
  await take();
  return { columns, ...taken.answer() };
}

/** What the server's own planner understood: a second opinion on what the gate let pass. */
function refuseOperators(plan: Plan): void {
  if (/^LoadCSV/i.test(plan.operatorType))
    throw new StemmaError('QUERY_REFUSED', 'LOAD CSV reads files; only reading the graph is allowed here');
  if (/^ProcedureCall/i.test(plan.operatorType)) {
    // db.labels() :: (label :: STRING)
    const { Details: details } = plan.arguments as Readonly<Record<string, unknown>>;
    refuseProcedure(typeof details === 'string' ? details.slice(0, details.indexOf('(')) : '');
  }
  plan.children.forEach(refuseOperators);
}
