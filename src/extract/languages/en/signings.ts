/** What is said of an agreement's signing beside its title: “, done at London on 1 November 1974”. */
import { type Ground, skipNote, type Tail } from './ground.ts';
import { FLAG } from './lexicon.ts';
import { GAP, MARK, NUMBER, WORD } from './tokens.ts';
import { written } from './written.ts';

const SIGNING: ReadonlySet<string> = new Set(
  'issued signed done concluded adopted made opened dated'.split(' '),
);

/** “, done at London on 1 November 1974”: facts of the agreement, part of a description that has nothing else. */
export function readSigning(ground: Ground, tail: Tail, stop: number): void {
  const { tokens, dates } = ground;
  let at = skipShortForm(ground, skipNote(tokens, tail.end));
  // “the Act relating to navigation was signed at Niamey”: said of it, no part of a description.
  const was = tail.topic !== null && tokens.word(at) === 'was' && SIGNING.has(tokens.word(at + 1));
  const comma = was || tokens.word(at) === ',' || tokens.word(at) === '(';
  if (comma) at += 1;
  if (tokens.word(at) === 'which' && tokens.word(at + 1) === 'was') at += 2;
  if (tokens.word(at) === 'as' || tokens.word(at) === 'and') at += 1;
  let place: string | undefined;
  // “Convention for the Protection of New Varieties of Plants, of December 2, 1961”
  const of = comma && tokens.word(at) === 'of' ? dates.get(at + 1) : undefined;
  if (of && of.edtf.length === 10) {
    tail.signed = of.edtf;
    return;
  }
  const inBrackets = comma ? dates.get(at) : undefined;
  if (inBrackets && tokens.word(inBrackets.to) === ')' && tokens.word(at - 1) === '(') {
    // “Council Decision No. 12 of 1972 (8th November, 1972)”
    tail.signed = inBrackets.edtf;
    return;
  }
  const named = comma ? dateline(ground, at) : null;
  if (named) {
    // “…, Washington, March 3, 1973”, “(Minsk, 31.05.2001)”
    tail.signed = named.edtf;
    tail.place = written(tokens, at, named.to);
    tail.placeAt = { from: at, to: named.to };
    return;
  }
  // “Agreement entered into at Rome”, not “entered into force”
  const isEntered = tokens.word(at) === 'entered' && /^(at|in|on)$/.test(tokens.word(at + 2));
  if (!SIGNING.has(tokens.word(at)) && !isEntered) return;
  let end = at + 1;
  let within = false;
  for (let i = at + 1; i < Math.min(stop + 20, at + 22); i += 1) {
    const date = dates.get(i);
    if (date) {
      tail.signed = date.edtf;
      end = date.to;
      // “signed between 3 May 1967 and 4 June 1970”
      within = tokens.word(i - 1) === 'between';
      break;
    }
    if ((tokens.word(i) === 'at' || tokens.word(i) === 'in') && !place) {
      const to = placeEnd(ground, i + 1);
      if (to > i + 1) {
        const from = tokens.word(i + 1) === 'the' ? i + 2 : i + 1;
        place = written(tokens, from, to);
        tail.placeAt = { from, to };
        end = to;
      }
      if (to > i + 1) i = to - 1;
      continue;
    }
    const token = tokens.word(i);
    if (token === 'for' && tokens.word(i - 1) === 'opened') continue;
    if (/^(concerning|regarding|relating|respecting|for)$/.test(token)) break;
    if (tokens.kind(i) === MARK && token !== ',') break;
    if (tokens.is(i, FLAG.FINITE | FLAG.RELATIVE | FLAG.RECITAL | FLAG.KIND) || token === 'hereinafter')
      break;
  }
  if (place !== undefined) tail.place = place;
  if (
    !comma &&
    !tail.topic &&
    !tail.between &&
    tail.number === null &&
    (place !== undefined || tail.signed !== undefined)
  ) {
    tail.signing = at;
    tail.end = end;
    tail.dated = true;
    // “the Protocols signed on 3 May 1967 and 4 June 1970”
    const next =
      tokens.word(end) === 'and' ? dates.get(tokens.word(end + 1) === 'on' ? end + 2 : end + 1) : undefined;
    if (tail.signed?.length === 10 && next?.edtf.length === 10 && !within) {
      tail.dates.push(tail.signed, next.edtf);
      tail.end = next.to;
    }
  }
}

/** `(hereinafter referred to as "the Treaty"), signed on`, “(Helsinki Convention) signed on”: past the bracket. */
function skipShortForm({ tokens, kinds }: Ground, at: number): number {
  if (tokens.word(at) !== '(') return at;
  const defines = /^(?:hereinafter|hereafter|"|the)$/.test(tokens.word(at + 1));
  for (let i = at + 2; i < at + 16; i += 1) {
    if (tokens.word(i) !== ')') continue;
    if (!defines && !kinds.has(i - 1)) return at;
    return tokens.word(i + 1) === ',' || SIGNING.has(tokens.word(i + 1)) ? i + 1 : at;
  }
  return at;
}

/** A place's name, a comma and a date: where the date begins, and its value. */
export function dateline({ tokens, names, dates }: Ground, at: number): { to: number; edtf: string } | null {
  const name = names.get(at);
  let to = name && name.places.length > 0 ? name.to : at;
  if (to === at)
    while (to < at + 3 && tokens.kind(to) === WORD && (tokens.flags(to) & ~FLAG.NAME) === 0) to += 1;
  const comma = tokens.word(to) === ',';
  if (to === at || !(comma || tokens.word(at - 1) === '(')) return null;
  const date = dates.get(comma ? to + 1 : to);
  // “(Geneva, 1958)”
  const inBrackets = tokens.word(at - 1) === '(' && date?.edtf.length === 4 && tokens.word(date.to) === ')';
  return date && (date.edtf.length === 10 || inBrackets) ? { to, edtf: date.edtf } : null;
}

/** What may stand after “in” of a signing besides a place. */
const NO_PLACES: ReadonlySet<string> = new Set(
  `english french spanish russian arabic chinese german dutch portuguese italian danish swedish norwegian finnish polish czech hungarian
  japanese korean turkish hindi nepali urdu bengali sinhala persian dari romanian bulgarian croatian serbian bosnian slovene slovenian slovak
  macedonian albanian georgian armenian azerbaijani uzbek tajik kyrgyz turkmen mongolian vietnamese thai malay khmer lao icelandic faroese hebrew greek ukrainian kazakh latvian lithuanian estonian duplicate triplicate quadruplicate single witness
  faith original two three four five six session accordance`.split(/\s+/),
);

/** The token after a place's name that follows “at”; the same token where there is none. */
export function placeEnd(ground: Ground, from: number): number {
  const { tokens, names, dates } = ground;
  const at = tokens.word(from) === 'the' ? from + 1 : from;
  const name = names.get(at);
  if (NO_PLACES.has(tokens.word(at))) return from;
  if (name && name.places.length > 0) return name.to;
  // Two words at most that are no others': “Bergen”, “Rio de Janeiro”, “San José”.
  let end = at;
  for (let i = at; i < at + 4; i += 1) {
    if (tokens.kind(i) !== WORD || dates.has(i)) break;
    const joint = i > at && (tokens.word(i) === 'de' || tokens.word(i) === 'la' || tokens.word(i) === 'do');
    if (!joint && (tokens.flags(i) & ~(FLAG.NAME | FLAG.PARTY)) !== 0) break;
    if (tokens.cased && !tokens.isCapital(i) && !joint) break;
    if (!tokens.cased && i > at + 1) break;
    if (!joint) end = i + 1;
  }
  // “T6rshavn”: what is left of a misread name
  if (end === at || (tokens.kind(end) === NUMBER && tokens.gap(end) === GAP.none)) return from;
  const after = tokens.word(end);
  const followed =
    after === ',' ||
    after === 'on' ||
    after === 'this' ||
    after === 'the' ||
    after === '.' ||
    after === 'in' ||
    dates.has(end) ||
    after === ')' ||
    after === ';' ||
    tokens.gap(end) >= GAP.line;
  return followed || tokens.cased ? end : from;
}
