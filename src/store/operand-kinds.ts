/** What an operand is, as far as its words tell: a list, a text, a number, and whether it holds a null. */
import { NODE_LABELS, RELATIONSHIP_TYPES } from '../../graph/vocabulary.ts';
import type { Brackets } from './brackets.ts';
import type { QueryParameters } from './port.ts';

export type Kind = 'list' | 'text' | 'number' | 'boolean' | 'map' | undefined;

type Span = Readonly<{ first: number; end: number }>;
type Local = Readonly<{ name: string; from: number; to: number }>;

const FUNCTIONS: Readonly<Record<string, Kind>> = Object.fromEntries([
  ...kinds('list', 'COLLECT NODES RELATIONSHIPS KEYS LABELS TAIL RANGE SPLIT'),
  ...kinds('number', 'COUNT SIZE LENGTH TOINTEGER TOFLOAT ABS CEIL FLOOR ROUND SQRT SIGN SUM AVG'),
  ...kinds('text', 'TOSTRING TOUPPER TOLOWER UPPER LOWER TRIM LTRIM RTRIM SUBSTRING LEFT RIGHT REPLACE TYPE'),
]);

const FLOAT_FUNCTIONS: ReadonlySet<string> = new Set('TOFLOAT CEIL FLOOR ROUND SQRT AVG'.split(' '));

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

const FLOAT_PROPERTIES: ReadonlySet<string> = new Set(
  [...Object.values(NODE_LABELS), ...Object.values(RELATIONSHIP_TYPES)].flatMap(({ properties }) =>
    Object.entries(properties).flatMap(([name, { type }]) => (type === 'float' ? [name] : [])),
  ),
);

export class Kinds {
  readonly #query: Brackets;
  readonly #parameters: QueryParameters;
  readonly #variables = new Map<string, Kind>();

  /** Names that stand for the members of a list, and between which brackets. */
  readonly #locals: Local[] = [];

  constructor(query: Brackets, parameters: QueryParameters) {
    this.#query = query;
    this.#parameters = parameters;
    query.tokens.forEach((_, at) => {
      if (query.key(at) === 'IN') this.#local(at);
      const name = query.tokens[at + 1];
      // expression AS name; UNWIND takes the list apart
      if (query.key(at) === 'AS' && name)
        this.#name(name.text, this.#isUnwound(at) ? undefined : this.before(at));
      // reduce(name = [], …
      const isReduce = query.key(at) === 'REDUCE' && query.key(at + 3) === '=';
      if (isReduce) this.#name(query.tokens[at + 2]?.text ?? '', this.after(at + 3));
    });
  }

  /** [x IN …], any(x IN …), reduce(s = 0, x IN …) */
  #local(at: number): void {
    const [query, name] = [this.#query, this.#query.tokens[at - 1]];
    if (name?.kind !== 'word' && name?.kind !== 'quoted') return;
    const before = query.key(at - 2);
    const open = before === ',' ? this.#reduceBefore(at) : at - 2;
    const isLocal = before === '[' || (before !== '' && query.isCall(open - 1));
    if (isLocal) this.#locals.push({ name: name.text, from: open, to: query.pair(open) });
  }

  /** Where the bracket of reduce(s = 0, x IN … opens; -1 where there is none. */
  #reduceBefore(at: number): number {
    const before = this.#startOf(at - 3);
    return this.#query.key(before - 4) === 'REDUCE' ? before - 3 : -1;
  }

  #isUnwound(as: number): boolean {
    return this.#query.key(this.#startOf(as - 1) - 1) === 'UNWIND';
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
    const kind = this.#kindOf({ first, end: at });
    if (this.#query.key(first - 1) !== '+') return kind;
    const left = this.before(first - 1);
    if (left === 'text' || left === 'list') return left;
    return left === kind ? kind : undefined;
  }

  /** Of the operand that ends before this place, alone. */
  operand(at: number): Kind {
    return this.#kindOf({ first: this.#startOf(at - 1), end: at });
  }

  /** Of the operand that begins after this place. */
  after(at: number): Kind {
    return this.#kindOf(this.#spanAfter(at));
  }

  /** Of the property whose name stands here. */
  property(at: number): Kind {
    const token = this.#query.tokens[at];
    return token && PROPERTIES.get(token.kind === 'quoted' ? token.key : token.text);
  }

  /** Whether the operand after this place is a float: 1.0, 1e9, r.confidence, avg(x). */
  isFloatAfter(at: number): boolean {
    const { first, end } = this.#spanAfter(at);
    const [token, last] = [this.#query.tokens[first], this.#query.tokens[end - 1]];
    if (!token || !last) return false;
    if (end === first + 1) return token.kind === 'number' && /^\d*(\.0+$|.*e)/i.test(token.text);
    if (this.#query.isCall(first))
      return FLOAT_FUNCTIONS.has(token.key) && this.#query.pair(first + 1) === end - 1;
    return this.#query.key(end - 2) === '.' && FLOAT_PROPERTIES.has(last.text);
  }

  /** Of the members of the list after this place: ['a', 1], $list. */
  membersAfter(at: number): readonly Kind[] {
    const { first, end } = this.#spanAfter(at);
    const token = this.#query.tokens[first];
    const value = token?.kind === 'parameter' && end === first + 1 ? this.#value(token.text) : undefined;
    if (Array.isArray(value)) return value.map(ofValue);
    if (this.#query.key(first) !== '[' || this.#query.pair(first) !== end - 1) return [];
    const commas = [...this.#query.level(first + 1)].filter((place) => this.#query.key(place) === ',');
    return [first, ...commas].map((place) => this.after(place));
  }

  holdsNullBefore(at: number): boolean {
    return this.#holdsNull({ first: this.#startOf(at - 1), end: at });
  }

  holdsNullAfter(at: number): boolean {
    return this.#holdsNull(this.#spanAfter(at));
  }

  /** [1, null], {a: null}, $list */
  #holdsNull({ first, end }: Span): boolean {
    const [query, token] = [this.#query, this.#query.tokens[first]];
    if (token?.kind === 'parameter' && end === first + 1) return holdsNull(this.#value(token.text));
    if (!['[', '{'].includes(query.key(first)) || query.pair(first) !== end - 1) return false;
    for (let at = first + 1; at < end; at++) {
      const isMember = '[,:'.includes(query.key(at - 1) || ' ') && ',]}'.includes(query.key(at + 1) || ' ');
      if (query.key(at) === 'NULL' && isMember) return true;
    }
    return false;
  }

  #value(parameter: string): unknown {
    return this.#parameters[parameter.slice(1)];
  }

  #spanAfter(at: number): Span {
    let end = at + 1;
    const isSigned = this.#query.key(end) === '-';
    if (isSigned) end++;
    const first = end;
    if (this.#isOpening(end)) end = this.#query.pair(end);
    end++;
    while (this.#continues(end)) end = this.#query.key(end) === '.' ? end + 2 : this.#query.pair(end) + 1;
    return { first, end };
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

  #kindOf({ first, end }: Span): Kind {
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
    if (token.text === '{' && query.pair(first) === end - 1)
      return isPlainMap(query, first) ? 'map' : undefined;
    if (query.isCall(first) && query.pair(first + 1) === end - 1) return FUNCTIONS[token.key];
    if (query.key(end - 2) === '.') return this.property(end - 1);
    return undefined;
  }

  #ofToken(at: number): Kind {
    const token = this.#query.tokens[at];
    if (token?.kind === 'string') return 'text';
    if (token?.kind === 'number') return 'number';
    if (token?.kind === 'parameter') return ofValue(this.#value(token.text));
    if (token?.kind !== 'word') return undefined;
    if (token.key === 'TRUE' || token.key === 'FALSE') return 'boolean';
    const isLocal = this.#locals.some(({ name, from, to }) => name === token.text && from < at && at < to);
    return isLocal ? undefined : this.#variables.get(token.text);
  }
}

/** {a: 1}, and not EXISTS { … } or a {.name}. */
function isPlainMap(query: Brackets, at: number): boolean {
  return query.key(at + 2) === ':' && query.tokens[at - 1]?.kind !== 'quoted' && query.key(at - 1) !== ')';
}

function holdsNull(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some((item) => item === null || holdsNull(item));
}

function ofValue(value: unknown): Kind {
  if (Array.isArray(value)) return 'list';
  if (typeof value === 'string') return 'text';
  if (typeof value === 'number') return 'number';
  if (typeof value === 'object' && value !== null) return 'map';
  return typeof value === 'boolean' ? 'boolean' : undefined;
}
