/** Words that point at an agreement: “this Agreement”, “the said Protocol”, “the Convention”. */
import type { Anaphor } from '../../draft.ts';
import type { Ground, Tail } from './ground.ts';
import type { KindNoun } from './kinds.ts';
import type { Lead } from './leads.ts';
import { FLAG } from './lexicon.ts';
import { type Mention, mentionOf } from './mentions.ts';
import type { PhraseHit } from './phrases.ts';
import { readProvision } from './provisions.ts';
import { GAP } from './tokens.ts';

const AFTER_COMPOUND: ReadonlySet<string> = new Set(
  'area areas secretariat waters system bodies body period limits state states party parties organ organs member members text year years law water vessels obligations office numbers number series collection'.split(
    ' ',
  ),
);

/** “the Convention Area”: the noun belongs to another one. */
export function isCompound(ground: Ground, at: number): boolean {
  const { tokens } = ground;
  return tokens.gap(at) === GAP.blank && (AFTER_COMPOUND.has(tokens.word(at)) || ground.kinds.has(at));
}

const NO_POINTERS: ReadonlySet<string> = new Set(['a', 'an', 'any', 'such', 'each', 'no']);

export function pointing(
  ground: Ground,
  hit: PhraseHit<KindNoun>,
  lead: Lead,
  anaphor: Anaphor,
): Mention | null {
  if (hit.value.kind === 'exchange-of-notes' && lead.determiner < 0) return null;
  // “present” alone is the pointer where the article was lost.
  const from = lead.determiner >= 0 ? lead.determiner : lead.from;
  if (lead.determiner < 0 && lead.pointer === null) return null;
  return mentionOf({
    from,
    to: pointerEnd(ground, hit.to),
    head: hit.from,
    noun: hit.value,
    via: 'anaphor',
    rule: `en/${anaphor.reach === 'own' ? 'this' : 'pointer'}`,
    confidence: 0.9,
    facts: [],
    tail: null,
    anaphor,
  });
}

/** “referred to in section I above”, “signed this day”: part of what points. */
function pointerEnd(ground: Ground, at: number): number {
  const { tokens } = ground;
  const word = tokens.word(at);
  if (word === 'signed' && tokens.word(at + 1) === 'this' && tokens.word(at + 2) === 'day') return at + 3;
  const refers = (word === 'referred' && tokens.word(at + 1) === 'to') || word === 'mentioned';
  if (!refers) return at;
  const start = word === 'referred' ? at + 2 : at + 1;
  if (tokens.word(start) !== 'in') return tokens.word(start) === 'above' ? start + 1 : at;
  const from = tokens.word(start + 1) === 'the' ? start + 2 : start + 1;
  const hit = readProvision(tokens, from);
  if (!hit) return at;
  return /^(above|below|hereof)$/.test(tokens.word(hit.to)) ? hit.to + 1 : hit.to;
}

/** “the said Protocol”, “these Treaties”, “that Convention”, “the following two Treaties”. */
export function fromPointer(
  ground: Ground,
  hit: PhraseHit<KindNoun>,
  lead: Lead,
  tail: Tail,
): Mention | null {
  const { tokens } = ground;
  const noun = hit.value;
  const determiner = lead.determiner >= 0 ? tokens.word(lead.determiner) : '';
  if (NO_POINTERS.has(determiner) || (noun.weight === 'weak' && determiner === 'those')) return null;
  if (lead.determiner < 0 && lead.pointer !== 'said' && lead.pointer !== 'present') return null;
  if (
    determiner === 'that' &&
    (noun.plural ||
      tokens.is(lead.determiner - 1, FLAG.FINITE) ||
      (tail.topic !== null && !/^(of|to|under|in|by)$/.test(tokens.word(lead.determiner - 1))))
  )
    return null;
  // “those agreements entered into by the Parties”
  const isSingledOut = tokens.is(hit.to, FLAG.DONE | FLAG.RELATIVE) || tokens.word(hit.to) === 'entered';
  if (determiner === 'those' && (tail.topic || isSingledOut)) return null;
  if (determiner === 'its' || determiner === 'their') return null;
  const count = lead.count === 1 ? (noun.plural ? 'all' : 1) : lead.count;
  const reach =
    lead.pointer === 'following'
      ? 'after'
      : lead.pointer === 'latter' || lead.pointer === 'former'
        ? lead.pointer
        : 'before';
  return pointing(ground, hit, lead, { reach, count, kinds: [noun.kind] });
}

/** “the Convention”, “ACCESSION TO THE CONVENTION”, “the two Treaties”. */
export function bare(ground: Ground, hit: PhraseHit<KindNoun>, lead: Lead): Mention | null {
  const { tokens } = ground;
  const noun = hit.value;
  const determiner = lead.determiner >= 0 ? tokens.word(lead.determiner) : '';
  if (lead.generic || isCompound(ground, hit.to)) return null;
  if (noun.plural && lead.count === 1 && determiner !== 'the') return null;
  const both = lead.determiner >= 0 && determiner === 'both';
  if (determiner !== 'the' && !both) return null;
  const word = tokens.word(hit.to);
  // “the agreement of the parties”, “the decision to”: the act, not a text.
  if (noun.kind === 'agreement' && word === 'of' && !ground.dates.has(hit.to + 1)) return null;
  if (noun.plural && lead.count === 1 && !(tokens.cased && tokens.isCapital(hit.from))) return null;
  const count = lead.count === 1 ? (noun.plural ? 'all' : 1) : lead.count;
  return mentionOf({
    from: lead.determiner,
    to: pointerEnd(ground, hit.to),
    head: hit.from,
    noun,
    via: 'anaphor',
    rule: 'en/bare',
    confidence: 0.8,
    facts: [],
    tail: null,
    anaphor: { reach: 'before', count, kinds: [noun.kind] },
    bare: true,
  });
}
