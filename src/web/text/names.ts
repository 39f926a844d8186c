/**
 * Which of a thing's names a reader of a language sees: the one that the graph keeps for it, else one told by script
 * from the list of all names.
 */
import { LANGUAGES, type LanguageCode } from '../../../graph/vocabulary.ts';
import type { GraphNode } from '../../records.ts';
import { INTERFACE_LANGUAGES, type Language } from './languages.ts';

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
  return (
    scriptOf(text) === INTERFACE_LANGUAGES[language].script && (language !== 'en' || !ROMANCE.test(text))
  );
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
}

/** The name that the graph keeps for a language. */
function keptName(node: GraphNode, language: LanguageCode): string | null {
  const kept = node.properties[`name_${language}`];
  return typeof kept === 'string' && kept !== '' ? kept : null;
}

/** All names of a node, the one for a person to read first, each once. */
export function namesOf(node: GraphNode): readonly string[] {
  const { name, title, names } = node.properties;
  const all = [title, name].filter((one): one is string => typeof one === 'string' && one !== '');
  const kept = LANGUAGES.flatMap((language) => keptName(node, language) ?? []);
  const listed = strings(names);
  return [...new Set([...(listed.length > 0 ? [] : all), ...listed, ...all, ...kept])];
}

/** The name in this language, or the one for a person to read. */
export function nameIn(node: GraphNode, language: Language): string {
  const kept = keptName(node, language);
  if (kept !== null) return kept;
  const own = node.properties.name;
  if (typeof own === 'string' && isIn(own, language)) return own;
  const title = node.properties.title;
  if (typeof title === 'string' && isIn(title, language)) return title;
  const fitting = namesOf(node).find((one) => isIn(one, language));
  return fitting ?? (typeof own === 'string' && own !== '' ? own : node.id);
}

/** How much a label holds; a letter is about half as wide as a Chinese character. */
const SHORT: Readonly<Record<Script, number>> = { han: 22, latin: 58, cyrillic: 58, other: 58 };
/** Shorter ones are abbreviations and remainders: NPT, 宪章. */
const TELLING: Readonly<Record<Script, number>> = { han: 4, latin: 12, cyrillic: 12, other: 12 };

/** For a label: the name; when it is long, the first that is short and still tells, or the shortest there is. */
export function shortNameIn(node: GraphNode, language: Language): string {
  const name = nameIn(node, language);
  const { script } = INTERFACE_LANGUAGES[language];
  if (name.length <= SHORT[script] || !isIn(name, language)) return name;
  const telling = namesOf(node).filter((one) => isIn(one, language) && one.length >= TELLING[script]);
  const short = telling.find((one) => one.length <= SHORT[script]);
  return short ?? telling.reduce((best, one) => (one.length < best.length ? one : best), name);
}

/** `language` is null where it is not known: the graph says it of one name a language, scripts of few more. */
export type OtherName = Readonly<{ name: string; language: LanguageCode | null }>;

function languageOf(node: GraphNode, name: string): LanguageCode | null {
  const kept = LANGUAGES.filter((language) => keptName(node, language) === name);
  if (kept.length > 0) return kept.length === 1 ? (kept[0] ?? null) : null;
  const script = scriptOf(name);
  return script === 'han' ? 'zh' : script === 'cyrillic' ? 'ru' : null;
}

/** The other names: the one of each other language first, then other scripts', then the reader's own. */
export function otherNames(node: GraphNode, language: Language): readonly OtherName[] {
  const shown = nameIn(node, language);
  const kept = LANGUAGES.flatMap((one) => keptName(node, one) ?? []);
  const rank = (name: string) => (kept.includes(name) ? 0 : isIn(name, language) ? 2 : 1);
  return namesOf(node)
    .filter((name) => name !== shown)
    .map((name) => ({ name, language: languageOf(node, name) }))
    .sort((a, b) => rank(a.name) - rank(b.name) || kept.indexOf(a.name) - kept.indexOf(b.name));
}
