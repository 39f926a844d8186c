/** Cypher for the editor: its words coloured, and what can be written next. */

import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { StreamLanguage, type StringStream } from '@codemirror/language';
import { NODE_LABELS, RELATIONSHIP_TYPES } from '../../../graph/vocabulary.ts';
import type { Language } from '../text/messages.ts';
import { inLanguage } from '../text/terms.ts';

export const KEYWORDS =
  'ALL AND ANY AS ASC BY CASE CONTAINS COUNT DESC DISTINCT ELSE END ENDS EXISTS FALSE IN IS LIMIT MATCH NONE NOT NULL OPTIONAL OR ORDER RETURN SINGLE SKIP STARTS THEN TRUE UNION UNWIND WHEN WHERE WITH XOR'.split(
    ' ',
  );
const FUNCTIONS =
  'abs avg coalesce collect count head keys labels last length max min nodes properties range reduce relationships replace reverse size split substring sum tail toInteger toLower toString toUpper trim type'.split(
    ' ',
  );
const WORDS = new Set(KEYWORDS);

function token(stream: StringStream): string | null {
  if (stream.eatSpace()) return null;
  if (stream.match('//')) {
    stream.skipToEnd();
    return 'comment';
  }
  if (stream.match(/^'(?:[^'\\]|\\.)*'?/) || stream.match(/^"(?:[^"\\]|\\.)*"?/)) return 'string';
  if (stream.match(/^\$[\p{L}\p{N}_]+/u)) return 'special';
  if (stream.match(/^:\s*`?[\p{L}_][\p{L}\p{N}_]*`?/u)) return 'typeName';
  if (stream.match(/^\.[\p{L}_][\p{L}\p{N}_]*/u)) return 'propertyName';
  if (stream.match(/^\d+(?:\.\d+)?/)) return 'number';
  const word = stream.match(/^[\p{L}_][\p{L}\p{N}_]*/u);
  if (word && typeof word === 'object') return WORDS.has(word[0].toUpperCase()) ? 'keyword' : 'variableName';
  stream.next();
  return 'operator';
}

export const cypherLanguage = StreamLanguage.define({
  name: 'cypher',
  token,
  languageData: { commentTokens: { line: '//' } },
});

const labels = (language: Language): Completion[] =>
  Object.entries(NODE_LABELS).map(([label, { display, definition }]) => ({
    label,
    type: 'class',
    detail: inLanguage(display, language),
    info: definition,
  }));
const types = (language: Language): Completion[] =>
  Object.entries(RELATIONSHIP_TYPES).map(([label, { display, definition }]) => ({
    label,
    type: 'type',
    detail: inLanguage(display, language),
    info: definition,
  }));

/** Every property once, with the labels and types that have it. */
function properties(): Completion[] {
  const found = new Map<string, { definition: string; of: string[] }>();
  for (const [of, { properties: own }] of [
    ...Object.entries(NODE_LABELS),
    ...Object.entries(RELATIONSHIP_TYPES),
  ])
    for (const [name, property] of Object.entries(own)) {
      const known = found.get(name);
      if (known) known.of.push(of);
      else found.set(name, { definition: (property as { definition: string }).definition, of: [of] });
    }
  return [...found].map(([label, { definition, of }]) => ({
    label,
    type: 'property',
    detail: of.length > 3 ? `${of.slice(0, 3).join(', ')}…` : of.join(', '),
    info: definition,
  }));
}

export type Question = Readonly<{ name: string; question: string; cypher: string }>;

/** Where the writer is: after a colon in brackets it is a type, in parentheses a label; after a dot a property. */
export function placeOf(before: string): 'label' | 'type' | 'property' | 'word' | 'start' {
  if (/^\s*[\p{L}\p{N}]*$/u.test(before)) return 'start';
  if (/[\p{L}\p{N}_)\]]\.[\p{L}\p{N}_]*$/u.test(before)) return 'property';
  if (/[:|&!]\s*[\p{L}\p{N}_]*$/u.test(before)) {
    const [round, square] = [before.lastIndexOf('('), before.lastIndexOf('[')];
    if (square > round && before.indexOf(']', square) < 0) return 'type';
    if (round >= 0 && before.indexOf(')', round) < 0 && !before.slice(round).includes('{')) return 'label';
  }
  return 'word';
}

/** Names that the query gives to things, so far. */
function variables(text: string): Completion[] {
  const found = new Set([...text.matchAll(/[([]\s*([\p{L}_][\p{L}\p{N}_]*)/gu)].map((one) => one[1] ?? ''));
  return [...found].map((label) => ({ label, type: 'variable' }));
}

export function completeCypher(language: Language, questions: readonly Question[]) {
  const lists = { label: labels(language), type: types(language), property: properties() };
  const words: Completion[] = [
    ...KEYWORDS.map((label) => ({ label, type: 'keyword' })),
    ...FUNCTIONS.map((label) => ({ label, type: 'function' })),
  ];
  const saved: Completion[] = questions.map(({ name, question, cypher }) => ({
    label: name,
    displayLabel: question,
    type: 'text',
    apply: cypher,
    boost: -1,
  }));
  return (context: CompletionContext): CompletionResult | null => {
    const before = context.state.sliceDoc(0, context.pos);
    const place = placeOf(before);
    const word = context.matchBefore(/[\p{L}\p{N}_]*/u);
    const from = word?.from ?? context.pos;
    const typed = from < context.pos;
    if (!typed && !context.explicit && (place === 'word' || place === 'start')) return null;
    if (place === 'start') return { from, options: [...words, ...saved] };
    if (place === 'word') return { from, options: [...words, ...variables(context.state.doc.toString())] };
    return { from, options: lists[place], validFor: /^[\p{L}\p{N}_]*$/u };
  };
}
