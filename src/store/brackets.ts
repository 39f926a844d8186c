/** Tokens with their brackets paired: what reading a query by its words needs. */
import { type Token, tokenize } from './cypher-tokens.ts';

/** Words that begin a clause. */
const CLAUSES: ReadonlySet<string> = new Set('MATCH OPTIONAL WITH UNWIND RETURN CALL UNION'.split(' '));

export class Brackets {
  readonly source: string;
  readonly tokens: readonly Token[];
  /** By the place of a bracket, that of the other one. */
  readonly #pairs = new Map<number, number>();

  /** The query has passed the gate, so that its brackets are closed. */
  constructor(source: string) {
    this.source = source;
    this.tokens = tokenize(source);
    const open: number[] = [];
    this.tokens.forEach(({ kind, text }, at) => {
      if (kind !== 'symbol') return;
      if ('([{'.includes(text)) open.push(at);
      else if (')]}'.includes(text)) {
        const other = open.pop() ?? at;
        this.#pairs.set(other, at).set(at, other);
      }
    });
  }

  /** The symbol or the word in upper case at a place; '' for everything else. */
  key(at: number): string {
    const token = this.tokens[at];
    return token?.kind === 'symbol' || token?.kind === 'word' ? token.key : '';
  }

  /** Where the bracket here has its other half; the place itself for what is no bracket. */
  pair(at: number): number {
    return this.#pairs.get(at) ?? at;
  }

  /** The source from one token to before another, comments and all. */
  slice(from: number, to: number): string {
    const [first, last] = [this.tokens[from], this.tokens[to - 1]];
    return first && last && from < to ? this.source.slice(first.at, last.end) : '';
  }

  /** Places from here on that are not within further brackets, up to the closing one or the end. */
  *level(from: number): Iterable<number> {
    for (let at = from; at < this.tokens.length; at++) {
      const key = this.key(at);
      if (key !== '' && ')]}'.includes(key)) return;
      yield at;
      at = this.pair(at);
    }
  }

  /** Where the clause ends in which this place stands: at the next one, a closing bracket or the end. */
  clauseEnd(from: number): number {
    let end = from;
    for (const at of this.level(from)) {
      if (this.isClause(at)) return at;
      end = this.pair(at) + 1;
    }
    return end;
  }

  /** STARTS WITH is no clause, nor is a property of that name. */
  isClause(at: number): boolean {
    const before = this.key(at - 1);
    if (!CLAUSES.has(this.key(at)) || before === '.' || before === ':') return this.key(at) === ';';
    return !(this.key(at) === 'WITH' && (before === 'STARTS' || before === 'ENDS'));
  }

  /** A word with a bracket behind it, not in a longer name. */
  isCall(at: number): boolean {
    return this.tokens[at]?.kind === 'word' && this.key(at + 1) === '(' && this.key(at - 1) !== '.';
  }
}
