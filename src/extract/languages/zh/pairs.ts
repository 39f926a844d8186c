/** What chooses from a pair or a list: 前者, 后一协定, 前两个文件. */
import type { AgreementDraft } from '../../draft.ts';
import { kindsFor } from './kinds.ts';
import type { TermHit } from './lexicon.ts';
import { readNumber } from './numerals.ts';
import type { Page } from './page.ts';
import { anaphorOf } from './pointing.ts';

const OF_PAIR = /(前|后)([一两二三四])(?:个|项|份|部)?$/u;

/** 前两个文件, 后两部宪章: of those named last. 后一协定: the latter. */
export function ofPair(page: Page, hit: TermHit, noun: string): AgreementDraft | null {
  const match = OF_PAIR.exec(page.text.slice(Math.max(0, hit.start - 3), hit.start));
  const count = match?.[2] === undefined ? null : readNumber(match[2]);
  if (!match || count === null) return null;
  const reach = match[1] === '前' ? 'former' : 'latter';
  return anaphorOf(
    { start: hit.start - match[0].length, end: hit.end },
    { reach, count, kinds: kindsFor(noun), tentative: true },
    'former-latter',
    0.75,
  );
}

/** Before 两者 that is no apposition: 发展与安全两者并重. */
const FREE = /^[。；，：\n对将使就按据照这]?$/u;

/** 前者, 后者 and 两者, which count only where agreements are near; `resolve` sees to that. */
export function findFormerAndLatter(page: Page): AgreementDraft[] {
  const drafts: AgreementDraft[] = [];
  for (const [word, reach] of [
    ['前者', 'former'],
    ['后者', 'latter'],
    ['两者', 'both'],
    ['二者', 'both'],
  ] as const)
    for (let at = page.text.indexOf(word); at >= 0; at = page.text.indexOf(word, at + 2)) {
      if (page.isClaimed(at) || (reach === 'both' && !FREE.test(page.text.charAt(at - 1)))) continue;
      const count = reach === 'both' ? 2 : 1;
      const anaphor = { reach, count, kinds: [], tentative: true } as const;
      drafts.push(anaphorOf({ start: at, end: at + 2 }, anaphor, 'former-latter', 0.8));
    }
  return drafts;
}
