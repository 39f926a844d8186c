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
  return cut(once.repeat(Math.ceil(bytes / size)), bytes);
}

function cut(text: string, bytes: number): string {
  return Buffer.from(text).subarray(0, bytes).toString('utf8');
}

/** Nothing but this, again and again. */
export const ADVERSARIES: readonly (readonly [language: Language, unit: string])[] = [
  ['zh', '《'],
  ['zh', '《〈'],
  ['zh', '》'],
  ['zh', '关于'],
  ['zh', '关于的协定'],
  ['zh', '和'],
  ['zh', '、中华人民共和国'],
  ['zh', '该条约'],
  ['zh', '其议定书'],
  ['zh', '条约（以下简称“《条约》”）'],
  ['zh', '《甲乙公约》和'],
  ['zh', '（'],
  ['zh', '（签字）'],
  ['zh', '一'],
  ['zh', '1'],
  ['zh', '一九九四年'],
  ['zh', '同月'],
  ['zh', '第一条'],
  ['zh', '委员会'],
  ['zh', '中俄'],
  ['zh', '　'],
  ['zh', '中　'],
  ['zh', '\n'],
  ['zh', '重申，'],
  ['zh', '上述条约'],
  ['en', 'the Convention on '],
  ['en', 'Protocol to the '],
  ['en', 'Protocol amending the Agreement between '],
  ['en', 'Convention '],
  ['en', 'the said Protocol '],
  ['en', 'the latter '],
  ['en', 'this Agreement '],
  ['en', 'the 1958 Convention on A (hereinafter “the Convention”) '],
  ['en', '('],
  ['en', '“'],
  ['en', '"'],
  ['en', '1'],
  ['en', '1 '],
  ['en', '3 May 1967 '],
  ['en', 'Article 1 '],
  ['en', 'Article 1, '],
  ['en', 'nineteen hundred and '],
  ['en', 'Government of the '],
  ['en', 'and '],
  ['en', 'A'],
  ['en', 'A '],
  ['en', 'a'],
  ['en', ' '],
  ['en', '\n'],
  ['en', 'A\n'],
  ['en', 'signed at '],
  ['en', 'in accordance with the Treaty, '],
];
