/** The parties that a preamble names. */
import { FLAG } from './flags.ts';
import { type Ground, governmentAt, isOfStates } from './ground.ts';
import { MARK } from './tokens.ts';

/** A preamble's list of parties is no longer, in tokens; nor is what stands before it or between two of them. */
const LIST = 420;
const BEFORE = 60;
const WITHIN = 30;

/** What a list of parties ends at, besides a recital. */
const ENDS: ReadonlySet<string> = new Set('have being agree agreed accredited deposited'.split(' '));

/** The states that a preamble begins with: “The Kingdom of Denmark, the Kingdom of the Netherlands … have”. None where one of them cannot be read. */
export function partiesAfter(ground: Ground, from: number): string[] | undefined {
  const { tokens, dates } = ground;
  const parties: string[] = [];
  let last = from;
  let named = true;
  for (let i = from; i < from + LIST; i += 1) {
    const party = partyAt(ground, i);
    if (party && (party.isState || parties.length > 0)) {
      if (party.key !== undefined && !parties.includes(party.key)) parties.push(party.key);
      i = party.to - 1;
      last = party.to;
      named = true;
      continue;
    }
    // “(stockholm, 21 may 2003)”: no verb
    const date = dates.get(i);
    if (date) {
      i = date.to - 1;
      continue;
    }
    const word = tokens.word(i);
    if (tokens.is(i, FLAG.RECITAL) || ENDS.has(word)) break;
    if (word === ';' || isUnread(ground, i)) {
      if (parties.length > 0 && (word !== ';' || !named)) return undefined;
      named = false;
    }
    if (
      tokens.is(i, FLAG.PARTY) ||
      (tokens.kind(i) === MARK && word !== ':' && word !== '.') ||
      word === 'hereinafter' ||
      word === 'preamble'
    )
      continue;
    if (word === 'article' || (tokens.is(i, FLAG.FINITE) && parties.length === 0)) return undefined;
    if (i - last > (parties.length === 0 ? BEFORE : WITHIN)) break;
  }
  return parties.length > 1 ? parties : undefined;
}

/** A party that is named at a token; no key where a body's name tells its member states. */
type PartyHit = Readonly<{ key: string | undefined; isState: boolean; to: number }>;

export function partyAt(ground: Ground, at: number): PartyHit | null {
  const { tokens, names } = ground;
  const name = names.get(at);
  // “Ireland's instrument of accession”
  if (name && tokens.word(name.to) === "'") return null;
  const [state] = name?.states ?? [];
  if (name && state !== undefined) return { key: state, isState: true, to: name.to };
  if (name && name.organizations.length > 0) {
    const key = isOfStates(tokens, name) ? undefined : name.organizations[0];
    return { key, isState: false, to: name.to };
  }
  const key = governmentAt(ground, at) ?? rulerAt(ground, at);
  return key === undefined ? null : { key, isState: true, to: at + 1 };
}

/** “the King of the Belgians”, “the President of the Spanish Republic”, “the Swiss Federal Council”, “His Britannic Majesty” */
function rulerAt({ tokens, adjectives }: Ground, at: number): string | undefined {
  const word = tokens.word(at);
  if (tokens.word(at - 1) === 'the' && tokens.word(at - 2) === 'of' && word.endsWith('s'))
    return adjectives.get(word.slice(0, -1));
  if (word === 'britannic' && tokens.word(at + 1) === 'majesty') return adjectives.get('british');
  const code = adjectives.get(word);
  if (code === undefined) return undefined;
  const isBody = tokens.word(at + 1) === 'federal' && tokens.word(at + 2) === 'council';
  return isBody || /^(republic|confederation|empire|emperor)$/.test(tokens.word(at + 1)) ? code : undefined;
}

/** “the Government of Atlantis”, “the President of the Ponds”: no party that is known. */
function isUnread(ground: Ground, at: number): boolean {
  const { tokens } = ground;
  // “the German Emperor, King of Prussia”; “the Local Government of Greenland” signs with its state.
  if (
    tokens.word(at + 1) !== 'of' ||
    tokens.word(at - 1) === ',' ||
    /^(local|home|rule)$/.test(tokens.word(at - 1)) ||
    !/^(government|republic|kingdom|king|queen|president)$/.test(tokens.word(at))
  )
    return false;
  for (let i = at + 2; i < at + 9; i += 1) if (partyAt(ground, i)) return false;
  return true;
}

/** How far below the heading a preamble may end, and the tokens between two names of its list. */
const PREAMBLE = 1500;
const BETWEEN = 12;

/** “Pursuant to the Convention, the Republic of Kiribati, the Republic of Nauru and Tuvalu, have agreed”: the list that the agreeing follows. */
export function partiesBefore({ tokens, names }: Ground, from: number): string[] | undefined {
  const next = (at: number) => tokens.next(at, FLAG.FINITE);
  for (let i = next(from); i < from + PREAMBLE && i < tokens.length; i = next(i + 1)) {
    if (tokens.word(i) !== 'have' || !/^(agreed|resolved|decided)$/.test(tokens.word(i + 1))) continue;
    const parties: string[] = [];
    let last = i;
    for (let k = i - 1; k > from && last - k < BETWEEN; k -= 1) {
      const name = names.get(k);
      if (name) {
        const [state] = name.states;
        if (state === undefined) break;
        if (!parties.includes(state)) parties.unshift(state);
        last = k;
      } else if (tokens.is(k, FLAG.FINITE | FLAG.RECITAL) || /^[.;]$/.test(tokens.word(k))) break;
    }
    return parties.length > 2 ? parties : undefined;
  }
  return undefined;
}
