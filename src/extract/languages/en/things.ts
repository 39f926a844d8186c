/** States, bodies, places and persons at a token. */
import type { Draft } from '../../draft.ts';
import { type BodyHit, isStateMention, readBody, readWater } from './bodies.ts';
import type { Chains } from './chains.ts';
import { provisionAt } from './cited.ts';
import type { Found } from './found.ts';
import type { Ground } from './ground.ts';
import { FLAG } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import type { NameHit } from './names.ts';
import { readNamed } from './persons.ts';
import { type PersonHit, readStyled } from './signatures.ts';
import { placeEnd } from './signings.ts';
import { GAP, type Tokens } from './tokens.ts';
import { written } from './written.ts';

/** A draft with the tokens that it covers. */
export type Placed = { from: number; to: number; draft: Draft; mention?: Mention; of?: Mention };

export type Known = Readonly<{
  byStart: Found<Mention>;
  persons: Found<PersonHit>;
  places: Found<{ from: number; to: number }>;
  chains: Chains;
}>;

/** What begins at a token, or at a body's noun; none of it begins before `free`. */
export function readAt(ground: Ground, i: number, free: number, known: Known): Placed | null {
  const { tokens, names } = ground;
  const person = known.persons.get(i) ?? personAt(ground, i);
  if (person) return placePerson(tokens, person);
  const provision = provisionAt(ground, i, known);
  if (provision) return provision;
  const name = names.get(i);
  const found = tokens.is(i, FLAG.BODY) ? readBody(ground, i, free) : null;
  // “Union of Soviet Socialist Republics” is listed.
  const body = found && !(name && name.from <= found.from && name.to >= found.to) ? found : null;
  if (body) {
    const listed = names.get(body.from);
    return placeBody(tokens, body, listed && listed.to === body.to ? listed.organizations : []);
  }
  const named = name ? placeName(ground, name, free, known) : null;
  if (named) return named;
  const place =
    known.places.get(i) ??
    placeAfterAt(ground, i) ??
    (tokens.is(i, FLAG.WATER) ? readWater(ground, i, free) : null);
  return place && placePlace(tokens, place);
}

/** A listed state, body or place, and the body whose name it begins. */
function placeName(ground: Ground, name: NameHit, free: number, known: Known): Placed | null {
  const { tokens } = ground;
  const { from, to, states, organizations, places } = name;
  if (states.length === 0 && organizations.length === 0 && places.length === 0) return null;
  // A body's name may begin with a listed one: “United Nations Economic Commission for Europe”.
  const wider = widerBody(ground, name, free);
  if (wider) return placeBody(tokens, wider, []);
  // “signed at Luxembourg”: the town
  if (states.length > 0 && known.places.get(from)?.to !== to && isStateMention(ground, name))
    return placeState(tokens, name);
  if (organizations.length > 0) return placeOrganization(tokens, name);
  if (places.length === 0 || states.length > 0) return null;
  return placeListed(tokens, name);
}

function placePerson(tokens: Tokens, { from, to, name }: PersonHit): Placed {
  const start = tokens.start(from);
  const end = tokens.end(to - 1);
  return { from, to, draft: { type: 'person', start, end, name, rule: 'en/signature', confidence: 0.85 } };
}

function placeBody(tokens: Tokens, { from, to, name }: BodyHit, keys: readonly string[]): Placed {
  const start = tokens.start(from);
  const end = tokens.end(to - 1);
  return {
    from,
    to,
    draft: { type: 'organization', start, end, name, keys, rule: 'en/body', confidence: 0.75 },
  };
}

function placeOrganization(tokens: Tokens, { from, to, organizations: keys }: NameHit): Placed {
  const start = tokens.start(from);
  const end = tokens.end(to - 1);
  const name = written(tokens, from, to);
  return {
    from,
    to,
    draft: { type: 'organization', start, end, name, keys, rule: 'en/organization', confidence: 0.95 },
  };
}

function placeState(tokens: Tokens, { from, to, states }: NameHit): Placed {
  const start = tokens.start(from);
  const end = tokens.end(to - 1);
  const codes = states.length === 1 ? states : states.slice(0, 1);
  return { from, to, draft: { type: 'state', start, end, codes, rule: 'en/state', confidence: 0.95 } };
}

function placeListed(tokens: Tokens, { from, to: end, places: [key] }: NameHit): Placed {
  const to = waterAfter(tokens, end);
  const draft = {
    type: 'place',
    start: tokens.start(from),
    end: tokens.end(to - 1),
    name: written(tokens, from, to),
    rule: 'en/place',
    confidence: 0.9,
  } as const;
  return { from, to, draft: key === undefined || to > end ? draft : { ...draft, key } };
}

function placePlace(tokens: Tokens, { from, to }: { from: number; to: number }): Placed {
  const start = tokens.start(from);
  const end = tokens.end(to - 1);
  const name = written(tokens, from, to);
  return { from, to, draft: { type: 'place', start, end, name, rule: 'en/place-at', confidence: 0.8 } };
}

/** “Greenland Sea”: a listed place gives its name to a sea. */
function waterAfter(tokens: Tokens, at: number): number {
  const named = /^(sea|strait|bay|ocean)$/.test(tokens.word(at)) && tokens.gap(at) <= GAP.line;
  return named && (!tokens.cased || tokens.isCapital(at)) ? at + 1 : at;
}

/** “at Bonn on the same date”, “held in Sendai, Japan”: an unlisted word with a capital after “at”, or before a state. */
function placeAfterAt(ground: Ground, i: number): { from: number; to: number } | null {
  const { tokens, names } = ground;
  if (!tokens.cased || !tokens.isCapital(i) || !tokens.is(i - 1, FLAG.FUNCTION)) return null;
  const before = tokens.word(i - 1);
  // “the city of Ciudad Juarez”
  const isCity = before === 'of' && /^(city|town|village)$/.test(tokens.word(i - 2));
  if ((before !== 'at' && before !== 'in' && !isCity) || tokens.id(i) !== 0) return null;
  const to = placeEnd(ground, i);
  if (isCity) return to > i ? { from: i, to } : null;
  const after = tokens.word(to);
  if (to <= i) return null;
  if (before === 'in' && !(after === ',' && names.get(to + 1)?.states.length)) return null;
  if (tokens.word(i) === 'city') return null;
  return /^(on|,|\.|this|in|;|\)|from|and)$/.test(after) ? { from: i, to } : null;
}

function personAt(ground: Ground, i: number): PersonHit | null {
  const { tokens } = ground;
  if (!tokens.cased) return null;
  return tokens.is(i, FLAG.STYLE) ? readStyled(tokens, i) : readNamed(ground, i);
}

/** A body whose noun follows a listed name with nothing but capitals between. */
function widerBody(ground: Ground, name: NameHit, free: number) {
  const { tokens } = ground;
  // “the fao council”, in small letters too
  if (
    !tokens.cased &&
    name.organizations.length > 0 &&
    /^(council|conference)$/.test(tokens.word(name.to)) &&
    !/^(on|for)$/.test(tokens.word(name.to + 1))
  )
    return { from: name.from, to: name.to + 1, name: written(tokens, name.from, name.to + 1) };
  for (let i = name.to; i < name.to + 5; i += 1) {
    // “PAN AMERICAN HEALTH ORGANIZATION WORLD HEALTH ORGANIZATION”
    if (ground.names.get(i)?.organizations.length && tokens.is(name.to - 1, FLAG.BODY)) return null;
    if (!tokens.is(i, FLAG.BODY)) {
      if (tokens.is(i, FLAG.FUNCTION) || !(tokens.isCapital(i) || !tokens.cased) || tokens.kind(i) !== 1)
        return null;
      continue;
    }
    const body = readBody(ground, i, free);
    return body && body.from <= name.from ? body : null;
  }
  return null;
}
