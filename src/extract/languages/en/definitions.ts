/** Short forms: where a text introduces them (“hereinafter referred to as “the Convention””). */

import type { Ground } from './ground.ts';
import { FLAG } from './lexicon.ts';
import { type Mention, mentionOf, wordsOf } from './mentions.ts';
import { isCompound } from './pointers.ts';
import { titleOf } from './titles.ts';
import { MARK, NUMBER, type Tokens, WORD } from './tokens.ts';
import { SAME_RANK } from './wording.ts';

/** How far before “hereinafter” the agreement may be named, in tokens. */
const REACH = 90;

/** The mentions that introduce a short form, each pointing at what it stands for. */
export function findDefinitions(ground: Ground, mentions: readonly Mention[]): Mention[] {
  const { tokens } = ground;
  const found: Mention[] = [];
  let passed = 0;
  for (const i of ground.starts.definitions) {
    const named = introducesAt(tokens, i);
    if (named < 0) continue;
    while (passed < mentions.length && (mentions[passed]?.to ?? 0) <= i) passed += 1;
    const definition = readDefinition(ground, named, i, mentions, passed);
    if (definition) found.push(definition);
  }
  return [...found, ...meanings(ground, mentions), ...otherNames(ground, mentions)].sort(
    (a, b) => a.from - b.from,
  );
}

/** “the principal agreement” where it was defined: short forms that say nothing by themselves. */
export function findShortForms(
  ground: Ground,
  definitions: readonly Mention[],
  known: readonly Mention[],
): Mention[] {
  const { tokens } = ground;
  const byAlias = new Map<string, Mention>();
  for (const one of definitions)
    if (one.alias?.includes(' ') && one.to - one.from < 5) byAlias.set(one.alias, one);
  const lastWords = new Set([...byAlias.keys()].map((alias) => alias.slice(alias.lastIndexOf(' ') + 1)));
  const found: Mention[] = [];
  let passed = 0;
  for (const hit of byAlias.size === 0 ? [] : ground.kinds.values()) {
    const head = hit.from;
    while (passed < known.length && (known[passed]?.to ?? 0) <= head) passed += 1;
    const covering = known[passed];
    if (covering && covering.from < hit.to) continue;
    if (!lastWords.has(tokens.word(hit.to - 1))) continue;
    const from = [head - 1, head - 2, head - 3].find((at) => byAlias.has(wordsOf(tokens, at, hit.to)));
    const definition = from === undefined ? undefined : byAlias.get(wordsOf(tokens, from, hit.to));
    if (from === undefined || !definition || from < (known[passed - 1]?.to ?? 0)) continue;
    const start = tokens.word(from) === 'the' || tokens.word(from - 1) !== 'the' ? from : from - 1;
    found.push(
      mentionOf({
        from: start,
        to: hit.to,
        head,
        noun: hit.value,
        via: 'definition',
        rule: 'en/short-form',
        confidence: 0.95,
        facts: [],
        tail: null,
        anaphor: { reach: 'before', count: 1, kinds: [hit.value.kind] },
      }),
    );
  }
  return found;
}

const BEFORE_NAME: ReadonlySet<string> = new Set(['the', 'said', 'amended', 'revised']);

/** `"Convention" means the Convention on …`: the short form comes first. */
function meanings(ground: Ground, mentions: readonly Mention[]): Mention[] {
  const { tokens, kinds } = ground;
  const found: Mention[] = [];
  for (const [index, target] of mentions.entries()) {
    if (target.facts.length === 0 || target.own) continue;
    let i = target.from - 1;
    while (i > target.from - 4 && BEFORE_NAME.has(tokens.word(i))) i -= 1;
    // “shall mean”
    const isTwo = tokens.word(i) === 'mean' && /^(?:shall|will)$/.test(tokens.word(i - 1));
    if (!isTwo && tokens.word(i) !== 'means' && tokens.word(i) !== 'denotes') continue;
    i -= isTwo ? 2 : 1;
    const name = mentions[index - 1];
    if (name?.via === 'name' && name.to === i + 1) {
      const alias = wordsOf(tokens, name.from, name.to);
      found.push({
        ...name,
        via: 'definition',
        rule: 'en/means',
        alias,
        facts: target.facts,
        defines: target,
      });
      continue;
    }
    if (tokens.word(i) !== '"' && tokens.word(i) !== "'") continue;
    let from = i;
    while (from > i - 6 && (tokens.kind(from - 1) === WORD || tokens.kind(from - 1) === NUMBER)) from -= 1;
    let head = i - 1;
    while (head > from && !kinds.has(head)) head -= 1;
    const noun = kinds.get(head)?.value;
    if (from === i || (!noun && !(i - from === 1 && tokens.isAllCapitals(from)))) continue;
    found.push(
      mentionOf({
        from,
        to: i,
        head,
        noun: noun ?? target.noun,
        via: 'definition',
        rule: 'en/means',
        confidence: 0.9,
        facts: target.facts,
        tail: null,
        alias: wordsOf(tokens, from, i),
        defines: target,
      }),
    );
  }
  return found;
}

/** “Convention on the Protection of the Baltic Sea (Helsinki Convention)”: the name in brackets is another of the same. */
function otherNames({ tokens, kinds }: Ground, mentions: readonly Mention[]): Mention[] {
  const found: Mention[] = [];
  mentions.forEach((mention, index) => {
    if (mention.via !== 'name' || index === 0) return;
    const target = mentions[index - 1];
    if (target?.facts.length !== 1) return;
    const open = tokens.word(mention.from - 1) === 'the' ? mention.from - 2 : mention.from - 1;
    const end = tokens.word(open - 1) === ',' ? open - 1 : open;
    if (tokens.word(open) !== '(' || tokens.word(mention.to) !== ')' || target.to !== end) return;
    // “Protocol to the Convention on Ponds (Pond Convention)”: the name is of the one inside.
    for (let i = target.head + 1; i < target.to; i += 1)
      if (kinds.get(i)?.value.kind === mention.noun.kind) return;
    const isAcronym = tokens.cased ? tokens.isAllCapitals(mention.from) : mention.to === mention.from + 1;
    if (mention.noun.kind !== target.noun.kind && !isAcronym && !isOfRank(mention, target)) return;
    const keys = mention.facts[0]?.keys;
    const known = target.facts[0]?.keys;
    if (keys && known && !keys.some((key) => known.includes(key))) return;
    const alias = wordsOf(tokens, mention.from, mention.to);
    found.push({ ...mention, via: 'definition', rule: 'en/other-name', alias, defines: target });
  });
  return found;
}

function isOfRank(...mentions: readonly Mention[]): boolean {
  return mentions.every(({ noun }) => SAME_RANK.has(noun.kind));
}

/** The token after “hereinafter referred to as”, or inside `("the Convention")`; -1 where nothing is introduced. */
function introducesAt(tokens: Tokens, at: number): number {
  const word = tokens.word(at);
  if (word === 'hereinafter' || word === 'hereafter') {
    let i = at + 1;
    while (
      i < at + 8 &&
      /^(referred|to|as|called|known|designated|described|jointly|collectively|termed|simply|:|,|the|"|'|be|individually|cited|generally|styled)$/.test(
        tokens.word(i),
      )
    )
      i += 1;
    // “hereinafter in this Agreement set forth” introduces nothing.
    return i > at + 1 ? i : -1;
  }
  // “(in”, “(the”, “("”
  if (word !== '(' || !tokens.is(at + 1, FLAG.FUNCTION | FLAG.MARK)) return -1;
  let i = at + 1;
  // “(in this Agreement called "the 1971 Seabed Agreement")”
  if (
    tokens.word(i) === 'in' &&
    tokens.word(i + 1) === 'this' &&
    /^(called|referred)$/.test(tokens.word(i + 3))
  )
    i += tokens.word(i + 3) === 'called' ? 4 : 6;
  if (tokens.word(i) === 'the') i += 1;
  if (tokens.word(i) !== '"' && tokens.word(i) !== "'") return -1;
  i += 1;
  return tokens.word(i) === 'the' ? i + 1 : i;
}

function readDefinition(
  ground: Ground,
  named: number,
  at: number,
  mentions: readonly Mention[],
  passed: number,
): Mention | null {
  const { tokens, kinds } = ground;
  let to = named;
  let head = -1;
  for (; to < named + 8; to += 1) {
    if (tokens.kind(to) === MARK && tokens.word(to) !== '-') break;
    if (kinds.has(to)) head = to;
    // “the Treaty of 1967”, in quotation marks
    if (tokens.word(to + 1) === 'of' && tokens.kind(to + 2) === NUMBER && tokens.word(to + 3) === '"')
      continue;
    if (head >= 0 && tokens.word(to + 1) === '"') {
      to += 1;
      break;
    }
    if (head >= 0 && kinds.get(head)?.to === to + 1 && tokens.word(to + 1) !== 'on') {
      to += 1;
      break;
    }
  }
  const noun = head < 0 ? undefined : kinds.get(head)?.value;
  // “(hereinafter "Protocol 1")”, “the "Protocol Area"”: a part of the text, and where it applies.
  const isPart = noun?.kind === 'protocol' && tokens.kind(to) === NUMBER;
  if (noun && to === named + 1 && (isPart || isCompound(ground, to))) return null;
  const quoted = tokens.word(named - 1) === '"' || tokens.word(named - 2) === '"';
  // “(hereinafter referred to as GATT 1994)”, “("UNCLOS")”
  const isShort =
    to - named <= 2 &&
    tokens.cased &&
    tokens.isAllCapitals(named) &&
    tokens.end(named) - tokens.start(named) > 2 &&
    !ground.names.get(named)?.organizations.length;
  if (!noun && !(isShort && (quoted || tokens.word(at) !== '('))) return null;
  if (to === named || (tokens.kind(named) !== WORD && tokens.kind(named) !== 2)) return null;
  const itself = noun ? namedItself(ground, { from: named, to, head }, at, mentions[passed - 1]) : null;
  const target = itself ?? targetOf(tokens, mentions, passed, at, noun?.kind);
  if (!target || (!noun && target.to < at - 2)) return null;
  const from = tokens.word(named - 1) === 'the' ? named - 1 : named;
  return mentionOf({
    from,
    to,
    head: head < 0 ? named : head,
    noun: noun ?? { ...target.noun },
    via: 'definition',
    rule: 'en/definition',
    confidence: 0.95,
    facts: itself?.facts ?? [],
    tail: null,
    alias: wordsOf(tokens, from, to),
    defines: target,
  });
}

/** “the Working Arrangement (hereinafter "the Working Arrangement")”: its own name, where nothing else was read there. */
function namedItself(
  { tokens, kinds }: Ground,
  short: Readonly<{ from: number; to: number; head: number }>,
  at: number,
  before: Mention | undefined,
): Mention | null {
  const open = tokens.word(at - 1) === '(' ? at - 1 : at;
  const from = open - (short.to - short.from);
  const noun = kinds.get(short.head)?.value;
  if (!noun || short.to - short.from < 2 || (before && before.to > from)) return null;
  if (wordsOf(tokens, from, open) !== wordsOf(tokens, short.from, short.to)) return null;
  const { kind } = noun;
  const facts = [
    { title: titleOf(tokens, from, open), kind, core: `${kind} ${wordsOf(tokens, from, open)}` },
  ];
  const head = from + short.head - short.from;
  return mentionOf({
    from,
    to: open,
    head,
    noun,
    via: 'name',
    rule: 'en/name',
    confidence: 0.85,
    facts,
    tail: null,
  });
}

/** “the Agreement on Barriers in Annex 1A to the Trade Agreement (hereinafter “the Barriers Agreement”)”: not what holds the annex. */
function heldBy(tokens: Tokens, mention: Mention, before: Mention | undefined): Mention {
  if (!before || before.noun.kind !== mention.noun.kind || before.facts.length === 0) return mention;
  if (mention.from - before.to > 9 || before.to >= mention.from) return mention;
  // “, in Annex 1A to”, not “, noting Article 16 of”
  const at = tokens.word(before.to) === ',' ? before.to + 1 : before.to;
  if (!/^(?:in|of|contained)$/.test(tokens.word(at)) && !tokens.is(at, FLAG.PROVISION)) return mention;
  for (let i = at; i < mention.from; i += 1) if (tokens.is(i, FLAG.PROVISION)) return before;
  return mention;
}

/** The agreement named last before; one that the short form's noun fits goes before one that it does not. */
function targetOf(
  tokens: Tokens,
  mentions: readonly Mention[],
  passed: number,
  at: number,
  kind: string | undefined,
): Mention | null {
  let nearest: Mention | null = null;
  for (let i = passed - 1; i >= 0; i -= 1) {
    const mention = mentions[i];
    if (!mention || mention.to < at - REACH) break;
    if (mention.bare === true) continue;
    if (kind === undefined || mention.noun.kind === kind) return heldBy(tokens, mention, mentions[i - 1]);
    // A protocol is not called “the Convention”: that one’s name was misread.
    if (!mention.own || mention.noun.kind !== 'protocol') nearest ??= mention;
  }
  return nearest;
}
