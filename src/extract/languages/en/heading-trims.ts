/** What stands around a title and is no part of it: marks, footnotes, page numbers, place and date of signing. */
import { FLAG } from './flags.ts';
import { type Ground, ROMAN } from './ground.ts';
import { GAP, MARK, NUMBER, type Tokens, WORD } from './tokens.ts';

export function skipMarks(tokens: Tokens, from: number): number {
  let at = from;
  while (at < tokens.length && tokens.kind(at) === MARK) at += 1;
  return at;
}

export function trimEnd(tokens: Tokens, to: number): number {
  let end = to;
  while (end > 0 && tokens.kind(end - 1) === MARK && tokens.word(end - 1) !== ')') end -= 1;
  return end;
}

/** A footnote's number at the end of the heading. */
export function trimNotes(ground: Ground, from: number, to: number): number {
  const { tokens, dates } = ground;
  let end = to;
  while (
    end > from + 2 &&
    /^\d{1,2}$/.test(tokens.word(end - 1)) &&
    tokens.word(end - 2) !== '.' &&
    !endsDate(dates, end) &&
    !/^(no|protocol|annex|appendix|number)$/.test(tokens.word(end - 2))
  )
    end -= 1;
  // “BOSNIA AND HERZEGOVINA⏎III⏎PREAMBLE”: a page's number
  const number = tokens.word(end - 1);
  const isPage =
    number !== '' && ROMAN.test(number) && tokens.gap(end - 1) >= GAP.line && tokens.gap(end) >= GAP.line;
  if (isPage && end > from + 3 && !tokens.is(end - 2, FLAG.KIND | FLAG.PROVISION)) end -= 1;
  return trimEnd(tokens, withoutOpenBracket(tokens, end));
}

/** “… Free Trade Agreement (http:” with nothing that closes it */
function withoutOpenBracket(tokens: Tokens, to: number): number {
  for (let i = to - 1; i > to - 4; i -= 1) {
    if (tokens.word(i) === ')') return to;
    if (tokens.word(i) === '(') return i;
  }
  return to;
}

function endsDate(dates: Ground['dates'], end: number): boolean {
  for (let i = end - 1; i > end - 8; i -= 1) if (dates.get(i)?.to === end) return true;
  return false;
}

/** “(Moscow, 22 December 2004)” at the end of a heading is no part of the title. */
export function withoutSigning(ground: Ground, from: number, to: number): number {
  const { tokens, dates } = ground;
  for (let i = to - 1; i > Math.max(from + 2, to - 14); i -= 1) {
    if (tokens.word(i) !== '(') continue;
    for (let k = i + 1; k < Math.min(to, i + 8); k += 1)
      if ((dates.get(k)?.edtf.length ?? 0) === 10) return outerBracket(tokens, i, from + 2);
    return to;
  }
  return withoutDateline(ground, from, to);
}

/** “(resolution 14-01, adopted at Lima (Peru) on 8 July 2014)”: the bracket that holds another. */
function outerBracket(tokens: Tokens, inner: number, from: number): number {
  for (let i = inner - 1; i > Math.max(from, inner - 14); i -= 1) {
    if (tokens.word(i) === ')') return inner;
    if (tokens.word(i) === '(') return i;
  }
  return inner;
}

/** “… Jericho Agreement⏎Paris, April 29, 1994”: place and date below the title. */
function withoutDateline({ tokens, dates, names }: Ground, from: number, to: number): number {
  for (let i = to - 2; i > Math.max(from + 3, to - 8); i -= 1) {
    const date = dates.get(i);
    // “Warsaw, 28 and 30 June 1972”: two notes
    if (!date || date.to !== to || !/^[\d-]{10}(\/[\d-]{10})?$/.test(date.edtf)) continue;
    if (tokens.word(i - 1) === 'and' && tokens.kind(i - 2) === NUMBER) i -= 2;
    const before = tokens.word(i - 1);
    if (/^(of|dated|on|at|from|to|and|until|day)$/.test(before)) return to;
    if (before !== ',') return i;
    let place = i - 2;
    while (place > i - 5 && tokens.gap(place) < GAP.line && !names.has(place) && tokens.kind(place) === WORD)
      place -= 1;
    const named =
      tokens.gap(place) >= GAP.line || names.get(place)?.places.length || tokens.word(place - 1) === '.';
    // “… between Greenland and Iceland, 11 November 1997”
    const end = trimEnd(tokens, named ? place : i);
    // “… of the River. Signed at Rome, February 10, 1941”
    return isSignedAt(tokens, end) ? trimEnd(tokens, end - 2) : end;
  }
  return to;
}

/** “… for the mediterranean [as amended by the council at its first session]” at the end; “agreement[2]” has a footnote. */
export function withoutComment(tokens: Tokens, from: number, to: number): number {
  let open = to;
  for (let i = from + 2; i < to; i += 1) {
    if (tokens.word(i) === '[' && tokens.word(i + 2) !== ']') open = i;
    if (tokens.word(i) === ']' && tokens.kind(i + 1) === WORD && i + 1 < to) open = to;
  }
  return open === to ? withoutSentence(tokens, from, to) : open;
}

/** “agreement on the river (amendments made to it are part of the present text.)”: a bracket that says something. */
function withoutSentence(tokens: Tokens, from: number, to: number): number {
  if (tokens.word(to - 1) !== ')') return to;
  for (let i = to - 2, says = false; i > from + 2; i -= 1) {
    if (tokens.word(i) === '(') return says ? i : to;
    says ||= /^(is|are|was|were|has|have)$/.test(tokens.word(i));
  }
  return to;
}

/** “… pollution from ships)” with no bracket opened before */
export function withoutStrayBracket(tokens: Tokens, from: number, to: number): number {
  if (tokens.word(to - 1) !== ')') return to;
  for (let i = from; i < to; i += 1) if (tokens.word(i) === '(') return to;
  return to - 1;
}

function isSignedAt(tokens: Tokens, end: number): boolean {
  return tokens.word(end - 1) === 'at' && /^(signed|done|concluded)$/.test(tokens.word(end - 2));
}
