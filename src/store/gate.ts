/**
 * Decides before anything runs that a person's query only reads. It reads the query's tokens as a sequence of operands
 * and of words that join them, and lets pass what it knows to read, instead of looking for what it knows to write:
 *
 *     MATCH (set) WHERE set.delete = 'CREATE' RETURN set   no: SET as a name needs backticks
 *     MATCH (n) WHERE n.delete = 'CREATE' RETURN n         yes
 *     MATCH (n) WITH n \u0044ELETE n                       no: DELETE
 *
 * Behind it stand a read-only file or a READ session, and on a server the plan that the server itself makes.
 */
import { StemmaError } from '../errors.ts';
import { placeOf, type Token, tokenize, UnsafeText } from './cypher-tokens.ts';

/** Longer ones are no person's. */
const LONGEST = 100_000;

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What a query, a subquery or a part of a UNION may begin with. */
const BEGINNINGS = words('MATCH OPTIONAL WITH UNWIND RETURN CALL');
/** Never a bare word, wherever it stands, except as a property, a label or a map's key. */
const WRITING = words('CREATE MERGE SET DELETE DETACH NODETACH REMOVE INSERT FOREACH LOAD DROP');
/** Words that may stand where an operand has ended. */
const JOINING = words(`
  MATCH OPTIONAL WITH UNWIND RETURN CALL WHERE UNION ALL DISTINCT ORDER BY ASC ASCENDING DESC DESCENDING SKIP OFFSET
  LIMIT YIELD AS AND OR XOR NOT IN STARTS ENDS CONTAINS IS CASE WHEN THEN ELSE END FROM USING
  SHORTEST PATH PATHS GROUP GROUPS NORMALIZED
  BOOLEAN STRING INTEGER FLOAT DATE LOCAL ZONED TIME DATETIME DURATION POINT NODE RELATIONSHIP MAP LIST ANY NULL`);
/** Of these, the ones after which an operand has ended, too. */
const ENDING = words('ASC ASCENDING DESC DESCENDING END PATH PATHS GROUP GROUPS NORMALIZED NULL');
/** Words that leave an operand still to come, wherever they stand. */
const LEADING = words(`
  MATCH OPTIONAL WITH UNWIND RETURN CALL WHERE UNION ALL DISTINCT BY NOT CASE WHEN THEN ELSE IN YIELD
  INDEX TEXT RANGE SCAN SEEK JOIN ON TYPED LIMIT SKIP OFFSET ORDER AS`);
/** Words before a brace that opens a subquery. */
const SUBQUERIES = words('CALL EXISTS COUNT COLLECT');
/** Procedures that tell no more than the vocabulary does. */
const PROCEDURES = words('db.labels db.relationshipTypes db.propertyKeys');
/** Families of functions with a dot in their names that only compute. */
const FAMILIES = words('DATE DATETIME TIME LOCALTIME LOCALDATETIME DURATION POINT VECTOR');

/** Throws QUERY_REFUSED unless the query only reads, BAD_QUERY when it is none. */
export function refuseUnlessRead(cypher: string): void {
  if (cypher.trim() === '') throw new StemmaError('BAD_QUERY', 'the query is empty');
  if (cypher.length > LONGEST)
    throw new StemmaError('BAD_QUERY', `the query is longer than ${LONGEST} characters`);
  try {
    new Reading(cypher, tokenize(cypher)).check();
  } catch (error) {
    if (!(error instanceof UnsafeText)) throw error;
    const code = error.isOpen ? 'BAD_QUERY' : 'QUERY_REFUSED';
    throw new StemmaError(code, `${error.message} (${placeOf(cypher, error.at)})`, error);
  }
}

/** Throws QUERY_REFUSED unless the procedure is one of the few that may be called. */
export function refuseProcedure(name: string, place = ''): void {
  if (PROCEDURES.has(name)) return;
  const allowed = [...PROCEDURES].join(', ');
  throw new StemmaError(
    'QUERY_REFUSED',
    `the procedure ${name}${place} may not be called here; these may: ${allowed}`,
  );
}

/** One pass over the tokens, which keeps whether an operand is due. */
class Reading {
  readonly #cypher: string;
  readonly #tokens: readonly Token[];
  #operandDue = true;
  /** The word before each open bracket that opens a subquery, '' for others. */
  readonly #open: string[] = [];
  #closed = '';

  constructor(cypher: string, tokens: readonly Token[]) {
    this.#cypher = cypher;
    this.#tokens = tokens;
  }

  check(): void {
    this.#checkBeginning(0);
    this.#tokens.forEach((token, at) => {
      if (token.kind === 'symbol') this.#symbol(token, at);
      else if (token.kind !== 'word' || this.#isName(at)) this.#operandDue = false;
      else this.#word(token, at);
    });
    if (this.#open.length > 0) throw new StemmaError('BAD_QUERY', 'a bracket is not closed');
  }

  #symbol(token: Token, at: number): void {
    if (token.text === ';' && at < this.#tokens.length - 1)
      this.#refuse(token, 'a second statement begins after “;”; send one at a time');
    if ('([{'.includes(token.text)) this.#opens(token, at);
    else if (')]}'.includes(token.text)) this.#closed = this.#open.pop() ?? '';
    this.#operandDue = !(
      ')]}'.includes(token.text) ||
      this.#isStar(token, at) ||
      this.#isQuantifier(token, at)
    );
  }

  #opens(token: Token, at: number): void {
    const word = token.text === '{' ? this.#subqueryBefore(at) : '';
    if (token.text === '(') this.#checkFunction(at);
    this.#open.push(word);
    if (word !== '') this.#checkBeginning(at + 1, word);
  }

  /** The word that makes the brace here a subquery: CALL {, CALL (n) {, EXISTS {. */
  #subqueryBefore(at: number): string {
    let before = at - 1;
    if (this.#key(before) === ')') {
      for (let depth = 0; before >= 0; before--) {
        if (this.#key(before) === ')') depth++;
        else if (this.#key(before) === '(' && --depth === 0) break;
      }
      before--;
      return this.#isBare(before, 'CALL') ? 'CALL' : '';
    }
    const token = this.#tokens[before];
    return token?.kind === 'word' && SUBQUERIES.has(token.key) && !this.#isName(before) ? token.key : '';
  }

  /** A `*` that stands for everything: RETURN *, count(*), [*1..3], {.*}. */
  #isStar(token: Token, at: number): boolean {
    return token.text === '*' && this.#operandDue && this.#key(at - 1) !== '*';
  }

  /** The `+` or `*` of a repeated pattern, before a clause: ((a)-->(b))+ WHERE … */
  #isQuantifier(token: Token, at: number): boolean {
    const next = this.#tokens[at + 1];
    return (
      '+*'.includes(token.text) && this.#key(at - 1) === ')' && next?.kind === 'word' && JOINING.has(next.key)
    );
  }

  #word(token: Token, at: number): void {
    if (WRITING.has(token.key)) this.#refuseWriting(token);
    if (token.key === 'IN' && this.#key(at - 1) === '}' && this.#closed === 'CALL')
      this.#refuse(token, 'CALL { … } IN TRANSACTIONS writes; only reading is allowed here');
    if (!this.#operandDue && !JOINING.has(token.key))
      this.#refuse(token, `“${token.text}” is no clause that reads the graph`);
    if (token.key === 'CALL') this.#checkCall(at);
    if (token.key === 'UNION') this.#checkBeginning(this.#isUnionWord(at + 1) ? at + 2 : at + 1, 'UNION');
    this.#operandDue = this.#operandDue ? LEADING.has(token.key) : !ENDING.has(token.key);
  }

  #isUnionWord(at: number): boolean {
    return this.#isBare(at, 'ALL') || this.#isBare(at, 'DISTINCT');
  }

  /** A query, a subquery, a part of a UNION begins with a clause that reads; EXISTS and COUNT also with a pattern. */
  #checkBeginning(at: number, inside = ''): void {
    const token = this.#tokens[at];
    if (!token) throw new StemmaError('BAD_QUERY', 'the query ends where a clause is due');
    if (token.kind === 'word' && BEGINNINGS.has(token.key)) return;
    if ((inside === 'EXISTS' || inside === 'COUNT') && this.#isPattern(at)) return;
    if (token.kind === 'word' && WRITING.has(token.key)) this.#refuseWriting(token);
    if (token.key === 'EXPLAIN' || token.key === 'PROFILE')
      this.#refuse(token, `${token.key} is not answered here; ask the query itself`);
    this.#refuse(
      token,
      `“${token.text}” does not begin a query that reads; begin with MATCH, UNWIND, CALL, WITH or RETURN`,
    );
  }

  /** (a)-->(b), p = (a)-->(b), SHORTEST 1 (a)-->(b). */
  #isPattern(at: number): boolean {
    return this.#key(at) === '(' || this.#key(at + 1) === '=' || this.#isBare(at, 'SHORTEST');
  }

  /** CALL name.of.procedure, however it is quoted and spaced. */
  #checkCall(at: number): void {
    const first = this.#tokens[at + 1];
    if (!first || (first.kind !== 'word' && first.kind !== 'quoted')) return;
    let name = '';
    for (let next = at + 1; ; next += 2) {
      name += nameOf(this.#tokens[next]);
      if (this.#key(next + 1) !== '.') break;
      name += '.';
    }
    refuseProcedure(name, ` (${placeOf(this.#cypher, first.at)})`);
  }

  /** A function with a dot in its name belongs to one of the families that only compute. */
  #checkFunction(at: number): void {
    let first = at - 1;
    // In names[0..size(names)] the dots belong to the slice.
    const isDotted = this.#key(first - 1) === '.' && this.#key(first - 2) !== '.';
    if (!isNameToken(this.#tokens[first]) || !isDotted) return;
    while (this.#key(first - 1) === '.' && isNameToken(this.#tokens[first - 2])) first -= 2;
    const token = this.#tokens[first];
    if (!token || this.#isBare(first - 1, 'CALL') || FAMILIES.has(nameOf(token).toUpperCase())) return;
    const name = this.#tokens.slice(first, at).map(nameOf).join('');
    this.#refuse(token, `the function ${name} may not be called here`);
  }

  /** A property (n.set), a label or type (:SET), a map's key ({set: 1}): never the beginning of a clause. */
  #isName(at: number): boolean {
    const [before, previous, next] = [this.#tokens[at - 2], this.#key(at - 1), this.#key(at + 1)];
    if (previous === '.') return before?.kind !== 'number' && before?.text !== '.';
    if (previous === ':') return true;
    return next === ':' && (previous === '{' || previous === ',');
  }

  #isBare(at: number, key: string): boolean {
    const token = this.#tokens[at];
    return token?.kind === 'word' && token.key === key;
  }

  /** The symbol or word at a place; '' where a string or a quoted name could be mistaken for one. */
  #key(at: number): string {
    const token = this.#tokens[at];
    return token?.kind === 'symbol' || token?.kind === 'word' ? token.key : '';
  }

  #refuseWriting(token: Token): never {
    const what = token.key === 'LOAD' ? 'LOAD reads files' : `${token.key} writes`;
    const hint = this.#operandDue && token.at > 0 ? '; if it is a name, put it in backticks' : '';
    this.#refuse(token, `${what}, and only reading the graph is allowed here${hint}`);
  }

  #refuse(token: Token, why: string): never {
    throw new StemmaError('QUERY_REFUSED', `${why} (${placeOf(this.#cypher, token.at)})`);
  }
}

function isNameToken(token: Token | undefined): token is Token {
  return token?.kind === 'word' || token?.kind === 'quoted';
}

/** What a token names; a dot as itself. */
function nameOf(token: Token | undefined): string {
  if (!token) return '';
  return token.kind === 'quoted' ? token.key : token.text;
}
