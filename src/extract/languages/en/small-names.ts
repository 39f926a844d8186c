/** Names of signatories in a text without capitals: what stands between one party and the next. */

import { FLAG } from './flags.ts';
import type { Ground } from './ground.ts';
import { NO_NAME, NOT_PERSON, type PersonHit } from './signatures.ts';
import { GAP, MARK, type Tokens, WORD } from './tokens.ts';
import { written } from './written.ts';

/** Tokens of a name, and of what stands before one: “pour le gouvernement de la republique francaise:”. */
const LONGEST = 10;
const ASIDE = 16;

/** “j. w. beyen (signed) j. luns”, “h. baels. g. gilson.”: the names between two tokens, in order. */
export function smallNames(ground: Ground, from: number, to: number): PersonHit[] {
  const { tokens, dates } = ground;
  const names: PersonHit[] = [];
  for (let at = from; at < to; ) {
    const start = overAside(tokens, at, to);
    const name = smallName(ground, start, to);
    if (!name) return names;
    names.push(...pairsOf(tokens, name));
    at = dates.get(name.to)?.to ?? name.to;
  }
  return names;
}

/** “klaus sund gunnar rolf olav lien”: six words without initials are three names. */
function pairsOf(tokens: Tokens, name: PersonHit): PersonHit[] {
  const { from, to } = name;
  if (to - from !== 6) return [name];
  for (let i = from; i < to; i += 1)
    if (tokens.kind(i) !== WORD || tokens.end(i) - tokens.start(i) < 4) return [name];
  return [from, from + 2, from + 4].map((at) => ({
    from: at,
    to: at + 2,
    name: written(tokens, at, at + 2),
  }));
}

/** “(signed)”, “[l. s.]”, “signed by”, “his excellency the honourable”, the party in another language: what is no part of a name. */
function overAside(tokens: Tokens, from: number, to: number): number {
  let at = from;
  while (at < to) {
    const word = tokens.word(at);
    if (word === '[' && /^(ed|note|signature|sic)$/.test(tokens.word(at + 1))) at = past(tokens, at, ']');
    else if (word === 'pour' || word === 'por') at = past(tokens, at, ':');
    else if (isSeal(tokens, at)) at += 4;
    else if (word === 's' && /^[./]$/.test(tokens.word(at + 1)) && /^[([]$/.test(tokens.word(at - 1)))
      at += 2;
    else if (tokens.kind(at) === MARK || tokens.is(at, FLAG.STYLE)) at += 1;
    else if (/^(signed|sgd|sd|tab|by|his|her|excellency|the|honou?rable|right|hon|dato)$/.test(word)) at += 1;
    else break;
  }
  return at;
}

/** After the next such mark; where there is none near, nothing is left to read. */
function past(tokens: Tokens, from: number, mark: string): number {
  for (let i = from; i < from + ASIDE; i += 1) if (tokens.word(i) === mark) return i + 1;
  return tokens.length;
}

/** “l. s.”, the place of the seal */
export function isSeal(tokens: Tokens, at: number): boolean {
  return (
    tokens.word(at) === 'l' &&
    tokens.word(at + 1) === '.' &&
    tokens.word(at + 2) === 's' &&
    tokens.word(at + 3) === '.'
  );
}

function smallName(ground: Ground, from: number, to: number): PersonHit | null {
  const { tokens } = ground;
  let end = from;
  let words = 0;
  let initials = 0;
  /** The token after the first word behind an initial. */
  let surname = 0;
  let isNext = false;
  let at = from;
  for (; at < Math.min(to, from + LONGEST); at += 1) {
    if (tokens.kind(at) === WORD) {
      if (!isPartOfName(ground, at, from) || (at > from && tokens.gap(at) > GAP.line)) break;
      // “w. m. chapman hilary j. deason” are two: the next one's given name may stand before its initial.
      isNext = surname > 0 && isInitial(tokens, at);
      if (isNext) {
        end = surname;
        break;
      }
      if (isInitial(tokens, at)) initials += 1;
      else words += 1;
      end = at + 1;
      if (initials > 0 && surname === 0 && tokens.end(at) - tokens.start(at) > 3) surname = end;
    } else if (tokens.word(at) === '.') {
      if (!isShortened(tokens, at - 1, words)) break;
    } else if (!/^[-']$/.test(tokens.word(at))) break;
  }
  // “william l. sullivan, jr.”
  if (tokens.word(at) === ',' && tokens.word(at + 1) === 'jr')
    end = tokens.word(at + 2) === '.' ? at + 3 : at + 2;
  const closed =
    isNext || end >= to || tokens.kind(end) !== WORD || ground.dates.has(end) || closes(tokens, end);
  if (words === 0 || words + initials > 6 || !closed) return null;
  if (words + initials === 1 && !standsAlone(tokens, from, end, to)) return null;
  return { from, to: end, name: written(tokens, from, end) };
}

/** A word that may be part of a name: none of the language's own, but for particles and initials; “w. j. jordan” is no state. */
function isPartOfName({ tokens, names, dates }: Ground, at: number, from: number): boolean {
  const word = tokens.word(at);
  if (dates.has(at) || NOT_PERSON.has(word)) return false;
  const name = names.get(at);
  if (name && (at === from || name.to > at + 1)) return false;
  if (
    tokens.end(at) - tokens.start(at) === 1 ||
    word === 'de' ||
    word === 'la' ||
    word === 'le' ||
    word === 'du'
  )
    return true;
  return !tokens.is(at, NO_NAME | FLAG.FUNCTION | FLAG.DETERMINER | FLAG.RELATIVE);
}

/** The stop of an initial or of “geo.”, “chr.” before any other name, “jr.” after them. */
function isShortened(tokens: Tokens, at: number, words: number): boolean {
  const length = tokens.end(at) - tokens.start(at);
  return length <= 2 || (length === 3 && words === 1) || tokens.word(at) === 'jr';
}

const OFFICES = /^(minister|ambassador|president|secretary|envoy|charg[eé]|deputy|acting|commissioner)$/;

/** What a name may end at besides a mark, a date and an office: “m. seki for the government”, “p. c. walwa in and on behalf”, “ANNEX i”. */
function closes(tokens: Tokens, at: number): boolean {
  const word = tokens.word(at);
  if (word === 'for' || tokens.is(at, FLAG.PROVISION) || OFFICES.test(word)) return true;
  // “j. b. mills his excellency the minister”, to whom a note is sent
  if (/^(?:his|her)$/.test(word) && tokens.word(at + 1) === 'excellency') return true;
  for (let i = at; i < at + 4; i += 1) if (tokens.word(i) === 'behalf') return true;
  return false;
}

function isInitial(tokens: Tokens, at: number): boolean {
  return tokens.kind(at) === WORD && tokens.end(at) - tokens.start(at) === 1 && tokens.word(at + 1) === '.';
}

/** “for the russian federation: medvedev for the”: one word alone is a name between a colon and the next party. */
function standsAlone(tokens: Tokens, from: number, end: number, to: number): boolean {
  if (tokens.word(from - 1) !== ':' || tokens.end(from) - tokens.start(from) < 3) return false;
  return end === to || /^[,(]$/.test(tokens.word(end));
}
