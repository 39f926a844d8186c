/** What was found in a text, by the token that it begins at. */
import type { Tokens } from './tokens.ts';

export class Found<T extends { readonly from: number }> {
  readonly #tokens: Tokens;
  readonly #flag: number;
  /** Each token once. */
  readonly #found: readonly T[];
  /** In order of the text; mostly the same list, as that is how a text is read. */
  readonly #ascending: readonly T[];
  /** Where the last answer stands there: the next question is mostly about it or the one after. */
  #near = 0;

  /** `flag` marks the tokens at which one begins: most questions are about tokens where none does. */
  constructor(tokens: Tokens, flag: number, found: readonly T[]) {
    this.#tokens = tokens;
    this.#flag = flag;
    let isAscending = true;
    let last = -1;
    for (const { from } of found) {
      tokens.mark(from, flag);
      if (from <= last) isAscending = false;
      last = from;
    }
    this.#found = isAscending ? found : [...new Map(found.map((one) => [one.from, one])).values()];
    this.#ascending = isAscending ? found : [...this.#found].sort((a, b) => a.from - b.from);
  }

  /** In the order in which they were found. */
  values(): readonly T[] {
    return this.#found;
  }

  get(token: number): T | undefined {
    if (!this.has(token)) return undefined;
    const near = this.#ascending[this.#near];
    if (near?.from === token) return near;
    this.#near = this.#placeOf(token);
    return this.#ascending[this.#near];
  }

  has(token: number): boolean {
    return this.#tokens.is(token, this.#flag);
  }

  /** The place of the one that begins at a token where one does. */
  #placeOf(token: number): number {
    const all = this.#ascending;
    if (all[this.#near + 1]?.from === token) return this.#near + 1;
    let low = 0;
    let high = all.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((all[middle]?.from ?? 0) < token) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
