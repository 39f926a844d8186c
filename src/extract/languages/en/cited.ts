/** Provisions that are cited of other agreements. */
import { isOwn } from './chains.ts';
import type { Ground } from './ground.ts';
import { FLAG } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import { readProvision } from './provisions.ts';
import type { Known, Placed } from './things.ts';
import { GAP, type Tokens, WORD } from './tokens.ts';
import { written } from './written.ts';

/** “Article 51 of the Charter”: a chain that another agreement's mention follows. */
export function provisionAt(ground: Ground, i: number, known: Known): Placed | null {
  const { tokens } = ground;
  if (!tokens.is(i, FLAG.PROVISION) && !(tokens.is(i, FLAG.ORDINAL) && tokens.is(i + 1, FLAG.PROVISION)))
    return null;
  // “ARTICLE 1in the annex to the agreement”: in a text of small letters a heading, glued to its article.
  if (!tokens.cased && tokens.isAllCapitals(i) && isGlued(tokens, i + 2)) return null;
  // A note in the margin is of what was named before it, too.
  const isNote = tokens.isMark(i - 1, '(') && tokens.gap(i - 1) >= GAP.line;
  if (!isNote && tokens.word(i - 1) !== 'its' && !known.chains.mayLead(i)) return null;
  const hit = readProvision(tokens, i);
  if (!hit) return null;
  const of =
    agreementAfter(ground, hit.to, known) ??
    agreementOfNote(ground, hit.from, hit.to, known) ??
    (tokens.word(i - 1) === 'its' ? holderBefore(tokens, i, known) : null);
  if (!of || isOwn(of)) return null;
  const start = tokens.start(hit.from);
  const end = tokens.end(hit.to - 1);
  const label = written(tokens, hit.from, hit.to);
  return {
    from: hit.from,
    to: hit.to,
    of,
    draft: {
      type: 'provision',
      start,
      end,
      label,
      number: hit.number,
      of: -1,
      rule: 'en/provision',
      confidence: 0.9,
    },
  };
}

function isGlued(tokens: Tokens, at: number): boolean {
  return tokens.kind(at) === WORD && tokens.gap(at) === GAP.none;
}

/** The agreement that a chain belongs to: “of the Convention”, also over another chain that is joined to it. */
function agreementAfter(ground: Ground, at: number, known: Known, depth = 0): Mention | null {
  const { tokens } = ground;
  // “article iv. of the convention”
  let i = tokens.word(at) === '.' && /^[ivxl]+$/.test(tokens.word(at - 1)) ? at + 1 : at;
  const word = tokens.word(i);
  if (word === 'thereto' || word === 'thereof') return lastBefore(known, at);
  if (depth < 5 && (word === ',' || word === 'and' || word === 'or' || word === 'to')) {
    let next = i + 1;
    while (next < i + 4 && /^(and|or|to|of|with|,|in)$/.test(tokens.word(next))) next += 1;
    const chain = tokens.is(next, FLAG.PROVISION) ? readProvision(tokens, next) : null;
    if (chain) return agreementAfter(ground, chain.to, known, depth + 1);
  }
  if (word === ',') i += 1;
  if (!['of', 'to', 'in', 'under', 'from'].includes(tokens.word(i))) return null;
  i += 1;
  return (
    known.byStart.get(i) ??
    (/^(the|its)$/.test(tokens.word(i)) ? known.byStart.get(i + 1) : undefined) ??
    null
  );
}

/** A note in the margin, “(Art. 3, para. 2(a))”, is of the agreement that the next words change. */
function agreementOfNote(ground: Ground, from: number, to: number, known: Known): Mention | null {
  const { tokens } = ground;
  if (tokens.word(from - 1) !== '(' || tokens.word(to) !== ')') return null;
  if (tokens.gap(from - 1) < GAP.line || tokens.gap(to + 1) < GAP.line) return null;
  for (let i = to; i < to + 40; i += 1) {
    const mention = known.byStart.get(i);
    if (mention && !isOwn(mention)) return mention;
  }
  return lastBefore(known, from);
}

/** How far before “its Article 7” the agreement may begin, and end, in tokens. */
const HOLDER = 60;
const HOLDER_END = 14;

/** “the Convention, and specifically its Article 7”: the agreement that ends right before. */
function holderBefore(tokens: Tokens, its: number, known: Known): Mention | null {
  for (let i = its - 1; i > its - HOLDER; i -= 1) {
    if (tokens.is(i, FLAG.FINITE | FLAG.RELATIVE) && !tokens.is(i, FLAG.MONTH)) return null;
    const mention = known.byStart.get(i);
    // “the present resolution and its annex”
    if (/^(?:this|present)$/.test(tokens.word(i))) return null;
    if (mention) return isOwn(mention) || its - mention.to > HOLDER_END ? null : mention;
  }
  return null;
}

function lastBefore(known: Known, at: number): Mention | null {
  for (let i = at - 1; i > at - 200 && i >= 0; i -= 1) {
    const mention = known.byStart.get(i);
    if (mention && !isOwn(mention)) return mention;
  }
  return null;
}
