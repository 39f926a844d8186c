/** What an operand is, as far as its words tell: a list, a text, a number. */
import { NODE_LABELS, RELATIONSHIP_TYPES } from '../../graph/vocabulary.ts';
import type { Brackets } from './brackets.ts';
import type { QueryParameters } from './port.ts';

export type Kind = 'list' | 'text' | 'number' | 'boolean' | undefined;

const FUNCTIONS: Readonly<Record<string, Kind>> = Object.fromEntries([
  ...kinds('list', 'COLLECT NODES RELATIONSHIPS KEYS LABELS TAIL RANGE SPLIT'),
  ...kinds('number', 'COUNT SIZE LENGTH TOINTEGER TOFLOAT ABS CEIL FLOOR ROUND SQRT SIGN SUM AVG'),
  ...kinds('text', 'TOSTRING TOUPPER TOLOWER UPPER LOWER TRIM LTRIM RTRIM SUBSTRING LEFT RIGHT REPLACE TYPE'),
]);

function kinds(kind: Kind, names: string): (readonly [string, Kind])[] {
  return names.split(' ').map((name) => [name, kind]);
}

/** By property, where all labels and types that have one agree. */
const PROPERTIES: ReadonlyMap<string, Kind> = propertyKinds();

function propertyKinds(): ReadonlyMap<string, Kind> {
  const found = new Map<string, Kind>();
  for (const { properties } of [...Object.values(NODE_LABELS), ...Object.values(RELATIONSHIP_TYPES)])
    for (const [name, { type }] of Object.entries(properties)) {
      const kind =
        type === 'string' ? 'text' : type === 'boolean' ? type : type.endsWith('s') ? 'list' : 'number';
      found.set(name, found.has(name) && found.get(name) !== kind ? undefined : kind);
    }
  return found;
}

export class Kinds {
  readonly #query: Brackets;
  readonly #parameters: QueryParameters;
  readonly #variables = new Map<string, Kind>();

  constructor(query: Brackets, parameters: QueryParameters) {
    this.#query = query;
    this.#parameters = parameters;
    query.tokens.forEach((_, at) => {
      const name = this.#query.tokens[at + 1];
      // expression AS name
      if (query.key(at) === 'AS' && name) this.#name(name.text, this.before(at));
      // reduce(name = [], …
      const isReduce = query.key(at) === 'REDUCE' && query.key(at + 3) === '=';
      if (isReduce) this.#name(query.tokens[at + 2]?.text ?? '', this.after(at + 3));
    });
  }

  /** A name that is given twice is a list if it ever is one, and otherwise of no known kind. */
  #name(name: string, kind: Kind): void {
    const known = this.#variables.get(name);
    const isOne = !this.#variables.has(name) || known === kind;
    this.#variables.set(name, isOne ? kind : known === 'list' || kind === 'list' ? 'list' : undefined);
  }

  /** Of the operand that ends before this place, with what is added to it on its left. */
  before(at: number): Kind {
    const first = this.#startOf(at - 1);
    const kind = this.#kindOf(first, at);
    if (this.#query.key(first - 1) !== '+') return kind;
    const left = this.before(first - 1);
    if (left === 'text' || left === 'list') return left;
    return left === kind ? kind : undefined;
  }

  /** Of the operand that begins after this place. */
  after(at: number): Kind {
    let end = at + 1;
    const isSigned = this.#query.key(end) === '-';
    if (isSigned) end++;
    const first = end;
    if (this.#isOpening(end)) end = this.#query.pair(end);
    end++;
    while (this.#continues(end)) end = this.#query.key(end) === '.' ? end + 2 : this.#query.pair(end) + 1;
    return this.#kindOf(first, end);
  }

  #isOpening(at: number): boolean {
    return this.#query.pair(at) > at;
  }

  #continues(at: number): boolean {
    return ['.', '(', '['].includes(this.#query.key(at));
  }

  /** Where the operand begins whose last token is here: n.names, f(x)[0], [1, 2], 'x'. */
  #startOf(last: number): number {
    let first = this.#query.pair(last);
    for (;;) {
      const isBracket = this.#isOpening(first) && this.#isName(first - 1);
      if (isBracket) first -= 1;
      else if (this.#isOpening(first) && this.#query.pair(first - 1) < first - 1)
        first = this.#query.pair(first - 1);
      else if (this.#query.key(first - 1) === '.') first = this.#query.pair(first - 2);
      else return first;
    }
  }

  #isName(at: number): boolean {
    const token = this.#query.tokens[at];
    if (token?.kind === 'quoted' || token?.kind === 'parameter') return true;
    return (
      token?.kind === 'word' &&
      ![
        'IN',
        'THEN',
        'ELSE',
        'WHEN',
        'RETURN',
        'WITH',
        'UNWIND',
        'AND',
        'OR',
        'NOT',
        'WHERE',
        'BY',
        'XOR',
        'CONTAINS',
        'IS',
        'AS',
      ].includes(token.key)
    );
  }

  #kindOf(first: number, end: number): Kind {
    const query = this.#query;
    const [token, last] = [query.tokens[first], query.tokens[end - 1]];
    if (!token || !last) return undefined;
    if (end === first + 1) return this.#ofToken(first);
    if (last.text === ']') {
      const open = query.pair(end - 1);
      const isSlice = [...query.level(open + 1)].some(
        (at) => query.key(at) === '.' && query.key(at + 1) === '.',
      );
      return open === first || isSlice ? 'list' : undefined;
    }
    if (query.isCall(first) && query.pair(first + 1) === end - 1) return FUNCTIONS[token.key];
    if (query.key(end - 2) === '.') return PROPERTIES.get(last.kind === 'quoted' ? last.key : last.text);
    return undefined;
  }

  #ofToken(at: number): Kind {
    const token = this.#query.tokens[at];
    if (token?.kind === 'string') return 'text';
    if (token?.kind === 'number') return 'number';
    if (token?.kind === 'parameter') return ofValue(this.#parameters[token.text.slice(1)]);
    if (token?.kind !== 'word') return undefined;
    return token.key === 'TRUE' || token.key === 'FALSE' ? 'boolean' : this.#variables.get(token.text);
  }
}

function ofValue(value: unknown): Kind {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  return typeof value === 'boolean' ? 'boolean' : undefined;
}
