/** The page's own fonts, as far as a text needs them, to be written into a file. */

/** `U+4e00-9fff, U+20` → pairs of first and last; a rule without a range holds everything. */
export function parseRanges(range: string): readonly (readonly [number, number])[] {
  return range.split(',').flatMap((part) => {
    const found = /^\s*U\+([0-9a-f?]{1,6})(?:-([0-9a-f]{1,6}))?\s*$/i.exec(part);
    if (!found) return [];
    const [, first = '', last] = found;
    const low = Number.parseInt(first.replaceAll('?', '0'), 16);
    const high = Number.parseInt(last ?? first.replaceAll('?', 'f'), 16);
    return [[low, high] as const];
  });
}

/** Whether any of these code points lies in the ranges. */
export function isNeeded(range: string, points: Iterable<number>): boolean {
  if (range.trim() === '') return true;
  const ranges = parseRanges(range);
  for (const point of points) if (ranges.some(([low, high]) => point >= low && point <= high)) return true;
  return false;
}

function faces(): readonly CSSFontFaceRule[] {
  return [...document.styleSheets].flatMap((sheet) => {
    try {
      return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
    } catch {
      return [];
    }
  });
}

const baseOf = (rule: CSSFontFaceRule) => rule.parentStyleSheet?.href ?? document.baseURI;

async function inData(address: URL): Promise<string> {
  const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
  let binary = '';
  for (let i = 0; i < bytes.length; i += 0x8000)
    binary += String.fromCharCode(...bytes.subarray(i, i + 0x8000));
  return `data:font/woff2;base64,${btoa(binary)}`;
}

async function inlined(rule: CSSFontFaceRule): Promise<string> {
  const { style } = rule;
  const address = /url\("?([^")]+)"?\)/.exec(style.getPropertyValue('src'))?.[1];
  if (address === undefined) return '';
  const written = await (address.startsWith('data:') ? address : inData(new URL(address, baseOf(rule))));
  const range = style.getPropertyValue('unicode-range');
  return [
    `@font-face{font-family:${style.getPropertyValue('font-family')}`,
    `font-weight:${style.getPropertyValue('font-weight') || '400'}`,
    ...(range ? [`unicode-range:${range}`] : []),
    `src:url(${written}) format("woff2")}`,
  ].join(';');
}

/** Rules with the fonts of these families in them, as far as the text needs them. A font that does not come is left out. */
export async function fontRules(text: string, families: readonly string[]): Promise<string> {
  const points = new Set(Array.from(text, (one) => one.codePointAt(0) ?? 0));
  const wanted = faces().filter((rule) => {
    const family = rule.style.getPropertyValue('font-family').replaceAll(/["']/g, '');
    const upright = !/italic/.test(rule.style.getPropertyValue('font-style'));
    return (
      families.includes(family) && upright && isNeeded(rule.style.getPropertyValue('unicode-range'), points)
    );
  });
  const rules = await Promise.all(wanted.map((rule) => inlined(rule).catch(() => '')));
  return rules.join('\n');
}
