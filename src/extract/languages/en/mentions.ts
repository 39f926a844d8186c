/** One mention of an agreement, before it is settled what it means. */
import type { Via } from '../../../records.ts';
import type { AgreementFacts, Anaphor } from '../../draft.ts';
import type { Tail } from './ground.ts';
import type { KindNoun } from './kinds.ts';
import { NUMBER, type Tokens, WORD } from './tokens.ts';

/** One mention, by tokens. */
export type Mention = {
  from: number;
  to: number;
  /** The noun's token. */
  head: number;
  noun: KindNoun;
  via: Via;
  rule: string;
  confidence: number;
  facts: AgreementFacts[];
  tail: Tail | null;
  anaphor: Anaphor | undefined;
  own: true | undefined;
  alias: string | undefined;
  /** The mention that the short form stands for. */
  defines: Mention | undefined;
  /** “the Convention” with nothing said: what it means is settled when the whole text was read. */
  bare: true | undefined;
};

type Rest = 'anaphor' | 'own' | 'alias' | 'defines' | 'bare';

/** A mention of which this is said. All have the same properties in the same order: such objects are read quickest. */
export function mentionOf(said: Omit<Mention, Rest> & Partial<Pick<Mention, Rest>>): Mention {
  return {
    from: said.from,
    to: said.to,
    head: said.head,
    noun: said.noun,
    via: said.via,
    rule: said.rule,
    confidence: said.confidence,
    facts: said.facts,
    tail: said.tail,
    anaphor: said.anaphor,
    own: said.own,
    alias: said.alias,
    defines: said.defines,
    bare: said.bare,
  };
}

/** What a mention's words are, for comparing with a short form: lower case, no article. */
export function wordsOf(tokens: Tokens, from: number, to: number): string {
  const words: string[] = [];
  for (let i = from; i < to; i += 1)
    if (tokens.kind(i) === WORD || tokens.kind(i) === NUMBER) words.push(tokens.word(i));
  if (words[0] === 'the') words.shift();
  return words.join(' ');
}
