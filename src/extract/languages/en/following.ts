/** What “the following Conventions” are, once those that follow were read. */
import { isListed, isNextItem } from './lists.ts';
import type { Mention } from './mentions.ts';
import type { Tokens } from './tokens.ts';

/** “the following two Treaties” are those named next. */
export function fillAfter(tokens: Tokens, mentions: readonly Mention[]): void {
  mentions.forEach((mention, index) => {
    if (mention.anaphor?.reach !== 'after') return;
    const { count, kinds } = mention.anaphor;
    const next = mentions.slice(index + 1, index + 8).filter(({ facts, own }) => facts.length > 0 && !own);
    const first = next.findIndex(({ noun }) => kinds.includes(noun.kind));
    if (first < 0) return;
    const meant =
      count === 'all'
        ? inOneList(tokens, next.slice(first))
        : next.filter(({ noun }) => kinds.includes(noun.kind)).slice(0, count);
    const facts = meant.flatMap((other) => other.facts);
    if (facts.length === 0) return;
    mention.facts = facts;
    mention.anaphor = undefined;
  });
}

/** The first of these, and those that are listed with it. */
function inOneList(tokens: Tokens, mentions: readonly Mention[]): readonly Mention[] {
  const end = mentions.findIndex((mention, index) => {
    const before = mentions[index - 1];
    if (!before) return false;
    return !isListed(tokens, before.to, mention.from) && !isNextItem(tokens, before.to, mention.from);
  });
  return end < 0 ? mentions : mentions.slice(0, end);
}
