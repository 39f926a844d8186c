/** Parties in a title: “between the Government of X and the Government of Y”. */
import { type Ground, governmentAt, isOfStates, skipNote, type Tail } from './ground.ts';
import { FLAG } from './lexicon.ts';
import { endsCapitals } from './subjects.ts';
import { GAP, MARK, NUMBER, type Tokens } from './tokens.ts';

/** “between the Government of X and the Government of Y” */
export function readBetween(ground: Ground, tail: Tail, stop: number): void {
  const { tokens, names, dates } = ground;
  const note = skipNote(tokens, tail.end);
  // “the Convention, between Norway and Denmark, for the preservation of”
  const isClause = tail.dated || (!tail.topic && tokens.word(note + 1) === 'between');
  const begin = tokens.word(note) === ',' && isClause ? note + 1 : note;
  const at = begin + madeWords(tokens, begin);
  const word = tokens.word(at);
  if (tail.between || (word !== 'between' && word !== 'among' && word !== 'amongst')) return;
  const both = endOfBoth(tokens, at + 1);
  if (both > 0) {
    tail.between = { from: at + 1, to: both };
    tail.end = both;
    return;
  }
  const parties: string[] = [];
  let strangers = 0;
  let end = at;
  for (let i = at + 1; i < stop; ) {
    if (tokens.gap(i) >= GAP.line && parties.length > 1 && endsCapitals(tokens, at, i)) break;
    const name = names.get(i);
    if (name && name.states.length + name.organizations.length > 0) {
      const [key] = [...name.states, ...name.organizations];
      if (name.states.length === 0 && isOfStates(tokens, name)) strangers += 1;
      if (key !== undefined && !parties.includes(key)) parties.push(key);
      i = name.to;
      end = i;
      continue;
    }
    const government = governmentAt(ground, i);
    if (government !== undefined) {
      if (!parties.includes(government)) parties.push(government);
      i += 1;
      end = i;
      continue;
    }
    const token = tokens.word(i);
    if (dates.has(i) || token === 'preamble') break;
    if (i === end && parties.length > 1 && beginsLine(tokens, i)) break;
    const kind = tokens.kind(i);
    if (kind === NUMBER && end === i && tokens.end(i) - tokens.start(i) < 3) i += 1;
    else if (token === ',' && endsList(ground, i)) break;
    else if (token === ',' || token === '&' || token === '-' || token === "'" || token === 's') i += 1;
    else if (isAcronym(tokens, i) || isInRespect(tokens, i)) i += 3;
    else if (kind === MARK || tokens.gap(i) === GAP.paragraph) break;
    else if (tokens.is(i, FLAG.PARTY)) {
      i += 1;
      if (!['and', 'of', 'the', 'on', 'other', 'one'].includes(token)) end = i;
      if (token === 'on' && !['one', 'the'].includes(tokens.word(i))) break;
      if (token === 'on' && tokens.word(i) === 'the' && !['one', 'other'].includes(tokens.word(i + 1))) break;
    } else if (
      tokens.is(i, FLAG.TOPIC | FLAG.FINITE | FLAG.RELATIVE | FLAG.DONE) ||
      tokens.is(i, FLAG.KIND | FLAG.DETERMINER)
    )
      break;
    else if (tokens.is(i, FLAG.FUNCTION) && !['for', 'in'].includes(token)) break;
    else {
      // “… and the City of Seattle developed under”
      if (tokens.cased && !tokens.isCapital(i) && token.endsWith('ed')) break;
      // A party that no list names.
      strangers += 1;
      if (strangers > 12 || token === 'in' || token === 'for') break;
      i += 1;
      end = i;
    }
  }
  if (parties.length === 0 && strangers === 0) return;
  if (end === at) return;
  tail.between = { from: at + 1, to: end };
  if (strangers === 0 && parties.length > 1) tail.parties = parties;
  tail.end = end;
}

/** “… and the Government of Denmark⏎Date of signing”: a new line that begins with a capital, in a text that has small letters. */
function beginsLine(tokens: Tokens, at: number): boolean {
  return (
    tokens.gap(at) >= GAP.line &&
    tokens.isCapital(at) &&
    !tokens.isAllCapitals(at) &&
    tokens.word(at) !== 'and'
  );
}

/** “the two Governments”, “our two countries”, “the Contracting Parties”: the token after it; 0 where it is not. */
function endOfBoth(tokens: Tokens, at: number): number {
  if (
    !/^(?:the|our|their|these)$/.test(tokens.word(at)) ||
    !/^(?:two|contracting|said)$/.test(tokens.word(at + 1))
  )
    return 0;
  return /^(?:governments|countries|states|parties|nations|powers)$/.test(tokens.word(at + 2)) ? at + 3 : 0;
}

/** “His Majesty the King, in respect of Canada” */
function isInRespect(tokens: Tokens, at: number): boolean {
  return (
    tokens.word(at) === 'in' &&
    tokens.word(at + 1) === 'respect' &&
    tokens.word(at + 2) === 'of' &&
    !tokens.is(at + 3, FLAG.PROVISION)
  );
}

/** “entered into between”, “signed between” */
function madeWords(tokens: Tokens, at: number): number {
  if (!tokens.is(at, FLAG.DONE)) return 0;
  if (tokens.word(at) === 'entered' && tokens.word(at + 1) === 'into') return 2;
  return /^(signed|concluded|made)$/.test(tokens.word(at)) && tokens.word(at + 1) === 'between' ? 1 : 0;
}

/** “(HKJ)” after a party's name */
function isAcronym(tokens: Tokens, open: number): boolean {
  return tokens.word(open) === '(' && tokens.word(open + 2) === ')' && tokens.isAllCapitals(open + 1);
}

/** Whether a comma in a list of parties ends it: no party comes after. */
function endsList(ground: Ground, comma: number): boolean {
  const { tokens, names } = ground;
  if (/^(part|hand)$/.test(tokens.word(comma - 1)) && tokens.word(comma + 1) === 'and') return false;
  if (isInRespect(tokens, comma + 1)) return false;
  for (let i = comma + 1; i < comma + 7; i += 1) {
    const name = names.get(i);
    // “…, Norway shall represent”: what comes after it
    if (name && name.states.length + name.organizations.length > 0) return tokens.is(name.to, FLAG.FINITE);
    const word = tokens.word(i);
    if (word === 'respectively' || word === 'represented' || word === 'other' || word === 'one') return false;
    if (!tokens.is(i, FLAG.PARTY)) return true;
  }
  return true;
}
