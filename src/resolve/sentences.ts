/** The sentences that hold what was found, as the graph shows them. */
import type { Reading } from '../extract/draft.ts';
import type { Document, Sentence, Span } from '../records.ts';
import type { View } from '../text/view.ts';

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
export function sentencesOf(document: Document, view: View, reading: Reading): Sentence[] {
  const sentences: Sentence[] = [];
  const all = new Sentences(reading);
  let last = -1;
  for (const draft of reading.drafts) {
    const sentence = all.at(draft.start);
    if (sentence.start <= last || sentence.end <= sentence.start) continue;
    last = sentence.start;
    const { start, end } = view.toOriginal(sentence.start, sentence.end);
    sentences.push({ start, end, text: tidy(document.text.slice(start, end)) });
  }
  return sentences;
}

/** Without line breaks inside; between Chinese characters nothing is left of them, elsewhere one space. */
export function tidy(text: string): string {
  const trimmed = text.trim();
  let tidied = '';
  let from = 0;
  for (let at = 0; at < trimmed.length; at += 1) {
    if (!isBlank(trimmed.charCodeAt(at))) continue;
    let end = at + 1;
    while (isBlank(trimmed.charCodeAt(end))) end += 1;
    if (end === at + 1 && trimmed.charCodeAt(at) === SPACE) continue;
    tidied += trimmed.slice(from, at);
    const falls = isChinese(trimmed.charCodeAt(at - 1)) && isChinese(trimmed.charCodeAt(end));
    if (!falls || !LINE_BREAK.test(trimmed.slice(at, end))) tidied += ' ';
    from = end;
    at = end;
  }
  return from === 0 ? trimmed : tidied + trimmed.slice(from);
}

const SPACE = 32;
const LINE_BREAK = /[\n\r]/;
const BLANK = /\s/;

/** What `\s` means; most units of a text are told by their number alone. */
function isBlank(unit: number): boolean {
  if (unit <= 0xa0) return unit === SPACE || (unit >= 9 && unit <= 13) || unit === 0xa0;
  return isRareBlank(unit);
}

function isRareBlank(unit: number): boolean {
  return (
    (unit === 0x1680 || (unit >= 0x2000 && unit <= 0x3000) || unit === 0xfeff) &&
    BLANK.test(String.fromCharCode(unit))
  );
}

/** Characters, and the marks and wide letters that are set among them. */
function isChinese(unit: number): boolean {
  return (unit >= 0x3000 && unit <= 0x9fff) || (unit >= 0xff00 && unit <= 0xffef);
}
