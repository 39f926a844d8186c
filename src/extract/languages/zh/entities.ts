/** States and organizations outside the names of agreements. */
import type { OrganizationDraft, StateDraft } from '../../draft.ts';
import { isHan } from './characters.ts';
import type { TermHit } from './lexicon.ts';
import type { Page } from './page.ts';

/** A language, a people's tongue, a body of one state: 中文, 俄语, 中国共产党. */
const NOT_A_STATE = /^(?:文(?![化教艺明])|语(?!言)|族|籍|式|元(?!首)|共产党|劳动党|人民革命党|国民党)/u;

export function findStates(page: Page): StateDraft[] {
  const drafts: StateDraft[] = [];
  for (const hit of page.hits) {
    if (hit.value.type !== 'state') continue;
    const { codes } = hit.value;
    if (page.isClaimed(hit.start) || NOT_A_STATE.test(page.text.slice(hit.end, hit.end + 5))) continue;
    drafts.push({ type: 'state', start: hit.start, end: hit.end, codes, rule: 'zh/state', confidence: 0.95 });
  }
  return drafts;
}

/** 第十次部长级会议 */
const CONFERENCE = /^(?:第[一二三四五六七八九十0-9]{1,3}[次届])?部长级?会议/u;
/** What is added to a body's name: its organs and its members' meetings. */
const ORGAN =
  /^(?:成员国)?(?:[\u4e00-\u9fff]{0,10}?)(?:元首理事会|首脑理事会|理事会|委员会|秘书处|大会|反恐怖机构|执行局|人权机制|论坛|法庭)/u;
const NOT_IN_AN_ORGAN = /[的和与及在对将为是有了于向但经本由应须得邀该各其之或以并]|秘书长|总干事|主席/u;
const BODY_UNITS = 30;
/** 瑞士联邦委员会 governs one. */
const OF_ONE_STATE = /(?:联邦|全国|国家|最高|人民|中央)[\u4e00-\u9fff]{0,6}(?:委员会|法院|银行|法庭)$/u;
/** Bodies of one state. */
const DOMESTIC =
  /^(?:全国|国家|国务院|中央|人民|地方|本国|各国|双方|两国|有关|其|该|本|专门|联合|混合|各|新|民间|非政府|政府间|国际|区域|地区性)/u;

export function findOrganizations(page: Page): OrganizationDraft[] {
  const drafts: OrganizationDraft[] = [];
  let last = 0;
  for (const hit of page.hits) {
    if (hit.start < last || page.isClaimed(hit.start)) continue;
    const draft =
      hit.value.type === 'organization'
        ? knownOrganization(page, hit, hit.value)
        : hit.value.type === 'body'
          ? madeUpOrganization(page, hit, last)
          : null;
    if (!draft) continue;
    drafts.push(draft);
    last = draft.end;
  }
  const all = [...drafts, ...findShortForms(page, drafts)].sort((a, b) => a.start - b.start);
  return all.filter((draft, index) => draft.start >= (all[index - 1]?.end ?? 0));
}

function knownOrganization(
  page: Page,
  hit: TermHit,
  { keys, name }: { keys: readonly string[]; name: string },
): OrganizationDraft | null {
  const base = { type: 'organization', start: hit.start, confidence: 0.95 } as const;
  const tail = page.text.slice(hit.end, hit.end + BODY_UNITS);
  const organ = CONFERENCE.exec(tail)?.[0] ?? ORGAN.exec(tail)?.[0];
  if (organ !== undefined && organ.length > 1 && isOrgan(page, organ, hit.end))
    return {
      ...base,
      end: hit.end + organ.length,
      name: `${page.lexicon.bodies.get(keys[0] ?? '') ?? name}${organ}`,
      keys: [],
      organOf: keys[0] ?? name,
      rule: 'zh/organ',
      confidence: 0.85,
    };
  if (/[A-Za-z]/u.test(page.text.charAt(hit.start - 1) + page.text.charAt(hit.end)) && /^[A-Z]/u.test(name))
    return null;
  return { ...base, end: hit.end, name, keys, rule: 'zh/organization' };
}

function isOrgan(page: Page, organ: string, start: number): boolean {
  if (NOT_IN_AN_ORGAN.test(organ)) return false;
  for (let at = start + 1; at < start + organ.length; at += 1) {
    const hit = page.endingAt(at);
    if (hit && hit.start >= start && hit.value.type === 'word' && hit.value.class === 'stop')
      return organ.startsWith('成员国') && hit.start === start;
  }
  return true;
}

/** The text is looked through for each. */
const MOST_SHORT_FORMS = 100;
const SHORT_FORM = /^（(?:以下)?(?:简称|称)(?:为)?[“‘]?([^（），。；”’]{2,14})[”’]?）/u;
/** （以下简称ICOMOS）, and ICOMOS from there on. */
function findShortForms(page: Page, organizations: readonly OrganizationDraft[]): OrganizationDraft[] {
  const drafts: OrganizationDraft[] = [];
  const known = new Set(organizations.map(({ start }) => start));
  const aliases = new Set<string>();
  for (const organization of organizations) {
    if (aliases.size === MOST_SHORT_FORMS) break;
    const alias = SHORT_FORM.exec(page.text.slice(organization.end, organization.end + 30))?.[1];
    if (
      alias === undefined ||
      // What a text says again of the same short form, the first time has told of the whole text.
      aliases.has(alias) ||
      /^[双各]方$|缔约/u.test(alias) ||
      page.lexicon.terms.longestAt(alias, 0)?.value.type === 'organization'
    )
      continue;
    aliases.add(alias);
    for (
      let at = page.text.indexOf(alias, organization.end);
      at >= 0;
      at = page.text.indexOf(alias, at + alias.length)
    )
      if (!known.has(at) && !page.isClaimed(at))
        drafts.push({
          ...organization,
          start: at,
          end: at + alias.length,
          rule: 'zh/short-form',
          confidence: 0.85,
        });
  }
  return drafts;
}

/** 美国在台协会 */
function isResident(text: string, at: number): boolean {
  return /^在[台华港]/u.test(text.slice(at, at + 2));
}

/** 中欧联合委员会: China and the Union, no part of Europe. */
function isOfUnions(text: string, { start, end, value }: TermHit): boolean {
  return value.type === 'place' && /^中[欧非阿拉]$/u.test(text.slice(start, end));
}

/** 中哈利用和保护跨界河流联合委员会: from the states that make it up to the noun. */
function madeUpOrganization(page: Page, hit: TermHit, after: number): OrganizationDraft | null {
  const { text } = page;
  let start = hit.start;
  let named: number | null = null;
  while (start > after && hit.end - start < BODY_UNITS) {
    const term = page.endingAt(start);
    if (term) {
      const { value } = term;
      if (value.type === 'kind' || value.type === 'body') break;
      if (value.type === 'word' && value.class === 'stop' && !isResident(text, term.start)) break;
      if (value.type === 'state' || value.type === 'organization' || isOfUnions(text, term))
        named = term.start;
      start = term.start;
    } else if (isHan(text.charCodeAt(start - 1)) || text.charAt(start - 1) === '、') {
      // 中塞: two characters that only this text combines.
      if (text.charAt(start - 1) === '中' && named === null) named = start - 1;
      start -= 1;
    } else break;
  }
  // 驻美国台北经济文化代表处
  if (named !== null && text.charAt(named - 1) === '驻' && text.charAt(hit.end - 1) === '处') named -= 1;
  const name = named === null ? '' : text.slice(named, hit.end);
  if (
    named === null ||
    name.length < 6 ||
    /党/u.test(name) ||
    DOMESTIC.test(name) ||
    OF_ONE_STATE.test(name) ||
    page.isClaimed(named)
  )
    return null;
  return {
    type: 'organization',
    start: named,
    end: hit.end,
    name,
    keys: [],
    rule: 'zh/made-up-body',
    confidence: 0.8,
  };
}
