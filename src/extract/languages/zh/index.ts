/** The Chinese pack: both scripts, one set of rules. */
import type { Span } from '../../../records.ts';
import type { View } from '../../../text/view.ts';
import type { AgreementDraft, Cue, Draft, InstrumentDraft, Reading } from '../../draft.ts';
import type { Language } from '../../language.ts';
import { readAliases } from './aliases.ts';
import { findAnaphors } from './anaphors.ts';
import { findCues } from './cues.ts';
import { findOrganizations, findStates } from './entities.ts';
import { readFacts } from './facts.ts';
import { fold } from './fold.ts';
import { readFragment } from './fragment.ts';
import { partiesBelow, readHeading, readSignature } from './instrument.ts';
import { kindNounOf } from './kinds.ts';
import { type Lead, nextLead } from './leads.ts';
import { buildLexicon, type Lexicon } from './lexicon.ts';
import { findNames } from './names.ts';
import { number } from './numbering.ts';
import { firstFrom, Page } from './page.ts';
import { findMadeTo } from './parents.ts';
import { findPersons } from './persons.ts';
import { findPlaces } from './places.ts';
import { findProvisions } from './provisions.ts';
import { readSignatories } from './signatures.ts';
import { type Item, type Letter, Skeleton } from './skeleton.ts';
import { findTitles } from './titles.ts';

export const zh: Language = {
  code: 'zh',
  fold,
  reader: (authorities) => {
    const lexicon = buildLexicon(authorities);
    return (view) => read(view, lexicon);
  },
};

function read(view: View, lexicon: Lexicon): Reading {
  const page = new Page(view.text, lexicon);
  const heading = readHeading(view, page);
  if (heading) page.claim(heading);
  const fragment = heading ? null : readFragment(page);
  const ownNoun = heading
    ? kindNounOf(page.text.slice(heading.start, heading.end))
    : (fragment?.noun ?? null);
  const named = [...findTitles(page), ...findNames(page)].sort(byStart);
  const agreements = [
    ...ownHeading(heading),
    ...readAliases(page, [...named, ...findAnaphors(page, ownNoun)].sort(byStart)),
  ];
  const organizations = findOrganizations(page);
  for (const draft of organizations) page.claim(draft);
  const places = findPlaces(page);
  const { signatories, persons } = readSignatories(view, page, heading?.end ?? null);
  for (const person of persons) page.claim(person);
  const officeHolders = findPersons(page);
  const others: Draft[] = [
    ...findStates(page),
    ...organizations,
    ...places,
    ...page.dates,
    ...officeHolders.map((person) => ({ ...person, name: nameOf(view, person) })),
    ...persons.map((person) => ({
      type: 'person' as const,
      ...person,
      name: view.restore(person.start, person.end),
      rule: 'zh/signature',
      confidence: 0.9,
    })),
  ];
  const { updated, cues } = readSentences(page, agreements, others);
  if (heading) cues.push(...madeTo(heading, page, agreements));
  const final = agreements.map((draft) => updated.get(draft) ?? draft);
  const provisions = findProvisions(page, final);
  const instrument = heading ? finishInstrument(heading, page, places, signatories, view) : own(fragment);
  return number(view, page, { final, updated, others, provisions, cues, instrument });
}

function own(fragment: ReturnType<typeof readFragment>): InstrumentDraft | null {
  if (!fragment) return null;
  const { noun: _, ...instrument } = fragment;
  return instrument;
}

const byStart = (a: Span, b: Span) => a.start - b.start;

/** A supplement whose heading names no other agreement tells by a short form what it is made to. */
function madeTo(
  heading: Span & { instrument: InstrumentDraft },
  page: Page,
  agreements: readonly AgreementDraft[],
): Sentences['cues'] {
  if (heading.instrument.parents) return [];
  const found = findMadeTo(page.text.slice(heading.start, heading.end), agreements);
  if (!found) return [];
  const { draft, relation } = found;
  const evidence = page.sentences[firstFrom(page.sentences, draft.start + 1) - 1];
  if (!evidence) return [];
  const cue = {
    type: relation,
    evidence,
    prospective: false,
    rule: `zh/made-to-${relation}`,
    confidence: 0.85,
  };
  return [{ draft, cue }];
}

function ownHeading(heading: Span | null): AgreementDraft[] {
  if (!heading) return [];
  const { start, end } = heading;
  return [
    {
      start,
      end,
      type: 'agreement',
      via: 'title',
      facts: [],
      own: true,
      rule: 'zh/heading',
      confidence: 0.97,
    },
  ];
}

function finishInstrument(
  heading: Span & { instrument: InstrumentDraft },
  page: Page,
  places: readonly Draft[],
  signatories: ReturnType<typeof readSignatories>['signatories'],
  view: View,
): InstrumentDraft {
  const cities = places.filter((place) => place.type === 'place').sort(byStart);
  const { signed, place } = readSignature(page, heading.end, page.dates, cities);
  const people = signatories.map((signatory) => ({
    ...signatory,
    person: restoreName(view, signatory.person),
  }));
  const parties = heading.instrument.parties ?? partiesBelow(page, heading.end);
  return {
    ...heading.instrument,
    ...(parties === undefined ? {} : { parties }),
    ...(signed === undefined ? {} : { signed }),
    ...(place === undefined ? {} : { place }),
    ...(people.length === 0 ? {} : { signatories: people }),
  };
}

/** As the text writes it: there, or where it stands in full. */
function nameOf(view: View, { start, end, name }: Span & { name: string }): string {
  return name.length === end - start ? view.restore(start, end) : restoreName(view, name);
}

function restoreName(view: View, name: string): string {
  const at = view.text.lastIndexOf(name);
  return at < 0 ? name : view.restore(at, at + name.length);
}

const LETTERS: Readonly<Partial<Record<Draft['type'], Letter>>> = {
  date: 'D',
  state: 'S',
  organization: 'O',
  place: 'P',
};

/** A list's lead stands in so many units of its sentence. */
const LONGEST_LEAD = 300;

type Sentences = {
  updated: Map<AgreementDraft, AgreementDraft>;
  cues: { draft: AgreementDraft; cue: Omit<Cue, 'draft'> }[];
};

/** Facts and relations, sentence by sentence, where agreements are named. */
function readSentences(
  page: Page,
  agreements: readonly AgreementDraft[],
  others: readonly Draft[],
): Sentences {
  const result: Sentences = { updated: new Map(), cues: [] };
  const items = [
    ...agreements.map(toItem),
    ...others.filter(({ type }) => LETTERS[type] !== undefined).map(toOther),
    ...sameDays(page),
  ].sort((a, b) => a.start - b.start || b.end - a.end);
  let next = 0;
  let lead: Lead | null = null;
  for (const sentence of page.sentences) {
    const first = firstFrom(agreements, sentence.start);
    const inside: AgreementDraft[] = [];
    for (let at = first; at < agreements.length; at += 1) {
      const draft = agreements[at];
      if (!draft || draft.start >= sentence.end) break;
      inside.push(draft);
    }
    const stretch: Item<Draft>[] = [];
    for (; next < items.length && (items[next]?.start ?? 0) < sentence.end; next += 1) {
      const item = items[next];
      if (item && item.start >= sentence.start) stretch.push(item);
    }
    const before = lead;
    lead = nextLead(
      page.text.slice(sentence.start, Math.min(sentence.end, sentence.start + LONGEST_LEAD)),
      lead,
    );
    if (inside.length === 0) continue;
    const skeleton = new Skeleton(page.text, sentence, stretch);
    for (const [draft, more] of readFacts(skeleton, inside)) result.updated.set(draft, more);
    const isItem = lead !== null && lead === before;
    for (const cue of findCues(skeleton, inside, sentence, isItem ? lead : null)) result.cues.push(cue);
  }
  return result;
}

function toItem(draft: AgreementDraft): Item<Draft> {
  const isOwn = draft.own === true || draft.anaphor?.reach === 'own';
  return { start: draft.start, end: draft.end, letter: isOwn ? 'Z' : 'A', value: draft };
}
function toOther(draft: Draft): Item<Draft> {
  return { start: draft.start, end: draft.end, letter: LETTERS[draft.type] ?? 'S', value: draft };
}

/** 同日: the last full date before it, no mention of its own. */
function sameDays(page: Page): Item<Draft>[] {
  const items: Item<Draft>[] = [];
  for (let at = page.text.indexOf('同日'); at >= 0; at = page.text.indexOf('同日', at + 2)) {
    const before = page.dates[firstFrom(page.dates, at) - 1];
    if (before)
      items.push({ start: at, end: at + 2, letter: 'd', value: { ...before, start: at, end: at + 2 } });
  }
  return items;
}
