/** What was found before agreements are looked at, and what is read after an agreement's noun. */
import type { DateHit } from './dates.ts';
import type { Found } from './found.ts';
import type { KindNoun } from './kinds.ts';
import { FLAG } from './lexicon.ts';
import type { NameHit } from './names.ts';
import type { PhraseHit } from './phrases.ts';
import type { Starts } from './starts.ts';
import { GAP, MARK, NUMBER, type Tokens } from './tokens.ts';

/** What was found in a text before agreements are looked at, by the token that it begins at. */
export type Ground = Readonly<{
  tokens: Tokens;
  starts: Starts;
  dates: Found<DateHit>;
  names: Found<NameHit>;
  kinds: Found<PhraseHit<KindNoun>>;
  /** Codes of states by the adjective in small letters: “belgian”. */
  adjectives: ReadonlyMap<string, string>;
}>;

export type Tail = {
  /** The token after the mention. */
  end: number;
  /** Tokens of the subject, `from` (in) to `to` (out); none without one. */
  topic: { from: number; to: number } | null;
  /** First token of the parties' names and the one after the last. */
  between: { from: number; to: number } | null;
  parties: string[] | null;
  dates: string[];
  /** The date and place of signing that stand after the title and are no part of it. */
  signed: string | undefined;
  place: string | undefined;
  /** Tokens of that place's name. */
  placeAt: { from: number; to: number } | undefined;
  /** The token at which “signed at …” begins, where it is part of the mention. */
  signing: number | undefined;
  number: string | null;
  /** Dates that began right after the noun: it is described, not entitled. */
  dated: boolean;
  /** A name such as “of Rome”. */
  named: boolean;
};

/** A tail of which nothing was read yet. It has all properties from the start: objects of one shape are read quickest. */
export function emptyTail(end: number): Tail {
  return {
    end,
    topic: null,
    between: null,
    parties: null,
    dates: [],
    signed: undefined,
    place: undefined,
    placeAt: undefined,
    signing: undefined,
    number: null,
    dated: false,
    named: false,
  };
}

/** “Belgian Government”, “Belgian and French Governments”: the code of the state whose government an adjective tells. */
export function governmentAt({ tokens, adjectives }: Ground, at: number): string | undefined {
  const code = adjectives.get(tokens.word(at));
  if (code === undefined) return undefined;
  const joined = tokens.word(at + 1) === 'and' && adjectives.has(tokens.word(at + 2));
  const noun = tokens.word(joined ? at + 3 : at + 1);
  return noun === 'governments' || (noun === 'government' && !joined) ? code : undefined;
}

/** “the EFTA States”, “the Members of the Association”: whether the words around an organization's name tell of its states, not of the body. */
export function isOfStates(tokens: Tokens, { from, to }: NameHit): boolean {
  if (tokens.word(to) === 'states' || (tokens.word(to) === 'member' && tokens.word(to + 1) === 'states'))
    return true;
  const of = tokens.word(from - 1) === 'the' ? from - 2 : from - 1;
  return (
    /^(of|to)$/.test(tokens.word(of)) && /^(states|members|countries|parties)$/.test(tokens.word(of - 1))
  );
}

/** A footnote's number between the words of a title: “the Agreement of 3 March 1966 2 between”. */
export function skipNote(tokens: Tokens, at: number): number {
  // Mostly a word follows.
  if (!tokens.is(at, FLAG.MARK | FLAG.NUMBER)) return at;
  if (tokens.word(at) === '*') return at + 1;
  // “agreement of 1 august 1961[1] between”
  if (tokens.word(at) === '[' && tokens.kind(at + 1) === NUMBER && tokens.word(at + 2) === ']') return at + 3;
  // “of February 5, 1965' between”: what is left of a small number
  if (tokens.word(at) === "'" && tokens.kind(at - 1) === NUMBER && tokens.gap(at + 1) !== GAP.none)
    return at + 1;
  // “of January 31, 1969,3 and of”
  if (tokens.word(at) === ',' && tokens.kind(at - 1) === NUMBER && tokens.gap(at + 1) === GAP.none) {
    const isMark =
      tokens.word(at + 1) === "'" ||
      (tokens.kind(at + 1) === NUMBER && tokens.end(at + 1) - tokens.start(at + 1) < 3);
    return isMark && tokens.gap(at + 2) !== GAP.none ? at + 2 : at;
  }
  return tokens.kind(at) === NUMBER && tokens.end(at) - tokens.start(at) < 3 ? at + 1 : at;
}

/** Whether an agreement's noun stands among the next words, before a preposition or a verb. */
export function holdsKind(ground: Ground, from: number, span: number): boolean {
  const { tokens, kinds } = ground;
  for (let i = from; i < from + span; i += 1) {
    if (kinds.has(i)) return true;
    const word = tokens.word(i);
    if (tokens.kind(i) === MARK && word !== '-' && word !== "'") return false;
    if (
      tokens.is(i, FLAG.FUNCTION | FLAG.FINITE) &&
      word !== 'the' &&
      word !== 'of' &&
      word !== 'and' &&
      word !== 'for'
    )
      return false;
  }
  return false;
}

/** Roman numerals to thirty-nine; the empty text too. */
export const ROMAN = /^(?:x{0,3})(?:ix|iv|v?i{0,3})$/;
