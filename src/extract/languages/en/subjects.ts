/**
 * Where the subject of a title ends: at verbs, relative clauses, marks that close something, and at what is said of
 * the agreement (“, done at”); not at the next comma.
 */
import type { Ground } from './ground.ts';
import { overMark } from './subject-marks.ts';
import { stopsAt } from './subject-stops.ts';
import { CONNECTORS } from './subject-words.ts';
import { GAP, MARK, NUMBER, type Tokens, WORD } from './tokens.ts';

/** The token after the subject that begins at `from`. */
export function subjectEnd(ground: Ground, head: number, from: number, stop: number): number {
  const { tokens, dates, names } = ground;
  const titled = isTitled(tokens, head, from);
  let end = from;
  let i = from;
  let commas = 0;
  while (i < stop) {
    if (i > from && tokens.gap(i) === GAP.paragraph) break;
    const name = names.get(i);
    if (name && name.to <= stop && !dates.has(i)) {
      i = name.agreements.length > 0 && isOfThoseBound(tokens, name.to) ? name.to + 1 : name.to;
      end = i;
      continue;
    }
    const date = dates.get(i);
    if (date) {
      // “of 3 May 1967” is read by its own rule; a year inside a subject is part of it, and so is a period.
      if (
        !isPeriod(tokens, i) &&
        (tokens.word(i - 1) === 'of' || tokens.word(i - 1) === ',' || date.edtf.length > 4)
      )
        break;
      i = date.to;
      end = i;
      continue;
    }
    if (tokens.kind(i) === MARK) {
      // “…, and the role of”: where no list was begun, the comma ends the title.
      if (tokens.word(i) === ',' && commas === 0 && tokens.word(i + 1) === 'and') {
        if (!titled || tokens.word(i + 2) === 'the') break;
      }
      const next = overMark(ground, i, stop, titled);
      if (next === i) break;
      if (tokens.word(i) === ',') commas += 1;
      if (
        tokens.word(next - 1) === ')' ||
        tokens.word(next - 1) === 'part' ||
        tokens.word(next - 1) === 'hand'
      )
        end = next;
      i = next;
      continue;
    }
    if (
      tokens.word(i) === 'between' &&
      tokens.word(i + 1) === 'the' &&
      /^governments?$/.test(tokens.word(i + 2))
    )
      break;
    // “Seabed Boundaries between the two countries and Related Matters”
    if (isOfBoth(tokens, i)) {
      i += 4;
      end = i;
      continue;
    }
    if (stopsAt(ground, i, titled) || isNextSubject(tokens, i, titled) || endsCapitals(tokens, head, i))
      break;
    if (tokens.word(i) === 'thereto') {
      end = i + 1;
      break;
    }
    i += 1;
    if (!CONNECTORS.has(tokens.word(i - 1)) || tokens.kind(i - 1) === NUMBER) end = i;
  }
  return end;
}

/** “for the period from 1 January 2005 to 31 December 2010”: what a title is about, not its date. */
function isPeriod(tokens: Tokens, at: number): boolean {
  const before = tokens.word(at - 1) === 'from' ? at - 2 : at - 1;
  if (/^(?:to|until)$/.test(tokens.word(at - 1)))
    for (let i = at - 2; i > at - 8; i -= 1) if (tokens.word(i) === 'from') return isPeriod(tokens, i + 1);
  return tokens.word(before) === 'period';
}

/** “the Agreement on Amendments the Annex shall be added”: no title goes on so. */
function isNextSubject(tokens: Tokens, at: number, titled: boolean): boolean {
  return (
    titled &&
    tokens.word(at) === 'the' &&
    tokens.isCapital(at - 1) &&
    /(?:tions?|ments|ies)$/.test(tokens.word(at - 1))
  );
}

/** “of the Free Trade Agreement countries”: who is bound by the agreement that is named. */
function isOfThoseBound(tokens: Tokens, at: number): boolean {
  return /^(?:countries|states|parties|members)$/.test(tokens.word(at)) && tokens.gap(at) <= GAP.line;
}

/** “between the two countries” */
function isOfBoth(tokens: Tokens, at: number): boolean {
  return (
    tokens.word(at) === 'between' &&
    tokens.word(at + 1) === 'the' &&
    tokens.word(at + 2) === 'two' &&
    /^(countries|states|parties|governments|nations)$/.test(tokens.word(at + 3))
  );
}

/** Whether the title is written with capitals, so that small words end it. */
export function isTitled(tokens: Tokens, head: number, from: number): boolean {
  if (!tokens.cased || !tokens.isCapital(head)) return false;
  let capitals = 0;
  let words = 0;
  for (let i = from; i < from + 9 && words < 4; i += 1) {
    if (tokens.kind(i) !== WORD || CONNECTORS.has(tokens.word(i))) continue;
    words += 1;
    if (tokens.isCapital(i)) capitals += 1;
    else if (words === 1) return false;
  }
  return capitals > 0 && capitals * 2 >= words;
}

/** A word of some letters with a capital and small letters. */
function isInSmall(tokens: Tokens, at: number): boolean {
  return tokens.isCapital(at) && !tokens.isAllCapitals(at) && tokens.end(at) - tokens.start(at) > 3;
}

/** “AGREEMENT … ON FREE TRADE The Government of”: what follows a title in capitals on one line. */
export function endsCapitals(tokens: Tokens, head: number, i: number): boolean {
  if (tokens.gap(i) >= GAP.line && tokens.isAllCapitals(head) && isInSmall(tokens, i)) return true;
  return (
    tokens.word(i) === 'the' &&
    tokens.isCapital(i) &&
    !tokens.isAllCapitals(i) &&
    tokens.isAllCapitals(i - 1) &&
    tokens.isAllCapitals(head) &&
    tokens.end(head) - tokens.start(head) > 3
  );
}
