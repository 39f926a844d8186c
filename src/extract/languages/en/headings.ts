/** The heading: what the document's own instrument is called, and what it is made to. */
import type { RelationType } from '../../../../graph/vocabulary.ts';
import type { Parent } from '../../draft.ts';
import type { KindNoun } from './kinds.ts';
import { CHANGE_NOUNS } from './kinds.ts';
import { FLAG } from './lexicon.ts';
import { type Ground, readTail, type Tail } from './tails.ts';
import { factsOf, titleOf } from './titles.ts';
import { GAP, MARK, type Tokens, WORD } from './tokens.ts';
import { TITLE_MODIFIERS } from './words.ts';

export type Heading = Readonly<{
  from: number;
  to: number;
  title: string;
  noun: KindNoun;
  tail: Tail;
  facts: ReturnType<typeof factsOf>[number];
  parents: readonly Parent[];
}>;

/** A heading begins in the first tokens, and is no longer than this. */
const NEAR = 160;
const LONGEST = 110;

const OTHER: KindNoun = { kind: 'other', plural: false, weight: 'weak' };

export function findHeading(ground: Ground): Heading | null {
  const { tokens } = ground;
  const bounds = headingBounds(ground);
  if (!bounds) return resolutionHeading(ground);
  const { from } = bounds;
  const to = withoutSigning(ground, from, bounds.to);
  const first = firstNoun(ground, from, to);
  if (!first) return null;
  const part = partAfter(ground, first, to) > 0;
  const noun = part ? OTHER : first.noun;
  // Of a part (“Convention on …, Washington, March 3, 1973, appendix III”) the heading's dates are the whole's.
  const tail = readTail(ground, first.at, noun, first.end, part ? first.end : to, true);
  const [facts] = factsOf(ground, from, to, tail, noun, []);
  if (!facts) return null;
  return {
    from,
    to,
    title: titleOf(tokens, from, to),
    noun: { ...noun, kind: facts.kind ?? noun.kind },
    tail,
    facts: { ...facts, title: titleOf(tokens, from, to) },
    parents: findParents(ground, first, from, to),
  };
}

/** “(Moscow, 22 December 2004)” at the end of a heading is no part of the title. */
function withoutSigning(ground: Ground, from: number, to: number): number {
  const { tokens, dates } = ground;
  for (let i = to - 1; i > Math.max(from + 2, to - 14); i -= 1) {
    if (tokens.word(i) !== '(') continue;
    for (let k = i + 1; k < Math.min(to, i + 8); k += 1)
      if ((dates.get(k)?.edtf.length ?? 0) === 10) return i;
    return to;
  }
  return withoutDateline(ground, from, to);
}

/** “… Jericho Agreement⏎Paris, April 29, 1994”: place and date below the title. */
function withoutDateline({ tokens, dates, names }: Ground, from: number, to: number): number {
  for (let i = to - 2; i > Math.max(from + 3, to - 8); i -= 1) {
    const date = dates.get(i);
    if (!date || date.to !== to || date.edtf.length !== 10) continue;
    const before = tokens.word(i - 1);
    if (/^(of|dated|on|from|to|and|until|day)$/.test(before)) return to;
    if (before !== ',') return i;
    let place = i - 2;
    while (place > i - 5 && tokens.gap(place) < GAP.line && !names.has(place) && tokens.kind(place) === WORD)
      place -= 1;
    return tokens.gap(place) >= GAP.line || names.get(place)?.places.length ? trimEnd(tokens, place) : to;
  }
  return to;
}

type First = Readonly<{ at: number; end: number; noun: KindNoun; change: boolean }>;

const RESOLUTION: KindNoun = { kind: 'resolution', plural: false, weight: 'weak' };

/** “Promotion of mental health⏎The Twenty-eighth World Health Assembly,⏎Recognizing”: the lines before the body that speaks. */
function resolutionHeading(ground: Ground): Heading | null {
  const { tokens } = ground;
  for (let i = 1; i < Math.min(tokens.length, NEAR + 60); i += 1) {
    if (tokens.word(i) !== 'the' || tokens.gap(i) < GAP.line || !speaks(tokens, i)) continue;
    let from = lineStart(tokens, i - 1);
    while (from > 0 && isTitleLine(tokens, lineStart(tokens, from - 1), from) && i - from < 40)
      from = lineStart(tokens, from - 1);
    const to = trimNotes(ground, from, trimEnd(tokens, i));
    if (to - from < 2) return null;
    const title = titleOf(tokens, from, to);
    const tail = readTail(ground, from, RESOLUTION, from, from, true);
    return { from, to, title, noun: RESOLUTION, tail, facts: { title, kind: 'resolution' }, parents: [] };
  }
  return null;
}

/** “The World Health Assembly, Recalling” */
function speaks(tokens: Tokens, the: number): boolean {
  for (let i = the + 1; i < the + 10; i += 1) {
    if (tokens.word(i) === ',')
      return (
        tokens.is(i + 1, FLAG.RECITAL) &&
        /body|assembly|board|council|committee|conference|commission/.test(
          tokens.lower.slice(tokens.start(the), tokens.end(i)),
        )
      );
    if (tokens.is(i, FLAG.FINITE)) return false;
  }
  return false;
}

function lineStart(tokens: Tokens, at: number): number {
  let i = at;
  while (i > 0 && tokens.gap(i) < GAP.line) i -= 1;
  return i;
}

/** Not “Agenda item 13.5 26 May 2012”, “WHA65.7”, “SIXTY-FIFTH WORLD HEALTH ASSEMBLY”. */
function isTitleLine(tokens: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1)
    if (
      !tokens.is(i, FLAG.FUNCTION) &&
      (tokens.is(i, FLAG.MONTH) ||
        tokens.word(i) === '/' ||
        /^(agenda|session|item|assembly|original|distr|meeting)$/.test(tokens.word(i)))
    )
      return false;
  return to - from > 2 && !/\d$/.test(tokens.word(to - 1));
}

/** The noun that the heading is about: the first that names an agreement or a change of one. */
function firstNoun(ground: Ground, from: number, to: number): First | null {
  const { tokens, kinds } = ground;
  for (let i = from; i < to; i += 1) {
    if (CHANGE_NOUNS.has(tokens.word(i)) && !kinds.has(i))
      return { at: i, end: i + 1, noun: OTHER, change: true };
    const kind = kinds.get(i);
    if (kind) return { at: i, end: kind.to, noun: kind.value, change: false };
  }
  return null;
}

/** Where the heading begins and ends: up to “source:” where a collection wrote that, else by its lines. */
function headingBounds(ground: Ground): { from: number; to: number } | null {
  const { tokens } = ground;
  const marked = sourceMark(tokens);
  if (marked > 0) return { from: skipMarks(tokens, 0), to: trimEnd(tokens, marked) };
  return byLines(ground);
}

function sourceMark(tokens: Tokens): number {
  for (let i = 1; i < Math.min(tokens.length, NEAR); i += 1) {
    const word = tokens.word(i);
    if (tokens.word(i + 1) === ':' && (word === 'source' || word === 'src')) return i;
  }
  return 0;
}

function skipMarks(tokens: Tokens, from: number): number {
  let at = from;
  while (at < tokens.length && tokens.kind(at) === MARK) at += 1;
  return at;
}

function trimEnd(tokens: Tokens, to: number): number {
  let end = to;
  while (end > 0 && tokens.kind(end - 1) === MARK && tokens.word(end - 1) !== ')') end -= 1;
  return end;
}

const ENDS: ReadonlySet<string> = new Set(
  `preamble article chapter section part source signed done concluded adopted considering whereas having desiring recognizing recalling
  contents table distr entry entered conscious note agenda original opened dated ratified convinced introduction date multilateral
  bilateral treaty-series i art approved wishing noting bearing desirous being president text annex hereinafter`.split(
    /\s+/,
  ),
);

/** Heading lines: from the first line with an agreement's noun to where the parties, a preamble or an article begins. */
function byLines(ground: Ground): { from: number; to: number } | null {
  const { tokens, kinds } = ground;
  let from = -1;
  let noun = -1;
  for (let i = 0; i < Math.min(tokens.length, NEAR); i += 1) {
    if (tokens.gap(i) >= GAP.line || i === 0) from = i;
    const change = CHANGE_NOUNS.has(tokens.word(i)) && i - from < 6 && !isProvisionNumbered(tokens, i);
    if ((kinds.has(i) || change) && isHeadingLine(tokens, from, i)) {
      noun = i;
      break;
    }
  }
  if (noun < 0) return null;
  let to = noun + 1;
  let lastLine = from;
  for (let i = from; i < Math.min(tokens.length, from + LONGEST); i += 1) {
    if (i > from && tokens.gap(i) >= GAP.line) {
      if (endsAtLine(ground, from, i, lastLine, noun)) break;
      lastLine = i;
    }
    if (i > noun && endsInLine(ground, i, from)) break;
    to = i + 1;
  }
  return { from: skipMarks(tokens, from), to: trimNotes(ground, from, trimEnd(tokens, to)) };
}

/** Whether the words from a line's start to an agreement's noun are those of a title, not of a sentence. */
function isHeadingLine(tokens: Tokens, from: number, noun: number): boolean {
  if (noun - from > 16 || tokens.is(from, FLAG.RECITAL)) return false;
  if (from > 0 && (isOpen(tokens, from - 1) || goesOn(tokens, from))) return false;
  for (let i = from; i < noun; i += 1) {
    const word = tokens.word(i);
    if (tokens.is(i, FLAG.FINITE) && !tokens.isAllCapitals(i)) return false;
    if (word === '.' && tokens.end(i - 1) - tokens.start(i - 1) > 3) return false;
    if (word === ';') return false;
    if (tokens.is(i, FLAG.DETERMINER) && word !== 'the') return false;
    if (word === 'the' && i + 1 === noun && i > from) return false;
  }
  return true;
}

/** Whether a line is the rest of the sentence before it: no stop, and a small letter or a long line before. */
function goesOn(tokens: Tokens, line: number): boolean {
  if (tokens.gap(line) === GAP.paragraph) return false;
  const last = tokens.word(line - 1);
  if (last === '.' || last === ':' || last === ';') return false;
  if (TITLE_MODIFIERS.has(last) && !tokens.isAllCapitals(line - 1)) return true;
  if (tokens.cased && tokens.kind(line) === WORD && !tokens.isCapital(line)) return true;
  let length = 1;
  while (length < 12 && line - 1 - length >= 0 && tokens.gap(line - length) < GAP.line) length += 1;
  return length >= 12 && !tokens.isAllCapitals(line - 1);
}

/** A footnote's number at the end of the heading. */
function trimNotes(ground: Ground, from: number, to: number): number {
  const { tokens, dates } = ground;
  let end = to;
  while (
    end > from + 2 &&
    /^\d{1,2}$/.test(tokens.word(end - 1)) &&
    tokens.word(end - 2) !== '.' &&
    !endsDate(dates, end) &&
    !/^(no|protocol|annex|appendix|number)$/.test(tokens.word(end - 2))
  )
    end -= 1;
  return trimEnd(tokens, end);
}

function endsDate(dates: Ground['dates'], end: number): boolean {
  for (let i = end - 1; i > end - 8; i -= 1) if (dates.get(i)?.to === end) return true;
  return false;
}

function isProvisionNumbered(tokens: Tokens, at: number): boolean {
  return tokens.is(at, FLAG.PROVISION) && tokens.gap(at + 2) >= GAP.line;
}

/** Whether a new line begins something other than more of the heading. */
function endsAtLine(ground: Ground, from: number, line: number, previous: number, noun: number): boolean {
  const { tokens, names, kinds, dates } = ground;
  if (line <= noun) return false;
  const word = tokens.word(line);
  const open = isOpen(tokens, line - 1);
  if (open && !ENDS.has(word)) return false;
  if (tokens.gap(line) === GAP.paragraph && !continues(ground, line)) return true;
  if (ENDS.has(word) && !(word === 'concluded' && false)) return true;
  if (tokens.kind(line) !== WORD && tokens.word(line) !== '(') return true;
  if (dates.has(line) || isPageLabel(tokens, line)) return true;
  // Many titles are set in capitals: the first line that is not ends them.
  if (
    tokens.isAllCapitals(previous) &&
    tokens.isAllCapitals(noun) &&
    !tokens.isAllCapitals(line) &&
    tokens.end(line) - tokens.start(line) > 3 &&
    !continues(ground, line)
  )
    return true;
  const start = word === 'the' ? line + 1 : line;
  if (names.get(start)?.states.length && !open && !within(ground, from, line)) return true;
  if (
    word === 'the' &&
    /^(government|governments|parties|states|contracting|member|high|council|commission|conference|president|plenipotentiaries|undersigned|general)$/.test(
      tokens.word(line + 1),
    )
  )
    return !within(ground, from, line);
  if (repeats(tokens, from, line)) return true;
  void kinds;
  return false;
}

/** “Ic/1”, “A/67/3”: letters and numbers with strokes. */
function isPageLabel(tokens: Tokens, line: number): boolean {
  for (let i = line; i < line + 6; i += 1) {
    if (i > line && tokens.gap(i) >= GAP.blank) return false;
    if (tokens.word(i) === '/') return true;
  }
  return false;
}

/** A line that ends in a preposition, article, comma or “and” goes on. */
function isOpen(tokens: Tokens, last: number): boolean {
  const word = tokens.word(last);
  return (
    word === ',' ||
    word === '-' ||
    /^(the|of|to|and|on|in|for|by|between|among|concerning|regarding|relating|with|at|from|their|or|a|establishing|under|its|an|into)$/.test(
      word,
    )
  );
}

/** Whether a line begins as the middle of a title does. */
function continues(ground: Ground, line: number): boolean {
  const word = ground.tokens.word(line);
  return /^(to|between|among|of|and|on|concerning|regarding|relating|for|establishing|setting|agreed|with|in|by|amending|respecting|against)$/.test(
    word,
  );
}

/** Whether the heading so far is in the middle of naming its parties. */
function within(ground: Ground, from: number, line: number): boolean {
  const { tokens } = ground;
  let open = false;
  for (let i = from; i < line; i += 1) {
    const word = tokens.word(i);
    if (word === 'between' || word === 'among') open = true;
    if (open && word === 'and') open = false;
  }
  return open;
}

/** A heading that is printed twice. */
function repeats(tokens: Tokens, from: number, line: number): boolean {
  for (let i = 0; i < 4; i += 1)
    if (tokens.word(from + i) === '' || tokens.word(from + i) !== tokens.word(line + i)) return false;
  return true;
}

/** Inside a line: “Signed at”, “The Parties”, “PREAMBLE”, or a number that begins the text. */
function endsInLine(ground: Ground, i: number, from: number): boolean {
  const { tokens, names } = ground;
  const word = tokens.word(i);
  const next = tokens.word(i + 1);
  if ((word === 'his' || word === 'her') && /^(excellency|majesty)$/.test(next)) return true;
  if (word === 'preamble' || word === 'whereas' || word === 'source') return true;
  if (
    (word === 'signed' || word === 'done' || word === 'concluded') &&
    (next === 'at' || next === 'on' || next === 'in')
  )
    return true;
  if (word === 'article' && (next === '1' || next === 'i') && tokens.isCapital(i)) return true;
  if (
    word === '.' &&
    tokens.gap(i + 1) > GAP.none &&
    tokens.end(i - 1) - tokens.start(i - 1) > 2 &&
    tokens.word(i - 1) !== 'no'
  )
    return true;
  if (tokens.is(i, FLAG.RECITAL) && tokens.isCapital(i) && next !== 'to' && tokens.word(i - 1) === ',')
    return true;
  if (word === '[' || word === '{' || word === ':') return true;
  if (word === '(' && (names.get(i + 1)?.places.length || next === 'hereinafter')) return true;
  if (
    word === 'the' &&
    tokens.isCapital(i) &&
    tokens.gap(i) >= GAP.blank &&
    !tokens.isAllCapitals(i) &&
    tokens.isAllCapitals(from) &&
    !tokens.is(i - 1, FLAG.FUNCTION)
  )
    return true;
  if (
    word === 'the' &&
    /^(contracting|government|governments|states|high|parties)$/.test(next) &&
    tokens.isCapital(i) &&
    !tokens.is(i - 1, FLAG.FUNCTION) &&
    tokens.word(i - 1) !== ','
  )
    return true;
  if (
    word === 'the' &&
    names.get(i + 1)?.states.length &&
    !tokens.is(i - 1, FLAG.FUNCTION) &&
    tokens.isCapital(i) &&
    tokens.word(i - 1) !== ',' &&
    !within(ground, from, i)
  )
    return true;
  return false;
}

/** The agreements that a heading says its instrument is made to. */
function findParents(ground: Ground, first: First, from: number, to: number): Parent[] {
  const { kinds } = ground;
  const parents: Parent[] = [];
  let i = first.end;
  let relation = relationOf(ground, first, from, first.end, to);
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
    if (isBracketed(ground, i, from)) {
      i = kind.to;
      continue;
    }
    const found = parentAt(ground, i, to, parents.length === 0 ? relation : 'cites', to);
    if (!found) {
      i = kind.to;
      continue;
    }
    relation = parents.length === 0 ? relation : 'cites';
    parents.push(found.parent);
    i = found.end;
  }
  return parents;
}

/** “(Danube River Protection Convention)”: another name of the same. */
function isBracketed({ tokens }: Ground, at: number, from: number): boolean {
  for (let i = at - 1; i > Math.max(from, at - 12); i -= 1) {
    if (tokens.word(i) === ')') return false;
    if (tokens.word(i) === '(') return true;
  }
  return false;
}

/** Where a part's noun follows the title that begins the heading; 0 where none does. */
function partAfter(ground: Ground, first: First, to: number): number {
  const { tokens } = ground;
  if (first.change) return 0;
  for (let i = first.end + 2; i < to; i += 1)
    if (
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
  const tail = readTail(ground, head, kind.value, kind.to, Math.min(to, limit), true);
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

/** What the heading's words do to the first agreement that they name. */
function relationOf(ground: Ground, first: First, from: number, at: number, to: number): RelationType {
  const { tokens, kinds } = ground;
  const noun = tokens.word(first.at);
  const changes = /^(amend|modif|adjust|addition|revis|rectif|correct)/.test(noun);
  for (let i = from; i < to; i += 1) {
    if (i >= at && kinds.has(i)) break;
    const word = tokens.word(i);
    if (/^(amended|revised|modified|extended|renewed)$/.test(word)) continue;
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
  return changes ? 'amends' : 'supplements';
}
