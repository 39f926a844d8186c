/** Names that begin behind what says how they were made: …通过之禁止在国际商业交易贿赂外国公职人员公约. */
import { isHan } from './characters.ts';
import type { TermHit } from './lexicon.ts';
import { LONGEST_NAME } from './nouns.ts';
import type { Page } from './page.ts';
import { isMadeOn, MADE, UNIQUE } from './specific.ts';

/** Words that end a name in prose but stand in many a long title. */
const IN_TITLES = new Set(
  '之 涉及 一切 所有 任何 其他 其它 在 或 对 外国 与外国 不 为 于 以 使 及其 给予 尤其'.split(' '),
);

/** 对日和约: with whom peace is made. */
export function peaceWith({ text }: Page, head: TermHit): number | null {
  const start = head.start - 2;
  return text.startsWith('和约', head.start) && /^对[日德奥意匈]$/u.test(text.slice(start, head.start))
    ? start
    : null;
}

/** 于…通过之禁止在国际商业交易贿赂外国公职人员公约: what was adopted is named in full, whatever words its title has. */
export function afterMade(page: Page, head: TermHit): number | null {
  if (head.value.type !== 'kind') return null;
  const { text } = page;
  const isUnique = UNIQUE.has(head.value.noun);
  for (let at = head.start; at > 0 && head.start - at < LONGEST_NAME && !page.isClaimed(at - 1); ) {
    const isMade = MADE.test(text.slice(Math.max(0, at - 3), at));
    const isBoundary = isUnique ? isMade || page.dateEndingAt(at) !== undefined : isMadeOn(page, at);
    if (isBoundary) return head.start - at < FEWEST_MADE ? null : at;
    const hit = page.endingAt(at);
    if (hit?.value.type === 'kind') return null;
    if (hit?.value.type === 'word' && hit.value.class === 'stop' && !IN_TITLES.has(text.slice(hit.start, at)))
      return null;
    if (!isHan(text.charCodeAt(at - 1)) && text.charAt(at - 1) !== '、') return null;
    at = hit && hit.start >= at - LONGEST_WORD ? hit.start : at - 1;
  }
  return null;
}
const FEWEST_MADE = 4;
const LONGEST_WORD = 20;
