/** What the words around a mention do to the agreement: by the verb or phrase that governs it. */
import type { RelationType } from '../../../../graph/vocabulary.ts';
import { isAdopted, isHeadline, isOfAnother } from './changes.ts';
import { FLAG } from './lexicon.ts';
import { endsSentence } from './sentences.ts';
import { MARK, type Tokens, WORD } from './tokens.ts';

export type CueHit = Readonly<{
  type: RelationType;
  prospective: boolean;
  rule: string;
  confidence: number;
  at: number;
}>;

type Stem = Readonly<{ type: RelationType; confidence: number }>;

const VERBS: readonly (readonly [RegExp, RelationType, number])[] = [
  [/^amend(?:s|ed|ing|ment|ments)?$/, 'amends', 0.85],
  [/^modif(?:y|ies|ied|ying|ication)$/, 'amends', 0.8],
  [/^adapt(?:s|ed|ing)?$/, 'amends', 0.75],
  [/^revis(?:e|es|ed|ing|ion)$/, 'amends', 0.75],
  [/^adjustments?$/, 'amends', 0.85],
  [/^(?:added|inserted|deleted)$/, 'amends', 0.85],
  [/^(?:replac|supersed)(?:e|es|ed|ing)$/, 'supersedes', 0.9],
  [/^substituted?$/, 'supersedes', 0.6],
  [
    /^(?:abrogat(?:e|es|ed|ing)|repeal(?:s|ed)?|terminat(?:e|es|ed|ing|ion)|annul(?:led)?|cancelled)$/,
    'terminates',
    0.85,
  ],
  [/^(?:extend(?:s|ed|ing)?|extension|prolong(?:s|ed|ing)?|renew(?:ed|ing)?)$/, 'extends', 0.75],
  [/^(?:supplement(?:s|ed|ing)?|complement(?:ing)?|supplementary)$/, 'supplements', 0.85],
  [/^(?:reaffirm(?:s|ed|ing)?|confirm(?:s|ing)?)$/, 'reaffirms', 0.9],
  [/^(?:abide|adher(?:e|ing)|observ(?:ing|ance)|comply|compliance|respecting)$/, 'reaffirms', 0.7],
  [/^(?:implement(?:s|ing|ation)?|execution)$/, 'implements', 0.85],
  [/^(?:welcom(?:e|es|ing)|support(?:s|ing)?|endors(?:e|es|ing)|appreciation)$/, 'supports', 0.8],
];

/** How far a governing word may stand from its mention, in tokens. */
const REACH = 16;

/**
 * Looks back from a mention's first token over provisions and articles of the same clause to the word that
 * governs it; then forward for “shall cease to have effect”.
 */
export function readCue(tokens: Tokens, from: number, to: number): CueHit | null {
  const hit = behind(tokens, from) ?? ahead(tokens, to);
  // Who replaces an article of it changes it.
  if ((hit?.type === 'supersedes' || hit?.type === 'terminates') && isPart(tokens, from))
    return { ...hit, type: 'amends', rule: `${hit.rule}-part` };
  return hit;
}

/** “Article 26 of the Convention shall be replaced”: what is said is said of a part. */
function isPart(tokens: Tokens, from: number): boolean {
  const before = tokens.word(from - 1) === 'the' ? from - 2 : from - 1;
  if (!/^(of|to|in)$/.test(tokens.word(before))) return false;
  for (let i = before - 1; i > from - 12; i -= 1) {
    if (tokens.is(i, FLAG.PROVISION)) return true;
    if (tokens.is(i, FLAG.FINITE | FLAG.RELATIVE) || tokens.word(i) === ';' || tokens.word(i) === '.')
      return false;
  }
  return false;
}

function behind(tokens: Tokens, from: number): CueHit | null {
  for (let i = from - 1; i >= Math.max(0, from - REACH); i -= 1) {
    const word = tokens.word(i);
    if (tokens.kind(i) === MARK && (word === ';' || word === ':' || endsSentence(tokens, i))) return null;
    const ground = groundAt(tokens, i, from);
    if (ground !== null && reachesFrom(tokens, i + 2, from))
      return {
        type: 'based_on',
        prospective: false,
        rule: `en/${ground}`,
        confidence: ground === 'under' ? 0.7 : 0.85,
        at: i,
      };
    if (!tokens.is(i, FLAG.CUE)) continue;
    const called = callsFor(tokens, i);
    if (called) return called;
    const stem = stemOf(word);
    if (stem && isGoverning(tokens, i, from, stem)) {
      const negated = isNegated(tokens, i);
      if (negated) return { type: 'cites', prospective: false, rule: 'en/negated', confidence: 0.8, at: i };
      return { ...stem, prospective: isWish(tokens, i), rule: `en/${word}`, at: i };
    }
  }
  return null;
}

function stemOf(word: string): Stem | null {
  for (const [pattern, type, confidence] of VERBS) if (pattern.test(word)) return { type, confidence };
  return null;
}

/** “pursuant to”, “in accordance with”, “under”, “by virtue of”, “on the basis of”, “having regard to”. */
function groundAt(tokens: Tokens, i: number, from: number): string | null {
  const word = tokens.word(i);
  const next = tokens.word(i + 1);
  if (word === 'pursuant' && next === 'to') return 'pursuant-to';
  if (
    (word === 'accordance' || word === 'conformity' || word === 'keeping' || word === 'compliance') &&
    next === 'with'
  )
    return 'in-accordance-with';
  if (word === 'under' && from - i < 9) return 'under';
  if (word === 'virtue' && next === 'of') return 'by-virtue-of';
  if (word === 'basis' && next === 'of') return 'on-the-basis-of';
  if (word === 'regard' && next === 'to' && tokens.word(i - 1) === 'having') return 'having-regard-to';
  if (word === 'based' && next === 'on') return 'based-on';
  if (word === 'guided' && next === 'by') return 'guided-by';
  return null;
}

/** Whether nothing else is governed between: “on the basis of the Judgment … by the two Treaties” is no basis in them. */
function reachesFrom(tokens: Tokens, start: number, from: number): boolean {
  let strangers = 0;
  for (let i = start; i < from; i += 1) {
    const word = tokens.word(i);
    if (word === 'by' || word === 'which' || word === 'that' || tokens.is(i, FLAG.FINITE)) return false;
    if (!BETWEEN_OK.has(word) && tokens.kind(i) === WORD) strangers += 1;
  }
  return strangers <= 5;
}

const BETWEEN_OK: ReadonlySet<string> = new Set(
  `the of to a an and or in on by for article articles paragraph annex provisions provision principles purposes obligations terms commitment
  commitments said above its their all certain following with from appendix section chapter importance adherence respect , ( ) ' s no this as such both upon objectives goals`.split(
    /\s+/,
  ),
);

/** Whether the verb governs the mention: nothing but its provisions and small words stand between. */
function isGoverning(tokens: Tokens, verb: number, from: number, stem: Stem): boolean {
  let strangers = 0;
  for (let i = verb + 1; i < from; i += 1) {
    if (tokens.is(i, FLAG.RELATIVE | FLAG.FINITE)) return false;
    if (!BETWEEN_OK.has(tokens.word(i)) && tokens.kind(i) === WORD && tokens.end(i) - tokens.start(i) > 2)
      strangers += 1;
  }
  const next = tokens.word(verb + 1);
  if (tokens.word(verb - 1) === 'as' || isOfAnother(tokens, verb)) return false;
  // “an intention of terminating the Convention”
  if (tokens.word(verb) === 'terminating' && tokens.word(verb - 1) === 'of') return false;
  // “the amended Agreement” is a name; “amended the Agreement” says something.
  if (
    /(?:ed|ary)$/.test(tokens.word(verb)) &&
    !tokens.is(verb + 1, FLAG.FUNCTION | FLAG.DETERMINER | FLAG.PROVISION)
  )
    return false;
  if (stem.type === 'amends' && tokens.word(verb).endsWith('ed') && (next === 'by' || next === 'in'))
    return false;
  if (tokens.word(verb).endsWith('ed') && next === 'by') return false;
  // “any amendment to the Convention”, “amendments to the present Protocol”: how it may be changed, not that it is.
  if (
    /^(amendment|amendments|adjustment|adjustments|revision|modification|termination)$/.test(
      tokens.word(verb),
    ) &&
    !isHeadline(tokens, verb) &&
    !isAdopted(tokens, verb)
  )
    return false;
  if (/^(added|inserted|deleted)$/.test(tokens.word(verb)))
    return /^(be|is|are|hereby)$/.test(tokens.word(verb - 1)) && strangers <= 1;
  return strangers <= 1;
}

function isNegated(tokens: Tokens, verb: number): boolean {
  for (let i = verb - 1; i > verb - 5; i -= 1) {
    const word = tokens.word(i);
    if (word === 'not' || word === 'nor' || word === 'neither' || word === 'without' || word === 'never')
      return true;
  }
  return false;
}

function isWish(tokens: Tokens, verb: number): boolean {
  for (let i = verb - 1; i > verb - 7; i -= 1)
    if (/^(should|urges|invites|calls|requests|intends|propose|proposes|wishes)$/.test(tokens.word(i)))
      return true;
  return false;
}

/** “shall accede to”, “urges States to ratify”, “entry into force of … is hoped for”. */
function callsFor(tokens: Tokens, i: number): CueHit | null {
  const word = tokens.word(i);
  if (
    !/^(accede|ratify|join|conclude|become|becoming|acceding|ratifying|accession|ratification|conclusion|force)$/.test(
      word,
    )
  )
    return null;
  for (let k = i - 1; k > i - 10 && k >= 0; k -= 1) {
    const before = tokens.word(k);
    if (before === '.' || before === ';' || before === 'may') break;
    if (
      /^(urges|urge|urging|invites|invite|calls|call|calling|appeals|should|encourages|encourage|hope|hopes|early|recommends|shall|consider|considering)$/.test(
        before,
      )
    ) {
      if (before === 'shall' && !/^(accede|ratify|join|become)$/.test(word)) continue;
      if (before === 'considering' && word !== 'accede') continue;
      return {
        type: 'calls_for',
        prospective: word === 'conclude' || word === 'conclusion',
        rule: 'en/calls-for',
        confidence: 0.8,
        at: i,
      };
    }
  }
  if (word === 'accession' && tokens.word(i + 1) === 'to' && !isFormality(tokens, i))
    return { type: 'calls_for', prospective: false, rule: 'en/accession-to', confidence: 0.6, at: i };
  return null;
}

/** “an instrument of ratification, acceptance or accession to the Convention” asks nothing. */
function isFormality(tokens: Tokens, at: number): boolean {
  for (let i = at - 1; i > at - 9; i -= 1)
    if (
      /^(instrument|instruments|ratification|acceptance|approval|signature|application|article|withdrawal|date)$/.test(
        tokens.word(i),
      )
    )
      return true;
  return false;
}

/** “may be amended”, “as may be amended”. */
function isPossible(tokens: Tokens, at: number): boolean {
  return /^(may|can|could|might|not|if|to)$/.test(tokens.word(at - 1));
}

/** “… shall cease to have effect”, “… is hereby terminated”, “… are repealed”, “… shall be amended”. */
function ahead(tokens: Tokens, to: number): CueHit | null {
  // “the Convention of 1922 and point 6 of the Final Protocol … are repealed”: said of both.
  const reach = tokens.word(to) === 'and' || tokens.word(to) === ',' ? 40 : 9;
  for (let i = to; i < to + reach; i += 1) {
    const word = tokens.word(i);
    if (tokens.kind(i) === MARK && word !== ',') return null;
    // “upon the entry into force of the Convention, the present Protocol shall cease”: said of the Protocol.
    if (tokens.is(i, FLAG.KIND) && i > to && tokens.word(to) !== 'and') return null;
    // “Amendments to the Convention⏎Article 11 shall be replaced”: said of the article.
    if (word === 'article' && /^\d|^[ivx]+$/.test(tokens.word(i + 1))) return null;
    if (tokens.is(i, FLAG.RELATIVE) || (tokens.is(i, FLAG.RECITAL) && i > to + 8)) return null;
    const passive =
      i > to && /^(is|are|be|hereby|been)$/.test(tokens.word(i - 1)) && !isPossible(tokens, i - 1);
    if ((word === 'cease' || word === 'ceases') && tokens.word(i + 1) === 'to')
      return { type: 'terminates', prospective: false, rule: 'en/cease-to', confidence: 0.85, at: i };
    if (/^(repealed|terminated|abrogated|annulled|cancelled)$/.test(word) && passive)
      return { type: 'terminates', prospective: false, rule: 'en/is-terminated', confidence: 0.85, at: i };
    if (
      /^(amended|modified|revised)$/.test(word) &&
      passive &&
      !isNegated(tokens, i) &&
      (tokens.word(i + 1) !== 'by' || tokens.word(i - 2) === 'shall')
    )
      return { type: 'amends', prospective: false, rule: 'en/is-amended', confidence: 0.85, at: i };
    // “Article 5 of the Convention shall read as follows”, “… is hereby deleted”
    const reads =
      word === 'read' && tokens.word(i - 1) === 'shall' && /^(as|:|thus)$/.test(tokens.word(i + 1));
    if (reads || (word === 'deleted' && passive))
      return { type: 'amends', prospective: false, rule: `en/is-${word}`, confidence: 0.85, at: i };
    if (/^(replaced|superseded)$/.test(word) && passive)
      return { type: 'supersedes', prospective: false, rule: 'en/is-replaced', confidence: 0.85, at: i };
    if (/^(extended|prolonged|renewed)$/.test(word) && passive)
      return { type: 'extends', prospective: false, rule: 'en/is-extended', confidence: 0.8, at: i };
    if (/^(supplemented)$/.test(word) && passive && tokens.word(i + 1) !== 'by')
      return { type: 'supplements', prospective: false, rule: 'en/is-supplemented', confidence: 0.85, at: i };
  }
  return null;
}
