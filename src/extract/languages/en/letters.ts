/** Classes and small forms of UTF-16 units, in tables: a text is looked at unit by unit. */

/** Above this no letter has a small form that texts in English use. */
const LAST_CASED = 0x2fff;
const PLAIN: Readonly<Record<string, string>> = { "'": '’‘ʼ´`', '"': '“”„«»', '-': '–—‐‑−' };

/** By unit: 0 for a blank, 1 for what words are made of, 2 for a digit, 3 for any other mark. */
export const CLASS: Uint8Array = makeClasses();

/** By unit: lower case, plain quotes, apostrophes and dashes. */
export const LOWER: Uint16Array = makeLower();

export function isLetter(unit: number): boolean {
  return CLASS[unit] === 1;
}

function makeClasses(): Uint8Array {
  const classes = new Uint8Array(0x10000).fill(3);
  const set = (value: number, first: number, last = first) => classes.fill(value, first, last + 1);
  set(0, 0, 32);
  set(1, 65, 90);
  set(1, 97, 122);
  set(1, 0xc0, 0x1fff);
  set(3, 0xd7);
  set(3, 0xf7);
  set(1, 0x3400, 0xdfff);
  set(2, 48, 57);
  for (const blank of [0xa0, 0xfeff, 0x3000]) set(0, blank);
  set(0, 0x2000, 0x200b);
  return classes;
}

function makeLower(): Uint16Array {
  const lower = Uint16Array.from({ length: 0x10000 }, (_, unit) => unit);
  for (let unit = 65; unit <= LAST_CASED; unit += 1) {
    const small = String.fromCharCode(unit).toLowerCase();
    // “İ” becomes two units.
    if (small.length === 1) lower[unit] = small.charCodeAt(0);
  }
  for (const [plain, marks] of Object.entries(PLAIN))
    for (const mark of marks) lower[mark.charCodeAt(0)] = plain.charCodeAt(0);
  return lower;
}
