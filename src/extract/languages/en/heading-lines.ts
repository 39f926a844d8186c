/** Where a heading begins and ends, by its lines. */
import type { Ground } from './ground.ts';
import { skipMarks, trimEnd, trimNotes } from './heading-trims.ts';
import { CHANGE_NOUNS } from './kinds.ts';
import { FLAG } from './lexicon.ts';
import { CONNECTORS } from './subject-words.ts';
import { isTitled } from './subjects.ts';
import { GAP, NUMBER, type Tokens, WORD } from './tokens.ts';
import { TITLE_MODIFIERS } from './words.ts';

/** A heading begins in the first tokens, and is no longer than this. */
export const NEAR = 160;

const LONGEST = 110;

const ENDS: ReadonlySet<string> = new Set(
  `preamble article chapter section part source signed done concluded adopted considering whereas having desiring recognizing recalling
  contents table distr entry entered conscious note agenda original opened dated ratified convinced introduction date multilateral
  bilateral treaty-series i art approved ministry wishing noting bearing desirous being president text annex hereinafter`.split(
    /\s+/,
  ),
);

/** Heading lines: from the first line with an agreement's noun to where the parties, a preamble or an article begins. */
export function byLines(ground: Ground): { from: number; to: number } | null {
  const { tokens, kinds } = ground;
  let from = -1;
  let noun = -1;
  let top = 0;
  for (let i = 0; i < Math.min(tokens.length, NEAR); i += 1) {
    if (tokens.gap(i) >= GAP.line || i === 0) from = i;
    if (isRunningHead(tokens, i)) from = top = i = afterRunningHead(tokens, i);
    const change = CHANGE_NOUNS.has(tokens.word(i)) && i - from < 6 && !isProvisionNumbered(tokens, i);
    if (!kinds.has(i) && !change) continue;
    const start = i === from ? modifiersAbove(tokens, from) : from;
    if (!isHeadingLine(tokens, start, i, top)) continue;
    from = start;
    noun = i;
    break;
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
  if (isSentence(tokens, noun, to)) return null;
  return { from: skipMarks(tokens, from), to: trimNotes(ground, from, trimEnd(tokens, to)) };
}

/** “120 United Nations — Treaty Series • Nations Unies — Recueil des Traités 1985” */
function isRunningHead(tokens: Tokens, at: number): boolean {
  return tokens.word(at) === 'treaty' && tokens.word(at + 1) === 'series';
}

function afterRunningHead(tokens: Tokens, at: number): number {
  let end = at + 2;
  for (let i = end; i < at + 14 && tokens.gap(i) < GAP.line; i += 1)
    if (/^trait[eé]s$/.test(tokens.word(i))) end = i + 1;
  return /^(19|20)\d\d$/.test(tokens.word(end)) ? end + 1 : end;
}

/** “Partnership, Trade and Cooperation⏎Agreement⏎between”: the start of the line above that the noun belongs to. */
function modifiersAbove(tokens: Tokens, line: number): number {
  if (line === 0 || !TITLE_MODIFIERS.has(tokens.word(line - 1))) return line;
  let start = line - 1;
  while (start > line - 8 && tokens.gap(start) < GAP.line) start -= 1;
  return tokens.gap(start) >= GAP.line && tokens.isCapital(start) && tokens.kind(start) === WORD
    ? start
    : line;
}

/** “The Convention on Wetlands was signed at Ramsar”: a line that says something is no title. */
function isSentence(tokens: Tokens, noun: number, to: number): boolean {
  if (!tokens.cased && tokens.length > LONGEST) return false;
  for (let i = noun + 1; i < Math.min(to, noun + 30); i += 1)
    if (
      /^(is|are|was|were|shall|has|had|decides|adopts|recommends|agrees)$/.test(tokens.word(i)) &&
      !tokens.isCapital(i)
    )
      return !tokens.is(i - 1, FLAG.RELATIVE);
  return false;
}

/** Whether the words from a line's start to an agreement's noun are those of a title, not of a sentence. */
function isHeadingLine(tokens: Tokens, from: number, noun: number, top: number): boolean {
  if (noun - from > 16 || tokens.is(from, FLAG.RECITAL)) return false;
  if (/^(within|under|pursuant|in|by|with)$/.test(tokens.word(from))) return false;
  if (from > top && (isOpen(tokens, from - 1) || goesOn(tokens, from))) return false;
  let open = false;
  for (let i = from; i < noun; i += 1) {
    const word = tokens.word(i);
    // “(art. 2 of the International Covenant on …)”: said of the title.
    if (word === '(' || word === ')') open = word === '(';
    if (tokens.is(i, FLAG.FINITE) && !tokens.isAllCapitals(i)) return false;
    if (word === '.' && tokens.end(i - 1) - tokens.start(i - 1) > 3) return false;
    if (word === ';') return false;
    if (tokens.is(i, FLAG.DETERMINER) && word !== 'the') return false;
    if (word === 'the' && i + 1 === noun && i > from) return false;
  }
  return !open;
}

/** Whether a line is the rest of the sentence before it: no stop, and a small letter or a long line before. */
function goesOn(tokens: Tokens, line: number): boolean {
  if (tokens.gap(line) === GAP.paragraph) return false;
  const last = tokens.word(line - 1);
  if (last === '.' || last === ':' || last === ';') return false;
  if (TITLE_MODIFIERS.has(last) && !tokens.isAllCapitals(line - 1)) return true;
  if (tokens.cased && tokens.kind(line) === WORD && !tokens.isCapital(line)) return true;
  // “… held in Oslo, 28-29 April 2011⏎OSLO DECLARATION”
  if (isCapitalLine(tokens, line) && !tokens.isAllCapitals(line - 1)) return false;
  let length = 1;
  while (length < 12 && line - 1 - length >= 0 && tokens.gap(line - length) < GAP.line) length += 1;
  return length >= 12 && !tokens.isAllCapitals(line - 1);
}

/** Two words at least, in capitals to the line's end. */
function isCapitalLine(tokens: Tokens, line: number): boolean {
  let at = line;
  for (; at < line + 12 && (at === line || tokens.gap(at) < GAP.line); at += 1)
    if (tokens.kind(at) === WORD && !tokens.isAllCapitals(at)) return false;
  return at > line + 1;
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
  const named = names.get(start);
  if (named?.states.length && !open && !within(ground, from, line)) return true;
  // “Principles of Ethics⏎General Assembly resolution 37/194”
  if (tokens.is(line + 1, FLAG.BODY) && tokens.word(line + 2) === 'resolution') return true;
  // “… of the other part⏎THE EUROPEAN COMMUNITY of the one part”
  if (word === 'the' && named?.organizations.length && !open && !within(ground, from, line)) return true;
  if (
    word === 'the' &&
    /^(government|governments|parties|states|contracting|member|high|council|commission|conference|president|plenipotentiaries|undersigned|general)$/.test(
      tokens.word(line + 1),
    )
  )
    return !within(ground, from, line);
  if (repeats(tokens, from, line) || isProse(tokens, noun, line)) return true;
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

/** “… of the Nubian Aquifer⏎Consolidated data throughout the implementation”: below a title in capitals a line of small words. */
function isProse(tokens: Tokens, noun: number, line: number): boolean {
  if (!tokens.isCapital(line) || isOpen(tokens, line - 1) || !isTitled(tokens, noun, noun + 1)) return false;
  let small = 0;
  for (let i = line + 1; i < line + 7; i += 1)
    if (tokens.kind(i) === WORD && !tokens.isCapital(i) && !CONNECTORS.has(tokens.word(i))) small += 1;
  return small > 2;
}

/** A heading that is printed twice. */
function repeats(tokens: Tokens, from: number, line: number): boolean {
  for (let i = 0; i < 4; i += 1)
    if (tokens.word(from + i) === '' || tokens.word(from + i) !== tokens.word(line + i)) return false;
  return true;
}

const BODIES = /^(conference|contracting|parties|states|governments|high|meeting)$/;

/** “Code of Conduct for Police Adopted by General Assembly resolution 34/169”; not “Resolution adopted by”. */
function isAdoption(tokens: Tokens, at: number): boolean {
  if (!/^(adopted|proclaimed)$/.test(tokens.word(at)) || tokens.word(at + 1) !== 'by') return false;
  return tokens.isCapital(at) && !tokens.isAllCapitals(at) && !tokens.is(at - 1, FLAG.KIND);
}

/** “The Regional Committee, Building on”: a body that begins to speak. */
function isBodyAlone(tokens: Tokens, the: number): boolean {
  for (let i = the + 1; i < the + 5 && tokens.isCapital(i); i += 1)
    if (tokens.is(i, FLAG.BODY) && tokens.isMark(i + 1, ','))
      return tokens.isCapital(i + 2) && !tokens.is(the - 1, FLAG.FUNCTION);
  return false;
}

/** Inside a line: “Signed at”, “The Parties”, “PREAMBLE”, or a number that begins the text. */
function endsInLine(ground: Ground, i: number, from: number): boolean {
  const { tokens, names } = ground;
  const word = tokens.word(i);
  const next = tokens.word(i + 1);
  if ((word === 'his' || word === 'her') && /^(excellency|majesty)$/.test(next))
    return !isOpen(tokens, i - 1);
  if (word === 'preamble' || word === 'whereas' || word === 'source') return true;
  if (
    (word === 'signed' || word === 'done' || word === 'concluded') &&
    (next === 'at' || next === 'on' || next === 'in')
  )
    return true;
  if (word === '_') return true;
  if (word === 'the' && tokens.cased && tokens.isCapital(i) && isBodyAlone(tokens, i)) return true;
  // “PROTOCOL AMENDING ARTICLE 1 (a)”
  if (word === 'article' && (next === '1' || next === 'i') && tokens.isCapital(i))
    return (
      !isOpen(tokens, i - 1) &&
      !/^(amending|modifying|revising|replacing|supplementing)$/.test(tokens.word(i - 1))
    );
  if (isAdoption(tokens, i)) return true;
  // “climate changethe conference of the parties, recalling”
  if (!tokens.cased && word === 'the' && tokens.gap(i) === GAP.none && BODIES.test(next)) return true;
  if (
    word === '.' &&
    tokens.gap(i + 1) > GAP.none &&
    (tokens.end(i - 1) - tokens.start(i - 1) > 2 || tokens.word(i - 1) === ')') &&
    tokens.word(i - 1) !== 'no'
  )
    return true;
  if (tokens.is(i, FLAG.RECITAL) && tokens.isCapital(i) && next !== 'to' && tokens.word(i - 1) === ',')
    return true;
  // “PROTOCOL ACCOMPANYING THE CONVENTION … At the moment of signing”
  if (
    tokens.isAllCapitals(from) &&
    tokens.isAllCapitals(i - 1) &&
    tokens.isCapital(i) &&
    !tokens.isAllCapitals(i) &&
    /^(at|in|by|whereas|this)$/.test(word) &&
    !tokens.is(i - 1, FLAG.FUNCTION)
  )
    return true;
  // “the European Community [1] on the one hand”
  if (word === '[') return tokens.kind(i + 1) !== NUMBER || tokens.word(i + 2) !== ']';
  // “General recommendation No. 14: Ponds for all”
  const isNumbered = tokens.kind(i - 1) === NUMBER && /^(no|\.)$/.test(tokens.word(i - 2));
  if (word === '{' || (word === ':' && !isNumbered)) return true;
  if (
    word === '(' &&
    /^(?:french|german|spanish|russian|original)$/.test(next) &&
    tokens.word(i + 2) === 'title'
  )
    return true;
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
    !/^[,&]$/.test(tokens.word(i - 1))
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
