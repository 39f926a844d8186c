/** Offices that people sign and speak in. */

/** What the name of an office ends in. */
const ENDINGS = (
  '团长 主席 总统 总理 首相 部长 外长 外相 大臣 代表 大使 公使 总书记 书记 国王 女王 皇帝 天皇 苏丹 元首 秘书长 总干事 主任 司长 局长 处长 署长 厅长 ' +
  '专员 委员 委员长 国务卿 次官 次长 议长 院长 会长 行长 校长 总裁 董事长 理事长 州长 省长 市长 长官 参赞 代办 领事 总领事 特使 专使 钦差 总督 巡抚 ' +
  '尚书 侍郎 将军 上将 中将 少将 元帅 提督 参谋长 司令 司令员 顾问 发言人 总监 总长 秘书 书记官 检察长 审计长 记者 亲王 公爵 侯爵 伯爵 子爵 男爵 肃毅伯 肃毅伯爵 大学士 都统 统领 总兵 宗室 红带子 布政使 按察使 全权'
)
  .split(' ')
  .sort((a, b) => b.length - a.length)
  .join('|');

/** Any office, wherever it stands. */
export const OFFICE = new RegExp(`(?:${ENDINGS})`, 'u');
/** An office and nothing behind it. */
export const OFFICE_END = new RegExp(`(?:${ENDINGS})[:：]?$`, 'u');
/** The text up to where its last office ends is group 1; what is left, group 2. */
const SPLIT = new RegExp(`^(.*(?:${ENDINGS}))(.*)$`, 'u');
/** Every one in turn. */
export const OFFICES = new RegExp(`(?:${ENDINGS})`, 'gu');

/** （签字）, （印）: somebody has signed. */
export const SIGN_MARK = '（(?:签字|签名|签署|盖章|签押|画押|花押|印)）';

const POLITE = '先生|女士|小姐|阁下|陛下|殿下|博士|爵士|教授|同志';
/** What is said behind a name, wherever it stands. */
export const HONORIFICS = new RegExp(`(?:${POLITE})`, 'gu');
export const HONORIFICS_AT_END = new RegExp(`(?:${POLITE}|夫人){1,2}$`, 'u');

/** What stands alone where a name is to be: two to eight characters, parts with dots, Latin letters. */
export const NAME =
  /^(?:[\u4e00-\u9fff]{2,8}|[\u4e00-\u9fffA-Z]{1,10}(?:[·．.\-－][\u4e00-\u9fffA-Z]{1,10}){1,4}|[A-Z][A-Za-z.'-]*(?: [A-Z][A-Za-z.'-]*){1,3})$/u;

/** 外交部部长宋子文博士 → 外交部部长, 宋子文; null when no office is named or no name is left. */
export function splitOffice(text: string): Readonly<{ office: string; person: string }> | null {
  const bare = text.replace(HONORIFICS_AT_END, '');
  const match = SPLIT.exec(bare);
  const [, office = '', person = ''] = match ?? [];
  return match && NAME.test(person) && !NOT_A_NAME.test(person) ? { office, person } : null;
}

/** Words of sentences and of institutions. */
export const NOT_A_NAME =
  /[的和与及为在于之其各该并以或将由对向]|政府|共和国|王国|联邦|委员|条约|协定|如下|签字|签署|办公室|[部局司署厅处]$|机构|组织|公司|大学/u;
