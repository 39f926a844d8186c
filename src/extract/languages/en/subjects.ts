/**
 * Where the subject of a title ends: at verbs, relative clauses, marks that close something, and at what is said of
 * the agreement (“, done at”); not at the next comma.
 */
import { type Ground, holdsKind, ROMAN } from './ground.ts';
import { FLAG } from './lexicon.ts';
import { GAP, MARK, NUMBER, type Tokens, WORD } from './tokens.ts';

export const CONNECTORS: ReadonlySet<string> = new Set(
  `of the and to in on for by from with at as or a an de la le du des between among against concerning relating regarding respecting
  their its under into through other over within beyond and/or than not non their whose relative re vis-à-vis per upon outside off
  affecting resulting causing caused arising thereto s ' - / , respect especially certain including`.split(
    /\s+/,
  ),
);

const STOP_WORDS: ReadonlySet<string> = new Set(
  `this these those such any each every said it they we he she also pursuant until unless upon during after before not only either
  neither both whether however hereinafter hereafter hereto hereof herein hereby thereof therein thereby therefor hence via per
  considering whereas recalling having been being because so if then there here above below said same aforesaid`.split(
    /\s+/,
  ),
);

const AFTER_IN: ReadonlySet<string> = new Set(
  'regard accordance order so force particular which conformity relation that view addition case respect as any this case writing exercise compliance pursuance'.split(
    ' ',
  ),
);

const AFTER_AS: ReadonlySet<string> = new Set(
  'amended modified revised adopted supplemented well soon from far it to follows if the a defined set of at provided between subsequently'.split(
    ' ',
  ),
);

const AFTER_DONE: ReadonlySet<string> = new Set(
  'at on in by between for under this to as , the dated and'.split(' '),
);

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
      i = name.to;
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
      if (tokens.word(i) === ',' && commas === 0 && tokens.word(i + 1) === 'and' && !titled) break;
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
function isTitled(tokens: Tokens, head: number, from: number): boolean {
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

/** “AGREEMENT … ON FREE TRADE The Government of”: what follows a title in capitals on one line. */
export function endsCapitals(tokens: Tokens, head: number, i: number): boolean {
  return (
    tokens.word(i) === 'the' &&
    tokens.isCapital(i) &&
    !tokens.isAllCapitals(i) &&
    tokens.isAllCapitals(i - 1) &&
    tokens.isAllCapitals(head) &&
    tokens.end(head) - tokens.start(head) > 3
  );
}

/** “… on health for all and WHA64.12 on”: the next number of a list. */
function isNumber(tokens: Tokens, at: number): boolean {
  return (
    tokens.kind(at) === WORD &&
    tokens.kind(at + 1) === NUMBER &&
    tokens.gap(at + 1) === GAP.none &&
    (tokens.isAllCapitals(at) || !tokens.cased) &&
    tokens.end(at) - tokens.start(at) < 7
  );
}

function stopsAt(ground: Ground, i: number, titled: boolean): boolean {
  const { tokens } = ground;
  const word = tokens.word(i);
  const next = tokens.word(i + 1);
  if (word === 'and' && isNumber(tokens, i + 1)) return true;
  if (tokens.is(i, FLAG.RELATIVE) || STOP_WORDS.has(word)) return true;
  if (tokens.is(i, FLAG.FINITE) && !(titled && tokens.isCapital(i))) return true;
  if (
    tokens.is(i, FLAG.DONE) &&
    AFTER_DONE.has(next) &&
    !(word === 'revised' || word === 'called' || word === 'known' || word === 'held')
  )
    return true;
  if ((word === 'article' || word === 'chapter') && (tokens.kind(i + 1) === NUMBER || ROMAN.test(next)))
    return !isOpenBefore(tokens, i);
  if (
    tokens.gap(i) >= GAP.line &&
    ground.kinds.has(i) &&
    tokens.isCapital(i) &&
    !CONNECTORS.has(tokens.word(i - 1))
  )
    return true;
  if (word === 'done' || word === 'dated' || word === 'signed') return true;
  if (word === 'a' || word === 'an') return endsKind(ground, i);
  if (word === 'as') return AFTER_AS.has(next);
  if (word === 'in') return AFTER_IN.has(next);
  if (word === 'by')
    return (
      next === 'the' ||
      next === 'a' ||
      next === 'which' ||
      next === 'virtue' ||
      next === 'its' ||
      next === 'way'
    );
  if (word === 'to')
    return (
      next === 'which' ||
      next === 'be' ||
      next === 'that' ||
      next === 'it' ||
      (next === 'the' && tokens.is(i + 2, FLAG.PLAIN) && !ground.kinds.has(i + 2))
    );
  if (word === 'for') return next === 'that' || next === 'which' || next === 'each';
  if (word === 'and' || word === 'or') return endsAtAnd(ground, i, titled);
  if (titled && !tokens.isCapital(i) && !CONNECTORS.has(word) && tokens.kind(i) === WORD)
    return !capitalNear(tokens, i + 1);
  if (tokens.is(i, FLAG.RECITAL) && tokens.gap(i) !== GAP.blank) return true;
  return false;
}

/** “of Article VII”: the provision belongs to the subject. */
function isOpenBefore(tokens: Tokens, at: number): boolean {
  return CONNECTORS.has(tokens.word(at - 1)) && tokens.kind(at - 1) === WORD;
}

/** Whether the word before is the noun of an agreement that is named inside the title. */
function endsKind({ kinds }: Ground, at: number): boolean {
  for (let i = at - 1; i > at - 4; i -= 1) if (kinds.get(i)?.to === at) return true;
  return false;
}

/** Whether a capital word follows over connectors: one small word inside a title (“Safety of life at Sea”). */
function capitalNear(tokens: Tokens, from: number): boolean {
  for (let i = from; i < from + 3; i += 1) {
    if (tokens.kind(i) !== WORD) return false;
    if (tokens.isCapital(i)) return true;
    if (!CONNECTORS.has(tokens.word(i))) return false;
  }
  return false;
}

/** Whether an “and” joins something else to the title, not more of its subject. */
function endsAtAnd(ground: Ground, at: number, titled: boolean): boolean {
  const { tokens, kinds } = ground;
  const next = at + 1;
  const word = tokens.word(next);
  if (tokens.is(next, FLAG.FINITE | FLAG.RECITAL | FLAG.RELATIVE) || STOP_WORDS.has(word)) return true;
  if (tokens.is(next, FLAG.DONE) && AFTER_DONE.has(tokens.word(next + 1))) return true;
  if (isNextVerb(tokens, next)) return true;
  if (tokens.is(next, FLAG.PROVISION) && tokens.kind(next + 1) !== WORD) return true;
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
    if (tokens.is(next + 1, FLAG.PLAIN) && !tokens.isCapital(next + 1)) return true;
    return titled && !tokens.isCapital(next + 1) && !capitalNear(tokens, next + 2);
  }
  if (kinds.has(next)) return true;
  return titled && !CONNECTORS.has(word) && !tokens.isCapital(next) && !capitalNear(tokens, next + 1);
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
function holdsKindSoon(ground: Ground, from: number, span: number): boolean {
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

/** Where reading goes on after a mark inside a title; the mark itself where the title ends. */
function overMark(ground: Ground, i: number, stop: number, titled: boolean): number {
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
  const acronym =
    close === open + 2 && tokens.kind(open + 1) === WORD && (tokens.isAllCapitals(open + 1) || !tokens.cased);
  const after = tokens.word(close + 1);
  const goesOn =
    after === 'of' || after === 'between' || after === 'concerning' || after === 'in' || after === 'to';
  // “between the Caribbean Community (CARICOM) and Colombia”
  if (acronym) return goesOn || (after === 'and' && endsName(ground, open)) ? close + 1 : open;
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
