/** What stands around the noun that names of agreements without title marks end in. */

/** What follows the noun when it is a verb or part of another word: 声明如下, 条约国. */
export const NOT_A_NOUN =
  /^(?:如下|国|法|组织|委员会|理事会|机构|体系|体制|义务国|中心|秘书处|区|性|制度|规定的|成员)/u;

/** Verbs that are part of a name when they stand right before its noun: 补充协定, 修订议定书. */
export const NOMINAL = new Set([
  '补充',
  '附加',
  '修订',
  '修改',
  '修正',
  '促进',
  '保障',
  '实施',
  '执行',
  '谈判',
  '终止',
  '延长',
  '保护',
]);

/** Longest name without title marks, in units. */
export const LONGEST_NAME = 60;
