/** Texts of any size: real treaties one after another, and what would be slow if anything were. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ingest } from '../../src/ingest/index.ts';
import { CORPORA, SEED, textsIn } from '../gold/texts.ts';

export type Language = 'zh' | 'en';

const FOLDERS: Readonly<Record<Language, readonly string[]>> = {
  zh: [SEED, join(CORPORA, 'zh'), join(CORPORA, 'open-treaties', 'zh')],
  en: [SEED, join(CORPORA, 'manytreaties')],
};

/** Paths of the files that are in this language. */
export function filesIn(language: Language): string[] {
  return FOLDERS[language]
    .flatMap(textsIn)
    .filter((path) => ingest(readFileSync(path), path).language === language);
}

/** Real texts, over and over, up to so many bytes of UTF-8; null when there are none. */
export function treaty(language: Language, bytes: number): string | null {
  const texts: string[] = [];
  let size = 0;
  for (const path of filesIn(language)) {
    const { text } = ingest(readFileSync(path), path);
    texts.push(text);
    size += Buffer.byteLength(text);
    if (size >= bytes) break;
  }
  if (size === 0) return null;
  const once = `${texts.join('\n\n')}\n\n`;
  const length = Buffer.byteLength(once);
  // Only the last time is cut: a copy of the whole in bytes would count as memory that reading it takes.
  return once.repeat(Math.floor(bytes / length)) + cut(once, bytes % length);
}

function cut(text: string, bytes: number): string {
  return Buffer.from(text).subarray(0, bytes).toString('utf8');
}

export type Adversary = Readonly<{
  language: Language;
  unit: string;
  /** So full of mentions that it may take its time, as long as the time grows with the length and no faster. */
  dense?: true;
}>;

const list = (language: Language, units: readonly string[], dense = false): Adversary[] =>
  units.map((unit) => ({ language, unit, ...(dense ? { dense: true as const } : {}) }));

/** What stands in a unit for something that differs each time: `{day} {month} {year}` never comes twice in a megabyte. */
const VARYING: Readonly<Record<string, (i: number) => string>> = {
  number: (i) => String(i),
  day: (i) => String((i % 28) + 1),
  month: (i) =>
    'January February March April May June July August September October November December'.split(' ')[
      Math.floor(i / 28) % 12
    ] ?? '',
  monthNumber: (i) => String((Math.floor(i / 28) % 12) + 1),
  year: (i) => String(1500 + (Math.floor(i / 336) % 500)),
};

/** A unit again and again, up to so many bytes of UTF-8. */
export function repeat(unit: string, bytes: number): string {
  if (!unit.includes('{')) return unit.repeat(Math.ceil(bytes / Buffer.byteLength(unit)));
  const parts: string[] = [];
  for (let i = 0, size = 0; size < bytes; i += 1) {
    const part = unit.replace(/\{(\w+)\}/g, (whole, name: string) => VARYING[name]?.(i) ?? whole);
    parts.push(part);
    size += Buffer.byteLength(part);
  }
  return parts.join('');
}

/** Nothing but this, again and again. */
export const ADVERSARIES: readonly Adversary[] = [
  ...list(
    'zh',
    '《 《〈 》 《》 关于 关于的 和 （ （） （（） （签字） 一 1 1, 1， 同月 第一条 委员会 重申， 、中华人民共和国 〈 [ ( 的 年'.split(
      ' ',
    ),
  ),
  ...list('zh', ['　', '中　', '\n', '中\n']),
  ...list(
    'zh',
    '关于的协定 《甲乙公约》和 条约（以下简称“《条约》”） 中俄 该条约 上述条约 其议定书 前者和后者 一九九四年 {year}年{monthNumber}月{day}日签署的渔业协定， 《关于第{number}号渔业的协定》和该协定， 《联合国宪章》第{number}条，'.split(
      ' ',
    ),
    true,
  ),
  ...list('en', [
    'the Convention on ',
    'the Convention on the ',
    'Protocol to the ',
    'Protocol amending the Agreement between ',
    'Convention ',
    'Government of the ',
    'nineteen hundred and ',
    'and ',
    'signed at ',
    'in accordance with the Treaty, ',
    'A',
    'a',
    'A ',
    'A\n',
    '1',
    '1 ',
    '1, ',
    '(',
    '()',
    '[',
    '(a) ',
    '"',
    '“',
    ' ',
    '\n',
    '\r',
  ]),
  ...list(
    'en',
    [
      'the said Protocol ',
      'the latter ',
      'this Agreement ',
      'the 1958 Convention on A (hereinafter “the Convention”) ',
      '3 May 1967 ',
      'Article 1 ',
      'Article 1, ',
      'Norway, ',
      'the Convention on Fish of {day} {month} {year}, ',
      'the Convention on Fish of {day} {month} {year}, the Convention on Fish, ',
      'Protocol No. {number} to the Convention on Fish, ',
      'Article {number} of the Charter of the United Nations, ',
    ],
    true,
  ),
];
