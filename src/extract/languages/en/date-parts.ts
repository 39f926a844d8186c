/** The day and the year of a date, in figures and in words, as prints and scans have them. */
import { FLAG } from './flags.ts';
import { GAP, NUMBER, type Tokens, WORD } from './tokens.ts';
import { NUMERALS, ORDINALS } from './words.ts';

/** A value, and the tokens `from` (in) to `to` (out) that say it. */
export type DatePart = Readonly<{ value: number; from: number; to: number }>;

/** The day that stands before a month: “3”, “3rd”, “third day of”, “3rd of”, “tenth day of the month of”. */
export function dayBefore(tokens: Tokens, month: number, free: number): DatePart | null {
  let end = month;
  if (tokens.word(end - 1) === ',') end -= 1;
  if (tokens.word(end - 1) === 'of') end -= 1;
  if (tokens.word(end - 1) === 'month' && tokens.word(end - 2) === 'the' && tokens.word(end - 3) === 'of')
    end -= 3;
  if (tokens.word(end - 1) === 'day' || tokens.word(end - 1) === 'days') end -= 1;
  return dayEndingAt(tokens, end, free);
}

export function dayEndingAt(tokens: Tokens, end: number, free: number): DatePart | null {
  let last = end - 1;
  const quoted = tokens.word(last) === '"' && tokens.word(last - 2) === '"';
  if (quoted) last -= 1;
  const suffix = suffixBefore(tokens, last + 1);
  last -= suffix;
  if (last < free) return null;
  if (tokens.kind(last) === NUMBER) {
    const day = figure(tokens, last);
    if (day === null) return null;
    return { value: day.value, from: quoted ? day.from - 1 : day.from, to: end };
  }
  if (!tokens.is(last, FLAG.ORDINAL | FLAG.NUMERAL)) return null;
  const word = tokens.word(last);
  // “on twenty-six january, one thousand nine hundred”
  const value = ORDINALS.get(word) ?? (suffix === 0 && end - 1 === last ? cardinal(word) : undefined);
  if (value === undefined) return null;
  // “twenty first”, “twenty- fourth”, written apart.
  const before = tokens.word(last - 1) === '-' ? last - 2 : last - 1;
  const tens = tokens.word(before) === 'twenty' ? 20 : tokens.word(before) === 'thirty' ? 30 : 0;
  return tens > 0 && value < 10
    ? { value: tens + value, from: before, to: end }
    : { value, from: last, to: end };
}

function cardinal(word: string): number | undefined {
  const value = NUMERALS.get(word);
  return value !== undefined && value <= 31 ? value : undefined;
}

/** A day in figures that ends at a token: “3”; “l0”, as a scan has it, is 10, and the “151” of “151h” 15. */
function figure(tokens: Tokens, at: number): { value: number; from: number } | null {
  let value = tokens.value(at);
  let digits = tokens.end(at) - tokens.start(at);
  let from = at;
  // “1.5 May” or “12,3 May” are no days.
  if (digits === 1 && tokens.word(at - 1) === 'l' && tokens.gap(at) === GAP.none) {
    value += 10;
    from -= 1;
  } else if (
    digits > 1 &&
    value % 10 === 1 &&
    tokens.word(at + 1) === 'h' &&
    tokens.gap(at + 1) === GAP.none
  ) {
    value = Math.floor(value / 10);
    digits -= 1;
  }
  return digits > 2 || value < 1 || value > 31 ? null : { value, from };
}

/** The day after a month: “May 3”, “May 3rd”, “May the third”. */
export function dayAfter(tokens: Tokens, from: number): DatePart | null {
  if (tokens.kind(from) === NUMBER) {
    const value = tokens.value(from);
    if (tokens.end(from) - tokens.start(from) > 2 || value < 1 || value > 31) return null;
    return { value, from, to: suffixBefore(tokens, from + 2) === 1 ? from + 2 : from + 1 };
  }
  // “July I, 1926”, as a scan has it
  const isOne = tokens.isMark(from + 1, ',') && /^[il]$/.test(tokens.word(from)) && isYear(tokens, from + 2);
  const value = isOne ? 1 : ORDINALS.get(tokens.word(from));
  return value === undefined ? null : { value, from, to: from + 1 };
}

/** How many tokens the ending of an ordinal in figures takes before a token: “3rd”, “8-th”; “5t h” and “151h” of scans. */
function suffixBefore(tokens: Tokens, end: number): number {
  const last = end - 1;
  if (tokens.kind(last) !== WORD) return 0;
  const word = tokens.word(last);
  const number = tokens.kind(last - 1) === NUMBER;
  if (word === 'st' || word === 'nd' || word === 'rd' || word === 'th') {
    if (number) return 1;
    return tokens.word(last - 1) === '-' && tokens.kind(last - 2) === NUMBER ? 2 : 0;
  }
  const glued = tokens.gap(last) === GAP.none;
  if (word === 'd' || (word === 'h' && tokens.value(last - 1) % 10 === 1)) return number && glued ? 1 : 0;
  const apart = word === 'h' && tokens.word(last - 1) === 't' && tokens.gap(last - 1) === GAP.none;
  return apart && tokens.kind(last - 2) === NUMBER ? 2 : 0;
}

/** The year after a month or a day: “1967”, “, 1967”, “in the year of our Lord 1967”, in words. */
export function yearAfter(tokens: Tokens, from: number): DatePart | null {
  let at = from;
  if (tokens.word(at) === ',' || tokens.word(at) === '.') at += 1;
  if (tokens.word(at) === 'of') at += 1;
  if (tokens.word(at) === 'in') at += 1;
  if (tokens.word(at) === 'the' && tokens.word(at + 1) === 'year') at += 2;
  else if (tokens.word(at) === 'year') at += 1;
  if (tokens.word(at) === 'of' && (tokens.word(at + 1) === 'our' || tokens.word(at + 1) === 'grace'))
    at += tokens.word(at + 2) === 'lord' ? 3 : 2;
  if (tokens.word(at) === ',') at += 1;
  if (tokens.kind(at) === NUMBER) {
    const value = isYear(tokens, at) ? tokens.value(at) : yearWithNote(tokens, at);
    return value === null ? null : { value, from: at, to: at + 1 };
  }
  return yearInWords(tokens, at);
}

export function isYear(tokens: Tokens, at: number): boolean {
  if (tokens.end(at) - tokens.start(at) !== 4) return false;
  const value = tokens.value(at);
  return value >= 1000 && value < 2200;
}

/** “22 December 19952”, “16 September 199445”: the number of a footnote behind the year. */
function yearWithNote(tokens: Tokens, at: number): number | null {
  const digits = tokens.end(at) - tokens.start(at);
  if (digits !== 5 && digits !== 6) return null;
  const year = Math.floor(tokens.value(at) / 10 ** (digits - 4));
  return year >= 1800 && year < 2100 ? year : null;
}

/** “one thousand nine hundred and sixty-seven”, “nineteen hundred and five”, “two thousand and one”. */
function yearInWords(tokens: Tokens, from: number): DatePart | null {
  let total = 0;
  let group = 0;
  let to = from;
  for (let at = from; at < from + 12; at += 1) {
    const word = tokens.word(at);
    if (word === 'and' && at > from && tokens.is(at + 1, FLAG.NUMERAL)) continue;
    if (word === '-' && at > from) continue;
    if (!tokens.is(at, FLAG.NUMERAL)) break;
    // “thou-sand”, broken at a line's end.
    const value = NUMERALS.get(word) ?? NUMERALS.get(word.replaceAll('-', ''));
    if (value === undefined) break;
    if (value === 1000) {
      total += (group || 1) * 1000;
      group = 0;
    } else if (value === 100) group = (group || 1) * 100;
    else group += value;
    to = at + 1;
  }
  total += group;
  return total >= 1000 && total < 2200 ? { value: total, from, to } : null;
}
