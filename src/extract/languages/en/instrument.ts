/** The document's own instrument: heading, parties, date and place of signing, signatories. */
import type { AgreementKind } from '../../../../graph/vocabulary.ts';
import type { InstrumentDraft } from '../../draft.ts';
import { type Ground, governmentAt, isOfStates } from './ground.ts';
import type { Heading } from './headings.ts';
import { FLAG } from './lexicon.ts';
import type { Mention } from './mentions.ts';
import type { SignedBy } from './signatories.ts';
import type { Signing } from './signatures.ts';
import { signedOf } from './signed.ts';
import { titleOf } from './titles.ts';
import { GAP, MARK } from './tokens.ts';

export function makeInstrument(
  ground: Ground,
  heading: Heading | null,
  mentions: readonly Mention[],
  signing: Signing | undefined,
  below: Omit<SignedBy, 'persons'>,
): InstrumentDraft | null {
  const kind = heading?.noun.kind ?? (isNote(ground) ? 'exchange-of-notes' : kindByPointers(mentions));
  if (kind === null) return null;
  const title = heading?.title ?? firstLine(ground);
  if (title === '') return null;
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
function isNote({ tokens: { text } }: Ground): boolean {
  return /\bi have the honou?r\b/i.test(text) && /\bconstitut(?:e|ing) an\s+agreement\b/i.test(text);
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

/** The states that a preamble begins with: “The Kingdom of Denmark, the Kingdom of the Netherlands … have”. */
function partiesAfter(ground: Ground, from: number): string[] | undefined {
  const { tokens, names } = ground;
  const parties: string[] = [];
  let last = from;
  for (let i = from; i < from + 420; i += 1) {
    const name = names.get(i);
    if (name && (name.states.length > 0 || (name.organizations.length > 0 && parties.length > 0))) {
      const key = name.states[0] ?? (isOfStates(tokens, name.to) ? undefined : name.organizations[0]);
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
