/** Who signed two notes that are exchanged, and for which of the two states. */
import type { Ground } from './ground.ts';
import type { Signed } from './signatories.ts';
import { type PersonHit, readPerson } from './signatures.ts';
import { smallNames } from './small-names.ts';
import type { Tokens } from './tokens.ts';
import { written } from './written.ts';

/** Tokens of a letter's head, and of what stands between its last words and the name. */
const HEAD = 120;
const OFFICE = 12;

/** The first note's signer signs for the state that wrote, the reply's for the other; nobody where that is not told. */
export function findNoteSigners(
  ground: Ground,
  from: number,
  parties: readonly string[] | undefined,
): Signed[] {
  const [one, other] = parties ?? [];
  if (one === undefined || other === undefined || parties?.length !== 2) return [];
  const writer = writerOf(ground, from, one, other) ?? partyByOffice(ground, from, one, other);
  if (writer === undefined) return [];
  const reply = replyStart(ground, from);
  const signed: Signed[] = [];
  for (const person of findClosings(ground, from)) {
    const isReply = reply > 0 ? person.from > reply : signed.length > 0;
    const party = isReply ? (writer === one ? other : one) : writer;
    const again = signed.some((before) => before.person.name.toLowerCase() === person.name.toLowerCase());
    if (!again && !signed.some((before) => before.party === party)) signed.push({ person, party });
  }
  return signed;
}

/** “J.B. Mills⏎Ambassador of Denmark” below the first note: who wrote it. */
function partyByOffice(ground: Ground, from: number, one: string, other: string): string | undefined {
  const { tokens, names } = ground;
  const [first] = findClosings(ground, from);
  if (!first) return undefined;
  const at = tokens.isMark(first.to, ',') ? first.to + 1 : first.to;
  if (!/^(ambassador|envoy)$/.test(tokens.word(at)) || tokens.word(at + 1) !== 'of') return undefined;
  const state = names.get(tokens.word(at + 2) === 'the' ? at + 3 : at + 2)?.states[0];
  return state === one || state === other ? state : undefined;
}

/** Where “Note II” begins; 0 where the notes have no numbers. */
function replyStart({ tokens }: Ground, from: number): number {
  for (let i = from; i < tokens.length; i += 1)
    if (tokens.word(i) === 'note' && tokens.word(i + 1) === 'ii') return i;
  return 0;
}

/** “… the assurances of my highest consideration. For the Acting Secretary of State: Martin J. HILLENBRAND” */
export function findClosings(ground: Ground, from: number): PersonHit[] {
  const { tokens } = ground;
  const persons: PersonHit[] = [];
  for (let i = from; i < tokens.length; i += 1) {
    if (
      tokens.end(i) - tokens.start(i) !== 'consideration'.length ||
      tokens.word(i) !== 'consideration' ||
      !/^(my|high|highest|distinguished|haute)$/.test(tokens.word(i - 1))
    )
      continue;
    let at = tokens.word(i + 1) === '.' ? i + 2 : i + 1;
    if (tokens.word(at) === 'for' && tokens.word(at + 1) === 'the')
      for (let k = at + 2; k < at + OFFICE; k += 1) if (tokens.word(k) === 'state') at = k + 1;
    while (/^[,:]$/.test(tokens.word(at))) at += 1;
    const person = tokens.cased ? readPerson(tokens, at) : smallNames(ground, at, at + OFFICE)[0];
    // A note without a signer ends with place and date.
    if (person && person.to > person.from + 1) persons.push(...each(tokens, person));
  }
  return persons;
}

/** “PM TOWE PM Towe”, below the hand the print: one name twice. */
function each(tokens: Tokens, person: PersonHit): PersonHit[] {
  const { from, to } = person;
  // Half of an odd number is no token.
  if ((to - from) % 2 === 1) return [person];
  const half = (to - from) / 2;
  for (let i = 0; i < half; i += 1)
    if (tokens.word(from + i) !== tokens.word(from + half + i)) return [person];
  return [from, from + half].map((start) => ({
    from: start,
    to: start + half,
    name: written(tokens, start, start + half),
  }));
}

/** “Embassy of the Netherlands”, “Department of State”, “The Secretary of State to the Canadian Ambassador”: who wrote the first note. */
function writerOf(ground: Ground, from: number, one: string, other: string): string | undefined {
  const { tokens, names, adjectives } = ground;
  const known = (code: string | undefined) => (code === one || code === other ? code : undefined);
  const opposite = (code: string) => (code === one ? other : one);
  for (let i = from; i < from + HEAD && !/^honou?r$/.test(tokens.word(i)); i += 1) {
    const word = tokens.word(i);
    const isOffice = /^(ambassador|embassy|minister|charg[eé]|secretary)$/.test(word);
    const isTo = (at: number) => tokens.word(at) === 'the' && tokens.word(at - 1) === 'to';
    if (
      word === 'department' &&
      tokens.word(i + 1) === 'of' &&
      tokens.word(i + 2) === 'state' &&
      known('USA')
    )
      return 'USA';
    if (!isOffice) continue;
    const adjective = known(adjectives.get(tokens.word(i - 1)));
    if (adjective !== undefined) return isTo(i - 2) ? opposite(adjective) : adjective;
    const at = tokens.word(i + 2) === 'the' ? i + 3 : i + 2;
    const state = tokens.word(i + 1) === 'of' ? known(names.get(at)?.states[0]) : undefined;
    if (state !== undefined) return word === 'embassy' ? state : isTo(i - 1) ? opposite(state) : undefined;
  }
  return undefined;
}
