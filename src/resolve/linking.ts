/** Entity linking: what a text names → the entry of an authority. A wrong link is worse than none. */
import type { AgreementFacts } from '../extract/draft.ts';
import { readDate } from '../text/edtf.ts';
import type { AgreementAuthority, Authorities } from './authorities.ts';

/**
 * The key of the one entry that fits name, date, kind and parties together, or null. A name that belongs to
 * one entry alone links unless something clashes; an ambiguous one only if the date agrees.
 */
export function linkAgreement(facts: AgreementFacts, authorities: Authorities): string | null {
  if (!facts.keys?.length && !facts.weakKeys?.length) return null;
  const strong = candidates(facts.keys, facts, authorities);
  const dated = strong.filter((entry) => datesOf(entry).some((date) => sameDate(date, facts.signed)));
  if (dated.length === 1) return dated[0]?.key ?? null;
  if (strong.length === 1) return strong[0]?.key ?? null;
  if (strong.length > 1) return null;
  const weak = candidates(facts.weakKeys, facts, authorities).filter((entry) =>
    datesOf(entry).some((date) => sameDate(date, facts.signed)),
  );
  return weak.length === 1 ? (weak[0]?.key ?? null) : null;
}

function candidates(
  keys: readonly string[] | undefined,
  facts: AgreementFacts,
  authorities: Authorities,
): AgreementAuthority[] {
  return [...new Set(keys)]
    .map((key) => authorities.agreements.get(key))
    .filter((entry) => entry !== undefined)
    .filter((entry) => !clashes(entry, facts));
}

function clashes(entry: AgreementAuthority, facts: AgreementFacts): boolean {
  const dates = datesOf(entry);
  if (facts.signed !== undefined && dates.length > 0 && !dates.some((date) => sameYear(date, facts.signed)))
    return true;
  const { parties } = facts;
  if (!entry.parties || !parties || parties.length === 0) return false;
  return !parties.every((party) => entry.parties?.includes(party));
}

/** The dates that a text may mean by “of 1968”. */
function datesOf(entry: AgreementAuthority): string[] {
  return [entry.signed, entry.adopted, entry.in_force].filter((date) => date !== undefined);
}

function sameYear(one: string, other: string | undefined): boolean {
  return other !== undefined && readDate(one)?.year === readDate(other)?.year;
}

/** Whether the text's date is the entry's, as far as the text gives it. */
function sameDate(entry: string, text: string | undefined): boolean {
  return text !== undefined && (entry === text || entry.startsWith(`${text}-`));
}
