/** What the words around a mention do to the agreement: by the verb or phrase that governs it. */
import { CHANGES, type RelationType } from '../../../../graph/vocabulary.ts';
import { readAfter, readInside } from './after.ts';
import { callsFor } from './calls.ts';
import { isAdopted, isHeadline, isOfAnother, isSaidOfAnother } from './changes.ts';
import { BETWEEN_OK, groundAt } from './grounds.ts';
import { FLAG } from './lexicon.ts';
import { endsSentence } from './sentences.ts';
import { MARK, type Tokens, WORD } from './tokens.ts';
import { LEAVES_TO_VERB, type Stem, stemAt } from './verbs.ts';

export type CueHit = Readonly<{
  type: RelationType;
  prospective: boolean;
  rule: string;
  confidence: number;
  at: number;
}>;

/** How far a governing word may stand from its mention, in tokens. */
const REACH = 16;

/**
 * Looks back from a mention's first token over provisions and articles of the same clause to the word that
 * governs it; then forward for “shall cease to have effect”.
 */
export function readCue(tokens: Tokens, from: number, to: number): CueHit | null {
  const part = partBefore(tokens, from);
  const inside = part >= 0 && /^(?:in|to|after)$/.test(tokens.word(part - 1)) ? readInside(tokens, to) : null;
  const after = isAmender(tokens, from) ? null : readAfter(tokens, to);
  const hit = ceasesBefore(tokens, from) ?? readBehind(tokens, from) ?? after ?? inside;
  // Who replaces an article of it changes it.
  if ((hit?.type === 'supersedes' || hit?.type === 'terminates') && part >= 0)
    return { ...hit, type: 'amends', rule: `${hit.rule}-part` };
  return hit;
}

/** “the Convention, as amended by the Protocol of 1964 and by that of 1982, is replaced”: said of the Convention. */
function isAmender(tokens: Tokens, from: number): boolean {
  const by = tokens.word(from - 1) === 'the' ? from - 2 : from - 1;
  return (
    tokens.word(by) === 'by' && /^(?:amended|modified|revised|supplemented|and)$/.test(tokens.word(by - 1))
  );
}

/** “From that day cease to have effect the Agreement on …” */
function ceasesBefore(tokens: Tokens, from: number): CueHit | null {
  const last = tokens.word(from - 1) === 'the' ? from - 2 : from - 1;
  const cease = tokens.word(last) === 'effect' ? last - 3 : last - 2;
  if (!/^(?:effect|apply)$/.test(tokens.word(last)) || !/^ceases?$/.test(tokens.word(cease))) return null;
  return { type: 'terminates', prospective: false, rule: 'en/cease-to', confidence: 0.8, at: cease };
}

/** The token of “Article” in “Article 26 of the Convention”: what is said is said of a part; -1 where it is not. */
function partBefore(tokens: Tokens, from: number): number {
  const before = tokens.word(from - 1) === 'the' ? from - 2 : from - 1;
  const leading = tokens.word(before);
  if (leading !== 'of' && leading !== 'to' && leading !== 'in') return -1;
  for (let i = before - 1; i > from - 12; i -= 1) {
    if (tokens.is(i, FLAG.PROVISION)) return i;
    if (tokens.is(i, FLAG.FINITE | FLAG.RELATIVE) || tokens.isMark(i, ';') || tokens.isMark(i, '.'))
      return -1;
  }
  return -1;
}

/** What the words before a token say of what begins there. */
export function readBehind(tokens: Tokens, from: number): CueHit | null {
  let noun: CueHit | null = null;
  for (let i = from - 1; i >= Math.max(0, from - REACH); i -= 1) {
    if (tokens.is(i, FLAG.MARK) && isEnd(tokens, i)) return noun;
    // In small letters “ARTICLE 3” begins what follows, with no stop before it.
    if (!tokens.cased && tokens.is(i, FLAG.PROVISION) && tokens.isAllCapitals(i)) return noun;
    if (!tokens.is(i, FLAG.CUE)) continue;
    const ground = noun ? null : groundAt(tokens, i, from);
    if (ground)
      return {
        type: 'based_on',
        prospective: false,
        rule: `en/${ground.rule}`,
        confidence: ground.confidence,
        at: i,
      };
    const called = noun ? null : callsFor(tokens, i);
    if (called) return called;
    const stem = stemAt(tokens, i);
    if (!stem || !isGoverning(tokens, i, from, stem)) continue;
    const hit = hitOf(tokens, i, stem);
    if (hit.type === 'cites' || !LEAVES_TO_VERB.has(tokens.word(i)))
      return noun && hit.type !== 'reaffirms' ? noun : hit;
    noun ??= hit;
  }
  return noun;
}

/** A mark that what governs a mention does not stand behind. */
function isEnd(tokens: Tokens, mark: number): boolean {
  const word = tokens.word(mark);
  return word === ';' || word === ':' || endsSentence(tokens, mark);
}

function hitOf(tokens: Tokens, at: number, stem: Stem): CueHit {
  const isChange = CHANGES.has(stem.type);
  if (isNegated(tokens, at) || (isChange && (isPossible(tokens, at) || isSaidOfAnother(tokens, at))))
    return { type: 'cites', prospective: false, rule: 'en/negated', confidence: 0.8, at };
  return { ...stem, prospective: isWish(tokens, at), rule: `en/${tokens.word(at)}`, at };
}

/** “may terminate the Treaty”, “the right to amend it”: nothing is done yet. */
function isPossible(tokens: Tokens, verb: number): boolean {
  const before = tokens.word(verb - 1);
  if (/^(?:may|might|could|can|would)$/.test(before)) return true;
  return (
    before === 'to' &&
    /^(?:right|rights|entitled|power|powers|authorized|empowered|desire|event)$/.test(tokens.word(verb - 2))
  );
}

/** Whether the verb governs the mention: nothing but its provisions and small words stand between. */
function isGoverning(tokens: Tokens, verb: number, from: number, stem: Stem): boolean {
  let strangers = 0;
  for (let i = verb + 1; i < from; i += 1) {
    const word = tokens.word(i);
    // “the principles contained in the Charter”
    const isInside = word === 'contained' && tokens.word(i + 1) === 'in';
    if (tokens.is(i, FLAG.RELATIVE | FLAG.FINITE) && !tokens.is(i, FLAG.MONTH) && !isInside) return false;
    if (BETWEEN_OK.has(word) || tokens.kind(i) !== WORD || tokens.is(i, FLAG.MONTH) || word.endsWith('ly'))
      continue;
    if (tokens.end(i) - tokens.start(i) > 2) strangers += 1;
  }
  const word = tokens.word(verb);
  const next = tokens.word(verb + 1);
  if (tokens.word(verb - 1) === 'as' || isOfAnother(tokens, verb)) return false;
  // “(revised Annex I of the Convention)” is a name, as “the revised Annex” is.
  if (word === 'revised' && (/^(?:the|a|this)$/.test(tokens.word(verb - 1)) || tokens.isMark(verb - 1, '(')))
    return false;
  // “an intention of terminating the Convention”
  if (word === 'terminating' && tokens.word(verb - 1) === 'of') return false;
  // “the amended Agreement” is a name; “amended the Agreement” says something.
  if (
    (word.endsWith('ed') || word.endsWith('ary')) &&
    !tokens.is(verb + 1, FLAG.FUNCTION | FLAG.DETERMINER | FLAG.PROVISION) &&
    !(stem.type === 'supports' && tokens.is(verb + 1, FLAG.NAME_FOUND))
  )
    return false;
  if (
    stem.type === 'amends' &&
    word.endsWith('ed') &&
    next === 'in' &&
    word !== 'added' &&
    word !== 'inserted'
  )
    return false;
  if (word.endsWith('ed') && next === 'by') return false;
  // “any amendment to the Convention”, “amendments to the present Protocol”: how it may be changed, not that it is.
  if (NOUNS_OF_CHANGE.has(word) && !isHeadline(tokens, verb) && !isAdopted(tokens, verb)) return false;
  if (word === 'added' || word === 'inserted' || word === 'deleted')
    return /^(be|is|are|hereby)$/.test(tokens.word(verb - 1)) && strangers <= 1;
  return strangers <= 1;
}

const NOUNS_OF_CHANGE: ReadonlySet<string> = new Set(
  'amendment amendments adjustment adjustments revision modification termination'.split(' '),
);

const DENIALS: ReadonlySet<string> = new Set(['not', 'nor', 'neither', 'without', 'never']);

/** What is denied: “shall not replace”, “Nothing in this Agreement shall be understood to amend”. */
function isNegated(tokens: Tokens, verb: number): boolean {
  for (let i = verb - 1; i > verb - 20 && i >= 0; i -= 1) {
    const word = tokens.word(i);
    if (tokens.kind(i) === MARK && (word === ';' || endsSentence(tokens, i))) return false;
    if (word === 'nothing') return true;
    if (i > verb - 5 && DENIALS.has(word)) return true;
  }
  return false;
}

const WISHES: ReadonlySet<string> = new Set(
  `should urges urged invites invited calls called requests requested intends intended intention propose proposes proposed wish
  wishes possibility consider`.split(/\s+/),
);

function isWish(tokens: Tokens, verb: number): boolean {
  for (let i = verb - 1; i > verb - 7; i -= 1) if (WISHES.has(tokens.word(i))) return true;
  return false;
}
