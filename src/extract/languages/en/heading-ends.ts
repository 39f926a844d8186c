/** Where a heading's lines end: at a new line, or inside one. */
import type { Ground } from './ground.ts';
import { FLAG } from './lexicon.ts';
import { CONNECTORS } from './subject-words.ts';
import { isTitled } from './subjects.ts';
import { GAP, NUMBER, type Tokens, WORD } from './tokens.ts';

const ENDS: ReadonlySet<string> = new Set(
  `preamble article chapter section part source signed done concluded adopted considering whereas having desiring recognizing recalling
  contents table distr background entry entered conscious note agenda original opened dated ratified convinced introduction date multilateral
  bilateral treaty-series i art approved ministry wishing noting bearing desirous being president text annex hereinafter`.split(
    /\s+/,
  ),
);

/** Whether a new line begins something other than more of the heading. */
export function endsAtLine(
  ground: Ground,
  from: number,
  line: number,
  previous: number,
  noun: number,
): boolean {
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
export function isOpen(tokens: Tokens, last: number): boolean {
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
export function endsInLine(ground: Ground, i: number, from: number): boolean {
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
