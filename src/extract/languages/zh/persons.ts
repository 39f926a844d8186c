/** Natural persons in running text, by the office they are named with: 国家主席江泽民, 叶利钦总统. */
import type { Span } from '../../../records.ts';
import type { PersonDraft } from '../../draft.ts';
import type { Page } from './page.ts';

/** The commonest surnames, four in five people's. */
const SURNAMES = new Set(
  '王李张刘陈杨黄赵周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文习温钟岳项华柳鲍穆申施洪倪严葛耿焦靳邢翟甄祝庄邬冼臧裴戚祁佟童凌苗莫',
);
/** Characters that foreign names are written with. */
const SYLLABLES = new Set(
  '阿埃艾安昂奥巴班邦鲍贝本比彼别宾波伯博布查达戴丹德登迪蒂杜多厄恩尔法范菲费芬弗福富盖甘冈高戈格根古瓜哈海汉豪赫亨胡华霍基吉季加贾杰金卡凯坎康考科克肯孔库夸拉莱赖兰朗劳勒雷里利列林隆卢鲁伦罗洛吕马迈麦曼毛梅门蒙米密明莫默姆穆纳奈南内尼涅宁纽农努诺欧帕派潘庞佩彭皮平珀蒲普齐奇恰乔切琴丘热日荣儒瑞若萨塞赛桑瑟森沙山绍舍申生圣施什史舒斯苏索塔泰坦汤唐陶特腾提廷图托瓦万旺威韦维魏温翁沃乌伍西希锡夏香肖谢欣辛雄休徐许逊雅亚延扬杨耶叶伊因英尤于约泽扎詹章珍朱佐钦捷夫京道额蓬通坤颂汗贡廉阮邓武黎丁素拜罕侯哥契茨吴策汶色洪玛',
);
const OFFICE =
  /(?:国家主席|主席|总统|总理|首相|外长|部长|国务卿|女王|国王|总书记|秘书长|议长|大使|总干事|元首|特派|特使|发言人|司长|局长|公使|参赞)/gu;
/** What goes on after a name. */
const AFTER =
  /^(?:先生|女士|阁下|陛下|博士|殿下){0,2}(?:[于对和与及、，。；在同将应率邀访的会举签向就以并为互表说指强认感宣主抵致发谈重祝还也已（：\d\n]|出席|代表|分别|共同|今天|$)/u;
const BEFORE = /(?:^|[，。；、（“\n和与及同对应由向邀请称同意])$/u;
const LONGEST = 20;

export function findPersons(page: Page): PersonDraft[] {
  const drafts: PersonDraft[] = [];
  const { text } = page;
  let last = 0;
  for (const match of text.matchAll(OFFICE)) {
    const end = match.index + match[0].length;
    const after = nameAfter(text, end);
    const before = after === null ? nameBefore(text, match.index, last) : null;
    const span = after ?? before;
    if (!span || page.overlapsClaim(span) || span.start < last || isOther(page, span)) continue;
    last = span.end;
    drafts.push({
      type: 'person',
      ...span,
      name: text.slice(span.start, span.end),
      rule: 'zh/office',
      confidence: 0.8,
    });
  }
  return [...drafts, ...findAgain(page, drafts)].sort((a, b) => a.start - b.start);
}

/** 哈萨克斯坦总统: a state, a body or a place before an office is no name. */
function isOther(page: Page, span: Span): boolean {
  const hit = page.endingAt(span.end);
  return (
    hit !== undefined &&
    hit.start <= span.start + 1 &&
    ['state', 'organization', 'place'].includes(hit.value.type)
  );
}

/** How many different people are looked for again. */
const MOST_KNOWN = 40;

/** 王毅 alone, once the text has said who he is. */
function findAgain(page: Page, known: readonly PersonDraft[]): PersonDraft[] {
  const first = new Map<string, PersonDraft>();
  const taken = new Set(known.map(({ start }) => start));
  for (const draft of known)
    if (first.size < MOST_KNOWN && !first.has(draft.name)) first.set(draft.name, draft);
  const again: PersonDraft[] = [];
  for (const [name, draft] of first)
    for (let at = page.text.indexOf(name); at >= 0; at = page.text.indexOf(name, at + name.length)) {
      const span = { start: at, end: at + name.length };
      if (taken.has(at) || page.overlapsClaim(span) || isOther(page, span)) continue;
      taken.add(at);
      again.push({ ...draft, ...span, rule: 'zh/person-again', confidence: 0.75 });
    }
  return again;
}

/** The longest run behind an office that is a name and ends where names end. */
function nameAfter(text: string, start: number): { start: number; end: number } | null {
  let best: number | null = null;
  for (let end = start + 2; end <= Math.min(text.length, start + LONGEST); end += 1) {
    const name = text.slice(start, end);
    if (!/^[\u4e00-\u9fff·]+$/u.test(name)) break;
    if (isName(name) && AFTER.test(text.slice(end, end + 6))) best = end;
  }
  return best === null ? null : { start, end: best };
}

function nameBefore(text: string, end: number, from: number): { start: number; end: number } | null {
  for (let start = Math.max(from, end - LONGEST); start <= end - 2; start += 1)
    if (isName(text.slice(start, end)) && BEFORE.test(text.slice(Math.max(0, start - 2), start)))
      return { start, end };
  return null;
}

/** A surname and one or two characters, or two and more of those that foreign names are written with. */
export function isName(name: string): boolean {
  if (/^[\u4e00-\u9fff]{2,3}$/u.test(name) && SURNAMES.has(name.charAt(0)) && !COMMON.test(name)) return true;
  if (/^(?:司徒|欧阳|诸葛|上官|司马|皇甫)[\u4e00-\u9fff]{1,2}$/u.test(name)) return true;
  // 索隆拜·热恩别科夫: the dot alone tells that it is one.
  if (/^[\u4e00-\u9fff]{1,8}(?:·[\u4e00-\u9fff]{1,8}){1,4}$/u.test(name) && !/[在同与和率]/u.test(name))
    return true;
  const letters = Array.from(name);
  return letters.length >= 2 && letters.every((letter) => SYLLABLES.has(letter));
}

/** Words that begin like a name. */
const COMMON =
  /^(?:严格|严重|严肃|洪水|施行|施工|申请|申明|高级|高度|方面|方式|文化|文件|任何|任命|常任|常务|白宫|金融|武装|易于|万国|于是|平等|明确|马上|同意|安全)/u;
