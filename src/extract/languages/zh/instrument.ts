/** The text's own instrument: its heading, the date and place under it or at its end, who signed for whom. */
import type { Signatory, Span } from '../../../records.ts';
import type { View } from '../../../text/view.ts';
import type { DateDraft, InstrumentDraft, PlaceDraft } from '../../draft.ts';
import { foldText } from './characters.ts';
import { findHeading } from './heading.ts';
import type { Page } from './page.ts';
import { firstFrom } from './page.ts';
import { findParents } from './parents.ts';
import { factsOfTitle } from './titles.ts';

/** The heading's span in the view, and what it says; null when the text is no agreement's. */
export function readHeading(view: View, page: Page): (Span & { instrument: InstrumentDraft }) | null {
  const heading = findHeading(view.original);
  if (!heading) return null;
  const start = view.position(heading.start);
  const end = view.position(heading.end);
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

/** Lines under the heading in which its date may stand. */
const LINES_BELOW = 4;
const LONGEST_DATE_LINE = 70;
const CONCLUDES = /(?:于|在)(?:[^，。；]{0,12})?(?:签署|签订|订立|缔结|发表|通过|签字)/u;

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
  for (let count = 0; count < LINES_BELOW; count += 1) {
    const next = page.text.indexOf('\n', start);
    const end = next < 0 ? page.text.length : next;
    const line = page.text.slice(start, end);
    const date = dates[firstFrom(dates, start)];
    if (
      date &&
      date.end <= end &&
      (isDay(date) || ADOPTED.test(line)) &&
      isDateLine(line, date.start - start)
    )
      return date;
    if (next < 0) return null;
    start = next + 1;
  }
  return null;
}

/** （1964年第二届国际会议通过）: such a line may tell the year alone. */
const ADOPTED = /(?:通过|签署|签订)[）]?$/u;

/** A line that is there for the date: it begins with it, or ends with where or how it was signed. */
function isDateLine(line: string, before: number): boolean {
  if (line.length > LONGEST_DATE_LINE || /[。；]/u.test(line)) return false;
  return before <= 4 || /[订签]于[^，。]{0,10}[）]?$/u.test(line) || ADOPTED.test(line);
}

/** 本声明于二〇〇七年八月十八日在阿斯塔纳签署 */
function dateSaid(page: Page, dates: readonly DateDraft[]): DateDraft | null {
  for (const date of dates) {
    if (!isDay(date)) continue;
    const before = page.text.slice(Math.max(0, date.start - 14), date.start);
    if (!/本[\u4e00-\u9fff]{2,8}(?:已)?[于在]$/u.test(before)) continue;
    if (CONCLUDES.test(page.text.slice(date.start - 1, date.end + 20))) return date;
  }
  return null;
}

/** 于1999年6月17日通过以下公约 */
function dateAdopted(page: Page, dates: readonly DateDraft[]): DateDraft | null {
  const isAdoption = ({ start, end }: DateDraft) =>
    '于在'.includes(page.text.charAt(start - 1)) &&
    /^通过(?:以下|下列|本)/u.test(page.text.slice(end, end + 5));
  return dates.find((date) => isDay(date) && isAdoption(date)) ?? null;
}

/** 一九九六年四月二十五日于北京: a short line near the end. */
function dateAtEnd(page: Page, dates: readonly DateDraft[]): DateDraft | null {
  for (const date of [...dates].slice(-3).reverse()) {
    const start = page.text.lastIndexOf('\n', date.start) + 1;
    const next = page.text.indexOf('\n', date.end);
    const line = page.text.slice(start, next < 0 ? page.text.length : next);
    if (
      isDay(date) &&
      line.length <= 40 &&
      /^[\s（]*(?:[订签]?于)?$/u.test(page.text.slice(start, date.start))
    )
      return date;
  }
  return null;
}

type Cell = Readonly<{ text: string; start: number; column: number }>;
const SIGN_MARK = /（(?:签字|签名|签署|盖章)）|签字[:：]?|代表[:：]$/gu;
const OFFICE =
  /(?:主席|总统|总理|首相|部长|外长|大臣|代表|大使|总书记|国王|元首|秘书长|总干事|主任|司长|局长|专员|全权|委员)/u;
const NAME =
  /^(?:[\u4e00-\u9fff]{2,8}|[\u4e00-\u9fffA-Z]{1,10}(?:[·．.\-－][\u4e00-\u9fffA-Z]{1,10}){1,4})$/u;
/** Lines of a signature block, counted from the end. */
const TAIL_LINES = 24;

export type Signed = Readonly<{
  signatories: readonly Signatory[];
  persons: readonly (Span & { name: string })[];
}>;

/** Who signed for whom, in one column or two, name before office or behind. */
export function readSignatories(page: Page): Signed {
  const cells = tailCells(page);
  const columns = [...new Set(cells.map(({ column }) => column))].sort((a, b) => a - b);
  const signatories: Signatory[] = [];
  const persons: (Span & { name: string })[] = [];
  for (const column of columns) {
    const party: { code?: string; office?: string } = {};
    let person: string | undefined;
    for (const cell of cells.filter((item) => item.column === column)) {
      const bare = cell.text.replace(SIGN_MARK, '').trim();
      const code = partyOf(page, bare);
      if (code !== null) {
        party.code = code.code;
        if (OFFICE.test(code.rest)) party.office = code.rest.replace(/[:：]/gu, '');
        else delete party.office;
      } else if (OFFICE.test(bare) || bare === '') party.office ??= bare;
      else if (page.endingAt(cell.start + bare.length)?.value.type === 'place') continue;
      else if (NAME.test(bare) && !page.overlapsClaim({ start: cell.start, end: cell.start + bare.length })) {
        person = bare;
        const start = cell.start + cell.text.indexOf(bare);
        persons.push({ start, end: start + bare.length, name: bare });
        if (party.code !== undefined)
          signatories.push({
            person,
            party: party.code,
            ...(party.office ? { office: party.office } : {}),
          });
      }
    }
  }
  return { signatories, persons: persons.sort((a, b) => a.start - b.start) };
}

function partyOf(page: Page, text: string): { code: string; rest: string } | null {
  const hit = page.lexicon.terms.longestAt(text, 0);
  if (hit?.value.type !== 'state' || hit.value.codes.length !== 1) return null;
  const rest = text.slice(hit.end).replace(/^政府/u, '');
  // Longer than a party and an office is prose.
  return rest.length > 16 || /[，。]/u.test(rest) ? null : { code: hit.value.codes[0] ?? '', rest };
}

/** The cells of the lines behind the last sentence. */
function tailCells(page: Page): Cell[] {
  const { text } = page;
  const stop = Math.max(text.lastIndexOf('。'), text.lastIndexOf('；'));
  const lines: { text: string; start: number }[] = [];
  let start = text.indexOf('\n', stop) + 1;
  if (stop < 0 || start === 0) return [];
  while (start < text.length && lines.length < TAIL_LINES) {
    const next = text.indexOf('\n', start);
    const end = next < 0 ? text.length : next;
    lines.push({ text: text.slice(start, end), start });
    start = end + 1;
  }
  return lines.flatMap((line) => {
    let at = line.start;
    return line.text
      .split('\t')
      .map((cell) => {
        const found = { text: cell, start: at };
        at += cell.length + 1;
        return found;
      })
      .filter((cell) => cell.text !== '')
      .map((cell, column) => ({ ...cell, column }));
  });
}
