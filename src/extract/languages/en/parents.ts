/** The agreements that a heading says its instrument is made to, and what it does to them. */
import type { AgreementKind, RelationType } from '../../../../graph/vocabulary.ts';
import type { Parent } from '../../draft.ts';
import type { Ground } from './ground.ts';
import { CHANGE_NOUNS, type KindNoun } from './kinds.ts';
import { FLAG } from './lexicon.ts';
import type { NameHit } from './names.ts';
import { readAfterName, readTail } from './tails.ts';
import { factsOf } from './titles.ts';
import { type Tokens, WORD } from './tokens.ts';
import { TITLE_MODIFIERS } from './words.ts';

export type First = Readonly<{ at: number; end: number; noun: KindNoun; change: boolean }>;

/** The agreements that a heading says its instrument is made to. */
export function findParents(ground: Ground, first: First, from: number, to: number): Parent[] {
  const { kinds } = ground;
  const parents: Parent[] = [];
  let i = first.end;
  const relation = relationOf(ground, first, from, first.end, to);
  // “Convention on … appendices i and ii as at …”: a part of the agreement that is named first.
  const part = partAfter(ground, first, to);
  if (part > 0) {
    const parent = parentAt(ground, first.at, to, 'supplements', part);
    if (parent) return [parent.parent];
  }
  while (i < to) {
    const kind = kinds.get(i);
    if (kind === undefined) {
      i += 1;
      continue;
    }
    if (isForm(ground, i) || isBracketed(ground, i, from)) {
      i = kind.to;
      continue;
    }
    // “Amendment to the Protocol on Sulphur to the Convention on Air Pollution”: it adds to both.
    const further = isMadeTo(ground, i) ? (first.change ? relation : 'supplements') : 'cites';
    const limit = first.change || first.noun.kind === 'protocol' ? withoutMatter(ground, kind.to, to) : to;
    const found = parentAt(ground, i, to, parents.length === 0 ? relation : further, limit);
    if (!found) {
      i = kind.to;
      continue;
    }
    parents.push(found.parent);
    i = found.end;
  }
  return parents;
}

/** “Agreement effected by exchange of notes”, “Exchange of notes constituting an agreement”: both nouns are the text's. */
function isForm({ tokens, kinds }: Ground, at: number): boolean {
  if (kinds.get(at)?.value.kind === 'exchange-of-notes' && /^(?:by|through|an)$/.test(tokens.word(at - 1)))
    return true;
  for (let i = at - 1; i > at - 5; i -= 1)
    if (/^(?:constituting|comprising|embodying)$/.test(tokens.word(i))) return true;
  return false;
}

/** “Amendments to the Convention on Ponds concerning boats”: the second subject is the amendments'. */
function withoutMatter({ tokens }: Ground, from: number, to: number): number {
  if (tokens.word(from) !== 'on') return to;
  for (let i = from + 2; i < to; i += 1) {
    if (/^(concerning|regarding)$/.test(tokens.word(i))) return i;
    // “Protocol to the Convention on Ponds on Boats”, where the text names the Convention on Ponds
    if (tokens.word(i) === 'on' && isNamedBelow(tokens, from - 1, i, to)) return i;
  }
  return to;
}

/** How far below the heading the agreement is looked for, in tokens. */
const BELOW = 600;

/** Whether the words from one token to another stand again behind the heading, and end there. */
function isNamedBelow(tokens: Tokens, from: number, end: number, to: number): boolean {
  const length = end - from;
  for (let i = tokens.next(to, FLAG.KIND); i < to + BELOW; i = tokens.next(i + 1, FLAG.KIND)) {
    let same = 0;
    while (same < length && tokens.word(from + same) === tokens.word(i + same)) same += 1;
    if (same === length && tokens.word(i + length) !== 'on') return true;
  }
  return false;
}

/** Whether “to the” stands before an agreement's title. */
function isMadeTo({ tokens }: Ground, head: number): boolean {
  for (let i = head - 1; i > head - 7; i -= 1) {
    if (tokens.word(i) === 'to') return true;
    if (tokens.word(i) !== 'the' && tokens.is(i, FLAG.FUNCTION)) return false;
  }
  return false;
}

/** “(Danube River Protection Convention)”: another name of the same. */
function isBracketed({ tokens }: Ground, at: number, from: number): boolean {
  for (let i = at - 1; i > Math.max(from, at - 12); i -= 1) {
    if (tokens.word(i) === ')') return false;
    // “(revision of the list annexed to the Protocol on …)”
    if (tokens.word(i) === '(') return !CHANGE_NOUNS.has(tokens.word(i + 1));
  }
  return false;
}

/** Where a part's noun follows the title that begins the heading; 0 where none does. */
export function partAfter(ground: Ground, first: First, to: number): number {
  const { tokens } = ground;
  if (first.change) return 0;
  for (let i = first.end + 2; i < to; i += 1)
    if (
      tokens.is(i, FLAG.PROVISION | FLAG.PLAIN) &&
      /^(appendix|appendices|schedule|annex|annexes|amendments)$/.test(tokens.word(i)) &&
      !tokens.is(i - 1, FLAG.FUNCTION)
    )
      return i;
  return 0;
}

function parentAt(
  ground: Ground,
  head: number,
  to: number,
  relation: RelationType,
  limit: number,
): { parent: Parent; end: number } | null {
  const { tokens, kinds, names } = ground;
  const kind = kinds.get(head);
  if (!kind) return null;
  let from = head;
  while (
    from > 0 &&
    tokens.kind(from - 1) === WORD &&
    (!tokens.is(from - 1, FLAG.FUNCTION | FLAG.FINITE | FLAG.DONE | FLAG.DETERMINER) ||
      TITLE_MODIFIERS.has(tokens.word(from - 1))) &&
    !CHANGE_NOUNS.has(tokens.word(from - 1)) &&
    !kinds.has(from - 1) &&
    head - from < 7
  )
    from -= 1;
  if (/^\d{4}$/.test(tokens.word(from - 1))) from -= 1;
  const listed = names.get(from) ?? coveringName(ground, from, kind.to);
  if (listed && listed.from < from) from = listed.from;
  // “the 1979 Convention on Long-range Transboundary Air Pollution on Persistent Organic Pollutants”: a listed name is whole.
  const whole =
    listed && listed.agreements.length > 0 && (listed.to > kind.to || listed.from < head) ? listed : null;
  const tail = whole
    ? readAfterName(ground, whole.to)
    : readTail(ground, head, kind.value, kind.to, Math.min(to, limit), true);
  // “Amendment to the Protocol on Ponds (Doha, 8 December 2012)”: the day is the amendment's.
  if (tail.placeAt && tail.placeAt.from > to && tokens.word(tail.placeAt.from - 1) === '(') {
    tail.signed = undefined;
    tail.place = undefined;
    tail.placeAt = undefined;
  }
  const year = /^\d{4}$/.test(tokens.word(from)) ? tokens.word(from) : null;
  if (year !== null && tail.dates.length === 0) tail.dates.push(year);
  const said = tail.topic || tail.dated || tail.between || tail.named || tail.number !== null || from < head;
  if (!said || tokens.word(from - 1) === 'this') return null;
  // “Protocol to the Treaties of 28 January 1971”: the text names each.
  if (kind.value.plural) return null;
  const name = names.get(from);
  const keys = name && name.agreements.length > 0 ? name.agreements : [];
  const [facts] = factsOf(ground, from, tail.end, tail, kind.value, keys);
  if (!facts) return null;
  return { parent: { ...facts, relation, rule: `en/heading-${relation}`, confidence: 0.95 }, end: tail.end };
}

/** “law of the sea convention”: a listed agreement whose name begins before its noun's own words; not “Doha Amendment to the Kyoto Protocol”. */
function coveringName({ tokens, names }: Ground, from: number, to: number): NameHit | undefined {
  for (let i = from - 1; i > from - 6; i -= 1) {
    if (tokens.word(i) === 'to' || tokens.is(i, FLAG.KIND) || CHANGE_NOUNS.has(tokens.word(i)))
      return undefined;
    const name = names.get(i);
    if (name) return name.agreements.length > 0 && name.to >= to ? name : undefined;
  }
  return undefined;
}

/** A statement about a treaty adds nothing to it. */
const SPEAKS: ReadonlySet<AgreementKind> = new Set([
  'joint-statement',
  'joint-communique',
  'resolution',
  'programme',
]);

/** How the words begin that do something to an agreement. */
const DOES =
  /^(?:amend|modif|revis|alter|exten[ds]|prolong|renew|replac|supersed|terminat|denounc|abrogat|implement|execut|appl[iy])/;

/** What the heading's words do to the first agreement that they name. */
function relationOf(ground: Ground, first: First, from: number, at: number, to: number): RelationType {
  const { tokens, kinds } = ground;
  const noun = tokens.word(first.at);
  const changes = /^(amend|modif|adjust|addition|revis|rectif|correct)/.test(noun);
  for (let i = from; i < to; i += 1) {
    if (i >= at && kinds.has(i) && !isForm(ground, i)) break;
    const word = tokens.word(i);
    if (!DOES.test(word) || /^(amended|revised|modified|extended|renewed)$/.test(word)) continue;
    if (
      /^(amend|modif|revis|alter)/.test(word) &&
      (i >= at || changes || /^(amending|modifying|revising)$/.test(word))
    )
      return 'amends';
    if (
      /^(extend|prolong|renew)/.test(word) ||
      (word === 'extension' && tokens.word(i + 1) === 'of') ||
      (word === 'prolongation' && tokens.word(i + 1) === 'of')
    )
      return 'extends';
    if (/^(replac|supersed)/.test(word)) return 'supersedes';
    if (/^(terminat|denounc|abrogat)/.test(word)) return 'terminates';
    if (/^(implement|execut|application|applying)/.test(word) && i >= at) return 'implements';
  }
  if (changes) return 'amends';
  return SPEAKS.has(first.noun.kind) ? 'cites' : 'supplements';
}
