/** Marks inside a title: commas of a list, sides of an agreement, brackets. */
import { FLAG } from './flags.ts';
import type { Ground } from './ground.ts';
import { endsAtAnd, holdsKindSoon } from './subject-joins.ts';
import { STOP_WORDS } from './subject-words.ts';
import { GAP, MARK, NUMBER, WORD } from './tokens.ts';

/** Where reading goes on after a mark inside a title; the mark itself where the title ends. */
export function overMark(ground: Ground, i: number, stop: number, titled: boolean): number {
  const { tokens } = ground;
  const mark = tokens.word(i);
  if (mark === "'" || mark === '/') return i + 1;
  if (mark === '-') return tokens.gap(i) === GAP.none && tokens.gap(i + 1) === GAP.none ? i + 1 : i;
  if (mark === ',') {
    const side = overSide(ground, i);
    if (side > i) return side;
  }
  if (mark === ',') return goesOnAfterComma(ground, i, stop, titled) ? i + 1 : i;
  if (mark === '.') {
    const short = tokens.end(i - 1) - tokens.start(i - 1) === 1 && tokens.kind(i - 1) === WORD;
    return short &&
      tokens.gap(i + 1) <= GAP.blank &&
      (tokens.word(i + 2) === '.' || tokens.gap(i + 1) === GAP.none)
      ? i + 1
      : i;
  }
  if (mark === '(') return overBracket(ground, i, stop);
  return i;
}

/** “, of the one part, and the Republic of Latvia, of the other part”: after the words that tell a side. */
function overSide(ground: Ground, comma: number): number {
  const { tokens } = ground;
  let at = comma + 1;
  const first = tokens.word(comma - 1) === 'part' || tokens.word(comma - 1) === 'hand';
  if (first && tokens.word(at) === 'and' && !holdsKindSoon(ground, at + 1, 7)) return at + 1;
  if (tokens.word(at) !== 'of' && tokens.word(at) !== 'on') return comma;
  at += tokens.word(at + 1) === 'the' ? 2 : 1;
  const side = tokens.word(at) === 'one' || tokens.word(at) === 'other';
  return side && /^(part|hand|side)$/.test(tokens.word(at + 1)) ? at + 2 : comma;
}

/** A bracket inside a title is part of it when it holds no definition and the title goes on, or when it ends it in capitals. */
function overBracket(ground: Ground, open: number, stop: number): number {
  const { tokens } = ground;
  let close = open + 1;
  while (close < open + 12 && close < stop && tokens.word(close) !== ')') close += 1;
  if (tokens.word(close) !== ')') return open;
  const first = tokens.word(open + 1);
  if (
    first === '"' ||
    first === "'" ||
    first === 'the' ||
    tokens.is(open + 1, FLAG.FUNCTION | FLAG.DONE | FLAG.RELATIVE) ||
    first === 'decision'
  )
    return open;
  // “(GATT)”, “(GATT, 1994)”, “(GATT 1994)”
  const year = tokens.kind(close - 1) === NUMBER ? (tokens.word(close - 2) === ',' ? 2 : 1) : 0;
  const last = close - year;
  const acronym =
    last === open + 2 && tokens.kind(open + 1) === WORD && (tokens.isAllCapitals(open + 1) || !tokens.cased);
  const after = tokens.word(close + 1);
  const goesOn =
    after === 'of' || after === 'between' || after === 'concerning' || after === 'in' || after === 'to';
  // “between the Caribbean Community (CARICOM) and Colombia”
  if (acronym) return goesOn || (after === 'and' && endsName(ground, open)) ? close + 1 : open;
  // “Convention on Lakes (Geneva, 1958)”: where and when
  const place = ground.names.get(open + 1);
  if (year > 0 && place?.to === last && place.places.length > 0) return open;
  // “… of the Baltic Sea Area (Helsinki Convention)”: another name
  if (tokens.kind(open + 1) === NUMBER || ground.kinds.get(close - 1)?.to === close) return open;
  return tokens.cased && tokens.isCapital(open + 1) ? close + 1 : goesOn ? close + 1 : open;
}

function endsName({ names }: Ground, end: number): boolean {
  for (let i = end - 1; i > end - 8; i -= 1) if (names.get(i)?.to === end) return true;
  return false;
}

/** A comma inside a title parts the members of a list, whose “and” comes before anything that ends the title. */
function goesOnAfterComma(ground: Ground, comma: number, stop: number, titled: boolean): boolean {
  const { tokens, dates, kinds } = ground;
  const next = comma + 1;
  const word = tokens.word(next);
  if (word === 'and' || word === 'or') return !endsAtAnd(ground, next, titled);
  if (
    dates.has(next) ||
    tokens.is(next, FLAG.RECITAL | FLAG.DONE | FLAG.RELATIVE | FLAG.FINITE | FLAG.DETERMINER)
  )
    return false;
  if (tokens.is(next, FLAG.FUNCTION) || tokens.kind(next) === MARK || tokens.kind(next) === NUMBER)
    return false;
  if (titled && !tokens.isCapital(next)) return false;
  for (let i = next; i < Math.min(stop, next + 14); i += 1) {
    const token = tokens.word(i);
    if (token === 'and' || token === 'or') return !endsAtAnd(ground, i, titled);
    if (dates.has(i) || kinds.has(i)) return false;
    if (tokens.kind(i) === MARK && token !== ',' && token !== '-' && token !== "'") return false;
    if (tokens.is(i, FLAG.FINITE | FLAG.RELATIVE | FLAG.RECITAL) || STOP_WORDS.has(token)) return false;
    if (tokens.gap(i) === GAP.paragraph) return false;
  }
  return false;
}
