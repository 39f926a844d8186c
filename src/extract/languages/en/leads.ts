/** What stands before an agreement's noun: article, pointers, the words of its name. */
import { type Ground, ROMAN } from './ground.ts';
import { FLAG } from './lexicon.ts';
import { GAP, MARK, NUMBER, type Tokens, WORD } from './tokens.ts';
import { TITLE_MODIFIERS } from './words.ts';

/** What stands before an agreement's noun. */
export type Lead = {
  /** First token of the words that belong to the noun. */
  from: number;
  /** The article or other determiner; -1 without one. */
  determiner: number;
  pointer: string | null;
  count: number | 'all';
  generic: boolean;
  /** Words that make a name of it: “Liechtenstein”, “1946 whaling”. */
  naming: boolean;
  year: string | null;
};

const COUNTS: ReadonlyMap<string, number> = new Map([
  ['two', 2],
  ['three', 3],
  ['four', 4],
  ['five', 5],
  ['both', 2],
]);

/** Determiners of nothing in particular. */
const ANY: ReadonlySet<string> = new Set('a an any such each every no another all some'.split(' '));
/** What cannot begin a name. */
const NO_BEGINNINGS: ReadonlySet<string> = new Set(['and', 'of', 'for', 's', "'", '-']);
/** Of the words of titles those that make no name. */
const NO_NAMES: ReadonlySet<string> = new Set(
  'additional supplementary optional final first second third special amending revised international present joint'.split(
    ' ',
  ),
);

const FAR_LEFT = 8;

/** Small words inside the names of labour conventions. */
const YEARED: ReadonlySet<string> = new Set(['in', 'of', 'for', 'to', 'at', 'on']);

/** “Safety and Health in Mines Convention, 1995”: the year tells that the words before belong to the name. */
function isYeared(tokens: Tokens, head: number): boolean {
  return tokens.isMark(head + 1, ',') && /^(?:19|20)\d\d$/.test(tokens.word(head + 2));
}

export function leadingYear(tokens: Tokens, from: number): string | null {
  const word = tokens.word(from - 1);
  return tokens.kind(from - 1) === NUMBER && /^(1[6-9]|20)\d\d$/.test(word) && tokens.gap(from) === GAP.blank
    ? word
    : null;
}

/** Walks left from an agreement's noun over the words that belong to it, to its article. */
export function readLead(ground: Ground, head: number, free: number): Lead {
  const { tokens, kinds } = ground;
  const lead: Lead = {
    from: head,
    determiner: -1,
    pointer: null,
    count: 1,
    generic: false,
    naming: false,
    year: null,
  };
  const cased = tokens.cased;
  const capital = tokens.isCapital(head);
  let i = head - 1;
  let far = head - FAR_LEFT;
  for (; i >= Math.max(free, far); i -= 1) {
    const word = tokens.word(i);
    if (tokens.gap(i + 1) === GAP.paragraph) break;
    // “ORIGINAL: SPANISH⏎RESOLUTION”
    if (i === head - 1 && tokens.gap(head) >= GAP.line && tokens.word(head) === 'resolution') break;
    if (tokens.is(i, FLAG.DETERMINER) && word !== 'other' && word !== 'said') {
      if (word === 'both') lead.count = 2;
      lead.determiner = i;
      break;
    }
    if (tokens.kind(i) === MARK) {
      if (word === "'" || word === '-') continue;
      const open = i === head - 1 && cased && capital ? bracketBefore(tokens, i) : -1;
      if (open <= free) break;
      far -= i - open;
      i = open;
      continue;
    }
    if (tokens.is(i, FLAG.POINTER)) {
      const count = COUNTS.get(word);
      if (count === undefined) lead.pointer = word;
      else lead.count = count;
      if (word === 'both') {
        lead.determiner = i;
        break;
      }
      lead.from = i;
      continue;
    }
    if (tokens.kind(i) === NUMBER) {
      const year = leadingYear(tokens, i + 1);
      if (year === null) break;
      lead.year = year;
      lead.from = i;
      continue;
    }
    if ((kinds.has(i) && word !== 'final') || isPart(tokens, i)) break;
    if (isAmended(tokens, i)) {
      lead.from = i;
      continue;
    }
    const name = nameEndingAt(ground, i);
    if (name !== null && name >= free) {
      lead.naming = true;
      lead.from = name;
      i = name;
      continue;
    }
    if (word === 's') {
      lead.from = i;
      continue;
    }
    const joins = word === 'and' || (YEARED.has(word) && isYeared(tokens, head));
    const connector =
      joins &&
      cased &&
      capital &&
      tokens.isCapital(i - 1) &&
      tokens.isCapital(i + 1) &&
      !tokens.is(i - 1, FLAG.POINTER);
    if (
      tokens.is(i, FLAG.FUNCTION | FLAG.FINITE | FLAG.RELATIVE) ||
      (tokens.is(i, FLAG.DONE) && !TITLE_MODIFIERS.has(word)) ||
      (tokens.is(i, FLAG.RECITAL | FLAG.CUE) && !TITLE_MODIFIERS.has(word))
    ) {
      // “Trade and Cooperation Agreement”
      if (!(connector && !tokens.is(i - 1, FLAG.FUNCTION) && lead.from === i + 1)) break;
      lead.from = i;
      continue;
    }
    if (cased && capital && !tokens.isCapital(i) && !TITLE_MODIFIERS.has(word) && !tokens.is(i, FLAG.GENERIC))
      break;
    if (
      cased &&
      !capital &&
      !TITLE_MODIFIERS.has(word) &&
      !tokens.is(i, FLAG.GENERIC | FLAG.PLAIN) &&
      !tokens.isCapital(i)
    ) {
      lead.naming = false;
      break;
    }
    if (
      tokens.is(i, FLAG.GENERIC) &&
      !((capital || isInSentence(tokens, i)) && tokens.isCapital(i)) &&
      !(TITLE_MODIFIERS.has(word) && !cased)
    )
      lead.generic = true;
    else if (tokens.is(i, FLAG.PLAIN) && !(capital && tokens.isCapital(i)))
      lead.generic = lead.generic || (word !== 'first' && word !== 'second' && word !== 'third');
    else if (!TITLE_MODIFIERS.has(word) || word === 'whaling' || word === 'framework')
      lead.naming = lead.naming || !cased || tokens.isCapital(i);
    else if (cased && capital && tokens.isCapital(i)) lead.naming = lead.naming || !NO_NAMES.has(word);
    lead.from = i;
  }
  trimLead(tokens, lead, head);
  const determiner = lead.determiner >= 0 ? tokens.word(lead.determiner) : '';
  if (ANY.has(determiner) && !isOfPart(tokens, lead.determiner)) lead.generic = true;
  if (tokens.is(lead.determiner - 1, FLAG.GENERIC) && determiner === '') lead.generic = true;
  return lead;
}

/** “This amended Agreement” */
function isAmended(tokens: Tokens, at: number): boolean {
  return tokens.word(at) === 'amended' && /^(?:this|present)$/.test(tokens.word(at - 1));
}

/** Behind another word: a capital there (“General Assembly resolution”) is a name's, not the sentence's. */
function isInSentence(tokens: Tokens, at: number): boolean {
  return tokens.cased && tokens.kind(at - 1) === WORD && tokens.gap(at) === GAP.blank;
}

/** “Working Environment (Air Pollution) Convention”: where the bracket before the noun opens, if it holds capitals; else -1. */
function bracketBefore(tokens: Tokens, close: number): number {
  if (tokens.word(close) !== ')') return -1;
  for (let i = close - 1; i > close - 12; i -= 1)
    if (tokens.word(i) === '(') return tokens.isCapital(i + 1) && tokens.isCapital(close - 1) ? i : -1;
  return -1;
}

/** “CHAPTER XVII⏎Agreement”, “Annexes II-V and Protocol 1”: a part's noun and its number are no name. */
function isPart(tokens: Tokens, at: number): boolean {
  return (
    tokens.is(at, FLAG.PROVISION) ||
    (tokens.is(at - 1, FLAG.PROVISION) && /^[ivxl]+(?:-[ivxl]+)?$/.test(tokens.word(at)))
  );
}

/** A connector or a possessive cannot begin a name. */
function trimLead(tokens: Tokens, lead: Lead, head: number): void {
  while (lead.from < head && (tokens.kind(lead.from) === MARK || NO_BEGINNINGS.has(tokens.word(lead.from))))
    lead.from += 1;
}

/** First token of a state's, place's or body's name that ends at a token; null without one. */
function nameEndingAt(ground: Ground, last: number): number | null {
  for (let i = last; i > last - 6 && i >= 0; i -= 1) {
    const name = ground.names.get(i);
    if (name) return name.to === last + 1 ? i : null;
  }
  return null;
}

/** Written as a title's noun is: in capitals where the text has any. */
export function isBold(tokens: Tokens, head: number, lead: Lead): boolean {
  return tokens.cased ? tokens.isCapital(head) : isDefinite(tokens, lead);
}

/** “the Convention”; “Article 2 of an Arrangement implementing …” too. */
export function isDefinite(tokens: Tokens, { determiner }: Lead): boolean {
  return determiner >= 0 && (tokens.word(determiner) === 'the' || isOfPart(tokens, determiner));
}

/** “article ii of a”: what has that article is there. */
function isOfPart(tokens: Tokens, article: number): boolean {
  if (!/^an?$/.test(tokens.word(article)) || tokens.word(article - 1) !== 'of') return false;
  const isNumber = tokens.kind(article - 2) === NUMBER || ROMAN.test(tokens.word(article - 2));
  return isNumber && tokens.is(article - 3, FLAG.PROVISION);
}
