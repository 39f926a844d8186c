/** All drafts of a text in order, with the cues. */
import type { Writable } from '../../../text/writable.ts';
import type { AgreementDraft, Cue, Draft } from '../../draft.ts';
import { Chains } from './chains.ts';
import { type CueHit, readBehind, readCue } from './cues.ts';
import type { DateHit } from './dates.ts';
import { Found } from './found.ts';
import type { Ground } from './ground.ts';
import type { Heading } from './headings.ts';
import { FLAG } from './lexicon.ts';
import { introOf, isListed, isNextItem } from './lists.ts';
import type { Mention } from './mentions.ts';
import type { NameHit } from './names.ts';
import type { PersonHit, Signing } from './signatures.ts';
import { type Placed, readAt } from './things.ts';
import type { Tokens } from './tokens.ts';

type Findings = Readonly<{
  heading: Heading | null;
  mentions: readonly Mention[];
  dates: readonly DateHit[];
  names: readonly NameHit[];
  persons: readonly PersonHit[];
  signings: readonly Signing[];
}>;

/** All drafts in order of the text, with indices for those that refer to others. */
export function arrange(ground: Ground, findings: Findings): { drafts: Draft[]; cues: Cue[] } {
  const { tokens } = ground;
  const placed: Placed[] = [];
  for (const mention of findings.mentions)
    placed.push({ from: mention.from, to: mention.to, draft: agreementDraft(tokens, mention), mention });
  for (const { from, to, edtf, rule } of findings.dates) {
    const confidence = rule === 'en/year' ? 0.8 : 0.98;
    const start = tokens.start(from);
    const end = tokens.end(to - 1);
    placed.push({ from, to, draft: { type: 'date', start, end, edtf, rule, confidence } });
  }
  placeRest(ground, findings, placed);
  placed.sort((a, b) => a.from - b.from || b.to - a.to);
  const index = indicesOf(placed);
  const drafts = placed.map(({ draft, mention, of }): Draft => {
    if (of && draft.type === 'provision') return { ...draft, of: index.get(of) ?? -1 };
    if (mention?.defines && draft.type === 'agreement') {
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

/** Where those mentions stand that others refer to: few. */
function indicesOf(placed: readonly Placed[]): ReadonlyMap<Mention, number> {
  const wanted = new Set<Mention>();
  for (const { mention, of } of placed) {
    if (of) wanted.add(of);
    if (mention?.defines) wanted.add(mention.defines);
  }
  const index = new Map<Mention, number>();
  for (let i = 0; i < placed.length && wanted.size > 0; i += 1) {
    const mention = placed[i]?.mention;
    if (mention && wanted.has(mention)) index.set(mention, i);
  }
  return index;
}

function agreementDraft(tokens: Tokens, mention: Mention): Draft {
  const draft: Writable<AgreementDraft> = {
    type: 'agreement',
    start: tokens.start(mention.from),
    end: tokens.end(mention.to - 1),
    via: mention.via,
    facts: mention.facts,
    rule: mention.rule,
    confidence: mention.confidence,
  };
  if (mention.anaphor) draft.anaphor = mention.anaphor;
  if (mention.alias !== undefined && mention.facts.length === 0) draft.alias = mention.alias;
  if (mention.own) draft.own = true;
  return draft;
}

/** States, bodies, places, persons and provisions, outside the agreements' mentions and one another. */
function placeRest(ground: Ground, findings: Findings, placed: Placed[]): void {
  const { tokens, dates } = ground;
  const { mentions } = findings;
  const places: { from: number; to: number }[] = [];
  for (const { placeAt } of findings.signings) if (placeAt) places.push(placeAt);
  for (const { tail } of mentions) if (tail?.placeAt) places.push(tail.placeAt);
  const byStart = new Found(tokens, FLAG.MENTION_FOUND, mentions);
  const known = {
    byStart,
    chains: new Chains(tokens, byStart),
    persons: new Found(tokens, FLAG.PERSON_FOUND, findings.persons),
    places: new Found(tokens, FLAG.PLACE_FOUND, places),
  };
  const beginnings = BEGINNINGS | FOUND | (tokens.cased ? FLAG.CAPITAL : 0);
  let free = 0;
  let passed = 0;
  /** Where the last mention that was passed ends. */
  let last = 0;
  for (let i = tokens.next(0, beginnings); i < tokens.length; i = tokens.next(i + 1, beginnings)) {
    let next = mentions[passed];
    for (; next && next.to <= i; next = mentions[passed]) {
      last = next.to;
      passed += 1;
    }
    if (next && next.from <= i) {
      free = next.to;
      i = free - 1;
      continue;
    }
    if (i < free || !mayBegin(tokens, i)) continue;
    const date = dates.get(i);
    if (date) {
      free = date.to;
      continue;
    }
    const found = readAt(ground, i, free, known);
    if (!found || (next && found.to > next.from) || found.from < last) continue;
    placed.push(found);
    free = found.to;
  }
}

const BEGINNINGS = FLAG.PROVISION | FLAG.ORDINAL | FLAG.BODY | FLAG.WATER | FLAG.STYLE;
const FOUND = FLAG.DATE_FOUND | FLAG.NAME_FOUND | FLAG.PERSON_FOUND | FLAG.PLACE_FOUND;

/**
 * Most words begin nothing, most capitals only a word of no class or, as an initial, a name: a look at the classes is
 * enough to pass them.
 */
function mayBegin(tokens: Tokens, i: number): boolean {
  if (tokens.is(i, BEGINNINGS | FOUND)) return true;
  return (tokens.flags(i) & ~FLAG.NAME) === 0 || tokens.end(i) - tokens.start(i) === 1;
}

/** “Being Parties to the Convention …” in a protocol whose heading names no parent: it is made to that Convention. */
function isParentInPreamble(tokens: Tokens, mention: Mention, heading: Heading | null): boolean {
  if (heading?.noun.kind !== 'protocol' || heading.parents.length > 0 || mention.from > heading.to + 400)
    return false;
  if (mention.facts.length === 0) return false;
  if (mention.rule === 'en/unnamed') return true;
  for (let i = mention.from - 1; i > mention.from - 10; i -= 1)
    if (tokens.word(i + 1) === 'to' && /^part(?:y|ies)$/.test(tokens.word(i)))
      return !/^(become|becoming|becomes)$/.test(tokens.word(i - 1));
  return false;
}

/** “negotiations on an agreement on ponds”: asked for, whatever the verb. */
function planOf({ rule, from }: Mention): CueHit | null {
  return rule === 'en/planned'
    ? { type: 'calls_for', prospective: true, rule: 'en/planned', confidence: 0.7, at: from }
    : null;
}

function findCues(tokens: Tokens, placed: readonly Placed[], heading: Heading | null): Cue[] {
  const cues: Cue[] = [];
  let last: Readonly<{ to: number; hit: CueHit }> | null = null;
  /** The same of a list with an item to a line. */
  let item: Readonly<{ to: number; hit: CueHit }> | null = null;
  for (const [draft, { mention }] of placed.entries()) {
    // A short form in brackets stands inside what is said of what it is short for.
    if (!mention || mention.defines) continue;
    if (mention.own || mention.anaphor?.reach === 'own') {
      last = null;
      continue;
    }
    const hit: CueHit | null =
      cueOf(tokens, mention, heading) ??
      (last && isListed(tokens, last.to, mention.from) ? last.hit : null) ??
      (item && isNextItem(tokens, item.to, mention.from) ? item.hit : cueOfFirstItem(tokens, mention.from));
    last = hit && hit.at < mention.from ? { to: mention.to, hit } : null;
    if (last && (item?.hit === hit || introOf(tokens, mention.from) >= 0)) item = last;
    if (!hit || hit.type === 'cites') continue;
    const first = Math.min(hit.at, mention.from);
    const end = Math.max(hit.at, mention.to - 1);
    cues.push({
      draft,
      type: hit.type,
      // What a note or an amending protocol says should be changed, it changes.
      prospective: hit.prospective && (hit.type === 'calls_for' || !isChanging(heading)),
      rule: hit.rule,
      confidence: hit.confidence,
      evidence: { start: tokens.start(first), end: tokens.end(end) },
    });
  }
  return cues;
}

function isChanging(heading: Heading | null): boolean {
  return heading !== null && (heading.noun.kind === 'exchange-of-notes' || heading.parents.length > 0);
}

/** “shall accede to the following Conventions: – A, – B”: what is said of the first, before the colon. */
function cueOfFirstItem(tokens: Tokens, from: number): CueHit | null {
  const intro = introOf(tokens, from);
  return intro < 0 ? null : readBehind(tokens, intro);
}

/** What the words say of a mention by itself. */
function cueOf(tokens: Tokens, mention: Mention, heading: Heading | null): CueHit | null {
  if (isParentInPreamble(tokens, mention, heading))
    return {
      type: 'supplements',
      prospective: false,
      rule: 'en/parties-to',
      confidence: 0.85,
      at: mention.from,
    };
  return readCue(tokens, mention.from, mention.to) ?? planOf(mention);
}
