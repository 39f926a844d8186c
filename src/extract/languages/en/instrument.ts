/** The document's own instrument: heading, parties, date and place of signing, signatories. */
import type { AgreementKind } from '../../../../graph/vocabulary.ts';
import type { Signatory } from '../../../records.ts';
import type { InstrumentDraft } from '../../draft.ts';
import type { Ground } from './ground.ts';
import type { Heading } from './headings.ts';
import type { Mention } from './mentions.ts';
import { partiesOfNotes } from './notes.ts';
import { partiesAfter, partiesBefore } from './parties.ts';
import type { Signing } from './signatures.ts';
import { signedOf } from './signed.ts';
import { titleOf } from './titles.ts';
import { GAP } from './tokens.ts';

export function makeInstrument(
  ground: Ground,
  heading: Heading | null,
  mentions: readonly Mention[],
  signing: Signing | undefined,
  rest: Readonly<{ exchanged: boolean; signatories: readonly Signatory[]; parties: readonly string[] }>,
): InstrumentDraft | null {
  const { exchanged, signatories } = rest;
  const kind = heading?.noun.kind ?? (exchanged ? 'exchange-of-notes' : kindByPointers(mentions));
  if (kind === null) return null;
  const title = heading?.title ?? firstLine(ground);
  if (title === '') return null;
  const parties =
    withMembers(ground, heading) ??
    heading?.facts.parties ??
    (exchanged ? partiesOfNotes(ground, heading?.to ?? 0) : undefined) ??
    partiesAfter(ground, heading?.to ?? 0) ??
    partiesBefore(ground, heading?.to ?? 0) ??
    partiesOf(rest.parties) ??
    partiesOfParent(heading);
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
  while (to > 1 && tokens.isMark(to - 1, ',')) to -= 1;
  return tokens.length === 0 ? '' : titleOf(tokens, 0, to);
}

/** “between the European Community and its Member States, and Lebanon”: who those are the preamble tells. */
function withMembers(ground: Ground, heading: Heading | null): readonly string[] | undefined {
  const entitled = heading?.facts.parties;
  if (!entitled || !/\bmember states\b/i.test(heading.title)) return undefined;
  const listed = partiesAfter(ground, heading.to);
  if (!listed) return undefined;
  const isState = (party: string) => /^[A-Z]{3}$/.test(party);
  const further = listed.every(isState) ? entitled : entitled.filter(isState);
  return [...new Set([...listed, ...further])];
}

/** Those that a text is signed for; a page of signatures that holds more is no list of parties. */
function partiesOf(signed: readonly string[]): readonly string[] | undefined {
  return signed.length > 1 && signed.length <= 12 ? signed : undefined;
}

/** “Protocol setting out the opportunities provided for in the Agreement between the European Community and …”: of the same two. */
function partiesOfParent(heading: Heading | null): readonly string[] | undefined {
  if (!heading || !/^(protocol|exchange-of-notes)$/.test(heading.noun.kind)) return undefined;
  const parties = heading.parents.find((parent) => parent.parties)?.parties;
  return parties?.length === 2 ? parties : undefined;
}
