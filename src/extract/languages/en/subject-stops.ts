/** Words that end a title's subject by what stands around them. */
import { FLAG } from './flags.ts';
import { type Ground, ROMAN } from './ground.ts';
import { capitalNear, endsAtAnd } from './subject-joins.ts';
import { AFTER_DONE, CONNECTORS, STOP_WORDS } from './subject-words.ts';
import { GAP, NUMBER, type Tokens, WORD } from './tokens.ts';

const AFTER_IN: ReadonlySet<string> = new Set(
  'regard accordance order so force particular which conformity relation that view addition case respect as any this case writing exercise compliance pursuance'.split(
    ' ',
  ),
);

const AFTER_AS: ReadonlySet<string> = new Set(
  'amended modified revised adopted supplemented well soon from far it to follows if the a defined set of at provided between subsequently'.split(
    ' ',
  ),
);

/** “… on health for all and WHA64.12 on”: the next number of a list. */
function isNumber(tokens: Tokens, at: number): boolean {
  return (
    tokens.kind(at) === WORD &&
    tokens.kind(at + 1) === NUMBER &&
    tokens.gap(at + 1) === GAP.none &&
    (tokens.isAllCapitals(at) || !tokens.cased) &&
    tokens.end(at) - tokens.start(at) < 7
  );
}

export function stopsAt(ground: Ground, i: number, titled: boolean): boolean {
  const { tokens } = ground;
  const word = tokens.word(i);
  const next = tokens.word(i + 1);
  if (word === 'and' && isNumber(tokens, i + 1)) return true;
  // “31.” at the beginning of a line
  if (tokens.kind(i) === NUMBER && tokens.gap(i) >= GAP.line && next === '.') return true;
  if (tokens.is(i, FLAG.RELATIVE) || STOP_WORDS.has(word)) return true;
  if (tokens.is(i, FLAG.FINITE) && !(titled && tokens.isCapital(i))) return true;
  if (
    tokens.is(i, FLAG.DONE) &&
    AFTER_DONE.has(next) &&
    !(word === 'revised' || (word === 'called' && next !== 'for') || word === 'known' || word === 'held')
  )
    return true;
  if ((word === 'article' || word === 'chapter') && (tokens.kind(i + 1) === NUMBER || ROMAN.test(next)))
    return !isOpenBefore(tokens, i);
  if (
    tokens.gap(i) >= GAP.line &&
    ground.kinds.has(i) &&
    tokens.isCapital(i) &&
    !CONNECTORS.has(tokens.word(i - 1))
  )
    return true;
  if (word === 'done' || word === 'dated' || word === 'signed') return true;
  if (word === 'preamble' && tokens.gap(i) >= GAP.line) return true;
  if (word === 'a' || word === 'an') return endsKind(ground, i);
  if (word === 'as') return AFTER_AS.has(next);
  if (word === 'in') return AFTER_IN.has(next) || tokens.is(i + 1, FLAG.NUMERAL);
  if (word === 'by')
    return (
      next === 'the' ||
      next === 'a' ||
      next === 'which' ||
      next === 'virtue' ||
      next === 'its' ||
      next === 'way'
    );
  if (word === 'to')
    return (
      next === 'which' ||
      next === 'be' ||
      next === 'that' ||
      next === 'it' ||
      (next === 'the' && tokens.is(i + 2, FLAG.PLAIN) && !ground.kinds.has(i + 2))
    );
  if (word === 'for') return next === 'that' || next === 'which' || next === 'each';
  if (word === 'and' || word === 'or') return endsAtAnd(ground, i, titled);
  if (titled && !tokens.isCapital(i) && !CONNECTORS.has(word) && tokens.kind(i) === WORD)
    return !capitalNear(tokens, i + 1);
  if (tokens.is(i, FLAG.RECITAL) && tokens.gap(i) !== GAP.blank) return true;
  return false;
}

/** “of Article VII”: the provision belongs to the subject. */
function isOpenBefore(tokens: Tokens, at: number): boolean {
  return CONNECTORS.has(tokens.word(at - 1)) && tokens.kind(at - 1) === WORD;
}

/** Whether the word before is the noun of an agreement that is named inside the title. */
function endsKind({ kinds }: Ground, at: number): boolean {
  for (let i = at - 1; i > at - 4; i -= 1) if (kinds.get(i)?.to === at) return true;
  return false;
}
