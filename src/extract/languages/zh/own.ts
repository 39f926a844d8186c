/** Words for the text itself that no kind of agreement ends in: 本约; 本建议 in a recommendation. */
import type { AgreementDraft } from '../../draft.ts';
import type { Page } from './page.ts';
import { anaphorOf, isInWord } from './pointing.ts';

/** 本约束, 本约定 … are other words. */
const GOES_ON = /[定束会期]/u;

/** @param words 本约, as treaties of the older kind call themselves */
export function findOwn(page: Page, words: string): AgreementDraft[] {
  const drafts: AgreementDraft[] = [];
  for (let at = page.text.indexOf(words); at >= 0; at = page.text.indexOf(words, at + 2)) {
    const span = { start: at, end: at + words.length };
    if (page.isClaimed(at) || GOES_ON.test(page.text.charAt(span.end)) || isInWord(page.text, at)) continue;
    page.claim(span);
    drafts.push(anaphorOf(span, { reach: 'own', count: 1, kinds: [] }, 'this', 0.9));
  }
  return drafts;
}
