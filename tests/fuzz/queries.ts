/** Queries that people and others send: mostly broken ones, through the gate and on every engine that is there. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { NODE_LABELS, RELATIONSHIP_TYPES } from '../../graph/vocabulary.ts';
import { StemmaError } from '../../src/errors.ts';
import { refuseUnlessRead } from '../../src/store/gate.ts';
import type { Store } from '../../src/store/port.ts';
import { type Conforming, comparable, PARAMETERS } from '../store/conformance.ts';
import { everyEdge, everyNode } from '../store/everything.ts';
import { BARE_ATTEMPTS } from '../store/gate-attempts.ts';
import { mutated } from './mutations.ts';
import type { Target } from './run.ts';

const WORDS = (
  'MATCH OPTIONAL WHERE RETURN WITH UNWIND CALL UNION ALL ORDER BY LIMIT SKIP CREATE MERGE SET DELETE DETACH REMOVE ' +
  'FOREACH LOAD CSV FROM AS IN TRANSACTIONS YIELD db.labels() EXISTS COUNT { } [ ] ( ) | .. * -1 $x :Agreement ' +
  '-[:CITES*1..3]-> shortestPath \' " ` // /* */ \\u0053ET ; = =~ null n r p labels(n) type(r) CASE WHEN END'
).split(' ');
const ANSWERS = /^(QUERY_REFUSED|BAD_QUERY|QUERY_LIMIT)$/;
const LIMITS = { rows: 50, bytes: 1_000_000, milliseconds: 2000 };
/** So much that answers are not cut, and can be compared. */
const WHOLE = { rows: 5000, milliseconds: 5000 };
/** What a busy machine may add. */
const SLACK_MS = 3000;

export async function queryTargets(
  stores: readonly Store[],
  conforming: readonly Conforming[],
): Promise<readonly Target[]> {
  const known = conforming.map(({ cypher }) => cypher);
  const pieces = WORDS.map((word) => ` ${word} `);
  const soup = fc.array(fc.constantFrom(...WORDS), { maxLength: 20 }).map((words) => words.join(' '));
  const queries = fc.oneof(
    { weight: 6, arbitrary: mutated(fc.constantFrom(...known), pieces) },
    { weight: 2, arbitrary: mutated(fc.constantFrom(...BARE_ATTEMPTS), pieces) },
    { weight: 2, arbitrary: soup },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 200 }) },
  );
  const parameters = fc.dictionary(
    fc.constantFrom('x', 'list', 'text', 'skip'),
    fc.jsonValue({ maxDepth: 2 }),
  );
  const before = await Promise.all(stores.map(contentOf));
  const [first, second] = stores;
  const alike: readonly Target[] = first && second ? [alikeTarget(first, second, conforming)] : [];
  return [
    ...alike,
    {
      name: 'gate',
      cases: 500,
      property: fc.property(queries, (cypher) => {
        try {
          refuseUnlessRead(cypher);
        } catch (error) {
          expectClear(error);
        }
      }),
    },
    {
      name: 'queries',
      cases: 30,
      property: fc.asyncProperty(queries, parameters, async (cypher, given) => {
        for (const store of stores) {
          const start = performance.now();
          const answer = await store.ask(cypher, given, LIMITS).catch(expectClear);
          if (answer) JSON.stringify(answer.rows);
          const took = performance.now() - start;
          if (took > LIMITS.milliseconds + SLACK_MS) throw new Error(`${store.kind} took ${took} ms`);
        }
      }),
    },
    {
      name: 'unchanged',
      cases: 1,
      property: fc.asyncProperty(fc.constant(0), async () => {
        const now = await Promise.all(stores.map(contentOf));
        if (now.some((content, at) => content !== before[at])) throw new Error('a query changed the graph');
      }),
    },
  ];
}

/** Queries that both answer alike, with other labels and types in them: alike still. */
function alikeTarget(first: Store, second: Store, conforming: readonly Conforming[]): Target {
  const query = fc
    .tuple(fc.constantFrom(...conforming), fc.array(fc.nat(1000), { minLength: 12, maxLength: 12 }))
    // Other names may lead to lists and rows whose order Cypher leaves open, as that of keys() and of the same names.
    .map(([one, numbers]) => ({
      ...one,
      anyListOrder: true,
      anyRowOrder: true as const,
      cypher: renamed(one.cypher, numbers),
    }));
  return {
    name: 'alike',
    cases: 30,
    property: fc.asyncProperty(query, async (one) => {
      const [mine, theirs] = await Promise.all(
        [first, second].map((store) => store.ask(one.cypher, PARAMETERS, WHOLE).catch(expectClear)),
      );
      // What one of them refuses, or cuts at a limit, is not answered wrongly.
      if (!mine || !theirs || mine.truncated || theirs.truncated) return;
      expect(comparable(mine, one)).toEqual(comparable(theirs, one));
    }),
  };
}

const LABELS = Object.keys(NODE_LABELS);
const TYPES = Object.keys(RELATIONSHIP_TYPES);

/** Every label and type that the vocabulary knows may become another of its kind. */
function renamed(cypher: string, numbers: readonly number[]): string {
  let at = 0;
  const other = (names: readonly string[], name: string) => {
    const number = numbers[at++ % numbers.length] ?? 0;
    return number % 2 ? name : (names[number % names.length] ?? name);
  };
  return cypher.replace(/(?<=:)[A-Za-z_]+/g, (name) =>
    LABELS.includes(name) ? other(LABELS, name) : TYPES.includes(name) ? other(TYPES, name) : name,
  );
}

function expectClear(error: unknown): undefined {
  if (!(error instanceof StemmaError) || !ANSWERS.test(error.code) || error.message.length < 10) throw error;
  return undefined;
}

async function contentOf(store: Store): Promise<string> {
  return JSON.stringify([await everyNode(store), await everyEdge(store)]);
}
