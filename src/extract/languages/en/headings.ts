/** The heading: what the document's own instrument is called, and what it is made to. */
import type { Parent } from '../../draft.ts';
import type { Ground, Tail } from './ground.ts';
import { byLines, NEAR } from './heading-lines.ts';
import { skipMarks, trimEnd, withoutComment, withoutSigning, withoutStrayBracket } from './heading-trims.ts';
import { CHANGE_NOUNS, type KindNoun } from './kinds.ts';
import { type First, findParents, partAfter } from './parents.ts';
import { findResolutionBounds, RESOLUTION } from './resolutions.ts';
import { readTail } from './tails.ts';
import { factsOf, titleOf } from './titles.ts';
import type { Tokens } from './tokens.ts';

export type Heading = Readonly<{
  from: number;
  to: number;
  title: string;
  noun: KindNoun;
  tail: Tail;
  facts: ReturnType<typeof factsOf>[number];
  parents: readonly Parent[];
}>;

const OTHER: KindNoun = { kind: 'other', plural: false, weight: 'weak' };

export function findHeading(ground: Ground): Heading | null {
  const { tokens } = ground;
  const bounds = headingBounds(ground);
  const resolution = findResolutionBounds(ground);
  // “Proclamation on Ponds⏎The General Assembly, Having met …⏎ANNEX”: what stands above the body that speaks.
  if (!bounds || (resolution && resolution.to <= bounds.from)) return resolutionHeading(ground);
  // “the” is no part of a title.
  const from = tokens.word(bounds.from) === 'the' ? bounds.from + 1 : bounds.from;
  // “Newborn health action plan⏎The World Health Assembly, Recalling”: what a body says is its resolution.
  const subject = firstNoun(ground, from, bounds.to)?.noun;
  if (subject && (subject.plural || /^(resolution|programme)$/.test(subject.kind))) {
    const named = resolutionHeading(ground);
    if (named) return named;
  }
  // “… No. 14: Ponds for all⏎The Committee on Ponds, Noting”: a title ends where a body begins to speak.
  const end = resolution && resolution.to > from ? Math.min(bounds.to, resolution.to) : bounds.to;
  const to = withoutSigning(ground, from, end);
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

/** A resolution is called by the lines above its body: “Promotion of mental health”. */
function resolutionHeading(ground: Ground): Heading | null {
  const bounds = findResolutionBounds(ground);
  if (!bounds) return null;
  const { from, to } = bounds;
  const title = titleOf(ground.tokens, from, to);
  const tail = readTail(ground, from, RESOLUTION, from, from, true);
  // “General recommendation No. 14: Ponds”
  const isOther = /\b(?:recommendation|decision) no\b/i.test(title);
  const noun = isOther ? OTHER : RESOLUTION;
  return { from, to, title, noun, tail, facts: { title, kind: noun.kind }, parents: [] };
}

/** The noun that the heading is about: the first that names an agreement or a change of one. */
function firstNoun(ground: Ground, from: number, to: number): First | null {
  const { tokens, kinds } = ground;
  for (let i = from; i < to; i += 1) {
    const verb = i === from && /^(amending|modifying|revising|supplementing|extending)$/.test(tokens.word(i));
    if (verb || (CHANGE_NOUNS.has(tokens.word(i)) && !kinds.has(i)))
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
  if (marked > 0) {
    const from = skipMarks(tokens, 0);
    const to = withoutComment(tokens, from, marked);
    return { from, to: withoutStrayBracket(tokens, from, trimEnd(tokens, to)) };
  }
  return byLines(ground);
}

function sourceMark(tokens: Tokens): number {
  for (let i = 1; i < Math.min(tokens.length, NEAR); i += 1) {
    if (!tokens.isMark(i + 1, ':')) continue;
    const word = tokens.word(i);
    if (word === 'source' || word === 'src') return i;
  }
  return 0;
}
