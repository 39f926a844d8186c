/** What “the Convention” means, once the whole text was read: the text itself, a short form, or the one before. */
import type { AgreementKind } from '../../../../graph/vocabulary.ts';
import type { AgreementFacts, Anaphor, Parent } from '../../draft.ts';
import { Aliases } from './aliases.ts';
import { fillAfter } from './following.ts';
import type { Heading } from './headings.ts';
import type { Mention } from './mentions.ts';
import type { Tokens } from './tokens.ts';
import {
  isAdoptingText,
  isClauseOf,
  isEntry,
  isFinalClause,
  isOwnInShort,
  isOwnPlan,
  isSmallSubject,
  SAME_RANK,
  singular,
} from './wording.ts';

/** How far a text's own kind of noun may stand from another agreement of that kind and still mean it, in tokens. */
const NEAR = 150;

/** The same in a text that has called itself so twice, and names the other one in passing. */
const NEAR_IN_PASSING = 20;

/** “these Treaties” needs so many; further ones are not counted. */
const SEVERAL = 2;

/** Beyond this an antecedent is out of sight: what was named last of the kind is meant. */
const FAR = 250;

/** Mentions with their short forms and pointers settled; those that mean nothing in particular are left out. */
export function settle(tokens: Tokens, mentions: readonly Mention[], heading: Heading | null): Mention[] {
  const aliases = new Aliases(mentions);
  const pointed = new Set(
    mentions.filter((mention) => mention.anaphor?.reach === 'own').map((mention) => mention.noun.kind),
  );
  const named = new Set<AgreementKind>(
    heading?.parents.flatMap((parent) => (parent.kind ? [parent.kind] : [])) ?? [],
  );
  const kept: Mention[] = [];
  const nouns = new Map<string, number>();
  const adopting = new Set<string>();
  const lastOwn = { at: -1, bare: 0 };
  const cores = new Map<AgreementKind, Set<string>>();
  const last = new Map<AgreementKind, { facts: AgreementFacts; at: number }>();
  const known = { aliases, pointed, named, last, nouns, cores, adopting, heading, lastOwn };
  for (const mention of mentions) {
    const core = mention.via === 'title' ? mention.facts[0]?.core : undefined;
    if (isAdoptingText(tokens, mention, heading) || (core !== undefined && adopting.has(core))) {
      if (core !== undefined) adopting.add(core);
      mention.own = true;
      adopting.add(singular(tokens.word(mention.head)));
    }
    if (settleOne(tokens, mention, known)) kept.push(mention);
    if (mention.anaphor?.reach === 'own') {
      lastOwn.at = mention.to;
      if (mention.bare) lastOwn.bare += 1;
    }
    if (mention.own || mention.via === 'anaphor') continue;
    nouns.set(singular(tokens.word(mention.head)), mention.to);
    for (const facts of mention.facts) {
      if (!facts.kind) continue;
      named.add(facts.kind);
      const several = cores.get(facts.kind) ?? new Set<string>();
      cores.set(facts.kind, several);
      if (several.size < SEVERAL) {
        several.add(`${facts.core ?? mention.from} ${facts.parties?.join() ?? ''}`);
        if (mention.noun.plural) several.add(`several ${mention.from}`);
      }
      last.set(facts.kind, { facts, at: mention.to });
    }
  }
  fillAfter(tokens, kept);
  return kept;
}

type Known = Readonly<{
  aliases: Aliases;
  /** Kinds of “this …”. */
  pointed: ReadonlySet<AgreementKind>;
  /** Kinds of the agreements cited so far. */
  named: ReadonlySet<AgreementKind>;
  /** The agreement of a kind that was cited last, and where. */
  last: ReadonlyMap<AgreementKind, Readonly<{ facts: AgreementFacts; at: number }>>;
  /** The nouns of those, and where each stood last. */
  nouns: ReadonlyMap<string, number>;
  /** The cores of those, by kind: “these Treaties” needs two. */
  cores: ReadonlyMap<AgreementKind, ReadonlySet<string>>;
  /** Nouns of what adopted the text (“source: resolution MEPC.238(65)”). */
  adopting: ReadonlySet<string>;
  heading: Heading | null;
  /** Where “this …” stood last, and how often “the …” meant it. */
  lastOwn: { at: number; bare: number };
}>;

/** “this decision”, “that recommendation”: only where the heading or an agreement before has the same noun. */
function isSpokenOf(tokens: Tokens, mention: Mention, { heading, nouns, adopting }: Known): boolean {
  const word = singular(tokens.word(mention.head));
  if (adopting.has(word)) return true;
  if (mention.anaphor?.reach !== 'own') return mention.from - (nouns.get(word) ?? -Infinity) < NEAR;
  if (heading === null) return tokens.cased && tokens.isCapital(mention.head);
  // Amendments are adopted by what speaks of itself as “the present resolution”.
  if (/^(resolution|other)$/.test(heading.noun.kind) && /^(resolution|decision|recommendation)$/.test(word))
    return true;
  for (let i = heading.from; i < heading.to; i += 1) if (singular(tokens.word(i)) === word) return true;
  return false;
}

function factsOfParent(parent: Parent): AgreementFacts {
  const { relation: _, rule: __, confidence: ___, ...facts } = parent;
  return facts;
}

/** It is about these facts, whatever stands between. */
function means(mention: Mention, facts: AgreementFacts): true {
  mention.facts = [facts];
  mention.anaphor = undefined;
  return true;
}

/** False where the mention is none. */
function settleOne(tokens: Tokens, mention: Mention, known: Known): boolean {
  if (mention.defines || mention.own || settleByDefinition(tokens, mention, known)) return true;
  const { anaphor, noun } = mention;
  const { heading } = known;
  if (
    heading &&
    (mention.rule === 'en/planned' ? isOwnPlan(mention, heading) : isOwnInShort(mention, heading))
  ) {
    mention.facts = [];
    return meansOwn(mention, { reach: 'own', count: 1, kinds: [noun.kind] });
  }
  if (!anaphor || anaphor.child) return true;
  if (noun.weight !== 'strong' && !isSpokenOf(tokens, mention, known)) return false;
  if (anaphor.reach === 'own') return settleOwn(tokens, mention, known);
  return mention.bare === true
    ? settleBare(tokens, mention, anaphor, known)
    : settlePointer(mention, anaphor, known);
}

/** How long what follows a text's own noun may be, in tokens, and be no other's title. */
const LONGEST_SUBJECT = 5;
const LONGEST_CLAUSE = 14;

/** “ask Parties to the Convention for information” in that Convention: a noun or two in small letters are no title's subject. */
function isOwnWithClause(tokens: Tokens, mention: Mention, { heading, pointed }: Known): boolean {
  const { from, head, noun, tail } = mention;
  if (!tokens.cased || heading?.noun.kind !== noun.kind || !pointed.has(noun.kind)) return false;
  if (mention.rule !== 'en/title' || from !== head || tokens.word(head - 1) !== 'the' || !tail?.topic)
    return false;
  if (!tokens.isCapital(head) || mention.facts.some(({ keys }) => keys !== undefined)) return false;
  const { topic } = tail;
  const isClause = /^(?:relating|regarding|concerning|respecting)$/.test(tokens.word(topic.from));
  const longest = isClause ? LONGEST_CLAUSE : LONGEST_SUBJECT;
  return (
    topic.to - topic.from < longest && tokens.word(topic.from) !== 'on' && isSmallSubject(tokens, mention)
  );
}

/** Whether it is a short form, or a clause that begins with one. */
function settleByDefinition(tokens: Tokens, mention: Mention, known: Known): boolean {
  const { aliases, heading } = known;
  const { from, to, head, noun } = mention;
  if (isOwnWithClause(tokens, mention, known)) {
    Object.assign(mention, { from: head - 1, to: head + 1, facts: [], tail: null, rule: 'en/bare' });
    return meansOwn(mention, { reach: 'own', count: 1, kinds: [noun.kind] });
  }
  const definition = aliases.atOrDated(tokens, from, to);
  if (definition && definition !== mention && mention.via !== 'title' && mention.anaphor?.reach !== 'own')
    return applyDefinition(mention, definition);
  const short = aliases.get(singular(tokens.word(head)));
  const isShort = short && short.defines !== mention && short.from < from;
  const parent = parentOf(known, noun.kind);
  // “the appendix to the Convention regarding disputes”, of the Convention that is amended
  const isAmended =
    !short &&
    parent !== undefined &&
    heading?.noun.kind !== parent.kind &&
    /^(appendix|annex|schedule)$/.test(tokens.word(head - 3));
  if ((isShort || isAmended) && isClauseOf(tokens, mention)) {
    mention.to = head + 1;
    mention.from = head - 1;
    if (short) return applyDefinition(mention, short);
    mention.via = 'anaphor';
    return parent !== undefined && means(mention, factsOfParent(parent));
  }
  const named = from < head ? aliases.at(tokens, from, head + 1) : undefined;
  if (!named || named.from >= from || !isSmallSubject(tokens, mention)) return false;
  mention.to = head + 1;
  return applyDefinition(mention, named);
}

/** “this Convention”: the text itself, but in words that it puts into another. */
function settleOwn(tokens: Tokens, mention: Mention, known: Known): boolean {
  const { kind, weight } = mention.noun;
  const own = known.heading?.noun.kind;
  // “this Decision”; a state's law calls itself “this Act”.
  if (own === undefined) return weight === 'strong' || tokens.word(mention.head) === 'decision';
  const parent = parentOf(known, kind);
  const spoken = known.last.get(kind);
  if (weight !== 'strong' || own === kind) return true;
  if (own === 'other') {
    const amended = parent ? factsOfParent(parent) : spoken?.facts;
    return kind === 'other' || !amended || means(mention, amended);
  }
  if (!known.pointed.has(own)) return true;
  if (spoken && mention.from - spoken.at < NEAR) return means(mention, spoken.facts);
  return !parent || means(mention, factsOfParent(parent));
}

/** “the said Protocol”, “the following two Treaties” */
function settlePointer(mention: Mention, anaphor: Anaphor, known: Known): boolean {
  const { kind, plural } = mention.noun;
  const back = anaphor.reach === 'before';
  const self = isSelf(kind, known) && anaphor.count === 1;
  // “the said agreement” where no other was named is the text itself; so is “the following Agreement”.
  if (self && (anaphor.reach === 'after' || (back && !known.named.has(kind))))
    mention.anaphor = { ...anaphor, reach: 'own' };
  const far = known.last.get(kind);
  if (far && back && anaphor.count === 1 && mention.from - far.at > FAR) return means(mention, far.facts);
  if (plural && back) return isSeveral(kind, known);
  const alike = back && !known.named.has(kind) && !self ? lastOfRank(mention, known) : undefined;
  if (alike) return means(mention, alike);
  return known.named.has(kind) || mention.anaphor?.reach === 'own' || anaphor.reach === 'after';
}

/** “in conformity with that agreement” behind a convention, where no agreement was named. */
function lastOfRank({ from, noun }: Mention, { last }: Known): AgreementFacts | undefined {
  if (!SAME_RANK.has(noun.kind)) return undefined;
  const spoken = [...SAME_RANK].flatMap((kind) => last.get(kind) ?? []).sort((a, b) => b.at - a.at)[0];
  return spoken && from - spoken.at < NEAR_IN_PASSING * 2 ? spoken.facts : undefined;
}

/** “the Convention” */
function settleBare(tokens: Tokens, mention: Mention, anaphor: Anaphor, known: Known): boolean {
  const { kind, plural } = mention.noun;
  if (plural) return isSeveral(kind, known);
  const { heading, lastOwn, pointed } = known;
  const self = isSelf(kind, known);
  const parent = parentOf(known, kind);
  if (parent && !self) return means(mention, factsOfParent(parent));
  const last = known.last.get(kind);
  const reach = lastOwn.bare > 1 ? NEAR_IN_PASSING : NEAR;
  const near = last !== undefined && mention.from - last.at < reach && lastOwn.at <= last.at;
  const unpointed = heading?.noun.kind === kind && pointed.size === 0;
  if (self && (!near || unpointed || isFinalClause(tokens, mention.to) || isEntry(tokens, mention.from)))
    return meansOwn(mention, { ...anaphor, reach: 'own' });
  if (last !== undefined) return means(mention, last.facts);
  // “the Secretariat of the United Nations in accordance with Article 102 of the Charter”
  if (kind === 'charter' && isOfNations(tokens, mention.from)) {
    const title = 'Charter of the United Nations';
    return means(mention, { kind, title, core: 'charter united nations' });
  }
  // “article vii of the Convention” in a protocol that never says which
  const unnamed = kind === 'convention' || (kind === 'treaty' && tokens.cased);
  if (heading?.noun.kind !== 'protocol' || !unnamed) return false;
  mention.rule = 'en/unnamed';
  const core = `${kind} of ${heading.title.toLowerCase()}`;
  return means(mention, { kind, title: tokens.word(mention.head), core });
}

/** Whether the United Nations are spoken of right before. */
function isOfNations(tokens: Tokens, at: number): boolean {
  for (let i = at - 1; i > at - 24; i -= 1)
    if (tokens.word(i) === 'nations' && tokens.word(i - 1) === 'united') return true;
  return false;
}

function parentOf({ heading }: Known, kind: AgreementKind): Parent | undefined {
  return heading?.parents.find((parent) => parent.kind === kind);
}

/** “these Treaties” needs two. */
function isSeveral(kind: AgreementKind, { cores }: Known): boolean {
  return (cores.get(kind)?.size ?? 0) >= SEVERAL;
}

/** Whether a noun of this kind may speak of the text itself. */
function isSelf(kind: AgreementKind, known: Known): boolean {
  const own = known.heading?.noun.kind;
  if (own === kind || (own === 'exchange-of-notes' && kind === 'agreement')) return true;
  if (!known.pointed.has(kind)) return false;
  if (own === undefined) return kind === 'agreement';
  return SAME_RANK.has(own) && SAME_RANK.has(kind) && !parentOf(known, kind);
}

function meansOwn(mention: Mention, anaphor: Anaphor): true {
  mention.anaphor = anaphor;
  return true;
}

function applyDefinition(mention: Mention, definition: Mention): true {
  const target = definition.defines;
  mention.via = 'definition';
  mention.rule = 'en/short-form';
  mention.confidence = 0.95;
  mention.anaphor = undefined;
  if (target && target.facts.length > 0) mention.facts = target.facts;
  else mention.anaphor = target?.anaphor ?? { reach: 'own', count: 1, kinds: [mention.noun.kind] };
  return true;
}
