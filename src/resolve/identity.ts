/** Ids. They depend on the document and the authorities alone, never on the order of documents. */
import { hash } from 'node:crypto';
import type { AgreementFacts } from '../extract/draft.ts';
import { singleSpaced } from '../text/blanks.ts';

const DIGITS = 12;

function digest(text: string): string {
  return hash('sha256', text).slice(0, DIGITS);
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
  const parties = facts.parties ? [...facts.parties].sort().join(',') : '';
  const kind = facts.kind ?? '';
  if (facts.signed !== undefined && core !== '')
    return `agr:${digest([core, kind, facts.signed, parties].join('\u0000'))}`;
  return `agr:${digest([document, core, kind, parties, core === '' ? String(index) : ''].join('\u0000'))}`;
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
  const folded = singleSpaced(name.normalize('NFKC').toLowerCase()).trim();
  return `${type}:${digest(folded)}`;
}
