/** What the words around an agreement do to it: 严格遵守A, 对A表示欢迎, 在A基础上, 尽早缔结A. */

import type { RelationType } from '../../../../graph/vocabulary.ts';
import { CHANGES } from '../../../../graph/vocabulary.ts';
import type { Span } from '../../../records.ts';
import type { AgreementDraft, Cue, Draft } from '../../draft.ts';
import { AHEAD_UNITS, readRight } from './behind.ts';
import {
  CLAUSE_UNITS,
  clauseStart,
  type Found,
  JOINED,
  readAround,
  readLeft,
  readSentence,
} from './governing.ts';
import type { Skeleton } from './skeleton.ts';
import type { Verb } from './verbs.ts';

/** Verbs of making and changing, which an evaluation behind the agreement overrides: 签署A具有重大意义. */
const OVERRIDDEN = new Set<RelationType>(['calls_for', 'extends', 'cites']);
/** 如无任何一方通知终止A, 任何一方得终止A: what may be done to it. */
const CONDITIONAL = /(?:^|[，；：])(?:如果?|若|倘|除非|任[何一]一?方)[^。；]{0,40}$/u;
/** 讨论了修改A的可能性: talked of, not done. */
const TALKED_OF =
  /(?:讨论|探讨|研究|商讨|审议|考虑|评估|权衡|谈[及到]|提[及到出]|询问|排除|不同意|反对|质疑|谴责)[^。；，]{0,16}$/u;
const POSSIBILITY =
  /^[^。；，]{0,24}?[的之]?(?:可能性?|可行性|必要性?|问题|利弊|时机|主张|提议|建议|要求|企图|做法|意图|言论|设想|方案|方式)/u;
/** 敦促当事方延长A */
const URGED = /(?:敦促|呼吁|吁请|恳请|促请)[^。；，]{0,16}$/u;
/** Without a mark of the future 签署A tells of what was done. */
const FUTURE =
  /(?:未来|今后|尽早|尽快|早日|及早|争取|将|愿|希望|期待|努力|考虑|研究|探讨|呼吁|吁请|恳请|敦促|促请|鼓励|要求|邀请|推动|促进|计划|准备|继续|另行|适时|[商谈]谈并|谈判并|以便|以期|决定|同意|承允|允诺?即?|有意|打算|着手|承诺|建议|提议|倡议|致力于|保证|有必要|授权|责成|委托|应|须|就|支持|年内|力争)[^。；]{0,24}$/u;
/** 呼吁…，并批准A */
const ASKED_TOO =
  /(?:呼吁|吁请|敦促|促请|希望|要求|鼓励|期待|争取)[^。；]{0,60}，(?:并|以及|同时|立即|尽快|无条件)[^，。；]{0,10}$|(?:呼吁|吁请|敦促|促请)[^。；]{0,60}，$/u;
/** 正在谈判的A, 拟议中的A, 即将签署的A */
const UNDER_WAY =
  /(?:正在?(?:进行)?(?:谈判|商谈|磋商|商签|起草|拟订|制定)之?中?|拟议(?:之?中)?|拟(?:签署|缔结|签订)|(?:即将|将要?|有待|尚待|未来)(?:发表|通过|公布|签署|签订|缔结|达成|制定|谈判|商签))[的之]$/u;
const CITES: Verb = { type: 'cites' };
/** 不就A展开谈判 */
const UNTOUCHED = /(?:不|不再|未|未能|无意|不考虑|不打算|不愿)[就对][^，。；]{0,24}$/u;
const VIEWS = /^的?(?:看法|意见|建议|立场)/u;
const PAST = /^(?:草签|签署|签订|达成|缔结|制定|商定|续签|议定|商订|订立)了?$/u;
/** What is between a verb and the agreement that makes what stands behind it govern: 不应替代在A框架内的努力. */
const NEARER: Readonly<Partial<Record<RelationType, RegExp>>> = {
  based_on: /[在以][^，。；A]{0,16}$/u,
  cites: /就[^，。；A]{0,16}$/u,
};
const FAVOURS = /^(?:支持|欢迎|赞成|赞同)$/u;
/** 甲方宣布暂停履行A, unless both do. */
const OF_ANOTHER =
  /(?<![双各三两缔约]方|[两三]国|[两三]国政府)(?:宣布|声称|威胁|扬言)[^，。；]{0,12}$|(?<![双各三两约])方(?:希望|要求|主张|提议)[^，。；]{0,12}$|(?:有人|有的|某些|个别|一些)[^，。；]{0,8}(?:主张|要求|提出|建议|企图)[^，。；]{0,8}$/u;
const WISHED = /(?:愿|将|同意|决定|希望|争取|致力于|计划|准备)[^。；，]{0,40}，[^，。；A]{0,8}$/u;
/** 取消A所列关税: done to something else. */
const WITHIN = /^[^。；，第]{0,6}?(?:所[列载述指]|项下|框架|规定[的之]|提到的)/u;
/** 根据A作出的保留，不受本条影响 */
const UNTOUCHED_BY =
  /^[^。；，]{0,20}(?:保留|权利|义务|地位|豁免|裁决|判决)，?[^。；，]{0,4}不[受因][^。；，]{0,10}(?:影响|限制|损害)/u;
/** 已履行A生效所需的国内程序 */
const PROCEDURE = /^[^。；，]{0,6}(?:生效|批准|核准)[^。；，]{0,12}(?:程序|手续)/u;
/** 废除A第三条: the rest stays. */
const PROVISION = /^第[^，。；]{1,8}[条款项]/u;
/** 取代A附件二 */
const PART = /^(?:的?(?:附件|附表|附录|序言)|第[^，。；]{1,8}[条款项章])/u;
/** Verbs of saying, which what is said overrides: 强调A具有重要意义. */
const SAYS = /^(?:强调|确认|申明|承认)$/u;
/** 欢迎S加入A looks back. */
const WELCOMED = /(?:欢迎|赞赏|祝贺|感谢|高度评价)[^，。；]{0,24}$/u;

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
    const isPlan =
      /^的?草案/u.test(skeleton.after(position, 3)) || UNDER_WAY.test(skeleton.before(position, AHEAD_UNITS));
    const verb = isPlan ? { ...(said ?? CITES), plans: true as const } : said;
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

function isJoined(skeleton: Skeleton<Draft>, start: number, end: number): boolean {
  return /^(?:的)?$|^[^，。；]{0,20}(?:(?:和|及|与|以及|、|，以及)[^，。；A]{0,60}|，(?:[DdS][^，。；A]{0,20})?)$/u.test(
    skeleton.text.slice(start + 1, end),
  );
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
  if (left?.verb.breaks && (left.negated || AGAINST.test(left.before))) return { type: 'reaffirms' };
  if (left?.negated && UNMADE.test(left.word) && UNWILLING.test(left.before))
    return { type: 'cites', plans: true };
  if (left?.negated) return { type: 'cites', ...(right?.plans ? { plans: true } : {}) };
  if (!left) return right;
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
  // 支持A早日生效
  if (right.type === 'calls_for' && FAVOURS.test(left.word)) return right;
  if (!OVERRIDDEN.has(verb.type) || verb.type === right.type) return verb;
  // 就签署A表示满意: it is signed.
  const isDone = right.type === 'supports' && MADE.test(left.word) && !AWAITED.test(left.before);
  return verb.plans && !isDone ? { ...right, plans: true } : right;
}
const MADE = /^(?:签署|签订|达成|缔结)了?$/u;
const AWAITED = /(?:尽早|尽快|早日|及早|将|拟|计划|争取|同意|决定)[^。；，]{0,8}$/u;

/** 反对缔结A: there is none yet. */
const UNMADE = /^(?:缔结|商签|制定|达成)$/u;
const UNWILLING = /(?:反对|无意|拒绝|不打算|不考虑|不赞成|不同意)[^。；，]{0,6}$/u;

/** 谴责违反A的行为 */
const AGAINST =
  /(?:反对|谴责|制止|防止|避免|禁止|停止|抵制|不容|不(?:得|应|会|能)?(?:做|采取|从事|有))[^。；，]{0,12}$/u;

/** A verb as the words before it make it: told, planned, or another's doing. */
function settle({ verb, word, before }: Found, skeleton: Skeleton<Draft>, position: number): Verb | null {
  if (CHANGES.has(verb.type) && TALKED_OF.test(before) && POSSIBILITY.test(skeleton.after(position, 40)))
    return { type: 'cites' };
  if (verb.type === 'based_on' && UNTOUCHED_BY.test(skeleton.after(position, 40))) return { type: 'cites' };
  if (JOINED.test(word) && /(?:已经?|业已|业经)$/u.test(before)) return { type: 'cites' };
  if (verb.plans && PAST.test(word) && (word.endsWith('了') || !isAhead(word, before, skeleton, position))) {
    if (WELCOMED.test(before)) return { type: 'supports' };
    return word === '制定' && !VIEWS.test(skeleton.after(position, 4)) ? verb : null;
  }
  const isAsked = FUTURE.test(before) || ASKED_TOO.test(skeleton.before(position, CLAUSE_UNITS));
  if (JOINED.test(word) && !isAsked && !WELCOMED.test(before)) return { type: 'cites' };
  if (CHANGES.has(verb.type) && URGED.test(before)) return { type: 'calls_for' };
  if (CHANGES.has(verb.type) && WELCOMED.test(before)) return { type: 'supports' };
  if (CHANGES.has(verb.type) && OF_ANOTHER.test(before)) return { type: 'cites' };
  if (CHANGES.has(verb.type) && (CONDITIONAL.test(before) || hasSubject(skeleton, position)))
    return { type: 'cites' };
  if (verb.type === 'calls_for' && WELCOMED.test(before)) return { type: 'supports' };
  if (verb.near && CHANGES.has(verb.type) && WITHIN.test(skeleton.after(position, 16)))
    return { type: 'cites' };
  if (word === '履行' && PROCEDURE.test(skeleton.after(position, 24))) return null;
  if (verb.type === 'terminates' && PROVISION.test(skeleton.after(position, 16))) return { type: 'amends' };
  if (verb.type === 'supersedes' && PART.test(skeleton.after(position, 16))) return { type: 'amends' };
  return verb;
}

/** Whether a mark of the future stands before the verb, in front of another agreement too: 同意在A基础上签署A. */
function isAhead(word: string, before: string, skeleton: Skeleton<Draft>, position: number): boolean {
  if (FUTURE.test(before)) return true;
  const text = skeleton.before(position, CLAUSE_UNITS);
  // 双方愿根据A的原则，缔结A
  if (/^(?:并|以及|同时|再|进而)?$/u.test(before) && WISHED.test(text)) return true;
  return FUTURE.test(text.slice(clauseStart(text, text.length), Math.max(0, text.lastIndexOf(word))));
}

/** Whether another agreement stands in the clause before the mention: 该条约取代了A. */
function hasSubject(skeleton: Skeleton<Draft>, position: number): boolean {
  const text = skeleton.before(position, CLAUSE_UNITS);
  return /A[^，。；：、和及]{0,24}$/u.test(text);
}
