/** The agreement that a heading says its instrument is made to: 〈X〉补充议定书, 关于修订〈X〉的议定书, X任择议定书. */
import type { RelationType } from '../../../../graph/vocabulary.ts';
import type { AgreementDraft, Parent } from '../../draft.ts';
import type { Lexicon } from './lexicon.ts';
import { factsOfTitle } from './titles.ts';

const CHANGES: Readonly<Record<string, RelationType>> = {
  修改: 'amends',
  修订: 'amends',
  修正: 'amends',
  补充: 'supplements',
  延长: 'extends',
  终止: 'terminates',
  废止: 'terminates',
  取代: 'supersedes',
  实施: 'implements',
  执行: 'implements',
  落实: 'implements',
};
const CHANGING =
  /(修改|修订|修正|补充|延长|终止|废止|取代|实施|执行|落实)(?:和补充|及补充)?(?:〈([^〈〉]{4,80})〉|(.{3,80}?(?:条约|公约|协定|议定书|协议|宪章|盟约|备忘录)))/u;
const QUOTED = /〈([^〈〉]{4,80})〉/u;
const MADE_TO =
  /^(?:旨在.{2,20}的)?(.{2,60}?(?:公约|条约|协定|盟约|宪章|协议))(?!(?:法|组织)).{0,50}(?:议定书|换文|补充协定|补充协议|附加条款|修正案|修正书)$/u;
/** 〈X〉签署二十周年的联合声明 adds nothing to it. */
const ANNIVERSARY = /〉[^〈〉]{0,20}周年|^(?:纪念|关于纪念|庆祝)/u;
/** 关于〈X〉的联合声明 */
const DECLARES = /(?:声明|公报|宣言|决议|公告|照会)$/u;
/** X货物贸易协议第二议定书: all that stands right before the noun, other agreements in it too. */
const MADE_RIGHT_TO =
  /^(?!旨在)(.{2,100}(?:公约|条约|协定|盟约|宪章|协议))(?:第[一二三四五六七八九十]{1,2}(?:号|项)?)?(?:任择|任意|选择|补充|附加|修订|修正|升级)?(?:议定书|换文|修正案)$/u;
const AMENDMENT = /修正[案书]?$|修订案$/u;

const ADDITION = /(补充|附加|修正|修订)(?:协定|议定书|条约|协议|换文|公约)$/u;

/**
 * What a supplement or an amendment whose heading names no other agreement is made to: the one that it gives a short
 * form, when it gives that to one alone.
 * @returns the draft that introduces the short form, and what is done
 */
export function findMadeTo(
  heading: string,
  agreements: readonly AgreementDraft[],
): { draft: AgreementDraft; relation: RelationType } | null {
  const does = ADDITION.exec(heading)?.[1];
  const [draft, more] = agreements.filter(({ aliasOf }) => aliasOf !== undefined);
  if (does === undefined || !draft || more) return null;
  return { draft, relation: CHANGES[does] ?? 'supplements' };
}

/** @param heading folded */
export function findParents(heading: string, lexicon: Lexicon): Parent[] {
  const title = heading.replaceAll('《', '〈').replaceAll('》', '〉');
  const changing = CHANGING.exec(title);
  if (!changing && (ANNIVERSARY.test(title) || DECLARES.test(title))) return [];
  const quoted = changing?.[2] ?? QUOTED.exec(title)?.[1];
  const name = quoted ?? changing?.[3] ?? MADE_RIGHT_TO.exec(title)?.[1] ?? MADE_TO.exec(title)?.[1];
  if (name === undefined) return [];
  const relation =
    (changing ? CHANGES[changing[1] ?? ''] : undefined) ?? (AMENDMENT.test(title) ? 'amends' : 'supplements');
  return [{ ...factsOfTitle(name, lexicon), relation, rule: `zh/heading-${relation}`, confidence: 0.92 }];
}
