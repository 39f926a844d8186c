/**
 * A person's query as the embedded engine must be asked it to answer what Neo4j answers. What differs is written in
 * another way, or refused with what to write instead; the table in the README tells it to people. The differences
 * were found by running queries on both engines: `tests/store/conformance` holds them.
 */
import { StemmaError } from '../errors.ts';
import { Brackets } from './brackets.ts';
import { type ColumnName, columnNames } from './column-names.ts';
import type { QueryParameters } from './port.ts';
import { asksGraph, refuseDifferences } from './refusals.ts';

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
  TOFLOAT: toFloat,
  TOFLOATORNULL: toFloat,
  TOBOOLEAN: toBoolean,
  TOBOOLEANORNULL: toBoolean,
  TOSTRING: toText,
  TOSTRINGORNULL: toText,
  // Null for one row, where it should be 0.
  STDEV: (x) => `coalesce(stDev(${x}), stDevP(${x}))`,
  // Halves below zero go up.
  ROUND: (x) => `floor(${x} + 0.5)`,
  ISEMPTY: (x) => `(coalesce(size(${x}), size(keys(${x}))) = 0)`,
  CHARACTER_LENGTH: (x) => `size(${x})`,
};

/** Null for ' 1.5 '. */
function toFloat(x: string): string {
  return `coalesce(toFloat(${x}), toFloat(trim(${x})))`;
}

/** Half for a float, 0 for an integer, null for all else: only integers are divided without a rest. */
function half(x: string): string {
  return `((${x}) * 0 + 1) / 2`;
}

/** Null for numbers and for ' true '. */
function toBoolean(x: string): string {
  const ofText = `coalesce(toBoolean(${x}), toBoolean(trim(${x})))`;
  return `(CASE WHEN ${half(x)} = 0 THEN (${x}) <> 0 ELSE ${ofText} END)`;
}

/** '1' for 1.0; beyond ten million Neo4j writes 1.0E7. */
function toText(x: string): string {
  const isWhole = `${half(x)} = 0.5 AND abs(${x}) < 10000000 AND floor(${x}) = (${x})`;
  return `(toString(${x}) + CASE WHEN ${isWhole} THEN '.0' ELSE '' END)`;
}

/** Functions of two values; undefined where they may stay as they are. */
const FUNCTIONS_OF_TWO: Readonly<Record<string, (x: string, y: string) => string | undefined>> = {
  // An empty separator leaves empty ends.
  SPLIT: (x, y) =>
    /^(['"])[^'"]+\1$/.test(y)
      ? undefined
      : `(CASE WHEN ${y} <> '' THEN split(${x}, ${y}) WHEN ${x} = ${y} THEN [''] ` +
        `ELSE [stemma_s IN split(${x}, ${y}) WHERE stemma_s <> ''] END)`,
};

/** Quantifiers take an unknown for a no; written as a sum of answers, unknown stays unknown. */
const QUANTIFIERS: Readonly<Record<string, (x: string, list: string, test: string) => string>> = {
  ANY: (x, list, test) => `reduce(stemma_q = false, ${x} IN ${list} | stemma_q OR (${test}))`,
  NONE: (x, list, test) => `(NOT reduce(stemma_q = false, ${x} IN ${list} | stemma_q OR (${test})))`,
  ALL: (x, list, test) => `reduce(stemma_q = true, ${x} IN ${list} | stemma_q AND (${test}))`,
  SINGLE: (x, list, test) =>
    `(CASE WHEN size([${x} IN ${list} WHERE ${test}]) > 1 THEN false ` +
    `WHEN size([${x} IN ${list} WHERE (${test}) IS NULL]) > 0 THEN null ELSE size([${x} IN ${list} WHERE ${test}]) = 1 END)`,
};

/** Of one call as it is written: what it is given may be repeated, so that calls within calls grow fast. */
const LONGEST = 100_000;

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
    const text = QUANTIFIERS[key] ? this.#quantified(at, close) : this.#called(at, close);
    if (text === undefined) return undefined;
    if (text.length > LONGEST)
      throw new StemmaError(
        'BAD_QUERY',
        `too many calls within one another; name ${key.toLowerCase()}(…) in a WITH`,
      );
    return { text, next: close + 1 };
  }

  #called(at: number, close: number): string | undefined {
    const query = this.#query;
    const key = query.key(at);
    const commas = [...query.level(at + 2)].filter((place) => query.key(place) === ',');
    const [comma] = commas;
    if (comma === undefined) return FUNCTIONS[key]?.(this.#range(at + 2, close));
    return commas.length === 1
      ? FUNCTIONS_OF_TWO[key]?.(this.#range(at + 2, comma), this.#range(comma + 1, close))
      : undefined;
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
