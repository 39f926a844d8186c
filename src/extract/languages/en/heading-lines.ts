/** Where a heading begins and ends, by its lines. */
import type { Ground } from './ground.ts';
import { endsAtLine, endsInLine, isOpen } from './heading-ends.ts';
import { skipMarks, trimEnd, trimNotes } from './heading-trims.ts';
import { CHANGE_NOUNS } from './kinds.ts';
import { FLAG } from './lexicon.ts';
import { GAP, type Tokens, WORD } from './tokens.ts';
import { TITLE_MODIFIERS } from './words.ts';

/** A heading begins in the first tokens, and is no longer than this. */
export const NEAR = 160;

const LONGEST = 110;

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
    // “GENERAL RECOMMENDATIONS ADOPTED BY THE COMMITTEE” heads a collection.
    if (kinds.get(i)?.value.plural && tokens.word(i + 1) === 'adopted') continue;
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
