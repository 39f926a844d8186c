/**
 * Cypher text → tokens, as both engines cut it. Where engines could cut differently (odd line ends in comments,
 * escapes that stand for quotes, control characters) the text is refused rather than guessed at.
 */

/** `quoted` is a name in backticks; the others are what they are called. */
export type TokenKind = 'word' | 'quoted' | 'string' | 'number' | 'parameter' | 'symbol';
/** `text` has its escapes resolved, a word's is in upper case under `key`; `at` and `end` are its place in the source. */
export type Token = Readonly<{ kind: TokenKind; text: string; key: string; at: number; end: number }>;

/** A text that cannot be cut safely; `at` says where, `isOpen` whether it only ends too early. */
export class UnsafeText extends Error {
  readonly at: number;
  readonly isOpen: boolean;
  constructor(message: string, at: number, isOpen = false) {
    super(message);
    this.at = at;
    this.isOpen = isOpen;
  }
}

const SPACE = /\s+/uy;
const LINE_COMMENT = /\/\/[^\n]*/y;
const BLOCK_COMMENT = /\/\*.*?\*\//sy;
const WORD = /[\p{ID_Start}_][\p{ID_Continue}]*/uy;
const QUOTED = /`(?:[^`]|``)*`/y;
const STRING = /'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"/sy;
// 1 · 1.5e-3 · 0x1F; the dots of 1..3 are not part of it, nor is the dot of 1.
const NUMBER = /\d[\p{ID_Continue}]*(?:\.\d[\p{ID_Continue}]*)?(?:(?<=[eE])[+-]\d+)?/uy;
const PARAMETER = /\$(?:[\p{ID_Continue}]+|`(?:[^`]|``)*`)/uy;
const SYMBOL = /[()[\]{}.,:;|&!<>=+\-*/%^~?]/y;

const KINDS: readonly (readonly [TokenKind, RegExp])[] = [
  ['word', WORD],
  ['quoted', QUOTED],
  ['string', STRING],
  ['number', NUMBER],
  ['parameter', PARAMETER],
  ['symbol', SYMBOL],
];

/** Cuts the text. Throws UnsafeText. */
export function tokenize(source: string): readonly Token[] {
  const { text, place } = unescaped(source);
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) {
    const skipped = matchAt(SPACE, text, at) ?? comment(text, at);
    if (skipped !== undefined) {
      at += skipped.length;
      continue;
    }
    const { kind, written } = tokenAt(text, at);
    const end = at + written.length;
    tokens.push({ kind, text: written, key: keyOf(kind, written), at: place(at), end: place(end) });
    at = end;
  }
  return tokens;
}

function tokenAt(text: string, at: number): Readonly<{ kind: TokenKind; written: string }> {
  for (const [kind, pattern] of KINDS) {
    const written = matchAt(pattern, text, at);
    if (written !== undefined) return { kind, written };
  }
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
  const open: Record<string, string> = { "'": 'a string', '"': 'a string', '`': 'a name in backticks' };
  const what = open[character];
  if (what) throw new UnsafeText(`${what} is not closed`, at, true);
  throw new UnsafeText(`${JSON.stringify(character)} does not belong here`, at);
}

/** What a token is compared by: a word in upper case, a name in backticks as what it names. */
function keyOf(kind: TokenKind, text: string): string {
  if (kind === 'word') return text.toUpperCase();
  return kind === 'quoted' ? text.slice(1, -1).replaceAll('``', '`') : text;
}

function comment(text: string, at: number): string | undefined {
  if (text.startsWith('/*', at)) {
    const found = matchAt(BLOCK_COMMENT, text, at);
    if (found === undefined) throw new UnsafeText('a comment is not closed', at, true);
    if (found.indexOf('/*', 1) > 0) throw new UnsafeText('a comment stands inside a comment', at);
    return found;
  }
  const found = matchAt(LINE_COMMENT, text, at);
  if (found !== undefined && /\r(?!$)|[\v\f\u0085\u2028\u2029]/.test(found))
    throw new UnsafeText('a comment holds an odd line end; end it with a newline', at);
  return found;
}

/**
 * Resolves \u0043 as a server does before it reads anything else. An escape that stands for a quote, a backslash,
 * a slash, a star or a control character could end a string or a comment for one engine and not for the other.
 */
function unescaped(source: string): Readonly<{ text: string; place: (at: number) => number }> {
  /** Where each escape ends in the text, and how many units the source has had more by then. */
  const shifts: { at: number; more: number }[] = [];
  let more = 0;
  const text = source.replace(/\\u+([0-9a-fA-F]{4})/g, (written, digits: string, at: number) => {
    const character = String.fromCharCode(Number.parseInt(digits, 16));
    if (/['"`\\/*\p{Cc}\u2028\u2029]/u.test(character))
      throw new UnsafeText(`${written} stands for a mark of the language; pass the text as a parameter`, at);
    const end = at - more + 1;
    more += written.length - 1;
    shifts.push({ at: end, more });
    return character;
  });
  return { text, place: (at) => at + (shifts.findLast((shift) => shift.at <= at)?.more ?? 0) };
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** `line 1, column 12`, for messages. */
export function placeOf(source: string, at: number): string {
  const before = source.slice(0, at).split('\n');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}`;
}
