/** What the units of a Chinese text are, and what each reads as. */
import { simplifyUnit } from '../../../text/script.ts';

export const HAN = 1;
export const SPACE = 2;
export const BREAK = 3;
export const LATIN = 4;
export const DIGIT = 5;
/** Chinese punctuation and full-width signs. */
export const SIGN = 6;

const CLASSES = new Uint8Array(65536);
const FOLDED = new Uint16Array(65536);

/** What is written several ways and read as one: quotes, brackets, dots. */
const SAME: Readonly<Record<string, string>> = {
  // 瞭解 is 了解; nothing else that matters is written with it.
  瞭: '了',
  '(': '（',
  ')': '）',
  '「': '“',
  '」': '”',
  '『': '‘',
  '』': '’',
  '﹁': '“',
  '﹂': '”',
  '•': '·',
  '・': '·',
  '‧': '·',
  '〔': '（',
  '〕': '）',
  '﹝': '（',
  '﹞': '）',
  '\u00a0': ' ',
  '\u3000': ' ',
};

function fill(): void {
  for (let unit = 0; unit < 65536; unit += 1) {
    FOLDED[unit] = foldOne(unit);
    CLASSES[unit] = classify(unit);
  }
  for (const [from, to] of Object.entries(SAME)) FOLDED[from.charCodeAt(0)] = to.charCodeAt(0);
}

function foldOne(unit: number): number {
  const isFullWidth =
    (unit >= 0xff10 && unit <= 0xff19) ||
    (unit >= 0xff21 && unit <= 0xff3a) ||
    (unit >= 0xff41 && unit <= 0xff5a);
  return isFullWidth ? unit - 0xfee0 : simplifyUnit(unit);
}

function classify(unit: number): number {
  if (unit === 10 || unit === 13 || unit === 12 || unit === 0x2028 || unit === 0x2029) return BREAK;
  if (
    unit === 32 ||
    unit === 9 ||
    unit === 11 ||
    unit === 0xa0 ||
    unit === 0x3000 ||
    unit === 0xfeff ||
    unit === 0x200b
  )
    return SPACE;
  if (unit >= 0x2000 && unit <= 0x200a) return SPACE;
  if ((unit >= 0x4e00 && unit <= 0x9fff) || unit === 0x3007 || (unit >= 0x3400 && unit <= 0x4dbf)) return HAN;
  if ((unit >= 48 && unit <= 57) || (unit >= 0xff10 && unit <= 0xff19)) return DIGIT;
  if ((unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) || (unit >= 0xc0 && unit < 0x2000))
    return LATIN;
  if ((unit >= 0xff21 && unit <= 0xff3a) || (unit >= 0xff41 && unit <= 0xff5a)) return LATIN;
  if (
    (unit >= 0x3000 && unit <= 0x30ff) ||
    (unit >= 0xff00 && unit <= 0xffef) ||
    (unit >= 0x2010 && unit <= 0x203f)
  )
    return SIGN;
  return 0;
}

fill();

export function classOf(unit: number): number {
  return CLASSES[unit] ?? 0;
}
/** Simplified, half width, one kind of brackets and quotes. */
export function foldUnit(unit: number): number {
  return FOLDED[unit] ?? unit;
}
/** A name or title as patterns see the text: folded, without spaces between Chinese characters. */
export function foldText(text: string): string {
  let folded = '';
  for (let i = 0; i < text.length; i += 1) folded += String.fromCharCode(foldUnit(text.charCodeAt(i)));
  return folded.replace(/(?<=[\u3000-\u9fff]) +| +(?=[\u3000-\u9fff])/gu, '');
}
export function isHan(unit: number): boolean {
  return CLASSES[unit] === HAN;
}
