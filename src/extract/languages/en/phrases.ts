/** Phrases of several words, found by the numbers of their words: blanks, line breaks and case do not matter. */
import { FLAG, Lexicon } from './lexicon.ts';
import { MARK, NUMBER, Tokens } from './tokens.ts';

/** A phrase's words are as they are written: no two of them have lost their space. */
const NO_WORDS = new Lexicon();

type Node<T> = { next: Map<number, Node<T>> | null; value: T | undefined };
export type PhraseHit<T> = Readonly<{ from: number; to: number; value: T }>;

export class Phrases<T> {
  readonly #root: Node<T> = { next: new Map(), value: undefined };
  readonly #lexicon: Lexicon;
  readonly #flag: number;

  /** `flag` marks the words that begin a phrase. */
  constructor(lexicon: Lexicon, flag: number) {
    this.#lexicon = lexicon;
    this.#flag = flag;
  }

  add(phrase: string, value: T, merge: (old: T, added: T) => T = (_, added) => added): void {
    const lexicon = this.#lexicon;
    const tokens = new Tokens(phrase, NO_WORDS);
    let node = this.#root;
    for (let i = 0; i < tokens.length; i += 1) {
      const key =
        tokens.kind(i) === NUMBER
          ? numberKey(tokens.word(i))
          : lexicon.add(tokens.word(i), i === 0 ? this.#flag : 0);
      node.next ??= new Map();
      let child = node.next.get(key);
      if (!child) {
        child = { next: null, value: undefined };
        node.next.set(key, child);
      }
      node = child;
    }
    tokens.giveBack();
    if (tokens.length > 0) node.value = node.value === undefined ? value : merge(node.value, value);
  }

  /** The longest phrase that begins at a token, or null; `to` is the token after it. */
  at(tokens: Tokens, from: number): PhraseHit<T> | null {
    if (!tokens.is(from, this.#flag)) return null;
    let node = this.#root;
    let found: PhraseHit<T> | null = null;
    for (let i = from; i < tokens.length; i += 1) {
      const id = tokens.id(i);
      const kind = tokens.kind(i);
      const child = node.next?.get(kind === NUMBER ? numberKey(tokens.word(i)) : id);
      if (!child || (id === 0 && kind !== NUMBER)) {
        // A footnote's mark or a stray comma does not break a name: “Great, Britain”.
        if (i > from && kind === MARK && tokens.word(i) === ',' && node.next?.has(tokens.id(i + 1))) continue;
        break;
      }
      node = child;
      if (node.value !== undefined) found = { from, to: i + 1, value: node.value };
    }
    return found;
  }
}

/** Numbers have no place in the lexicon: a negative key. */
function numberKey(digits: string): number {
  return -1 - Number(digits.slice(0, 9));
}

export const NAME_FLAG = FLAG.NAME;
