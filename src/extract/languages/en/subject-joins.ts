/** “and” inside a title: more of its subject, or something else. */
import { FLAG } from './flags.ts';
import { type Ground, holdsKind, ROMAN } from './ground.ts';
import { AFTER_DONE, CONNECTORS, STOP_WORDS } from './subject-words.ts';
import { MARK, type Tokens, WORD } from './tokens.ts';

/** Whether a capital word follows over connectors: one small word inside a title (“Safety of life at Sea”). */
export function capitalNear(tokens: Tokens, from: number): boolean {
  for (let i = from; i < from + 3; i += 1) {
    if (tokens.kind(i) !== WORD) return false;
    if (tokens.isCapital(i)) return true;
    if (!CONNECTORS.has(tokens.word(i))) return false;
  }
  return false;
}

/** Whether an “and” joins something else to the title, not more of its subject. */
export function endsAtAnd(ground: Ground, at: number, titled: boolean): boolean {
  const { tokens, kinds } = ground;
  const next = at + 1;
  const word = tokens.word(next);
  if (tokens.is(next, FLAG.FINITE | FLAG.RECITAL | FLAG.RELATIVE) || STOP_WORDS.has(word)) return true;
  if (tokens.is(next, FLAG.DONE) && AFTER_DONE.has(tokens.word(next + 1))) return true;
  if (isNextVerb(tokens, next)) return true;
  if (tokens.is(next, FLAG.PROVISION) && isNumbered(tokens, next)) return true;
  if (word === 'to' && isFurtherObject(tokens, at)) return false;
  if (
    word === 'to' ||
    word === 'by' ||
    word === 'in' ||
    word === 'at' ||
    word === 'under' ||
    word === 'from' ||
    word === 'with'
  )
    return !titled || holdsKind(ground, next + 1, 6);
  if (word === 'of') {
    const noun = tokens.word(next + 1) === 'the' ? next + 2 : next + 1;
    if (tokens.is(noun, FLAG.PLAIN | FLAG.PROVISION | FLAG.GENERIC) && !(titled && tokens.isCapital(noun)))
      return true;
  }
  if (holdsKindSoon(ground, next, 7)) return !isJoinedName(tokens, at);
  if (word === 'the') {
    const isPlain =
      tokens.is(next + 1, FLAG.PLAIN) || /^(?:principles|requirements|rules)$/.test(tokens.word(next + 1));
    if (isPlain && !tokens.isCapital(next + 1)) return true;
    return titled && !tokens.isCapital(next + 1) && !capitalNear(tokens, next + 2);
  }
  if (kinds.has(next)) return true;
  return titled && !CONNECTORS.has(word) && !tokens.isCapital(next) && !capitalNear(tokens, next + 1);
}

/** “article 5”, “article iv.”: part of an agreement, not of a title. */
function isNumbered(tokens: Tokens, at: number): boolean {
  return (
    tokens.kind(at + 1) !== WORD || (ROMAN.test(tokens.word(at + 1)) && tokens.word(at).startsWith('art'))
  );
}

/** “relating to the river commission and to navigation”: a second object of the same word. */
function isFurtherObject(tokens: Tokens, and: number): boolean {
  const word = tokens.word(and + 2);
  if (word !== 'the' && !/(?:tion|ment|port|ing|age)s?$/.test(word)) return false;
  for (let i = and - 1; i > and - 12; i -= 1)
    if (tokens.word(i) === 'to') return /^(?:relating|relative|related|pertaining)$/.test(tokens.word(i - 1));
  return false;
}

/** “… and met in Oslo”, “… and specifically its Article 7”, not “… and Related Matters” */
function isNextVerb(tokens: Tokens, at: number): boolean {
  if (tokens.cased && tokens.isCapital(at)) return false;
  const word = tokens.word(at);
  if (
    /^(?:specifically|particularly|especially|accordingly|consequently|subsequently|met|took|held|made|gave|found)$/.test(
      word,
    )
  )
    return true;
  return word.endsWith('ed') && /^(?:in|on|at|by|the|that|to|for|their|its|his)$/.test(tokens.word(at + 1));
}

/** “the Stabilisation and Association Agreement”: one name. */
function isJoinedName(tokens: Tokens, and: number): boolean {
  return (
    tokens.word(and - 2) === 'the' &&
    !tokens.is(and + 1, FLAG.DETERMINER) &&
    (!tokens.cased || (tokens.isCapital(and - 1) && tokens.isCapital(and + 1)))
  );
}

/** Whether an agreement's noun follows with nothing but words that belong to it. */
export function holdsKindSoon(ground: Ground, from: number, span: number): boolean {
  const { tokens, kinds } = ground;
  let at = from;
  if (tokens.word(at) === 'of') at += 1;
  if (tokens.is(at, FLAG.DETERMINER)) at += 1;
  for (; at < from + span; at += 1) {
    if (kinds.has(at)) return true;
    if (tokens.kind(at) === MARK || tokens.is(at, FLAG.FUNCTION | FLAG.FINITE | FLAG.DETERMINER))
      return false;
  }
  return false;
}
