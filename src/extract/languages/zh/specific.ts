/** Whether a phrase without title marks singles one agreement out, or only says what kind it is. */
import type { Span } from '../../../records.ts';
import type { TermHit } from './lexicon.ts';
import { NUMBERS } from './nouns.ts';
import { firstFrom, type Page } from './page.ts';
import { readParties } from './parties.ts';

export const GAZETTE = /(?:国务院|政府|外交部|法院|检察院|银行|法律|官方|立法院)公报$/u;

/** Nouns of which there is one for a subject; of treaties and agreements on a subject there are many. */
export const UNIQUE = new Set([
  '公约',
  '宪章',
  '宣言',
  '规约',
  '盟约',
  '议定书',
  '最后文件',
  '最后议定书',
  '纲领',
  '行动纲领',
  '盟约',
]);

/** Verbs right before a name that take it as their object. */
const GOVERNS =
  /(?:签署|签订|发表|缔结|订立|议定|制定|达成|商签|商谈|商定|谈判|修订|执行|履行|遵守|恪守|落实|根据|依据|依照|按照|加入|批准|修改|终止|延长|取代|重返|维护|支持|欢迎|续签|重签|商定|草签)了?$/u;

/** What prose has and names have not. */
const PROSE =
  /[得称谓应或若其此之曾随撤]|经(?![济贸营典])|时声|第[〇零一二三四五六七八九十百0-9]+[条款项]|提供|认证|承受|更改|郑重|下列|通知|分送|副本/u;

const NUMBERED = new RegExp(`^(?:（.{1,4}届）)?${NUMBERS}$`, 'u');

const FEWEST_UNITS = 4;
const FEWEST_CHANGED = 2;
const CHANGED = /(?:商签|商谈|延长|修订|修改|终止|废除|续签|取代)了?$/u;

const MOST_UNITS = 24;

/**
 * Whether what stands before the noun singles one agreement out: a party, a body or a place, a date, or a
 * subject long enough to be one; 引渡条约 in general is a kind of treaty.
 */
export function isSpecific(page: Page, span: Span, head: TermHit): boolean {
  const { text } = page;
  if (isAnyResolution(page, span, head) || isVerb(page, span, head)) return false;
  if (beginsWithParty(page, span.start) || isDated(page, span.start)) return true;
  const subject = text.slice(span.start, head.start);
  if (BETWEEN.test(subject) || OF_OWN_BODY.test(subject)) return true;
  if (NUMBERED.test(subject) || subject === '建交' || isNegotiated(page, span)) return true;
  if (OF_MEETING.test(subject) && MADE_BY_MEETINGS.test(text.slice(head.start, head.end))) return true;
  const verb = text.slice(Math.max(0, span.start - 4), span.start);
  // 延长海运协定: what is changed is there, however short its name.
  const isChanged = subject.length >= FEWEST_CHANGED && CHANGED.test(verb) && !PROSE.test(subject);
  if (isChanged && /^(?!(?:补充|附加|执行|实施|修[订改正])$)[\u4e00-\u9fff]+$/u.test(subject)) return true;
  if (subject.length < FEWEST_UNITS || subject.length > MOST_UNITS || PROSE.test(subject)) return false;
  const noun = head.value.type === 'kind' ? head.value.noun : '';
  // 通过技术援助实施公约
  if (noun === '公约' && /(?:实施|执行|履行|批准|加入)$/u.test(subject)) return false;
  return UNIQUE.has(noun) || GOVERNS.test(verb);
}

/** 两国政府间的贸易协定; 两国间的协定 may be any. */
export const BETWEEN = /^两国(?:政府)?之?间[的之]?(?!一项|任何|有关|其他|现有|各项|各种|双边)[^的之]{2,12}$/u;

const OF_OWN_BODY = /^本(?:组织|联盟)(?!其[他它]|有关|各项|一切|所有|国际).{2,16}$/u;

/** 五核国会议联合公报: what a meeting issued. */
const OF_MEETING = /(?:会议|峰会|会晤|大会|论坛|会谈)$/u;
const MADE_BY_MEETINGS = /公报|声明|宣言|文件|纪要/u;

/** 启动投资协定谈判: what is negotiated is one agreement, however short its name. */
function isNegotiated(page: Page, { start, end }: Span): boolean {
  const { text } = page;
  const before = text.slice(Math.max(0, start - 2), start);
  if (text.startsWith('谈判', end)) return /(?:启动|开始|推进|推动|加快|完成|恢复|举行)$/u.test(before);
  const isOf = before.endsWith('就') || followsAnother(page, start);
  return isOf && NEGOTIATED.test(text.slice(end, end + NEGOTIATED_UNITS));
}
const NEGOTIATED =
  /^(?:[和与及、][^，。；]{2,20})?(?:尽[快早]|早日)?(?:达成(?:原则)?一致|(?:进行|举行|开展|展开|启动|恢复)?(?:谈判|磋商|商谈))/u;
const NEGOTIATED_UNITS = 36;

/** 中华人民共和国声明保留: a state and 声明, with nothing between, is what it does. */
function isVerb(page: Page, span: Span, head: TermHit): boolean {
  const parties = readParties(page.text, span.start, page.lexicon);
  if (parties?.end === head.start && /^[:：，]/u.test(page.text.charAt(head.end))) return true;
  const subject = page.text.slice(span.start, head.start);
  if (/(?:政府|代表团?)$/u.test(subject) && parties === null && /^[:：，]/u.test(page.text.charAt(head.end)))
    return head.value.type === 'kind' && /^(?:声明|公告|宣言)$/u.test(head.value.noun);
  const state = page.endingAt(head.start);
  const isOne = state?.value.type === 'state' && state.value.codes.length === 1 && state.start === span.start;
  return isOne && head.value.type === 'kind' && /^(?:声明|公告|宣言|决议)$/u.test(head.value.noun);
}

/** 联大决议: a body and 决议, without number or date, is any of its resolutions. */
function isAnyResolution(page: Page, span: Span, head: TermHit): boolean {
  const some = /(?:有关|相关|各项|一系列|历次|其他)$/u.exec(
    page.text.slice(Math.max(0, head.start - 3), head.start),
  );
  const body = page.endingAt(head.start - (some?.[0].length ?? 0));
  return (
    head.value.type === 'kind' &&
    head.value.noun === '决议' &&
    body?.value.type === 'organization' &&
    body.start === span.start &&
    !isDated(page, span.start)
  );
}

/** 中哈国界协定和…: named in one breath with another. */
export function followsAnother(page: Page, start: number): boolean {
  return page.isClaimed(start - 2) && /[和及与、]/u.test(page.text.charAt(start - 1));
}

export function beginsWithParty(page: Page, start: number): boolean {
  const type = page.startingAt(start)?.value.type;
  return type === 'state' || type === 'organization' || type === 'place';
}

export const MADE = /(?:通过|签订|签署|缔结|订立|议定|发表|互换)[的之]$|所[签订立定]$/u;
const MADE_UNITS = 24;

/** 一九七二年八月九日两国政府签订的…: with a date, even 贸易协定 is one. */
export function isMadeOn(page: Page, at: number): boolean {
  if (!MADE.test(page.text.slice(Math.max(0, at - 3), at))) return false;
  const date = page.dates[firstFrom(page.dates, at) - 1];
  return (
    date !== undefined && at - date.end < MADE_UNITS && !/[，。；《》]/u.test(page.text.slice(date.end, at))
  );
}

const SINCE_MADE = /(?:签署|签订|缔结)[、，](?:现|并|已|业)[^，。；、]{0,8}[的之]$/u;
function text(page: Page, start: number, end: number): string {
  return page.text.slice(Math.max(0, start), end);
}

/** …签署的X, or a date right before it. */
function isDated(page: Page, start: number): boolean {
  if (page.dateEndingAt(start)) return true;
  // D签订、现已到期的航空运输协定
  if (SINCE_MADE.test(text(page, start - 20, start))) return true;
  // 二〇〇七年的输油管道协定
  if ('的之'.includes(page.text.charAt(start - 1)) && page.dateEndingAt(start - 1)) return true;
  return /(?:签署|签订|通过|发表|缔结|订立|生效|达成|互换)[的之]$|所[签订立]$/u.test(
    page.text.slice(Math.max(0, start - 4), start),
  );
}

export function isIndefinite(bare: string): boolean {
  return (
    /^(?:一项|一个|新|其他|其它|此|国际|双边|多边|有关|相关|以前|过去|现有|既有|任何|另)/u.test(bare) &&
    bare.length < 8
  );
}
