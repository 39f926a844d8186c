/** Classes and small forms of UTF-16 units, in tables: a text is looked at unit by unit. */

/** Above this no letter has a small form that texts in English use. */
const LAST_CASED = 0x2fff;
const PLAIN: Readonly<Record<string, string>> = { "'": '’‘ʼ´`', '"': '“”„«»', '-': '–—‐‑−' };

/** What a unit is: a blank, a part of a word, a digit, or any other mark. */
export const CLASS = { blank: 0, small: 1, capital: 2, digit: 3, mark: 4 } as const;

/** By unit: lower case, plain quotes, apostrophes and dashes. */
export const LOWER: Uint16Array = makeLower();

/** By unit: one of `CLASS`. Letters without case are small. */
export const CLASS_OF: Uint8Array = makeClasses();

export function isLetter(unit: number): boolean {
  const found = CLASS_OF[unit];
  return found === CLASS.small || found === CLASS.capital;
}

/** A text in lower case with plain marks, unit by unit. */
export function lower(text: string): string {
  let small = '';
  for (let at = 0; at < text.length; at += 1) small += String.fromCharCode(LOWER[text.charCodeAt(at)] ?? 0);
  return small;
}

function makeClasses(): Uint8Array {
  const { blank, small, capital, digit, mark } = CLASS;
  const classes = new Uint8Array(0x10000).fill(mark);
  const set = (value: number, first: number, last = first) => classes.fill(value, first, last + 1);
  set(blank, 0, 32);
  set(small, 65, 90);
  set(small, 97, 122);
  set(small, 0xc0, 0x1fff);
  set(mark, 0xd7);
  set(mark, 0xf7);
  set(small, 0x3400, 0xdfff);
  set(digit, 48, 57);
  for (const unit of [0xa0, 0xfeff, 0x3000]) set(blank, unit);
  set(blank, 0x2000, 0x200b);
  // A unit is what its small form is.
  return classes.map((_, unit) => {
    const lower = LOWER[unit] ?? 0;
    const own = classes[lower] ?? mark;
    return own === small && lower !== unit ? capital : own;
  });
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
