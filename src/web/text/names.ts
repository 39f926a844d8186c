/** Which of a thing's names a reader of a language sees, told by script: the graph keeps names in one list. */
import type { GraphNode } from '../../records.ts';
import type { Language } from './messages.ts';

const HAN = /\p{Script=Han}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const LATIN = /\p{Script=Latin}/u;
/** Small words and letters that French and Spanish have and English has not; “de-targeting” is English. */
const ROMANCE =
  /[àâçèéêëîïñôùûœáíóú]|(?:^|\s)(?:de|des|du|la|le|les|el|los|las|del|sur|sobre|et|y)(?=\s)|\s[dl][’']/i;

export type Script = 'han' | 'latin' | 'cyrillic' | 'other';

/** The script that a text is written in; Han wins over a few Latin letters in it. */
export function scriptOf(text: string): Script {
  if (HAN.test(text)) return 'han';
  if (CYRILLIC.test(text)) return 'cyrillic';
  return LATIN.test(text) ? 'latin' : 'other';
}

function isIn(text: string, language: Language): boolean {
  const script = scriptOf(text);
  return language === 'zh' ? script === 'han' : script === 'latin' && !ROMANCE.test(text);
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** All names of a node, the one for a person to read first, each once. */
export function namesOf(node: GraphNode): readonly string[] {
  const { name, title, names } = node.properties;
  const all = [title, name].filter((one): one is string => typeof one === 'string' && one !== '');
  const listed = strings(names);
  return [...new Set([...(listed.length > 0 ? [] : all), ...listed, ...all])];
}

/** The name in this language, or the one for a person to read. */
export function nameIn(node: GraphNode, language: Language): string {
  const own = node.properties.name;
  if (typeof own === 'string' && isIn(own, language)) return own;
  const title = node.properties.title;
  if (typeof title === 'string' && isIn(title, language)) return title;
  const fitting = namesOf(node).find((one) => isIn(one, language));
  return fitting ?? (typeof own === 'string' && own !== '' ? own : node.id);
}

/** How much a label holds; a letter is about half as wide as a Chinese character. */
const SHORT = { zh: 22, en: 58 } as const;
/** Shorter ones are abbreviations and remainders: NPT, 宪章. */
const TELLING = { zh: 4, en: 12 } as const;

/** For a label: the name; when it is long, the first that is short and still tells, or the shortest there is. */
export function shortNameIn(node: GraphNode, language: Language): string {
  const name = nameIn(node, language);
  if (name.length <= SHORT[language] || !isIn(name, language)) return name;
  const telling = namesOf(node).filter((one) => isIn(one, language) && one.length >= TELLING[language]);
  const short = telling.find((one) => one.length <= SHORT[language]);
  return short ?? telling.reduce((best, one) => (one.length < best.length ? one : best), name);
}

/** The other names, those of other scripts first. */
export function otherNames(node: GraphNode, language: Language): readonly string[] {
  const shown = nameIn(node, language);
  const others = namesOf(node).filter((one) => one !== shown);
  return [...others.filter((one) => !isIn(one, language)), ...others.filter((one) => isIn(one, language))];
}
