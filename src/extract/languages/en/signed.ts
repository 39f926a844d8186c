/** When and where the text itself was signed: which of its clauses says so. */
import { agree, sharper } from '../../../text/edtf.ts';
import type { DateHit } from './dates.ts';
import { FLAG } from './flags.ts';
import { type Ground, skipNote } from './ground.ts';
import type { Heading } from './headings.ts';
import { dayOfNotes } from './notes.ts';
import type { Signing } from './signatures.ts';
import { dateline } from './signings.ts';
import { GAP, NUMBER, type Tokens, WORD } from './tokens.ts';
import { written } from './written.ts';

/** Verbs that say of nothing but the text that it was made: “drawn up at Canberra this twentieth day of May 1980”. */
const WRITTEN = /^(drawn|written|executed)$/;

/**
 * The first “done at” or “have signed” of the text; failing that, what stands below the heading. `exchanged`: the text
 * is an exchange of notes.
 */
export function signingOf(
  ground: Ground,
  heading: Heading | null,
  signings: readonly Signing[],
  exchanged: boolean,
): Signing | undefined {
  const { tokens } = ground;
  const done = signings.find(({ at, date }) => date !== undefined && isOwn(tokens, at));
  if (done) return done;
  const below = datelineBelow(ground, heading);
  if (below) return below;
  if (exchanged) {
    const day = dayOfNotes(ground);
    if (day) return day;
  }
  // “DONE at Rome, the day of two thousand and nine”: a day that cannot be read is not another clause's.
  const undated = signings.find(({ at }) => tokens.word(at) === 'done');
  if (undated)
    return openedForSignature(ground, heading) ?? thisDay(ground) ?? lastDateline(ground) ?? undated;
  const near = signings.find((signing) => signing.date !== undefined && signing.at < (heading?.to ?? 0) + 60);
  if (!near && heading && (heading.noun.kind === 'other' || heading.noun.kind === 'resolution')) {
    const adopted = adoptionAfter(ground, heading);
    if (adopted) return adopted;
  }
  const adopted = heading?.noun.kind === 'resolution' ? adoptionAtMeeting(ground) : undefined;
  const first =
    near ??
    adopted ??
    signings.find(({ at, date }) => date !== undefined && WRITTEN.test(tokens.word(at))) ??
    openedForSignature(ground, heading) ??
    signings.find((signing) => tokens.word(signing.at) !== 'given') ??
    signings[0];
  if (first?.date !== undefined) return first;
  return thisDay(ground) ?? lastDateline(ground, exchanged ? 3 * END : END) ?? first;
}

/** “Done at”, “we sign”, “have signed”: said of the text. */
export function isOwn(tokens: Tokens, at: number): boolean {
  const verb = tokens.word(at);
  return verb === 'done' || verb === 'sign' || (verb === 'signed' && tokens.word(at - 1) === 'have');
}

/** “resolution MEPC.131(53), adopted on 22 July 2005” in, right below or, of a resolution, above the heading of a decision or an amendment. */
function adoptionAfter({ tokens, dates }: Ground, heading: Heading): Signing | undefined {
  const from = heading.noun.kind === 'resolution' ? Math.max(0, heading.from - 40) : heading.from;
  for (let i = from; i < heading.to + 60; i += 1) {
    if (!tokens.is(i, FLAG.DONE) || !/^(adopted|done)$/.test(tokens.word(i))) continue;
    for (let k = i + 1; k < i + 14 && tokens.word(k) !== '.'; k += 1) {
      const date = dates.get(k);
      if (date && date.edtf.length === 10) return { at: i, date: date.edtf };
    }
  }
  return undefined;
}

/** “65th plenary meeting⏎18 December 2009”, “(Twelfth meeting, 29 January 2007)” at the end of a resolution. */
function adoptionAtMeeting({ tokens, dates }: Ground): Signing | undefined {
  for (const date of [...dates.values()].reverse()) {
    if (date.edtf.length !== 10) continue;
    for (let i = date.from - 1; i > date.from - 7; i -= 1)
      if (/^(meeting|plenary)$/.test(tokens.word(i))) return { at: i, date: date.edtf };
  }
  return undefined;
}

/** “The original of the present Convention … shall be opened for signature by the Governments on 12 October 1940” */
function openedForSignature({ tokens, dates }: Ground, heading: Heading | null): Signing | undefined {
  for (
    let i = tokens.next(heading?.to ?? 0, FLAG.DONE);
    i < tokens.length;
    i = tokens.next(i + 1, FLAG.DONE)
  ) {
    if (tokens.word(i + 1) !== 'for' || tokens.word(i + 2) !== 'signature') continue;
    if (!/^open(ed)?$/.test(tokens.word(i)) || !/^(be|is|and)$/.test(tokens.word(i - 1))) continue;
    for (let k = i + 3; k < i + 14 && !/^[.;]$/.test(tokens.word(k)); k += 1) {
      const date = dates.get(k);
      // “from 17 May 1980 to 16 June 1980”: from its first day on.
      const day = date?.edtf.split('/')[0];
      if (day?.length === 10 && /^(on|from)$/.test(tokens.word(k - 1))) return { at: i, date: day };
    }
  }
  return undefined;
}

/** How far below the heading a collection's place and date stand: behind “signed at Rome on 3 May 1961”, which is another's. */
const BELOW = 14;

/** “(london, 12 november 1993) the sixteenth meeting”, “(Protocol II). Geneva, 10 October 1980.”, “7 September 1987” on a line below the heading. */
function datelineBelow(ground: Ground, heading: Heading | null): Signing | undefined {
  const { tokens, dates } = ground;
  const from = heading?.to ?? 0;
  const below = afterCode(tokens, from);
  for (let i = from; heading && i < from + BELOW; i += 1) {
    const date = dates.get(i);
    if (i === below && date && isAlone(tokens, date)) return { at: i, date: date.edtf };
    const stop = tokens.word(i) === '.' && (i === from || tokens.next(from, FLAG.DONE) < i);
    if (!stop && (tokens.word(i) !== '(' || i > from + 7)) continue;
    const start = skipNote(tokens, i + 1);
    const line = dateline(ground, start);
    if (!line) continue;
    const placeAt = { from: start, to: line.to };
    return { at: i, date: line.edtf, place: written(tokens, start, line.to), placeAt };
  }
  return undefined;
}

/** “WHA33.12” on a line of its own: the token behind it; the same where no number stands there. */
function afterCode(tokens: Tokens, from: number): number {
  if (tokens.gap(from) < GAP.line || tokens.kind(from) !== WORD) return from;
  let at = from + 1;
  while (at < from + 8 && tokens.gap(at) === GAP.none) at += 1;
  return tokens.gap(at) >= GAP.line && tokens.kind(at - 1) === NUMBER ? at : from;
}

/** A whole date with nothing else on its line. */
function isAlone(tokens: Tokens, { from, to, edtf }: DateHit): boolean {
  return edtf.length === 10 && tokens.gap(to) >= GAP.line && !/^(of|and|to)$/.test(tokens.word(from - 1));
}

/** “both texts being equally authentic, on this fifth day of July 2000”: only a text's own day is “this day”. */
function thisDay({ tokens, dates }: Ground): Signing | undefined {
  for (const { from, to, edtf } of dates.values())
    if (edtf.length === 10 && tokens.word(from - 1) === 'this' && holdsDay(tokens, from, to))
      return { at: from - 1, date: edtf };
  return undefined;
}

function holdsDay(tokens: Tokens, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (tokens.word(i) === 'day') return true;
  return false;
}

/** Tokens at a text's end. */
const END = 60;

/** “… is allowed.yamoussoukro, 26th february 1976 entry into force january 1, 1977”: place and date that end a text. */
function lastDateline(ground: Ground, within = END): Signing | undefined {
  const { tokens } = ground;
  for (let i = tokens.length - 1; i > Math.max(0, tokens.length - within); i -= 1) {
    if (tokens.word(i - 1) !== '.' && tokens.gap(i) < GAP.line) continue;
    const line = dateline(ground, i);
    if (!line) continue;
    const placeAt = { from: i, to: line.to };
    return { at: i, date: line.edtf, place: written(tokens, i, line.to), placeAt };
  }
  return undefined;
}

export function signedOf(heading: Heading | null, signing: Signing | undefined): string | undefined {
  const inTitle = heading?.tail.signed ?? heading?.tail.dates[0];
  if (inTitle === undefined) return signing?.date;
  // “Decision of 21 September 2001 amending the Agreement done at Bonn on 13 September 1983”
  const entitled = heading?.tail.dated === true && inTitle.length === 10;
  if (signing?.date === undefined || entitled) return inTitle;
  return agree(inTitle, signing.date) ? sharper(inTitle, signing.date) : signing.date;
}
