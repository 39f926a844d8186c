/** Where, when and by whom a text was signed; persons by their style (“Mr. X”). */
import type { Ground } from './ground.ts';
import { FLAG } from './lexicon.ts';
import { placeEnd } from './signings.ts';
import { GAP, NUMBER, type Tokens, WORD } from './tokens.ts';
import { written } from './written.ts';

export type PersonHit = Readonly<{ from: number; to: number; name: string }>;
export type Signing = Readonly<{
  date?: string;
  place?: string;
  /** Tokens of the place's name. */
  placeAt?: { from: number; to: number };
  at: number;
}>;

const DONE: ReadonlySet<string> = new Set(
  'done executed signed sign concluded given made drawn written adopted dated proclaimed finalized finalised'.split(
    ' ',
  ),
);

/** A day may stand behind the languages: “done in two originals in English and Spanish, both texts being authentic, on 5 July”. */
const REACH = 60;

/** “DONE at Strasbourg, 17 October 1979”: every such clause of a text that says it of the text itself. */
export function findSignings(ground: Ground): Signing[] {
  const { tokens, starts } = ground;
  const found: Signing[] = [];
  for (const i of starts.signings) {
    if (!DONE.has(tokens.word(i))) continue;
    const signing = readSigningAt(ground, i);
    if (signing) found.push(signing);
  }
  return found;
}

function readSigningAt(ground: Ground, at: number): Signing | null {
  const { tokens, dates } = ground;
  const verb = tokens.word(at);
  if (verb === 'sign' || (verb === 'signed' && tokens.word(at - 1) === 'have'))
    return signedBelow(ground, at);
  const begins = at === 0 || beginsClause(tokens, at);
  if (!begins && verb !== 'done') return null;
  let place: Signing['placeAt'];
  for (let i = at + 1; i < at + REACH; i += 1) {
    const word = tokens.word(i);
    const date = dates.get(i);
    if (date) {
      // “…, have signed this Protocol, done in London this third day of March”: this day is the text's own.
      if (!begins && tokens.word(i - 1) !== 'this' && !inCopies(tokens, date.to)) return null;
      return {
        at,
        date: date.edtf,
        ...(place ? { place: written(tokens, place.from, place.to), placeAt: place } : {}),
      };
    }
    if ((word === 'at' || word === 'in') && !place && i < at + 8) {
      let from = tokens.word(i + 1) === 'the' ? i + 2 : i + 1;
      if (tokens.word(from) === 'city' && tokens.word(from + 1) === 'of') from += 2;
      const to = placeEnd(ground, from);
      if (to > from && word === 'in' && isState(ground, from, to)) {
        i = to - 1;
      } else if (to > from) {
        place = { from, to };
        i = to - 1;
      }
      continue;
    }
    if (
      (word === '.' && tokens.gap(i + 1) > GAP.none) ||
      word === 'entry' ||
      word === 'entered' ||
      word === ';' ||
      (tokens.is(i, FLAG.FINITE) && word !== 'do')
    )
      break;
  }
  return place && begins ? { at, place: written(tokens, place.from, place.to), placeAt: place } : null;
}

/** “…, done at Pyli on 2 February 2010, in four originals”: of what is signed here, not of what is cited. */
function inCopies(tokens: Tokens, at: number): boolean {
  const from = tokens.word(at) === ',' ? at + 1 : at;
  if (tokens.word(from) !== 'in') return false;
  for (let i = from + 1; i < from + 5; i += 1)
    if (
      /^(duplicate|triplicate|quadruplicate|originals?|cop(y|ies)|counterparts?|exemplars?)$/.test(
        tokens.word(i),
      )
    )
      return true;
  return false;
}

/** “written in Tunisia”: a state, no place. */
function isState({ names }: Ground, at: number, to: number): boolean {
  const name = names.get(at);
  return name?.to === to && name.states.length > 0 && name.places.length === 0;
}

/** “we sign the present Convention the 30th day of June 1978”, “have signed this Convention in Paracas, in three copies, on 14 January 1966” */
function signedBelow({ tokens, dates, kinds }: Ground, sign: number): Signing | null {
  // “have signed two copies of this Treaty”
  const first = tokens.word(sign + 3) === 'of' && tokens.word(sign + 2) !== 'and' ? sign + 4 : sign + 1;
  if (!/^(the|this|these)$/.test(tokens.word(first))) return null;
  const kind = kinds.get(first + 1) ?? kinds.get(first + 2);
  if (!kind) return null;
  for (let i = kind.to; i < kind.to + 24 && !/^[.;]$/.test(tokens.word(i)); i += 1) {
    if (tokens.is(i, FLAG.KIND) || tokens.word(i) === 'done') return null;
    const date = dates.get(i);
    if (date)
      return /^(on|the|this)$/.test(tokens.word(i - 1)) || i === kind.to
        ? { at: sign, date: date.edtf }
        : null;
  }
  return null;
}

/** “Done” is said of the text itself where it begins a sentence or a line, or is set in capitals. */
function beginsClause(tokens: Tokens, at: number): boolean {
  const before = tokens.word(at - 1);
  const written = !tokens.cased || tokens.isCapital(at) || tokens.gap(at) === GAP.paragraph;
  if (tokens.gap(at) >= GAP.line && written && before !== ',' && !tokens.is(at - 1, FLAG.KIND)) return true;
  if (/^(?:[.;:)]|thus)$/.test(before)) return true;
  if (tokens.kind(at - 1) === NUMBER && tokens.gap(at - 1) >= GAP.line) return true;
  if (before === '(' && tokens.word(at - 2) !== '') return false;
  const next = tokens.word(at + 1);
  if (/^(is|was)$/.test(before)) {
    // “This Agreement, in 21 articles, was done in duplicate at Damascus”
    if (tokens.word(at) === 'done' && next === 'in') return true;
    return /^(at|in|on)$/.test(next) && (isThis(tokens, at - 2) || isNow(tokens, at));
  }
  if (tokens.word(at) !== 'done') return false;
  return tokens.isCapital(at) && before !== ',';
}

/** “this Agreement was signed at Rome” */
function isThis(tokens: Tokens, noun: number): boolean {
  if (!tokens.is(noun, FLAG.KIND)) return false;
  return (
    tokens.word(noun - 1) === 'this' ||
    tokens.word(noun - 2) === 'this' ||
    tokens.word(noun - 1) === 'present'
  );
}

/** “The Arrangement is signed on 27 October 2017”: what others signed “was signed”. */
function isNow(tokens: Tokens, at: number): boolean {
  return tokens.word(at - 1) === 'is' && tokens.word(at) === 'signed';
}

export const NOT_PERSON: ReadonlySet<string> = new Set(
  `pour le gouvernement du for the done in annex article protocol signed ad subject charge chargé secretaire ministre acting deputy chief minister ministers ambassador secretary president embassy government of and appendix schedule
  declaration note notes page original extraordinary plenipotentiary under source with witness unofficial agreed list finance trade commerce foreign affairs industry agriculture environment fisheries reciprocal promotion additional posteriori prime part chapter table
  republic republics kingdom socialist federal federation union states people democratic islamic commonwealth organization organisation community division director
  authority liberation principality confederation xxx`.split(/\s+/),
);

export const NO_NAME =
  FLAG.KIND |
  FLAG.PROVISION |
  FLAG.BODY |
  FLAG.STYLE |
  FLAG.ORDINAL |
  FLAG.FINITE |
  FLAG.RECITAL |
  FLAG.WATER;

/** “: jean nieuwenhuys for the government of”: in small letters two to four words that no list has, after a colon. */
function isUnknownName(tokens: Tokens, from: number, to: number): boolean {
  if (!/^[:)]$/.test(tokens.word(from - 1)) || to - from < 2 || to - from > 5) return false;
  for (let i = from; i < to; i += 1)
    if ((tokens.flags(i) & ~FLAG.NAME) !== 0 && tokens.word(i) !== '.' && tokens.end(i) - tokens.start(i) > 1)
      return false;
  if (tokens.id(from) !== 0) return false;
  return tokens.word(to) === 'for' || tokens.kind(to) !== WORD;
}

/** “(signed) H.K. ROBERTS”: capital words, initials and particles; null where something else stands. */
export function readPerson(tokens: Tokens, start: number): PersonHit | null {
  let at = start;
  for (let step = 0; step < 8; step += 1) {
    const word = tokens.word(at);
    if (
      word === '(' ||
      word === ')' ||
      word === '[' ||
      word === ']' ||
      word === '/' ||
      (word === 's' && (tokens.word(at + 1) === '/' || /^[([]$/.test(tokens.word(at - 1)))) ||
      word === 'signed' ||
      word === 'sgd' ||
      word === 'sd' ||
      (word === 'by' && tokens.word(at - 1) === 'signed') ||
      word === ':' ||
      word === '.' ||
      tokens.is(at, FLAG.STYLE)
    )
      at += 1;
    else break;
  }
  const from = at;
  let end = at;
  let letters = 0;
  let longest = 0;
  for (; at < from + 10; at += 1) {
    const word = tokens.word(at);
    if (at > from && tokens.gap(at) >= GAP.line) break;
    if (tokens.kind(at) === WORD) {
      const particle = /^(van|von|de|der|den|di|da|la|le|del|al|el|bin|du|dos|ben)$/.test(word);
      if (tokens.cased && !tokens.isCapital(at) && !particle && !isInWord(tokens, at - 1)) break;
      if (
        NOT_PERSON.has(word) ||
        tokens.is(at, NO_NAME) ||
        (!tokens.cased && tokens.is(at, FLAG.FUNCTION) && word.length > 1)
      )
        break;
      end = at + 1;
      letters += 1;
      longest = Math.max(longest, word.length);
      continue;
    }
    if ((word === '.' && tokens.end(at - 1) - tokens.start(at - 1) <= 2) || word === '-' || word === "'")
      continue;
    // “Julio L6PEZ”, as a scan has it
    if (at > from && isInWord(tokens, at)) continue;
    break;
  }
  // “(L. S.)” is a seal.
  // “d. koulopouloscertified true copy of”: in small letters a name is short.
  if (letters === 0 || letters > (tokens.cased ? 6 : 4) || longest < 2) return null;
  // In small letters initials tell a person: “j. o. krag”.
  if (
    !tokens.cased &&
    !isUnknownName(tokens, from, end) &&
    (longest < 3 || tokens.word(from + 1) !== '.' || tokens.end(from) - tokens.start(from) > 1)
  )
    return null;
  // “Danijos Vyriausybes vardu”: a line of another language
  if (
    at === end &&
    tokens.kind(at) === WORD &&
    tokens.gap(at) <= GAP.blank &&
    !tokens.isCapital(at) &&
    tokens.id(at) === 0
  )
    return null;
  // One word alone is more often an office's than a person's.
  if (letters === 1 && (tokens.end(end - 1) - tokens.start(end - 1) < 3 || tokens.gap(end) < GAP.line))
    return null;
  return { from, to: end, name: written(tokens, from, end) };
}

/** A digit with letters on both sides. */
function isInWord(tokens: Tokens, at: number): boolean {
  if (tokens.kind(at) !== NUMBER || tokens.gap(at) !== GAP.none || tokens.gap(at + 1) !== GAP.none)
    return false;
  return tokens.kind(at - 1) === WORD && tokens.kind(at + 1) === WORD;
}

/** “Mr. Martin Hillenbrand”, “Sir Edward Grey”. */
export function readStyled(tokens: Tokens, style: number): PersonHit | null {
  let at = style + 1;
  while (at < style + 6 && (tokens.word(at) === '.' || tokens.is(at, FLAG.STYLE))) at += 1;
  if (!tokens.cased || !tokens.isCapital(style) || tokens.gap(at) > GAP.line) return null;
  let end = at;
  let last = at;
  for (let i = at; i < at + 8; i += 1) {
    const word = tokens.word(i);
    if (i > at && tokens.gap(i) >= GAP.line) break;
    if (tokens.kind(i) === WORD) {
      const particle = /^(van|von|de|der|den|di|da|la|le|del|al|el|bin|du)$/.test(word);
      if ((!tokens.isCapital(i) && !particle) || NOT_PERSON.has(word) || tokens.is(i, FLAG.FUNCTION)) break;
      if (!particle) end = i + 1;
      last = i;
      continue;
    }
    if ((word === '.' && tokens.end(last) - tokens.start(last) <= 2) || word === '-' || word === "'")
      continue;
    break;
  }
  // “Lord Howe Island”
  if (end === at || tokens.is(end - 1, FLAG.WATER)) return null;
  return { from: at, to: end, name: written(tokens, at, end) };
}
