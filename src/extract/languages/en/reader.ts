/** The English reader: one pass over the words for each kind of thing, then all of it put in order. */
import type { Authorities } from '../../../resolve/authorities.ts';
import type { View } from '../../../text/view.ts';
import type { Cue, Draft, Reading } from '../../draft.ts';
import { findAgreements, type Mention } from './agreements.ts';
import { BEFORE_NAME, BEFORE_OF, isStateMention, readBody, readWater, WATERS } from './bodies.ts';
import { type CueHit, readCue } from './cues.ts';
import { type DateHit, findDates } from './dates.ts';
import { findDefinitions } from './definitions.ts';
import { findHeading, type Heading } from './headings.ts';
import { makeInstrument } from './instrument.ts';
import { type KindNoun, makeKinds } from './kinds.ts';
import { FLAG } from './lexicon.ts';
import { findNames, makeNames, type NameHit } from './names.ts';
import { readNamed } from './persons.ts';
import type { PhraseHit, Phrases } from './phrases.ts';
import { readProvision } from './provisions.ts';
import { findSentences } from './sentences.ts';
import { settle } from './settle.ts';
import { findSignatories, findSignings, type PersonHit, readStyled, type Signing } from './signatures.ts';
import { type Ground, placeEnd } from './tails.ts';
import { GAP, Tokens } from './tokens.ts';
import { unify } from './unify.ts';
import { makeLexicon } from './words.ts';

export function makeReader(authorities: Authorities): (view: View) => Reading {
  const lexicon = makeLexicon();
  const kinds = makeKinds(lexicon);
  for (const words of [WATERS, BEFORE_NAME, BEFORE_OF])
    for (const word of words) lexicon.add(word, FLAG.WATER);
  const names = makeNames(authorities, lexicon);
  return (view) => {
    const tokens = new Tokens(view.text, lexicon);
    const dates = findDates(tokens);
    const found = findNames(tokens, names);
    const ground: Ground = {
      tokens,
      dates: new Map(dates.map((date) => [date.from, date])),
      names: new Map(found.map((name) => [name.from, name])),
      kinds: findKinds(tokens, kinds),
    };
    return read(ground, dates, found);
  };
}

function findKinds(tokens: Tokens, kinds: Phrases<KindNoun>): ReadonlyMap<number, PhraseHit<KindNoun>> {
  const found = new Map<number, PhraseHit<KindNoun>>();
  for (let i = 0; i < tokens.length; i += 1) {
    const hit = tokens.is(i, FLAG.KIND) ? kinds.at(tokens, i) : null;
    if (!hit) continue;
    found.set(i, hit);
    i = hit.to - 1;
  }
  return found;
}

function read(ground: Ground, dates: readonly DateHit[], names: readonly NameHit[]): Reading {
  const { tokens } = ground;
  const heading = findHeading(ground);
  const first = findAgreements(ground, heading ? headingMentions(ground, heading) : []);
  const definitions = findDefinitions(ground, first);
  const inside = first.filter(
    (mention) => !definitions.some((one) => one.from < mention.to && mention.from < one.to),
  );
  const mentions = settle(
    tokens,
    [...inside, ...definitions].sort((a, b) => a.from - b.from),
    heading,
  );
  unify(mentions);
  const signings = findSignings(ground);
  const { persons, signatories } = findSignatories(
    ground,
    signings[signings.length - 1]?.at ?? tokens.length,
  );
  const instrument = makeInstrument(ground, heading, mentions, signings, signatories);
  const { drafts, cues } = arrange(ground, { heading, mentions, dates, names, persons, signings });
  return { drafts, cues, instrument, sentences: findSentences(tokens) };
}

/** The heading, and its repetition on the next page. */
function headingMentions({ tokens }: Ground, heading: Heading): Mention[] {
  const one = (from: number, to: number): Mention => ({
    from,
    to,
    head: from,
    noun: heading.noun,
    via: 'title',
    rule: 'en/heading',
    confidence: 0.95,
    facts: [heading.facts],
    tail: heading.tail,
    own: true,
  });
  const mentions = [one(heading.from, heading.to)];
  const length = heading.to - heading.from;
  for (let i = heading.to; i < heading.to + 40 && length > 3; i += 1)
    if (sameWords(tokens, heading.from, i, length)) {
      mentions.push(one(i, i + length));
      break;
    }
  return mentions;
}

function sameWords(tokens: Tokens, one: number, other: number, length: number): boolean {
  for (let i = 0; i < length; i += 1) if (tokens.word(one + i) !== tokens.word(other + i)) return false;
  return true;
}

type Findings = Readonly<{
  heading: Heading | null;
  mentions: readonly Mention[];
  dates: readonly DateHit[];
  names: readonly NameHit[];
  persons: readonly PersonHit[];
  signings: readonly Signing[];
}>;
/** A draft with the tokens that it covers. */
type Placed = { from: number; to: number; draft: Draft; mention?: Mention; of?: Mention };

/** All drafts in order of the text, with indices for those that refer to others. */
function arrange(ground: Ground, findings: Findings): { drafts: Draft[]; cues: Cue[] } {
  const { tokens } = ground;
  const placed: Placed[] = findings.mentions.map((mention) => ({
    from: mention.from,
    to: mention.to,
    draft: agreementDraft(tokens, mention),
    mention,
  }));
  const span = (from: number, to: number) => ({ start: tokens.start(from), end: tokens.end(to - 1) });
  for (const date of findings.dates)
    placed.push({
      from: date.from,
      to: date.to,
      draft: {
        type: 'date',
        ...span(date.from, date.to),
        edtf: date.edtf,
        rule: date.rule,
        confidence: date.rule === 'en/year' ? 0.8 : 0.98,
      },
    });
  const covered = coverOf(tokens, findings.mentions);
  placeRest(ground, findings, covered, placed);
  placed.sort((a, b) => a.from - b.from || b.to - a.to);
  const index = new Map<Mention, number>();
  placed.forEach(({ mention }, i) => {
    if (mention) index.set(mention, i);
  });
  const drafts = placed.map(({ draft, mention, of }): Draft => {
    if (draft.type === 'provision' && of) return { ...draft, of: index.get(of) ?? -1 };
    if (draft.type === 'agreement' && mention?.defines) {
      const target = index.get(mention.defines);
      // What is named only further on is said by the facts.
      return target === undefined || mention.defines.from > mention.from
        ? draft
        : { ...draft, aliasOf: target };
    }
    return draft;
  });
  return { drafts, cues: findCues(tokens, placed, findings.heading) };
}

function agreementDraft(tokens: Tokens, mention: Mention): Draft {
  return {
    type: 'agreement',
    start: tokens.start(mention.from),
    end: tokens.end(mention.to - 1),
    via: mention.via,
    facts: mention.facts,
    rule: mention.rule,
    confidence: mention.confidence,
    ...(mention.anaphor ? { anaphor: mention.anaphor } : {}),
    ...(mention.alias === undefined || mention.facts.length > 0 ? {} : { alias: mention.alias }),
    ...(mention.own ? { own: true as const } : {}),
    ...(mention.joined ? { joined: true as const } : {}),
  };
}

/** For each token the end of the agreement mention that it is in; 0 outside. */
function coverOf(tokens: Tokens, mentions: readonly Mention[]): Int32Array {
  const covered = new Int32Array(tokens.length + 1);
  for (const { from, to } of mentions) covered.fill(to, from, to);
  return covered;
}

/** States, bodies, places, persons and provisions, outside the agreements' mentions and one another. */
function placeRest(ground: Ground, findings: Findings, covered: Int32Array, placed: Placed[]): void {
  const { tokens, dates } = ground;
  const byStart = new Map(findings.mentions.map((mention) => [mention.from, mention]));
  const persons = new Map(findings.persons.map((person) => [person.from, person]));
  const places = new Map(
    [...findings.signings, ...findings.mentions.flatMap(({ tail }) => tail ?? [])].flatMap(({ placeAt }) =>
      placeAt ? [[placeAt.from, placeAt] as const] : [],
    ),
  );
  const marked = markStarts(ground, persons, places);
  let free = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const cover = covered[i] ?? 0;
    if (cover > 0) {
      i = cover - 1;
      free = cover;
      continue;
    }
    if (i < free || (marked[i] === 0 && !mayBegin(tokens, i))) continue;
    const date = dates.get(i);
    if (date) {
      free = date.to;
      continue;
    }
    const found = readAt(ground, i, free, { byStart, persons, places });
    if (!found || overlaps(covered, found.from, found.to)) continue;
    placed.push(found);
    free = found.to;
  }
}

/** 1 at the tokens where something that was found before begins. */
function markStarts(
  { tokens, dates }: Ground,
  ...found: readonly ReadonlyMap<number, unknown>[]
): Uint8Array {
  const marked = new Uint8Array(tokens.length + 1);
  for (const map of [dates, ...found]) for (const from of map.keys()) marked[from] = 1;
  return marked;
}

const BEGINNINGS = FLAG.PROVISION | FLAG.ORDINAL | FLAG.BODY | FLAG.NAME | FLAG.WATER | FLAG.STYLE;

/** Most words begin nothing: a look at the classes of the word is enough to pass them. */
function mayBegin(tokens: Tokens, i: number): boolean {
  if ((tokens.flags(i) & BEGINNINGS) !== 0) return true;
  return tokens.cased && (tokens.flags(i) & ~FLAG.NAME) === 0 && tokens.isCapital(i);
}

function overlaps(covered: Int32Array, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if ((covered[i] ?? 0) > 0) return true;
  return false;
}

type Known = Readonly<{
  byStart: ReadonlyMap<number, Mention>;
  persons: ReadonlyMap<number, PersonHit>;
  places: ReadonlyMap<number, { from: number; to: number }>;
}>;

function readAt(ground: Ground, i: number, free: number, known: Known): Placed | null {
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
  const body = tokens.is(i, FLAG.BODY) ? readBody(ground, i, free) : null;
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
    if (name.states.length > 0 && isStateMention(ground, name))
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
      return {
        from: name.from,
        to: name.to,
        draft: {
          type: 'place',
          ...span(name.from, name.to),
          name: text(name.from, name.to),
          ...(key === undefined ? {} : { key }),
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

/** “at Bonn on the same date”, “held in Stockholm, Sweden”: an unlisted word with a capital after “at”. */
function placeAfterAt(ground: Ground, i: number): { from: number; to: number } | null {
  const { tokens } = ground;
  if (tokens.word(i - 1) !== 'at' || !tokens.cased || tokens.id(i) !== 0 || !tokens.isCapital(i)) return null;
  const to = placeEnd(ground, i);
  const after = tokens.word(to);
  return to > i && /^(on|,|\.|this|in|;|\)|from|and)$/.test(after) ? { from: i, to } : null;
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

/** “Article 51 of the Charter”: a chain that another agreement's mention follows. */
function provisionAt(ground: Ground, i: number, known: Known): Placed | null {
  const { tokens } = ground;
  if (!tokens.is(i, FLAG.PROVISION) && !(tokens.is(i, FLAG.ORDINAL) && tokens.is(i + 1, FLAG.PROVISION)))
    return null;
  const hit = readProvision(tokens, i);
  if (!hit) return null;
  const of = agreementAfter(ground, hit.to, known) ?? agreementOfNote(ground, hit.from, hit.to, known);
  if (!of || isOwn(of)) return null;
  const start = tokens.start(hit.from);
  const end = tokens.end(hit.to - 1);
  const label = tokens.text.slice(start, end).replace(/\s+/g, ' ');
  return {
    from: hit.from,
    to: hit.to,
    of,
    draft: {
      type: 'provision',
      start,
      end,
      label,
      number: hit.number,
      of: -1,
      rule: 'en/provision',
      confidence: 0.9,
    },
  };
}

/** The agreement that a chain belongs to: “of the Convention”, also over another chain that is joined to it. */
function agreementAfter(ground: Ground, at: number, known: Known, depth = 0): Mention | null {
  const { tokens } = ground;
  let i = at;
  const word = tokens.word(i);
  if (word === 'thereto' || word === 'thereof') return lastBefore(known, at);
  if (depth < 5 && (word === ',' || word === 'and' || word === 'or' || word === 'to')) {
    let next = i + 1;
    while (next < i + 4 && /^(and|or|to|of|with|,|in)$/.test(tokens.word(next))) next += 1;
    const chain = tokens.is(next, FLAG.PROVISION) ? readProvision(tokens, next) : null;
    if (chain) return agreementAfter(ground, chain.to, known, depth + 1);
  }
  if (word === ',') i += 1;
  if (!['of', 'to', 'in', 'under', 'from'].includes(tokens.word(i))) return null;
  i += 1;
  return known.byStart.get(i) ?? (tokens.word(i) === 'the' ? known.byStart.get(i + 1) : undefined) ?? null;
}

/** A note in the margin, “(Art. 3, para. 2(a))”, is of the agreement that the next words change. */
function agreementOfNote(ground: Ground, from: number, to: number, known: Known): Mention | null {
  const { tokens } = ground;
  if (tokens.word(from - 1) !== '(' || tokens.word(to) !== ')') return null;
  if (tokens.gap(from - 1) < GAP.line || tokens.gap(to + 1) < GAP.line) return null;
  for (let i = to; i < to + 40; i += 1) {
    const mention = known.byStart.get(i);
    if (mention && !isOwn(mention)) return mention;
  }
  return lastBefore(known, from);
}

function lastBefore(known: Known, at: number): Mention | null {
  for (let i = at - 1; i > at - 200 && i >= 0; i -= 1) {
    const mention = known.byStart.get(i);
    if (mention && !isOwn(mention)) return mention;
  }
  return null;
}

function isOwn(mention: Mention): boolean {
  return mention.own === true || mention.anaphor?.reach === 'own';
}

/** “Being Parties to the Convention …” in a protocol whose heading names no parent: it is made to that Convention. */
function isParentInPreamble(tokens: Tokens, mention: Mention, heading: Heading | null): boolean {
  if (heading?.noun.kind !== 'protocol' || heading.parents.length > 0 || mention.from > heading.to + 400)
    return false;
  if (mention.facts.length === 0) return false;
  for (let i = mention.from - 1; i > mention.from - 8; i -= 1)
    if (/^part(?:y|ies)$/.test(tokens.word(i)) && tokens.word(i + 1) === 'to') return true;
  return false;
}

function findCues(tokens: Tokens, placed: readonly Placed[], heading: Heading | null): Cue[] {
  const cues: Cue[] = [];
  placed.forEach(({ mention }, draft) => {
    if (!mention || mention.own || mention.anaphor?.reach === 'own') return;
    const hit: CueHit | null = isParentInPreamble(tokens, mention, heading)
      ? { type: 'supplements', prospective: false, rule: 'en/parties-to', confidence: 0.85, at: mention.from }
      : readCue(tokens, mention.from, mention.to);
    if (!hit || hit.type === 'cites') return;
    const first = Math.min(hit.at, mention.from);
    const last = Math.max(hit.at, mention.to - 1);
    cues.push({
      draft,
      type: hit.type,
      prospective: hit.prospective,
      rule: hit.rule,
      confidence: hit.confidence,
      evidence: { start: tokens.start(first), end: tokens.end(last) },
    });
  });
  return cues;
}
