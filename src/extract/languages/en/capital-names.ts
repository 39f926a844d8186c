/** Names of signatories in a text with capitals: below, above or beside the parties that they sign for. */

import { FLAG } from './flags.ts';
import type { Ground } from './ground.ts';
import type { Block, Signed } from './signatories.ts';
import { type PersonHit, readPerson } from './signatures.ts';
import { GAP, type Tokens, WORD } from './tokens.ts';
import { written } from './written.ts';

/** No party signs with more. */
const MOST = 40;

/** Names on the lines above “FOR THE GOVERNMENT OF …”; null where they stand elsewhere. */
export function namesAbove(ground: Ground, blocks: readonly Block[]): Signed[] | null {
  const [first] = blocks;
  const last = blocks.at(-1);
  if (!first || !last || personAt(ground, last.to) || !lineAbove(ground, first.from)) return null;
  const signed = blocks.flatMap(({ from, party }) => {
    const person = lineAbove(ground, from);
    return person ? [{ person, party }] : [];
  });
  return signed.length * 2 >= blocks.length ? signed : null;
}

function lineAbove(ground: Ground, at: number): PersonHit | null {
  const { tokens } = ground;
  if (tokens.gap(at) < GAP.line) return null;
  let end = at;
  while (tokens.word(end - 1) === '_') end -= 1;
  let start = end - 1;
  while (start > end - 10 && tokens.gap(start) < GAP.line) start -= 1;
  while (
    start < end &&
    (tokens.is(start, FLAG.STYLE) || /^(minister|ambassador|hon)$/.test(tokens.word(start)))
  )
    start += 1;
  const person = personAt(ground, start);
  // “Minister of⏎Supplies” ends an office.
  return person?.to === end && end > person.from + 1 ? person : null;
}

/** Names after each party; or below parties that stand side by side, “FOR AUSTRALIA: FOR INDONESIA:”, in the same order. */
export function namesBelow(ground: Ground, blocks: readonly Block[]): Signed[] {
  const { tokens } = ground;
  const signed: Signed[] = [];
  let beside: Block[] = [];
  let nameless = 0;
  for (const [index, block] of blocks.entries()) {
    beside.push(block);
    if (blocks[index + 1]?.from === block.to && tokens.gap(block.to) < GAP.line) continue;
    const column = nameless > 0 ? nameless + 1 : 0;
    const lined = column > 0 ? initialed(ground, block.to, column) : null;
    if (lined) {
      for (const [at, person] of lined.entries())
        signed.push({ person, party: (blocks[index - nameless + at] ?? block).party });
      nameless = 0;
      beside = [];
      continue;
    }
    // A line of more names than one below a column, which cannot be told apart, tells nothing.
    const isLine = column > 0 && holdsInitialInside(tokens, block.to);
    const names = isLine ? [] : beside.length > 1 ? namesOfRow(ground, beside) : namesOf(ground, block);
    // Below a column of parties a column of names tells nothing.
    const told = nameless < 2 || names.length < 2;
    if (told)
      for (const [column, person] of names.entries())
        signed.push({ person, party: (beside[column] ?? block).party });
    nameless = names.length === 0 && blocks[index + 1]?.from === block.to ? nameless + 1 : 0;
    beside = [];
  }
  return signed;
}

/** “N. Balgim A. Mural A. Azim” on one line below a column of as many parties; null where they are not as many. */
function initialed({ tokens }: Ground, start: number, count: number): PersonHit[] | null {
  const names: PersonHit[] = [];
  const isInitial = (at: number) =>
    tokens.end(at) - tokens.start(at) === 1 && tokens.isCapital(at) && tokens.word(at + 1) === '.';
  for (let at = start; names.length < count; ) {
    const from = at;
    while (isInitial(at)) at += 2;
    const surname = at;
    while (at < surname + 2 && tokens.isCapital(at) && !isInitial(at) && tokens.gap(at) < GAP.line) at += 1;
    if (surname === from || at === surname) return null;
    names.push({ from, to: at, name: written(tokens, from, at) });
  }
  return names;
}

/** “O. Dahl A. Lien”: an initial behind a surname that stands behind an initial. */
function holdsInitialInside(tokens: Tokens, start: number): boolean {
  let surname = false;
  for (let i = start; i < start + 8 && (i === start || tokens.gap(i) < GAP.line); i += 1) {
    const isInitial = tokens.end(i) - tokens.start(i) === 1 && tokens.word(i + 1) === '.';
    if (isInitial && surname) return true;
    if (tokens.kind(i) === WORD && !isInitial && i > start) surname = tokens.word(start + 1) === '.';
  }
  return false;
}

/** The names below one party. */
function namesOf(ground: Ground, { to }: Block): PersonHit[] {
  const names: PersonHit[] = [];
  let at = personAt(ground, to) ? to : overOffice(ground, to);
  while (names.length < MOST) {
    const person = personAt(ground, at);
    if (!person) break;
    names.push(person);
    at = person.to;
    if (!followedByMore(ground.tokens, at)) break;
  }
  return names;
}

/** “Minister of Industry and Commerce” on a line between the party and the name: the token that begins the next line. */
function overOffice({ tokens }: Ground, at: number): number {
  if (tokens.gap(at) < GAP.line || !/^(minister|ambassador|secretary|deputy|prime)$/.test(tokens.word(at)))
    return at;
  for (let i = at + 1; i < at + 12; i += 1) if (tokens.gap(i) >= GAP.line) return i;
  return at;
}

/** As many names as parties that stand side by side: below them, or in brackets above; none where they cannot be told apart. */
function namesOfRow(ground: Ground, blocks: readonly Block[]): PersonHit[] {
  const from = blocks.at(-1)?.to ?? 0;
  const row: PersonHit[] = [];
  for (let at = from; row.length < blocks.length; ) {
    const person = personAt(ground, at);
    if (!person) break;
    row.push(person);
    at = person.to;
  }
  const [only] = row;
  if (row.length === blocks.length) return row;
  if (only && row.length === 1 && blocks.length === 2) return parted(ground.tokens, only);
  return row.length > 0 ? [] : bracketsAbove(ground, blocks);
}

/** “Guntars Krast Valery Pustovoitenko” on one line below two parties. */
function parted(tokens: Tokens, { from, to }: PersonHit): PersonHit[] {
  if (to !== from + 4 || tokens.gap(to) < GAP.line) return [];
  for (let i = from; i < to; i += 1)
    if (tokens.kind(i) !== WORD || tokens.end(i) - tokens.start(i) < 3) return [];
  return [from, from + 2].map((start) => ({
    from: start,
    to: start + 2,
    name: written(tokens, start, start + 2),
  }));
}

/** “(Anand Sharma)⏎Commerce Minister⏎(Rajendra Mahto)⏎Minister of Supplies⏎For the Government of India For the Government of Nepal” */
function bracketsAbove(ground: Ground, blocks: readonly Block[]): PersonHit[] {
  const { tokens } = ground;
  const end = blocks[0]?.from ?? 0;
  const names: PersonHit[] = [];
  for (let i = Math.max(0, end - 40); i < end; i += 1) {
    if (tokens.word(i) !== '(' || tokens.gap(i) < GAP.line) continue;
    const person = personAt(ground, i + 1);
    if (person && tokens.word(person.to) === ')') names.push(person);
  }
  return names.length === blocks.length ? names : [];
}

/** “(P.V. Rao) Prime Minister, Government of India” at lines' starts. */
export function findBracketed(ground: Ground, from: number): Signed[] {
  const { tokens } = ground;
  const found: Signed[] = [];
  for (let i = tokens.next(from, FLAG.MARK); i < tokens.length; i = tokens.next(i + 1, FLAG.MARK)) {
    if (tokens.gap(i) < GAP.line || tokens.word(i) !== '(') continue;
    const signed = pairInBrackets(ground, i) ?? inBrackets(ground, i);
    if (signed) found.push(...signed);
  }
  return found;
}

/** How far below two names the parties may stand, in tokens. */
const OFFICES = 40;

/** “(Anand Sharma) (R. Thapa)⏎Minister of Trade Minister of Supplies⏎Government of India Government of Nepal”: in the same order. */
function pairInBrackets(ground: Ground, open: number): Signed[] | null {
  const { tokens, names } = ground;
  const one = personAt(ground, open + 1);
  if (!one || tokens.word(one.to) !== ')' || tokens.word(one.to + 1) !== '(') return null;
  const other = tokens.gap(one.to + 1) <= GAP.blank ? personAt(ground, one.to + 2) : null;
  if (!other || tokens.word(other.to) !== ')' || tokens.gap(other.to + 1) < GAP.line) return null;
  const parties: string[] = [];
  for (let i = other.to + 1; i < other.to + OFFICES && parties.length < 2; i += 1) {
    const party = names.get(i)?.states[0];
    if (party !== undefined && party !== parties[0]) parties.push(party);
  }
  const [left, right] = parties;
  if (left === undefined || right === undefined) return null;
  return [
    { person: one, party: left },
    { person: other, party: right },
  ];
}

function inBrackets(ground: Ground, open: number): [Signed] | null {
  const { tokens, names } = ground;
  if (tokens.word(open + 1) === 'signed') return null;
  const person = personAt(ground, open + 1);
  if (!person || tokens.word(person.to) !== ')') return null;
  for (
    let i = person.to + 1;
    i < person.to + 12 && tokens.gap(i) < GAP.paragraph && !/^(\(|for)$/.test(tokens.word(i));
    i += 1
  ) {
    const party = names.get(i)?.states[0];
    if (party !== undefined) return [{ person, party }];
  }
  return null;
}

/** A person's name; another state's or body's name is none. */
export function personAt(ground: Ground, at: number): PersonHit | null {
  const person = readPerson(ground.tokens, at);
  return person && !ground.names.has(person.from) ? person : null;
}

function followedByMore(tokens: Tokens, at: number): boolean {
  if (tokens.word(at) === '(' && tokens.word(at + 1) === 'signed') return true;
  return tokens.gap(at) === GAP.line && tokens.isAllCapitals(at) && tokens.word(at) !== 'for';
}
