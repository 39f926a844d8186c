/** The terms of one text, by where they end. */
import type { Span } from '../../../records.ts';
import type { Trie } from '../../../text/trie.ts';
import { type Lexicon, readCombination, type Term, type TermHit } from './lexicon.ts';

/**
 * Nine terms in ten are mere words (的, 其他), of which a long text has millions, asked for now and then by where they
 * end: two numbers for each place take a fifth of the room that an object for each term does.
 */
export class Terms {
  /** All but mere words, in order. */
  things: readonly TermHit[];
  readonly #trie: Trie<Term>;
  /** By position: how long the term is that ends there; 0 for none. */
  readonly #lengths: Uint16Array;
  /** By position: the term's node in the trie; of a combination, its place in `#combinations`. */
  readonly #nodes: Int32Array;
  readonly #combinations = new Map<number, TermHit>();

  constructor(text: string, trie: Trie<Term>) {
    this.#trie = trie;
    this.#lengths = new Uint16Array(text.length + 1);
    this.#nodes = new Int32Array(text.length + 1);
    const things: TermHit[] = [];
    trie.each(text, (start, end, node) => {
      this.#lengths[end] = end - start;
      this.#nodes[end] = node;
      const value = trie.valueOf(node);
      if (value && value.type !== 'word') things.push({ start, end, value });
    });
    this.things = things;
  }

  endingAt(position: number): TermHit | undefined {
    const length = this.#lengths[position] ?? 0;
    if (length === 0) return undefined;
    const value = this.#trie.valueOf(this.#nodes[position] ?? 0);
    return value ? { start: position - length, end: position, value } : this.#combinations.get(position);
  }

  /** Those of two units and more, in order. */
  *longer(): Iterable<Span> {
    const lengths = this.#lengths;
    for (let end = 2; end < lengths.length; end += 1) {
      const length = lengths[end] ?? 0;
      if (length > 1) yield { start: end - length, end };
    }
  }

  /** Forgets a term. */
  drop({ end }: Span): void {
    this.#lengths[end] = 0;
  }

  /** Adds combinations of states, in order; single characters count only outside of them. */
  combine(combinations: readonly TermHit[]): void {
    if (combinations.length === 0) return;
    for (const combination of combinations) {
      const { start, end } = combination;
      this.#lengths.fill(0, start + 1, end + 1);
      this.#lengths[end] = end - start;
      this.#nodes[end] = 0;
      this.#combinations.set(end, combination);
    }
    this.things = merge(this.things, combinations);
  }
}

/** 中俄 and its like where no longer word stands: 集中日 is none. */
export function combinationsIn(
  text: string,
  terms: Terms,
  dates: readonly Span[],
  lexicon: Lexicon,
): TermHit[] {
  const all: TermHit[] = [];
  let free = 0;
  const combine = (until: number) => {
    for (let at = free; at < until - 1; at += 1) {
      const combination = lexicon.abbreviations.has(text.charAt(at))
        ? readCombination(text, at, lexicon)
        : null;
      if (!combination || combination.end > until) continue;
      all.push({ start: at, end: combination.end, value: { type: 'state', codes: combination.codes } });
      at = combination.end - 1;
    }
  };
  const pass = ({ start, end }: Span) => {
    combine(start);
    free = Math.max(free, end);
  };
  let next = 0;
  for (const term of terms.longer()) {
    // 中俄国界 is no border of 俄国.
    if (text.startsWith('国界', term.end - 1) && term.end - term.start === 2) {
      combine(term.start - 1);
      free = Math.max(free, term.start - 1);
      const found = free === term.start - 1 ? readCombination(text, free, lexicon) : null;
      if (found?.end === term.end - 1) {
        all.push({ start: free, end: found.end, value: { type: 'state', codes: found.codes } });
        terms.drop(term);
        free = term.end;
        continue;
      }
    }
    for (let date = dates[next]; date && date.start < term.start; date = dates[next]) {
      pass(date);
      next += 1;
    }
    pass(term);
  }
  for (const date of dates.slice(next)) pass(date);
  combine(text.length);
  return all;
}

/** Both in order; single characters count only outside combinations. */
function merge(hits: readonly TermHit[], combinations: readonly TermHit[]): TermHit[] {
  const merged: TermHit[] = [];
  let next = 0;
  for (const hit of hits) {
    for (let one = combinations[next]; one && one.start <= hit.start; one = combinations[next]) {
      merged.push(one);
      next += 1;
    }
    const last = merged[merged.length - 1];
    if (!last || hit.start >= last.end) merged.push(hit);
  }
  return [...merged, ...combinations.slice(next)];
}
