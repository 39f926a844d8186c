/** States, organizations and places outside the names of agreements. */
import type { Span } from '../../../records.ts';
import type { OrganizationDraft, PlaceDraft, StateDraft } from '../../draft.ts';
import { isHan } from './characters.ts';
import { isSharedAbbreviation, type TermHit } from './lexicon.ts';
import type { Page } from './page.ts';

/** A language, a people's tongue, a body of one state: 中文, 俄语, 中国共产党. */
const NOT_A_STATE = /^(?:文|语|族|籍|式|元)/u;

export function findStates(page: Page): StateDraft[] {
  const drafts: StateDraft[] = [];
  const initials = new Map<string, string>();
  for (const hit of page.hits) {
    if (hit.value.type !== 'state') continue;
    const { codes } = hit.value;
    if (codes.length === 1 && codes[0] !== undefined && hit.end - hit.start > 1)
      initials.set(page.text.charAt(hit.start), codes[0]);
    if (page.isClaimed(hit.start) || NOT_A_STATE.test(page.text.slice(hit.end, hit.end + 1))) continue;
    drafts.push({ type: 'state', start: hit.start, end: hit.end, codes, rule: 'zh/state', confidence: 0.95 });
  }
  return [...drafts, ...findOwnCombinations(page, initials)].sort((a, b) => a.start - b.start);
}

/** 中塞 in a text that speaks of 塞尔维亚: 中 and the first character of a state that the text names in full. */
function findOwnCombinations(page: Page, initials: ReadonlyMap<string, string>): StateDraft[] {
  const drafts: StateDraft[] = [];
  const first = page.lexicon.abbreviations.get('中');
  if (first === undefined) return drafts;
  for (let at = page.text.indexOf('中'); at >= 0; at = page.text.indexOf('中', at + 1)) {
    const character = page.text.charAt(at + 1);
    const code = initials.get(character);
    if (code === undefined || code === first || page.lexicon.abbreviations.has(character)) continue;
    if (isSharedAbbreviation(character)) continue;
    const isWord = page.lexicon.terms.longestAt(page.text, at) !== null;
    const next = page.text.charAt(at + 2);
    if (isWord || page.isClaimed(at) || !/[关两双友合睦经贸战政文科教投传边国政人立建各]/u.test(next))
      continue;
    drafts.push({
      type: 'state',
      start: at,
      end: at + 2,
      codes: [first, code],
      rule: 'zh/own-combination',
      confidence: 0.8,
    });
  }
  return drafts;
}

/** What is added to a body's name: its organs and its members' meetings. */
const ORGAN =
  /^(?:成员国)?(?:[\u4e00-\u9fff]{0,10}?)(?:元首理事会|首脑理事会|理事会|委员会|秘书处|大会|反恐怖机构|执行局|人权机制|论坛|法庭)/u;
const NOT_IN_AN_ORGAN = /[的和与及在对将为是有了于向但经本由应须得邀该各其之或以并]|秘书长|总干事|主席/u;
const BODY_UNITS = 30;
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
  const organ = ORGAN.exec(tail)?.[0];
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

const SHORT_FORM = /^（(?:以下)?(?:简称|称)(?:为)?[“‘]?([^（），。；”’]{2,14})[”’]?）/u;
/** （以下简称ICOMOS）, and ICOMOS from there on. */
function findShortForms(page: Page, organizations: readonly OrganizationDraft[]): OrganizationDraft[] {
  const drafts: OrganizationDraft[] = [];
  const known = new Set(organizations.map(({ start }) => start));
  for (const organization of organizations) {
    const alias = SHORT_FORM.exec(page.text.slice(organization.end, organization.end + 30))?.[1];
    if (alias === undefined || page.lexicon.terms.longestAt(alias, 0)?.value.type === 'organization')
      continue;
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

/** 中哈利用和保护跨界河流联合委员会: from the states that make it up to the noun. */
function madeUpOrganization(page: Page, hit: TermHit, after: number): OrganizationDraft | null {
  const { text } = page;
  let start = hit.start;
  let named: number | null = null;
  while (start > after && hit.end - start < BODY_UNITS) {
    const term = page.endingAt(start);
    if (term) {
      const { value } = term;
      if (value.type === 'kind' || (value.type === 'word' && value.class === 'stop')) break;
      if (value.type === 'state' || value.type === 'organization') named = term.start;
      start = term.start;
    } else if (isHan(text.charCodeAt(start - 1)) || text.charAt(start - 1) === '、') {
      // 中塞: two characters that only this text combines.
      if (text.charAt(start - 1) === '中' && named === null) named = start - 1;
      start -= 1;
    } else break;
  }
  const name = named === null ? '' : text.slice(named, hit.end);
  if (named === null || name.length < 6 || /党/u.test(name) || DOMESTIC.test(name) || page.isClaimed(named))
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

const SIGNED_THERE = /^(?:签署|签订|签字|缔结|订立|互换|换文|举行|召开|[，。]?(?:一式|共)[两二三四]份)/u;

/** 在新加坡签订, 订于新加坡: the city of the state that is one. */
function cityOf(page: Page, { start, end }: Span): PlaceDraft[] {
  const key = page.lexicon.cities.get(page.text.slice(start, end));
  if (key === undefined) return [];
  const before = page.text.slice(Math.max(0, start - 2), start);
  const after = page.text.slice(end, end + 6);
  if (!(/[在于]$/u.test(before) && SIGNED_THERE.test(after)) && !/[订签]于$/u.test(before)) return [];
  page.claim({ start, end });
  const name = page.text.slice(start, end);
  return [{ type: 'place', start, end, name, key, rule: 'zh/city-state', confidence: 0.85 }];
}

/** Where something is signed or held. */
const HAPPENS = /(?:在|于)([\u4e00-\u9fff·]{2,8}?)(?:签署|签订|发表|缔结|举行|通过|订立|签字|召开)/gu;
const NOT_A_PLACE =
  /[的了对将为是有和与及上下前后内外中间会同日月年时则得再其该本此各每条款项次期届害方可应必须已由经按并而或国道]/u;

export function findPlaces(page: Page): PlaceDraft[] {
  const drafts: PlaceDraft[] = [];
  const taken = new Set<number>();
  for (const hit of page.hits) {
    if (page.isClaimed(hit.start)) continue;
    if (hit.value.type === 'state') drafts.push(...cityOf(page, hit));
    if (hit.value.type !== 'place') continue;
    taken.add(hit.start);
    drafts.push({
      type: 'place',
      start: hit.start,
      end: hit.end,
      name: hit.value.name,
      key: hit.value.key,
      rule: 'zh/place',
      confidence: 0.95,
    });
  }
  for (const match of page.text.matchAll(HAPPENS)) {
    const name = match[1] ?? '';
    const start = match.index + 1;
    const known = page.lexicon.terms.longestAt(page.text, start);
    if (taken.has(start) || page.isClaimed(start) || NOT_A_PLACE.test(name)) continue;
    if (known && known.value.type !== 'word') continue;
    if (page.endingAt(start + name.length)?.value.type === 'place') continue;
    drafts.push({ type: 'place', start, end: start + name.length, name, rule: 'zh/where', confidence: 0.75 });
  }
  return drafts.sort((a, b) => a.start - b.start);
}
