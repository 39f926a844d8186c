/** Sentences, as spans of the text, in order and covering it. */
import type { Span } from '../../../records.ts';
import { FLAG } from './lexicon.ts';
import { GAP, MARK, NUMBER, type Tokens, WORD } from './tokens.ts';

const SHORT: ReadonlySet<string> = new Set(
  'no nos art arts para paras mr mrs ms dr st vol pp cf rev ed eds hon sgd fig doc res add corr ch sec inc ltd co viz al'.split(
    ' ',
  ),
);

/** Most words are longer than these, and need not be looked up. */
const LONGEST_SHORT = Math.max(...Array.from(SHORT, ({ length }) => length));

/** “.”, “?”, “!” */
function isStop(unit: number): boolean {
  return unit === 46 || unit === 63 || unit === 33;
}

export function findSentences(tokens: Tokens): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  const close = (end: number) => {
    if (end > start) sentences.push({ start, end });
    start = end;
  };
  const ends = FLAG.MARK | FLAG.PARAGRAPH;
  for (let i = tokens.next(0, ends); i < tokens.length; i = tokens.next(i + 1, ends)) {
    if (i > 0 && tokens.is(i, FLAG.PARAGRAPH)) close(tokens.start(i));
    // Most marks are commas.
    if (isStop(tokens.text.charCodeAt(tokens.start(i))) && i + 1 < tokens.length && endsSentence(tokens, i))
      close(tokens.start(i + 1));
  }
  close(tokens.text.length);
  return sentences;
}

/** Whether a mark ends a sentence: a stop that is no abbreviation's, no number's and no initial's. */
export function endsSentence(tokens: Tokens, mark: number): boolean {
  const word = tokens.word(mark);
  if (word !== '.') return word === '?' || word === '!';
  const before = mark - 1;
  const next = mark + 1;
  if (tokens.kind(next) === MARK && tokens.gap(next) === GAP.none) return false;
  if (tokens.kind(before) === NUMBER && tokens.kind(next) === NUMBER && tokens.gap(next) === GAP.none)
    return false;
  if (tokens.kind(before) === WORD) {
    const length = tokens.end(before) - tokens.start(before);
    if (length === 1 || (length <= LONGEST_SHORT && SHORT.has(tokens.word(before)))) return false;
  }
  if (tokens.gap(next) === GAP.none && tokens.kind(next) === NUMBER) return true;
  return !tokens.cased || tokens.isCapital(next) || tokens.kind(next) !== WORD;
}
