/** Who was given full powers, by the preamble: “have appointed as their Plenipotentiaries: The King of Norway: M. Halvdan Koht, Minister”. */
import { FLAG } from './flags.ts';
import type { Ground } from './ground.ts';
import { partyAt } from './parties.ts';
import type { Signed } from './signatories.ts';
import { type PersonHit, readPerson } from './signatures.ts';
import { smallNames } from './small-names.ts';
import { GAP, type Tokens } from './tokens.ts';

/** Tokens from the text's beginning to the list, of the list, and of one party's name and style in it. */
const PREAMBLE = 1500;
const LIST = 900;
const NAME = 26;

/** The persons of the list, each with the party that is named before it. */
export function findPlenipotentiaries(ground: Ground, from: number): Signed[] {
  const { tokens } = ground;
  const start = listStart(tokens, from);
  const signed: Signed[] = [];
  if (start === 0) return signed;
  for (let i = start; i < start + LIST && tokens.word(i) !== 'who' && tokens.word(i) !== 'article'; i += 1) {
    if (!beginsEntry(tokens, i)) continue;
    // “The Honourable William C. Herrington” is another one for the same party.
    const isFurther = /^hon(ourable)?$/.test(tokens.word(i + 1)) || isJoined(tokens, i);
    const further = isFurther ? signed.at(-1)?.party : undefined;
    const entry = further === undefined ? partyOf(ground, i) : { party: further, to: i };
    if (!entry) continue;
    const persons = personsAt(ground, entry.to);
    for (const person of persons) signed.push({ person, party: entry.party });
    i = Math.max(entry.to, persons.at(-1)?.to ?? 0) - 1;
  }
  return signed;
}

const WORD_OF_LIST = /plenipotentiar/i;

function listStart(tokens: Tokens, from: number): number {
  const end = Math.min(tokens.length, from + PREAMBLE);
  // Most texts appoint nobody: a search of the text is far quicker than a look at its words.
  const preamble = tokens.text.slice(tokens.start(from), tokens.start(end));
  const found = preamble.search(WORD_OF_LIST);
  if (found < 0) return 0;
  for (let i = Math.max(from, tokens.at(tokens.start(from) + found) - 1); i < end; i += 1) {
    const word = tokens.word(i);
    if (word !== 'plenipotentiaries' && word !== 'plenipotentiary') continue;
    for (let k = i - 1; k > i - 10; k -= 1)
      if (/^(appointed|named|designated|nominated)$/.test(tokens.word(k))) return i + 1;
  }
  return 0;
}

/** An entry follows a stop or a line's end, with an article or “for”: not the state in which an envoy serves. */
function beginsEntry(tokens: Tokens, at: number): boolean {
  const before = tokens.word(at - 1);
  const first = /^(the|his|her|for)$/.test(tokens.word(at));
  // “…, and M. Léo Orbin”
  if (isJoined(tokens, at)) return true;
  return (
    first &&
    (/^[:;.,]$/.test(before) ||
      before === 'and' ||
      tokens.gap(at) >= GAP.line ||
      /^plenipotentiar|^representatives$/.test(before))
  );
}

/** “The Government of Norway:”; null where no colon and no line's end follows its name. */
function partyOf(ground: Ground, at: number): { party: string; to: number } | null {
  const { tokens } = ground;
  let party: string | undefined;
  for (let i = at + 1; i < at + NAME; i += 1) {
    const hit = partyAt(ground, i);
    if (hit) {
      party ??= hit.key;
      i = hit.to - 1;
      continue;
    }
    const mark = tokens.word(i);
    if (party !== undefined && (mark === ':' || tokens.gap(i) >= GAP.line))
      return { party, to: mark === ':' ? i + 1 : i };
    if (party !== undefined && mark === ',' && beginsPerson(ground, i + 1)) return { party, to: i + 1 };
    if (mark === ';' || mark === '.') return null;
  }
  return null;
}

/** “and M.”, “and the Right Honourable” */
function isJoined(tokens: Tokens, at: number): boolean {
  return tokens.word(at - 1) === 'and' && isStyle(tokens, at);
}

/** “M.”, “Baron”, “the Honourable” */
function isStyle(tokens: Tokens, at: number): boolean {
  if (tokens.word(at) === 'm') return tokens.word(at + 1) === '.' && isLong(tokens, at + 2);
  const from = tokens.word(at) === 'the' ? at + 1 : at;
  return tokens.is(from, FLAG.STYLE) || (tokens.word(from) === 'right' && tokens.is(from + 1, FLAG.STYLE));
}

/** “the President of the Republic, Paul Reed, Secretary of State”: behind a comma a style, or a name before another comma. */
function beginsPerson(ground: Ground, at: number): boolean {
  const { tokens } = ground;
  if (isStyle(tokens, at)) return true;
  const person = tokens.cased ? readPerson(tokens, at) : smallNames(ground, at, at + NAME)[0];
  return person?.from === at && person.to > at + 1 && tokens.word(person.to) === ',' && !ground.names.has(at);
}

/** “A. AHONEN, P. J. HYNNINEN”, “M. Halvdan KOHT, Minister for Foreign Affairs” */
function personsAt(ground: Ground, from: number): PersonHit[] {
  const { tokens } = ground;
  // “M.” is “Monsieur” before a given name.
  const monsieur = tokens.word(from) === 'm' && tokens.word(from + 1) === '.' && isLong(tokens, from + 2);
  let at = monsieur ? from + 2 : /^(monsieur|madame|herr)$/.test(tokens.word(from)) ? from + 1 : from;
  while (/^(the|right)$/.test(tokens.word(at)) && isStyle(tokens, at)) at += 1;
  if (!tokens.cased) return smallNames(ground, at, at + NAME).slice(0, 1);
  const persons: PersonHit[] = [];
  for (let next = at; ; ) {
    const person = readPerson(tokens, next);
    if (!person || ground.names.has(person.from)) return persons;
    persons.push(person);
    next = person.to + 1;
    if (!/^[,.]$/.test(tokens.word(person.to)) || tokens.word(next + 1) !== '.' || isLong(tokens, next))
      return persons;
  }
}

function isLong(tokens: Tokens, at: number): boolean {
  return tokens.end(at) - tokens.start(at) > 2;
}
