/** What is said of an agreement by its title or description: the facts, and the core that two titles share. */
import { singleSpaced } from '../../../text/blanks.ts';
import type { Writable } from '../../../text/writable.ts';
import type { AgreementFacts } from '../../draft.ts';
import type { Ground, Tail } from './ground.ts';
import type { KindNoun } from './kinds.ts';
import { FLAG } from './lexicon.ts';
import { NUMBER, type Tokens, WORD } from './tokens.ts';
import { DETERMINERS } from './words.ts';

/** The span's text with blanks tidied and title marks gone. */
export function titleOf(tokens: Tokens, from: number, to: number): string {
  let first = tokens.start(from);
  let end = tokens.end(to - 1);
  while (first < end && BEFORE.has(tokens.text.charAt(first))) first += 1;
  while (end > first && AFTER.has(tokens.text.charAt(end - 1))) end -= 1;
  return singleSpaced(tokens.text.slice(first, end));
}

/** Title marks and blanks around a title. */
const BEFORE: ReadonlySet<string> = new Set(`"“”'‘’ \n\r\t\u00a0`);
const AFTER: ReadonlySet<string> = new Set(`"“” \n\r\t\u00a0`);

/** Words that two ways of naming one agreement may differ in. */
const LEFT_OUT: ReadonlySet<string> = new Set([
  ...DETERMINERS,
  ...`the a an of to and on in for by at from with as or its their into between among amongst through concerning regarding relating
  relative respecting governments government republic kingdom s no number nr state other done signed dated thereto done certain
  especially today date field matters matter respect revised international amended version`.split(/\s+/),
]);

/** Another spelling of a word. */
const SAME: ReadonlyMap<string, string> = new Map([
  ['organisation', 'organization'],
  ['programme', 'program'],
  ['defence', 'defense'],
  ['harbours', 'harbors'],
]);

/**
 * The words that tell one title from another, in the order of the title: no articles, parties, dates or case.
 * Undefined where nothing but the noun is left.
 */
export function coreOf(
  ground: Ground,
  from: number,
  to: number,
  tail: Tail,
  noun: KindNoun,
): string | undefined {
  const { tokens, dates, names } = ground;
  const words: string[] = [];
  for (let i = from; i < Math.min(to, tail.signing ?? to); i += 1) {
    if (tokens.word(i) === '(' && /^(ets|no)$/.test(tokens.word(i + 1))) break;
    // “… of the Northeast Pacific (Antigua Convention)” at a title's end: another name
    if (tokens.isMark(i, '(') && tokens.isMark(to - 1, ')') && to - i < 8 && tokens.is(to - 2, FLAG.KIND))
      break;
    const date = dates.get(i);
    if (date && date.to <= to) {
      i = date.to - 1;
      continue;
    }
    if (tail.between && i >= tail.between.from && i < tail.between.to) continue;
    const kind = tokens.kind(i);
    if (kind !== WORD && kind !== NUMBER) continue;
    const written = tokens.word(i);
    const word = written.includes('-') ? written.replaceAll('-', '') : written;
    if (LEFT_OUT.has(word) || isKindWord(tokens, i)) continue;
    if (kind === NUMBER && tail.number === null && !names.has(i) && /^(1[5-9]|20)\d\d$/.test(word)) continue;
    words.push(SAME.get(word) ?? word);
  }
  return words.length === 0 ? undefined : `${noun.kind} ${words.join(' ')}`;
}

/** Words that begin the noun of an agreement, and much else: “final act”, “plan of action”. */
const BEFORE_KIND: ReadonlySet<string> = new Set(
  'final joint exchange general plan action programme code'.split(' '),
);

/** A word that begins the noun of an agreement, and nothing else. */
function isKindWord(tokens: Tokens, at: number): boolean {
  return tokens.is(at, FLAG.KIND) && !BEFORE_KIND.has(tokens.word(at));
}

/** One set of facts for each agreement that the mention means. */
export function factsOf(
  ground: Ground,
  from: number,
  to: number,
  tail: Tail,
  noun: KindNoun,
  keys: readonly string[],
): AgreementFacts[] {
  const { tokens } = ground;
  const title = withoutThe(titleOf(tokens, from, tail.topic ? withoutDate(ground, from, to) : to));
  // A resolution's number names it, with its body or without.
  const core =
    noun.kind === 'resolution' && tail.number !== null
      ? `resolution ${tail.number}`
      : coreOf(ground, from, to, tail, noun);
  const common: Writable<AgreementFacts> = { title, kind: kindOf(ground, from, to, noun) };
  if (tail.parties) common.parties = tail.parties;
  if (tail.place !== undefined) common.place = tail.place;
  if (keys.length > 0) common.keys = keys;
  const dates =
    tail.signed !== undefined && tail.dates.every((date) => tail.signed?.startsWith(date))
      ? [tail.signed]
      : tail.dates;
  if (dates.length === 0) {
    if (core !== undefined) common.core = core;
    return [common];
  }
  const each = noun.plural && dates.length > 1 ? dates : dates.slice(0, 1);
  return each.map((signed) => ({
    ...common,
    signed,
    core: core ?? `${noun.kind} of ${signed}`,
  }));
}

function withoutThe(title: string): string {
  return title[3] === ' ' && title.slice(0, 3).toLowerCase() === 'the' ? title.slice(4) : title;
}

/** Where a title ends but for its date, which is a fact of its own: “… for Rhine Navigation of 17 October 1868”. */
function withoutDate(ground: Ground, from: number, to: number): number {
  const { tokens, dates } = ground;
  for (let i = to - 1; i > Math.max(from + 2, to - 8); i -= 1)
    if (dates.get(i)?.to === to && tokens.word(i - 1) === 'of' && (dates.get(i)?.edtf.length ?? 0) > 4)
      return i - 1;
  return to;
}

/** An agreement made by an exchange of notes is one, whatever it is called first. */
function kindOf(ground: Ground, from: number, to: number, noun: KindNoun): KindNoun['kind'] {
  const { tokens, kinds } = ground;
  if (noun.kind !== 'agreement') return noun.kind;
  for (let i = from + 1; i < to; i += 1)
    if (
      kinds.get(i)?.value.kind === 'exchange-of-notes' &&
      /^(by|through|an|of|the|constituting)$/.test(tokens.word(i - 1))
    )
      return 'exchange-of-notes';
  return noun.kind;
}
