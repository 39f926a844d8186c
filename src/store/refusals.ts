/** What the embedded engine would answer differently from Neo4j, and what to write instead. */
import { StemmaError } from '../errors.ts';
import type { Brackets } from './brackets.ts';
import { placeOf } from './cypher-tokens.ts';
import { kindDifference } from './kind-refusals.ts';
import { Kinds } from './operand-kinds.ts';
import type { QueryParameters } from './port.ts';

/** Throws BAD_QUERY for what would be answered wrongly. */
export function refuseDifferences(query: Brackets, parameters: QueryParameters): void {
  const kinds = new Kinds(query, parameters);
  for (let at = 0; at < query.tokens.length; at++) {
    const why =
      optionalDifference(query, at) ??
      sliceDifference(query, parameters, at) ??
      kindDifference(query, kinds, at) ??
      emptyDifference(query, parameters, at) ??
      functionDifference(query, kinds, at) ??
      powerDifference(query, at) ??
      unwindDifference(query, kinds, parameters, at) ??
      dateDifference(query, parameters, at);
    if (why === undefined) continue;
    const place = placeOf(query.source, query.tokens[at]?.at ?? 0);
    throw new StemmaError('BAD_QUERY', `the embedded engine answers this differently: ${why} (${place})`);
  }
}

function optionalDifference(query: Brackets, at: number): string | undefined {
  if (query.key(at) !== 'OPTIONAL' || query.key(at + 1) !== 'MATCH') return undefined;
  const end = query.clauseEnd(at + 2);
  const where = [...query.level(at + 2)].find((place) => place < end && query.key(place) === 'WHERE');
  if (where === undefined || !asksGraph(query, where, end)) return undefined;
  return (
    'a WHERE after OPTIONAL MATCH may not hold a pattern or a subquery; write ' +
    'CALL { WITH a MATCH (a)-->(b) WHERE … RETURN collect(b) AS bs } UNWIND CASE WHEN bs = [] THEN [null] ELSE bs END AS b'
  );
}

/** Whether there is a subquery, a pattern or a pattern comprehension among these tokens. */
export function asksGraph(query: Brackets, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const [key, next, third] = [query.key(at), query.key(at + 1), query.key(at + 2)];
    if (next === '{' && (key === 'EXISTS' || key === 'COUNT' || key === 'COLLECT')) return true;
    if (key === ')' && next === '-' && '[-'.includes(third || ' ')) return true;
    if (key === ')' && next === '<' && third === '-' && '[-'.includes(query.key(at + 3) || ' ')) return true;
  }
  return false;
}

/** list[..-1], list[-2..], list[null..1] */
function sliceDifference(query: Brackets, parameters: QueryParameters, at: number): string | undefined {
  if (query.key(at) !== '.' || query.key(at + 1) !== '.') return undefined;
  const isVariableLength = query.key(at - 1) === '*' || query.key(at - 2) === '*';
  if (isVariableLength) return undefined;
  const isNegative = query.key(at + 2) === '-' || (query.key(at - 2) === '-' && query.key(at - 3) === '[');
  if (isNegative) return 'the bounds of a slice count from the front; write list[..size(list) - 1]';
  const isNull = [at - 1, at + 2].some(
    (bound) => query.key(bound) === 'NULL' || parameterAt(query, parameters, bound) === null,
  );
  return isNull ? 'the bounds of a slice are numbers; leave out the one that is null' : undefined;
}

/** NOT x IN []: true where x is null. */
function emptyDifference(query: Brackets, parameters: QueryParameters, at: number): string | undefined {
  if (query.key(at) !== 'IN') return undefined;
  const value = parameterAt(query, parameters, at + 1);
  const isEmpty =
    (query.key(at + 1) === '[' && query.key(at + 2) === ']') || (Array.isArray(value) && value.length === 0);
  if (!isEmpty) return undefined;
  for (let before = at - 1; before >= 0 && !query.isClause(before); before--)
    if (query.key(before) === 'NOT') return 'nothing is in an empty list; leave the condition out';
  return undefined;
}

/** The value of the parameter at a place; undefined where there is none. */
function parameterAt(query: Brackets, parameters: QueryParameters, at: number): unknown {
  const token = query.tokens[at];
  return token?.kind === 'parameter' ? parameters[token.text.slice(1)] : undefined;
}

/** Where both engines take the same row. */
const SAFE_PERCENTILES: ReadonlySet<number> = new Set([0, 0.5, 1]);

function functionDifference(query: Brackets, kinds: Kinds, at: number): string | undefined {
  if (!query.isCall(at)) return undefined;
  const key = query.key(at);
  const comma = [...query.level(at + 2)].find((place) => query.key(place) === ',');
  if (comma === undefined) return undefined;
  if (key === 'PERCENTILEDISC' && !SAFE_PERCENTILES.has(Number(query.slice(comma + 1, query.pair(at + 1)))))
    return 'percentileDisc takes another row; write WITH x ORDER BY x WITH collect(x) AS xs RETURN xs[toInteger(ceil(0.9 * size(xs))) - 1]';
  if (key === 'SPLIT' && kinds.after(comma) === 'list')
    return 'split takes one separator; write split(replace(text, b, a), a)';
  return undefined;
}

/** 2 ^ 3 ^ 2 is taken from the right. */
function powerDifference(query: Brackets, at: number): string | undefined {
  if (query.key(at) !== '^') return undefined;
  for (const next of query.level(at + 1)) {
    if (query.key(next) === '^') return 'write brackets to say which power is taken first';
    if (query.tokens[next]?.kind === 'word' || '+-*/%,=<>|;'.includes(query.key(next) || ' '))
      return undefined;
  }
  return undefined;
}

function unwindDifference(
  query: Brackets,
  kinds: Kinds,
  parameters: QueryParameters,
  at: number,
): string | undefined {
  if (query.key(at) !== 'UNWIND') return undefined;
  const operand = query.tokens[at + 1];
  const value = operand?.kind === 'parameter' ? parameters[operand.text.slice(1)] : undefined;
  const isMap =
    query.key(at + 1) === '{' || (typeof value === 'object' && value !== null && !Array.isArray(value));
  const kind = query.key(query.pair(at + 1) + 1) === 'AS' ? kinds.after(at) : undefined;
  return isMap || (kind !== undefined && kind !== 'list') ? 'UNWIND takes a list; write [x]' : undefined;
}

const TEMPORAL: Readonly<Record<string, RegExp>> = {
  DATE: /^\d{4}-\d\d?-\d\d?$/,
  DATETIME: /^\d{4}-\d\d-\d\dT\d\d:\d\d/,
  LOCALDATETIME: /^\d{4}-\d\d-\d\dT\d\d:\d\d/,
};

/** date('1996-04') and date(a.signed): what is no full date is null. */
function dateDifference(query: Brackets, parameters: QueryParameters, at: number): string | undefined {
  const form = query.isCall(at) ? TEMPORAL[query.key(at)] : undefined;
  if (!form) return undefined;
  const [argument, close] = [query.tokens[at + 2], query.pair(at + 1)];
  if (close === at + 2 || argument?.text === '{' || argument?.key === 'NULL') return undefined;
  const value =
    argument?.kind === 'parameter' ? parameters[argument.text.slice(1)] : argument?.text.slice(1, -1);
  const isWritten =
    close === at + 3 && argument?.kind !== 'word' && typeof value === 'string' && form.test(value);
  if (isWritten) return undefined;
  return 'only a full date is read; dates in the graph are EDTF texts: compare a.signed, or a.earliest and a.latest';
}
