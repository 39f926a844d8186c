/** Agreements that the dates alone tell: 1997年联合声明, 一九二六年五月十二日和一九二八年六月三十日的协议. */
import type { Span } from '../../../records.ts';
import type { AgreementDraft, DateDraft } from '../../draft.ts';
import { KIND_NOUNS, kindsFor } from './kinds.ts';
import type { TermHit } from './lexicon.ts';
import { firstFrom, type Page } from './page.ts';
import { draftOf } from './several.ts';

/** Between the last date and the noun: 在上海发表的. */
const RELATIVE =
  /(?:(?:在|于)[^，。；《》]{1,10})?(?:(?:签署|签订|发表|缔结|订立|通过|签字)?[的之]|所[立订签定缔][的之]?)$/u;
const JOINT = /(?:、|和|及|与|以及)$/u;

/**
 * A noun with nothing but dates before it: from the first date, or the body whose agreement it is.
 * @param count 两个, right before the noun
 */
export function datedOnly(
  page: Page,
  head: TermHit,
  count?: Readonly<{ start: number; value: number }>,
): AgreementDraft | null {
  const dates = datesBefore(page, count?.start ?? head.start);
  if (count && count.value !== dates.length) return null;
  const [first] = dates;
  if (!first && !count) return made(page, head);
  // 其1967年议定书 points.
  if (!first || head.value.type !== 'kind' || /[其该此本]$/u.test(page.text.charAt(first.start - 1)))
    return null;
  const body = page.endingAt(first.start);
  const isOfBody = body?.value.type === 'organization' && !page.isClaimed(body.start);
  const span = { start: count?.start ?? (isOfBody ? body.start : first.start), end: head.end };
  const { noun } = head.value;
  const base = { kind: KIND_NOUNS[noun] ?? 'other', title: noun, core: noun, nameless: true } as const;
  return {
    ...draftOf(page, span, head.start, 'description', 1, 'zh/dated'),
    facts: dates.map(({ edtf }) => (edtf.includes('/') ? base : { ...base, signed: edtf })),
    ...(dates.length === 1 && !isOfBody
      ? { anaphor: { reach: 'before', count: 1, kinds: kindsFor(noun), signed: first.edtf } }
      : {}),
    confidence: 0.75,
  };
}

/** In the order of the text. */
function datesBefore(page: Page, head: number): DateDraft[] {
  const relative = RELATIVE.exec(page.text.slice(Math.max(0, head - 18), head));
  const dates: DateDraft[] = [];
  let at = head - (relative?.[0].length ?? 0);
  for (let date = page.dateEndingAt(at); date; date = page.dateEndingAt(at)) {
    dates.unshift(date);
    const joint = JOINT.exec(page.text.slice(Math.max(0, date.start - 2), date.start));
    if (!joint) break;
    at = date.start - joint[0].length;
  }
  return dates;
}

const THEN = /(?:签署|签订|发表|缔结|订立)了?$/u;
const SEVERAL = /^[、和及与等]/u;
const CLAUSE_UNITS = 60;

/** 自一九七二年九月二十九日两国政府在北京发表联合声明以来: one, of that day. */
export function madeThen(page: Page, head: TermHit): AgreementDraft | null {
  const { text } = page;
  const verb = THEN.exec(text.slice(Math.max(0, head.start - 3), head.start));
  const date = verb && page.dates[firstFrom(page.dates, head.start) - 1];
  if (!date || head.value.type !== 'kind' || SEVERAL.test(text.charAt(head.end))) return null;
  const between = text.slice(date.end, head.start - verb[0].length);
  if (between.length > CLAUSE_UNITS || /[，。；《》]|将|拟/u.test(between) || date.edtf.length < FULL)
    return null;
  const { noun } = head.value;
  const facts = {
    kind: KIND_NOUNS[noun] ?? 'other',
    title: noun,
    core: noun,
    nameless: true,
    signed: date.edtf,
  } as const;
  return {
    ...draftOf(page, head, head.start, 'description', 1, 'zh/made-then'),
    facts: [facts],
    confidence: 0.75,
  };
}
/** 1972-09-29 */
const FULL = 10;

const MADE_BY = /(?:(?:签署|签订|签定|发表|缔结|订立|达成|议定|签字)[的之]|所[立订签缔定][的之]?)$/u;
/** What may stand among the parties, the place and the date of one that was made. */
const BETWEEN =
  /(?:[二三四五六七八九十]?个?(?:常任)?(?:理事国|成员国)|及其他|其他|他国|包括|各国|国家|等国|双方|双边|分别|共同|正式|联合|所|曾|已|会谈后|于|在|之间|间|代表|领导人)$/u;
const LONGEST_MADE = 120;

/** D中国政府与英国政府在P签订之议定书: a date among the words that say who made it where. */
function made(page: Page, head: TermHit): AgreementDraft | null {
  const { text } = page;
  const verb = MADE_BY.exec(text.slice(Math.max(0, head.start - 3), head.start));
  if (!verb || head.value.type !== 'kind') return null;
  let at = head.start - verb[0].length;
  let date: DateDraft | undefined;
  let start = at;
  const codes: string[] = [];
  let makers = 0;
  while (at > 0 && head.start - at < LONGEST_MADE && !page.isClaimed(at - 1)) {
    const before = date ? undefined : page.dateEndingAt(at);
    if (before) {
      date = before;
      at = before.start;
      start = at;
      continue;
    }
    const hit = page.endingAt(at);
    const type = hit?.value.type;
    if (hit && (type === 'state' || type === 'organization' || type === 'place')) {
      if (hit.value.type === 'state') codes.unshift(...hit.value.codes);
      if (type === 'organization') makers += 1;
      if (type !== 'place') start = hit.start;
      at = hit.start;
    } else if (hit?.value.type === 'word' && (hit.value.class === 'party' || hit.value.class === 'joint'))
      at = hit.start;
    else {
      const between = BETWEEN.exec(text.slice(Math.max(0, at - 6), at))?.[0];
      const isComma =
        text.charAt(at - 1) === '，' &&
        ((!date && page.dateEndingAt(at - 1) !== undefined) || INCLUDING.test(text.slice(at, at + 2)));
      if (between === undefined && !isComma) break;
      at -= between?.length ?? 1;
    }
  }
  const { noun } = head.value;
  if (!date && codes.length + makers > 0 && JOINT_NOUNS.has(noun) && text.startsWith('发表', head.start - 3))
    return madeBy(page, { start, end: head.end }, head, noun);
  if (!date || date.edtf.includes('/')) return null;
  const base = { kind: KIND_NOUNS[noun] ?? 'other', title: noun, core: noun, nameless: true } as const;
  const span = { start, end: head.end };
  const parties = [...new Set(codes)];
  const isAll = parties.length > 1 && !/其他|等国/u.test(text.slice(start, head.start));
  return {
    ...draftOf(page, span, head.start, 'description', 1, 'zh/made-by'),
    facts: [{ ...base, signed: date.edtf, ...(isAll ? { parties } : {}) }],
    anaphor: { reach: 'before', count: 1, kinds: kindsFor(noun), signed: date.edtf },
    confidence: 0.75,
  };
}

/** 签订之…，包括…，在北京 */
const INCLUDING = /^(?:包括|[在于])/u;
const JOINT_NOUNS = new Set(['联合公报', '联合声明', '联合宣言', '共同声明', '新闻公报']);

/** 东盟五个成员国发表的联合公报: told by who made it alone. */
function madeBy(page: Page, span: Span, head: TermHit, noun: string): AgreementDraft {
  const base = { kind: KIND_NOUNS[noun] ?? 'other', title: noun, core: noun, nameless: true } as const;
  return {
    ...draftOf(page, span, head.start, 'description', 1, 'zh/made-by'),
    facts: [base],
    confidence: 0.7,
  };
}

/** 1899年和1907年海牙公约: one of each date; null where fewer than two stand before a place. */
export function ofEachDate(page: Page, draft: AgreementDraft): AgreementDraft | null {
  if (page.lexicon.terms.longestAt(page.text, draft.start)?.value.type !== 'place') return null;
  const dates = datesBefore(page, draft.start);
  const [first, second] = dates;
  const [facts] = draft.facts;
  if (!first || !second || !facts) return null;
  const { keys: _, ...rest } = facts;
  return {
    ...draft,
    start: first.start,
    via: 'description',
    facts: dates.map(({ edtf }) => (edtf.includes('/') ? rest : { ...rest, signed: edtf })),
  };
}
