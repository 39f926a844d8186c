/** The sentences that hold what was found, as the graph shows them. */
import type { Reading } from '../extract/draft.ts';
import type { Sentence, Span } from '../records.ts';
import type { View } from '../text/view.ts';
import type { Excerpts } from './excerpts.ts';

/** The sentences of a reading one after the other, for positions that mostly ascend. */
export class Sentences {
  readonly #all: readonly Span[];
  #at = 0;

  /** @param all in order, and covering the text */
  constructor({ sentences }: Pick<Reading, 'sentences'>) {
    this.#all = sentences;
  }

  /** The sentence that a position stands in. */
  at(position: number): Span {
    const all = this.#all;
    let at = this.#at;
    while (at + 1 < all.length && (all[at + 1]?.start ?? 0) <= position) at += 1;
    while (at > 0 && (all[at]?.start ?? 0) > position) at -= 1;
    this.#at = at;
    return all[at] ?? { start: position, end: position + 1 };
  }
}

/** The sentences that hold drafts, tidied. */
export function sentencesOf(excerpts: Excerpts, view: View, reading: Reading): Sentence[] {
  const sentences: Sentence[] = [];
  const all = new Sentences(reading);
  let last = -1;
  for (const draft of reading.drafts) {
    const sentence = all.at(draft.start);
    if (sentence.start <= last || sentence.end <= sentence.start) continue;
    last = sentence.start;
    const { start, end } = view.toOriginal(sentence.start, sentence.end);
    sentences.push({ start, end, text: excerpts.tidied(start, end) });
  }
  return sentences;
}
