/**
 * Agreements named or described without title marks. A kind noun is the head; where the phrase begins is found
 * by walking left over what can belong to it: 中哈国界协定, 中俄两国政府关于预防危险军事活动的协定.
 */
import type { AgreementDraft } from '../../draft.ts';
import { isHan } from './characters.ts';
import { beforeAbout, describe } from './descriptions.ts';
import { KIND_NOUNS, kindsFor } from './kinds.ts';
import type { TermHit } from './lexicon.ts';
import { LONGEST_NAME, NOMINAL, NOT_A_NOUN } from './nouns.ts';
import type { Page } from './page.ts';
import { countAt, countBefore, draftOf, splitFacts } from './several.ts';
import { followsAnother, GAZETTE, isIndefinite, isSpecific, UNIQUE } from './specific.ts';

/** Nouns that mean too much else to be heads of names without marks. */
const ONLY_IN_TITLES = new Set(['安排', '倡议', '纲要', '章程', '建议书', '公告', '议程']);

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

/** 三个联合公报 after three were named are those; after 发表的, or in one breath with others, they are new. */
function asGroup(page: Page, draft: AgreementDraft, noun: string, count: number): AgreementDraft {
  const before = page.text.slice(Math.max(0, draft.start - 4), draft.start);
  if (!GROUPS.has(noun) || /(?:的|签署|发表|签订)了?$/u.test(before) || followsAnother(page, draft.start))
    return draft;
  return { ...draft, anaphor: { reach: 'before', count, kinds: kindsFor(noun) } };
}

const GROUPS = new Set(['联合公报', '联合声明', '联合宣言', '公报']);

/** 第1540号, 第1718（2006）号, 第53/77D号, 第1718号和第1874号. */
const NUMBERED =
  /第?[0-9A-Z][0-9A-Z/.]{0,11}(?:（[0-9A-Z]{1,6}）)?号(?:(?:、|和|及|与)第?[0-9A-Z][0-9A-Z/.]{0,11}(?:（[0-9A-Z]{1,6}）)?号){0,4}$/u;

const NUMBERED_UNITS = 60;

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
