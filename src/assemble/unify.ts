/**
 * Which agreements of several documents are one. Those that are linked to one authority entry are already;
 * of the others, one joins another only when exactly one candidate is left, so that the order of documents
 * makes no difference.
 */
import type { AgreementEntity } from '../records.ts';
import { agree, widening } from '../text/edtf.ts';
import { push } from '../text/multimap.ts';

/** Id → the id that stands for it; ids that stand for themselves are left out. */
export function unify(agreements: readonly AgreementEntity[]): ReadonlyMap<string, string> {
  const groups = new Map<string, Map<string, AgreementEntity>>();
  for (const agreement of agreements) {
    const key = unifyingKey(agreement);
    if (key === null) continue;
    const group = groups.get(key) ?? new Map<string, AgreementEntity>();
    group.set(agreement.id, joinSaid(group.get(agreement.id), agreement));
    groups.set(key, group);
  }
  const merged = new Map<string, string>();
  for (const group of groups.values()) mergeGroup([...group.values()], merged);
  return merged;
}

/** Agreements of different keys are never one; null for one that stands for itself in any case. */
export function unifyingKey({ kind, core, authority }: AgreementEntity): string | null {
  return core === undefined || authority !== undefined ? null : `${kind}\u0000${core}`;
}

function joinSaid(known: AgreementEntity | undefined, agreement: AgreementEntity): AgreementEntity {
  return known ? { ...agreement, ...known } : agreement;
}

/** The vaguer of two joins the one that says more. */
function mergeGroup(group: readonly AgreementEntity[], merged: Map<string, string>): void {
  if (group.length === 1) return;
  const byParties = new Map<string, AgreementEntity[]>();
  const byDate = new Map<string, AgreementEntity[]>();
  for (const one of group) {
    if (one.signed === undefined) continue;
    for (const date of widening(one.signed)) push(byDate, date, one);
    if (one.parties) push(byParties, partiesKey(one.parties), one);
  }
  for (const vague of group) {
    // Whoever says more says the same parties or, where none are said, the same date.
    const near = vague.parties ? byParties.get(partiesKey(vague.parties)) : byDate.get(vague.signed ?? '');
    const candidates = (near ?? []).filter((clear) => clear.id !== vague.id && saysMore(clear, vague));
    const fullest = candidates.filter((one) => !candidates.some((other) => saysMore(other, one)));
    const [only] = fullest;
    if (fullest.length === 1 && only) merged.set(vague.id, only.id);
  }
}

function partiesKey(parties: readonly string[]): string {
  return [...parties].sort().join(' ');
}

/** Whether `clear` says all that `vague` says, without a clash, and something beyond. */
function saysMore(clear: AgreementEntity, vague: AgreementEntity): boolean {
  if (clear.signed === undefined) return false;
  // Without date and parties a title is too little: there is a “Trade Agreement” between any two.
  if (vague.signed === undefined && !vague.parties) return false;
  const date =
    vague.signed === undefined ||
    (agree(clear.signed, vague.signed) && clear.signed.length >= vague.signed.length);
  const parties = !vague.parties || (clear.parties !== undefined && sameSet(clear.parties, vague.parties));
  const beyond =
    (vague.signed ?? '').length < clear.signed.length || (!vague.parties && clear.parties !== undefined);
  return date && parties && beyond;
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}
