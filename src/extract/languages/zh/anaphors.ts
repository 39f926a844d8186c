/** Nouns that point at an agreement named elsewhere: 本条约, 该公约, 上述两协定, 其议定书, 前者. */
import type { Span } from '../../../records.ts';
import type { AgreementDraft, Anaphor } from '../../draft.ts';
import { KIND_NOUNS, kindsFor } from './kinds.ts';
import type { TermHit } from './lexicon.ts';
import { readNumber } from './numerals.ts';
import { firstFrom, type Page } from './page.ts';

/** Determiner, number, and words that may stand between it and the noun. */
const POINTER =
  /(本|该|此|这|这些|上述|前述|上列|上开|下述|其|有关)(各项|各|几|一)?(?:([两二三四五六七八九十]|[0-9]{1,2})?(?:个|项|份|部)?)(框架|补充|附加|合作|双边|边界|国界|政治|谅解|最后|附属|选择|任择|任意|国际|多边|关于|所附|修订|修正|第[一二三四](?:项|号)?|[12][0-9]{3}年)?$/u;
/** 上述引渡条约, 该渔业协定: the one that is called so. */
const CALLED = /(?:本|该|此|这一|这项|上述|前述)([\u4e00-\u9fff]{2,6})$/u;
/** 基本, 日本, 根本 … are no 本; 应该 is no 该; 其他 is no 其. */
const NOT_A_POINTER = /(?:[基日根原资成样版副文课剧]本|[应活]该|[彼因从如]此|[极尤与土]其)$/u;
const POINTER_UNITS = 12;
/** After these the noun is a verb: 本着, 声明如下. */
const NOT_A_NOUN = /^(?:如下|组织|法)/u;
/** 其议定书, 其换文: new ones, made to what was named. */
const CHILDREN = new Set(['议定书', '换文', '附加议定书', '补充议定书', '备忘录']);

/** @param ownNoun what the heading calls the text */
export function findAnaphors(page: Page, ownNoun: string | null): AgreementDraft[] {
  const drafts: AgreementDraft[] = [];
  for (const hit of page.hits) {
    const { value } = hit;
    if (page.isClaimed(hit.start)) continue;
    const draft = value.type === 'kind' || value.type === 'sum' ? pointed(page, hit, value.noun) : null;
    if (!draft || page.overlapsClaim(draft)) continue;
    page.claim(draft);
    drafts.push(draft);
  }
  const own = ownNoun === null || ownNoun in KIND_NOUNS ? [] : findOwn(page, `本${ownNoun}`);
  return [...drafts, ...own, ...findOwn(page, '本约'), ...findPlans(page), ...findFormerAndLatter(page)];
}

function pointed(page: Page, hit: TermHit, noun: string): AgreementDraft | null {
  const { text } = page;
  if (NOT_A_NOUN.test(text.slice(hit.end, hit.end + 3))) return null;
  const sameDay = signedThatDay(page, hit);
  if (sameDay) return sameDay;
  const before = text.slice(Math.max(0, hit.start - POINTER_UNITS), hit.start);
  const match = POINTER.exec(before);
  if (!match?.[1])
    return (
      ofPair(page, hit, noun) ?? called(page, hit, noun) ?? counted(page, hit, noun) ?? bare(page, hit, noun)
    );
  const start = hit.start - match[0].length;
  if (NOT_A_POINTER.test(text.slice(Math.max(0, start - 1), start + 1))) return null;
  if (isGeneric(page, start, `${match[4] ?? ''}${noun}`)) return null;
  const each = match[2] !== undefined && match[2] !== '一';
  const read = readAnaphor(match[1], each, match[3], noun, match[4] ?? '');
  if (!read) return null;
  const anaphor = { ...read, noun: `${match[4] ?? ''}${noun}`, tentative: true as const };
  return {
    start,
    end: hit.end,
    type: 'agreement',
    via: 'anaphor',
    facts: [],
    anaphor,
    rule: anaphor.reach === 'own' ? 'zh/this' : 'zh/pointed',
    confidence: anaphor.reach === 'own' ? 0.97 : 0.85,
  };
}

/** 另有规定的国际条约, 该国际条约: whichever it is. */
function isGeneric(page: Page, start: number, name: string): boolean {
  return (
    /^(?:国际|双边|多边)/u.test(name) &&
    page.text.slice(Math.max(0, start - GENERIC_UNITS), start).includes(name)
  );
}
const GENERIC_UNITS = 40;

function readAnaphor(
  pointer: string,
  each: boolean,
  number: string | undefined,
  noun: string,
  modifier: string,
): Anaphor | null {
  const isSum = KIND_NOUNS[noun] === undefined;
  const count = number === undefined ? null : readNumber(number);
  const kinds = kindsFor(noun);
  switch (pointer) {
    case '本':
      return isSum ? null : { reach: 'own', count: 1, kinds };
    case '下述':
      return isSum ? null : { reach: 'after', count: 1, kinds };
    case '有关':
      return null;
    case '其':
      return CHILDREN.has(noun) && number === undefined
        ? {
            reach: 'before',
            count: 1,
            kinds: [],
            child: {
              kind: KIND_NOUNS[noun] ?? 'protocol',
              title: `%${modifier === '所附' ? '' : modifier}${noun}`,
            },
          }
        : null;
    case '该':
    case '此':
      if (isSum) return null;
      return { reach: 'before', count: count ?? 1, kinds };
    case '这':
      return count === null && isSum ? null : { reach: 'before', count: count ?? 1, kinds };
    default:
      // 上述文件 has no number: one or several.
      return { reach: 'before', count: each ? 'all' : (count ?? 'all'), kinds };
  }
}

/** What points at the agreement whose title ends in `name`, and is no mention where there is none. */
export function calledSo(span: Span, noun: string, name: string): AgreementDraft {
  return {
    ...span,
    type: 'agreement',
    via: 'anaphor',
    facts: [],
    anaphor: { reach: 'before', count: 1, kinds: kindsFor(noun), noun: name, strict: true, tentative: true },
    rule: 'zh/called',
    confidence: 0.8,
  };
}

function called(page: Page, hit: TermHit, noun: string): AgreementDraft | null {
  const match = CALLED.exec(page.text.slice(Math.max(0, hit.start - POINTER_UNITS), hit.start));
  if (!match?.[1] || KIND_NOUNS[noun] === undefined) return null;
  const start = hit.start - match[0].length;
  if (NOT_A_POINTER.test(page.text.slice(Math.max(0, start - 1), start + 1))) return null;
  return calledSo({ start, end: hit.end }, noun, `${match[1]}${noun}`);
}

const OF_PAIR = /(前|后)([两二三四])(?:个|项|份|部)?$/u;
/** 前两个文件, 后两部宪章: of those named last. */
function ofPair(page: Page, hit: TermHit, noun: string): AgreementDraft | null {
  const match = OF_PAIR.exec(page.text.slice(Math.max(0, hit.start - 3), hit.start));
  const count = match?.[2] === undefined ? null : readNumber(match[2]);
  if (!match || count === null) return null;
  return {
    start: hit.start - match[0].length,
    end: hit.end,
    type: 'agreement',
    via: 'anaphor',
    facts: [],
    anaphor: {
      reach: match[1] === '前' ? 'former' : 'latter',
      count,
      kinds: kindsFor(noun),
      tentative: true,
    },
    rule: 'zh/former-latter',
    confidence: 0.75,
  };
}

const COUNTED = /([两二三四五六七八九十])(?:个|项|份)$/u;
/** 中日四个政治文件: the last four, where the text has named as many. */
function counted(page: Page, hit: TermHit, noun: string): AgreementDraft | null {
  if (KIND_NOUNS[noun] !== undefined) return null;
  const match = COUNTED.exec(page.text.slice(Math.max(0, hit.start - 3), hit.start));
  const count = match?.[1] === undefined ? null : readNumber(match[1]);
  if (!match || count === null) return null;
  const first = hit.start - match[0].length;
  if (noun !== '政治文件' || /(?:签署|发表|签订)了?$/u.test(page.text.slice(Math.max(0, first - 3), first)))
    return null;
  const before = page.endingAt(first);
  return {
    start: before?.value.type === 'state' ? before.start : first,
    end: hit.end,
    type: 'agreement',
    via: 'anaphor',
    facts: [],
    anaphor: { reach: 'before', count, kinds: [], tentative: true },
    rule: 'zh/counted',
    confidence: 0.75,
  };
}

const BARE_NOUNS = new Set(['宣言', '公约', '条约', '协定', '议定书', '宪章']);
/** Behind a noun alone that begins a clause: what is said of an agreement. */
const GOES_ON = /^(?:将[于在自由对向]|已[于在由经]|自|规定|旨在)/u;
/** 履行公约义务, 根据协定第三条 */
const KEEPS = /(?:履行|根据|依据|依照|按照|确保|遵守|违反|落实|执行)$/u;
const KEPT = /^(?:[的之]?(?:义务|规定)|得到|第[一二三四五六七八九十0-9])/u;

/** A noun alone that begins a sentence, or says what is kept, means the agreement that is spoken of; so in 据悉，协定将于…. */
function bare(page: Page, hit: TermHit, noun: string): AgreementDraft | null {
  if (!BARE_NOUNS.has(noun) || hit.start === 0) return null;
  const { text } = page;
  const before = text.slice(Math.max(0, hit.start - 2), hit.start);
  const after = text.slice(hit.end, hit.end + 4);
  const begins = /[。；\n]$/u.test(before) && !/^(?:[\n，、：；。]|法|当事)/u.test(after);
  const goesOn = before.endsWith('，') && GOES_ON.test(after);
  if (!begins && !goesOn && !(KEEPS.test(before) && KEPT.test(after))) return null;
  return {
    start: hit.start,
    end: hit.end,
    type: 'agreement',
    via: 'anaphor',
    facts: [],
    anaphor: { reach: 'before', count: 1, kinds: kindsFor(noun), noun, strict: true, tentative: true },
    rule: 'zh/bare',
    confidence: 0.7,
  };
}

/** 同日签署的换文: made on the day that the agreement before it was. */
const THAT_DAY = /同日(?:签署|签订|发表|缔结|签字|交换)的$/u;
function signedThatDay(page: Page, hit: TermHit): AgreementDraft | null {
  if (hit.value.type !== 'kind' || !CHILDREN.has(hit.value.noun)) return null;
  const match = THAT_DAY.exec(page.text.slice(Math.max(0, hit.start - 6), hit.start));
  if (!match) return null;
  const { noun } = hit.value;
  const day = page.dates[firstFrom(page.dates, hit.start) - 1];
  return {
    start: hit.start - match[0].length,
    end: hit.end,
    type: 'agreement',
    via: 'anaphor',
    facts: day ? [{ signed: day.edtf }] : [],
    anaphor: {
      reach: 'before',
      count: 1,
      kinds: [],
      child: { kind: KIND_NOUNS[noun] ?? 'protocol', title: `%${noun}` },
    },
    rule: 'zh/that-day',
    confidence: 0.8,
  };
}

/** 本约, as treaties of the older kind call themselves; 本建议 in a recommendation. */
function findOwn(page: Page, words: string): AgreementDraft[] {
  const drafts: AgreementDraft[] = [];
  for (let at = page.text.indexOf(words); at >= 0; at = page.text.indexOf(words, at + 2)) {
    const end = at + words.length;
    if (page.isClaimed(at) || /[定束会期]/u.test(page.text.charAt(end))) continue;
    if (NOT_A_POINTER.test(page.text.slice(Math.max(0, at - 1), at + 1))) continue;
    page.claim({ start: at, end });
    drafts.push({
      start: at,
      end,
      type: 'agreement',
      via: 'anaphor',
      facts: [],
      anaphor: { reach: 'own', count: 1, kinds: [] },
      rule: 'zh/this',
      confidence: 0.9,
    });
  }
  return drafts;
}

const PLAN =
  /(?:该|这一|这项|上述|前述|此项)((?:行动|合作)?(?:计划|规划|倡议|路线图|框架文件))(?![的]?经济)/gu;
/** 该计划, where a plan has been named. */
function findPlans(page: Page): AgreementDraft[] {
  const drafts: AgreementDraft[] = [];
  for (const { 0: words, 1: noun = '', index: start } of page.text.matchAll(PLAN)) {
    const span = { start, end: start + words.length };
    if (page.overlapsClaim(span) || NOT_A_POINTER.test(page.text.slice(Math.max(0, start - 1), start + 1)))
      continue;
    page.claim(span);
    const draft = calledSo(span, noun, noun);
    drafts.push({
      ...draft,
      anaphor: { ...draft.anaphor, reach: 'before', count: 1, kinds: ['programme', 'other'] },
    });
  }
  return drafts;
}

/** 前者 and 后者, which count only where agreements are near; `keepNear` sees to that. */
function findFormerAndLatter(page: Page): AgreementDraft[] {
  const drafts: AgreementDraft[] = [];
  for (const [word, reach] of [
    ['前者', 'former'],
    ['后者', 'latter'],
  ] as const)
    for (let at = page.text.indexOf(word); at >= 0; at = page.text.indexOf(word, at + 2)) {
      if (page.isClaimed(at)) continue;
      drafts.push({
        start: at,
        end: at + 2,
        type: 'agreement',
        via: 'anaphor',
        facts: [],
        anaphor: { reach, count: 1, kinds: [], tentative: true },
        rule: 'zh/former-latter',
        confidence: 0.8,
      });
    }
  return drafts;
}
