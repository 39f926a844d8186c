/** Texts between quotation marks, as Cypher and Turtle both read them. */

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  '"': '\\"',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};
const UNSAFE = {
  '"': /[\\"\p{Cc}\u2028\u2029]/gu,
  "'": /[\\'\p{Cc}\u2028\u2029]/gu,
} as const;

/** Of the escapes those that every reader knows; other control characters as `\u0007`. */
export function quote(text: string, mark: '"' | "'"): string {
  const inside = text
    .toWellFormed()
    .replace(UNSAFE[mark], (character) => ESCAPES[character] ?? unicodeEscape(character));
  return `${mark}${inside}${mark}`;
}

const unicodeEscape = (character: string) =>
  `\\u${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
