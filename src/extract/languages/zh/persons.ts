/** Natural persons in running text, by the office they are named with: 国家主席江泽民, 叶利钦总统, 宋子文博士. */
import type { Span } from '../../../records.ts';
import type { PersonDraft } from '../../draft.ts';
import { HONORIFICS, NAME, NOT_A_NAME, OFFICE, OFFICES } from './offices.ts';
import { firstFrom, type Page } from './page.ts';
import { isName, isSyllable } from './people.ts';

/** What goes on after a name. */
const AFTER =
  /^(?:先生|女士|阁下|陛下|博士|殿下|爵士|同志){0,2}(?:[于对和与及、，。；在同将应率邀访的会举签向就以并为互表说指强认感宣主抵致发谈重祝还也已（）：\d\n\t]|出席|代表|分别|共同|今天|作为|等|特派|$)/u;
const BEFORE = /(?:^|[，。；、（“\n\t和与及同对应由向邀请称同意派])$/u;
const LONGEST = 20;

export function findPersons(page: Page): PersonDraft[] {
  const { text } = page;
  const found = new Finds(page);
  for (const match of text.matchAll(OFFICES)) {
    const end = match.index + match[0].length;
    const after = nameAfter(text, end);
    const before = after === null ? nameBefore(page, match.index) : null;
    const named = after ?? before;
    if (named === null || !found.add(named, 'zh/office', 0.8) || !after) continue;
    for (let next = nameListed(text, named.end); next && found.add(next, 'zh/person-listed', 0.75); )
      next = nameListed(text, next.end);
  }
  for (const match of text.matchAll(HONORIFICS)) {
    const before = nameBefore(page, match.index) ?? lineBefore(page, match.index);
    if (before) found.add(before, 'zh/honorific', 0.8);
  }
  for (let dot = text.indexOf('·'); dot >= 0; dot = text.indexOf('·', dot + 1)) {
    const dotted = nameAround(text, dot);
    if (!dotted) continue;
    found.add(dotted, 'zh/dotted', 0.75);
    dot = dotted.end;
  }
  findAgain(found);
  return found.drafts.sort((a, b) => a.start - b.start);
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

/** 王毅 alone, once the text has said who he is. */
function findAgain(found: Finds): void {
  const { text } = found.page;
  const known = [...new Set(found.drafts.map(({ name }) => name))].slice(0, MOST_KNOWN);
  for (const name of known)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
      found.add({ start: at, end: at + name.length }, 'zh/person-again', 0.75);
}

/** The longest run behind an office that is a name and ends where names end. */
function nameAfter(text: string, start: number): Span | null {
  let best: number | null = null;
  for (let end = start + 2; end <= Math.min(text.length, start + LONGEST); end += 1) {
    const name = text.slice(start, end);
    if (!/^[\u4e00-\u9fff·．]+$/u.test(name)) break;
    if (isName(name) && AFTER.test(text.slice(end, end + 6))) best = end;
  }
  return best === null ? null : { start, end: best };
}

function nameBefore(page: Page, end: number): Span | null {
  const { text } = page;
  for (let start = Math.max(0, end - LONGEST); start <= end - 2; start += 1) {
    if (!isName(text.slice(start, end))) continue;
    const isEdge = BEFORE.test(text.slice(Math.max(0, start - 2), start));
    if (isEdge || page.endingAt(start)?.value.type === 'state') return { start, end };
  }
  return null;
}

/** 叫温阁下 on a line of its own: whatever is said so politely. */
function lineBefore(page: Page, end: number): Span | null {
  const { text } = page;
  const start = text.lastIndexOf('\n', end) + 1;
  const line = text.slice(start, end);
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
  while (end > dot + 1 && '于'.includes(text.charAt(end - 1))) end -= 1;
  const isOne = start <= dot - 1 && end - dot > 2 && end - start >= FEWEST_DOTTED;
  return isOne ? { start, end } : null;
}

function isInnerDot(text: string, at: number): boolean {
  return text.charAt(at) === '·' && isSyllable(text.charAt(at - 1)) && isSyllable(text.charAt(at + 1));
}
