/** Who signed for whom, by the layouts that signature blocks have. */
import type { Signatory } from '../../../records.ts';
import { findBracketed, namesAbove, namesBelow, personAt } from './capital-names.ts';
import { FLAG } from './flags.ts';
import { type Ground, governmentAt } from './ground.ts';
import type { PersonHit, Signing } from './signatures.ts';
import { isSeal, smallNames } from './small-names.ts';
import { GAP, MARK, type Tokens } from './tokens.ts';

export type Signed = Readonly<{ person: PersonHit; party: string }>;
/** “For the Government of Norway:” from its first token to the one after it. */
export type Block = Readonly<{ from: number; to: number; party: string }>;

/** Who signed a text, and for whom; parties whose signatures carry no name too; who signed what is annexed. */
export type SignedBy = Readonly<{ signed: Signed[]; parties: readonly string[]; further: PersonHit[] }>;

/** No block of signatures has more. */
const MOST = 400;
/** Tokens from one block to the next, or twice that from the signing to the first. */
const REACH = 60;
/** How far below the signing the seals stand, and how long a name behind one is. */
const SEALS = 1500;
const LONGEST = 12;

/** “For the Federal Republic of Germany: (signed) H.K. ROBERTS” from the signing on. */
export function findSignatories(ground: Ground, from: number, signings: readonly Signing[]): SignedBy {
  const blocks = findBlocks(ground, from);
  const [row = [], ...others] = signedInRows(ground, blocks, signings);
  const signed = [...findBracketed(ground, from), ...row];
  const further = others.flat().map(({ person }) => person);
  return { signed, parties: inRow(ground.tokens, blocks, from), further };
}

export function signatoriesOf(signed: readonly Signed[]): Signatory[] {
  return signed.map(({ person, party }) => ({ person: person.name, party }));
}

/** The signatures of the first row of blocks that has any, and of further ones that are signed too; what annexes say for a party later is none. */
function signedInRows(ground: Ground, blocks: readonly Block[], signings: readonly Signing[]): Signed[][] {
  const rows: Signed[][] = [];
  for (let first = 0; first < blocks.length; ) {
    let next = first + 1;
    while (next < blocks.length && (blocks[next]?.from ?? 0) <= (blocks[next - 1]?.to ?? 0) + 2 * REACH)
      next += 1;
    const start = blocks[first]?.from ?? 0;
    const isSigned = signings.some(({ at }) => at < start && at > start - 2 * REACH);
    const row = blocks.slice(first, next);
    if (rows.length === 0 || isSigned) {
      const signed = ground.tokens.cased
        ? (namesAbove(ground, row) ?? namesBelow(ground, row))
        : (smallBefore(ground, row) ?? smallAfter(ground, row));
      if (signed.length > 0) rows.push(signed);
    }
    first = next;
  }
  return rows;
}

/** “for the government of canada: vernon g. turner for the government of japan: fumihiko togo” */
function smallAfter(ground: Ground, blocks: readonly Block[]): Signed[] {
  return blocks.flatMap(({ to, party }, index) => {
    const end = Math.min(blocks[index + 1]?.from ?? ground.tokens.length, to + REACH);
    return smallNames(ground, to, end).map((person) => ({ person, party }));
  });
}

/** “george k. grande for the government of canada andreas cappelen for the government of norway”; null where names come after. */
function smallBefore(ground: Ground, blocks: readonly Block[]): Signed[] | null {
  const [first] = blocks;
  const last = blocks.at(-1);
  if (!first || !last || smallNames(ground, last.to, last.to + REACH).length > 0) return null;
  const signed: Signed[] = [];
  for (const [index, { from, party }] of blocks.entries()) {
    const start = index === 0 ? sentenceStart(ground.tokens, from) : (blocks[index - 1]?.to ?? 0);
    const [person] = smallNames(ground, start, from);
    if (person?.to !== from) return null;
    signed.push({ person, party });
  }
  return signed;
}

/** After the last full stop that is no initial's. */
function sentenceStart(tokens: Tokens, at: number): number {
  for (let i = at - 1; i > at - 10; i -= 1)
    if (tokens.word(i) === '.' && tokens.end(i - 1) - tokens.start(i - 1) > 2) return i + 1;
  return at;
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
  if (!tokens.is(at, FLAG.FUNCTION) || tokens.word(at) !== 'for' || tokens.word(at + 1) !== 'the')
    return false;
  return /^(government|republic|kingdom|union)$/.test(tokens.word(at + 2)) && tokens.word(at + 3) === 'of';
}

function findBlocks(ground: Ground, from: number): Block[] {
  const { tokens } = ground;
  const blocks: Block[] = [];
  let reach = tokens.cased ? 0 : from + 2 * REACH;
  const beginnings = tokens.cased ? FLAG.CAPITAL : FLAG.FUNCTION;
  const next = (at: number) => (at < reach ? at : tokens.next(at, beginnings));
  for (let i = next(from); i < tokens.length && blocks.length < MOST; ) {
    const block = blockAt(ground, i, blocks.at(-1)?.to) ?? (i < reach ? bareBlock(ground, i) : null);
    if (block) blocks.push(block);
    if (block && block.from < reach) reach = block.to + REACH;
    i = block ? block.to : next(i + 1);
  }
  return blocks;
}

/** “republic of dahomey: gbaguidi republic of guinea: alioune drame” right below the signing. */
function bareBlock({ tokens, names }: Ground, at: number): Block | null {
  const name = names.get(at);
  const [party] = name?.states ?? [];
  if (!name || party === undefined || tokens.word(name.to) !== ':') return null;
  return { from: at, to: name.to + 1, party };
}

/** “For the Kingdom of Denmark:”, “On behalf of the Government of Canada”; behind another, at `free`, in small letters too. */
function blockAt(ground: Ground, i: number, free = -1): Block | null {
  const { tokens, names } = ground;
  if (!tokens.is(i, FLAG.FUNCTION) || (!tokens.isCapital(i) && tokens.cased && i !== free)) return null;
  const word = tokens.word(i);
  if (word === 'the') return governmentAlone(ground, i);
  if (word !== 'for' && word !== 'on' && word !== 'in') return null;
  const behalf = word !== 'for';
  if (behalf && !isBehalf(tokens, i)) return null;
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

/** “on behalf of”, “in the name of” */
function isBehalf(tokens: Tokens, i: number): boolean {
  if (tokens.word(i) === 'on') return tokens.word(i + 1) === 'behalf' && tokens.word(i + 2) === 'of';
  return tokens.word(i + 1) === 'the' && tokens.word(i + 2) === 'name' && tokens.word(i + 3) === 'of';
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

/** “(signed) E. Reventlow.” without a party, anywhere; “(L.S.) E. Reventlow.” below the signing. */
export function findSigned(ground: Ground, known: readonly PersonHit[], signing: number): PersonHit[] {
  const { tokens } = ground;
  const taken = new Set(known.map((person) => person.from));
  const found = sealed(ground, signing).filter(({ from }) => !taken.has(from));
  for (const { from } of found) taken.add(from);
  for (const i of ground.starts.signings) {
    if (
      tokens.word(i) !== 'signed' ||
      !/^[([]$/.test(tokens.word(i - 1)) ||
      !/^[)\]]$/.test(tokens.word(i + 1))
    )
      continue;
    const person = tokens.cased ? personAt(ground, i + 2) : smallNames(ground, i + 2, i + 2 + LONGEST)[0];
    if (person && !taken.has(person.from)) found.push(person);
  }
  return found;
}

/** The names behind seals: “(l.s.) w. strand.(l.s.) leo orbin.” */
function sealed(ground: Ground, signing: number): PersonHit[] {
  const { tokens } = ground;
  const found: PersonHit[] = [];
  const end = Math.min(tokens.length, signing + SEALS);
  for (let i = tokens.next(signing, FLAG.MARK); i < end; i = tokens.next(i + 1, FLAG.MARK)) {
    if (tokens.word(i) !== '(' && tokens.word(i) !== '[') continue;
    // “(Seal) Odd Dahl.”
    const isWord = tokens.word(i + 1) === 'seal' && /^[)\]]$/.test(tokens.word(i + 2));
    if (!isWord && !isSeal(tokens, i + 1)) continue;
    const at = isWord ? i + 3 : i + (tokens.word(i + 5) === '.' ? 7 : 6);
    const [person] = tokens.cased ? [personAt(ground, at)] : smallNames(ground, at, at + LONGEST);
    if (person) found.push(person);
  }
  return found;
}
