/** Nouns for agreements, and what kind each is. */
import type { AgreementKind } from '../../../../graph/vocabulary.ts';

/** Longest first where one ends in another: 联合声明 before 声明. */
export const KIND_NOUNS: Readonly<Record<string, AgreementKind>> = {
  条约: 'treaty',
  和约: 'treaty',
  协定: 'agreement',
  协定书: 'agreement',
  协议: 'agreement',
  协议书: 'agreement',
  公约: 'convention',
  专约: 'convention',
  专条: 'agreement',
  附约: 'protocol',
  附章: 'protocol',
  协约: 'convention',
  宪章: 'charter',
  约章: 'charter',
  议定书: 'protocol',
  联合声明: 'joint-statement',
  共同声明: 'joint-statement',
  联合新闻声明: 'joint-statement',
  声明: 'declaration',
  联合公报: 'joint-communique',
  联合新闻公报: 'joint-communique',
  新闻公报: 'joint-communique',
  公报: 'joint-communique',
  联合宣言: 'declaration',
  共同宣言: 'declaration',
  宣言: 'declaration',
  公告: 'declaration',
  备忘录: 'memorandum',
  谅解备忘录: 'memorandum',
  了解备忘录: 'memorandum',
  意向书: 'memorandum',
  换文: 'exchange-of-notes',
  换函: 'exchange-of-notes',
  决议: 'resolution',
  决议案: 'resolution',
  最后文件: 'final-act',
  最后议定书: 'final-act',
  蒙特勒文件: 'final-act',
  纲领: 'programme',
  行动计划: 'programme',
  行动纲领: 'programme',
  合作计划: 'programme',
  合作纲要: 'programme',
  合作规划: 'programme',
  执行计划: 'programme',
  纲要: 'programme',
  规约: 'statute',
  盟约: 'covenant',
  互不侵犯条约: 'pact',
  会议纪要: 'other',
  纪要: 'other',
  会谈纪要: 'other',
  章程: 'charter',
  安排: 'other',
  倡议: 'other',
  建议书: 'other',
  最终文件: 'final-act',
  成果文件: 'final-act',
  总协定: 'agreement',
  议程: 'programme',
};

/**
 * Nouns that tell an agreement only at the end of a title: 《关于历史地区的保护及其当代作用的建议》. Laws and plans of one
 * state are called so too: `isInternational` tells.
 */
const TITLE_NOUNS: Readonly<Record<string, AgreementKind>> = {
  建议: 'other',
  文件: 'other',
  准则: 'other',
  原则: 'other',
  指南: 'other',
  指导方针: 'other',
  实施方针: 'other',
  规则: 'other',
  规划: 'programme',
  战略: 'programme',
  愿景: 'programme',
  路线图: 'programme',
  蓝图: 'programme',
  共识: 'other',
  构想: 'other',
  计划: 'programme',
  框架: 'programme',
  行动框架: 'programme',
  修正案: 'other',
  附款: 'protocol',
  附加条款: 'protocol',
  组织法: 'charter',
  新约: 'treaty',
  续约: 'treaty',
  草约: 'treaty',
  界约: 'treaty',
  商约: 'treaty',
  密约: 'treaty',
  租约: 'treaty',
  条款: 'treaty',
  专条: 'treaty',
  条规: 'treaty',
};

/** Nouns that sum up agreements of any kind: 四个政治文件. */
export const SUM_NOUNS: readonly string[] = ['政治文件', '文件', '文书', '国际文书'];

const NOUNS = [...Object.keys(KIND_NOUNS), ...Object.keys(TITLE_NOUNS)].sort((a, b) => b.length - a.length);

/** The kind noun that a title ends in, brackets and numbers after it aside; null when it ends in none. */
export function kindNounOf(title: string): string | null {
  const bare = title
    .replace(/(?<=[\u4e00-\u9fff])(?:[12][0-9]{3}年)?第[0-9]{1,5}号$/u, '')
    .replace(/(?<=^决议案?)[〇○一二三四五六七八九]{2,4}(?:号|（[^（）]{1,6}）)$/u, '')
    .replace(/[—－]{2}[^—－]*$|(?:（[^（）]{0,40}）){1,3}$/u, '')
    .replace(/[〉》”]$|及其(?:后续措施|附件|附录)$/u, '');
  return NOUNS.find((noun) => bare.endsWith(noun)) ?? null;
}

/** Of several states, of a body, of the world: what a title needs whose noun laws and plans of one state have too. */
const INTERNATIONAL =
  /国际|世界|全球|联合国|组织|两国|[三四六]方|多边|双边|区域|一揽子|框架文件$|共识$|宪章|公约|遗产|古迹|^中[欧非阿拉]|(?<![法例])修正案$|^关于.*的(?:建议|原则|准则|文件)$|.[新续草界商密附租]约$|界务|商务条款|通商|修好|^(?:关于)?(?:全面|有效)*(?:落实|执行|实施|纪念)〈|^(?:会[订议]|续[订议增]|增订|重订)/u;

/** Whether a title that ends in such a noun is an agreement's; `parties` says whether it names two or more. */
export function isInternational(title: string, noun: string, parties: boolean): boolean {
  return TITLE_NOUNS[noun] === undefined || noun === '框架' || parties || INTERNATIONAL.test(title);
}

/** The kind of a title; `other` when its noun tells none. */
export function kindOf(title: string): AgreementKind {
  if (/宣言[和及与暨]行动(?:纲领|计划)$/u.test(title)) return 'declaration';
  // 联合成果声明
  const joint = /联合[^的之\P{Script=Han}]{1,6}(声明|公报)$/u.exec(title)?.[1];
  if (joint !== undefined) return joint === '声明' ? 'joint-statement' : 'joint-communique';
  const noun = kindNounOf(title);
  return (noun === null ? undefined : (KIND_NOUNS[noun] ?? TITLE_NOUNS[noun])) ?? 'other';
}

/**
 * The kinds that a noun can point back at: 条约 at a treaty, 公约 at a convention and a covenant, 声明 at
 * joint statements and declarations.
 */
export function kindsFor(noun: string): readonly AgreementKind[] {
  return POINTS_AT[noun] ?? [KIND_NOUNS[noun] ?? 'other'];
}

const POINTS_AT: Readonly<Record<string, readonly AgreementKind[]>> = {
  条约: ['treaty', 'pact'],
  协定: ['agreement'],
  协议: ['agreement'],
  公约: ['convention', 'covenant'],
  宪章: ['charter'],
  章程: ['charter', 'statute'],
  规约: ['statute'],
  盟约: ['covenant'],
  议定书: ['protocol'],
  声明: ['joint-statement', 'declaration'],
  联合声明: ['joint-statement'],
  公报: ['joint-communique'],
  宣言: ['declaration'],
  公告: ['declaration'],
  决议: ['resolution'],
  备忘录: ['memorandum'],
  换文: ['exchange-of-notes'],
  纪要: ['other'],
  文件: [],
  政治文件: [],
  文书: [],
};
