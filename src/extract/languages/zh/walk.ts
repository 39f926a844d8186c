/** Where a name without title marks begins: a walk left from its noun over what can belong to it. */
import { isHan } from './characters.ts';
import { joins } from './joining.ts';
import type { TermHit } from './lexicon.ts';
import { LONGEST_NAME, NOMINAL, NUMBERS } from './nouns.ts';
import type { Page } from './page.ts';
import { countAt } from './several.ts';
import { isMadeOn } from './specific.ts';

/** 第1540号, 第1718号和第1874号, （十八届）第1962号. */
const NUMBERED = new RegExp(`(?:（[一二三四五六七八九十]{1,4}届）)?${NUMBERS}$`, 'u');
const NUMBERED_UNITS = 300;
/** 经第1515号决议核可 */
const BY = /[经由据按照依以对就于]$/u;

/** 1919年（工业）最低年龄公约, as the conventions on labour are named. */
const BRANCH = /[12〇一二三四五六七八九0-9]{4}年（[\u4e00-\u9fff]{1,10}）$/u;
const BRANCH_UNITS = 18;

/** Over what can be part of a name, to where it begins; whether nothing but general words stand there. */
export function walkLeft(page: Page, from: number): { start: number; isGeneric: boolean } {
  const { text } = page;
  let at = from;
  let specific = 0;
  let hasNumber = false;
  while (at > 0 && from - at < LONGEST_NAME && !page.isClaimed(at - 1)) {
    const date = page.dateEndingAt(at);
    if (date) break;
    const numbered =
      text.charAt(at - 1) === '号' && NUMBERED.exec(text.slice(Math.max(0, at - NUMBERED_UNITS), at));
    if (numbered) {
      at -= numbered[0].length;
      specific += 1;
      if (BY.test(text.charAt(at - 1)) && !page.endingAt(at)) break;
      hasNumber = true;
      continue;
    }
    const branch =
      text.charAt(at - 1) === '）' && BRANCH.exec(text.slice(Math.max(0, at - BRANCH_UNITS), at));
    if (branch) return { start: at - branch[0].length, isGeneric: false };
    const hit = page.endingAt(at);
    if (hit && hit.value.type !== 'body' && hit.value.type !== 'sum') {
      const { value } = hit;
      if (value.type === 'word' && value.class === 'stop') {
        const word = text.slice(hit.start, at);
        const isPart =
          at === from
            ? NOMINAL.has(word) || isOfPlace(page, hit, word)
            : isOfMembers(page, hit, word) || isBetween(page, hit, word) || isNewOne(page, hit, word);
        if (!isPart) break;
        specific += 1;
      }
      if (value.type === 'word' && value.class === 'joint' && !joins(page, hit, from)) break;
      if (!(value.type === 'word' && (value.class === 'generic' || value.class === 'joint'))) specific += 1;
      at = hit.start;
      if (hasNumber && value.type === 'organization' && BY.test(text.charAt(at - 1))) break;
      continue;
    }
    const unit = text.charCodeAt(at - 1);
    if (!isHan(unit) && !/[0-9A-Za-z/·〈〉“”—]/u.test(text.charAt(at - 1))) break;
    if (isHan(unit)) specific += 1;
    at -= 1;
  }
  while (at < from && isJoint(page, at)) at += 1;
  const isGeneric =
    at < from &&
    specific === 0 &&
    !countAt(text, at) &&
    !isMadeOn(page, at) &&
    !isOfDay(page, at) &&
    !isOfToday(page, at);
  return { start: at, isGeneric };
}

/** 和, but not that of 和平条约. */
function isJoint({ text, lexicon }: Page, at: number): boolean {
  return text.charAt(at) === '和' && (lexicon.terms.longestAt(text, at)?.end ?? at + 1) === at + 1;
}

/** 一九五〇年四月十九日贸易协定 */
function isOfDay(page: Page, at: number): boolean {
  return page.dateEndingAt(at)?.edtf.length === DAY_UNITS;
}
const DAY_UNITS = '2000-01-01'.length;

/** 双方今日签署的贸易协定 */
function isOfToday({ text }: Page, at: number): boolean {
  return /(?:[今本当]日|今天|此次)[^，。；《》]{0,6}(?:签署|签订|缔结)[的之]$/u.test(
    text.slice(Math.max(0, at - 16), at),
  );
}

/** 两国政府间的贸易协定, 中华人民共和国与苏联之间的友好条约 */
function isBetween(page: Page, hit: TermHit, word: string): boolean {
  const between =
    word === '的' || word === '之'
      ? /之?间$/u.exec(page.text.slice(Math.max(0, hit.start - 2), hit.start))
      : null;
  if (!between) return false;
  const end = hit.start - between[0].length;
  const party = page.endingAt(end)?.value;
  return (
    party?.type === 'state' || party?.type === 'organization' || /[国府]$/u.test(page.text.charAt(end - 1))
  );
}

const MAKES = /商定|商签|缔结|谈判|商谈|签署|签订|制定|达成/u;

/** D签署的新的贸易协定, 商定新的友好条约 */
function isNewOne(page: Page, hit: TermHit, word: string): boolean {
  if (word !== '的' || page.text.charAt(hit.start - 1) !== '新') return false;
  return (
    isMadeOn(page, hit.start - 1) || MAKES.test(page.text.slice(Math.max(0, hit.start - 3), hit.start - 1))
  );
}

/** 日内瓦各公约 */
function isOfPlace(page: Page, hit: TermHit, word: string): boolean {
  return word === '各' && page.endingAt(hit.start)?.value.type === 'place';
}

/** 上海合作组织成员国政府间科技合作协定, 本组织地区反恐怖机构协定 */
function isOfMembers(page: Page, hit: TermHit, word: string): boolean {
  if (word === '本') return OWN_BODY.test(page.text.slice(hit.end, hit.end + 2));
  return word === '成员国' && page.endingAt(hit.start)?.value.type === 'organization';
}
/** 本组织宪章 */
const OWN_BODY = /^(?:组织|联盟)/u;
