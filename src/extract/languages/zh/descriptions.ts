/** Agreements described: 中俄两国政府关于预防危险军事活动的协定, 签署在边境地区加强军事领域信任的协定. */
import type { AgreementDraft } from '../../draft.ts';
import type { TermHit } from './lexicon.ts';
import { LONGEST_NAME, NOMINAL, NOT_A_NOUN } from './nouns.ts';
import { firstFrom, type Page } from './page.ts';
import { countBefore, draftOf } from './several.ts';
import { isMadeOn, UNIQUE } from './specific.ts';

/** A description reaches back this far, in units. */
const LONGEST_DESCRIPTION = 130;

/** Verbs whose object an agreement without 关于 can be: 签署在边境地区加强军事领域信任的协定. */
const MAKING = /(?:签署|签订|缔结|制定|制订|达成|商签|商定|通过|拟订|发表)了?$/u;

const CONTENT = /^(?:在|为|就|旨在|有关|针对|涉及|防止|禁止|限制|加强|促进|建立|保护|避免|互免|相互)/u;

/** 关于…的协定 with the parties before it, or what is signed, concluded, drawn up to do something. */
export function describe(page: Page, head: TermHit): AgreementDraft | null {
  const { text } = page;
  const count = countBefore(text, head.start);
  const attach = beforeModifier(page, count ? count.start : head.start);
  if (NOT_A_NOUN.test(text.slice(head.end, head.end + 4))) return null;
  if (!'的之'.includes(text.charAt(attach - 1))) return count ? null : unjoined(page, head);
  const before = text.slice(Math.max(0, head.start - 6), head.start);
  if (ANY.test(before) || POINTED.test(before)) return null;
  const nearest = findAbout(page, attach - 1);
  const about = nearest !== null && count ? firstAbout(page, nearest) : nearest;
  if (about !== null && (OF_THE_TEXT.test(text.slice(about, head.start)) || isHeld(page, about))) return null;
  // 一项关于…公约的议定书 is none yet; the 公约 is one.
  if (about !== null && ONE.test(text.slice(about - 2, about)) && holdsAgreement(page, about, head))
    return null;
  const start =
    about === null
      ? (afterMaking(page, attach - 1, head) ??
        changing(page, attach - 1) ??
        forbidding(page, attach - 1, head))
      : beforeAbout(page, about);
  if (start === null) return null;
  if (head.value.type === 'kind' && head.value.noun === '决议' && start === about && !isMade(page, start))
    return null;
  return draftOf(
    page,
    { start, end: head.end },
    about ?? start,
    'description',
    count?.value ?? 1,
    'zh/described',
  );
}

/** Verbs and adverbs that a title has between 关于 and its noun. */
const IN_TITLES = new Set(
  '的 之 有关 及其 以及 在 对 为 以 于 取消 处理 使用 其他 所有 一切 适用 实施 执行 加强 促进 终止 延长 补充 保障 相互 共同 双方'.split(
    ' ',
  ),
);
const MADE_OR_BY = /(?:签订|签署|缔结|达成|通过|订立)[的之]$/u;

/** 中美关于取消领事裁判权条约, 签订的关于通商和交通协定: no 的 before the noun, but parties or 签订的 before 关于. */
function unjoined(page: Page, head: TermHit): AgreementDraft | null {
  const about = findAbout(page, head.start);
  if (about === null || isHeld(page, about)) return null;
  if (/一切|任何|所有/u.test(page.text.slice(about, head.start))) return null;
  for (let at = head.start; at > about + 2; ) {
    const hit = page.endingAt(at);
    if (page.isClaimed(at - 1)) return null;
    if (
      hit?.value.type === 'word' &&
      hit.value.class === 'stop' &&
      !IN_TITLES.has(page.text.slice(hit.start, at))
    )
      return null;
    at = hit && hit.start >= about + 2 ? hit.start : at - 1;
  }
  const start = beforeAbout(page, about);
  if (start === about && !isMade(page, about)) return null;
  return draftOf(page, { start, end: head.end }, about, 'description', 1, 'zh/described');
}

function isMade(page: Page, start: number): boolean {
  return (
    page.dateEndingAt(start) !== undefined || MADE_OR_BY.test(page.text.slice(Math.max(0, start - 3), start))
  );
}

const ONE = /一[项个份]$/u;

function holdsAgreement(page: Page, about: number, head: TermHit): boolean {
  const first = firstFrom(page.hits, about);
  return page.hits
    .slice(first, first + LONGEST_DESCRIPTION)
    .some(({ value, start }) => start < head.start && (value.type === 'kind' || value.type === 'agreement'));
}

/** Agreements of a kind, none in particular: 关于…的其他国际协定. */
const ANY =
  /(?:其他|其它|特别|任何|这种|此种|各项|各种|一切|所有|有关|双边|多边|现有|现行|适用|类似|国内)(?:国际|双边|多边)?$/u;

/** 关于两国间的上述贸易协定 points. */
const POINTED = /(?:上述|前述|上列|上开)[^的之，。；]{0,4}$/u;

/** 未载有关于终止之条款的条约: what a kind of agreement holds. */
function isHeld({ text }: Page, about: number): boolean {
  return /(?:载有?|[包不]?含有?|没有|并无)$/u.test(text.slice(Math.max(0, about - 2), about));
}

/** A subject that only the text itself explains makes a kind of agreement: 关于这种行动的协定. */
const OF_THE_TEXT =
  /(?<![及与和])其(?![他它余中次])|程序事项|这种|此种|此类|这类|上项|前项|本条|本款|该款|任何|各自|按照/u;

/** Words between 的 and the head: 关于利用跨界河流的合作协定, …的总框架协定, …的补充议定书. */
const MODIFIER = /(?<=[的之])(?:[^的之和与及、，。；：《》（）\n\t]{1,5})$/u;

function beforeModifier(page: Page, head: number): number {
  const match = MODIFIER.exec(page.text.slice(Math.max(0, head - 6), head));
  if (!match) return head;
  const hit = page.endingAt(head);
  const isVerb =
    hit?.value.type === 'word' &&
    hit.value.class === 'stop' &&
    !NOMINAL.has(page.text.slice(hit.start, head));
  return isVerb || page.isClaimed(head - 1) ? head : head - match[0].length;
}

/** The nearest 关于 to the left, in the same clause of the description; null when there is none. */
function findAbout(page: Page, from: number): number | null {
  const { text } = page;
  const limit = Math.max(0, from - LONGEST_DESCRIPTION);
  const nearest = page.aboutBefore(from);
  if (nearest + 2 <= limit) return null;
  for (let at = from; at > limit; at -= 1) {
    const unit = text.charAt(at - 1);
    if ('。；！？\n\t：'.includes(unit)) return null;
    const hit = page.endingAt(at);
    // Another description ends here: what is about is its own.
    if (hit?.value.type === 'kind' && '的之'.includes(text.charAt(hit.start - 1))) return null;
    if (at - 2 === nearest) return nearest;
    if (unit === '，' && !text.slice(at, from).includes('关于')) return null;
  }
  return null;
}

const AND_ABOUT = /关于[^，。；：《》\n]{2,40}?(?:和|与|及|以及|、)$/u;

/** 关于X和关于Y的两个协定: the first 关于 of the list. */
function firstAbout(page: Page, about: number): number {
  const before = page.text.slice(Math.max(0, about - LONGEST_NAME), about);
  const list = AND_ABOUT.exec(before);
  return list ? about - list[0].length : about;
}

/** Over parties and dates to the left of 关于. */
export function beforeAbout(page: Page, about: number): number {
  let start = about;
  let named = false;
  for (let at = about; at > 0 && about - at < LONGEST_DESCRIPTION; ) {
    const date = page.dateEndingAt(at);
    if (date) {
      at = date.start;
      continue;
    }
    const hit = page.endingAt(at);
    if (!hit) break;
    const { value } = hit;
    if (value.type === 'state' || value.type === 'organization') {
      named = true;
      start = hit.start;
    } else if (value.type === 'place' && hit.end === about) start = hit.start;
    else if (value.type === 'word' && value.class === 'party') start = hit.start;
    else if (!(value.type === 'word' && value.class === 'joint' && named)) break;
    at = hit.start;
  }
  return start;
}

const CHANGING =
  /(?:签署|签订|通过|达成|缔结)[的之]((?:修订|修改|补充|延长|终止|取代)[^，。；：《》\n]{2,30})$/u;

/** 签署的修订该协定的议定书 */
function changing(page: Page, from: number): number | null {
  const match = CHANGING.exec(page.text.slice(Math.max(0, from - 36), from));
  return match?.[1] === undefined ? null : from - match[1].length;
}

const FORBIDDING =
  /(?<=^|[，。；：\n]|[到照据入守行实准署订]|重申|尊重|支持|欢迎|确认|关于)(?:禁止|防止|取缔|制止)[^，。；：《》\n]{4,}$/u;

/** 注意到禁止…武器的公约 */
function forbidding(page: Page, from: number, head: TermHit): number | null {
  if (head.value.type !== 'kind' || !UNIQUE.has(head.value.noun)) return null;
  const match = FORBIDDING.exec(page.text.slice(Math.max(0, from - LONGEST_NAME), from));
  const start = match ? from - match[0].length : null;
  return start === null || holdsAgreement(page, start, head) ? null : start;
}

/** Position behind 签署 and the like, when what follows says what the agreement is to do. */
function afterMaking(page: Page, from: number, head: TermHit): number | null {
  const { text } = page;
  const limit = Math.max(0, from - LONGEST_NAME);
  const isUnique = head.value.type === 'kind' && UNIQUE.has(head.value.noun);
  for (let at = from; at > limit; at -= 1) {
    const unit = text.charAt(at - 1);
    if ('，。；！？\n\t：《》'.includes(unit) || (unit === '、' && !isUnique)) return null;
    // D签订的战争中禁用毒气体、细菌作战方法的议定书
    if (isUnique && '的之'.includes(unit) && isMadeOn(page, at))
      return from - at >= 5 && !holdsAgreement(page, at, head) ? at : null;
    if (!MAKING.test(text.slice(Math.max(0, at - 3), at)) && !page.dateEndingAt(at)) continue;
    const content = text.slice(at, from);
    return content.length >= 5 && CONTENT.test(content) ? at : null;
  }
  return null;
}
