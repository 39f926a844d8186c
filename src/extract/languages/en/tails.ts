/**
 * What follows an agreement's noun: number, date, parties, subject. The end is found by structure: titles stop
 * at verbs, relative clauses, marks that close something, and at what is said of the agreement (“, done at”).
 */
import { readBetween } from './between.ts';
import { emptyTail, type Ground, ROMAN, skipNote, type Tail } from './ground.ts';
import type { KindNoun } from './kinds.ts';
import { FLAG } from './lexicon.ts';
import { readSigning } from './signings.ts';
import { subjectEnd } from './subjects.ts';
import { GAP, MARK, NUMBER, type Tokens, WORD } from './tokens.ts';
import { readTopic } from './topics.ts';

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
  const tail = emptyTail(at);
  const stop = Math.min(limit, at + LONGEST);
  for (let step = 0; step < 8; step += 1) {
    const before = tail.end;
    if (before >= stop) break;
    readNumber(ground, noun, tail);
    if (!maySay(ground.tokens, tail.end)) break;
    readDate(ground, tail, stop);
    readVersion(ground, tail);
    readBetween(ground, tail, stop);
    if (!tail.topic) readTopic(ground, head, noun, tail, stop, bold);
    readAside(ground, tail, stop);
    if (tail.end === before) break;
  }
  readFurtherTopic(ground, head, tail, stop);
  if (!tail.between && tail.topic) partiesInTopic(ground, tail, tail.topic);
  if (!maySay(ground.tokens, tail.end)) return tail;
  readYearBehindQuotes(ground, tail);
  readSigning(ground, tail, stop);
  if (tail.signing !== undefined) {
    // “the Agreement signed at Rome on 3 May 1967 between Norway and Denmark concerning ponds”
    readBetween(ground, tail, stop);
    if (
      tail.between ||
      /^(?:concerning|regarding|relating|respecting|on)$/.test(ground.tokens.word(tail.end))
    )
      readTopic(ground, head, noun, tail, stop, bold);
  }
  readModified(ground, tail);
  return tail;
}

/** Words that anything but a number begins with, and “was”, of “was signed”: what is read behind another begins with one of these. */
const BEGINNINGS = FLAG.FUNCTION | FLAG.TOPIC | FLAG.DONE | FLAG.NUMBER | FLAG.MONTH;

/** Whether anything but a number may be read from a token on: mostly a verb or a stop follows. */
function maySay(tokens: Tokens, at: number): boolean {
  if (tokens.is(at, FLAG.MARK)) return tokens.word(at) !== '.' && tokens.word(at) !== ';';
  return tokens.is(at, BEGINNINGS) || (tokens.is(at, FLAG.FINITE) && tokens.word(at) === 'was');
}

/** “Agreement of the Council of Heads of State of 14 April 1994 on a free trade area”: the subject behind body and date. */
function readFurtherTopic(ground: Ground, head: number, tail: Tail, stop: number): void {
  const { tokens } = ground;
  if (!tail.topic || tokens.word(tail.topic.from) !== 'of' || tail.dates.length === 0) return;
  if (!/^(?:on|concerning|regarding)$/.test(tokens.word(tail.end)) || tail.end >= stop) return;
  const end = subjectEnd(ground, head, tail.end + 1, stop);
  if (end > tail.end + 2) tail.end = end;
}

/** “… on cooperation between the Government of X and the Government of Y” at a subject's end tells the parties. */
function partiesInTopic(ground: Ground, tail: Tail, topic: { from: number; to: number }): void {
  const { tokens } = ground;
  for (let i = topic.to - 1; i > topic.from; i -= 1) {
    if (ground.kinds.has(i)) return;
    if (tokens.word(i) !== 'between') continue;
    const inner: Tail = { ...tail, end: i, topic: null };
    readBetween(ground, inner, topic.to);
    // “Exchange of notes constituting an agreement between Canada and Norway on ponds”
    const isSame = tokens.word(i - 2) === 'an' && tokens.word(i - 3) === 'constituting';
    if (inner.parties && (inner.end === topic.to || isSame)) {
      tail.parties = inner.parties;
      tail.between = inner.between;
    }
    return;
  }
}

/** What follows a name that is whole: a date, and what is said of its signing. */
export function readAfterName(ground: Ground, at: number): Tail {
  const tail = emptyTail(at);
  tail.topic = { from: at, to: at };
  tail.named = true;
  const stop = Math.min(ground.tokens.length, at + 30);
  readDate(ground, tail, stop);
  readVersion(ground, tail);
  readSigning(ground, tail, stop);
  readModified(ground, tail);
  return tail;
}

/** “No. 3”, “III”, “2625 (XXV)”, “1/CP.17”, “MEPC.131(53)”. */
function readNumber(ground: Ground, noun: KindNoun, tail: Tail): void {
  const { tokens } = ground;
  if (tail.number !== null || tail.topic || tail.between || tokens.word(tail.end - 1) === 'act') return;
  let at = tail.end;
  const word = tokens.word(at);
  if ((word === 'no' || word === 'nr' || word === 'number' || word === 'nos') && tokens.kind(at) === WORD) {
    at += tokens.word(at + 1) === '.' ? 2 : 1;
    if (tokens.kind(at) !== NUMBER && !ROMAN.test(tokens.word(at))) return;
  } else if (noun.kind === 'resolution' || noun.kind === 'other') {
    const end = codeEnd(tokens, isBodyOfCode(tokens, at) ? at + 1 : at);
    if (end <= at + (isBodyOfCode(tokens, at) ? 1 : 0)) return;
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

/** “LC” in “resolution LC 49(16)” */
function isBodyOfCode(tokens: Tokens, at: number): boolean {
  return (
    tokens.kind(at) === WORD &&
    tokens.end(at) - tokens.start(at) < 6 &&
    (tokens.cased ? tokens.isAllCapitals(at) : (tokens.flags(at) & ~FLAG.NAME_FOUND & ~FLAG.NAME) === 0) &&
    tokens.kind(at + 1) === NUMBER &&
    tokens.gap(at + 1) === GAP.blank
  );
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
    // “3201 (S-VI)”: of a special session
    if (tokens.kind(at + 1) === NUMBER || /^(?:e?s-)?[ivxlc]+$/.test(inner)) at += 3;
  }
  return at;
}

function compact(tokens: Tokens, from: number, to: number): string {
  return tokens.words(from, to).replace(/\s+/g, '');
}

/** “of 3 May 1967”, “dated January 22, 1964”, “, 1974”, and “of 1949 and 1951”. */
function readDate(ground: Ground, tail: Tail, stop: number): void {
  const { tokens, dates } = ground;
  const at = skipNote(tokens, tail.end);
  const word = tokens.word(at);
  if (word === 'of' && isToday(tokens, at + 1)) {
    tail.end = at + 5;
    return;
  }
  let from = at;
  if (word === 'of' || word === 'dated' || word === 'from') from += 1;
  else if (word === 'signed' || word === 'concluded') {
    if (tokens.word(at + 1) !== 'on' || tail.topic) return;
    from += 2;
  } else if (
    tail.topic &&
    tail.dates.length === 0 &&
    dates.get(at)?.edtf.length === 10 &&
    tokens.gap(at) === GAP.blank
  ) {
    // “on the protection of ponds February 8, 1992”
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
  for (
    let next = skipNote(tokens, tail.end);
    tokens.word(next) === 'and' || tokens.word(next) === ',';
    next = skipNote(tokens, tail.end)
  ) {
    const more = dates.get(tokens.word(next + 1) === 'of' ? next + 2 : next + 1);
    if (!more || word !== 'of' || more.edtf.length === 7) break;
    tail.dates.push(more.edtf);
    tail.end = more.to;
  }
}

/** “the "Agreement on Rivers", 1964” */
function readYearBehindQuotes({ tokens, dates }: Ground, tail: Tail): void {
  if (tokens.word(tail.end) !== '"' || tokens.word(tail.end + 1) !== ',' || !tail.topic) return;
  const date = dates.get(tail.end + 2);
  if (date?.edtf.length === 4 && tail.dates.length === 0) tail.dates.push(date.edtf);
}

/** “of today's date” */
function isToday(tokens: Tokens, at: number): boolean {
  return tokens.word(at) === 'today' && tokens.word(at + 2) === 's' && tokens.word(at + 3) === 'date';
}

/** Whether another agreement is named in a subject. */
function holdsOther({ kinds }: Ground, topic: { from: number; to: number }): boolean {
  for (let i = topic.from + 1; i < topic.to; i += 1) if (kinds.has(i)) return true;
  return false;
}

/** “, as modified by the Protocol of 1978 relating thereto”: the agreement as it stands since, not a second one. */
function readModified({ tokens, dates }: Ground, tail: Tail): void {
  const at = tokens.word(tail.end) === ',' ? tail.end + 1 : tail.end;
  if (tokens.word(at) !== 'as' || tokens.word(at + 2) !== 'by' || tokens.word(at + 3) !== 'the') return;
  if (!/^(?:modified|amended|supplemented)$/.test(tokens.word(at + 1))) return;
  const dated = tokens.kind(at + 4) === NUMBER;
  const noun = dated ? at + 5 : at + 4;
  if (tokens.word(noun) !== 'protocol') return;
  const date = tokens.word(noun + 1) === 'of' ? dates.get(noun + 2) : undefined;
  const end = date ? date.to : noun + 1;
  const relates = /^relat(?:ing|ed)$/.test(tokens.word(end));
  if (tokens.word(relates ? end + 1 : end) === 'thereto') tail.end = relates ? end + 2 : end + 1;
  // “, as modified by the 1978 Protocol (MARPOL 73/78)”
  else if (dated && tokens.word(end) === '(') tail.end = end;
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
