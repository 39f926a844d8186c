/** What is left of a title when everything is gone that two ways of naming one agreement may differ in. */

const MARKS = /[《》“”‘’\s]/gu;
const OUTER = /^〈([^〈〉]*)〉$/u;
/** What a title ends in, or is dated by; （工业）最低年龄公约 is another than 最低年龄公约. */
const DATE_IN_BRACKETS = /（[^（）]{0,40}）$|（[^（）]{0,40}[0-9年][^（）]{0,40}）/gu;
/** 两国政府间的, 两国: whose it is. */
const OF_TWO = /^两国(?:政府)?之?间?的?(?=.{4})/u;
/** Two or more parties before the subject: 中华人民共和国政府和…政府关于, 中哈, 中俄两国政府关于. */
const ABOUT = /^.{0,80}?(?:关于|有关)/u;

/** 安理会第1874号决议, and 第1874（2009）号决议 in the same text. */
const OF_THE_COUNCIL = /^(?:联合国)?(?:安全理事会|安理会)(?=第[0-9]{1,4}号决议$)/u;

/**
 * `中华人民共和国和哈萨克斯坦共和国睦邻友好合作条约` → `睦邻友好合作条约` when `prefix` (the length of the parties
 * that it begins with) is given; `关于利用和保护跨界河流的合作协定` → `利用和保护跨界河流合作协定`.
 */
export function coreOf(title: string, prefix = 0): string {
  const bare = title.replace(MARKS, '').replace(OUTER, '$1');
  const rest = prefix > 0 ? bare.slice(prefix) : bare;
  return rest
    .replace(DATE_IN_BRACKETS, '')
    .replace(OF_THE_COUNCIL, '')
    .replace(ABOUT, '')
    .replace(OF_TWO, '')
    .replace(/的/gu, '');
}

/** A name without marks, spaces and 的. */
export function nameKey(name: string): string {
  return name.replace(MARKS, '').replace(OUTER, '$1').replace(/的/gu, '');
}

/** A name as authorities are looked up by: 特权与豁免公约 and 特权及豁免公约 are 特权和豁免公约, 之 is 的. */
export function lookupKey(name: string): string {
  return nameKey(name)
    .replace(/[与及暨、]/gu, '和')
    .replace(/之/gu, '');
}
