/** Ids. They depend on the document and the authorities alone, never on the order of documents. */
import { hash } from 'node:crypto';
import type { AgreementFacts } from '../extract/draft.ts';

const DIGITS = 12;

function digest(...parts: readonly string[]): string {
  return hash('sha256', parts.join('\u0000')).slice(0, DIGITS);
}

/**
 * The id of an agreement: its authority's key if it is linked; else made of title, date and parties. One without
 * a date is scoped to its document, where `index` (its place in it) tells apart those that have no title either.
 */
export function agreementId(
  key: string | null,
  facts: AgreementFacts,
  document: string,
  index: number,
): string {
  if (key !== null) return `agr:${key}`;
  const core = facts.core ?? facts.title ?? '';
  const parties = [...(facts.parties ?? [])].sort().join(',');
  if (facts.signed !== undefined && core !== '')
    return `agr:${digest(core, facts.kind ?? '', facts.signed, parties)}`;
  return `agr:${digest(document, core, facts.kind ?? '', parties, core === '' ? String(index) : '')}`;
}

export function stateId(code: string): string {
  return `state:${code}`;
}
export function dateId(edtf: string): string {
  return `date:${edtf}`;
}
export function provisionId(agreement: string, number: string): string {
  return `provision:${agreement}#${number}`;
}

/** An organization, place or person: its authority's key, else its name, spacing and width folded. */
export function namedId(type: 'org' | 'place' | 'person', key: string | null, name: string): string {
  if (key !== null) return `${type}:${key}`;
  const folded = name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  return `${type}:${digest(folded)}`;
}
