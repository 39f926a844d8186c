/** Phrases of several words, found by the numbers of their words: blanks, line breaks and case do not matter. */

import { Steps } from '../../../text/steps.ts';
import { Lexicon } from './lexicon.ts';
import { NUMBER, Tokens } from './tokens.ts';

/** A phrase's words are as they are written: no two of them have lost their space. */
const NO_WORDS = new Lexicon();

export type PhraseHit<T> = Readonly<{ from: number; to: number; value: T }>;

/** Nodes are numbers, 0 the root. */
export class Phrases<T> {
  readonly #steps = new Steps();
  /** By node. */
  readonly #values: (T | undefined)[] = [];
  readonly #lexicon: Lexicon;
  readonly #flag: number;

  /** `flag` marks the words that begin a phrase. */
  constructor(lexicon: Lexicon, flag: number) {
    this.#lexicon = lexicon;
    this.#flag = flag;
  }

  add(phrase: string, value: T, merge: (old: T, added: T) => T = (_, added) => added): void {
    const tokens = new Tokens(phrase, NO_WORDS);
    let node = 0;
    for (let i = 0; i < tokens.length; i += 1) {
      const word = tokens.word(i);
      const key =
        tokens.kind(i) === NUMBER ? numberKey(word) : this.#lexicon.add(word, i === 0 ? this.#flag : 0);
      node = this.#steps.add(node, key);
    }
    tokens.giveBack();
    const old = this.#values[node];
    if (node > 0) this.#values[node] = old === undefined ? value : merge(old, value);
  }

  /** The longest phrase that begins at a token, or null; `to` is the token after it. */
  at(tokens: Tokens, from: number): PhraseHit<T> | null {
    if (!tokens.is(from, this.#flag)) return null;
    const steps = this.#steps;
    // Numbers begin no phrase.
    let node = steps.next(0, tokens.id(from));
    if (node === 0) return null;
    let found = this.#values[node];
    let to = from + 1;
    for (let i = to; i < tokens.length; i += 1) {
      const next = steps.next(node, keyOf(tokens, i));
      if (next > 0) {
        node = next;
        const value = this.#values[node];
        if (value === undefined) continue;
        found = value;
        to = i + 1;
      } else if (!tokens.isMark(i, ',')) break;
      // A footnote's mark or a stray comma does not break a name: “Great, Britain”.
      else if (steps.next(node, tokens.id(i + 1)) === 0) break;
    }
    return found === undefined ? null : { from, to, value: found };
  }
}

/** 0 for a word that is in no phrase. */
function keyOf(tokens: Tokens, i: number): number {
  return tokens.kind(i) === NUMBER ? numberKey(tokens.word(i)) : tokens.id(i);
}

/** Numbers have no place in the lexicon: a negative key. */
function numberKey(digits: string): number {
  return -1 - Number(digits.slice(0, 9));
}
