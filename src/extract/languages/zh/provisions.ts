/** Articles, chapters, annexes of other agreements, written right behind them: 该协定第十一条, 《宪章》第八章. */
import type { AgreementDraft, ProvisionDraft } from '../../draft.ts';
import { readNumber } from './numerals.ts';
import type { Page } from './page.ts';

const NUMBER = '[〇○零一二三四五六七八九十百0-9]{1,6}';
const PART = `(?:第${NUMBER}(?:编|部分|章|节|条|款|项|议定书)|附件(?:第?${NUMBER}|[甲乙丙丁]|[A-Z]{1,4})?(?:号)?)`;
/** One provision: 第二章第七条第一款. */
const PROVISION = new RegExp(`${PART}(?:之?${PART}|（(?:${NUMBER}|[A-Za-z])）[项目]?)*`, 'uy');
const LEAD = /(?:的|之|中|规定的|所附)?(?:原则)?/uy;
/** A date behind a title: （一九二八年九月二十六日订于日内瓦）. */
const QUOTE = /”?(?:（[^（）《》“”：]{0,12}[0-9〇零一二三四五六七八九]年[^（）《》“”：]{0,24}）)?/uy;
/** 本议定书即成为A的附件 */
const AS_ANNEX = /(?:作为|成为|构成|[为是])$/u;
/** （以下简称“《备忘录》”）第二条 */
const BRACKET = /[”’]?）”?/uy;
const JOINT = /(?:和|及|与|、|以及|或|至)/uy;
const STEP = new RegExp(
  `第(${NUMBER})(编|部分|章|节|条|款|项)|（([a-z])）|附件(?:第?(${NUMBER})|([甲乙丙丁]|[A-Z]{1,4}))?`,
  'gu',
);

const UNITS: Readonly<Record<string, string>> = {
  编: 'part',
  部分: 'part',
  章: 'chapter',
  节: 'section',
  条: 'article',
  款: 'paragraph',
  项: 'item',
};
const LETTERS = '甲乙丙丁';

/** @param drafts all agreement drafts; `indexOf` gives a draft's index in the final list */
export function findProvisions(
  page: Page,
  drafts: readonly AgreementDraft[],
): (Omit<ProvisionDraft, 'of'> & { of: AgreementDraft })[] {
  const found: (Omit<ProvisionDraft, 'of'> & { of: AgreementDraft })[] = [];
  for (const draft of drafts) {
    if (draft.own === true || draft.anaphor?.reach === 'own') continue;
    let at = skip(page.text, skip(page.text, draft.end, draft.aliasOf === undefined ? QUOTE : BRACKET), LEAD);
    for (;;) {
      PROVISION.lastIndex = at;
      const label = PROVISION.exec(page.text)?.[0];
      if (label === undefined) break;
      if (label === '附件' && AS_ANNEX.test(page.text.slice(Math.max(0, draft.start - 2), draft.start)))
        break;
      found.push({
        type: 'provision',
        start: at,
        end: at + label.length,
        label,
        number: numberOf(label),
        of: draft,
        rule: 'zh/provision',
        confidence: 0.92,
      });
      const next = skip(page.text, at + label.length, JOINT);
      if (next === at + label.length) break;
      at = next;
    }
  }
  return found;
}

function skip(text: string, at: number, pattern: RegExp): number {
  pattern.lastIndex = at;
  return at + (pattern.exec(text)?.[0].length ?? 0);
}

/** 第五十一条第二款 → article-51/paragraph-2. */
export function numberOf(label: string): string {
  return [...label.matchAll(STEP)]
    .map(([, number, unit, letter, annex, letters]) => {
      if (letter !== undefined) return `item-${letter}`;
      if (unit !== undefined) return `${UNITS[unit] ?? 'part'}-${readNumber(number ?? '') ?? number}`;
      if (annex !== undefined) return `annex-${readNumber(annex) ?? annex}`;
      if (letters === undefined) return 'annex';
      return `annex-${LETTERS.includes(letters) ? LETTERS.indexOf(letters) + 1 : letters}`;
    })
    .join('/');
}
