/** Text into XML 1.0, so that every reader gets back what was written. */

/** What XML 1.0 has no way to write, not even as a reference: becomes U+FFFD. */
const UNWRITABLE = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const REFERENCES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\u0085': '&#133;',
  '\u2028': '&#8232;',
};

/**
 * Between tags. Line ends other than a line feed are references: readers make a line feed of a carriage return,
 * and those of XML 1.1 of U+0085 and U+2028 too.
 */
export function xmlText(text: string): string {
  return writable(text).replace(/[&<>\r\u0085\u2028]/g, (character) => REFERENCES[character] ?? character);
}

/** Inside double quotes. Tabs and line ends are references, else readers make spaces of them. */
export function xmlAttribute(text: string): string {
  return writable(text).replace(
    /[&<>"\t\n\r\u0085\u2028]/g,
    (character) => REFERENCES[character] ?? character,
  );
}

/** ` name="value"` for each. */
export function xmlAttributes(attributes: Readonly<Record<string, string>>): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${xmlAttribute(value)}"`)
    .join('');
}

function writable(text: string): string {
  return text.replace(UNWRITABLE, '\uFFFD');
}
