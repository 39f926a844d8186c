/** Agreements by their names: “Liechtenstein Protocol”, “the 1946 whaling convention”, “Rabat Declaration”. */
import type { Ground, Tail } from './ground.ts';
import type { KindNoun } from './kinds.ts';
import type { Lead } from './leads.ts';
import { type Mention, mentionOf } from './mentions.ts';
import type { PhraseHit } from './phrases.ts';
import { isCompound } from './pointers.ts';
import { factsOf } from './titles.ts';
import { NUMBER, type Tokens } from './tokens.ts';

/** “Liechtenstein Protocol”, “the 1946 whaling convention”. */
export function named(ground: Ground, hit: PhraseHit<KindNoun>, lead: Lead, tail: Tail): Mention | null {
  const { tokens } = ground;
  const noun = hit.value;
  if (lead.generic || (noun.plural && lead.year === null && !holdsName(ground, lead.from, hit.from)))
    return null;
  if (noun.weight === 'weak' && !isNamedWeak(ground, hit, lead)) return null;
  if (!tokens.cased && lead.determiner < 0 && lead.year === null) return null;
  if (isCompound(ground, hit.to)) return null;
  if (lead.year !== null) tail.dates.push(lead.year);
  // “Indus Basin Development Fund Agreement, 1960”
  // “Asbestos Convention and Recommendation, 1986”
  const twin = tokens.word(hit.to) === 'and' && tokens.word(hit.to + 1) === 'recommendation';
  // “Night Work (Women) Convention (Revised), 1948 (No. 89)”
  const isRevised = tokens.isMark(hit.to, '(') && tokens.word(hit.to + 1) === 'revised';
  const end = twin ? hit.to + 2 : isRevised ? hit.to + 3 : hit.to;
  const year = ground.dates.get(tokens.word(end) === ',' ? end + 1 : end);
  const dated = year !== undefined && year.edtf.length === 4 && lead.year === null && lead.naming;
  if (dated) tail.dates.push(year.edtf);
  const to = dated ? numberEnd(tokens, year.to) : twin ? end : hit.to;
  const keys = authorityKeys(ground, lead.from, hit.to);
  return mentionOf({
    from: lead.from,
    to,
    head: hit.from,
    noun,
    via: lead.naming ? 'name' : 'description',
    rule: 'en/name',
    confidence: tokens.cased ? 0.85 : 0.75,
    facts: factsOf(ground, lead.from, to, tail, noun, keys),
    tail,
  });
}

/** “(No. 89)” behind the year of a convention: the token after it. */
function numberEnd(tokens: Tokens, at: number): number {
  if (!tokens.isMark(at, '(') || tokens.word(at + 1) !== 'no') return at;
  const number = tokens.isMark(at + 2, '.') ? at + 3 : at + 2;
  return tokens.kind(number) === NUMBER && tokens.isMark(number + 1, ')') ? number + 2 : at;
}

/** “Rabat Declaration”, “the lagos plan of action”: called after a place. */
function isNamedWeak({ tokens, names }: Ground, hit: PhraseHit<KindNoun>, lead: Lead): boolean {
  const { kind } = hit.value;
  if (!lead.naming || !/^(?:declaration|programme|memorandum)$/.test(kind)) return false;
  if (tokens.cased && !tokens.isCapital(hit.from)) return false;
  if (tokens.cased && kind !== 'memorandum') return true;
  for (let i = lead.from; i < hit.from; i += 1) if (names.has(i)) return true;
  return false;
}

/** “Geneva Conventions”: several of one name. */
function holdsName({ names }: Ground, from: number, to: number): boolean {
  for (let i = from; i < to; i += 1) if (names.has(i)) return true;
  return false;
}

/** Keys of an authority's agreement whose name covers the mention, but for its date. */
export function authorityKeys(ground: Ground, from: number, to: number): readonly string[] {
  for (let i = from; i < Math.min(to, from + 4); i += 1) {
    const name = ground.names.get(i);
    if (name && name.agreements.length > 0 && name.to - from > (to - from) * 0.6) return name.agreements;
  }
  return [];
}
