/** Whether 和, 与 or 、 before the noun of an agreement joins two agreements, or words inside one name. */
import { isHan } from './characters.ts';
import type { TermHit } from './lexicon.ts';
import type { Page } from './page.ts';
import { UNIQUE } from './specific.ts';

/** Whether 和, 与 or 、 joins two parties, or two words inside a name, rather than two agreements. */
export function joins(page: Page, joint: TermHit, head: number): boolean {
  const { text } = page;
  const before = page.endingAt(joint.start);
  if (before?.value.type === 'kind' || text[joint.start - 1] === '》' || page.isClaimed(joint.start - 1))
    return false;
  if (before?.value.type === 'state' || before?.value.type === 'organization') {
    const after = page.lexicon.terms.longestAt(text, joint.end);
    return after?.value.type === 'state' || after?.value.type === 'organization';
  }
  if (isInsideTitle(page, joint, head)) return true;
  if (text.slice(joint.start, joint.end) === '、') return false;
  return isHan(text.charCodeAt(joint.start - 1)) && head - joint.end >= 2 && namedBefore(page, joint.start);
}

/** What is coordinated with an agreement rather than inside its title: 国际法和世界人权宣言. */
const NO_TITLE = /(?:原则|宗旨|国际法|法律|精神|规定|义务|主权|决议|规则|准则|完整|政府|人民)$/u;

/** 公民权利和政治权利国际公约, 经济、社会及文化权利国际公约: titles of universal agreements join their subjects. */
function isInsideTitle(page: Page, joint: TermHit, head: number): boolean {
  const noun = page.lexicon.terms.longestAt(page.text, head);
  if (noun?.value.type !== 'kind' || !UNIQUE.has(noun.value.noun)) return false;
  const after = page.lexicon.terms.longestAt(page.text, joint.end);
  if (after && ['state', 'organization', 'place'].includes(after.value.type)) return false;
  const right = page.text.slice(joint.end, head);
  const left = page.text.slice(Math.max(0, joint.start - 4), joint.start);
  if (page.text.charAt(joint.start) === '、' && !/[和与及]/u.test(right)) return false;
  return right.length >= 4 && /[\u4e00-\u9fff]{2}$/u.test(left) && !NO_TITLE.test(left);
}

/** Whether the run of words that ends here begins with a party or a body: 欧洲安全与合作会议. */
function namedBefore(page: Page, from: number): boolean {
  for (let at = from; at > 0 && from - at < 24; ) {
    const hit = page.endingAt(at);
    if (hit) {
      const { value } = hit;
      if (value.type === 'state' || value.type === 'organization' || value.type === 'place') return true;
      // 两国政府间贸易和经济合作协定
      if (value.type === 'word' && value.class === 'party') return true;
      if (value.type === 'word' && (value.class === 'stop' || value.class === 'joint')) return false;
      if (value.type === 'kind') return false;
      at = hit.start;
    } else if (isHan(page.text.charCodeAt(at - 1))) at -= 1;
    else return false;
    if (/(?:签署|签订|通过|发表|缔结|生效)的$/u.test(page.text.slice(Math.max(0, at - 3), at))) return true;
  }
  return false;
}
