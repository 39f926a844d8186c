/** What was found in a text, by the token that it begins at. */
import type { Tokens } from './tokens.ts';

export class Found<T extends { readonly from: number }> {
  readonly #tokens: Tokens;
  readonly #flag: number;
  readonly #byToken = new Map<number, T>();

  /** `flag` marks the tokens at which one begins: most questions are about tokens where none does. */
  constructor(tokens: Tokens, flag: number, found: readonly T[]) {
    this.#tokens = tokens;
    this.#flag = flag;
    for (const one of found) {
      this.#byToken.set(one.from, one);
      tokens.mark(one.from, flag);
    }
  }

  /** In the order in which they were found. */
  values(): Iterable<T> {
    return this.#byToken.values();
  }

  get(token: number): T | undefined {
    return this.#tokens.is(token, this.#flag) ? this.#byToken.get(token) : undefined;
  }

  has(token: number): boolean {
    return this.#tokens.is(token, this.#flag);
  }
}
