/** Where the instrument begins: its heading, after whatever a website or a database put before it. */
import { foldText } from './characters.ts';
import { isInternational, KIND_NOUNS, kindNounOf } from './kinds.ts';
import { type Line, readLine } from './lines.ts';

/** A heading stands within so many lines, and this far into the text. */
const HEAD_LINES = 40;
const HEAD_UNITS = 4000;
const LONGEST_HEADING = 120;
/** A heading takes at most so many lines. */
const MOST_LINES = 5;

const SENTENCE = /[。！？；]/u;
/** 新华社北京6月28日电: what an agency puts before a text, on a line of its own or in front of the heading. */
const DATELINE =
  /^[（(【]?(?:新[华華]社|新[华華][网網]|中新社|中央社|人民[网網日]|本[报報])[^，。；：\n]{0,24}?[电電讯訊][）)】]?[\s:：]*/u;

/** What websites write above a text. */
const NAVIGATION =
  /[>›»|【】]|^第[0-9一二三四五六七八九十]{1,5}号$|首页|打印|字号|[:：](?!.{4,}(?:宪章|宣言|公约|协定|条约|议定书|声明)$)/u;
/** An item of a list: 一、《…公约》. */
const ITEM = /^(?:[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）|[0-9]{1,2}[、．](?![0-9]))/u;
/** Declarations that are about the website. */
const ABOUT_THE_SITE = /(?:免责|版权|法律|隐私|郑重|网站|权利)(?:声明|公告|条款)$/u;

/** A notice of one state's authorities: 关于履行《…公约》有关事项的公告, 生态环境部公告, 全国人大关于批准…条约的决议. */
const NOTICE =
  /(?:^关于.*|[部局院署厅会])公告$|公报$(?<=(?:国务院|立法院|政府|法院|官方)公报)|^(?:全国人民代表大会|全国人大|国务院).*关于(?:批准|核准|加入|同意).*的(?:决议|决定)$/u;
/** News: 中法发表联合声明, 中美公布建立外交关系的联合公报, 论坛通过《…宣言》和《…计划》. */
const REPORT =
  /^[^的关〈《]{2,14}(?:公布|发表|发(?=联合)|签署|签订|互换)(?![的之])|(?:发表|签署|签订|达成|公布|宣布|互换|批准|提出)(?!.*的)[^的〉》]{0,30}$|(?:发表|签署|签订|达成|互换)了|(?:通过|发布|达成|签署|发表)《[^《》]+》(?:[和与及、]{0,2}《[^《》]+》){0,9}$/u;

/**
 * The lines of the heading as one, or null when there is none that names an agreement.
 * `中华人民共和国和哈萨克斯坦共和国⏎关于深化睦邻友好合作的联合声明`
 */
export function findHeading(text: string): Line | null {
  const block: Line[] = [];
  let line = behindDateline(text, readLine(text, 0));
  for (let count = 0; line && count < HEAD_LINES && line.start < HEAD_UNITS; count += 1) {
    const folded = foldText(text.slice(line.start, Math.min(line.end, line.start + 2 * LONGEST_HEADING)));
    const before = titleBefore(text, line);
    if (before) return before;
    if (!canBeHeading(folded)) {
      block.length = 0;
      const inside = line.end - line.start > LONGEST_HEADING ? headingInside(text, line) : null;
      if (inside) return inside;
    } else {
      if (line.blanks > 0 && !isUnfinished(block, text)) block.length = 0;
      block.push(line);
      const whole = foldText(block.map(({ start, end }) => text.slice(start, end)).join(''));
      if (isTitle(whole, block.length)) {
        if (RESOLUTION.test(folded.replace(/\s/gu, ''))) block.splice(0, block.length - 1);
        while (isAbove(text, block)) block.shift();
        return {
          ...line,
          start: block[0]?.start ?? line.start,
          end: beforeBracket(text, subtitleEnd(text, line)),
        };
      }
    }
    line = behindDateline(text, readLine(text, line.next));
  }
  return null;
}

/** The line without a dateline in front; one of nothing else stays as it is. */
function behindDateline<T extends Line>(text: string, line: T | null): T | null {
  const dateline = line && DATELINE.exec(text.slice(line.start, Math.min(line.end, line.start + 40)));
  const start = (line?.start ?? 0) + (dateline?.[0].length ?? 0);
  return dateline && line && start < line.end ? { ...line, start } : line;
}

/** A title that is whole in one line, whatever stands above it. */
const RESOLUTION = /^(?:联合国)?(?:安理会|安全理事会|大会)?第[^号]{1,14}号决议$/u;

/** Where a page without ends of lines has its heading: in the first so many units. */
const INSIDE_UNITS = 300;
/** Parties, or the world: a short title in the middle of a page could be anything. */
const OF_STATES = /共和国|政府|联合国|国际|王国/u;

/** 颁布时间:19980728 中华人民共和国政府与…的合作协定 中华人民共和国政府和…: a title between two spaces. */
function headingInside(text: string, line: Line): Line | null {
  const stop = Math.min(line.end, line.start + INSIDE_UNITS);
  for (const match of text.slice(line.start, stop).matchAll(/[^\s]+/gu)) {
    const [written] = match;
    const start = line.start + match.index;
    const folded = foldText(written);
    if (start + written.length >= stop || /[，。；：、]/u.test(folded) || !OF_STATES.test(folded)) continue;
    if (canBeHeading(folded) && isTitle(folded, 1)) return { ...line, start, end: start + written.length };
  }
  return null;
}

/** 中泰…联合公报 文库, 中泰…联合公报 1975年7月1日于北京 |: a title at the start of a line that goes on behind a space. */
function titleBefore(text: string, line: Line): Line | null {
  const written = /^[^\s]{8,}(?=[ \u3000\t]+[^\s])/u.exec(text.slice(line.start, line.end))?.[0];
  if (written === undefined) return null;
  const folded = foldText(written);
  if (!OF_STATES.test(folded) || /[，。；：]/u.test(folded) || !canBeHeading(folded) || !isTitle(folded, 1))
    return null;
  const behind = text.slice(line.start + written.length, line.end).trim();
  if (!/^[^，。；]{1,40}$/u.test(behind) || isTitle(foldText(written + behind), 1)) return null;
  return { ...line, end: line.start + written.length };
}

/** What a website puts in brackets behind a title: …合作协定（蒙古1994.04.29）, …议定书（附英文）. */
const BRACKET =
  /(?<!\s)\s{0,4}[（(](?![12][0-9]{3}年?[-—–－至][12][0-9]{3})(?:[^（()）]{0,12}[12][0-9]{3}[-.年][^（()）]{0,12}|附[^（()）]{1,6}文[^（()）]{0,4}|中?[译譯](?:文|本)|中文本?|草案|摘要|全文|[节節][录錄選选])[)）]$/u;

function beforeBracket(text: string, end: number): number {
  const bracket = BRACKET.exec(text.slice(Math.max(0, end - 40), end));
  return bracket ? beforeBracket(text, end - bracket[0].length) : end;
}

/** ——关于古建筑、古遗址和历史区域周边环境的保护: a line that a dash begins goes with the title above it. */
function subtitleEnd(text: string, line: Line & { next: number }): number {
  const next = readLine(text, line.next);
  if (!next || next.blanks > 0 || next.end - next.start > LONGEST_HEADING) return line.end;
  const folded = foldText(text.slice(next.start, next.end));
  return /^[—－]{1,2}[^—－\d]{4,}$/u.test(folded) && canBeHeading(folded) ? next.end : line.end;
}

function canBeHeading(folded: string): boolean {
  return (
    folded.length <= LONGEST_HEADING &&
    !SENTENCE.test(folded) &&
    !NAVIGATION.test(folded) &&
    !ITEM.test(folded) &&
    !DATELINE.test(folded)
  );
}

function isTitle(folded: string, lines: number): boolean {
  if (lines > MOST_LINES || folded.length > LONGEST_HEADING || /[，]/u.test(folded.slice(-8))) return false;
  const noun = kindNounOf(folded);
  if (noun === null || ABOUT_THE_SITE.test(folded) || folded.length <= 3) return false;
  if (KIND_NOUNS[noun] === undefined && !isInternational(folded, noun, false)) return false;
  return !NOTICE.test(folded) && !(REPORT.test(folded) && !folded.startsWith('关于'));
}

/** 条约汇编⏎中华人民共和国和…条约: a line of its own above a title that begins with a party. */
function isAbove(text: string, [first, second]: readonly Line[]): boolean {
  if (!first || !second) return false;
  const [above, below] = [first, second].map(({ start, end }) =>
    foldText(text.slice(start, end)).replace(/\s/gu, ''),
  );
  if (below?.startsWith('关于') && MAKERS.test(above ?? '')) return false;
  return /^《?(?:中华|关于)/u.test(below ?? '') && !/[和与及的、同]$|[国府]$|关于$/u.test(above ?? '');
}
/** 五国外长⏎关于…的声明, 上海合作组织成员国元首理事会⏎关于…的宣言 */
const MAKERS =
  /(?:[外部]长|领导人|元首|首脑|总理|首相|主席|总统|代表|[双各三]方|会议|大会|峰会|组织|联盟|[东欧非]盟|理事会|委员会|国家|成员|部)$/u;

/** A block that ends in 的, 和, 关于 … goes on after a blank line. */
function isUnfinished(block: readonly Line[], text: string): boolean {
  const last = block[block.length - 1];
  return last !== undefined && /[的和与及]$|关于$/u.test(foldText(text.slice(last.start, last.end)));
}
