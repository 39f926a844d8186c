/** Agreements that are named in one breath: what is said of the first is said of each. */
import { FLAG } from './lexicon.ts';
import { endsSentence } from './sentences.ts';
import { MARK, NUMBER, type Tokens } from './tokens.ts';

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
      if (/^[;:.!?]$/.test(word) && endsSentence(tokens, i)) return false;
      if (word === ';' || word === ':') return false;
      if (word === ',') {
        joined = true;
        signed = false;
      }
      continue;
    }
    if (word === 'and' || word === 'or') joined = true;
    if (BETWEEN.has(word) || tokens.kind(i) === NUMBER || tokens.is(i, FLAG.PROVISION | FLAG.MONTH)) continue;
    if (/^[ivxlc]+$/.test(word)) continue;
    if (tokens.is(i, FLAG.DONE)) signed = true;
    else if (!signed || tokens.is(i, FLAG.FINITE | FLAG.RELATIVE | FLAG.RECITAL | FLAG.CUE)) return false;
  }
  return joined;
}
