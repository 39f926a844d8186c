/** States, bodies, places and persons at a token. */
import type { Draft } from '../../draft.ts';
import { isStateMention, readBody, readWater } from './bodies.ts';
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

/** A draft with the tokens that it covers. */
export type Placed = { from: number; to: number; draft: Draft; mention?: Mention; of?: Mention };

export type Known = Readonly<{
  byStart: Found<Mention>;
  persons: Found<PersonHit>;
  places: Found<{ from: number; to: number }>;
}>;

export function readAt(ground: Ground, i: number, free: number, known: Known): Placed | null {
  const { tokens, names } = ground;
  const span = (from: number, to: number) => ({ start: tokens.start(from), end: tokens.end(to - 1) });
  const text = (from: number, to: number) =>
    tokens.text.slice(tokens.start(from), tokens.end(to - 1)).replace(/\s+/g, ' ');
  const person = known.persons.get(i) ?? personAt(ground, i);
  if (person)
    return {
      ...person,
      draft: {
        type: 'person',
        ...span(person.from, person.to),
        name: person.name,
        rule: 'en/signature',
        confidence: 0.85,
      },
    };
  const provision = provisionAt(ground, i, known);
  if (provision) return provision;
  const name = names.get(i);
  const found = tokens.is(i, FLAG.BODY) ? readBody(ground, i, free) : null;
  // “Union of Soviet Socialist Republics” is listed.
  const body = found && !(name && name.from <= found.from && name.to >= found.to) ? found : null;
  if (body) {
    const listed = names.get(body.from);
    const keys = listed && listed.to === body.to ? listed.organizations : [];
    return {
      ...body,
      draft: {
        type: 'organization',
        ...span(body.from, body.to),
        name: body.name,
        keys,
        rule: 'en/body',
        confidence: 0.75,
      },
    };
  }
  if (name) {
    // A body's name may begin with a listed one: “United Nations Economic Commission for Europe”.
    const wider =
      name.organizations.length > 0 || name.states.length > 0 || name.places.length > 0
        ? widerBody(ground, name, free)
        : null;
    if (wider)
      return {
        ...wider,
        draft: {
          type: 'organization',
          ...span(wider.from, wider.to),
          name: wider.name,
          keys: [],
          rule: 'en/body',
          confidence: 0.75,
        },
      };
    // “signed at Luxembourg”: the town
    if (name.states.length > 0 && known.places.get(i)?.to !== name.to && isStateMention(ground, name))
      return {
        from: name.from,
        to: name.to,
        draft: {
          type: 'state',
          ...span(name.from, name.to),
          codes: name.states.slice(0, 1),
          rule: 'en/state',
          confidence: 0.95,
        },
      };
    if (name.organizations.length > 0)
      return {
        from: name.from,
        to: name.to,
        draft: {
          type: 'organization',
          ...span(name.from, name.to),
          name: text(name.from, name.to),
          keys: name.organizations,
          rule: 'en/organization',
          confidence: 0.95,
        },
      };
    if (name.places.length > 0 && name.states.length === 0) {
      const [key] = name.places;
      const to = waterAfter(tokens, name.to);
      return {
        from: name.from,
        to,
        draft: {
          type: 'place',
          ...span(name.from, to),
          name: text(name.from, to),
          ...(key === undefined || to > name.to ? {} : { key }),
          rule: 'en/place',
          confidence: 0.9,
        },
      };
    }
  }
  const place =
    known.places.get(i) ??
    placeAfterAt(ground, i) ??
    (tokens.is(i, FLAG.WATER) ? readWater(ground, i, free) : null);
  if (place)
    return {
      from: place.from,
      to: place.to,
      draft: {
        type: 'place',
        ...span(place.from, place.to),
        name: text(place.from, place.to),
        rule: 'en/place-at',
        confidence: 0.8,
      },
    };
  return null;
}

/** “Greenland Sea”: a listed place gives its name to a sea. */
function waterAfter(tokens: Tokens, at: number): number {
  const named = /^(sea|strait|bay|ocean)$/.test(tokens.word(at)) && tokens.gap(at) <= GAP.line;
  return named && (!tokens.cased || tokens.isCapital(at)) ? at + 1 : at;
}

/** “at Bonn on the same date”, “held in Sendai, Japan”: an unlisted word with a capital after “at”, or before a state. */
function placeAfterAt(ground: Ground, i: number): { from: number; to: number } | null {
  const { tokens, names } = ground;
  const before = tokens.word(i - 1);
  if ((before !== 'at' && before !== 'in') || !tokens.cased || tokens.id(i) !== 0 || !tokens.isCapital(i))
    return null;
  const to = placeEnd(ground, i);
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
  for (let i = name.to; i < name.to + 5; i += 1) {
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
