/** Operands of kinds that the embedded engine joins, compares or counts with otherwise than Neo4j, or that Neo4j refuses. */
import type { Brackets } from './brackets.ts';
import type { Kind, Kinds } from './operand-kinds.ts';

/** What to write instead of the operator, the test or the property at this place. */
export function kindDifference(query: Brackets, kinds: Kinds, at: number): string | undefined {
  const key = query.key(at);
  if (key === '+') return sumDifference(query, kinds, at);
  if (key === '-' || key === '*' || key === '/' || key === '%' || key === '^')
    return arithmeticDifference(query, kinds, at);
  if (key === '=' || key === '<' || key === '>') return comparisonDifference(query, kinds, at);
  if (key === 'IN') return membershipDifference(kinds, at);
  return key === ':' ? propertyDifference(query, kinds, at) : undefined;
}

const NEVER_EQUAL =
  "a text and a number are never equal, nor is one before the other; write '1994' or toInteger(text)";
const NULL_PARTS =
  'lists and maps that hold null are neither equal nor unequal; compare their parts, or leave nulls out: [x IN list WHERE x IS NOT NULL]';

function sumDifference(query: Brackets, kinds: Kinds, at: number): string | undefined {
  const [left, right] = [kinds.before(at), kinds.after(at)];
  if (left === 'number' && right === 'text')
    return 'a number and a text are not joined; write toString(number) + text';
  if (left === 'text' && kinds.isFloatAfter(at))
    return 'a text and a float are joined without its .0; write text + toString(number)';
  // Neo4j joins a text and what turns out to be true, and refuses the word.
  const isJoined = left === 'text' && right === 'boolean' && !['TRUE', 'FALSE'].includes(query.key(at + 1));
  if (isJoined) return undefined;
  if (left !== 'list' && right !== 'list') return unjoinable(left, right);
  if (left === right) return undefined;
  // What a variable holds is not known: list + [x] is meant by all who write it so.
  const isKnown = left !== undefined && right !== undefined;
  const isAppended = left === 'list' && right === undefined;
  return isKnown || isAppended
    ? 'a list and what is added to it are both lists; write list + [x]'
    : undefined;
}

/** true + 'a', 'a' + {a: 1} */
function unjoinable(left: Kind, right: Kind): string | undefined {
  const both = [left, right];
  if (both.includes('map')) return 'a map is not added to anything; write map.name';
  return both.includes('boolean') ? 'a truth value is not added to anything; write toString(x)' : undefined;
}

function arithmeticDifference(query: Brackets, kinds: Kinds, at: number): string | undefined {
  const [before, after] = [query.key(at - 1), query.key(at + 1)];
  // count(*), [:CITES*1..3], (a)-[r]->(b)
  const isHops =
    query.key(at) === '*' && ('([:|'.includes(before || ' ') || '[:|'.includes(query.key(at - 2) || ' '));
  const isArrow = query.key(at) === '-' && (')]<'.includes(before || ' ') || '[(>-'.includes(after || ' '));
  if (isHops || isArrow) return undefined;
  const isNoNumber = (kind: Kind) => kind !== undefined && kind !== 'number';
  return isNoNumber(kinds.operand(at)) || isNoNumber(kinds.after(at))
    ? `${query.key(at)} takes numbers; write toInteger(text) or toFloat(text)`
    : undefined;
}

/** = <> < > <= >= */
function comparisonDifference(query: Brackets, kinds: Kinds, at: number): string | undefined {
  const [key, before, after] = [query.key(at), query.key(at - 1), query.key(at + 1)];
  // The second half of <> <= >=, arrows, =~ and reduce(name = …
  const isOther = '<>'.includes(before || ' ') || before === '-' || after === '-' || after === '~';
  if (isOther || query.key(at - 3) === 'REDUCE') return undefined;
  const isLong = after === '=' || after === '>';
  const end = isLong ? at + 1 : at;
  const both = [kinds.before(at), kinds.after(end)];
  if (both.includes('text') && both.includes('number')) return NEVER_EQUAL;
  if (key === '=' || after === '>')
    return kinds.holdsNullBefore(at) || kinds.holdsNullAfter(end) ? NULL_PARTS : undefined;
  return both.includes('list') || both.includes('boolean')
    ? 'lists and truth values have no order; compare their parts'
    : undefined;
}

/** a.signed IN [1994] */
function membershipDifference(kinds: Kinds, at: number): string | undefined {
  const kind = kinds.operand(at);
  const members = kinds.membersAfter(at);
  const isMixed =
    (kind === 'text' && members.includes('number')) || (kind === 'number' && members.includes('text'));
  if (isMixed) return NEVER_EQUAL;
  return kinds.holdsNullBefore(at) ? NULL_PARTS : undefined;
}

/** (a:Agreement {signed: 1994}) */
function propertyDifference(query: Brackets, kinds: Kinds, at: number): string | undefined {
  const [kind, value] = [kinds.property(at - 1), kinds.after(at)];
  const isMixed = (kind === 'text' && value === 'number') || (kind === 'number' && value === 'text');
  return isMixed && isInPattern(query, at) ? NEVER_EQUAL : undefined;
}

/** Whether the braces around this place stand in (a:Agreement { or [r:CITES {, and are no map of their own. */
function isInPattern(query: Brackets, at: number): boolean {
  let open = at - 1;
  while (open >= 0 && query.key(open) !== '{')
    open = query.pair(open) < open ? query.pair(open) - 1 : open - 1;
  const before = query.key(open - 2);
  return before === ':' || before === '|' || (before === '(' && !query.isCall(open - 3));
}
