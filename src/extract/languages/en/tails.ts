/**
 * What follows an agreement's noun: number, date, parties, subject. The end is found by structure: titles stop
 * at verbs, relative clauses, marks that close something, and at what is said of the agreement (“, done at”).
 */
import type { DateHit } from './dates.ts';
import type { KindNoun } from './kinds.ts';
import { FLAG } from './lexicon.ts';
import type { NameHit } from './names.ts';
import type { PhraseHit } from './phrases.ts';
import { GAP, MARK, NUMBER, type Tokens, WORD } from './tokens.ts';

/** What was found in a text before agreements are looked at, by the token that it begins at. */
export type Ground = Readonly<{
  tokens: Tokens;
  dates: ReadonlyMap<number, DateHit>;
  names: ReadonlyMap<number, NameHit>;
  kinds: ReadonlyMap<number, PhraseHit<KindNoun>>;
}>;

export type Tail = {
  /** The token after the mention. */
  end: number;
  /** Tokens of the subject, `from` (in) to `to` (out); none without one. */
  topic: { from: number; to: number } | null;
  /** First token of the parties' names and the one after the last. */
  between: { from: number; to: number } | null;
  parties: string[] | null;
  dates: string[];
  /** The date and place of signing that stand after the title and are no part of it. */
  signed?: string;
  place?: string;
  /** Tokens of that place's name. */
  placeAt?: { from: number; to: number };
  number: string | null;
  /** Dates that began right after the noun: it is described, not entitled. */
  dated: boolean;
  /** A name such as “of Rome”. */
  named: boolean;
};

const LONGEST = 110;

/**
 * Reads on from the token after an agreement's noun.
 * `bold`: the noun is written as a title's is (capital, heading), so that doubtful prepositions begin a subject.
 */
export function readTail(
  ground: Ground,
  head: number,
  noun: KindNoun,
  at: number,
  limit: number,
  bold: boolean,
): Tail {
  const tail: Tail = {
    end: at,
    topic: null,
    between: null,
    parties: null,
    dates: [],
    number: null,
    dated: false,
    named: false,
  };
  const stop = Math.min(limit, at + LONGEST);
  for (let step = 0; step < 8; step += 1) {
    const before = tail.end;
    if (before >= stop) break;
    readNumber(ground, noun, tail);
    readDate(ground, tail, stop);
    readVersion(ground, tail);
    readBetween(ground, tail, stop);
    if (!tail.topic) readTopic(ground, head, noun, tail, stop, bold);
    readAside(ground, tail, stop);
    if (tail.end === before) break;
  }
  readSigning(ground, tail, stop);
  return tail;
}

/** What follows a name that is whole: a date, and what is said of its signing. */
export function readAfterName(ground: Ground, at: number): Tail {
  const tail: Tail = {
    end: at,
    topic: { from: at, to: at },
    between: null,
    parties: null,
    dates: [],
    number: null,
    dated: false,
    named: true,
  };
  const stop = Math.min(ground.tokens.length, at + 30);
  readDate(ground, tail, stop);
  readVersion(ground, tail);
  readSigning(ground, tail, stop);
  return tail;
}

/** A footnote's number between the words of a title: “the Agreement of 3 March 1966 2 between”. */
function skipNote(tokens: Tokens, at: number): number {
  if (tokens.word(at) === '*') return at + 1;
  return tokens.kind(at) === NUMBER && tokens.end(at) - tokens.start(at) < 3 ? at + 1 : at;
}

const ROMAN = /^(?:x{0,3})(?:ix|iv|v?i{0,3})$/;

/** “No. 3”, “III”, “2625 (XXV)”, “1/CP.17”, “MEPC.131(53)”. */
function readNumber(ground: Ground, noun: KindNoun, tail: Tail): void {
  const { tokens } = ground;
  if (tail.number !== null || tail.topic || tail.between) return;
  let at = tail.end;
  const word = tokens.word(at);
  if ((word === 'no' || word === 'nr' || word === 'number' || word === 'nos') && tokens.kind(at) === WORD) {
    at += tokens.word(at + 1) === '.' ? 2 : 1;
    if (tokens.kind(at) !== NUMBER && !ROMAN.test(tokens.word(at))) return;
  } else if (noun.kind === 'resolution' || noun.kind === 'other') {
    const end = codeEnd(tokens, at);
    if (end === at) return;
    tail.number = compact(tokens, at, end);
    tail.end = end;
    return;
  } else if (
    tokens.kind(at) === WORD &&
    ROMAN.test(word) &&
    tokens.gap(at) === GAP.blank &&
    (word.length > 1 || tokens.isCapital(at))
  ) {
    if (noun.kind !== 'protocol' && noun.kind !== 'convention') return;
  } else if (
    tokens.kind(at) !== NUMBER ||
    noun.kind !== 'protocol' ||
    tokens.end(at) - tokens.start(at) > 2 ||
    tokens.gap(at) !== GAP.blank
  )
    return;
  const end = codeEnd(tokens, at) > at ? codeEnd(tokens, at) : at + 1;
  tail.number = compact(tokens, at, end);
  tail.end = end;
}

/** The end of a document's number: digits, roman numerals and capitals joined by marks without blanks; then “(XXV)”. */
function codeEnd(tokens: Tokens, from: number): number {
  let at = from;
  let digits = false;
  for (; at < from + 9; at += 1) {
    if (at > from && tokens.gap(at) !== GAP.none) break;
    const kind = tokens.kind(at);
    const mark = tokens.word(at);
    if (kind === MARK && (at === from || (mark !== '/' && mark !== '.' && mark !== '-'))) break;
    if (kind === MARK && (tokens.gap(at + 1) !== GAP.none || tokens.kind(at + 1) === MARK)) break;
    if (kind === WORD && at > from && tokens.word(at - 1) === '.' && tokens.end(at) - tokens.start(at) > 3)
      break;
    if (kind === WORD && !ROMAN.test(mark) && tokens.end(at) - tokens.start(at) > 5) break;
    if (kind === NUMBER || (kind === WORD && ROMAN.test(mark) && at > from)) digits = true;
  }
  const hasSlash = tokens.word(from + 1) === '/' && at > from + 2;
  if (!digits && !hasSlash) return from;
  if (tokens.word(at) === '(' && tokens.word(at + 2) === ')') {
    const inner = tokens.word(at + 1);
    if (tokens.kind(at + 1) === NUMBER || /^[ivxlc]+$/.test(inner)) at += 3;
  }
  return at;
}

function compact(tokens: Tokens, from: number, to: number): string {
  return tokens.lower.slice(tokens.start(from), tokens.end(to - 1)).replace(/\s+/g, '');
}

/** “of 3 May 1967”, “dated January 22, 1964”, “, 1974”, and “of 1949 and 1951”. */
function readDate(ground: Ground, tail: Tail, stop: number): void {
  const { tokens, dates } = ground;
  const at = skipNote(tokens, tail.end);
  const word = tokens.word(at);
  let from = at;
  if (word === 'of' || word === 'dated' || word === 'from') from += 1;
  else if (word === 'signed' || word === 'concluded') {
    if (tokens.word(at + 1) !== 'on' || tail.topic) return;
    from += 2;
  } else if (word !== ',' && word !== '(') return;
  else from += 1;
  if (tokens.word(from) === 'the' && word === 'of') from += 1;
  if (tokens.word(from) === 'year' && word === 'of') from += 1;
  const date = dates.get(from);
  if (!date || date.to > stop) return;
  // A comma joins the year of a title (“Sea, 1974”), not a date of something else.
  if (
    word === ',' &&
    (date.edtf.length > 4 || !tail.topic || (tail.dates.length > 0 && !holdsOther(ground, tail.topic)))
  )
    return;
  if (word === '(' && (date.edtf.length > 4 || tokens.word(date.to) !== ')')) return;
  if (word === 'from') return;
  tail.end = word === '(' ? date.to + 1 : date.to;
  // “Protocol to the Convention of 1868”: the date is the Convention's.
  if (tail.topic && holdsOther(ground, tail.topic)) return;
  tail.dates.push(date.edtf);
  if (!tail.topic && !tail.between) tail.dated = true;
  // “of 1949 and 1951”, “of 3 May 1967 and 4 June 1970”
  for (let next = tail.end; tokens.word(next) === 'and' || tokens.word(next) === ','; next = tail.end) {
    const more = dates.get(tokens.word(next + 1) === 'of' ? next + 2 : next + 1);
    if (!more || word !== 'of' || more.edtf.length === 7) break;
    tail.dates.push(more.edtf);
    tail.end = more.to;
  }
}

/** Whether another agreement is named in a subject. */
function holdsOther({ kinds }: Ground, topic: { from: number; to: number }): boolean {
  for (let i = topic.from + 1; i < topic.to; i += 1) if (kinds.has(i)) return true;
  return false;
}

/** “in the version of 20 November 1963” */
function readVersion(ground: Ground, tail: Tail): void {
  const { tokens, dates } = ground;
  if (
    tokens.word(tail.end) !== 'in' ||
    tokens.word(tail.end + 1) !== 'the' ||
    tokens.word(tail.end + 2) !== 'version'
  )
    return;
  const date = dates.get(tail.end + 4);
  if (date) tail.end = date.to;
}

/** “between the Government of X and the Government of Y” */
function readBetween(ground: Ground, tail: Tail, stop: number): void {
  const { tokens, names } = ground;
  const note = skipNote(tokens, tail.end);
  const at = tokens.word(note) === ',' && tail.dated ? note + 1 : note;
  const word = tokens.word(at);
  if (tail.between || (word !== 'between' && word !== 'among' && word !== 'amongst')) return;
  const parties: string[] = [];
  let strangers = 0;
  let end = at;
  for (let i = at + 1; i < stop; ) {
    const name = names.get(i);
    if (name && name.states.length + name.organizations.length > 0) {
      const [key] = [...name.states, ...name.organizations];
      if (key !== undefined && !parties.includes(key)) parties.push(key);
      i = name.to;
      end = i;
      continue;
    }
    const kind = tokens.kind(i);
    const token = tokens.word(i);
    if (kind === NUMBER && end === i && tokens.end(i) - tokens.start(i) < 3) i += 1;
    else if (token === ',' && endsList(ground, i)) break;
    else if (token === ',' || token === '-' || token === "'" || token === 's') i += 1;
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

/** Whether a comma in a list of parties ends it: no party comes after. */
function endsList(ground: Ground, comma: number): boolean {
  const { tokens, names } = ground;
  for (let i = comma + 1; i < comma + 7; i += 1) {
    if (names.get(i)?.states.length || names.get(i)?.organizations.length) return false;
    const word = tokens.word(i);
    if (word === 'respectively' || word === 'represented' || word === 'other' || word === 'one') return false;
    if (!tokens.is(i, FLAG.PARTY)) return true;
  }
  return true;
}

const AFTER_ON: ReadonlySet<string> = new Set(
  'behalf or which its their that a any or this these such each either both one condition'.split(' '),
);
const AFTER_ON_THE: ReadonlySet<string> = new Set(
  'date expiry same basis part ground grounds day other one following condition understanding conditions request'.split(
    ' ',
  ),
);
const AFTER_FOR: ReadonlySet<string> = new Set(
  'each any that it such a this those all them which its an one such ratification signature accession acceptance approval example purposes'.split(
    ' ',
  ),
);
const AFTER_FOR_THE: ReadonlySet<string> = new Set(
  'period purpose purposes time duration first second year years party parties contracting state states government governments said same above entry remaining other rest current'.split(
    ' ',
  ),
);
const ALWAYS: ReadonlySet<string> = new Set(
  `concerning regarding relating respecting relative establishing creating amending supplementing supplementary additional modifying
  extending providing prohibiting instituting implementing constituting revising replacing terminating renewing prolonging approving
  placing banning pertaining abolishing defining determining effected regulating`.split(/\s+/),
);

/** Whether a subject begins at a token. */
function beginsTopic(ground: Ground, head: number, noun: KindNoun, at: number, bold: boolean): boolean {
  const { tokens, dates, names } = ground;
  const word = tokens.word(at);
  const next = tokens.word(at + 1);
  if (noun.weight === 'weak' && (noun.kind === 'resolution' || noun.kind === 'other') && word === 'for')
    return false;
  if (ALWAYS.has(word))
    return (
      !(word === 'additional' || word === 'relative' || word === 'pertaining' || word === 'supplementary') ||
      next === 'to'
    );
  if (word === 'on')
    return (
      !dates.has(at + 1) &&
      !AFTER_ON.has(next) &&
      !(next === 'the' && (AFTER_ON_THE.has(tokens.word(at + 2)) || dates.has(at + 2)))
    );
  if (word === 'against') return bold;
  if (word === 'for')
    return (
      !AFTER_FOR.has(next) &&
      !dates.has(at + 1) &&
      !(next === 'the' && AFTER_FOR_THE.has(tokens.word(at + 2)))
    );
  if (word === 'to') return beginsTo(ground, noun, at, bold);
  if (word === 'of') {
    if (dates.has(at + 1)) return false;
    const from = next === 'the' ? at + 2 : at + 1;
    const name = names.get(from);
    if (noun.kind === 'agreement' && !bold) return false;
    if (name && (name.organizations.length > 0 || name.places.length > 0)) return true;
    if (tokens.word(head) === 'constitution') return (ground.names.get(from)?.states.length ?? 0) === 0;
    if (noun.kind === 'charter' || noun.kind === 'statute' || noun.kind === 'final-act') return true;
    if (
      tokens.word(at + 1) === 'association' ||
      tokens.word(at + 1) === 'amity' ||
      next === 'friendship' ||
      next === 'peace'
    )
      return true;
    return bold && tokens.cased ? tokens.isCapital(from) : holdsKind(ground, at + 1, 8);
  }
  if (word === 'in')
    return (
      bold && (next === 'the' ? tokens.word(at + 2) === 'field' || tokens.word(at + 2) === 'matter' : false)
    );
  if (word === 'with')
    return (
      bold &&
      (next === 'respect' ||
        next === 'regard' ||
        (tokens.cased && (names.get(at + 1)?.states.length ?? 0) > 0))
    );
  if (word === 'setting' || word === 'laying') return true;
  if (word === 'under') return false;
  return tokens.is(at, FLAG.TOPIC) && bold && word.endsWith('ing');
}

/** “Protocol to the Convention”, “Agreement to promote compliance”; not “submit the Protocol to the Council”. */
function beginsTo(ground: Ground, noun: KindNoun, at: number, bold: boolean): boolean {
  const { tokens } = ground;
  const next = tokens.word(at + 1);
  const made =
    noun.kind === 'protocol' ||
    noun.kind === 'other' ||
    noun.kind === 'declaration' ||
    noun.kind === 'resolution';
  if (next === 'the' || next === 'that') return (made || bold) && holdsKind(ground, at + 2, 9);
  if (next === 'this' || next === 'it') return false;
  return TITLE_VERBS.has(next) || (made && holdsKind(ground, at + 1, 7));
}

/** Infinitives that titles have: “Agreement to promote compliance”. */
const TITLE_VERBS: ReadonlySet<string> = new Set(
  `amend modify supplement extend prolong abate promote prevent prohibit eliminate regulate suppress facilitate combat control limit
  protect provide establish revise renew reduce ban restrict implement replace terminate safeguard preserve outlaw coordinate
  strengthen ensure secure`.split(/\s+/),
);

/** Whether an agreement's noun stands among the next words, before a preposition or a verb. */
export function holdsKind(ground: Ground, from: number, span: number): boolean {
  const { tokens, kinds } = ground;
  for (let i = from; i < from + span; i += 1) {
    if (kinds.has(i)) return true;
    const word = tokens.word(i);
    if (tokens.kind(i) === MARK && word !== '-' && word !== "'") return false;
    if (
      tokens.is(i, FLAG.FUNCTION | FLAG.FINITE) &&
      word !== 'the' &&
      word !== 'of' &&
      word !== 'and' &&
      word !== 'for'
    )
      return false;
  }
  return false;
}

function readTopic(
  ground: Ground,
  head: number,
  noun: KindNoun,
  tail: Tail,
  stop: number,
  bold: boolean,
): void {
  const { tokens, names } = ground;
  const at = skipNote(tokens, tail.end);
  if (!tokens.is(at, FLAG.TOPIC | FLAG.FUNCTION)) return;
  const word = tokens.word(at);
  // “Treaty of Rome”
  if (word === 'of' && !tail.between) {
    const name = names.get(at + 1);
    if (name && name.places.length > 0 && name.states.length === 0 && name.agreements.length === 0) {
      tail.end = name.to;
      tail.named = true;
      return;
    }
  }
  const comma = word === ',' ? 1 : 0;
  if (!beginsTopic(ground, head, noun, at + comma, bold || tail.between !== null)) return;
  const end = subjectEnd(ground, head, at + 1, stop);
  if (end <= at + 1 || (!tokens.cased && isThin(ground, at, end))) return;
  tail.topic = { from: at, to: end };
  tail.end = end;
}

/** “the provisions of the convention relating to withdrawal”: in small letters one word is no title's subject. */
function isThin({ tokens, names }: Ground, from: number, to: number): boolean {
  if (tokens.word(from) === 'on') return false;
  let words = 0;
  for (let i = from + 1; i < to; i += 1) {
    if (names.has(i)) return false;
    if (tokens.kind(i) === WORD && !CONNECTORS.has(tokens.word(i))) words += 1;
  }
  return words < 2;
}

const CONNECTORS: ReadonlySet<string> = new Set(
  `of the and to in on for by from with at as or a an de la le du des between among against concerning relating regarding respecting
  their its under into through other over within beyond and/or than not non their whose relative re vis-à-vis per upon outside
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
  'accordance order so force particular which conformity relation that view addition case respect as any this case writing exercise compliance pursuance'.split(
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
      // “of 3 May 1967” is read by its own rule; a year inside a subject is part of it.
      if (tokens.word(i - 1) === 'of' || tokens.word(i - 1) === ',' || date.edtf.length > 4) break;
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
      if (tokens.word(next - 1) === ')') end = next;
      i = next;
      continue;
    }
    if (stopsAt(ground, i, titled)) break;
    if (tokens.word(i) === 'thereto') {
      end = i + 1;
      break;
    }
    i += 1;
    if (!CONNECTORS.has(tokens.word(i - 1)) || tokens.kind(i - 1) === NUMBER) end = i;
  }
  return end;
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

function stopsAt(ground: Ground, i: number, titled: boolean): boolean {
  const { tokens } = ground;
  const word = tokens.word(i);
  const next = tokens.word(i + 1);
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
  if (holdsKindSoon(ground, next, 7)) return true;
  if (word === 'the') {
    if (tokens.is(next + 1, FLAG.PLAIN) && !tokens.isCapital(next + 1)) return true;
    return titled && !tokens.isCapital(next + 1) && !capitalNear(tokens, next + 2);
  }
  if (kinds.has(next)) return true;
  return titled && !CONNECTORS.has(word) && !tokens.isCapital(next) && !capitalNear(tokens, next + 1);
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
  if (acronym) return goesOn ? close + 1 : open;
  if (tokens.kind(open + 1) === NUMBER) return open;
  return tokens.cased && tokens.isCapital(open + 1) ? close + 1 : goesOn ? close + 1 : open;
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

/** Brackets after the whole: “(No. 32)”, “(1988)”. */
function readAside(ground: Ground, tail: Tail, stop: number): void {
  const { tokens } = ground;
  const open = tail.end;
  if (tokens.word(open) !== '(' || !tail.topic) return;
  const first = tokens.word(open + 1);
  if (first !== 'no' && first !== 'ets') return;
  for (let i = open + 1; i < Math.min(stop, open + 7); i += 1)
    if (tokens.word(i) === ')') {
      tail.end = i + 1;
      return;
    }
}

const SIGNING: ReadonlySet<string> = new Set('signed done concluded adopted made opened dated'.split(' '));

/** “, done at London on 1 November 1974”: facts of the agreement, part of a description that has nothing else. */
function readSigning(ground: Ground, tail: Tail, stop: number): void {
  const { tokens, dates } = ground;
  let at = skipNote(tokens, tail.end);
  const comma = tokens.word(at) === ',' || tokens.word(at) === '(';
  if (comma) at += 1;
  while (
    tokens.word(at) === 'and' ||
    tokens.word(at) === 'which' ||
    tokens.word(at) === 'was' ||
    tokens.word(at) === 'as'
  )
    at += 1;
  let place: string | undefined;
  const inBrackets = comma ? dates.get(at) : undefined;
  if (inBrackets && tokens.word(inBrackets.to) === ')' && tokens.word(at - 1) === '(') {
    // “Council Decision No. 12 of 1972 (8th November, 1972)”
    tail.signed = inBrackets.edtf;
    return;
  }
  const named = comma ? dateline(ground, at) : null;
  if (named) {
    // “…, Washington, March 3, 1973”, “(Minsk, 31.05.2001)”
    tail.signed = named.edtf;
    tail.place = written(tokens, at, named.to);
    tail.placeAt = { from: at, to: named.to };
    return;
  }
  if (!SIGNING.has(tokens.word(at))) return;
  let end = at + 1;
  for (let i = at + 1; i < Math.min(stop + 20, at + 22); i += 1) {
    const date = dates.get(i);
    if (date) {
      tail.signed = date.edtf;
      end = date.to;
      break;
    }
    if ((tokens.word(i) === 'at' || tokens.word(i) === 'in') && !place) {
      const to = placeEnd(ground, i + 1);
      if (to > i + 1) {
        const from = tokens.word(i + 1) === 'the' ? i + 2 : i + 1;
        place = written(tokens, from, to);
        tail.placeAt = { from, to };
        end = to;
      }
      if (to > i + 1) i = to - 1;
      continue;
    }
    const token = tokens.word(i);
    if (tokens.kind(i) === MARK && token !== ',') break;
    if (tokens.is(i, FLAG.FINITE | FLAG.RELATIVE | FLAG.RECITAL | FLAG.KIND) || token === 'hereinafter')
      break;
  }
  if (place !== undefined) tail.place = place;
  if (
    !comma &&
    !tail.topic &&
    !tail.between &&
    tail.number === null &&
    (place !== undefined || tail.signed !== undefined)
  ) {
    tail.end = end;
    tail.dated = true;
  }
}

/** A place's name, a comma and a date. */
function dateline({ tokens, names, dates }: Ground, at: number): { to: number; edtf: string } | null {
  const name = names.get(at);
  let to = name && name.places.length > 0 ? name.to : at;
  if (to === at)
    while (to < at + 3 && tokens.kind(to) === WORD && (tokens.flags(to) & ~FLAG.NAME) === 0) to += 1;
  if (to === at || tokens.word(to) !== ',') return null;
  const date = dates.get(to + 1);
  return date && date.edtf.length === 10 ? { to, edtf: date.edtf } : null;
}

function written(tokens: Tokens, from: number, to: number): string {
  return tokens.text.slice(tokens.start(from), tokens.end(to - 1)).replace(/\s+/g, ' ');
}

/** What may stand after “in” of a signing besides a place. */
const NO_PLACES: ReadonlySet<string> = new Set(
  `english french spanish russian arabic chinese german dutch portuguese italian danish swedish norwegian finnish polish czech hungarian
  japanese korean turkish hebrew greek ukrainian kazakh latvian lithuanian estonian duplicate triplicate quadruplicate single witness
  faith original two three four five six session accordance`.split(/\s+/),
);

/** The token after a place's name that follows “at”; the same token where there is none. */
export function placeEnd(ground: Ground, from: number): number {
  const { tokens, names, dates } = ground;
  const at = tokens.word(from) === 'the' ? from + 1 : from;
  const name = names.get(at);
  if (NO_PLACES.has(tokens.word(at))) return from;
  if (name && name.places.length > 0) return name.to;
  // Two words at most that are no others': “Bergen”, “Rio de Janeiro”, “San José”.
  let end = at;
  for (let i = at; i < at + 4; i += 1) {
    if (tokens.kind(i) !== WORD || dates.has(i)) break;
    const joint = i > at && (tokens.word(i) === 'de' || tokens.word(i) === 'la' || tokens.word(i) === 'do');
    if (!joint && (tokens.flags(i) & ~(FLAG.NAME | FLAG.PARTY)) !== 0) break;
    if (tokens.cased && !tokens.isCapital(i) && !joint) break;
    if (!tokens.cased && i > at + 1) break;
    if (!joint) end = i + 1;
  }
  if (end === at) return from;
  const after = tokens.word(end);
  const followed =
    after === ',' ||
    after === 'on' ||
    after === 'this' ||
    after === 'the' ||
    after === '.' ||
    after === 'in' ||
    dates.has(end) ||
    after === ')' ||
    after === ';' ||
    tokens.gap(end) >= GAP.line;
  return followed || tokens.cased ? end : from;
}
