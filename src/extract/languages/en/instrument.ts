/** The document's own instrument: heading, parties, date and place of signing, signatories. */
import type { AgreementKind } from '../../../../graph/vocabulary.ts';
import { agree, sharper } from '../../../text/edtf.ts';
import type { InstrumentDraft } from '../../draft.ts';
import { type Ground, governmentAt } from './ground.ts';
import type { Heading } from './headings.ts';
import { FLAG } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import type { SignedBy } from './signatories.ts';
import { type Signing, textOf } from './signatures.ts';
import { dateline } from './signings.ts';
import { titleOf } from './titles.ts';
import { GAP, MARK } from './tokens.ts';

export function makeInstrument(
  ground: Ground,
  heading: Heading | null,
  mentions: readonly Mention[],
  signings: readonly Signing[],
  below: Omit<SignedBy, 'persons'>,
): InstrumentDraft | null {
  const kind = heading?.noun.kind ?? (isNote(ground) ? 'exchange-of-notes' : kindByPointers(mentions));
  if (kind === null) return null;
  const title = heading?.title ?? firstLine(ground);
  if (title === '') return null;
  const signing = signingOf(ground, heading, signings);
  const parties =
    heading?.facts.parties ?? partiesAfter(ground, heading?.to ?? 0) ?? partiesOf(below.parties);
  const { signatories } = below;
  const signed = signedOf(heading, signing);
  const place = heading?.tail.place ?? signing?.place;
  return {
    title,
    kind,
    ...(heading?.facts.core === undefined ? {} : { core: heading.facts.core }),
    ...(signed === undefined ? {} : { signed }),
    ...(place === undefined ? {} : { place }),
    ...(parties ? { parties } : {}),
    ...(signatories.length > 0 ? { signatories } : {}),
    ...(heading && heading.parents.length > 0 ? { parents: heading.parents } : {}),
  };
}

/** “I have the honour to propose that this letter and your reply be regarded as constituting an agreement” */
function isNote({ tokens: { lower } }: Ground): boolean {
  return /\bi have the honou?r\b/.test(lower) && /\bconstitut(?:e|ing) an\s+agreement\b/.test(lower);
}

/** Without a heading, “this Convention” says what the text is; said once it may be quoted. */
function kindByPointers(mentions: readonly Mention[]): AgreementKind | null {
  const counts = new Map<AgreementKind, number>();
  for (const mention of mentions)
    if (mention.anaphor?.reach === 'own')
      counts.set(mention.noun.kind, (counts.get(mention.noun.kind) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] > 1 ? best[0] : null;
}

function firstLine({ tokens }: Ground): string {
  let to = 1;
  while (to < Math.min(tokens.length, 30) && tokens.gap(to) < GAP.line) to += 1;
  return tokens.length === 0 ? '' : titleOf(tokens, 0, to);
}

/** Verbs that say of nothing but the text that it was made: “drawn up at Canberra this twentieth day of May 1980”. */
const WRITTEN = /^(drawn|written|executed)$/;

/** The first “done at” of the text; failing that, what stands below the heading. */
function signingOf(
  ground: Ground,
  heading: Heading | null,
  signings: readonly Signing[],
): Signing | undefined {
  const { tokens } = ground;
  const done = signings.find((signing) => tokens.word(signing.at) === 'done' && signing.date !== undefined);
  if (done) return done;
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
  return first?.date === undefined
    ? (datelineBelow(ground, heading) ?? lastDateline(ground) ?? first)
    : first;
}

/** “resolution MEPC.131(53), adopted on 22 July 2005” in, right below or, of a resolution, above the heading of a decision or an amendment. */
function adoptionAfter({ tokens, dates }: Ground, heading: Heading): Signing | undefined {
  const from = heading.noun.kind === 'resolution' ? Math.max(0, heading.from - 40) : heading.from;
  for (let i = from; i < heading.to + 60; i += 1) {
    if (!/^(adopted|done)$/.test(tokens.word(i))) continue;
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

/** “(london, 12 november 1993) the sixteenth meeting”, “(Protocol II). Geneva, 10 October 1980.”: what a collection sets below the heading. */
function datelineBelow(ground: Ground, heading: Heading | null): Signing | undefined {
  const { tokens } = ground;
  const from = heading?.to ?? 0;
  for (let i = from; heading && i < from + 8; i += 1) {
    const begins = tokens.word(i) === '(' || (i === from && tokens.word(i) === '.');
    const line = begins ? dateline(ground, i + 1) : null;
    if (!line) continue;
    const placeAt = { from: i + 1, to: line.to };
    return { at: i, date: line.edtf, place: textOf(tokens, i + 1, line.to), placeAt };
  }
  return undefined;
}

/** “… is allowed.yamoussoukro, 26th february 1976 entry into force january 1, 1977”: place and date that end a text. */
function lastDateline(ground: Ground): Signing | undefined {
  const { tokens } = ground;
  for (let i = tokens.length - 1; i > Math.max(0, tokens.length - 60); i -= 1) {
    if (tokens.word(i - 1) !== '.' && tokens.gap(i) < GAP.line) continue;
    const line = dateline(ground, i);
    if (!line) continue;
    const placeAt = { from: i, to: line.to };
    return { at: i, date: line.edtf, place: textOf(tokens, i, line.to), placeAt };
  }
  return undefined;
}

function signedOf(heading: Heading | null, signing: Signing | undefined): string | undefined {
  const inTitle = heading?.tail.signed ?? heading?.tail.dates[0];
  if (inTitle === undefined) return signing?.date;
  if (signing?.date === undefined) return inTitle;
  return agree(inTitle, signing.date) ? sharper(inTitle, signing.date) : signing.date;
}

/** The states that a preamble begins with: “The Kingdom of Denmark, the Kingdom of the Netherlands … have”. */
function partiesAfter(ground: Ground, from: number): string[] | undefined {
  const { tokens, names } = ground;
  const parties: string[] = [];
  let last = from;
  for (let i = from; i < from + 420; i += 1) {
    const name = names.get(i);
    if (name && (name.states.length > 0 || (name.organizations.length > 0 && parties.length > 0))) {
      const key = name.states[0] ?? name.organizations[0];
      if (key !== undefined && !parties.includes(key)) parties.push(key);
      i = name.to - 1;
      last = name.to;
      continue;
    }
    const government = governmentAt(ground, i);
    if (government !== undefined) {
      if (!parties.includes(government)) parties.push(government);
      last = i;
      continue;
    }
    const word = tokens.word(i);
    if (
      tokens.is(i, FLAG.RECITAL) ||
      word === 'have' ||
      word === 'being' ||
      word === 'agree' ||
      word === 'agreed'
    )
      break;
    if (
      tokens.is(i, FLAG.PARTY) ||
      (tokens.kind(i) === MARK && word !== ':' && word !== '.') ||
      word === 'hereinafter' ||
      word === 'preamble'
    )
      continue;
    if (word === 'article' || (tokens.is(i, FLAG.FINITE) && parties.length === 0)) return undefined;
    if (i - last > (parties.length === 0 ? 60 : 30)) break;
  }
  return parties.length > 1 ? parties : undefined;
}

/** Those that a text is signed for; a page of signatures that holds more is no list of parties. */
function partiesOf(signed: readonly string[]): readonly string[] | undefined {
  return signed.length > 1 && signed.length <= 12 ? signed : undefined;
}
