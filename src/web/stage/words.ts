/** Names broken into lines of a width, and laid so that none lies on another. */

import { SANS } from '../appearance.ts';
import type { Words } from './marks.ts';
import type { Pen } from './pen.ts';

/** Width of a text in pixels. */
export type Measure = (text: string, font: string) => number;

export const font = (size: number, weight = 450) => `${weight} ${size}px ${SANS}`;
export const LINE_HEIGHT = 1.3;
const NOTE_SIZE = 11;
/** Between a mark and its name. */
export const WORDS_GAP = 5;

/** What must not begin a line, and what must not end one. */
const CLOSING = /^[、，。；：？！）》」』”’…\p{Pe}\p{Pf},.;:!?]/u;
const OPENING = /[（《「『“‘\p{Ps}\p{Pi}]$/u;

/** Where a line may break: after every Chinese character, and at spaces. */
function pieces(text: string): string[] {
  const found = text.match(/[\p{Script=Han}　-〿＀-￯]|[^\s\p{Script=Han}　-〿＀-￯]+\s*|\s+/gu) ?? [];
  return found.reduce<string[]>((list, piece) => {
    const last = list.at(-1);
    if (last !== undefined && (CLOSING.test(piece) || OPENING.test(last)))
      list[list.length - 1] = last + piece;
    else list.push(piece);
    return list;
  }, []);
}

function fill(list: readonly string[], width: number, measured: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const piece of list) {
    if (line !== '' && measured((line + piece).trimEnd()) > width) {
      lines.push(line);
      line = '';
    }
    line += piece;
  }
  if (line.trim() !== '') lines.push(line);
  return lines;
}

function shorten(text: string, width: number, measured: (text: string) => number): string {
  const characters = Array.from(text);
  while (characters.length > 1 && measured(`${characters.join('').trimEnd()}…`) > width) characters.pop();
  return `${characters.join('').trimEnd()}…`;
}

/** At most so many lines of at most this width, as even as they can be; what is left over ends in an ellipsis. */
export function wrap(
  text: string,
  width: number,
  most: number,
  measured: (text: string) => number,
): string[] {
  const list = pieces(text.slice(0, 400));
  let lines = fill(list, width, measured);
  const fit = (line: string) =>
    measured(line.trimEnd()) > width ? shorten(line, width, measured) : line.trimEnd();
  if (lines.length > most) {
    const rest = [...lines.slice(0, most - 1), lines.slice(most - 1).join('')];
    return rest.map(fit);
  }
  const count = lines.length;
  const step = width / 24;
  for (let narrower = width - step; count > 1 && narrower > width / 2; narrower -= step) {
    const tried = fill(list, narrower, measured);
    if (tried.length > count) break;
    lines = tried;
  }
  return lines.map(fit);
}

export type WordsStyle = Readonly<{
  width: number;
  lines: number;
  size: number;
  strong?: boolean;
  quiet?: boolean;
}>;

/** The block of a name and of the note below it. */
export function layWords(name: string, note: string | null, style: WordsStyle, measure: Measure): Words {
  const face = font(style.size, style.strong ? 650 : 450);
  // Lines are tried at several widths, mostly of the same beginnings.
  const known = new Map<string, number>();
  const measured = (text: string): number => {
    const width = known.get(text) ?? measure(text, face);
    known.set(text, width);
    return width;
  };
  const lines = wrap(name, style.width, style.lines, measured);
  const widths = lines.map(measured);
  if (note) widths.push(measure(note, font(NOTE_SIZE)));
  return {
    lines,
    note,
    width: Math.ceil(Math.max(0, ...widths)),
    height: Math.ceil(lines.length * style.size * LINE_HEIGHT + (note ? NOTE_SIZE * LINE_HEIGHT + 1 : 0)),
    size: style.size,
    strong: style.strong ?? false,
    quiet: style.quiet ?? false,
  };
}

export type WordsInk = Readonly<{ ink: string; muted: string; halo: string; alpha: number }>;

/** Draws a block centred at x, its top at y, with a halo that keeps lines from running through it. */
export function drawWords(
  context: Pen,
  words: Words,
  x: number,
  y: number,
  { ink, muted, halo, alpha }: WordsInk,
): void {
  context.globalAlpha = alpha;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  context.lineWidth = 4;
  context.strokeStyle = halo;
  const put = (text: string, top: number, face: string, color: string) => {
    context.font = face;
    context.strokeText(text, x, top);
    context.fillStyle = color;
    context.fillText(text, x, top);
  };
  const face = font(words.size, words.strong ? 650 : 450);
  words.lines.forEach((line, i) => {
    put(line, y + i * words.size * LINE_HEIGHT, face, words.quiet ? muted : ink);
  });
  if (words.note) {
    put(words.note, y + words.lines.length * words.size * LINE_HEIGHT + 1, font(NOTE_SIZE), muted);
  }
  context.globalAlpha = 1;
}

export type Box = Readonly<{ x: number; y: number; width: number; height: number }>;

export function overlaps(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}
