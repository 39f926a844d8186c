/** The short forms that a text introduces, by their words. */
import { type Mention, wordsOf } from './mentions.ts';
import { NUMBER, type Tokens, WORD } from './tokens.ts';

export class Aliases {
  readonly #definitions = new Map<string, Mention>();
  /** Their last words: most mentions end in another, and their words need not be put together. */
  readonly #ends = new Set<string>();

  /** Of two that say the same the first one counts. */
  constructor(mentions: readonly Mention[]) {
    for (const mention of mentions) {
      const { alias } = mention;
      if (!mention.defines || alias === undefined || this.#definitions.has(alias)) continue;
      this.#definitions.set(alias, mention);
      this.#ends.add(alias.slice(alias.lastIndexOf(' ') + 1));
    }
  }

  /** The definition of a short form of these words, without an article. */
  get(words: string): Mention | undefined {
    return this.#definitions.get(words);
  }

  /** The definition of what the tokens `from` (in) to `to` (out) say, with or without an article. */
  at(tokens: Tokens, from: number, to: number): Mention | undefined {
    return this.#mayEnd(tokens, from, to) ? this.get(wordsOf(tokens, from, to)) : undefined;
  }

  /** The same; “1974 Helsinki Convention” is the Helsinki Convention if that is of 1974, too. */
  atOrDated(tokens: Tokens, from: number, to: number): Mention | undefined {
    if (!this.#mayEnd(tokens, from, to)) return undefined;
    const words = wordsOf(tokens, from, to);
    const definition = this.get(words);
    if (definition || !/^\d{4} /.test(words)) return definition;
    const dated = this.get(words.slice(5));
    return dated?.defines?.facts[0]?.signed?.startsWith(words.slice(0, 4)) === true ? dated : undefined;
  }

  #mayEnd(tokens: Tokens, from: number, to: number): boolean {
    if (this.#ends.size === 0) return false;
    let last = to - 1;
    while (last > from && tokens.kind(last) !== WORD && tokens.kind(last) !== NUMBER) last -= 1;
    return this.#ends.has(tokens.word(last));
  }
}
