/** The text's own instrument: its heading, the date and place under it or at its end, who signed for whom. */
import type { Span } from '../../../records.ts';
import type { View } from '../../../text/view.ts';
import type { DateDraft, InstrumentDraft, PlaceDraft } from '../../draft.ts';
import { foldText } from './characters.ts';
import { findHeading } from './heading.ts';
import type { Page } from './page.ts';
import { firstFrom } from './page.ts';
import { findParents } from './parents.ts';
import { readParties } from './parties.ts';
import { factsOfTitle } from './titles.ts';

/** The heading's span in the view, and what it says; null when the text is no agreement's. */
export function readHeading(view: View, page: Page): (Span & { instrument: InstrumentDraft }) | null {
  const heading = findHeading(view.original);
  if (!heading) return null;
  const start = view.position(heading.start);
  const end = view.position(heading.end - 1) + 1;
  const title = foldText(view.original.slice(heading.start, heading.end).replace(/\s+/gu, ''));
  const facts = factsOfTitle(title, page.lexicon);
  const parents = findParents(title, page.lexicon);
  return {
    start,
    end,
    instrument: {
      ...facts,
      title: view.restore(start, end).replace(/\s+/gu, ''),
      ...(parents.length === 0 ? {} : { parents }),
    },
  };
}

/** 柬埔寨王国、老挝人民民主共和国和泰王国政府， above the preamble: who makes a text whose heading names nobody. */
export function partiesBelow(page: Page, below: number): readonly string[] | undefined {
  let start = below + 1;
  for (let count = 0; count < LINES_BELOW && start < page.text.length; count += 1) {
    const parties = readParties(page.text, start, page.lexicon);
    const behind = parties ? page.text.slice(parties.end, parties.end + PREAMBLE_UNITS) : '';
    if (parties && (PREAMBLE.test(behind) || (parties.codes.length > 2 && DECLARE.test(behind))))
      return parties.codes;
    const next = page.text.indexOf('\n', start);
    if (next < 0) return undefined;
    start = next + 1;
  }
  return undefined;
}
const PREAMBLE =
  /^(?:各国)?(?:政府)?(?:（以下[^（）]{2,24}）)?(?:[，：]|\n[^\n]{0,20}(?:忆及|考虑|鉴于|为|希望|愿|根据|本着|认识|重申))/u;
/** 五国认为，…: two that declare are named in the heading. */
const DECLARE =
  /^(?:（以下[^（）]{2,24}）)?(?:认为|宣布|声明|申明|重申|表示|同意|决定|商定|注意到|忆及|考虑到|鉴于)/u;
const PREAMBLE_UNITS = 60;

/** 订于北京, 于北京 behind a date: that is where and when it was done. */
const DONE_AT = /^[，]?(?:签订|签字|订|签)?于/u;

/** Lines under the heading in which its date may stand. */
const LINES_BELOW = 4;
const LONGEST_DATE_LINE = 70;
const CONCLUDES = /(?:于|在)(?:[^，。；]{0,12})?(?:签署|签订|订立|缔结|发表|通过|签字)|[订签]于/u;

/** Date and place of signature, from the lines under the heading, “本声明于…签署”, or the last lines. */
export function readSignature(
  page: Page,
  below: number,
  dates: readonly DateDraft[],
  places: readonly PlaceDraft[],
): { signed?: string; place?: string } {
  const date =
    dateBelow(page, below, dates) ??
    dateSaid(page, dates) ??
    dateAdopted(page, dates) ??
    dateOfMeeting(page, below, dates) ??
    dateAtEnd(page, dates);
  if (!date) return {};
  const line = page.text.indexOf('\n', date.end);
  const stop = Math.min(line < 0 ? page.text.length : line, date.end + 40);
  const lineStart = page.text.lastIndexOf('\n', date.start) + 1;
  const near = places.slice(firstFrom(places, Math.max(lineStart, date.start - 40)));
  const place =
    near.find((item) => item.start >= date.end && item.start < stop) ??
    near.find((item) => item.end <= date.start);
  return { signed: date.edtf, ...(place ? { place: place.name } : {}) };
}

function isDay(date: DateDraft): boolean {
  return date.edtf.length === 10;
}

function dateBelow(page: Page, below: number, dates: readonly DateDraft[]): DateDraft | null {
  let start = below + 1;
  for (let count = 0; count < LINES_BELOW + LINES_OF_A_SITE; count += 1) {
    const next = page.text.indexOf('\n', start);
    const end = next < 0 ? page.text.length : next;
    const line = page.text.slice(start, end);
    const date = dates[firstFrom(dates, start)];
    if (
      date &&
      date.end <= end &&
      (isDay(date) || ADOPTED.test(line)) &&
      isDateLine(line, date.start - start) &&
      (count < LINES_BELOW || isNothingElse(line, date))
    )
      return date;
    if (next < 0 || (count >= LINES_BELOW && /[，；。]/u.test(line))) return null;
    start = next + 1;
  }
  return null;
}

/** What a website put between heading and date takes no more lines. */
const LINES_OF_A_SITE = 8;

/** A date, and how the text was adopted on it. */
function isNothingElse(line: string, date: DateDraft): boolean {
  return line.length - (date.end - date.start) <= 4 || ADOPTED.test(line);
}

/** （1964年第二届国际会议通过）: such a line may tell the year alone. */
const ADOPTED = /(?:通过|签署|签订)[）]?$/u;

/** A line that is there for the date: it begins with it, or ends with where or how it was signed. */
function isDateLine(line: string, before: number): boolean {
  if (line.length > LONGEST_DATE_LINE || /[。；]./u.test(line) || OF_A_SITE.test(line)) return false;
  if (
    (before <= 4 && !/[据照按自依遵经由从、，]/u.test(line.slice(0, before))) ||
    /[订签]于[^，。]{0,10}[）]?$/u.test(line) ||
    ADOPTED.test(line)
  )
    return true;
  return LABEL.test(line.slice(0, before));
}
/** 发布日期：2022-05-16 08:43 来源：…: when a website took the text in. */
const OF_A_SITE = /来源|访问量|字[体号]|浏览|作者|编辑|点击|打印/u;
/** 签订日期：, 【发布日期】 */
const LABEL = /^[【（]?(?:签[订署字]|缔约|缔结|订约|通过|发布|发表)(?:日期|时间)[】）]?[:：]?$/u;

/** 本备忘录以英文缮制两份，于…在马尼拉签署 */
const MADE_IN_COPIES = /本[\u4e00-\u9fff]{2,8}[^。；，\n]{0,24}[两二三四][份本]，[于在]$/u;
const SIGNED_THERE = /^[在于][^，。；]{1,12}(?:签署|签订|签字|订立|缔结)(?![的之])/u;

/** 本声明于二〇〇七年八月十八日在阿斯塔纳签署 */
export function dateSaid(page: Page, dates: readonly DateDraft[]): DateDraft | null {
  for (const date of dates) {
    if (!isDay(date)) continue;
    const before = page.text.slice(Math.max(0, date.start - 50), date.start);
    if (MADE_IN_COPIES.test(before) && SIGNED_THERE.test(page.text.slice(date.end, date.end + 20)))
      return date;
    if (!/本[\u4e00-\u9fff]{2,8}(?:已)?[于在]$/u.test(before)) continue;
    if (CONCLUDES.test(page.text.slice(date.start - 1, date.end + 20))) return date;
  }
  return null;
}

/** 于2022年9月16日在撒马尔罕举行会议，并发表宣言如下 */
const MEETING = /^(?:在[^，。；]{1,12})?举行[^。；\n]{0,40}(?:宣言|声明|公报|宣布|发表)[^。；\n]{0,4}如下/u;

/** 于1999年6月17日通过以下公约 */
function dateAdopted(page: Page, dates: readonly DateDraft[]): DateDraft | null {
  const isAdoption = ({ start, end }: DateDraft) =>
    AT_MEETING.test(page.text.slice(end, end + AT_MEETING_UNITS)) ||
    ('于在据'.includes(page.text.charAt(start - 1)) &&
      (/^通过(?:以下|下列|本)/u.test(page.text.slice(end, end + 5)) ||
        MEETING.test(page.text.slice(end, end + MEETING_UNITS))));
  return dates.find((date) => isDay(date) && isAdoption(date)) ?? null;
}

/** 1999年2月11日安全理事会第3976次会议通过 */
const AT_MEETING = /^[^，。；\n]{0,12}第[0-9]{1,5}次(?:全体)?会议通过(?!的)/u;
const AT_MEETING_UNITS = 30;
const MEETING_UNITS = 70;

/** 会议于2022年5月13日以视频方式举行, in the first sentence of what it issued. */
function dateOfMeeting(page: Page, below: number, dates: readonly DateDraft[]): DateDraft | null {
  for (let at = firstFrom(dates, below); at < dates.length; at += 1) {
    const date = dates[at];
    if (!date || date.start > below + FIRST_UNITS) return null;
    const line = page.text.slice(page.text.lastIndexOf('\n', date.start) + 1, date.start);
    const isHeld = /^[^，。；]{0,12}(?:举行|召开)(?![的之])/u.test(page.text.slice(date.end, date.end + 20));
    if (isHeld && isDay(date) && /^[^。；，]{0,40}(?:会议|会晤|峰会|大会|论坛)[于在]$/u.test(line))
      return date;
  }
  return null;
}
const FIRST_UNITS = 160;

/** 一九九六年四月二十五日于北京: the last short line that is there for a date, and tells where or stands at the end. */
function dateAtEnd(page: Page, dates: readonly DateDraft[]): DateDraft | null {
  const { text } = page;
  for (let index = dates.length - 1; index >= 0; index -= 1) {
    const date = dates[index];
    if (!date || !isDay(date) || !beginsLine(text, date.start)) continue;
    const behind = text.slice(date.end, date.end + SHORT_LINE);
    const isShort = behind.length < SHORT_LINE || behind.includes('\n');
    const isLast = index >= dates.length - 3;
    if (/^[订签]于/u.test(behind) || (isShort && (isLast || DONE_AT.test(behind)))) return date;
  }
  return null;
}

/** Whether a line begins here, 订于 and a bracket aside. */
function beginsLine(text: string, position: number): boolean {
  const before = text.slice(Math.max(0, position - LEAD), position);
  return /\n[\s（]*(?:[订签]?于)?$/u.test(position < LEAD ? `\n${before}` : before);
}
const LEAD = 8;
/** Behind a date that a line is there for, not more than this. */
const SHORT_LINE = 40;
