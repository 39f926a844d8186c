/** What the words around an agreement do to it: 严格遵守A, 对A表示欢迎, 在A基础上, 尽早缔结A. */
import type { RelationType } from '../../../../graph/vocabulary.ts';
import type { Span } from '../../../records.ts';
import type { AgreementDraft, Cue, Draft } from '../../draft.ts';
import type { Skeleton } from './skeleton.ts';
import { RIGHT, VERBS, type Verb } from './verbs.ts';

/** Verbs of making and changing, which an evaluation behind the agreement overrides: 签署A具有重大意义. */
const OVERRIDDEN = new Set<RelationType>(['calls_for', 'extends', 'cites']);
const NEGATED =
  /(?:不|未|没有|尚未|尚不|拒绝|反对|无意|不再|不予)(?:考虑|打算|另行|单独|愿意?|准备|能|曾|应|会|可|得|宜|该|再|支持|寻求|谋求|试图|旨在|意味着)?(?:就)?$/u;
/** 不得以国内法为由不履行A */
const TWICE_NEGATED = /不[得能应可][^。；，]{1,24}(?:不|拒绝)$/u;
/** 如无任何一方通知终止A, 任何一方得终止A: what may be done to it. */
const CONDITIONAL = /(?:^|[，；：])(?:如果?|若|倘|除非|任[何一]一?方)[^。；]{0,40}$/u;
/** 反对任何旨在修改A的企图 */
const OPPOSED = /反对[^。；，]{0,12}$/u;
/** A概不得解释为有所更改或废止 */
const NOT_DONE = /不(?:得|应|能|可|会|再)?被?(?:解释|理解|视|影响|妨碍)|[并亦均]不[^。；，]{0,6}$/u;
/** 敦促当事方延长A */
const URGED = /(?:敦促|呼吁|促请)[^。；，]{0,16}$/u;
/** 不得解释为修改A, 不影响缔约国根据A享有的权利: what the text does not do to it. */
const WITHOUT_PREJUDICE =
  /(?:不[得应能可]?|并非|无意)被?(?:(?:解释|理解|视|看作|认)为[^。；，]{0,24}|(?:影响|涉及|变更|妨碍|减损|限制|改变)[^。；，]{0,24})$/u;
/** Without a mark of the future 签署A tells of what was done. */
const FUTURE =
  /(?:尽早|尽快|早日|及早|争取|将|愿|希望|期待|努力|考虑|研究|探讨|呼吁|敦促|促请|鼓励|要求|邀请|推动|促进|计划|准备|继续|另行|适时|[商谈]谈并|谈判并|以便|以期|决定|同意|应|须|就|支持|年内|力争)[^。；]{0,24}$/u;
/** 呼吁…，并批准A */
const ASKED_TOO =
  /(?:呼吁|敦促|促请|希望|要求|鼓励|期待|争取)[^。；]{0,60}，(?:并|以及|同时)[^，。；]{0,10}$/u;
/** 不就A展开谈判 */
const UNTOUCHED = /(?:不|不再|未|未能|无意)[就对][^，。；]{0,24}$/u;
/** Told of as done, they ask for nothing: 一九九八年批准了A. */
const JOINED = /^(?:加入|批准|核准|参加|接受|重返)了?$/u;
const PAST = /^(?:签署|签订|达成|缔结|制定|商定|续签)了?$/u;
/** 签署的A, but not 缔结旨在便利贸易的A. */
const RELATIVE = /^(?!旨在|一[项个份]|关于|具有)[^，。；A]{0,12}?[的之]/u;
/** What is between a verb and the agreement that makes what stands behind it govern: 不应替代在A框架内的努力. */
const NEARER: Readonly<Partial<Record<RelationType, RegExp>>> = {
  based_on: /[在以][^，。；A]{0,16}$/u,
  cites: /就[^，。；A]{0,16}$/u,
};
/** Verbs of saying, which what is said overrides: 强调A具有重要意义. */
const SAYS = /^(?:强调|确认|申明|承认)$/u;
/** 欢迎S加入A looks back. */
const WELCOMED = /(?:欢迎|赞赏|祝贺|高度评价)[^，。；]{0,24}$/u;
/** Verbs that change an agreement tell of others' doings when another agreement is their subject: B取代了A. */
const CHANGES = new Set<RelationType>(['supersedes', 'terminates', 'amends', 'supplements', 'extends']);
/** Verbs that govern the clauses behind theirs too: 双方重申，…; 呼吁…，…. */
const CARRIES_ON = new Set<RelationType>(['reaffirms', 'supports', 'calls_for', 'cites']);
const CLAUSE_UNITS = 70;
const SENTENCE_UNITS = 160;
const RIGHT_UNITS = 60;
const AHEAD_UNITS = 40;

/** A verb as it stands in its clause. */
export type Found = {
  verb: Verb;
  word: string;
  strong: boolean;
  negated: boolean;
  /** The clause up to the verb, and from the verb on. */
  before: string;
  after: string;
};

/**
 * A cue for each agreement of one sentence of which something is said.
 * @param evidence the sentence
 * @param lead what governs the list that the sentence is an item of
 */
export function findCues(
  skeleton: Skeleton<Draft>,
  agreements: readonly AgreementDraft[],
  evidence: Span,
  lead: Found | null = null,
): { draft: AgreementDraft; cue: Omit<Cue, 'draft'> }[] {
  const cues: { draft: AgreementDraft; cue: Omit<Cue, 'draft'> }[] = [];
  let last: { position: number; found: Found | null } | null = null;
  for (const draft of agreements) {
    const position = skeleton.positionOf(draft);
    if (position === undefined || draft.own === true || draft.anaphor?.reach === 'own') continue;
    // What only introduces a short form stands between two that are named in one breath.
    if (draft.aliasOf !== undefined) continue;
    const own: Found | null = readLeft(skeleton, position, last?.position ?? -1);
    const outer: Found | null = own === null && last !== null ? readAround(skeleton, last, position) : null;
    const inherited: Found | null =
      own === null && last !== null && isJoined(skeleton, last.position, position) ? last.found : null;
    const left = own ?? outer ?? inherited ?? readSentence(skeleton, position) ?? lead;
    const said = decide(left, readRight(skeleton, position), skeleton, position);
    // 以A草案为基础
    const verb = said && skeleton.after(position, 2) === '草案' ? { ...said, plans: true as const } : said;
    last = { position, found: own ?? outer ?? inherited };
    if (!verb) continue;
    cues.push({
      draft,
      cue: {
        type: verb.type,
        evidence,
        prospective: verb.plans === true,
        rule: `zh/${verb.type}`,
        confidence: verb.weak ? 0.7 : own ? 0.92 : 0.8,
      },
    });
  }
  return cues;
}

const ITEM = /^（?[一二三四五六七八九十0-9甲乙丙丁]{1,3}([）、．.])/u;
/** A list's lead, and how the sentence that it stands in is numbered itself: 一、应替代下列条约：（一）A；…。二、… */
export type Lead = Found & Readonly<{ numbering?: string }>;

/**
 * What governs the items of a list: 履行下列公约：（一）A；（二）A。
 * @param sentence its words; those that come before it left `lead`
 */
export function nextLead(sentence: string, lead: Lead | null): Lead | null {
  const numbering = ITEM.exec(sentence.slice(0, 6))?.[1];
  const colon = sentence.lastIndexOf('：');
  if (colon >= 0 && (colon === sentence.length - 1 || ITEM.test(sentence.slice(colon + 1, colon + 6))))
    return leadOf(sentence.slice(Math.max(0, colon - CLAUSE_UNITS), colon), numbering);
  return numbering === undefined || numbering === lead?.numbering ? null : lead;
}

/** 下列公约, 以下各项文件: what a list of agreements is announced with. */
const ANNOUNCED =
  /(?:下列|以下|如下|下述)[^，。：]{0,16}(?:[条公盟协]约|协定|协议|议定书|文[件书]|声明|公报|宪章|决议)/u;

/** The verb before the announcement. */
function leadOf(clause: string, numbering: string | undefined): Lead | null {
  const following = clause.search(ANNOUNCED);
  const found = following < 0 ? null : lastVerb(clause.slice(0, following));
  return found && { ...found, ...(numbering === undefined ? {} : { numbering }) };
}

function isJoined(skeleton: Skeleton<Draft>, start: number, end: number): boolean {
  return /^(?:的)?$|^[^，。；]{0,20}(?:(?:和|及|与|以及|、|，以及)[^，。；A]{0,60}|，(?:[DdS][^，。；A]{0,20})?)$/u.test(
    skeleton.text.slice(start + 1, end),
  );
}

/** The verb that governs the mention from the left, in its clause. */
function readLeft(skeleton: Skeleton<Draft>, position: number, after: number): Found | null {
  const from = Math.max(after + 1, position - CLAUSE_UNITS);
  const text = skeleton.text.slice(from, position);
  const start = clauseStart(text, text.length);
  const isPart = start > 0 && INCLUDING.test(text.slice(start, start + 4));
  return lastVerb(text.slice(isPart ? clauseStart(text, start - 1) : start));
}

/** What stands between an agreement and the one whose modifier it is in: 落实根据A签署的A, 达成符合包括A在内国际法的A. */
const MODIFIER_END = /^[^，。；、：A]{0,16}的$/u;
const MADE_UNDER = /(?:签署|签订|缔结|订立|制定|达成|商定|通过|确立|设立)的$/u;

/** The verb before a modifier that holds another agreement: it governs what the modifier stands with. */
function readAround(
  skeleton: Skeleton<Draft>,
  last: { position: number; found: Found | null },
  position: number,
): Found | null {
  const between = skeleton.text.slice(last.position + 1, position);
  if (!MODIFIER_END.test(between)) return null;
  const isUnder = last.found?.verb.type === 'based_on' && MADE_UNDER.test(between);
  return isUnder ? lastVerb(last.found?.before ?? '') : last.found;
}

/** 终止一切条约，包括A: governed by the verb of the clause before. */
const INCLUDING = /^(?:包括|特别是|尤其是|其中)/u;

function clauseStart(text: string, end: number): number {
  for (let at = end; at > 0; at -= 1) if ('，；：。'.includes(text.charAt(at - 1))) return at;
  return 0;
}

/** Failing that, the first verb of an earlier clause that takes what follows: 双方重申，…A…. */
function readSentence(skeleton: Skeleton<Draft>, position: number): Found | null {
  const text = skeleton.text.slice(Math.max(0, position - SENTENCE_UNITS), position);
  for (const clause of text
    .split(/[，；：]/u)
    .slice(0, -1)
    .reverse()) {
    if (clause.includes('A')) continue;
    const found = lastVerb(clause);
    if (found && CARRIES_ON.has(found.verb.type) && !found.verb.plans) return { ...found, strong: false };
  }
  return null;
}

/** The last verb of a clause that is not inside a relative clause: 签署的 says when, not what for. */
function lastVerb(clause: string): Found | null {
  const hits = VERBS.scan(clause);
  for (const hit of hits.reverse()) {
    if (hit.value === null) continue;
    const word = clause.slice(hit.start, hit.end + (clause.startsWith('了', hit.end) ? 1 : 0));
    if ((hit.value.plans || JOINED.test(word)) && RELATIVE.test(clause.slice(hit.end))) continue;
    const before = clause.slice(0, hit.start);
    return {
      verb: hit.value,
      word,
      strong: hit.value.weak !== true,
      negated: isNegated(before),
      before,
      after: clause.slice(hit.end),
    };
  }
  return null;
}

/** …A（1968年）、A和A */
const NAMED_WITH_IT =
  /^(?:”?（[^（）A]{0,24}）)?(?:(?:(?:和|及|与|以及|、)[^，。；A]{0,40}|，(?:[DdS][^，。；A]{0,20})?)?A(?:”?（[^（）A]{0,24}）)?)*/u;

function isNegated(before: string): boolean {
  if (WITHOUT_PREJUDICE.test(before) || OPPOSED.test(before)) return true;
  return NEGATED.test(before) && !TWICE_NEGATED.test(before);
}

function readRight(skeleton: Skeleton<Draft>, position: number): Verb | null {
  // Over those named in one breath with it, up to the next that is not.
  const rest = skeleton.after(position, RIGHT_UNITS * 2).replace(NAMED_WITH_IT, '');
  const [text = ''] = rest.slice(0, RIGHT_UNITS).split('A');
  for (const [verb, pattern, ahead] of RIGHT) {
    const match = pattern.exec(text);
    if (!match || (CHANGES.has(verb.type) && NOT_DONE.test(match[0]))) continue;
    if (ahead && !ahead.test(skeleton.before(position, AHEAD_UNITS))) continue;
    return verb;
  }
  return null;
}

function decide(
  left: Found | null,
  right: Verb | null,
  skeleton: Skeleton<Draft>,
  position: number,
): Verb | null {
  if (right?.plans && UNTOUCHED.test(skeleton.before(position, AHEAD_UNITS)))
    return { type: 'cites', plans: true };
  if (left && right && NEARER[right.type]?.test(left.after)) return right;
  // 敦促尚未加入A的国家加入
  if (left?.negated && right?.type === 'calls_for' && !right.plans) return right;
  if (left?.negated) return { type: 'cites', ...(right?.plans ? { plans: true } : {}) };
  if (!left) return right && isAbout(right, skeleton, position) ? right : null;
  const verb = settle(left, skeleton, position);
  if (!right) return verb;
  if (!left.strong)
    return right.type === 'supports' && verb?.type === 'reaffirms' && !SAYS.test(left.word) ? verb : right;
  // 希望就A交换意见: the wish is for talks.
  if (right.plans && right.type === 'cites' && verb?.type === 'calls_for' && !verb.plans) return right;
  // 按照A早日缔结…
  if (right.plans && verb?.type === 'based_on') return verb;
  if (right.plans && verb) return { ...verb, plans: true };
  if (verb === null) return right;
  if (!OVERRIDDEN.has(verb.type) || verb.type === right.type) return verb;
  return verb.plans ? { ...right, plans: true } : right;
}

/** A verb as the words before it make it: told, planned, or another's doing. */
function settle({ verb, word, before }: Found, skeleton: Skeleton<Draft>, position: number): Verb | null {
  if (verb.plans && PAST.test(word) && (word.endsWith('了') || !isAhead(word, before, skeleton, position))) {
    if (WELCOMED.test(before)) return { type: 'supports' };
    return word === '制定' ? verb : null;
  }
  const isAsked = FUTURE.test(before) || ASKED_TOO.test(skeleton.before(position, CLAUSE_UNITS));
  if (JOINED.test(word) && !isAsked && !WELCOMED.test(before)) return { type: 'cites' };
  if (CHANGES.has(verb.type) && URGED.test(before)) return { type: 'calls_for' };
  if (CHANGES.has(verb.type) && WELCOMED.test(before)) return { type: 'supports' };
  if (CHANGES.has(verb.type) && (CONDITIONAL.test(before) || hasSubject(skeleton, position)))
    return { type: 'cites' };
  if (verb.type === 'calls_for' && WELCOMED.test(before)) return { type: 'supports' };
  return verb;
}

/** Whether a mark of the future stands before the verb, in front of another agreement too: 同意在A基础上签署A. */
function isAhead(word: string, before: string, skeleton: Skeleton<Draft>, position: number): boolean {
  if (FUTURE.test(before)) return true;
  const text = skeleton.before(position, CLAUSE_UNITS);
  return FUTURE.test(text.slice(clauseStart(text, text.length), Math.max(0, text.lastIndexOf(word))));
}

/** Whether another agreement stands in the clause before the mention: 该条约取代了A. */
function hasSubject(skeleton: Skeleton<Draft>, position: number): boolean {
  const text = skeleton.before(position, CLAUSE_UNITS);
  return /A[^，。；：、和及]{0,24}$/u.test(text);
}

/** 所取代, 以取代: done to the agreement by another. */
function isAbout(right: Verb, skeleton: Skeleton<Draft>, position: number): boolean {
  return right.type !== 'based_on' || /[在以][^，。；]{0,40}$/u.test(skeleton.before(position, 50));
}
