/** Names that the authorities list, found in one pass. */
import type { Authorities, AuthorityType } from '../../../resolve/authorities.ts';
import type { Lexicon } from './lexicon.ts';
import { FLAG } from './lexicon.ts';
import { Phrases } from './phrases.ts';
import { GAP, NUMBER, type Tokens } from './tokens.ts';

type Named = Readonly<{ type: AuthorityType; key: string; ambiguous: boolean; acronym: boolean }>;
export type NameHit = Readonly<{
  from: number;
  to: number;
  states: readonly string[];
  organizations: readonly string[];
  agreements: readonly string[];
  places: readonly string[];
}>;

const OFFICE =
  /^(?:the )?(?:\w+ )?(?:secretary|director|high commissioner|secretariat|executive secretary|president|presidency)\b/i;

export function makeNames(authorities: Authorities, lexicon: Lexicon): Phrases<readonly Named[]> {
  const names = new Phrases<readonly Named[]>(lexicon, FLAG.NAME);
  for (const word of [...FORMS, ...KINDS_OF_STATE]) if (word.length > 1) lexicon.add(word, FLAG.NAME);
  const merge = (old: readonly Named[], added: readonly Named[]) => [...old, ...added];
  for (const { type, key, name, ambiguous } of authorities.namesOf('en')) {
    // “the Secretary-General of the United Nations” is an office of that body, not a body.
    if (type === 'organization' && OFFICE.test(name)) continue;
    const acronym = /^[A-Z][A-Z.&-]{1,9}$/.test(name);
    const entry = [{ type, key, ambiguous, acronym }];
    const bare = name.replace(/^the /i, '').replace(/ \([^)]*\)$/, '');
    names.add(bare, entry, merge);
    // “Congo (Brazzaville)” is not “Congo (Kinshasa)”.
    if (type === 'state' && name.endsWith(')')) names.add(name.replace(/^the /i, ''), entry, merge);
    if (bare.includes('-')) names.add(bare.replaceAll('-', ' '), entry, merge);
    if (/^(republic|kingdom|state|union) of /i.test(bare))
      names.add(bare.replace(/ of (?!the )/i, ' of the '), entry, merge);
  }
  return names;
}

/** States' codes by adjective, in small letters; one that several states share tells none. */
export function makeAdjectives(authorities: Authorities): ReadonlyMap<string, string> {
  const codes = new Map<string, string>();
  const shared = new Set<string>();
  for (const { code, adjectives } of authorities.states.values())
    for (const adjective of adjectives?.en ?? []) {
      const word = adjective.toLowerCase();
      if (codes.has(word)) shared.add(word);
      codes.set(word, code);
    }
  for (const word of shared) codes.delete(word);
  return codes;
}

/** The authority names in a text, of those that may begin at these tokens, from left to right, the longest at each place. */
export function findNames(tokens: Tokens, starts: Int32Array, names: Phrases<readonly Named[]>): NameHit[] {
  const hits: NameHit[] = [];
  let free = 0;
  for (const i of starts) {
    if (i < free) continue;
    const hit = readName(tokens, names, i, free);
    if (!hit) continue;
    hits.push(hit);
    free = hit.to;
  }
  return hits;
}

function readName(
  tokens: Tokens,
  names: Phrases<readonly Named[]>,
  from: number,
  free: number,
): NameHit | null {
  const hit = names.at(tokens, from);
  if (!hit) return null;
  const { to, value } = hit;
  const isMeant = (entry: Named) =>
    // An ambiguous name (“the Council”) says nothing by itself, but for states.
    (!entry.ambiguous || entry.type === 'state') &&
    isWritten(tokens, from, to, entry) &&
    !(entry.type === 'agreement' && isOfLaw(tokens, to));
  // Mostly all of them are, and then the list need not be made again.
  const meant = value.every(isMeant) ? value : value.filter(isMeant);
  if (meant.length === 0) return null;
  const states = keysOf(meant, 'state');
  return {
    from: states.length > 0 ? officialStart(tokens, from, free) : from,
    to,
    states,
    organizations: keysOf(meant, 'organization'),
    agreements: keysOf(meant, 'agreement'),
    places: keysOf(meant, 'place'),
  };
}

const NONE: readonly string[] = [];

function keysOf(named: readonly Named[], type: AuthorityType): readonly string[] {
  let keys: string[] | null = null;
  for (const entry of named)
    if (entry.type === type) {
      keys ??= [];
      if (!keys.includes(entry.key)) keys.push(entry.key);
    }
  return keys ?? NONE;
}

/** “Antarctic Treaty Act”: a state's law that is called after an agreement. */
function isOfLaw(tokens: Tokens, next: number): boolean {
  return /^(?:act|acts|bill|ordinance)$/.test(tokens.word(next)) && (!tokens.cased || tokens.isCapital(next));
}

/** Acronyms that are words where a text has no capitals. */
const WORDS: ReadonlySet<string> = new Set(['trips', 'salt', 'start', 'tac', 'att']);

/** “UNEP/FAO/RC/COP.5/14”: part of a document's number. */
function isInCode(tokens: Tokens, at: number): boolean {
  if (tokens.word(at + 1) !== '/' || tokens.gap(at + 1) !== GAP.none)
    return tokens.word(at - 1) === '/' && tokens.word(at + 1) === '/';
  for (let i = at + 2; i < at + 12 && tokens.gap(i) === GAP.none; i += 1)
    if (tokens.kind(i) === NUMBER) return true;
  return false;
}

/** Whether the words are written as a name is, as far as the text shows it: “us” and “who” are no names, “US” is. */
function isWritten(tokens: Tokens, from: number, to: number, entry: Named): boolean {
  const common = tokens.is(from, FLAG.FUNCTION | FLAG.RELATIVE | FLAG.FINITE | FLAG.CUE);
  const single = to === from + 1;
  if (single && entry.acronym && (isInCode(tokens, from) || (!tokens.cased && WORDS.has(tokens.word(from)))))
    return false;
  if (single && (entry.acronym || common)) {
    if (tokens.isAllCapitals(from) && tokens.cased) return true;
    return !common && !tokens.cased && tokens.end(from) - tokens.start(from) > 2;
  }
  if (!tokens.cased) return true;
  return tokens.isCapital(from) || tokens.isCapital(to - 1);
}

const FORMS: ReadonlySet<string> = new Set(
  'republic kingdom principality duchy state federation union commonwealth sultanate emirate confederation republics'.split(
    ' ',
  ),
);
const KINDS_OF_STATE: ReadonlySet<string> = new Set(
  "people's people s ' islamic democratic socialist federal federative united grand oriental bolivarian plurinational co-operative cooperative popular independent revolutionary".split(
    ' ',
  ),
);

/** “Kingdom of Denmark”, “Federative Republic of Brazil”: a state's form before its name is part of it. */
function officialStart(tokens: Tokens, name: number, free: number): number {
  let at = name - 1;
  if (tokens.word(at) === 'the') at -= 1;
  if (tokens.word(at) !== 'of' || at - 1 < free || !FORMS.has(tokens.word(at - 1))) return name;
  at -= 1;
  // “Head of State of Chad”
  if (tokens.word(at) === 'state' && tokens.word(at - 1) === 'of') return name;
  if (tokens.cased && !tokens.isCapital(at)) return name;
  while (
    at - 1 >= free &&
    KINDS_OF_STATE.has(tokens.word(at - 1)) &&
    (tokens.isCapital(at - 1) || !tokens.cased || tokens.word(at - 1) === "'" || tokens.word(at - 1) === 's')
  )
    at -= 1;
  return at;
}
