/** What stands around the noun that names of agreements without title marks end in. */

/** What follows the noun when it is a verb or part of another word: 声明如下, 条约国. */
export const NOT_A_NOUN =
  /^(?:如下|国|法|组织|委员会|理事会|机构|体系|体制|义务国|中心|秘书处|特派团|支助团|观察团|监督团|区|性|制度|成员|集|汇编|系列|大会|会议|行为|第[一二三四五]议)/u;

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

/** 第1540号, 第1718（2006）号, 第53/77D号, 第九十六（一）号: the number of a resolution. */
const DIGITS =
  '(?:[0-9A-Z][0-9A-Z/.-]{0,11}|[〇○O零一二三四五六七八九十百千]{1,9}(?:[/／][〇○O零一二三四五六七八九十百千]{1,9})?)(?:（[0-9A-Z一二三四五六七八九十]{1,6}）)?';
export const NUMBER = `第? ?${DIGITS}号`;
const JOINT = '[、和及与] ?';
/** 第1718号和第1874号, 第242（1967）、338（1973）和1850（2008）号 */
export const NUMBERS = `(?:第 ?${DIGITS}号?${JOINT}(?:第? ?${DIGITS}号?${JOINT}){0,40}|(?:${NUMBER}${JOINT}){1,9})?${NUMBER}`;

/** 《…公约》第一项任择议定书: what right behind a name makes it the name of a protocol to it. */
export const PROTOCOL =
  /^(?:第[一二三四五六七八九十0-9]{1,2}(?:项|号|个)?|[12][0-9]{3}年)?(?:(?:任择|任意|选择|附加|补充|修订|修正|升级|执行|实施)?议定书|修正案)/u;

/** 第十七号附约 of a convention is an annex. */
export const ANNEX = /第[0-9〇一二三四五六七八九十]{1,3}号附约$/u;

/** Longest name without title marks, in units. */
export const LONGEST_NAME = 60;
