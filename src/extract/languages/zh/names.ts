/**
 * Agreements named or described without title marks. A kind noun is the head; where the phrase begins is found
 * by walking left over what can belong to it: 中哈国界协定, 中俄两国政府关于预防危险军事活动的协定.
 */
import type { AgreementDraft } from '../../draft.ts';
import { calledSo } from './called.ts';
import { isHan } from './characters.ts';
import { datedOnly, madeThen } from './dated.ts';
import { beforeAbout, describe } from './descriptions.ts';
import { kindsFor } from './kinds.ts';
import type { TermHit } from './lexicon.ts';
import { LONGEST_NAME, NOMINAL, NOT_A_NOUN, NUMBER } from './nouns.ts';
import type { Page } from './page.ts';
import { countAt, countBefore, draftOf, splitFacts } from './several.ts';
import {
  BETWEEN,
  beginsWithParty,
  followsAnother,
  GAZETTE,
  isIndefinite,
  isMadeOn,
  isSpecific,
  MADE,
  UNIQUE,
} from './specific.ts';

/** Nouns that mean too much else to be heads of names without marks. */
const ONLY_IN_TITLES = new Set(['安排', '倡议', '纲要', '章程', '建议书', '公告', '议程', '附章']);

/** What stands before makes it an anaphor: 该框架协议, 上述三个协定. */
const POINTED = /(?:上述|前述|下述|这|此|该|本|其|各项)$/u;

const POINTED_UNITS = 5;
/** 其1935年补充公约 is another's. */
const OF_IT = /其[12][0-9]{3}年$/u;

/** Descriptions first, since what stands inside one is no mention; then names. */
export function findNames(page: Page): AgreementDraft[] {
  const heads = page.hits.filter(
    (hit) => hit.value.type === 'kind' && !page.isClaimed(hit.start) && !ONLY_IN_TITLES.has(hit.value.noun),
  );
  const drafts: AgreementDraft[] = [];
  for (const head of heads) add(page, drafts, describe(page, head));
  for (const hit of page.hits)
    if (hit.value.type === 'agreement' && !page.isClaimed(hit.start)) add(page, drafts, known(page, hit));
  for (const head of heads) if (!page.isClaimed(head.start)) add(page, drafts, name(page, head));
  return drafts;
}

function add(page: Page, drafts: AgreementDraft[], draft: AgreementDraft | null): void {
  if (!draft || page.overlapsClaim(draft)) return;
  page.claim(draft);
  drafts.push(draft);
}

/** A name that an authority has. */
function known(page: Page, hit: TermHit): AgreementDraft {
  const isDescription = /^(?:关于|在)/u.test(page.text.slice(hit.start, hit.start + 2));
  const start = isDescription ? beforeAbout(page, hit.start) : hit.start;
  const span = { start, end: hit.end };
  return {
    ...span,
    type: 'agreement',
    via: isDescription ? 'description' : 'name',
    facts: splitFacts(page, span, hit.start, 1),
    rule: 'zh/known',
    confidence: 0.95,
  };
}

/** 中哈国界协定, 货物贸易协议, 欧洲安全与合作会议最后文件, 联合国安理会第1540号决议. */
function name(page: Page, head: TermHit): AgreementDraft | null {
  const { text } = page;
  if (head.value.type !== 'kind' || NOT_A_NOUN.test(text.slice(head.end, head.end + 4))) return null;
  const made = peaceWith(page, head) ?? afterMade(page, head);
  const walked = made === null ? walkLeft(page, head.start) : { start: made, isGeneric: false };
  const { start } = walked;
  if (walked.isGeneric && !BETWEEN.test(text.slice(start, head.start))) return oftenNamed(page, head, start);
  const count = countAt(text, start);
  const bare = text.slice(count?.end ?? start, head.end);
  if (GAZETTE.test(bare) || (made === null && ALL.test(bare))) return null;
  const dated =
    bare === head.value.noun
      ? datedOnly(page, head, count ? { start, value: count.value } : undefined)
      : null;
  if (dated) return dated;
  if (bare === head.value.noun && !(count && count.value > 1)) return madeThen(page, head);
  if (bare === `本组织${head.value.noun}`)
    return calledSo({ start, end: head.end }, head.value.noun, head.value.noun);
  const ordinal = ORDINAL.exec(text.slice(Math.max(0, head.start - 4), head.start))?.[0];
  if (ordinal !== undefined && !beginsWithParty(page, start)) return ordinalOnly(page, head, ordinal);
  const behind = NUMBER_BEHIND.exec(text.slice(head.end, head.end + 12))?.[0] ?? '';
  const isSure = made !== null || behind !== '' || (count?.value ?? 1) > 1 || followsAnother(page, start);
  if (
    (isIndefinite(bare) && !isMadeOn(page, start)) ||
    !(isSure || isSpecific(page, { start, end: head.end }, head))
  )
    return oftenNamed(page, head, start);
  if (OF_IT.test(text.slice(Math.max(0, start - 6), start))) return null;
  const isShort = head.start - start <= POINTED_UNITS;
  if (isShort && POINTED.test(text.slice(Math.max(0, start - 2), start))) return null;
  const end = head.end + behind.length;
  const via = count ? 'description' : 'name';
  const draft = draftOf(page, { start, end }, start, via, count?.value ?? 1, 'zh/named');
  const group = count ?? countBefore(text, head.start);
  return group && group.value > 1 ? asGroup(page, draft, head.value.noun, group.value) : draft;
}

/** 第四公约, 第二议定书: of those that the text has named, the one that is called so. */
const ORDINAL = /第[一二三四五六七八九十]{1,2}$/u;

function ordinalOnly(page: Page, head: TermHit, ordinal: string): AgreementDraft | null {
  const before = page.text.charAt(head.start - ordinal.length - 1);
  if (head.value.type !== 'kind' || '其该本此'.includes(before)) return null;
  // 协定第二议定书 is one made to it.
  if (page.endingAt(head.start - ordinal.length)?.value.type === 'kind') return null;
  const { noun } = head.value;
  return calledSo({ start: head.start - ordinal.length, end: head.end }, noun, `${ordinal}${noun}`);
}

/** Words that end a name in prose but stand in many a long title. */
const IN_TITLES = new Set(
  '之 涉及 一切 所有 任何 其他 其它 在 或 对 外国 与外国 不 为 于 以 使 及其 给予 尤其'.split(' '),
);

/** 制度之一切现行条约 */
const ALL = /一切|任何|所有|各种|其他|其它/u;

const ARTICLE = /^第[一二三四五六七八九十0-9]{1,3}条/u;

/** 贸易协定第一条: the one that was named so. */
function oftenNamed({ text }: Page, head: TermHit, start: number): AgreementDraft | null {
  const name = text.slice(start, head.end);
  const isPointed = POINTED.test(text.slice(Math.max(0, start - 2), start));
  if (head.value.type !== 'kind' || start === head.start || isPointed || /[的之]/u.test(name)) return null;
  const isOne = name.length <= LONGEST_CALLED && ARTICLE.test(text.slice(head.end, head.end + 6));
  return isOne ? calledSo({ start, end: head.end }, head.value.noun, name) : null;
}
const LONGEST_CALLED = 10;

/** 对日和约: with whom peace is made. */
function peaceWith({ text }: Page, head: TermHit): number | null {
  const start = head.start - 2;
  return text.startsWith('和约', head.start) && /^对[日德奥意匈]$/u.test(text.slice(start, head.start))
    ? start
    : null;
}

/** 于…通过之禁止在国际商业交易贿赂外国公职人员公约: what was adopted is named in full, whatever words its title has. */
function afterMade(page: Page, head: TermHit): number | null {
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

/** 三个联合公报 after three were named are those; after 发表的, or in one breath with others, they are new. */
function asGroup(page: Page, draft: AgreementDraft, noun: string, count: number): AgreementDraft {
  const before = page.text.slice(Math.max(0, draft.start - 4), draft.start);
  if (!GROUPS.has(noun) || /(?:的|签署|发表|签订)了?$/u.test(before) || followsAnother(page, draft.start))
    return draft;
  return { ...draft, anaphor: { reach: 'before', count, kinds: kindsFor(noun) } };
}

const GROUPS = new Set(['联合公报', '联合声明', '联合宣言', '公报']);

/** 第1540号, 第1718号和第1874号, （十八届）第1962号. */
const NUMBERED = new RegExp(
  `(?:（[一二三四五六七八九十]{1,4}届）)?${NUMBER}(?:[、和及与]${NUMBER}){0,4}$`,
  'u',
);
/** 决议案一五一四（十五）: the number behind the noun. */
const NUMBER_BEHIND =
  /^第?[〇○一二三四五六七八九]{2,4}(?:号|（[0-9A-Z一二三四五六七八九十]{1,4}）)|^（修[订正]）/u;

const NUMBERED_UNITS = 60;

/** 1919年（工业）最低年龄公约, as the conventions on labour are named. */
const BRANCH = /[12〇一二三四五六七八九0-9]{4}年（[\u4e00-\u9fff]{1,10}）$/u;
const BRANCH_UNITS = 18;

/** Over what can be part of a name, to where it begins; whether nothing but general words stand there. */
function walkLeft(page: Page, from: number): { start: number; isGeneric: boolean } {
  const { text } = page;
  let at = from;
  let specific = 0;
  while (at > 0 && from - at < LONGEST_NAME && !page.isClaimed(at - 1)) {
    const date = page.dateEndingAt(at);
    if (date) break;
    const numbered =
      text.charAt(at - 1) === '号' && NUMBERED.exec(text.slice(Math.max(0, at - NUMBERED_UNITS), at));
    if (numbered) {
      at -= numbered[0].length;
      specific += 1;
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
          at === from ? NOMINAL.has(word) : isOfMembers(page, hit, word) || isBetween(page, hit, word);
        if (!isPart) break;
        specific += 1;
      }
      if (value.type === 'word' && value.class === 'joint' && !joins(page, hit, from)) break;
      if (!(value.type === 'word' && (value.class === 'generic' || value.class === 'joint'))) specific += 1;
      at = hit.start;
      continue;
    }
    const unit = text.charCodeAt(at - 1);
    if (!isHan(unit) && !/[0-9A-Za-z/·〈〉“”—]/u.test(text.charAt(at - 1))) break;
    if (isHan(unit)) specific += 1;
    at -= 1;
  }
  while (at < from && page.text.charAt(at) === '和') at += 1;
  const isGeneric = at < from && specific === 0 && !countAt(text, at) && !isMadeOn(page, at);
  return { start: at, isGeneric };
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

/** 上海合作组织成员国政府间科技合作协定, 本组织地区反恐怖机构协定 */
function isOfMembers(page: Page, hit: TermHit, word: string): boolean {
  if (word === '本') return OWN_BODY.test(page.text.slice(hit.end, hit.end + 2));
  return word === '成员国' && page.endingAt(hit.start)?.value.type === 'organization';
}
/** 本组织宪章 */
const OWN_BODY = /^(?:组织|联盟)/u;

/** Whether 和, 与 or 、 joins two parties, or two words inside a name, rather than two agreements. */
function joins(page: Page, joint: TermHit, head: number): boolean {
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
      if (value.type === 'word' && (value.class === 'stop' || value.class === 'joint')) return false;
      if (value.type === 'kind') return false;
      at = hit.start;
    } else if (isHan(page.text.charCodeAt(at - 1))) at -= 1;
    else return false;
    if (/(?:签署|签订|通过|发表|缔结|生效)的$/u.test(page.text.slice(Math.max(0, at - 3), at))) return true;
  }
  return false;
}
