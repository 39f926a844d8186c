/**
 * A person's query as the embedded engine must be asked it to answer what Neo4j answers. What differs is written in
 * another way, or refused with what to write instead; the table in the README tells it to people. The differences
 * were found by running queries on both engines: `tests/store/conformance` holds them.
 */
import { StemmaError } from '../errors.ts';
import { Brackets } from './brackets.ts';
import { type ColumnName, columnNames } from './column-names.ts';
import { placeOf } from './cypher-tokens.ts';
import { Kinds } from './operand-kinds.ts';
import type { QueryParameters } from './port.ts';

export type Translated = Readonly<{ cypher: string; columns: readonly ColumnName[] }>;

/** The query to run, and what its columns are called. Throws BAD_QUERY for what would be answered wrongly. */
export function translate(cypher: string, parameters: QueryParameters): Translated {
  const query = new Brackets(cypher);
  refuseDifferences(query, parameters);
  return { cypher: new Writer(query).write(), columns: columnNames(query) };
}

/** Functions that are called otherwise, or differ for some values; `x` is what stands between the brackets. */
const FUNCTIONS: Readonly<Record<string, (x: string) => string>> = {
  // Null for no rows, where it should be 0.
  SUM: (x) => `coalesce(sum(${x}), 0)`,
  // Null for '1.9'.
  TOINTEGER: (x) => `coalesce(toInteger(${x}), toInteger(toFloat(${x})))`,
  TOINTEGERORNULL: (x) => `coalesce(toInteger(${x}), toInteger(toFloat(${x})))`,
  TOFLOATORNULL: (x) => `toFloat(${x})`,
  TOBOOLEANORNULL: (x) => `toBoolean(${x})`,
  // Halves below zero go up.
  ROUND: (x) => `floor(${x} + 0.5)`,
  ISEMPTY: (x) => `(size(${x}) = 0)`,
  CHARACTER_LENGTH: (x) => `size(${x})`,
};

/** Quantifiers take an unknown for a no; written as a sum of answers, unknown stays unknown. */
const QUANTIFIERS: Readonly<Record<string, (x: string, list: string, test: string) => string>> = {
  ANY: (x, list, test) => `reduce(stemma_q = false, ${x} IN ${list} | stemma_q OR (${test}))`,
  NONE: (x, list, test) => `(NOT reduce(stemma_q = false, ${x} IN ${list} | stemma_q OR (${test})))`,
  ALL: (x, list, test) => `reduce(stemma_q = true, ${x} IN ${list} | stemma_q AND (${test}))`,
};

/** Writes the query again, changing what must be changed and keeping the rest as it stands. */
class Writer {
  readonly #query: Brackets;

  constructor(query: Brackets) {
    this.#query = query;
  }

  write(): string {
    const { source, tokens } = this.#query;
    const written = this.#range(0, tokens.length);
    return source.slice(0, tokens[0]?.at) + written + source.slice(tokens.at(-1)?.end);
  }

  #range(from: number, to: number): string {
    let text = '';
    let at = from;
    while (at < to) {
      const changed = this.#changed(at);
      text += changed?.text ?? this.#query.slice(at, at + 1);
      const next = changed?.next ?? at + 1;
      if (next < to)
        text += this.#query.source.slice(this.#query.tokens[next - 1]?.end, this.#query.tokens[next]?.at);
      at = next;
    }
    return text;
  }

  /** Other words for what begins here, and where to go on. */
  #changed(at: number): Readonly<{ text: string; next: number }> | undefined {
    const key = this.#query.key(at);
    if (key === 'OFFSET' && ['number', 'parameter'].includes(this.#query.tokens[at + 1]?.kind ?? ''))
      return { text: 'SKIP', next: at + 1 };
    if (key === '[') return this.#patternList(at);
    if (!this.#query.isCall(at)) return undefined;
    const close = this.#query.pair(at + 1);
    if (key === 'COLLECT') return this.#oneOfCollected(at, close);
    const isOne = ![...this.#query.level(at + 2)].some((place) => this.#query.key(place) === ',');
    if (!isOne) return undefined;
    const text = QUANTIFIERS[key]
      ? this.#quantified(at, close)
      : FUNCTIONS[key]?.(this.#range(at + 2, close));
    return text === undefined ? undefined : { text, next: close + 1 };
  }

  /** [(a)-->(b) | b.code] leaves nulls out; in lists of one they stay. */
  #patternList(at: number): Readonly<{ text: string; next: number }> | undefined {
    const query = this.#query;
    const bar = [...query.level(at + 1)].find((place) => query.key(place) === '|');
    const [before, close] = [query.key(at - 1), query.pair(at)];
    const isRelationship = before === '-';
    if (bar === undefined || isRelationship || !asksGraph(query, at + 1, bar) || bar === close - 2)
      return undefined;
    const lists = `[${this.#range(at + 1, bar)} | [${this.#range(bar + 1, close)}]]`;
    return { text: `[stemma_l IN ${lists} | stemma_l[0]]`, next: close + 1 };
  }

  /** collect(x)[0] is refused by the engine, head(collect(x)) is not. */
  #oneOfCollected(at: number, close: number): Readonly<{ text: string; next: number }> | undefined {
    const index = this.#query.slice(close + 1, this.#query.pair(close + 1) + 1).replace(/\s/g, '');
    const pick = { '[0]': 'head', '[-1]': 'last' }[index];
    if (pick === undefined) return undefined;
    const text = `${pick}(collect(${this.#range(at + 2, close)}))`;
    return { text, next: this.#query.pair(close + 1) + 1 };
  }

  /** any(x IN list WHERE test); as it stands where the test asks the graph again. */
  #quantified(at: number, close: number): string | undefined {
    const query = this.#query;
    const where = [...query.level(at + 2)].find((place) => query.key(place) === 'WHERE');
    if (query.key(at + 3) !== 'IN' || where === undefined || asksGraph(query, where, close)) return undefined;
    const [x, list, test] = [
      query.slice(at + 2, at + 3),
      this.#range(at + 4, where),
      this.#range(where + 1, close),
    ];
    return QUANTIFIERS[query.key(at)]?.(x, list, test);
  }
}

function refuseDifferences(query: Brackets, parameters: QueryParameters): void {
  const kinds = new Kinds(query, parameters);
  for (let at = 0; at < query.tokens.length; at++) {
    const why =
      optionalDifference(query, at) ??
      sliceDifference(query, at) ??
      sumDifference(query, kinds, at) ??
      comparisonDifference(query, kinds, at) ??
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
function asksGraph(query: Brackets, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const [key, next, third] = [query.key(at), query.key(at + 1), query.key(at + 2)];
    if (next === '{' && (key === 'EXISTS' || key === 'COUNT' || key === 'COLLECT')) return true;
    if (key === ')' && next === '-' && '[-'.includes(third || ' ')) return true;
    if (key === ')' && next === '<' && third === '-' && '[-'.includes(query.key(at + 3) || ' ')) return true;
  }
  return false;
}

/** list[..-1], list[-2..] */
function sliceDifference(query: Brackets, at: number): string | undefined {
  if (query.key(at) !== '.' || query.key(at + 1) !== '.') return undefined;
  const isVariableLength = query.key(at - 1) === '*' || query.key(at - 2) === '*';
  if (isVariableLength) return undefined;
  const isNegative = query.key(at + 2) === '-' || (query.key(at - 2) === '-' && query.key(at - 3) === '[');
  return isNegative ? 'the bounds of a slice count from the front; write list[..size(list) - 1]' : undefined;
}

function sumDifference(query: Brackets, kinds: Kinds, at: number): string | undefined {
  if (query.key(at) !== '+') return undefined;
  const [left, right] = [kinds.before(at), kinds.after(at)];
  if (left === 'number' && right === 'text')
    return 'a number and a text are not joined; write toString(number) + text';
  if (left === right || (left !== 'list' && right !== 'list')) return undefined;
  // What a variable holds is not known: list + [x] is meant by all who write it so.
  const isKnown = left !== undefined && right !== undefined;
  const isAppended = left === 'list' && right === undefined;
  return isKnown || isAppended
    ? 'a list and what is added to it are both lists; write list + [x]'
    : undefined;
}

function comparisonDifference(query: Brackets, kinds: Kinds, at: number): string | undefined {
  const key = query.key(at);
  if (key !== '<' && key !== '>') return undefined;
  const equals = query.key(at + 1) === '=' ? 1 : 0;
  if (
    query.key(at + 1) === '>' ||
    query.key(at - 1) === '<' ||
    query.key(at + 1) === '-' ||
    query.key(at - 1) === '-'
  )
    return undefined;
  const both = [kinds.before(at), kinds.after(at + equals)];
  return both.includes('list') || both.includes('boolean')
    ? 'lists and truth values have no order; compare their parts'
    : undefined;
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
