/** What “the Convention” means, once the whole text was read: the text itself, a short form, or the one before. */
import type { AgreementKind } from '../../../../graph/vocabulary.ts';
import type { AgreementFacts, Parent } from '../../draft.ts';
import type { Heading } from './headings.ts';
import { type Mention, wordsOf } from './mentions.ts';
import { type Tokens, WORD } from './tokens.ts';

/** How far a text's own kind of noun may stand from another agreement of that kind and still mean it, in tokens. */
const NEAR = 150;

/** Beyond this an antecedent is out of sight: what was named last of the kind is meant. */
const FAR = 250;

/** A text may be headed “Agreement” and speak of itself as “this Treaty”. */
const SAME_RANK: ReadonlySet<AgreementKind> = new Set(['treaty', 'agreement', 'convention']);

/** Mentions with their short forms and pointers settled; those that mean nothing in particular are left out. */
export function settle(tokens: Tokens, mentions: readonly Mention[], heading: Heading | null): Mention[] {
  const definitions = new Map<string, Mention>();
  for (const mention of mentions)
    if (mention.defines && mention.alias !== undefined && !definitions.has(mention.alias))
      definitions.set(mention.alias, mention);
  const pointed = new Set(
    mentions.filter((mention) => mention.anaphor?.reach === 'own').map((mention) => mention.noun.kind),
  );
  const named = new Set<AgreementKind>(
    heading?.parents.flatMap((parent) => (parent.kind ? [parent.kind] : [])) ?? [],
  );
  const kept: Mention[] = [];
  const nouns = new Map<string, number>();
  const adopting = new Set<string>();
  const lastOwn = { at: -1 };
  const cores = new Map<AgreementKind, Set<string>>();
  const last = new Map<AgreementKind, { facts: AgreementFacts; at: number }>();
  for (const mention of mentions) {
    const core = mention.via === 'title' ? mention.facts[0]?.core : undefined;
    if (isAdoptingText(tokens, mention, heading) || (core !== undefined && adopting.has(core))) {
      if (core !== undefined) adopting.add(core);
      mention.own = true;
      adopting.add(singular(tokens.word(mention.head)));
    }
    if (
      settleOne(tokens, mention, {
        definitions,
        pointed,
        named,
        last,
        nouns,
        cores,
        adopting,
        heading,
        lastOwn,
      })
    )
      kept.push(mention);
    if (mention.anaphor?.reach === 'own') lastOwn.at = mention.to;
    if (mention.own || mention.via === 'anaphor') continue;
    nouns.set(singular(tokens.word(mention.head)), mention.to);
    for (const facts of mention.facts) {
      if (!facts.kind) continue;
      named.add(facts.kind);
      const several = cores.get(facts.kind) ?? new Set<string>();
      cores.set(facts.kind, several.add(`${facts.core ?? mention.from} ${facts.parties?.join() ?? ''}`));
      if (mention.noun.plural) several.add(`several ${mention.from}`);
      last.set(facts.kind, { facts, at: mention.to });
    }
  }
  fillAfter(kept);
  return kept;
}

type Known = Readonly<{
  definitions: ReadonlyMap<string, Mention>;
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
  /** Where “this …” stood last. */
  lastOwn: { at: number };
}>;

/** “… shall enter into force”, “… shall be ratified”: said of the text itself. */
function isFinalClause(tokens: Tokens, at: number): boolean {
  if (tokens.word(at) !== 'shall') return false;
  const verb = tokens.word(at + 1);
  const next = tokens.word(at + 2);
  if (verb === 'enter' || verb === 'come') return next === 'into';
  if (verb === 'remain') return next === 'in' || next === 'open';
  return verb === 'be' && /^(ratified|open|opened|subject|registered|deposited)$/.test(next);
}

/** “amendments to …⏎source: resolution MEPC.238(65) adopted on”: the decision right below the heading is the text itself. */
function isAdoptingText(
  tokens: Tokens,
  { from, noun, own, via, facts }: Mention,
  heading: Heading | null,
): boolean {
  if (own || heading?.noun.kind !== 'other' || noun.weight !== 'weak' || via !== 'title') return false;
  if (from < heading.to || from > heading.to + 6 || facts.length !== 1) return false;
  for (let i = heading.to; i < from; i += 1)
    if (tokens.kind(i) === WORD && !/^(source|src|by|imo|adopted|text|of|the)$/.test(tokens.word(i)))
      return false;
  return true;
}

/** “Article 1 of the Association Agreement on developing dialogue”, where that Agreement is defined: no title. */
function isSmallSubject(tokens: Tokens, { via, tail }: Mention): boolean {
  if (via !== 'title' || !tail?.topic || tail.between || tail.signed !== undefined) return false;
  if (!tokens.cased) return /^(regarding|concerning|relating|respecting)$/.test(tokens.word(tail.topic.from));
  if (tail.dates.length > 0) return false;
  for (let i = tail.topic.from + 1; i < tail.topic.to; i += 1) if (tokens.isCapital(i)) return false;
  return true;
}

/** “article 24 of the Convention regarding the settlement of disputes”: a clause of the one that is defined, no title. */
function isClauseOf(tokens: Tokens, { via, from, head, tail, facts }: Mention): boolean {
  if (
    via !== 'title' ||
    from !== head ||
    !tail?.topic ||
    tail.between ||
    tail.dates.length > 0 ||
    tail.number !== null
  )
    return false;
  if (facts.some((one) => one.keys !== undefined)) return false;
  if (tokens.word(head - 1) !== 'the' || !/^(of|to)$/.test(tokens.word(head - 2))) return false;
  if (!/^(regarding|concerning|relating|respecting)$/.test(tokens.word(tail.topic.from))) return false;
  if (
    !/\d|^[ivx]+$|^\)$/.test(tokens.word(head - 3)) &&
    !/^(provisions|articles|article|annex|appendix|schedule)$/.test(tokens.word(head - 3))
  )
    return false;
  for (let i = tail.topic.from; i < tail.topic.from + 4; i += 1) if (tokens.isCapital(i)) return false;
  return true;
}

/** “Desiring to conclude a convention on …” in a preamble: it is this one. */
function isOwnPlan(mention: Mention, heading: Heading): boolean {
  return (
    (mention.noun.kind === heading.noun.kind ||
      (SAME_RANK.has(mention.noun.kind) && SAME_RANK.has(heading.noun.kind))) &&
    (mention.from < heading.to + 600 || mention.facts[0]?.core === heading.facts.core)
  );
}

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

function singular(word: string): string {
  return word.endsWith('s') && word.length > 3 ? word.slice(0, -1) : word;
}

function factsOfParent(parent: Parent): AgreementFacts {
  const { relation: _, rule: __, confidence: ___, ...facts } = parent;
  return facts;
}

/** It is about these facts, whatever stands between. */
function means(mention: Mention, facts: AgreementFacts): true {
  mention.facts = [facts];
  delete mention.anaphor;
  return true;
}

/** False where the mention is none. */
function settleOne(tokens: Tokens, mention: Mention, known: Known): boolean {
  if (mention.defines || mention.own) return true;
  const definition = known.definitions.get(wordsOf(tokens, mention.from, mention.to));
  if (definition && definition !== mention && mention.via !== 'title' && mention.anaphor?.reach !== 'own') {
    applyDefinition(mention, definition);
    return true;
  }
  const short = known.definitions.get(singular(tokens.word(mention.head)));
  if (short && short.defines !== mention && short.from < mention.from && isClauseOf(tokens, mention)) {
    mention.to = mention.head + 1;
    mention.from = mention.head - 1;
    applyDefinition(mention, short);
    return true;
  }
  const amended = known.heading?.parents.find((one) => one.kind === mention.noun.kind);
  const partOf = /^(appendix|annex|schedule)$/.test(tokens.word(mention.head - 3));
  if (
    !short &&
    partOf &&
    amended &&
    known.heading?.noun.kind !== amended.kind &&
    isClauseOf(tokens, mention)
  ) {
    mention.to = mention.head + 1;
    mention.from = mention.head - 1;
    mention.via = 'anaphor';
    return means(mention, factsOfParent(amended));
  }
  const named =
    mention.from < mention.head
      ? known.definitions.get(wordsOf(tokens, mention.from, mention.head + 1))
      : undefined;
  if (named && named.from < mention.from && isSmallSubject(tokens, mention)) {
    mention.to = mention.head + 1;
    applyDefinition(mention, named);
    return true;
  }
  const { anaphor } = mention;
  if (mention.rule === 'en/planned' && known.heading && isOwnPlan(mention, known.heading)) {
    mention.facts = [];
    mention.anaphor = { reach: 'own', count: 1, kinds: [mention.noun.kind] };
    return true;
  }
  if (!anaphor || anaphor.child) return true;
  if (mention.noun.weight === 'weak' && !isSpokenOf(tokens, mention, known)) return false;
  const kind = mention.noun.kind;
  const own = known.heading?.noun.kind;
  const parent = known.heading?.parents.find((one) => one.kind === kind);
  if (anaphor.reach === 'own') {
    // “the present Convention” in the words that amendments put in it
    if (own === 'other' && kind !== 'other' && mention.noun.weight === 'strong') {
      const amended = parent ? factsOfParent(parent) : known.last.get(kind)?.facts;
      if (amended) return means(mention, amended);
    }
    // “this Convention” in a protocol is the Convention that was just spoken of.
    if (
      own !== undefined &&
      own !== kind &&
      own !== 'other' &&
      known.pointed.has(own) &&
      mention.noun.weight === 'strong'
    ) {
      const spoken = known.last.get(kind);
      if (spoken && mention.from - spoken.at < NEAR) return means(mention, spoken.facts);
      if (parent) return means(mention, factsOfParent(parent));
    }
    return own !== undefined || mention.noun.weight === 'strong';
  }
  const self =
    own === kind ||
    (own === undefined && kind === 'agreement' && known.pointed.has(kind)) ||
    (own === 'exchange-of-notes' && kind === 'agreement') ||
    (own !== undefined && SAME_RANK.has(own) && SAME_RANK.has(kind) && known.pointed.has(kind) && !parent);
  if (mention.bare !== true) {
    // “the said agreement” where no other was named is the text itself.
    if (self && !known.named.has(kind) && anaphor.reach === 'before' && anaphor.count === 1)
      mention.anaphor = { ...anaphor, reach: 'own' };
    // “have agreed on the following Agreement”
    if (self && anaphor.reach === 'after' && anaphor.count === 1)
      mention.anaphor = { ...anaphor, reach: 'own' };
    const far = known.last.get(kind);
    if (far && anaphor.reach === 'before' && anaphor.count === 1 && mention.from - far.at > FAR)
      return means(mention, far.facts);
    if (mention.noun.plural && anaphor.reach === 'before') return (known.cores.get(kind)?.size ?? 0) > 1;
    return known.named.has(kind) || mention.anaphor?.reach === 'own' || anaphor.reach === 'after';
  }
  if (mention.noun.plural) return (known.cores.get(kind)?.size ?? 0) > 1;
  const last = known.last.get(kind);
  const near = last !== undefined && mention.from - last.at < NEAR;
  if (parent && !self) return means(mention, factsOfParent(parent));
  const recent = last === undefined || known.lastOwn.at > last.at;
  if (
    self &&
    (!near || recent || isFinalClause(tokens, mention.to) || (own === kind && known.pointed.size === 0))
  ) {
    mention.anaphor = { ...anaphor, reach: 'own' };
    return true;
  }
  if (last !== undefined) return means(mention, last.facts);
  // “article vii of the Convention” in a protocol that never says which
  const unnamed = own === 'protocol' && (kind === 'convention' || (kind === 'treaty' && tokens.cased));
  if (!unnamed || !known.heading) return false;
  mention.rule = 'en/unnamed';
  return means(mention, {
    kind,
    title: tokens.word(mention.head),
    core: `${kind} of ${known.heading.title.toLowerCase()}`,
  });
}

function applyDefinition(mention: Mention, definition: Mention): void {
  const target = definition.defines;
  mention.via = 'definition';
  mention.rule = 'en/short-form';
  mention.confidence = 0.95;
  delete mention.anaphor;
  if (target && target.facts.length > 0) mention.facts = target.facts;
  else mention.anaphor = target?.anaphor ?? { reach: 'own', count: 1, kinds: [mention.noun.kind] };
}

/** “the following two Treaties” are those named next. */
function fillAfter(mentions: readonly Mention[]): void {
  mentions.forEach((mention, index) => {
    if (mention.anaphor?.reach !== 'after') return;
    const { count, kinds } = mention.anaphor;
    const next = mentions
      .slice(index + 1, index + 8)
      .filter((other) => other.facts.length > 0 && !other.own && kinds.includes(other.noun.kind));
    const facts = next.slice(0, count === 'all' ? 2 : count).flatMap((other) => other.facts);
    if (facts.length === 0) return;
    mention.facts = facts;
    delete mention.anaphor;
  });
}
