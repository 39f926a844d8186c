/** Tells an engine that would make the whole answer first how much of it is wanted. */
import { type Token, tokenize } from './cypher-tokens.ts';

/**
 * The query with `LIMIT count` at its end, where that keeps its meaning: it ends in a RETURN that has no LIMIT of its
 * own and is no part of a UNION. Every other query as it is.
 */
export function limited(cypher: string, count: number): string {
  const outer = outermost(tokenize(cypher));
  const last = outer.at(-1);
  const end = last?.text === ';' ? last.at : cypher.length;
  const returning = outer.findLastIndex((token) => isWord(token, 'RETURN'));
  const others = outer.slice(returning).some((token) => isWord(token, 'LIMIT'));
  const isUnion = outer.some((token) => isWord(token, 'UNION'));
  // Whatever follows RETURN might be a name of that spelling: then nothing is added, and nothing is lost.
  if (returning < 0 || others || isUnion || !endsInReturn(outer, returning)) return cypher;
  // On a line of its own, for the query may end in a comment.
  return `${cypher.slice(0, end)}\nLIMIT ${count}`;
}

/** Tokens outside of brackets. */
function outermost(tokens: readonly Token[]): readonly Token[] {
  let depth = 0;
  return tokens.filter(({ kind, text }) => {
    if (kind !== 'symbol') return depth === 0;
    if ('([{'.includes(text)) depth++;
    else if (')]}'.includes(text)) depth--;
    return depth === 0 && !')]}'.includes(text);
  });
}

/** Whether this RETURN is the clause and not a name: what is a name follows a dot, a colon, AS, a comma or an operator. */
function endsInReturn(outer: readonly Token[], at: number): boolean {
  const before = outer[at - 1];
  return before === undefined || before.kind !== 'symbol' || before.text === '*';
}

function isWord(token: Token, key: string): boolean {
  return token.kind === 'word' && token.key === key;
}
