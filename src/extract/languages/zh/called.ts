/** What points at an agreement by a part of its name: 上述引渡条约, 该计划, 中日四个政治文件. */
import type { Span } from '../../../records.ts';
import type { AgreementDraft } from '../../draft.ts';
import { KIND_NOUNS, kindsFor } from './kinds.ts';
import type { TermHit } from './lexicon.ts';
import { readNumber } from './numerals.ts';
import type { Page } from './page.ts';
import { anaphorOf, isInWord, POINTER_UNITS } from './pointing.ts';

/** What points at the agreement whose title ends in `name`, and is no mention where there is none. */
export function calledSo(span: Span, noun: string, name: string): AgreementDraft {
  return anaphorOf(
    span,
    { reach: 'before', count: 1, kinds: kindsFor(noun), noun: name, strict: true, tentative: true },
    'called',
    0.8,
  );
}

/** 上述引渡条约, 该渔业协定: the one that is called so. */
const CALLED = /(?:本|该|此|这一|这项|上述|前述)([\u4e00-\u9fff]{2,6})$/u;

/** 本修正案为协定…: a clause, no name. */
const CLAUSE = /[为是与和对将的由经]|根据|按照/u;

export function called(page: Page, hit: TermHit, noun: string): AgreementDraft | null {
  const match = CALLED.exec(page.text.slice(Math.max(0, hit.start - POINTER_UNITS), hit.start));
  if (!match?.[1] || KIND_NOUNS[noun] === undefined || CLAUSE.test(match[1])) return null;
  const start = hit.start - match[0].length;
  return isInWord(page.text, start) ? null : calledSo({ start, end: hit.end }, noun, `${match[1]}${noun}`);
}

const COUNTED = /([两二三四五六七八九十])(?:个|项|份)$/u;

/** 两协定, at the start of a clause. */
const SUBJECT = /(?<=[。；，\n])[两三四](?:个|项|份)?$/u;

/** 中日四个政治文件, 两协定: the last so many, where the text has named them. */
export function counted(page: Page, hit: TermHit, noun: string): AgreementDraft | null {
  const subject = SUBJECT.exec(page.text.slice(Math.max(0, hit.start - 3), hit.start))?.[0];
  const number = subject === undefined ? null : readNumber(subject.charAt(0));
  if (subject !== undefined && number !== null)
    return anaphorOf(
      { start: hit.start - subject.length, end: hit.end },
      { reach: 'before', count: number, kinds: kindsFor(noun), tentative: true },
      'counted',
      0.75,
    );
  const match = COUNTED.exec(page.text.slice(Math.max(0, hit.start - 3), hit.start));
  const count = match?.[1] === undefined ? null : readNumber(match[1]);
  if (!match || count === null || noun !== '政治文件') return null;
  const first = hit.start - match[0].length;
  if (/(?:签署|发表|签订)了?$/u.test(page.text.slice(Math.max(0, first - 3), first))) return null;
  const before = page.endingAt(first);
  return anaphorOf(
    { start: before?.value.type === 'state' ? before.start : first, end: hit.end },
    { reach: 'before', count, kinds: [], tentative: true },
    'counted',
    0.75,
  );
}

const PLAN =
  /(?:该|这一|这项|上述|前述|此项)((?:行动|合作)?(?:计划|规划|倡议|路线图|框架文件))(?![的]?经济)/gu;

/** 该计划, where a plan has been named. */
export function findPlans(page: Page): AgreementDraft[] {
  const drafts: AgreementDraft[] = [];
  for (const { 0: words, 1: noun = '', index: start } of page.text.matchAll(PLAN)) {
    const span = { start, end: start + words.length };
    if (page.overlapsClaim(span) || isInWord(page.text, start)) continue;
    page.claim(span);
    const draft = calledSo(span, noun, noun);
    drafts.push({
      ...draft,
      anaphor: { ...draft.anaphor, reach: 'before', count: 1, kinds: ['programme', 'other'] },
    });
  }
  return drafts;
}
