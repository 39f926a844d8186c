/**
 * Agreements named or described without title marks. A kind noun is the head; where the phrase begins is found
 * by walking left over what can belong to it: 中哈国界协定, 中俄两国政府关于预防危险军事活动的协定.
 */
import type { Span } from '../../../records.ts';
import type { AgreementDraft, AgreementFacts } from '../../draft.ts';
import { isHan } from './characters.ts';
import { coreOf } from './core.ts';
import { KIND_NOUNS, kindsFor } from './kinds.ts';
import type { TermHit } from './lexicon.ts';
import { readNumber } from './numerals.ts';
import { firstFrom, type Page } from './page.ts';
import { factsOfTitle } from './titles.ts';

/** A description reaches back this far, in units. */
const LONGEST_DESCRIPTION = 130;
const LONGEST_NAME = 60;
/** Nouns that mean too much else to be heads of names without marks. */
const ONLY_IN_TITLES = new Set(['安排', '倡议', '纲要', '章程', '建议书', '公告', '议程']);
/** Verbs whose object an agreement without 关于 can be: 签署在边境地区加强军事领域信任的协定. */
const MAKING = /(?:签署|签订|缔结|制定|制订|达成|商签|商定|通过|拟订)了?$/u;
const CONTENT = /^(?:在|为|就|旨在|有关|针对|涉及|防止|禁止|限制|加强|促进|建立|保护|避免|互免|相互)/u;
/** What follows the noun when it is a verb or part of another word: 声明如下, 条约国. */
const NOT_A_NOUN =
  /^(?:如下|国|法|组织|委员会|理事会|机构|体系|体制|义务国|中心|秘书处|区|性|制度|规定的|成员)/u;

/** Verbs that are part of a name when they stand right before its noun: 补充协定, 修订议定书. */
const NOMINAL = new Set([
  '补充',
  '附加',
  '修订',
  '修改',
  '修正',
  '促进',
  '保障',
  '实施',
  '执行',
  '谈判',
  '终止',
  '延长',
  '保护',
]);
/** What stands before makes it an anaphor: 该框架协议, 上述三个协定. */
const POINTED = /(?:上述|前述|下述|这|此|该|本|其|各项)$/u;
const POINTED_UNITS = 5;

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

/** 关于…的协定 with the parties before it, or what is signed, concluded, drawn up to do something. */
function describe(page: Page, head: TermHit): AgreementDraft | null {
  const { text } = page;
  const count = countBefore(text, head.start);
  const attach = beforeModifier(page, count ? count.start : head.start);
  if (!'的之'.includes(text.charAt(attach - 1)) || NOT_A_NOUN.test(text.slice(head.end, head.end + 4)))
    return null;
  if (ANY.test(text.slice(Math.max(0, head.start - 6), head.start))) return null;
  const about = findAbout(page, attach - 1);
  const start = about === null ? afterMaking(page, attach - 1) : beforeAbout(page, about);
  if (start === null) return null;
  return draftOf(
    page,
    { start, end: head.end },
    about ?? start,
    'description',
    count?.value ?? 1,
    'zh/described',
  );
}

/** Agreements of a kind, none in particular: 关于…的其他国际协定. */
const ANY =
  /(?:其他|其它|特别|任何|这种|此种|各项|各种|一切|所有|有关|双边|多边|现有|现行|适用|类似|国内)(?:国际|双边|多边)?$/u;
/** Words between 的 and the head: 关于利用跨界河流的合作协定, …的总框架协定, …的补充议定书. */
const MODIFIER = /(?<=的)(?:[^的和与及、，。；：《》（）\n\t]{1,5})$/u;
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
  for (let at = from; at > limit; at -= 1) {
    const unit = text.charAt(at - 1);
    if ('。；！？\n\t：'.includes(unit)) return null;
    const hit = page.endingAt(at);
    // Another description ends here: what is about is its own.
    if (hit?.value.type === 'kind' && text[hit.start - 1] === '的') return null;
    if (text.startsWith('关于', at - 2)) return at - 2;
    if (unit === '，' && !text.slice(at, from).includes('关于')) return null;
  }
  return null;
}

/** Over parties and dates to the left of 关于. */
function beforeAbout(page: Page, about: number): number {
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
    } else if (value.type === 'word' && value.class === 'party') start = hit.start;
    else if (!(value.type === 'word' && value.class === 'joint' && named)) break;
    at = hit.start;
  }
  return start;
}

/** Position behind 签署 and the like, when what follows says what the agreement is to do. */
function afterMaking(page: Page, from: number): number | null {
  const { text } = page;
  const limit = Math.max(0, from - LONGEST_NAME);
  for (let at = from; at > limit; at -= 1) {
    if ('，。；！？\n\t：《》、'.includes(text.charAt(at - 1))) return null;
    if (!MAKING.test(text.slice(Math.max(0, at - 3), at))) continue;
    const content = text.slice(at, from);
    return content.length >= 5 && CONTENT.test(content) ? at : null;
  }
  return null;
}

/** 中哈国界协定, 货物贸易协议, 欧洲安全与合作会议最后文件, 联合国安理会第1540号决议. */
function name(page: Page, head: TermHit): AgreementDraft | null {
  const { text } = page;
  if (head.value.type !== 'kind' || NOT_A_NOUN.test(text.slice(head.end, head.end + 4))) return null;
  const walk = walkLeft(page, head.start);
  if (walk === null) return null;
  const count = countAt(text, walk.start);
  const start = walk.start;
  const bare = text.slice(count?.end ?? start, head.end);
  if (GAZETTE.test(bare)) return null;
  const dates = bare === head.value.noun && !count ? datesBefore(page, start) : null;
  if (dates) return datedOnly(page, head, dates);
  if (bare === head.value.noun && !(count && count.value > 1)) return null;
  const isOneOfSeveral = (count?.value ?? 1) > 1 || followsAnother(page, start);
  if (isIndefinite(bare) || !(isOneOfSeveral || isSpecific(page, { start, end: head.end }, head)))
    return null;
  const isShort = head.start - start <= POINTED_UNITS;
  if (isShort && POINTED.test(text.slice(Math.max(0, start - 2), start))) return null;
  const draft = draftOf(
    page,
    { start, end: head.end },
    start,
    count ? 'description' : 'name',
    count?.value ?? 1,
    'zh/named',
  );
  const group = count ?? countBefore(text, head.start);
  return group && group.value > 1 ? asGroup(page, draft, head.value.noun, group.value) : draft;
}

const GAZETTE = /(?:国务院|政府|外交部|法院|检察院|银行|法律)公报$/u;

type Dates = Readonly<{ count: number; start: number }>;
/** 1997年联合声明, 1月9日、3月25日和11月6日的联合声明, 二月二十八日在上海发表的联合公报: the dates alone tell which. */
function datesBefore(page: Page, head: number): Dates | null {
  const { text } = page;
  const relative = /(?:(?:在|于)[^，。；《》]{1,10})?(?:签署|签订|发表|缔结|订立|通过|签字)?的$/u.exec(
    text.slice(Math.max(0, head - 18), head),
  );
  let at = head - (relative?.[0].length ?? 0);
  let count = 0;
  let start = head;
  for (let date = page.dateEndingAt(at); date; date = page.dateEndingAt(at)) {
    count += 1;
    if (relative === null && date.edtf.length === 4) start = date.start;
    const joint = /(?:、|和|及|与|以及)$/u.exec(text.slice(Math.max(0, date.start - 2), date.start));
    if (!joint) break;
    at = date.start - joint[0].length;
  }
  return count === 0 ? null : { count, start };
}

function datedOnly(page: Page, head: TermHit, { count, start }: Dates): AgreementDraft {
  const noun = page.text.slice(head.start, head.end);
  const draft = draftOf(page, { start, end: head.end }, head.start, 'description', 1, 'zh/dated');
  const [fact] = draft.facts;
  return {
    ...draft,
    facts: Array.from({ length: count }, () => ({
      ...(count === 1 ? fact : {}),
      kind: KIND_NOUNS[noun] ?? 'other',
      title: noun,
      core: noun,
    })),
    confidence: 0.75,
  };
}

/** Nouns of which there is one for a subject; of treaties and agreements on a subject there are many. */
const UNIQUE = new Set([
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
  /(?:签署|签订|缔结|制定|达成|商签|商谈|商定|谈判|修订|执行|履行|遵守|恪守|落实|根据|依据|依照|按照|加入|批准|修改|终止|延长|取代|重返|维护|支持|欢迎)了?$/u;
/** What prose has and names have not. */
const PROSE =
  /[得称谓应或若其此之曾经随撤]|时声|第[〇零一二三四五六七八九十百0-9]+[条款项]|提供|认证|承受|更改|郑重|下列|通知|分送|副本/u;
const FEWEST_UNITS = 4;
const MOST_UNITS = 24;

/** 三个联合公报 after three were named are those; after 发表的, or in one breath with others, they are new. */
function asGroup(page: Page, draft: AgreementDraft, noun: string, count: number): AgreementDraft {
  const before = page.text.slice(Math.max(0, draft.start - 4), draft.start);
  if (!GROUPS.has(noun) || /(?:的|签署|发表|签订)了?$/u.test(before) || followsAnother(page, draft.start))
    return draft;
  return { ...draft, anaphor: { reach: 'before', count, kinds: kindsFor(noun) } };
}
const GROUPS = new Set(['联合公报', '联合声明', '联合宣言', '公报']);

/**
 * Whether what stands before the noun singles one agreement out: a party, a body or a place, a date, or a
 * subject long enough to be one; 引渡条约 in general is a kind of treaty.
 */
function isSpecific(page: Page, span: Span, head: TermHit): boolean {
  const { text } = page;
  if (isAnyResolution(page, span, head)) return false;
  if (beginsWithParty(page, span.start) || isDated(page, span.start)) return true;
  const subject = text.slice(span.start, head.start);
  if (subject.length < FEWEST_UNITS || subject.length > MOST_UNITS || PROSE.test(subject)) return false;
  const noun = head.value.type === 'kind' ? head.value.noun : '';
  return UNIQUE.has(noun) || GOVERNS.test(text.slice(Math.max(0, span.start - 4), span.start));
}

/** 联大决议: a body and 决议, without number or date, is any of its resolutions. */
function isAnyResolution(page: Page, span: Span, head: TermHit): boolean {
  const body = page.endingAt(head.start);
  return (
    head.value.type === 'kind' &&
    head.value.noun === '决议' &&
    body?.value.type === 'organization' &&
    body.start === span.start &&
    !isDated(page, span.start)
  );
}

/** 中哈国界协定和…: named in one breath with another. */
function followsAnother(page: Page, start: number): boolean {
  return page.isClaimed(start - 2) && /[和及与、]/u.test(page.text.charAt(start - 1));
}

function beginsWithParty(page: Page, start: number): boolean {
  const hit = page.hits[firstFrom(page.hits, start)];
  if (!hit || hit.start !== start) return false;
  const { type } = hit.value;
  return type === 'state' || type === 'organization' || type === 'place';
}

/** …签署的X, or a date right before it. */
function isDated(page: Page, start: number): boolean {
  if (page.dateEndingAt(start)) return true;
  return /(?:签署|签订|通过|发表|缔结|生效|达成)的$/u.test(page.text.slice(Math.max(0, start - 4), start));
}

/** 第1540号, 第1718（2006）号, 第53/77D号, 第1718号和第1874号. */
const NUMBERED =
  /第?[0-9A-Z][0-9A-Z/.]{0,11}(?:（[0-9A-Z]{1,6}）)?号(?:(?:、|和|及|与)第?[0-9A-Z][0-9A-Z/.]{0,11}(?:（[0-9A-Z]{1,6}）)?号){0,4}$/u;
const NUMBERED_UNITS = 60;

function isIndefinite(bare: string): boolean {
  return /^(?:一项|一个|新|其他|其它|此|国际|双边|多边|有关|相关)/u.test(bare) && bare.length < 8;
}

/** Over what can be part of a name; null when nothing but general words stand there. */
function walkLeft(page: Page, from: number): { start: number } | null {
  const { text } = page;
  let at = from;
  let specific = 0;
  while (at > 0 && from - at < LONGEST_NAME && !page.isClaimed(at - 1)) {
    const date = page.dateEndingAt(at);
    if (date) break;
    const numbered = NUMBERED.exec(text.slice(Math.max(0, at - NUMBERED_UNITS), at));
    if (numbered) {
      at -= numbered[0].length;
      specific += 1;
      continue;
    }
    const hit = page.endingAt(at);
    if (hit && hit.value.type !== 'body' && hit.value.type !== 'sum') {
      const { value } = hit;
      if (value.type === 'word' && value.class === 'stop') {
        if (at !== from || !NOMINAL.has(text.slice(hit.start, at))) break;
        specific += 1;
      }
      if (value.type === 'kind' && hit.end === from && text.charAt(hit.start - 1) === '') break;
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
  if (at === from) return { start: from };
  return specific === 0 && !countAt(text, at) ? null : { start: at };
}

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

const COUNT = /([两二三四五六七八九十]|[0-9]{1,2})(?:个|项|份|部)$/u;
const COUNT_AT = /^([两二三四五六七八九十])(?:个|项|份|部)/u;

/** 两个 right before the head. */
function countBefore(text: string, head: number): { start: number; value: number } | null {
  const match = COUNT.exec(text.slice(Math.max(0, head - 4), head));
  const value = match?.[1] === undefined ? null : readNumber(match[1]);
  return match && value !== null ? { start: head - match[0].length, value } : null;
}

/** 两个 at the start of a phrase. */
function countAt(text: string, start: number): { end: number; value: number } | null {
  const match = COUNT_AT.exec(text.slice(start, start + 4));
  const value = match?.[1] === undefined ? null : readNumber(match[1]);
  return match && value !== null ? { end: start + match[0].length, value } : null;
}

function draftOf(
  page: Page,
  span: Span,
  titleStart: number,
  via: 'name' | 'description',
  count: number,
  rule: string,
): AgreementDraft {
  return {
    ...span,
    type: 'agreement',
    via,
    facts: splitFacts(page, span, titleStart, count),
    rule,
    confidence: 0.85,
  };
}

/** One set of facts for each agreement that is meant: 关于文化交流和环境保护的两个协定 are two. */
function splitFacts(page: Page, span: Span, titleStart: number, count: number): AgreementFacts[] {
  const whole = page.text.slice(span.start, span.end);
  const date = page.dateWithin(span);
  const withoutDate = date
    ? `${page.text.slice(span.start, date.start)}${page.text.slice(date.end, span.end)}`
    : whole;
  const { title: _, ...facts } = factsOfTitle(
    withoutDate.replace(/的?[两二三四五六七八九十](?:个|项|份)/u, '的'),
    page.lexicon,
  );
  const title = page.text.slice(titleStart, span.end);
  const dated = date && !date.edtf.includes('/') ? { signed: date.edtf } : {};
  const several = numbersOf(withoutDate);
  if (several) return several.map((each) => ({ ...facts, title: each, core: coreOf(each), ...dated }));
  if (count === 1)
    return [{ ...facts, title: facts.parties && titleStart === span.start ? whole : title, ...dated }];
  const noun = Object.keys(KIND_NOUNS).find((kind) => whole.endsWith(kind)) ?? '';
  const subjects = subjectsOf(title, noun, count);
  return Array.from({ length: count }, (_, index) => {
    const subject = subjects?.[index];
    if (subject !== undefined)
      return { ...facts, title: `关于${subject}的${noun}`, core: coreOf(`${subject}${noun}`) };
    const bare = title.replace(/^[两二三四五六七八九十](?:个|项|份)/u, '');
    return { ...facts, title: bare, core: `${coreOf(bare)}#${span.start}.${index}` };
  });
}

/** 联合国安理会第1718号和第1874号决议 → one title for each number; null when there is one. */
function numbersOf(whole: string): string[] | null {
  const numbers = [...whole.matchAll(/第?[0-9A-Z][0-9A-Z/.]{0,11}(?:（[0-9A-Z]{1,6}）)?号/gu)];
  const [first] = numbers;
  if (numbers.length < 2 || !first) return null;
  const last = numbers[numbers.length - 1];
  const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
  return numbers.map(([number]) => `${whole.slice(0, first.index)}${number}${whole.slice(end)}`);
}

/** 关于文化交流和环境保护的两个协定 → 文化交流, 环境保护; null when there are not as many as are counted. */
function subjectsOf(title: string, noun: string, count: number): string[] | null {
  const match = /^(?:关于|有关)(.+)的[两二三四五六七八九十](?:个|项|份)/u.exec(title);
  if (!match?.[1] || noun === '') return null;
  const subjects = match[1].split(/[、和与及]/u).filter((part) => part !== '');
  return subjects.length === count ? subjects : null;
}
