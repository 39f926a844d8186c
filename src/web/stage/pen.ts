/** What axis and names are drawn with: a canvas, or a pen that writes SVG. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'clearRect'
  | 'fillRect'
  | 'fillText'
  | 'strokeText'
  | 'fillStyle'
  | 'strokeStyle'
  | 'font'
  | 'textAlign'
  | 'textBaseline'
  | 'lineJoin'
  | 'lineWidth'
  | 'globalAlpha'
>;

/** A figure: path data as SVG has it, in pixels. */
export type Figure = Readonly<{
  d: string;
  fill: string | null;
  stroke: string | null;
  width: number;
  dash: string | null;
}>;

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
/** Characters that no XML reader accepts, and halves of surrogate pairs. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

/** A text as XML and HTML write it, in elements and between double quotes. */
export function escapeMarkup(text: string): string {
  return text.replace(FORBIDDEN, '\u{FFFD}').replace(/[&<>"]/g, (one) => ESCAPES[one] ?? one);
}

const round = (value: number) => String(Math.round(value * 100) / 100);
const ANCHORS: Readonly<Record<string, string>> = { center: 'middle', right: 'end', end: 'end' };

/** Writes what is drawn as SVG elements. */
export class SvgPen implements Pen {
  fillStyle: Pen['fillStyle'] = '#000';
  strokeStyle: Pen['strokeStyle'] = '#000';
  font = '12px sans-serif';
  textAlign: CanvasTextAlign = 'left';
  textBaseline: CanvasTextBaseline = 'alphabetic';
  lineJoin: CanvasLineJoin = 'miter';
  lineWidth = 1;
  globalAlpha = 1;
  readonly #parts: string[] = [];

  clearRect(): void {
    // What was not drawn is paper.
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    if (width <= 0 || height <= 0) return;
    this.#parts.push(
      `<rect x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" fill="${colorOf(this.fillStyle)}"${this.#alpha()}/>`,
    );
  }

  fillText(text: string, x: number, y: number): void {
    this.#text(text, x, y, `fill="${colorOf(this.fillStyle)}"`);
  }

  strokeText(text: string, x: number, y: number): void {
    this.#text(
      text,
      x,
      y,
      `fill="none" stroke="${colorOf(this.strokeStyle)}" stroke-width="${this.lineWidth}" stroke-linejoin="round" aria-hidden="true"`,
    );
  }

  figure({ d, fill, stroke, width, dash }: Figure): void {
    const line = stroke === null ? '' : ` stroke="${stroke}" stroke-width="${round(width)}"`;
    const broken = dash === null ? '' : ` stroke-dasharray="${dash}"`;
    this.#parts.push(`<path d="${d}" fill="${fill ?? 'none'}"${line}${broken}/>`);
  }

  /** Elements between, as of a link. */
  raw(markup: string): void {
    this.#parts.push(markup);
  }

  /** A whole SVG document. */
  toSvg(width: number, height: number, title: string, paper: string): string {
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeMarkup(title)}">`,
      `<title>${escapeMarkup(title)}</title>`,
      `<rect width="${width}" height="${height}" fill="${paper}"/>`,
      ...this.#parts,
      '</svg>\n',
    ].join('\n');
  }

  #alpha(): string {
    return this.globalAlpha < 1 ? ` opacity="${round(this.globalAlpha)}"` : '';
  }

  #text(text: string, x: number, y: number, paint: string): void {
    const [, weight = '400', size = '12', family = 'sans-serif'] =
      /^(?:(\d+) )?([\d.]+)px (.+)$/.exec(this.font) ?? [];
    // Canvas and SVG name the same line differently; readers of SVG agree on none but the alphabetic one.
    const drop = { top: 0.82, middle: 0.35 }[String(this.textBaseline)] ?? 0;
    const anchor = ANCHORS[this.textAlign] ?? 'start';
    this.#parts.push(
      `<text x="${round(x)}" y="${round(y + drop * Number(size))}" font-family="${escapeMarkup(family)}" font-size="${size}" font-weight="${weight}" text-anchor="${anchor}" ${paint}${this.#alpha()}>${escapeMarkup(text)}</text>`,
    );
  }
}

/** Only colours are drawn with; gradients and patterns are not. */
function colorOf(style: Pen['fillStyle']): string {
  return typeof style === 'string' ? style : 'currentColor';
}
