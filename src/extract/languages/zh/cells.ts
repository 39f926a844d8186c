/** The lines of a block of signatures as cells: what stands side by side is parted, spaced-out words are closed. */
import type { Span } from '../../../records.ts';
import type { View } from '../../../text/view.ts';
import { BREAK, classOf, foldText, HAN, SIGN, SPACE } from './characters.ts';
import { cellsOf } from './lines.ts';

/** Folded; the span counts in the view. */
export type Cell = Span & Readonly<{ text: string; column: number }>;

/** A run of units without spaces: offsets of the original, and where its middle stands on the page. */
type Token = Span & Readonly<{ text: string; left: number; right: number }>;

/** Fewer blanks than this between two parts do not part them when one is a single character. */
const NARROW = 2;
/** More tokens than this on a line is a table, or a drawing. */
const MOST_TOKENS = 40;

/** @param tells what stands once in each column: a party, an office, a mark of signature; as many as the likeliest has; parties first */
export function readCells(
  view: View,
  lines: readonly Span[],
  tells: readonly ((text: string) => boolean)[],
): Cell[] {
  const rows = lines.map((line) => closeWords(readTokens(view, line)));
  const counts = rows.flatMap((row) => tells.map((tell) => row.filter(({ text }) => tell(text)).length));
  const columns = Math.max(1, ...counts);
  if (columns === 1) return rows.flatMap((row, index) => wholeLine(view, lines[index], row));
  const [isParty = () => false] = tells;
  const widths = rows.flatMap((row) => chunk(row, columns, isParty)).map((row) => narrow(row, columns));
  const centres = centresOf(widths.filter((row) => row.length === columns));
  return widths.flatMap((row) =>
    row.map((token, index) => ({
      start: view.position(token.start),
      end: view.position(token.end - 1) + 1,
      text: token.text,
      column: row.length === columns ? index : nearest(centres, middle(token)),
    })),
  );
}

function wholeLine(view: View, line: Span | undefined, row: readonly Token[]): Cell[] {
  if (!line || row.length === 0) return [];
  return [{ ...line, text: view.text.slice(line.start, line.end).replace(/\t/gu, ''), column: 0 }];
}

function readTokens(view: View, line: Span): Token[] {
  const { original } = view;
  const { start, end } = view.toOriginal(line.start, line.end);
  let at = start;
  while (at > 0 && classOf(original.charCodeAt(at - 1)) === SPACE) at -= 1;
  const tokens: Token[] = [];
  let cell = 0;
  let open: { start: number; left: number } | null = null;
  for (; at <= end && tokens.length < MOST_TOKENS; at += 1) {
    const unit = at < end ? original.charCodeAt(at) : 32;
    const kind = classOf(unit);
    const isGap = kind === SPACE || kind === BREAK;
    if (isGap && open) {
      const text = foldText(original.slice(open.start, at));
      tokens.push({ start: open.start, end: at, text, left: open.left, right: cell });
      open = null;
    } else if (!isGap) open ??= { start: at, left: cell };
    cell += isGap ? cellsOf(unit) : kind === HAN || kind === SIGN ? 2 : 1;
  }
  return tokens;
}

/** 代 表 → 代表, 钱 其琛 → 钱其琛: single characters belong together unless the gap is far wider than the others. */
function closeWords(tokens: readonly Token[]): Token[] {
  const gaps = tokens.slice(1).flatMap((token, index) => {
    const before = tokens[index];
    return before && isSingle(before) && isSingle(token) ? [token.left - before.right] : [];
  });
  const widest = 2 * Math.max(1, Math.min(...gaps));
  const closed: Token[] = [];
  let singles = 0;
  for (const token of tokens) {
    const last = closed[closed.length - 1];
    const gap = last ? token.left - last.right : 0;
    const single = isSingle(token);
    const joins =
      last !== undefined &&
      singles > 0 &&
      (single ? gap <= widest : gap <= NARROW && lengthOf(token) <= (singles === 1 ? 2 : 1));
    if (joins && last) closed[closed.length - 1] = join(last, token);
    else closed.push(token);
    singles = single ? (joins ? singles + 1 : 1) : 0;
  }
  return closed;
}

function isSingle({ text }: Token): boolean {
  return text.length === 1 && classOf(text.charCodeAt(0)) === HAN;
}
/** Characters before a bracket: 直（签字） has one. */
function lengthOf({ text }: Token): number {
  const bracket = text.indexOf('（');
  const length = bracket < 0 ? text.length : bracket;
  return length === 0 ? Infinity : length;
}
function join(left: Token, right: Token): Token {
  return { ...left, end: right.end, right: right.right, text: left.text + right.text };
}

/** 甲国代表 乙国代表 张三 李四, 代表 张三 代表 李四: rows that lost their ends. */
function chunk(
  row: readonly Token[],
  columns: number,
  isParty: (text: string) => boolean,
): (readonly Token[])[] {
  const times = row.length / columns;
  if (times < 2 || !Number.isInteger(times)) return [row];
  if (row.slice(0, columns).every(({ text }) => isParty(text)))
    return Array.from({ length: times }, (_, at) => row.slice(at * columns, (at + 1) * columns));
  const gaps = row.slice(1).map((_, at) => gapBefore(row, at + 1));
  if (Math.max(...gaps) > NARROW) return [row];
  const cells = Array.from({ length: columns }, (_, at) => row.slice(at * times, (at + 1) * times));
  return [cells.map((cell) => cell.reduce(join))];
}

/** As many cells as there are columns, or fewer: the narrowest gaps are closed. */
function narrow(row: readonly Token[], columns: number): Token[] {
  const cells = [...row];
  while (cells.length > columns) {
    let narrowest = 1;
    for (let at = 2; at < cells.length; at += 1)
      if (gapBefore(cells, at) < gapBefore(cells, narrowest)) narrowest = at;
    const [left, right] = cells.slice(narrowest - 1, narrowest + 1);
    if (!left || !right) break;
    cells.splice(narrowest - 1, 2, join(left, right));
  }
  return cells;
}
function gapBefore(cells: readonly Token[], at: number): number {
  return (cells[at]?.left ?? 0) - (cells[at - 1]?.right ?? 0);
}

function middle({ left, right }: Token): number {
  return (left + right) / 2;
}
function centresOf(rows: readonly (readonly Token[])[]): number[] {
  const [first] = rows;
  return first ? first.map((_, column) => average(rows.map((row) => row[column]))) : [];
}
function average(tokens: readonly (Token | undefined)[]): number {
  const known = tokens.flatMap((token) => (token ? [middle(token)] : []));
  return known.reduce((sum, each) => sum + each, 0) / known.length;
}
function nearest(centres: readonly number[], position: number): number {
  let best = 0;
  centres.forEach((centre, column) => {
    if (Math.abs(centre - position) < Math.abs((centres[best] ?? 0) - position)) best = column;
  });
  return best;
}
