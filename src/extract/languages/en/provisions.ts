/** Articles, chapters, annexes and paragraphs of other agreements, as far as they are written together. */
import { FLAG } from './lexicon.ts';
import { GAP, MARK, NUMBER, type Tokens, WORD } from './tokens.ts';

/** A chain of provisions from token to token, with its number: “article-51/paragraph-2”. */
export type ProvisionHit = Readonly<{ from: number; to: number; number: string }>;

const UNITS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    article: 'article',
    articles: 'article',
    art: 'article',
    arts: 'article',
    paragraph: 'paragraph',
    paragraphs: 'paragraph',
    para: 'paragraph',
    paras: 'paragraph',
    subparagraph: 'subparagraph',
    subparagraphs: 'subparagraph',
    'sub-paragraph': 'subparagraph',
    'sub-paragraphs': 'subparagraph',
    chapter: 'chapter',
    chapters: 'chapter',
    annex: 'annex',
    annexe: 'annex',
    annexes: 'annex',
    appendix: 'appendix',
    appendices: 'appendix',
    section: 'section',
    sections: 'section',
    part: 'part',
    parts: 'part',
    point: 'point',
    points: 'point',
    rule: 'rule',
    rules: 'rule',
    regulation: 'regulation',
    regulations: 'regulation',
    schedule: 'schedule',
    schedules: 'schedule',
    clause: 'clause',
    clauses: 'clause',
    title: 'title',
    item: 'item',
  }),
);
/** Where parts stand in one another: the smaller number holds the greater. */
const DEPTH: Readonly<Record<string, number>> = {
  annex: 0,
  appendix: 0,
  schedule: 0,
  title: 1,
  part: 1,
  chapter: 2,
  section: 3,
  article: 4,
  rule: 4,
  regulation: 4,
  clause: 4,
  point: 5,
  item: 5,
  paragraph: 6,
  subparagraph: 7,
};

type Piece = { unit: string; number: string };

/** The chain that begins at a token, or null. */
export function readProvision(tokens: Tokens, at: number): ProvisionHit | null {
  const pieces: Piece[] = [];
  let i = at;
  let end = at;
  for (let step = 0; step < 6; step += 1) {
    const read = readPiece(tokens, i, pieces.length === 0);
    if (!read) break;
    // “Article I⏎Article 19 of the Convention”: a heading stands before, not a part of it.
    if (pieces.some(({ unit }) => unit === read.pieces[0]?.unit)) break;
    pieces.push(...read.pieces);
    end = read.to;
    i = next(tokens, end);
    if (i < 0) break;
  }
  if (pieces.every((piece) => piece.number === '' && piece.unit !== 'annex' && piece.unit !== 'schedule'))
    return null;
  if (pieces.length > 1) pieces.sort((a, b) => (DEPTH[a.unit] ?? 9) - (DEPTH[b.unit] ?? 9));
  return {
    from: at,
    to: end,
    number: pieces.map(({ unit, number }) => (number === '' ? unit : `${unit}-${number}`)).join('/'),
  };
}

/** “paragraph 2(a)” is paragraph 2, subparagraph a; “article 16(3)(b)” and “rule 12:4” hold a paragraph. */
function split(unit: string, number: string): Piece[] {
  if (!number.includes('(')) return [{ unit, number }];
  const outer = number.replace(/\(.*$/, '');
  const inner = [...number.matchAll(/\((\w+)\)/g)].map(([, one = '']) => one);
  if (outer === '') return [{ unit, number: inner.join('-') }];
  const pieces = inner.map((one) => ({ unit: /^\d/.test(one) ? 'paragraph' : 'subparagraph', number: one }));
  return [{ unit, number: outer }, ...pieces];
}

/** Where the next part of a chain begins: “paragraph 1 of Article 41”, “Art. 3, para. 2”, “Annex B, Rule 12”; -1 at the end. */
function next(tokens: Tokens, at: number): number {
  const word = tokens.word(at);
  let i = at;
  if (word === ',' || word === 'of' || word === 'in') i += 1;
  if (word === ',' && tokens.word(i) === 'of') i += 1;
  if (tokens.word(i) === 'the' || tokens.word(i) === 'said') i += 1;
  return tokens.is(i, FLAG.PROVISION) || (isOrdinal(tokens, i) && tokens.is(i + 1, FLAG.PROVISION)) ? i : -1;
}

function isOrdinal(tokens: Tokens, at: number): boolean {
  return tokens.is(at, FLAG.ORDINAL);
}

function readPiece(tokens: Tokens, at: number, first: boolean): { pieces: Piece[]; to: number } | null {
  // “second paragraph”
  if (isOrdinal(tokens, at)) {
    const unit = UNITS.get(tokens.word(at + 1));
    return unit === undefined ? null : { pieces: [{ unit, number: tokens.word(at) }], to: at + 2 };
  }
  const unit = UNITS.get(tokens.word(at));
  if (unit === undefined) return null;
  let i = at + 1;
  if (tokens.word(i) === '.' && tokens.end(at) - tokens.start(at) <= 5) i += 1;
  const numbers: string[] = [];
  let to = i;
  for (let step = 0; step < 12; step += 1) {
    const read = readNumber(tokens, i) ?? smallA(tokens, unit, i);
    if (!read) break;
    let { number } = read;
    to = read.to;
    // “Article II 2 C”
    for (
      let more = readNumber(tokens, to);
      more && isAppended(tokens, unit, to);
      more = readNumber(tokens, to)
    ) {
      number += `-${more.number}`;
      to = more.to;
    }
    numbers.push(number);
    i = to;
    const joint =
      tokens.word(i) === ',' && (tokens.word(i + 1) === 'and' || tokens.word(i + 1) === 'or')
        ? 2
        : [',', 'and', 'or', 'to', '-'].includes(tokens.word(i))
          ? 1
          : 0;
    if (joint === 0 || !readNumber(tokens, i + joint)) break;
    i += joint;
  }
  if (numbers.length === 0) {
    const bare = /^(annex|annexe|schedule|appendix)$/.test(tokens.word(at));
    if (!bare && first) return null;
    return bare ? { pieces: [{ unit, number: '' }], to: at + 1 } : null;
  }
  const [only = ''] = numbers;
  if (numbers.length === 1) return { pieces: split(unit, only), to };
  return {
    pieces: [
      {
        unit,
        number: numbers
          .join('-')
          .replace(/(?<=[\w)])\(/g, '.')
          .replace(/[()]/g, ''),
      },
    ],
    to,
  };
}

/** Whether a number goes on after a blank: a digit after a roman numeral, a capital letter after a digit. */
function isAppended(tokens: Tokens, unit: string, at: number): boolean {
  if (unit !== 'article' || tokens.gap(at) !== GAP.blank) return false;
  if (tokens.kind(at) === NUMBER)
    return tokens.kind(at - 1) === WORD && tokens.end(at) - tokens.start(at) < 3;
  return tokens.kind(at - 1) === NUMBER && tokens.isCapital(at) && tokens.end(at) - tokens.start(at) === 1;
}

const ROMAN = /^(?=[ivxl])(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/;

/** “51”, “12 bis”, “IV”, “2(a)”, “(c)”, “A”, “12:4”. */
function readNumber(tokens: Tokens, at: number): { number: string; to: number } | null {
  let to = at;
  let number = '';
  if (tokens.kind(at) === NUMBER) {
    number = tokens.word(at);
    to = at + 1;
    // “12:4”, “12.5”
    if (
      (tokens.word(to) === ':' || (tokens.word(to) === '.' && tokens.gap(to) === GAP.none)) &&
      tokens.kind(to + 1) === NUMBER &&
      tokens.gap(to + 1) === GAP.none
    ) {
      number += `(${tokens.word(to + 1)})`;
      to += 2;
    }
  } else if (tokens.kind(at) === WORD && (ROMAN.test(tokens.word(at)) || isLetter(tokens, at))) {
    number = toNumber(tokens.word(at));
    to = at + 1;
    // “xiv.4”
    if (tokens.word(to) === '.' && tokens.kind(to + 1) === NUMBER && tokens.gap(to + 1) === GAP.none) {
      number += `(${tokens.word(to + 1)})`;
      to += 2;
    }
  } else if (tokens.word(at) !== '(') return null;
  // “paragraph 1) c)”
  if (to > at && tokens.word(to) === ')' && isLetter(tokens, to + 1) && tokens.word(to + 2) === ')') {
    number += `(${tokens.word(to + 1)})`;
    to += 3;
  }
  if (tokens.word(to) === 'bis' || tokens.word(to) === 'ter') {
    number += tokens.word(to);
    to += 1;
  }
  while (
    tokens.word(to) === '(' &&
    tokens.word(to + 2) === ')' &&
    (to === at || tokens.gap(to) <= GAP.blank)
  ) {
    const inner = tokens.word(to + 1);
    if (tokens.kind(to + 1) === MARK || inner.length > 4) break;
    number += `(${inner})`;
    to += 3;
  }
  return number === '' ? null : { number, to };
}

/** “annex a to the protocol”, in small letters. */
function smallA(tokens: Tokens, unit: string, at: number): { number: string; to: number } | null {
  const named = unit === 'annex' || unit === 'appendix' || unit === 'schedule';
  const after = tokens.word(at + 1);
  return named && tokens.word(at) === 'a' && /^(to|of|and|or|,|\.|;)$/.test(after)
    ? { number: 'a', to: at + 1 }
    : null;
}

function isLetter(tokens: Tokens, at: number): boolean {
  return (
    tokens.end(at) - tokens.start(at) === 1 &&
    tokens.word(at) !== 's' &&
    (tokens.isCapital(at) || tokens.word(at) !== 'a')
  );
}

const DIGITS: Readonly<Record<string, number>> = { i: 1, v: 5, x: 10, l: 50 };

/** Roman numerals in digits; letters as they are. */
function toNumber(word: string): string {
  if (!ROMAN.test(word)) return word;
  let total = 0;
  for (let i = 0; i < word.length; i += 1) {
    const value = DIGITS[word[i] ?? ''] ?? 0;
    total += value < (DIGITS[word[i + 1] ?? ''] ?? 0) ? -value : value;
  }
  return String(total);
}
