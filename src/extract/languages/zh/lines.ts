/** The lines of a Chinese text: what is heading, page furniture, prose; and which of them go on in the next. */
import { BREAK, classOf, foldUnit, HAN, SPACE } from './characters.ts';

/** A line without the spaces around it. Offsets of the original. */
export type Line = Readonly<{
  start: number;
  end: number /** Half-width cells before it. */;
  indent: number;
}>;

/** The next line that is not blank, from `offset` on, and how many blank ones come before it; null at the end. */
export function readLine(text: string, offset: number): (Line & { blanks: number; next: number }) | null {
  let blanks = -1;
  for (let at = offset; at < text.length; ) {
    let start = at;
    let indent = 0;
    while (start < text.length && classOf(text.charCodeAt(start)) === SPACE) {
      indent += cellsOf(text.charCodeAt(start));
      start += 1;
    }
    let stop = start;
    while (stop < text.length && classOf(text.charCodeAt(stop)) !== BREAK) stop += 1;
    let end = stop;
    while (end > start && classOf(text.charCodeAt(end - 1)) === SPACE) end -= 1;
    blanks += 1;
    const next = text.startsWith('\r\n', stop) ? stop + 2 : stop + 1;
    if (end > start) return { start, end, indent, blanks, next };
    at = next;
  }
  return null;
}

/** How wide a space is, in half-width cells. */
export function cellsOf(unit: number): number {
  if (unit === 0x3000) return 2;
  if (unit === 9) return 4;
  return unit === 0xfeff || unit === 0x200b ? 0 : 1;
}

const PAGE_NUMBER = /^[-—–―·•\s]{0,20}(?:第\s{0,4})?[0-9０-９]{1,4}(?:\s{0,4}页)?[-—–―·•\s]{0,20}$/u;
/** Longest line that can be a page number. */
const PAGE_NUMBER_UNITS = 24;

/** A page number alone on its line: “— 2 —”. */
export function isPageNumber(text: string, { start, end }: Line): boolean {
  return end - start <= PAGE_NUMBER_UNITS && PAGE_NUMBER.test(text.slice(start, end));
}

const ENUMERATOR =
  /^(?:第[〇零一二三四五六七八九十百千0-9０-９]{1,6}[条條章节節部款项項]|[一二三四五六七八九十]{1,3}[、．.\s]|[（(][一二三四五六七八九十0-9甲乙丙丁]{1,3}[)）]|[0-9０-９]{1,3}[、．.）)]|附件)/u;

/** Whether a line begins an item: 第三条, 二、, （一）, 1. */
export function isItem(text: string, { start, end }: Line): boolean {
  return ENUMERATOR.test(text.slice(start, Math.min(end, start + 12)));
}

/** A line of prose is at least this long; shorter ones are headings, names, signatures. */
const PROSE_UNITS = 20;
/** What ends a sentence or a heading: a line that ends so does not go on. */
const TERMINAL = new Set(Array.from('。！？；：…”’」』）】》〉.!?;:)"', (sign) => sign.charCodeAt(0)));
const COMMA = new Set(Array.from('，、,', (sign) => sign.charCodeAt(0)));

/**
 * Whether `line` goes on with what `last` broke off: a page or a line ended in the middle of a sentence.
 * @param furniture whether a page number stood between them
 */
export function goesOn(
  text: string,
  last: Line,
  line: Line & { blanks: number },
  furniture: boolean,
): boolean {
  const lastUnit = foldUnit(text.charCodeAt(last.end - 1));
  if (TERMINAL.has(lastUnit) || isItem(text, line)) return false;
  if (furniture) return true;
  if (COLUMNS.test(text.slice(last.start, last.end))) return false;
  if (line.indent >= 2 && line.indent > last.indent) return false;
  if (last.end - last.start < PROSE_UNITS) return false;
  if (COMMA.has(lastUnit)) return line.blanks === 0;
  const isApart = line.blanks > 0 || !/[，；。,]/u.test(text.slice(last.start, last.end));
  if (isApart && ADOPTED.test(text.slice(last.end - 4, last.end))) return false;
  if (isSigned(text, last) || isSigned(text, line)) return false;
  if (line.blanks > 1 || (isItem(text, last) && isShort(text, last))) return false;
  return classOf(text.charCodeAt(last.end - 1)) === HAN && classOf(text.charCodeAt(line.start)) === HAN;
}

/** …第15届大会于西安通过: the line above a preamble. */
const ADOPTED = /(?:通过|通過|签署|簽署|签订|簽訂)[）)]?$/u;

const SIGNED = /[（(](?:签字|簽字|签署|簽署|签名|簽名|盖章|蓋章)[)）]|[订訂][于於][^，。；]{2,8}$/u;
/** Longer than this it is a sentence, or the office that somebody signs in. */
const SIGNED_UNITS = 60;
const OFFICE = /(?:代\s{0,8}表|大使|部[长長]|主席|[总總][统統理]|首相|大臣|外[长長])[:：]?$/u;

const NAMED =
  /(?:代\s{0,8}表|大使|部[长長]|主席|[总總][统統理]|大臣)[:：]?[ \t\u3000]{1,40}[^，。；\s]{2,14}$/u;

/** 签订日期：民国 100 年 06 月 14 日 */
const DATED =
  /^[（(【]?(?:[^，。；\s]{2,6}[:：】])?[民國国中華华西元公0-9０-９〇○零一二三四五六七八九十廿年月\s]{6,30}日[)）]?$/u;

/** 签订日期1996年6月24日 生效日期1996年6月24日 */
const LABELLED = /^(?:[签簽][订訂署]|生效|通[过過]|批准|[发發][布佈])(?:日期|[时時][间間])/u;
/** 某国外交部长阁下, above a note. */
const ADDRESSED = /(?:阁下|閣下|先生|女士|殿下|陛下)[:：]?$/u;

/** Part of a block of signatures: a name with its mark, a party and an office, where and when it was done. */
function isSigned(text: string, { start, end }: Line): boolean {
  if (end - start > SIGNED_UNITS) return false;
  const line = text.slice(start, end);
  return (
    SIGNED.test(line) ||
    NAMED.test(line) ||
    DATED.test(line) ||
    LABELLED.test(line) ||
    (ADDRESSED.test(line) && !/[，。；]/u.test(line)) ||
    (OFFICE.test(line) && !/[，。；]/u.test(line))
  );
}

/** 三、最后条款: an item that is a heading. */
function isShort(text: string, { start, end }: Line): boolean {
  return end - start < 2 * PROSE_UNITS && !/[，：；“「《]/u.test(text.slice(start, end));
}

/** Signatures side by side. */
const COLUMNS = /[ \t]{6}|\u3000{3}/u;

/** Doubled on purpose: not what a page break repeats. */
const REDUPLICATED = new Set('人常往等种各渐刚仅天年多处日代层个事时家户条件');

/** How many units at the end of `last` stand again at the start of `line`, because the break repeated them. */
export function repeated(text: string, last: Line, line: Line): number {
  for (const count of [2, 1]) {
    if (last.end - count < last.start || line.start + count > line.end) continue;
    const tail = text.slice(last.end - count, last.end);
    if (tail !== text.slice(line.start, line.start + count)) continue;
    if (
      Array.from(tail).every((character) => classOf(character.charCodeAt(0)) === HAN) &&
      !REDUPLICATED.has(tail)
    )
      return count;
  }
  return 0;
}
