/** The English reader: one pass over the words for each kind of thing, then all of it put in order. */
import type { Authorities } from '../../../resolve/authorities.ts';
import type { View } from '../../../text/view.ts';
import type { InstrumentDraft, Reading } from '../../draft.ts';
import { findAgreements } from './agreements.ts';
import { arrange } from './arrange.ts';
import { BEFORE_NAME, BEFORE_OF, WATERS } from './bodies.ts';
import { type DateHit, findDates } from './dates.ts';
import { findDefinitions, findShortForms } from './definitions.ts';
import { Found } from './found.ts';
import type { Ground } from './ground.ts';
import { findHeading, type Heading } from './headings.ts';
import { makeInstrument } from './instrument.ts';
import { type KindNoun, makeKinds } from './kinds.ts';
import { FLAG } from './lexicon.ts';
import { type Mention, mentionOf } from './mentions.ts';
import { findNames, makeAdjectives, makeNames, type NameHit } from './names.ts';
import { findClosings, findNoteSigners } from './note-signers.ts';
import { isExchange, partiesOfNotes } from './notes.ts';
import type { PhraseHit, Phrases } from './phrases.ts';
import { findPlenipotentiaries } from './plenipotentiaries.ts';
import { findSentences } from './sentences.ts';
import { settle } from './settle.ts';
import { findSignatories, findSigned, type Signed, signatoriesOf } from './signatories.ts';
import { findSignings } from './signatures.ts';
import { isOwn, signingOf } from './signed.ts';
import { makeStartFinder } from './starts.ts';
import { GAP, Tokens } from './tokens.ts';
import { unify } from './unify.ts';
import { makeLexicon } from './words.ts';

export function makeReader(authorities: Authorities): (view: View) => Reading {
  const lexicon = makeLexicon();
  const kinds = makeKinds(lexicon);
  for (const words of [WATERS, BEFORE_NAME, BEFORE_OF])
    for (const word of words) lexicon.add(word, FLAG.WATER);
  const names = makeNames(authorities, lexicon);
  const adjectives = makeAdjectives(authorities);
  const findStarts = makeStartFinder();
  return (view) => {
    const tokens = new Tokens(view.text, lexicon);
    const starts = findStarts(tokens);
    const dates = findDates(tokens, starts.dates);
    const found = findNames(tokens, starts.names, names);
    const ground: Ground = {
      tokens,
      starts,
      dates: new Found(tokens, FLAG.DATE_FOUND, dates),
      names: new Found(tokens, FLAG.NAME_FOUND, found),
      kinds: new Found(tokens, FLAG.KIND_FOUND, findKinds(tokens, starts.kinds, kinds)),
      adjectives,
    };
    const reading = read(ground, dates, found);
    tokens.giveBack();
    return reading;
  };
}

function findKinds(tokens: Tokens, starts: Int32Array, kinds: Phrases<KindNoun>): PhraseHit<KindNoun>[] {
  const hits: PhraseHit<KindNoun>[] = [];
  let free = 0;
  for (const i of starts) {
    const hit = i < free ? null : kinds.at(tokens, i);
    if (!hit) continue;
    hits.push(hit);
    free = hit.to;
  }
  return hits;
}

function read(ground: Ground, dates: readonly DateHit[], names: readonly NameHit[]): Reading {
  const { tokens } = ground;
  const heading = findHeading(ground);
  const first = findAgreements(ground, heading ? headingMentions(ground, heading) : []);
  const definitions = findDefinitions(ground, first);
  const inside = outsideOf(first, definitions);
  const known =
    definitions.length === 0 ? inside : [...inside, ...definitions].sort((a, b) => a.from - b.from);
  const shorts = findShortForms(ground, definitions, known);
  const mentions = settle(
    tokens,
    shorts.length === 0 ? known : [...known, ...shorts].sort((a, b) => a.from - b.from),
    heading,
  );
  const parents = unify(mentions, heading?.parents ?? []);
  const signings = findSignings(ground);
  const exchanged = isExchange(ground, heading);
  const signing = signingOf(ground, heading, signings, exchanged);
  const from = signing && isOwn(tokens, signing.at) ? signing.at : signings.at(-1)?.at;
  const { signed, parties, further } = findSignatories(ground, from ?? tokens.length, signings);
  const empowered = findPlenipotentiaries(ground, heading?.to ?? 0);
  const isNotes = signed.length === 0 && exchanged;
  const noted = isNotes ? signersOfNotes(ground, heading) : [];
  const closings = isNotes ? findClosings(ground, heading?.to ?? 0) : [];
  const persons = [...[...empowered, ...signed].map(({ person }) => person), ...further, ...closings];
  persons.push(...findSigned(ground, persons, from ?? tokens.length));
  const signatories = signatoriesOf(signed.length > 0 ? signed : noted.length > 0 ? noted : empowered);
  const instrument = makeInstrument(ground, heading && { ...heading, parents }, mentions, signing, {
    exchanged,
    signatories,
    parties,
  });
  if (instrument) joinOwnByDate(mentions, instrument);
  const { drafts, cues } = arrange(ground, { heading, mentions, dates, names, persons, signings });
  return { drafts, cues, instrument, sentences: findSentences(tokens) };
}

function signersOfNotes(ground: Ground, heading: Heading | null): Signed[] {
  const from = heading?.to ?? 0;
  return findNoteSigners(ground, from, heading?.facts.parties ?? partiesOfNotes(ground, from));
}

/** The mentions that overlap no other one; all are in order of the text. */
function outsideOf(mentions: readonly Mention[], others: readonly Mention[]): readonly Mention[] {
  if (others.length === 0) return mentions;
  let passed = 0;
  return mentions.filter((mention) => {
    while (passed < others.length && (others[passed]?.to ?? 0) <= mention.from) passed += 1;
    return (others[passed]?.from ?? Infinity) >= mention.to;
  });
}

/** A table of contents may stand between a heading and its repetition. */
const REPEATED = 400;

/** The heading, and its repetition on the next page. */
function headingMentions({ tokens }: Ground, heading: Heading): Mention[] {
  const one = (from: number, to: number): Mention =>
    mentionOf({
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
  for (let i = heading.to; i < heading.to + REPEATED && length > 3; i += 1)
    if (
      (tokens.gap(i) >= GAP.line || tokens.isMark(i - 1, ':')) &&
      sameWords(tokens, heading.from, i, length)
    ) {
      mentions.push(one(i, i + length));
      break;
    }
  return mentions;
}

/** “the Protocol opened for signature on 2 March 1983” in that Protocol is the text itself. */
function joinOwnByDate(mentions: readonly Mention[], { kind, signed }: InstrumentDraft): void {
  if (signed?.length !== 10) return;
  for (const mention of mentions) {
    const [only] = mention.facts;
    if (mention.via !== 'description' || mention.facts.length !== 1 || only?.parties) continue;
    if (only?.kind !== kind || only.signed !== signed || only.core !== `${kind} of ${signed}`) continue;
    mention.facts = [];
    mention.anaphor = { reach: 'own', count: 1, kinds: [kind] };
  }
}

function sameWords(tokens: Tokens, one: number, other: number, length: number): boolean {
  // Mostly the first word is another.
  if (tokens.end(one) - tokens.start(one) !== tokens.end(other) - tokens.start(other)) return false;
  for (let i = 0; i < length; i += 1) if (tokens.word(one + i) !== tokens.word(other + i)) return false;
  return true;
}
