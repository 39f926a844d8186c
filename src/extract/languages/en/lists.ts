/** Agreements that are named in one breath: what is said of the first is said of each. */
import { FLAG } from './lexicon.ts';
import { endsSentence } from './sentences.ts';
import { GAP, MARK, NUMBER, type Tokens, WORD } from './tokens.ts';

/** How far two members of a list may stand apart, in tokens. */
const APART = 30;

const BETWEEN: ReadonlySet<string> = new Set(
  'the of its their both as well and or to also with in particular specifically especially said aforesaid thereto together'.split(
    ' ',
  ),
);

/** “A and B”, “A, signed at Rome on 3 May 1967, as well as B”: nothing stands between but what is said of A's signing. */
export function isListed(tokens: Tokens, from: number, to: number): boolean {
  if (to - from > APART) return false;
  let joined = false;
  let signed = false;
  for (let i = from; i < to; i += 1) {
    const word = tokens.word(i);
    if (tokens.kind(i) === MARK) {
      if (word === '(') {
        while (i < to && tokens.word(i) !== ')') i += 1;
        continue;
      }
      if (word === ';' || word === ':' || endsSentence(tokens, i)) return false;
      if (word === ',') {
        joined = true;
        signed = false;
      }
      continue;
    }
    if (word === 'and' || word === 'or') joined = true;
    if (BETWEEN.has(word) || tokens.kind(i) === NUMBER || tokens.is(i, FLAG.PROVISION | FLAG.MONTH)) continue;
    if (tokens.is(i, FLAG.DONE)) signed = true;
    else if (/^[ivxlc]+$/.test(word)) continue;
    else if (!signed || tokens.is(i, FLAG.FINITE | FLAG.RELATIVE | FLAG.RECITAL | FLAG.CUE)) return false;
  }
  return joined;
}

/** How far before a list's colon “the following” may stand, in tokens. */
const INTRO = 16;

/** “the following Conventions: – A”: the token of “following”, where the first item begins at `from`; -1 where it does not. */
export function introOf(tokens: Tokens, from: number): number {
  const start = itemStart(tokens, from);
  let colon = start - 1;
  while (colon > start - 4 && tokens.word(colon) !== ':') {
    if (tokens.kind(colon) === WORD && tokens.end(colon) - tokens.start(colon) > 2) return -1;
    colon -= 1;
  }
  if (tokens.word(colon) !== ':') return -1;
  let several = false;
  for (let i = colon - 1; i > colon - INTRO; i -= 1) {
    if (tokens.word(i) === 'following') return several ? i : -1;
    if (tokens.is(i, FLAG.KIND) && tokens.word(i).endsWith('s')) several = true;
    if (tokens.word(i) === ';' || endsSentence(tokens, i)) return -1;
  }
  return -1;
}

/** Whether the mention at `to` begins the next item of a list with an item to a line; `from` is where the last ends. */
export function isNextItem(tokens: Tokens, from: number, to: number): boolean {
  if (to - from > APART) return false;
  const start = itemStart(tokens, to);
  if (start < from || !isMarked(tokens, start)) return false;
  for (let i = from; i < to; i += 1)
    if (
      tokens.is(i, FLAG.FINITE | FLAG.RELATIVE | FLAG.RECITAL | FLAG.PROVISION) &&
      !tokens.is(i, FLAG.MONTH)
    )
      return false;
  return true;
}

/** Where the item begins that a mention is named in: “– the Paris Act (1971) of the Berne Convention”. */
function itemStart(tokens: Tokens, from: number): number {
  for (let i = from; i > from - 10; i -= 1) {
    if (tokens.gap(i) >= GAP.line) return i;
    if (tokens.isMark(i - 1, ':') || tokens.isMark(i - 1, ';') || tokens.is(i - 1, FLAG.FINITE)) break;
  }
  return tokens.word(from - 1) === 'the' ? from - 1 : from;
}

/** Behind “;” or “and”, or with a bullet or a letter before it: “– A”, “(b) B”, “c) C”. */
function isMarked(tokens: Tokens, start: number): boolean {
  if (tokens.kind(start) !== WORD || tokens.word(start + 1) === ')') return true;
  const before = tokens.word(start - 1);
  return before === 'and' || before === 'or' || (tokens.kind(start - 1) === MARK && before !== '.');
}
