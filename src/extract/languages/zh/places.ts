/** Places: known ones, where something is signed, rivers and islands and provinces by what they end in. */
import type { Span } from '../../../records.ts';
import type { PlaceDraft } from '../../draft.ts';
import type { Page } from './page.ts';
import { isSyllable } from './people.ts';

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
  /[的了对将为是有和与及上下前后内外中间会同日月年时则得再其该本此各每条款项次期届害方可应必须已由经按并而或国道今昨]/u;

export function findPlaces(page: Page): PlaceDraft[] {
  const drafts: PlaceDraft[] = [];
  const taken = new Set<number>();
  const isOfUnion = /欧盟|欧洲联盟|欧方/u.test(page.text);
  for (const hit of page.hits) {
    if (page.isClaimed(hit.start)) continue;
    // 中欧 in a text of China and the Union
    if (isOfUnion && page.text.startsWith('中欧', hit.start) && hit.end === hit.start + 2) continue;
    if (hit.value.type === 'state') drafts.push(...cityOf(page, hit));
    if (hit.value.type !== 'place') continue;
    taken.add(hit.start);
    drafts.push(known(page, hit, hit.value));
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
  for (const draft of findLandmarks(page)) if (!taken.has(draft.start)) drafts.push(draft);
  return drafts.sort((a, b) => a.start - b.start);
}

/** 澳门半岛 is part of what is called 澳门. */
function known(page: Page, { start, end }: Span, { name, key }: { name: string; key: string }): PlaceDraft {
  const base = { type: 'place', start, confidence: 0.95, rule: 'zh/place' } as const;
  const more = /^(?:半|群|列)岛/u.exec(page.text.slice(end, end + 2))?.[0];
  if (more === undefined) return { ...base, end, name, key };
  return { ...base, end: end + more.length, name: `${name}${more}` };
}

/** What rivers, islands and provinces are called in the end. */
const LANDMARK = /[河江湖岛省峰]/gu;
const LANDMARK_EDGE = /[，。；：、（“《\n\t的和与及同在于至沿经从向到由为或过越以即称河江省]/u;
/** Characters of what is no name: 各省, 界河, 国际河流, 沿江. */
const NO_LANDMARK =
  /[该本各两有此其每全跨边界主支沿内外上下大小中国际些几等这那何某多条江河湖海山节俭括如果包个右左顺流]/u;
const LONGEST_LANDMARK = 7;

/** 南腊河, 丰沙里省: two characters and more between an edge and the word; of provinces and islands, foreign ones. */
function findLandmarks(page: Page): PlaceDraft[] {
  const drafts: PlaceDraft[] = [];
  const { text } = page;
  for (const match of text.matchAll(LANDMARK)) {
    const end = match.index + 1;
    let start = match.index;
    while (start > end - LONGEST_LANDMARK && !LANDMARK_EDGE.test(text.charAt(start - 1))) {
      const type = page.endingAt(start)?.value.type;
      if (type === 'state' || type === 'place' || type === 'organization') break;
      start -= 1;
    }
    const name = text.slice(start, match.index);
    if (start === end - LONGEST_LANDMARK || name.length < 2 || !/^[\u4e00-\u9fff]+$/u.test(name)) continue;
    if (NO_LANDMARK.test(name) || page.overlapsClaim({ start, end })) continue;
    if (match[0] === '河' && /[流道床岸口]/u.test(text.charAt(end))) continue;
    if (match[0] === '省' && /[略去钱力时]/u.test(text.charAt(end))) continue;
    if (match[0] === '峰' && text.charAt(end) === '会') continue;
    if ('湖岛峰'.includes(match[0]) && !Array.from(name).every(isSyllable)) continue;
    const inside = page.endingAt(end);
    if (inside && inside.start < match.index) continue;
    drafts.push({
      type: 'place',
      start,
      end,
      name: text.slice(start, end),
      rule: 'zh/landmark',
      confidence: 0.7,
    });
  }
  return drafts;
}
