/** How many agreements one phrase without title marks names, and what it says of each. */
import type { Span } from '../../../records.ts';
import type { AgreementDraft, AgreementFacts } from '../../draft.ts';
import { coreOf } from './core.ts';
import { KIND_NOUNS } from './kinds.ts';
import { NUMBERS } from './nouns.ts';
import { readNumber } from './numerals.ts';
import type { Page } from './page.ts';
import { readParties } from './parties.ts';
import { factsOfTitle } from './titles.ts';

const COUNT = /([两二三四五六七八九十]|[0-9]{1,2})(?:个|项|份|部)$/u;

const COUNT_AT = /^([两二三四五六七八九十])(?:个|项|份|部)/u;

/** 两个 right before the head. */
export function countBefore(text: string, head: number): { start: number; value: number } | null {
  const match = COUNT.exec(text.slice(Math.max(0, head - 4), head));
  const value = match?.[1] === undefined ? null : readNumber(match[1]);
  return match && value !== null ? { start: head - match[0].length, value } : null;
}

/** 两个 at the start of a phrase. */
export function countAt(text: string, start: number): { end: number; value: number } | null {
  const match = COUNT_AT.exec(text.slice(start, start + 4));
  const value = match?.[1] === undefined ? null : readNumber(match[1]);
  return match && value !== null ? { end: start + match[0].length, value } : null;
}

export function draftOf(
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
export function splitFacts(page: Page, span: Span, titleStart: number, count: number): AgreementFacts[] {
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

/** 投资保护和避免双重征税两个协定: one of each subject; null where there are not as many as are counted. */
export function ofEachSubject(
  { text, lexicon }: Page,
  draft: AgreementDraft,
  head: Span,
  count: { start: number; value: number } | null,
): AgreementDraft | null {
  if (!count || count.value < 2 || count.start <= draft.start) return null;
  const subjects = text
    .slice(draft.start, count.start)
    .replace(/的$/u, '')
    .split(/[、和与及]/u);
  if (subjects.length !== count.value || subjects.some((subject) => subject.length < 2)) return null;
  const noun = text.slice(head.start, draft.end);
  const parties = readParties(text, draft.start, lexicon);
  const facts = subjects.map((subject) => ({
    ...factsOfTitle(`${subject}${noun}`, lexicon),
    ...(parties ? { parties: parties.codes } : {}),
  }));
  return { ...draft, via: 'description', facts };
}

const NUMBERS_END = new RegExp(`${NUMBERS}$`, 'u');
const MOST_NUMBERED = 40;
const NUMBERED_UNITS = 120;

/** D第1171（1998）号、D第1181（1998）号和D第1231（1999）号决议: those before the last, each with its own date. */
export function numberedBefore(page: Page, last: AgreementDraft): AgreementDraft[] {
  const { text } = page;
  const noun = /决议案?$/u.exec(text.slice(last.start, last.end))?.[0];
  if (noun === undefined || !text.startsWith('第', last.start)) return [];
  const drafts: AgreementDraft[] = [];
  let { start } = last;
  while (drafts.length < MOST_NUMBERED) {
    const date = page.dateEndingAt(start);
    const joint = date && /(?:以及|[、和及与])$/u.exec(text.slice(Math.max(0, date.start - 2), date.start));
    if (!date || !joint) break;
    const end = date.start - joint[0].length;
    const numbers = NUMBERS_END.exec(text.slice(Math.max(0, end - NUMBERED_UNITS), end))?.[0];
    if (numbers === undefined) break;
    start = end - numbers.length;
    const titles = numbersOf(`${numbers}${noun}`) ?? [`${numbers}${noun}`];
    const facts = titles.map((title) => ({
      ...factsOfTitle(title, page.lexicon),
      kind: 'resolution' as const,
    }));
    drafts.push({
      start,
      end,
      type: 'agreement',
      via: 'name',
      facts,
      rule: 'zh/numbered-list',
      confidence: 0.85,
    });
  }
  return drafts;
}

const LIST = new RegExp(NUMBERS, 'u');

/** 联合国安理会第1718号和第1874号决议 → one title for each number; null when there is one. */
function numbersOf(whole: string): string[] | null {
  const list = LIST.exec(whole);
  const numbers = list?.[0].split(/[、和及与]/u).map((number) => number.replace(/^第| |号$/gu, '')) ?? [];
  if (!list || numbers.length < 2) return null;
  const [before, behind] = [whole.slice(0, list.index), whole.slice(list.index + list[0].length)];
  return numbers.map((number) => `${before}第${number}号${behind}`);
}

/** 关于文化交流和环境保护的两个协定 → 文化交流, 环境保护; null when there are not as many as are counted. */
function subjectsOf(title: string, noun: string, count: number): string[] | null {
  const match = /^(?:关于|有关)(.+)的[两二三四五六七八九十](?:个|项|份)/u.exec(title);
  if (!match?.[1] || noun === '') return null;
  const each = match[1].split(/(?:和|与|及|以及|、)(?:关于|有关)/u);
  if (each.length === count) return each;
  const subjects = match[1].split(/[、和与及]/u).filter((part) => part !== '');
  return subjects.length === count ? subjects : null;
}
