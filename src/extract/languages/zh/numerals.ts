/** Numbers in Chinese and Arabic characters, mis-set zeros included. */

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  '○': 0,
  零: 0,
  O: 0,
  o: 0,
  '◯': 0,
  // The Cyrillic letter.
  О: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  两: 2,
  壹: 1,
  贰: 2,
  叁: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  柒: 7,
  捌: 8,
  玖: 9,
  元: 1,
  正: 1,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 };

/** Whether a character can be part of a number. */
export function isNumeral(character: string): boolean {
  return /[0-9]/u.test(character) || character in DIGITS || character in UNITS || character in TENS;
}

/** 一九九四 → 1994, 二十五 → 25, 廿五 → 25, 一百零二 → 102, 12 → 12; null when it is no number. */
export function readNumber(text: string): number | null {
  if (text === '') return null;
  if (/^[0-9]+$/u.test(text)) return Number(text);
  const characters = Array.from(text);
  if (characters.every((c) => c in DIGITS || /[0-9]/u.test(c)))
    return Number(characters.map((c) => DIGITS[c] ?? c).join(''));
  let total = 0;
  let digit = 0;
  for (const c of characters) {
    const unit = UNITS[c];
    const ten = TENS[c];
    if (ten !== undefined) total += ten;
    else if (unit !== undefined) {
      total += (digit === 0 ? 1 : digit) * unit;
      digit = 0;
    } else if (c in DIGITS) digit = DIGITS[c] ?? 0;
    else if (/[0-9]/u.test(c)) digit = digit * 10 + Number(c);
    else return null;
  }
  return total + digit;
}
