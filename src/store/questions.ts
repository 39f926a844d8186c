/** Saved questions: `graph/queries/NAME.cypher`, whose first lines ask it in words. */
import { readdir, readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { SavedQuestion } from '../api/types.ts';
import { compareText } from './content.ts';

const FOLDER = fileURLToPath(new URL('../../graph/queries/', import.meta.url));
const ENDING = '.cypher';

/** Every saved question, by name. Throws when a file does not ask its question in both languages: that is a defect. */
export async function loadQuestions(folder = FOLDER): Promise<readonly SavedQuestion[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(ENDING)).sort(compareText);
  return Promise.all(
    names.map(async (name) => parseQuestion(name, await readFile(`${folder}/${name}`, 'utf8'))),
  );
}

/**
 *     // en: What does it stand on?
 *     // zh: 它以什么为依据？
 *     MATCH …
 */
export function parseQuestion(file: string, text: string): SavedQuestion {
  const en = /^\/\/ en: (.+)$/m.exec(text)?.[1];
  const zh = /^\/\/ zh: (.+)$/m.exec(text)?.[1];
  if (en === undefined || zh === undefined)
    throw new TypeError(`graph/queries/${file}: lines “// en: …” and “// zh: …” are due`);
  const cypher = text.replace(/^\/\/ (?:en|zh): .+\n/gm, '').trim();
  return { name: file.slice(0, -ENDING.length), question: { en: en.trim(), zh: zh.trim() }, cypher };
}
