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
  const dated = strong.filter((entry) => isDated(entry, facts));
  if (dated.length === 1) return dated[0]?.key ?? null;
  if (strong.length === 1) return strong[0]?.key ?? null;
  if (strong.length > 1) return null;
  const weak = candidates(facts.weakKeys, facts, authorities).filter((entry) => isDated(entry, facts));
  return weak.length === 1 ? (weak[0]?.key ?? null) : null;
}

/** Each once. */
function candidates(
  keys: readonly string[] = [],
  facts: AgreementFacts,
  authorities: Authorities,
): AgreementAuthority[] {
  const entries: AgreementAuthority[] = [];
  for (const key of keys) {
    const entry = authorities.agreements.get(key);
    if (entry && !entries.includes(entry) && !clashes(entry, facts)) entries.push(entry);
  }
  return entries;
}

/** Whether one of its dates is the text's. */
function isDated({ signed, adopted, in_force }: AgreementAuthority, facts: AgreementFacts): boolean {
  return (
    sameDate(signed, facts.signed) || sameDate(adopted, facts.signed) || sameDate(in_force, facts.signed)
  );
}

function clashes(entry: AgreementAuthority, { signed, parties }: AgreementFacts): boolean {
  if (signed !== undefined && !agreesInYear(entry, signed)) return true;
  if (!entry.parties || !parties || parties.length === 0) return false;
  return !parties.every((party) => entry.parties?.includes(party));
}

/** Whether a text may mean this one by “of 1968”. */
function agreesInYear(entry: AgreementAuthority, said: string): boolean {
  const dates = [entry.signed, entry.adopted, entry.in_force].filter((date) => date !== undefined);
  return dates.length === 0 || dates.some((date) => sameYear(date, said));
}

function sameYear(one: string, other: string): boolean {
  return readDate(one)?.year === readDate(other)?.year;
}

/** Whether the text's date is the entry's, as far as the text gives it. */
function sameDate(entry: string | undefined, text: string | undefined): boolean {
  if (entry === undefined || text === undefined) return false;
  return entry === text || entry.startsWith(`${text}-`);
}
