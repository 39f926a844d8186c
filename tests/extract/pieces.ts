/** Random texts made of treaty language: slices of real texts, words that rules look for, anything at all. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { ingest } from '../../src/ingest/index.ts';
import { annotatedIn } from '../gold/measure.ts';
import { SEED, textsIn } from '../gold/texts.ts';
import { toTraditional } from './traditional.ts';

type Language = 'zh' | 'en';

const TEXTS: Readonly<Record<Language, readonly string[]>> = { zh: read('zh'), en: read('en') };

/** The seed, and the annotated texts that are there. */
function read(language: Language): string[] {
  const annotated = annotatedIn(language).map(({ path }) => path);
  const paths = [...textsIn(SEED), ...annotated].filter((path) => path !== null);
  return [...new Set(paths)].map((path) => ingest(readFileSync(path), path).text);
}

/** What rules begin and end at, whole and broken off. */
const WORDS: Readonly<Record<Language, readonly string[]>> = {
  zh: (
    '《 》 〈 〉 （ ） “ ” 关于 的 和 、 ， 。 ； ： 条约 协定 公约 联合声明 议定书 宪章 该条约 上述两协定 本声明 前者 后者 其议定书 ' +
    '一九九四年九月三日 1997年11月11日 同年 同月 同日 民国 二〇〇 廿 年 月 日 至 中俄 中日韩 中华人民共和国 俄罗斯联邦 政府 联合国 ' +
    '安理会 委员会 第八章 第五十一条第二款 附件一 以下简称 以下简称“《条约》” 签署 重申 恪守 根据 尽早缔结 在 基础上 主席 签字 北京'
  ).split(' '),
  en: (
    '( ) “ ” " \' , . ; : the Convention the Protocol Treaty Agreement on of to between and the said this Agreement the latter ' +
    'hereinafter “the Convention” done at Rome on 3 May 1967 May 3, 1967 this third day of one thousand nine hundred and sixty-seven ' +
    'Government of the Republic Union of Soviet Socialist Republics United Nations Security Council resolution 1540 (2004) ' +
    'Article 51 paragraph 2 Annex I in accordance with pursuant to amending supplementing signed adopted PROTOCOL ' +
    'AMENDMENTS TO THE ANNEX concerning relating Commission for Plenipotentiary No. 1 IX a b i ii'
  ).split(' '),
};
const GAPS: Readonly<Record<Language, readonly string[]>> = {
  zh: ['', '', '', ' ', '\n', '\r\n', '\n\n', '　　', '\n— 2 —\n', '\t', '\ufeff'],
  en: [' ', ' ', ' ', '', '\n', '\r\n', '\r', '\n\n', '\t', '- ', '\u00a0', '\ufeff', '\f'],
};

function slices(language: Language): fc.Arbitrary<string> {
  const texts = TEXTS[language].filter((text) => text.length > 0);
  return fc
    .tuple(
      fc.constantFrom(...texts),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 700 }),
    )
    .map(([text, share, length]) => {
      const start = Math.floor(share * text.length);
      return text.slice(start, start + length);
    });
}

function words(language: Language): fc.Arbitrary<string> {
  return fc
    .array(fc.constantFrom(...WORDS[language]), { minLength: 1, maxLength: 40 })
    .chain((list) =>
      fc
        .array(fc.constantFrom(...GAPS[language]), { minLength: list.length, maxLength: list.length })
        .map((gaps) => list.map((word, i) => `${word}${gaps[i] ?? ''}`).join('')),
    );
}

/** Ways of writing one text: scripts, cases, ends of lines. */
const WRITTEN: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text,
  toTraditional,
  (text) => text.toLowerCase(),
  (text) => text.toUpperCase(),
  (text) => text.replaceAll('\n', '\r'),
  (text) => text.replaceAll('\n', '\r\n'),
  (text) => text.replaceAll('\n', ''),
  (text) => text.split('').join(' '),
];

/** A text of up to some thousand units in a language, or in a bit of both. */
export function texts(language: Language): fc.Arbitrary<string> {
  const other: Language = language === 'zh' ? 'en' : 'zh';
  const piece = fc.oneof(
    { weight: 6, arbitrary: slices(language) },
    { weight: 4, arbitrary: words(language) },
    { weight: 1, arbitrary: slices(other) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 60 }) },
  );
  return fc
    .tuple(
      fc.array(fc.tuple(piece, fc.constantFrom(...GAPS[language])), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...WRITTEN),
    )
    .map(([pieces, write]) => write(pieces.map(([text, gap]) => `${text}${gap}`).join('')));
}
