/** Names in a query that the graph does not have: labels, types, properties. Pure; linear in the text. */
import { NODE_LABELS, RELATIONSHIP_TYPES } from '../../../graph/vocabulary.ts';

export type NameKind = 'label' | 'type' | 'property';
export type Wrong = Readonly<{
  kind: NameKind;
  name: string;
  from: number;
  to: number;
  /** What was meant, perhaps. */
  nearest: string | null;
}>;

const definitions = [...Object.values(NODE_LABELS), ...Object.values(RELATIONSHIP_TYPES)];
const NAMES: Readonly<Record<NameKind, ReadonlySet<string>>> = {
  label: new Set(Object.keys(NODE_LABELS)),
  type: new Set(Object.keys(RELATIONSHIP_TYPES)),
  property: new Set(definitions.flatMap(({ properties }) => Object.keys(properties))),
};

/** Texts and comments are one token each, so that nothing in them is taken for a name. */
const TOKENS =
  /'(?:[^'\\]|\\.)*'?|"(?:[^"\\]|\\.)*"?|`[^`]*`?|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?|[\p{L}_][\p{L}\p{N}_]*|\d[\p{L}\p{N}_]*|\S/gu;
const WORD = /^[\p{L}_]/u;
const IGNORED = /^\/[/*]/;

type Token = Readonly<{ text: string; at: number }>;

function tokensOf(text: string): readonly Token[] {
  return [...text.matchAll(TOKENS)].flatMap(({ 0: token, index: at }) =>
    IGNORED.test(token) ? [] : [{ text: token, at }],
  );
}

/** Variables that stand for nodes and edges: the word right after an opening bracket of a pattern. */
function bound(tokens: readonly Token[]): ReadonlySet<string> {
  const names = tokens.flatMap(({ text }, i) => {
    const before = tokens[i - 1]?.text;
    const after = tokens[i + 1]?.text ?? '';
    const called = WORD.test(tokens[i - 2]?.text ?? '') && before === '(' && after !== ':';
    return WORD.test(text) && (before === '(' || before === '[') && !called && ':)]{*'.includes(after)
      ? [text]
      : [];
  });
  return new Set(names);
}

/** Steps between two words, at most `most`; more are not counted. */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + Number(a[i - 1] !== b[j - 1]),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}

function nearestOf(kind: NameKind, name: string): string | null {
  const most = Math.min(3, Math.ceil(name.length / 3));
  const ranked = [...NAMES[kind]]
    .map((known) => ({ known, far: distance(known.toLowerCase(), name.slice(0, 80).toLowerCase(), most) }))
    .filter(({ far }) => far <= most)
    .sort((a, b) => a.far - b.far);
  return ranked[0]?.known ?? null;
}

/** Every name that is wrong, in order. A name in backticks is its writer's own affair. */
export function checkCypher(text: string): readonly Wrong[] {
  const tokens = tokensOf(text);
  const variables = bound(tokens);
  const wrong: Wrong[] = [];
  const open: string[] = [];
  /** What the words after a colon are, until the row of them ends. */
  let naming: NameKind | null = null;
  const look = (kind: NameKind, { text: name, at }: Token) => {
    if (NAMES[kind].has(name)) return;
    wrong.push({ kind, name, from: at, to: at + name.length, nearest: nearestOf(kind, name) });
  };
  tokens.forEach((token, i) => {
    const { text: word } = token;
    const before = tokens[i - 1]?.text ?? '';
    if ('([{'.includes(word)) open.push(word);
    if (')]}'.includes(word)) open.pop();
    if (word === ':' && open.at(-1) !== '{') naming = open.at(-1) === '[' ? 'type' : 'label';
    else if (naming !== null && WORD.test(word) && ':|&!('.includes(before)) look(naming, token);
    else if (!':|&!()'.includes(word)) naming = null;
    const owner = tokens[i - 2]?.text ?? '';
    if (before === '.' && WORD.test(word) && tokens[i + 1]?.text !== '(' && variables.has(owner))
      look('property', token);
  });
  return wrong;
}
