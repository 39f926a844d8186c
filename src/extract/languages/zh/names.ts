/**
 * Agreements named or described without title marks. A kind noun is the head; where the phrase begins is found
 * by walking left over what can belong to it: 中哈国界协定, 中俄两国政府关于预防危险军事活动的协定.
 */
import type { AgreementDraft } from '../../draft.ts';
import { calledSo } from './called.ts';
import { datedOnly, madeThen, ofEachDate } from './dated.ts';
import { beforeAbout, describe } from './descriptions.ts';
import { kindsFor } from './kinds.ts';
import type { TermHit } from './lexicon.ts';
import { afterMade, peaceWith } from './made.ts';
import { ANNEX, NOT_A_NOUN } from './nouns.ts';
import type { Page } from './page.ts';
import { countAt, countBefore, draftOf, numberedBefore, ofEachSubject, splitFacts } from './several.ts';
import {
  BETWEEN,
  beginsWithParty,
  followsAnother,
  GAZETTE,
  isIndefinite,
  isMadeOn,
  isSpecific,
} from './specific.ts';
import { ITSELF, namesItself } from './titles.ts';
import { walkLeft } from './walk.ts';

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
    if (hit.value.type === 'agreement' && !page.isClaimed(hit.start) && !isOfBody(page, hit))
      add(page, drafts, known(page, hit));
  for (const head of heads) if (!page.isClaimed(head.start)) add(page, drafts, name(page, head));
  for (const before of drafts.flatMap((draft) => numberedBefore(page, draft))) add(page, drafts, before);
  return drafts;
}

function add(page: Page, drafts: AgreementDraft[], draft: AgreementDraft | null): void {
  if (!draft || page.overlapsClaim(draft)) return;
  page.claim(draft);
  drafts.push(draft);
}

/** 禁止化学武器公约组织 is no convention. */
function isOfBody({ text }: Page, { end }: TermHit): boolean {
  return text.startsWith('组织', end) && text.charAt(end + 2) !== '法';
}

/** 关于环境与发展的里约宣言, of which 里约宣言 is known; not so 联合国宪章. */
const ABOUT = /关于[^，。；：《》的之]{2,24}[的之]$/u;
const OF_A_BODY = /^(?:联合国|国际|世界)/u;
const ABOUT_UNITS = 30;

/** A name that an authority has. */
function known(page: Page, hit: TermHit): AgreementDraft {
  const { text } = page;
  const about = OF_A_BODY.test(text.slice(hit.start, hit.start + 3))
    ? null
    : ABOUT.exec(text.slice(Math.max(0, hit.start - ABOUT_UNITS), hit.start));
  const first = hit.start - (about?.[0].length ?? 0);
  const isDescription = about !== null || /^(?:关于|在)/u.test(text.slice(hit.start, hit.start + 2));
  const start = isDescription ? beforeAbout(page, first) : hit.start;
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
  if (ONE_BETWEEN.test(text.slice(Math.max(0, head.start - 6), head.start))) return null;
  if (GAZETTE.test(bare) || ANNEX.test(bare) || (made === null && ALL.test(bare))) return null;
  const behind = NUMBER_BEHIND.exec(text.slice(head.end, head.end + 14))?.[0] ?? '';
  if (bare === '决议' && behind !== '')
    return draftOf(page, { start, end: head.end + behind.length }, start, 'name', 1, 'zh/named');
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
  // 2005年至2008年文化交流执行计划: its years are part of its name.
  const years = page.dateEndingAt(start);
  const first = years && YEARS.test(years.edtf) && !count ? years.start : start;
  const draft = draftOf(page, { start: first, end }, first, via, count?.value ?? 1, 'zh/named');
  if (namesItself(text, page.dateEndingAt(start)?.start ?? start)) return { ...draft, ...ITSELF };
  const group = count ?? countBefore(text, head.start);
  const each = ofEachDate(page, draft) ?? ofEachSubject(page, draft, head, countBefore(text, head.start));
  if (each) return each;
  return group && group.value > 1 ? asGroup(page, draft, head.value.noun, group.value) : draft;
}

const YEARS = /^[0-9]{4}\/[0-9]{4}$/u;

/** 两国政府之间的一项协议 is what the text itself is to be. */
const ONE_BETWEEN = /间的?一[项个份]$/u;

/** 第四公约, 第二议定书: of those that the text has named, the one that is called so. */
const ORDINAL = /第[一二三四五六七八九十]{1,2}$/u;

function ordinalOnly(page: Page, head: TermHit, ordinal: string): AgreementDraft | null {
  const before = page.text.charAt(head.start - ordinal.length - 1);
  if (head.value.type !== 'kind' || '其该本此'.includes(before)) return null;
  // 协定第二议定书 is one made to it.
  if (page.endingAt(head.start - ordinal.length)?.value.type === 'kind') return null;
  const { noun } = head.value;
  const span = { start: head.start - ordinal.length, end: head.end };
  const called = calledSo(span, noun, `${ordinal}${noun}`);
  // 经D签署的第一议定书修订: one that was not named before is new.
  if (!isMadeOn(page, span.start)) return called;
  const draft = draftOf(page, span, span.start, 'name', 1, 'zh/named');
  return called.anaphor ? { ...draft, anaphor: called.anaphor } : draft;
}

/** 制度之一切现行条约 */
const ALL = /一切|任何|所有|各种|其他|其它/u;

const ARTICLE = /^第[一二三四五六七八九十0-9]{1,3}条/u;

const KEPT = /(?:履行|落实|执行|遵守|恪守|维护|确保|根据|依据|依照|按照)$/u;

/** 贸易协定第一条, 确保全面协议执行: the one that was named so. */
function oftenNamed({ text }: Page, head: TermHit, start: number): AgreementDraft | null {
  const name = text.slice(start, head.end);
  const isPointed = POINTED.test(text.slice(Math.max(0, start - 2), start));
  if (head.value.type !== 'kind' || start === head.start || isPointed || NO_NAME.test(name)) return null;
  const isMeant =
    ARTICLE.test(text.slice(head.end, head.end + 6)) || KEPT.test(text.slice(Math.max(0, start - 2), start));
  return isMeant && name.length <= LONGEST_CALLED
    ? calledSo({ start, end: head.end }, head.value.noun, name)
    : null;
}
const LONGEST_CALLED = 10;
const NO_NAME =
  /[的之]|决议$|第[^第]{1,4}条|^(?:修改|修订|修正|取消|延长|终止|废除|实施|执行)|^(?:原(?:条约|公约|协定|协议|议定书)$|同?一|[前后][一二两三]|有关|相关|其[他它]|国际|双边|多边|现行|新|旧)/u;

/**
 * 三个联合公报 after three were named are those; after 发表的, or in one breath with others, they are new.
 * 两项协定 are those named before where they begin a clause.
 */
function asGroup(page: Page, draft: AgreementDraft, noun: string, count: number): AgreementDraft {
  const before = page.text.slice(Math.max(0, draft.start - 4), draft.start);
  const isSubject = /[。；，\n]$/u.test(before) && draft.end - draft.start <= noun.length + 2;
  if (
    !(GROUPS.has(noun) || isSubject) ||
    /(?:的|签署|发表|签订)了?$/u.test(before) ||
    followsAnother(page, draft.start)
  )
    return draft;
  return { ...draft, anaphor: { reach: 'before', count, kinds: kindsFor(noun) } };
}

const GROUPS = new Set(['联合公报', '联合声明', '联合宣言', '公报']);

/** 决议案一五一四（十五）: the number behind the noun. */
const NUMBER_BEHIND =
  /^第?[〇○一二三四五六七八九]{2,4}(?:号|（[0-9A-Z一二三四五六七八九十]{1,4}）)|^（修[订正]）/u;
