/** Mentions of agreements: titles, descriptions, names, short forms, and words that point at one. */
import type { Via } from '../../../records.ts';
import type { AgreementFacts } from '../../draft.ts';
import { authorityKeys, named } from './called.ts';
import { listed, planned, protocolThereto, signedThen } from './descriptions.ts';
import type { Ground, Tail } from './ground.ts';
import type { KindNoun } from './kinds.ts';
import { isBold, isDefinite, type Lead, leadingYear, readLead } from './leads.ts';
import { FLAG } from './lexicon.ts';
import { type Mention, mentionOf } from './mentions.ts';
import type { PhraseHit } from './phrases.ts';
import { bare, fromPointer, pointing } from './pointers.ts';
import { holdsKindSoon } from './subject-joins.ts';
import { readAfterName, readTail } from './tails.ts';
import { factsOf } from './titles.ts';
import { GAP, type Tokens } from './tokens.ts';

/** Reads all mentions of a text, from left to right; the widest reading at each place. */
export function findAgreements(ground: Ground, headings: readonly Mention[]): Mention[] {
  const { tokens, kinds, names } = ground;
  const mentions: Mention[] = [...headings];
  const beginnings = FLAG.KIND_FOUND | FLAG.NAME_FOUND;
  let passed = 0;
  let free = 0;
  for (let i = tokens.next(0, beginnings); i < tokens.length; i = tokens.next(i + 1, beginnings)) {
    for (; passed < headings.length && (headings[passed]?.from ?? 0) <= i; passed += 1)
      free = Math.max(free, headings[passed]?.to ?? 0);
    if (i < free) continue;
    const name = names.get(i);
    if (name && name.agreements.length > 0 && isWholeName(ground, i, name.to)) {
      const mention = fromName(ground, i, name.to, name.agreements);
      mentions.push(mention);
      free = mention.to;
      continue;
    }
    const kind = kinds.get(i);
    if (!kind) continue;
    const mention = fromNoun(ground, kind, free);
    if (!mention) continue;
    mentions.push(mention, ...listed(ground, mention));
    free = mentions[mentions.length - 1]?.to ?? mention.to;
  }
  return withoutOverlaps(mentions);
}

/** In order; of two that overlap the one that begins first. */
function withoutOverlaps(mentions: Mention[]): Mention[] {
  let free = 0;
  return mentions
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter((mention) => {
      if (mention.from < free) return false;
      free = mention.to;
      return true;
    });
}

/** An authority's name that stands alone or at the head; one that ends in a noun with more after it is read by its noun. */
function isWholeName(ground: Ground, from: number, to: number): boolean {
  const { tokens, kinds } = ground;
  if (to === from + 1 && (kinds.has(from) || isOfThoseBound(tokens, to))) return false;
  // “the 1992 CLC Protocol”: another one, called after the first.
  const next = kinds.get(to)?.value;
  if (next?.kind === 'protocol' && !next.plural && (!tokens.cased || tokens.isCapital(to))) return false;
  for (let i = from; i < to; i += 1)
    if (kinds.has(i)) return kinds.get(from) === undefined || to > (kinds.get(from)?.to ?? to);
  return to > from + 1 || tokens.isAllCapitals(from) || !tokens.cased;
}

/** “the CEFTA Parties”: they are meant. */
function isOfThoseBound(tokens: Tokens, at: number): boolean {
  return /^(?:parties|countries|members)$/.test(tokens.word(at)) && tokens.gap(at) <= GAP.line;
}

function fromName(ground: Ground, from: number, to: number, keys: readonly string[]): Mention {
  const { tokens, kinds } = ground;
  let head = from;
  for (let i = to - 1; i >= from; i -= 1) if (kinds.has(i)) head = i;
  const noun = kinds.get(head)?.value ?? { kind: 'other', plural: false, weight: 'strong' };
  const tail = readAfterName(ground, to);
  // “… at Sea, 1974”, “GATT 1994”: the year is in the name.
  const inName = dateInName(ground, from, to);
  if (inName !== null && noun.kind !== 'programme') tail.dates.unshift(inName);
  const year = leadingYear(tokens, from);
  const start = year === null ? from : from - 1;
  if (year !== null && tail.dates.length === 0) tail.dates.push(year);
  const [first] = factsOf(ground, start, tail.end, tail, noun, keys);
  const facts = first && !kinds.has(head) ? withoutKind(first) : first;
  return mentionOf({
    from: start,
    to: tail.end,
    head,
    noun,
    via: kinds.get(from) ? 'title' : 'name',
    rule: 'en/authority',
    confidence: 0.95,
    facts: facts ? [facts] : [],
    tail,
  });
}

/** “GATT”: a name that holds no noun tells no kind. */
function withoutKind(facts: AgreementFacts): AgreementFacts {
  const { kind: _, ...rest } = facts;
  return rest;
}

/** The year at a name's end; of “Protocol of 1978 relating to the Convention …, 1973” the one beside the first noun. */
function dateInName({ dates, kinds }: Ground, from: number, to: number): string | null {
  let nouns = 0;
  let first: string | null = null;
  for (let i = from; i < to; i += 1) {
    const kind = kinds.get(i);
    if (!kind) continue;
    nouns += 1;
    if (nouns === 1) first = dates.get(kind.to + 1)?.edtf ?? null;
  }
  const last = dates.get(to - 1);
  if (nouns > 1) return first;
  return last && last.to === to ? last.edtf : null;
}

function fromNoun(ground: Ground, hit: PhraseHit<KindNoun>, free: number): Mention | null {
  const { tokens } = ground;
  const noun = hit.value;
  const head = hit.from;
  const lead = readLead(ground, head, free);
  if (lead.generic && lead.year === null)
    return genericWithDate(ground, hit, lead) ?? planned(ground, hit, lead);
  const bold = isBold(tokens, head, lead);
  const tail = readTail(ground, head, noun, hit.to, tokens.length, bold);
  // “the liability convention for pollution damage”: a name in small letters is followed by a clause, not a subject.
  if (
    !tokens.cased &&
    noun.kind !== 'programme' &&
    lead.naming &&
    tail.topic &&
    /^(for|against)$/.test(tokens.word(tail.topic.from)) &&
    !isTitleLead(tokens, lead.from, head)
  )
    Object.assign(tail, { end: hit.to, topic: null, between: null, parties: null, dates: [], dated: false });
  const determiner = lead.determiner >= 0 ? tokens.word(lead.determiner) : '';
  const own = determiner === 'this' || lead.pointer === 'present';
  if (noun.weight === 'own')
    return own ? pointing(ground, hit, lead, { reach: 'own', count: 1, kinds: [noun.kind] }) : null;
  if (own && (!noun.plural || lead.pointer === 'present'))
    return pointing(ground, hit, lead, { reach: 'own', count: 1, kinds: [noun.kind] });
  if (tokens.word(hit.to) === 'thereto' && noun.kind === 'protocol' && !noun.plural)
    return protocolThereto(ground, hit, lead);
  // “recalling that Pond Recommendation 17/11 asks”: “that” points at nothing.
  const isThat = determiner === 'that' && tail.number === null;
  if (lead.pointer !== null || isThat || determiner === 'these' || determiner === 'those') {
    const entitled = tokens.cased && bold && lead.pointer !== null && isLong(tail);
    if ((tail.dated || entitled) && lead.pointer !== 'following')
      return fromTail(ground, hit, { ...lead, from: hit.from }, tail, false);
    return fromPointer(ground, hit, lead, tail);
  }
  const said =
    tail.topic || tail.number !== null || tail.dated || tail.between || tail.named || tail.dates.length > 0;
  if (said) return fromTail(ground, hit, lead, tail, bold);
  if (lead.naming || lead.year !== null) return named(ground, hit, lead, tail);
  if (tail.signed?.length === 10 && determiner === 'the' && !noun.plural)
    return signedThen(ground, hit, lead, tail.signed);
  return bare(ground, hit, lead);
}

/** “the aforesaid Treaty for the improvement of the connexion”: a subject of some words. */
function isLong({ topic }: Tail): boolean {
  return topic !== null && topic.to - topic.from > 4;
}

/** “international convention”, “european agreement”: words that titles begin with. */
function isTitleLead(tokens: Tokens, from: number, head: number): boolean {
  for (let i = from; i < head; i += 1)
    if (
      /^(international|european|african|inter-american|interim|additional|framework|nations)$/.test(
        tokens.word(i),
      )
    )
      return true;
  return false;
}

/** “such an agreement of 3 May 1967” is rare; any date singles one out. */
function genericWithDate(ground: Ground, hit: PhraseHit<KindNoun>, lead: Lead): Mention | null {
  const tail = readTail(ground, hit.from, hit.value, hit.to, ground.tokens.length, false);
  if (!tail.dated || ground.tokens.is(lead.determiner, FLAG.GENERIC)) return null;
  return fromTail(ground, hit, { ...lead, generic: false }, tail, false);
}

function fromTail(
  ground: Ground,
  hit: PhraseHit<KindNoun>,
  lead: Lead,
  tail: Tail,
  bold: boolean,
): Mention | null {
  const { tokens } = ground;
  const noun = hit.value;
  const determiner = lead.determiner >= 0 ? tokens.word(lead.determiner) : '';
  if (lead.generic && !tail.dated) return null;
  // “the Paris Act (1971) of the Berne Convention”: that Convention, in the version of a year.
  if (
    noun.kind === 'other' &&
    tail.topic &&
    tokens.word(hit.from) === 'act' &&
    isOfOne(ground, tail.topic.from)
  )
    return null;
  if (!isEnough(ground, hit, lead, tail, bold)) return null;
  // “Protocol 3”, “Protocol No. 3”: a part of the text itself.
  const numbered = noun.kind === 'protocol' && tail.number !== null && /^(?:\d+|[ivx]+)$/i.test(tail.number);
  if (numbered && !tail.topic && tail.dates.length === 0 && (lead.from === hit.from || noun.plural))
    return null;
  if (lead.year !== null && tail.dates.length === 0) tail.dates.push(lead.year);
  const yearOnly =
    tail.dates.every((date) => date.length === 4) &&
    tail.topic !== null &&
    tail.topic.to - tail.topic.from > 4;
  const described = tail.dated && determiner === 'the' && lead.from === hit.from && !yearOnly;
  const ownedByTopic =
    tail.topic !== null && tail.topic.to - tail.topic.from <= 3 && noun.kind === 'protocol' && tail.dated;
  const via: Via =
    described || ownedByTopic
      ? 'description'
      : tail.topic || tail.between || tail.number !== null
        ? 'title'
        : 'description';
  const from = via === 'description' && determiner === 'the' ? lead.determiner : lead.from;
  const keys = authorityKeys(ground, lead.from, tail.end);
  return mentionOf({
    from,
    to: tail.end,
    head: hit.from,
    noun,
    via,
    rule: via === 'title' ? 'en/title' : 'en/description',
    confidence: bold ? 0.92 : 0.85,
    facts: isToCome(tokens, tail.end)
      ? factsOf(ground, lead.from, tail.end, tail, noun, keys).map((one) => ({ ...one, prospective: true }))
      : factsOf(ground, lead.from, tail.end, tail, noun, keys),
    tail,
  });
}

/** “of the Berne Convention” */
function isOfOne(ground: Ground, at: number): boolean {
  return ground.tokens.word(at) === 'of' && holdsKindSoon(ground, at, 5);
}

/** “Protocol on Exceptions to be signed by the Parties” */
function isToCome(tokens: Tokens, at: number): boolean {
  return (
    tokens.word(at) === 'to' &&
    tokens.word(at + 1) === 'be' &&
    /^(?:signed|concluded|negotiated|elaborated|drawn|adopted)$/.test(tokens.word(at + 2))
  );
}

/** Whether the words single out one agreement. */
function isEnough(ground: Ground, hit: PhraseHit<KindNoun>, lead: Lead, tail: Tail, bold: boolean): boolean {
  const { tokens } = ground;
  const noun = hit.value;
  const the = isDefinite(tokens, lead);
  // “decisions 1”: a footnote's mark; “statute of limitations”: no text.
  if (
    noun.weight === 'weak' &&
    /^\d\d?$/.test(tail.number ?? '') &&
    !/^nos?$/.test(tokens.word(hit.to)) &&
    !isOfBody(tokens, tail.end)
  )
    return false;
  if (tokens.word(hit.to + 1) === 'limitations') return false;
  const exact = tail.dates.some((date) => date.length > 0) || tail.number !== null || lead.year !== null;
  if (noun.weight === 'weak' && !exact) {
    // “the Declaration of Alma-Ata”, “the Act of Athens relating to navigation”
    if (tail.named && (noun.kind === 'declaration' || tokens.word(hit.from) === 'act'))
      return the && (!tokens.cased || tokens.isCapital(hit.from));
    if (!tail.topic) return false;
    if (/^(declaration|memorandum|statute|programme)$/.test(noun.kind) || tokens.word(hit.from) === 'code')
      return tokens.cased ? tokens.isCapital(hit.from) : the;
    return tokens.word(hit.from) === 'constitution' && tokens.word(tail.topic.from) === 'of' && the;
  }
  if (noun.kind === 'resolution' && tail.number === null && !tail.dated) return false;
  if (tail.signed?.length === 10 && noun.weight === 'strong' && (!noun.plural || the)) {
    // “by Agreement signed at Rome on 3 May 1967”
    if (tail.topic || ((bold || the) && tail.dated)) return true;
  }
  if (exact) return noun.weight === 'strong' || tail.dated || tail.number !== null || bold;
  if (noun.plural && !tokens.cased)
    return the && tail.topic !== null && /^(?:establishing|creating)$/.test(tokens.word(tail.topic.from));
  // “the Agreements concluded between the Parties” are any.
  if (noun.plural) return (tail.topic !== null || tail.parties !== null) && bold && the;
  if (tail.between && !tail.topic) return bold || (the && tail.parties !== null);
  if (bold) return the || lead.from < hit.from || tail.parties !== null || tail.topic !== null;
  return the && tail.topic !== null;
}

/** “resolution 26 of the International Conference on …” */
function isOfBody(tokens: Tokens, at: number): boolean {
  if (tokens.word(at) !== 'of' || tokens.word(at + 1) !== 'the') return false;
  for (let i = at + 2; i < at + 7; i += 1)
    if (tokens.is(i, FLAG.BODY) || tokens.word(i) === 'congress') return true;
  return false;
}
