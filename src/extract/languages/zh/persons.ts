/** Natural persons in running text, by the office they are named with: 国家主席江泽民, 叶利钦总统, 宋子文博士. */
import type { Span } from '../../../records.ts';
import type { PersonDraft } from '../../draft.ts';
import { isHan } from './characters.ts';
import { HONORIFICS, HONORIFICS_AT_END, NAME, NOT_A_NAME, OFFICE, OFFICES, splitOffice } from './offices.ts';
import { firstFrom, type Page } from './page.ts';
import { isName, isSyllable } from './people.ts';

/** What goes on after a name. */
const AFTER =
  /^(?:先生|女士|阁下|陛下|博士|殿下|爵士|同志){0,2}(?:[于对和与及、，。；在同将应率邀访的会举签向就以并为互表说指强认感宣主抵致发谈重祝还也已（）：\d\n\t]|出席|代表|分别|共同|今天|作为|等|特派|$)/u;
/** 韩正会谈: here a name has ended. */
const VERB =
  /^(?:会[谈见晤]|举行|出席|发表|签[署订]|访问|共同|分别|抵达|强调|表示|指出|宣布|主持|参加|应邀|代表|率领)/u;
const EDGES = new Set('，。；：、（“\n\t和与及同对应由向邀请称同意派');
const LONGEST = 20;

export function findPersons(page: Page): PersonDraft[] {
  const { text } = page;
  const found = new Finds(page);
  for (const match of text.matchAll(OFFICES)) {
    const end = match.index + match[0].length;
    const after = nameAfter(text, end);
    const isVice = text.charAt(match.index - 1) === '副';
    const before = after === null ? nameBefore(page, match.index - (isVice ? 1 : 0)) : null;
    const named = after ?? before;
    if (named === null || !found.add(named, 'zh/office', 0.8) || !after) continue;
    for (let next = nameListed(text, named.end); next && found.add(next, 'zh/person-listed', 0.75); )
      next = nameListed(text, next.end);
  }
  for (const match of text.matchAll(SPEAKS))
    for (const speaker of speakersBefore(text, match.index)) found.add(speaker, 'zh/speaks', 0.7);
  for (const match of text.matchAll(HONORIFICS)) {
    if (HONORIFICS_AT_END.test(text.slice(match.index - 2, match.index))) continue;
    const before =
      nameBefore(page, match.index) ?? lineBefore(page, match.index) ?? behindColon(text, match.index);
    if (before) found.add(before, 'zh/honorific', 0.8);
  }
  for (let dot = text.indexOf('·'); dot >= 0; dot = text.indexOf('·', dot + 1)) {
    const dotted = nameAround(text, dot);
    if (!dotted) continue;
    found.add(dotted, 'zh/dotted', 0.75);
    dot = dotted.end;
  }
  for (const line of linesOf(page)) {
    const signed = nameInLine(page, line);
    if (signed) found.add(signed, 'zh/line', 0.75);
  }
  findAgain(found);
  return found.inFull().sort((a, b) => a.start - b.start);
}

/** What people do and states do not, behind their names. */
const SPEAKS =
  /(?:表示|指出|强调|说|认为)[，：]|(?:举行|进行)(?:了?(?:会谈|会晤|会见))|出席了?(?:签字|签署|欢迎)?仪式/gu;
const SPEAKER_UNITS = 24;

/** 王毅表示，; 胡锦涛和普京出席了仪式; 习近平同普京举行会谈: names alone between the start of a clause and what they do. */
function speakersBefore(text: string, end: number): Span[] {
  const before = text.slice(Math.max(0, end - SPEAKER_UNITS), end);
  const clause = /(?:^|[。；，\n])([\u4e00-\u9fff·、]{2,22})$/u.exec(before)?.[1];
  if (clause === undefined) return [];
  const names: Span[] = [];
  let start = end - clause.length;
  for (const name of clause.split(/[和同与、]/u)) {
    if (!isName(name) || OFFICE.test(name)) return [];
    names.push({ start, end: start + name.length });
    start += name.length + 1;
  }
  return names;
}

/** What was found so far; nothing is found twice. */
class Finds {
  readonly page: Page;
  readonly drafts: PersonDraft[] = [];
  readonly #taken: Uint8Array;

  constructor(page: Page) {
    this.page = page;
    this.#taken = new Uint8Array(page.text.length);
  }

  /** Who is called by the last part of one other name, or by its first, is that one. */
  inFull(): PersonDraft[] {
    const full = new Map<string, string | null>();
    for (const { name } of this.drafts) {
      if (!name.includes('·')) continue;
      for (const part of [lastPart(name), name.slice(0, name.indexOf('·'))])
        full.set(part, (full.get(part) ?? name) === name ? name : null);
    }
    return this.drafts.map((draft) => ({ ...draft, name: full.get(draft.name) ?? draft.name }));
  }

  add(span: Span, rule: string, confidence: number): boolean {
    const { page } = this;
    if (page.overlapsClaim(span) || this.#taken.subarray(span.start, span.end).includes(1)) return false;
    if (isOther(page, span)) return false;
    this.#taken.fill(1, span.start, span.end);
    const { start, end } = span;
    this.drafts.push({ type: 'person', start, end, name: page.text.slice(start, end), rule, confidence });
    return true;
  }
}

/** 哈萨克斯坦总统: a state, a body or a place before an office is no name. */
function isOther(page: Page, span: Span): boolean {
  const hit = page.endingAt(span.end);
  if (hit && hit.start <= span.start + 1 && isThing(hit.value.type)) return true;
  const first = page.hits[firstFrom(page.hits, span.start)];
  return first !== undefined && first.start === span.start && isThing(first.value.type);
}
function isThing(type: string): boolean {
  return type === 'state' || type === 'organization' || type === 'place';
}

/** How many different people are looked for again. */
const MOST_KNOWN = 40;

/** 王毅 alone, once the text has said who he is; 马克龙 after 埃马纽埃尔·马克龙. */
function findAgain(found: Finds): void {
  const { text } = found.page;
  const names = new Set<string>();
  for (const { name } of found.drafts) {
    names.add(name);
    const last = lastPart(name);
    if (last.length >= FEWEST_AGAIN) names.add(last);
  }
  for (const name of [...names].slice(0, MOST_KNOWN))
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
      found.add({ start: at, end: at + name.length }, 'zh/person-again', 0.75);
}
const FEWEST_AGAIN = 3;

function lastPart(name: string): string {
  return name.slice(name.lastIndexOf('·') + 1);
}

/** Lines that can be 大美国钦差全权大臣柔克义: not longer than a party, an office and a name. */
function linesOf({ text }: Page): Span[] {
  const lines: Span[] = [];
  for (let start = 0; start < text.length; ) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    if (end - start <= LONGEST_LINE && end > start) lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}
const LONGEST_LINE = 60;

/** A line of a party, an office and nothing but a name. */
function nameInLine(page: Page, { start, end }: Span): Span | null {
  const first = page.hits[firstFrom(page.hits, start)];
  if (first?.start !== start || first.value.type !== 'state') return null;
  const rest = page.text.slice(first.end, end);
  if (/[，。；：、《]/u.test(rest)) return null;
  const both = splitOffice(rest);
  if (!both || both.person.length > 4) return null;
  const at = first.end + rest.lastIndexOf(both.person);
  return { start: at, end: at + both.person.length };
}

/** The longest run behind an office that is a name and ends where names end. */
function nameAfter(text: string, from: number): Span | null {
  const start = from + (/^(?:先生|女士)/u.test(text.slice(from, from + 2)) ? 2 : 0);
  const dotted = dottedFrom(text, start);
  if (dotted !== null && !/[\u4e00-\u9fff]/u.test(text.charAt(dotted))) return { start, end: dotted };
  if (dotted !== null && AFTER.test(text.slice(dotted, dotted + 6))) return { start, end: dotted };
  let best: number | null = null;
  for (let end = start + 2; end <= Math.min(text.length, start + LONGEST); end += 1) {
    const name = text.slice(start, end);
    if (!/^[\u4e00-\u9fff·．]+$/u.test(name)) break;
    if (!isName(name) || OFFICE.test(name) || HONORIFICS_AT_END.test(name)) continue;
    const next = text.slice(end, end + 6);
    if (AFTER.test(next)) best = end;
    if (VERB.test(next)) break;
  }
  // What goes on far behind 埃马纽埃尔·马克龙 is no part of the name.
  if (dotted !== null && (best === null || best > dotted + 1)) return { start, end: dotted };
  return best === null ? null : { start, end: best };
}

/** Where characters of foreign names with a dot among them end; null where there is no dot. */
function dottedFrom(text: string, start: number): number | null {
  let end = start;
  let dot = -1;
  while (end < start + LONGEST && (isSyllable(text.charAt(end)) || text.charAt(end) === '·')) {
    if (text.charAt(end) === '·') dot = end;
    end += 1;
  }
  return dot > start && end > dot + 1 ? end : null;
}

function nameBefore(page: Page, end: number): Span | null {
  const { text } = page;
  for (let start = Math.max(0, end - LONGEST); start <= end - 2; start += 1) {
    const isEdge =
      start === 0 || EDGES.has(text.charAt(start - 1)) || page.endingAt(start)?.value.type === 'state';
    const name = text.slice(start, end);
    if (isEdge && isName(name) && !OFFICE.test(name) && !/阁下|先生/u.test(name)) return { start, end };
  }
  return null;
}

/** 日本国政府：河田烈先生 */
function behindColon(text: string, end: number): Span | null {
  const name = /：([\u4e00-\u9fff]{2,4})$/u.exec(text.slice(Math.max(0, end - 5), end))?.[1];
  if (name === undefined || NOT_A_NAME.test(name) || OFFICE.test(name)) return null;
  return { start: end - name.length, end };
}

/** 叫温阁下 on a line of its own: whatever is said so politely. */
function lineBefore(page: Page, end: number): Span | null {
  const { text } = page;
  const before = text.slice(Math.max(0, end - LONGEST - 1), end);
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const start = end - line.length;
  const isAlone = /^(?:.{0,2}\n|.{0,2}$)/u.test(text.slice(end + 2, end + 5));
  return line.length <= LONGEST && isAlone && NAME.test(line) && !NOT_A_NAME.test(line) && !OFFICE.test(line)
    ? { start, end }
    : null;
}

/** 总统纳扎尔巴耶夫、阿卡耶夫和普京: the name that a list goes on with. */
function nameListed(text: string, from: number): Span | null {
  return '、和与及'.includes(text.charAt(from)) ? nameAfter(text, from + 1) : null;
}

const FEWEST_DOTTED = 5;

/** 米哈伊尔·谢尔盖耶维奇·戈尔巴乔夫: characters of foreign names on both sides of a dot. */
function nameAround(text: string, dot: number): Span | null {
  let start = dot;
  while (start > dot - LONGEST && isSyllable(text.charAt(start - 1))) start -= 1;
  let end = dot + 1;
  while (end < dot + LONGEST && (isSyllable(text.charAt(end)) || isInnerDot(text, end))) end += 1;
  while (start < dot && text.charAt(start) === '于') start += 1;
  // 让-克洛德·容克
  if (/[-－]/u.test(text.charAt(start - 1)) && isHan(text.charCodeAt(start - 2))) start -= 2;
  while (end > dot + 1 && '于'.includes(text.charAt(end - 1))) end -= 1;
  const isOne = start <= dot - 1 && end - dot > 2 && end - start >= FEWEST_DOTTED;
  return isOne ? { start, end } : null;
}

function isInnerDot(text: string, at: number): boolean {
  return text.charAt(at) === '·' && isSyllable(text.charAt(at - 1)) && isSyllable(text.charAt(at + 1));
}
