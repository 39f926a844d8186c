/** Who signed for whom, by the layouts that signature blocks have. */
import type { Signatory } from '../../../records.ts';
import { type Ground, governmentAt } from './ground.ts';
import { FLAG } from './lexicon.ts';
import { type PersonHit, readPerson } from './signatures.ts';
import { GAP, MARK, type Tokens } from './tokens.ts';

type Signed = Readonly<{ person: PersonHit; party: string }>;
/** “For the Government of Norway:” from its first token to the one after it. */
type Block = Readonly<{ from: number; to: number; party: string }>;

/** Who signed a text, and for whom: parties whose signatures carry no name too. */
export type SignedBy = Readonly<{
  persons: PersonHit[];
  signatories: readonly Signatory[];
  parties: readonly string[];
}>;

/** No block of signatures has more. */
const MOST = 400;
/** Tokens from one block to the next, or twice that from the signing to the first. */
const REACH = 60;

/** “For the Federal Republic of Germany: (signed) H.K. ROBERTS” from the signing on. */
export function findSignatories(ground: Ground, from: number): SignedBy {
  const blocks = findBlocks(ground, from);
  const signed = [
    ...findBracketed(ground, from),
    ...(namesAbove(ground, blocks) ?? namesBelow(ground, blocks)),
  ];
  return {
    persons: signed.map(({ person }) => person),
    signatories: signed.map(({ person, party }) => ({ person: person.name, party })),
    parties: inRow(ground.tokens, blocks, from),
  };
}

/** The parties of blocks that follow one another below the signing; later ones are of an annex. None where one is not known. */
function inRow(tokens: Tokens, blocks: readonly Block[], from: number): string[] {
  const parties = new Set<string>();
  let last = from + REACH;
  for (const { from: start, to, party } of blocks) {
    if (start > last + REACH) break;
    for (let i = parties.size === 0 ? start : last; i < start; i += 1) if (isForState(tokens, i)) return [];
    parties.add(party);
    last = to;
  }
  for (let i = last; i < last + REACH; i += 1) if (isForState(tokens, i)) return [];
  return [...parties];
}

/** “for the government of malaysiah.e. dato”: a party that cannot be read. */
function isForState(tokens: Tokens, at: number): boolean {
  if (tokens.word(at) !== 'for' || tokens.word(at + 1) !== 'the') return false;
  return /^(government|republic|kingdom|union)$/.test(tokens.word(at + 2)) && tokens.word(at + 3) === 'of';
}

function findBlocks(ground: Ground, from: number): Block[] {
  const { tokens } = ground;
  const blocks: Block[] = [];
  for (let i = from; i < tokens.length && blocks.length < MOST; i += 1) {
    const block = blockAt(ground, i);
    if (!block) continue;
    blocks.push(block);
    i = block.to - 1;
  }
  return blocks;
}

/** “For the Kingdom of Denmark:”, “On behalf of the Government of Canada” */
function blockAt(ground: Ground, i: number): Block | null {
  const { tokens, names } = ground;
  if (!tokens.is(i, FLAG.FUNCTION)) return null;
  if (tokens.word(i) === 'the') return governmentAlone(ground, i);
  const behalf = tokens.word(i) === 'on' && tokens.word(i + 1) === 'behalf' && tokens.word(i + 2) === 'of';
  if ((tokens.word(i) !== 'for' && !behalf) || !(tokens.isCapital(i) || !tokens.cased)) return null;
  let at = behalf ? i + 3 : i + 1;
  while (
    at < i + 8 &&
    /^(the|government|governments|of|his|her|majesty|and|on|behalf)$/.test(tokens.word(at)) &&
    !names.get(at)?.states.length
  )
    at += 1;
  const name = names.get(at);
  const party = governmentAt(ground, at) ?? name?.states[0] ?? name?.organizations[0];
  if (party === undefined) return null;
  let end = name?.to ?? at + 1;
  if (/^governments?$/.test(tokens.word(end))) end += 1;
  let to = end;
  while (to < end + 4 && tokens.kind(to) === MARK && tokens.word(to) !== '(') to += 1;
  return { from: i, to, party };
}

/** “The Government of the⏎Islamic Republic of Pakistan⏎Kamal Afsar”: lines of their own, with the name on the next. */
function governmentAlone(ground: Ground, the: number): Block | null {
  const { tokens, names } = ground;
  if (tokens.gap(the) < GAP.line || !tokens.isCapital(the) || tokens.is(the - 1, FLAG.FUNCTION)) return null;
  if (tokens.word(the + 1) !== 'government' || tokens.word(the + 2) !== 'of') return null;
  const name = names.get(tokens.word(the + 3) === 'the' ? the + 4 : the + 3);
  const [party] = name?.states ?? [];
  if (!name || party === undefined || tokens.gap(name.to) < GAP.line) return null;
  return personAt(ground, name.to) ? { from: the, to: name.to, party } : null;
}

/** Names on the lines above “FOR THE GOVERNMENT OF …”; null where they stand elsewhere. */
function namesAbove(ground: Ground, blocks: readonly Block[]): Signed[] | null {
  const last = blocks.at(-1);
  if (!last || personAt(ground, last.to)) return null;
  const signed = blocks.flatMap(({ from, party }) => {
    const person = lineAbove(ground, from);
    return person ? [{ person, party }] : [];
  });
  return signed.length === blocks.length ? signed : null;
}

function lineAbove(ground: Ground, at: number): PersonHit | null {
  const { tokens } = ground;
  if (tokens.gap(at) < GAP.line) return null;
  let start = at - 1;
  while (start > at - 10 && tokens.gap(start) < GAP.line) start -= 1;
  const person = personAt(ground, start);
  return person?.to === at ? person : null;
}

/** Names after each party; or below parties that stand side by side, “FOR AUSTRALIA: FOR INDONESIA:”, in the same order. */
function namesBelow(ground: Ground, blocks: readonly Block[]): Signed[] {
  const { tokens } = ground;
  const signed: Signed[] = [];
  let beside: string[] = [];
  for (const [index, { to, party }] of blocks.entries()) {
    beside.push(party);
    if (blocks[index + 1]?.from === to && tokens.gap(to) < GAP.line) continue;
    if (beside.length > 1)
      namesInRow(ground, to, beside.length).forEach((person, column) => {
        signed.push({ person, party: beside[column] ?? party });
      });
    else
      for (let at = to, person = personAt(ground, at); person; person = personAt(ground, at)) {
        signed.push({ person, party });
        at = person.to;
        if (signed.length > MOST || !followedByMore(tokens, at)) break;
      }
    beside = [];
  }
  return signed;
}

/** As many names one after the other as there are parties; none where they cannot be told apart. */
function namesInRow(ground: Ground, from: number, count: number): PersonHit[] {
  const row: PersonHit[] = [];
  for (let at = from; row.length < count; ) {
    const person = personAt(ground, at);
    if (!person) return [];
    row.push(person);
    at = person.to;
  }
  return row;
}

/** “(P.V. Rao) Prime Minister, Government of India” at lines' starts. */
function findBracketed(ground: Ground, from: number): Signed[] {
  const found: Signed[] = [];
  for (let i = from; i < ground.tokens.length; i += 1) {
    const signed = inBrackets(ground, i);
    if (signed) found.push(signed);
  }
  return found;
}

function inBrackets(ground: Ground, open: number): Signed | null {
  const { tokens, names } = ground;
  if (
    tokens.kind(open) !== MARK ||
    tokens.word(open) !== '(' ||
    tokens.gap(open) < GAP.line ||
    tokens.word(open + 1) === 'signed'
  )
    return null;
  const person = personAt(ground, open + 1);
  if (!person || tokens.word(person.to) !== ')') return null;
  for (
    let i = person.to + 1;
    i < person.to + 12 && tokens.gap(i) < GAP.paragraph && tokens.word(i) !== '(';
    i += 1
  ) {
    const party = names.get(i)?.states[0];
    if (party !== undefined) return { person, party };
  }
  return null;
}

/** “(signed) E. Reventlow.” without a party, anywhere. */
export function findSigned(ground: Ground, known: readonly PersonHit[]): PersonHit[] {
  const { tokens } = ground;
  const starts = new Set(known.map((person) => person.from));
  const found: PersonHit[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    if (
      !tokens.is(i, FLAG.DONE) ||
      tokens.word(i) !== 'signed' ||
      !/^[([]$/.test(tokens.word(i - 1)) ||
      !/^[)\]]$/.test(tokens.word(i + 1))
    )
      continue;
    const person = personAt(ground, i + 2);
    if (person && !starts.has(person.from)) found.push(person);
  }
  return found;
}

/** A person's name; another state's or body's name is none. */
function personAt(ground: Ground, at: number): PersonHit | null {
  const person = readPerson(ground.tokens, at);
  return person && !ground.names.has(person.from) ? person : null;
}

function followedByMore(tokens: Tokens, at: number): boolean {
  if (tokens.word(at) === '(' && tokens.word(at + 1) === 'signed') return true;
  return tokens.gap(at) === GAP.line && tokens.isAllCapitals(at) && tokens.word(at) !== 'for';
}
