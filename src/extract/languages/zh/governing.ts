/** The verb that governs an agreement from the left: 双方重申恪守A, 落实根据A签署的A, 双方重申，…A…. */
import type { RelationType } from '../../../../graph/vocabulary.ts';
import type { Draft } from '../../draft.ts';
import type { Skeleton } from './skeleton.ts';
import { VERBS, type Verb } from './verbs.ts';

const NEGATED =
  /(?:不|未|[而并绝]非|没有(?:必要)?|无须|无需|不必|暂不|不赞成|不同意|不主张|驳斥|撤回了?|撤销了?|尚未|尚不|拒绝|反对|无意|不再|不予)(?:考虑|打算|另行|单独|愿意?|准备|能|曾|应|会|可|得|宜|该|再|支持|寻求|谋求|试图|旨在|意味着)?(?:就)?$/u;
/** 不得以国内法为由不履行A */
const TWICE_NEGATED = /不[得能应可][^。；，]{1,24}(?:不|拒绝)$/u;
/** 反对任何旨在修改A的企图 */
const OPPOSED = /反对[^。；，]{0,12}$/u;
/** 不得解释为修改A, 不影响缔约国根据A享有的权利: what the text does not do to it. */
const WITHOUT_PREJUDICE =
  /(?:不[得应能可]?|并非|无意)被?(?:(?:解释|理解|视|看作|认)为[^。；，]{0,24}|(?:影响|涉及|变更|妨碍|减损|限制|改变)[^。；，]{0,24})$/u;
/** Told of as done, they ask for nothing: 一九九八年批准了A. */
export const JOINED = /^(?:加入|批准|核准|参加|接受|重返)了?$/u;
/** 签署的A, but not 缔结旨在便利贸易的A. */
const RELATIVE =
  /^(?!旨在|一[项个份]|关于|具有|[较更]?高水平|高质量|全面|平衡|互利|新的|有[法约])[^，。；A]{0,12}?[的之]/u;
/** 更新设备的A, but not 更新D签订的A. */
const DESCRIBED = /[，。；、A对]|(?<![署订结立过成])[的之]/u;
const MADE_OVER = /经[^，。；]{0,12}(?:修订|修改|修正|补充)$/u;
const SOON = /(?:早日|尽快|尽早|及早|迅速)$/u;
/** Verbs that govern the clauses behind theirs too: 双方重申，…; 呼吁…，…. */
const CARRIES_ON = new Set<RelationType>(['reaffirms', 'supports', 'calls_for', 'cites']);
export const CLAUSE_UNITS = 70;
const SENTENCE_UNITS = 160;

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

/** The verb that governs the mention from the left, in its clause. */
export function readLeft(skeleton: Skeleton<Draft>, position: number, after: number): Found | null {
  const from = Math.max(after + 1, position - CLAUSE_UNITS);
  const text = skeleton.text.slice(from, position);
  // A的全面执行和A
  if (after >= 0 && NOMINAL.test(text)) return null;
  const start = clauseStart(text, text.length);
  const isPart = start > 0 && INCLUDING.test(text.slice(start, start + 4));
  return lastVerb(text.slice(isPart ? clauseStart(text, start - 1) : start));
}

const NOMINAL = /^[的之][^，。；]{0,8}(?:[和及与、]|以及)$/u;

/** What stands between an agreement and the one whose modifier it is in: 落实根据A签署的A, 达成符合包括A在内国际法的A. */
const MODIFIER_END = /^[^，。；、：A]{0,16}的$/u;
const MADE_UNDER = /(?:签署|签订|缔结|订立|制定|制订|达成|商定|通过|批准|确立|设立)的$/u;

/** The verb before a modifier that holds another agreement: it governs what the modifier stands with. */
export function readAround(
  skeleton: Skeleton<Draft>,
  last: { position: number; found: Found | null },
  position: number,
): Found | null {
  const between = skeleton.text.slice(last.position + 1, position);
  if (!MODIFIER_END.test(between)) return null;
  const isUnder =
    (between.startsWith('而') && MADE_UNDER.test(between)) ||
    last.found?.word === '符合' ||
    (last.found?.verb.type === 'based_on' && MADE_UNDER.test(between));
  return isUnder ? lastVerb(last.found?.before ?? '') : last.found;
}

/** 终止一切条约，包括A: governed by the verb of the clause before. */
const INCLUDING = /^(?:包括|特别是|尤其是|其中)/u;

export function clauseStart(text: string, end: number): number {
  for (let at = end; at > 0; at -= 1) if ('，；：。'.includes(text.charAt(at - 1))) return at;
  return 0;
}

/** Failing that, the first verb of an earlier clause that takes what follows: 双方重申，…A…. */
export function readSentence(skeleton: Skeleton<Draft>, position: number): Found | null {
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

/** 签署的A, but not 早日达成富有内容的A. */
function isRelative(verb: Verb, word: string, before: string, after: string): boolean {
  // 经A修订的A, 经修订的一九五七年A
  if (/^[的之]$/u.test(after)) return true;
  if (MADE_OVER.test(before + word) && /^[的之]/u.test(after)) return true;
  // 适用于S的A
  if (/^于[^，。；A]{0,12}[的之]/u.test(after)) return true;
  if (!verb.plans && !JOINED.test(word) && word !== '符合') return false;
  return RELATIVE.test(after) && !(SOON.test(before) && !/^[的之]/u.test(after));
}

/** The last verb of a clause that is not inside a relative clause: 签署的 says when, not what for. */
export function lastVerb(clause: string): Found | null {
  const hits = VERBS.scan(clause);
  for (const hit of hits.reverse()) {
    if (hit.value === null) continue;
    const word = clause.slice(hit.start, hit.end + (clause.startsWith('了', hit.end) ? 1 : 0));
    const before = clause.slice(0, hit.start);
    const after = clause.slice(hit.end);
    if (isRelative(hit.value, word, before, after)) continue;
    if (hit.value.near && DESCRIBED.test(after)) continue;
    return {
      verb: hit.value,
      word,
      strong: hit.value.weak !== true,
      negated: isNegated(before),
      before,
      after,
    };
  }
  return null;
}

function isNegated(before: string): boolean {
  if (WITHOUT_PREJUDICE.test(before) || OPPOSED.test(before)) return true;
  return NEGATED.test(before) && !TWICE_NEGATED.test(before);
}
