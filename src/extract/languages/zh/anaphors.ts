/** Nouns that point at an agreement named elsewhere: 本条约, 该公约, 上述两协定, 其议定书. */
import type { Span } from '../../../records.ts';
import type { AgreementDraft, Anaphor } from '../../draft.ts';
import { bare } from './bare.ts';
import { called, counted, findPlans } from './called.ts';
import { childBehind, childOf, madeFor, signedThatDay } from './children.ts';
import { KIND_NOUNS, kindsFor } from './kinds.ts';
import type { TermHit } from './lexicon.ts';
import { PROTOCOL } from './nouns.ts';
import { readNumber } from './numerals.ts';
import { findOwn } from './own.ts';
import type { Page } from './page.ts';
import { findFormerAndLatter, ofPair } from './pairs.ts';
import { anaphorOf, isInWord, POINTER_UNITS } from './pointing.ts';

/** Determiner, number, and words that may stand between it and the noun. */
const POINTER =
  /(本|该|此|这|这些|同一|上述|前述|(?:前款|上文|前文)?所述|前列|前开|前引|上列|上开|上引|上项|以上|下述|其|有关)(各项|各|几|一)?(?:([两二三四五六七八九十]|[0-9]{1,2})?(?:个|项|份|部)?)((?:[12][0-9]{3}年)?(?:框架|补充|附加|合作|双边|边界|国界|政治|谅解|了解|最后|附属|选择|任择|任意|国际|多边|关于|所附|修订|修正|第[一二三四](?:项|个|号)?)?)$/u;
/** 前述第二项条约: by its place in the list. */
const ORDINAL = /^第([一二三四])[项个]$/u;
const OWN_PART = /本[\u4e00-\u9fff]{2,4}(?:第[^，。；]{1,5}[条款项])?$/u;
/** 三个以上条约, 有所述及 */
const NOT_POINTING = /[个项份种国方有]$/u;
/** After these the noun is a verb: 本着, 声明如下. */
const NOT_A_NOUN = /^(?:如下|组织|法|束)/u;

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
  return [
    ...drafts,
    ...own,
    ...findOwn(page, '本约'),
    ...findPacts(page),
    ...findPlans(page),
    ...findFormerAndLatter(page),
  ];
}

function pointed(page: Page, hit: TermHit, noun: string): AgreementDraft | null {
  const { text } = page;
  if (NOT_A_NOUN.test(text.slice(hit.end, hit.end + 3))) return null;
  const sameDay = signedThatDay(page, hit) ?? madeFor(page, hit);
  if (sameDay) return sameDay;
  const before = text.slice(Math.max(0, hit.start - POINTER_UNITS), hit.start);
  const match = POINTER.exec(before);
  if (!match?.[1])
    return (
      ofList(hit, before, noun) ??
      ofPair(page, hit, noun) ??
      called(page, hit, noun) ??
      counted(page, hit, noun) ??
      bare(page, hit, noun)
    );
  const start = hit.start - match[0].length;
  // 有关其议定书的规定: any that it may have.
  if (isInWord(text, start) || text.startsWith('有关其', start - 2)) return null;
  // 本公报所述各项协议: those that it speaks of itself.
  if (match[1].endsWith('所述') && OWN_PART.test(text.slice(Math.max(0, start - 10), start))) return null;
  if (match[1] === '以上' && NOT_POINTING.test(text.charAt(start - 1))) return null;
  const name = `${match[4] ?? ''}${noun}`;
  if (isGeneric(page, start, name)) return null;
  const each = match[2] !== undefined && match[2] !== '一';
  const read = readAnaphor(match[1], each, match[3], noun, match[4] ?? '');
  if (!read) return null;
  const nth = ORDINAL.exec(match[4] ?? '')?.[1];
  const anaphor: Anaphor = {
    ...read,
    ...(nth === undefined ? { noun: name } : { nth: readNumber(nth) ?? 1, count: 'all' }),
    tentative: true,
  };
  const span = { start, end: hit.end };
  if (anaphor.reach === 'own') return anaphorOf(span, anaphor, 'this', 0.97);
  const protocol =
    anaphor.count === 1 && !anaphor.child ? PROTOCOL.exec(text.slice(hit.end, hit.end + 14)) : null;
  if (protocol)
    return anaphorOf(
      { start, end: hit.end + protocol[0].length },
      childBehind(anaphor, noun, protocol[0]),
      'pointed',
      0.8,
    );
  return anaphorOf(...withNext(page, span, anaphor), 'pointed', 0.85);
}

/** 第一项协定, of those that a list has named. */
function ofList(hit: TermHit, before: string, noun: string): AgreementDraft | null {
  const match = /(?<![一-龥])第([一二三四五六])[项个]$/u.exec(before);
  const nth = match?.[1] === undefined ? null : readNumber(match[1]);
  if (!match || nth === null) return null;
  const span = { start: hit.start - match[0].length, end: hit.end };
  const anaphor: Anaphor = { reach: 'before', count: 'all', kinds: kindsFor(noun), nth, tentative: true };
  return anaphorOf(span, anaphor, 'of-list', 0.75);
}

const NEXT_NOUN = /^[和及与、]/u;

/** 上述条约和协定: of either kind. */
function withNext(page: Page, span: Span, anaphor: Anaphor): [Span, Anaphor] {
  const next =
    anaphor.count === 'all' && NEXT_NOUN.test(page.text.charAt(span.end))
      ? page.startingAt(span.end + 1)
      : undefined;
  if (next?.value.type !== 'kind') return [span, anaphor];
  const { noun: _, ...rest } = anaphor;
  return withNext(
    page,
    { start: span.start, end: next.end },
    { ...rest, kinds: [...anaphor.kinds, ...kindsFor(next.value.noun)] },
  );
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
      return number === undefined ? childOf(noun, modifier) : null;
    case '该':
    case '此':
    case '同一':
      if (isSum) return null;
      return { reach: 'before', count: count ?? 1, kinds };
    case '这':
      return count === null && isSum ? null : { reach: 'before', count: count ?? 1, kinds };
    default:
      // 上述文件 has no number: one or several.
      return { reach: 'before', count: each ? 'all' : (count ?? 'all'), kinds };
  }
}

const PACTS = /(?:该|此|上述|前述|上列|前列|前开|上开|以上)([两二三四五各]?)约(?![定束会期莫计])/gu;
const PACT_KINDS = ['treaty', 'pact', 'convention'] as const;

/** 该约, 前列两约, as older treaties point at others. */
function findPacts(page: Page): AgreementDraft[] {
  const drafts: AgreementDraft[] = [];
  for (const { 0: words, 1: number = '', index: start } of page.text.matchAll(PACTS)) {
    const span = { start, end: start + words.length };
    if (page.overlapsClaim(span) || isInWord(page.text, start)) continue;
    page.claim(span);
    const count = number === '各' ? 'all' : (readNumber(number) ?? 1);
    const kinds = count === 1 ? PACT_KINDS : [...PACT_KINDS, 'agreement' as const, 'protocol' as const];
    const anaphor = { reach: 'before', count, kinds, tentative: true } as const;
    drafts.push(anaphorOf(span, anaphor, 'pact', 0.8));
  }
  return drafts;
}
