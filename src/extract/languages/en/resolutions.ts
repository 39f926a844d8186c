/** The heading of a resolution: the lines above the body that speaks. */
import type { Ground } from './ground.ts';
import { NEAR } from './heading-lines.ts';
import { trimEnd, trimNotes } from './heading-trims.ts';
import type { KindNoun } from './kinds.ts';
import { FLAG } from './lexicon.ts';
import { GAP, NUMBER, type Tokens } from './tokens.ts';

export const RESOLUTION: KindNoun = { kind: 'resolution', plural: false, weight: 'weak' };

/** “Promotion of mental health⏎The Twenty-eighth World Health Assembly,⏎Recognizing”: the lines before the body that speaks. */
export function findResolutionBounds(ground: Ground): { from: number; to: number } | null {
  const { tokens } = ground;
  for (let i = 1; i < Math.min(tokens.length, NEAR + 60); i += 1) {
    if (tokens.gap(i) < GAP.line || tokens.word(i) !== 'the' || !speaks(tokens, i)) continue;
    let from = lineStart(tokens, i - 1);
    let last = i;
    // “WHA33.12⏎25 May 1980” below a title
    while (from > 0 && isDayOrNumber(ground, from, last) && i - from < 16) {
      last = from;
      from = lineStart(tokens, from - 1);
    }
    while (from > 0 && isTitleLine(tokens, lineStart(tokens, from - 1), from) && i - from < 40)
      from = lineStart(tokens, from - 1);
    from = withoutNumber(tokens, from);
    const to = trimNotes(ground, from, trimEnd(tokens, last));
    // “Autism”, alone on its line, is enough.
    const isLine = (from === 0 || tokens.gap(from) >= GAP.line) && tokens.end(from) - tokens.start(from) > 3;
    return to - from < 2 && !isLine ? null : { from, to };
  }
  return null;
}

/** “The World Health Assembly, Recalling” */
function speaks(tokens: Tokens, the: number): boolean {
  for (let i = the + 1; i < the + 10; i += 1) {
    if (tokens.word(i) === ',')
      return (
        // “PP1 Recalling”
        (tokens.is(i + 1, FLAG.RECITAL) || (tokens.word(i + 1) === 'pp' && tokens.is(i + 3, FLAG.RECITAL))) &&
        /body|assembly|board|council|committee|conference|commission/.test(tokens.words(the, i + 1))
      );
    if (tokens.is(i, FLAG.FINITE)) return false;
  }
  return false;
}

/** “64/131. Realizing …”, “EB120.R17 Prevention …”: the number before a title. */
function withoutNumber(tokens: Tokens, from: number): number {
  let at = from;
  while (at < from + 8 && (at === from || tokens.gap(at) === GAP.none)) at += 1;
  return at > from + 1 && /\d/.test(tokens.text.slice(tokens.start(from), tokens.end(at - 1))) ? at : from;
}

/** “25 May 1980”, “WHA33.12”: a line that holds nothing else. */
function isDayOrNumber({ tokens, dates }: Ground, from: number, to: number): boolean {
  if (dates.get(from)?.to === to) return true;
  for (let i = from + 1; i < to; i += 1) if (tokens.gap(i) !== GAP.none) return false;
  return tokens.kind(to - 1) === NUMBER;
}

function lineStart(tokens: Tokens, at: number): number {
  let i = at;
  while (i > 0 && tokens.gap(i) < GAP.line) i -= 1;
  return i;
}

/** Not “Agenda item 13.5 26 May 2012”, “WHA65.7”, “SIXTY-FIFTH WORLD HEALTH ASSEMBLY”. */
function isTitleLine(tokens: Tokens, from: number, to: number): boolean {
  if (
    tokens.word(from) === '[' ||
    (tokens.word(from) === 'resolution' && tokens.word(from + 1) === 'adopted')
  )
    return false;
  for (let i = from; i < to; i += 1)
    if (
      !tokens.is(i, FLAG.FUNCTION) &&
      (tokens.is(i, FLAG.MONTH) ||
        tokens.word(i) === '/' ||
        /^(agenda|session|item|assembly|original|distr|meeting)$/.test(tokens.word(i)))
    )
      return false;
  return to - from > 2 && !/\d$/.test(tokens.word(to - 1));
}
