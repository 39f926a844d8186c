/** What the words around a mention tell of it: that it is the text itself, or a clause of what was named before. */
import type { AgreementKind } from '../../../../graph/vocabulary.ts';
import type { Heading } from './headings.ts';
import type { Mention } from './mentions.ts';
import { type Tokens, WORD } from './tokens.ts';

/** A text may be headed “Agreement” and speak of itself as “this Treaty”. */
export const SAME_RANK: ReadonlySet<AgreementKind> = new Set(['treaty', 'agreement', 'convention']);

/** “… shall enter into force”, “… shall be ratified”: said of the text itself. */
export function isFinalClause(tokens: Tokens, at: number): boolean {
  if (!/^(?:shall|will)$/.test(tokens.word(at))) return false;
  const verb = tokens.word(at + 1);
  const next = tokens.word(at + 2);
  if (verb === 'enter' || verb === 'come') return next === 'into';
  if (verb === 'remain') return next === 'in' || next === 'open';
  return verb === 'be' && /^(ratified|open|opened|subject|registered|deposited)$/.test(next);
}

/** “the date of entry into force of the Agreement”, “PURPOSE OF THE AGREEMENT” above an article: said of the text itself. */
export function isEntry(tokens: Tokens, at: number): boolean {
  if (tokens.word(at - 1) !== 'of') return false;
  if (tokens.cased && tokens.isAllCapitals(at) && tokens.isAllCapitals(at + 1)) return true;
  return (
    tokens.word(at - 2) === 'entry' || (tokens.word(at - 2) === 'force' && tokens.word(at - 4) === 'entry')
  );
}

/** “amendments to …⏎source: resolution MEPC.238(65) adopted on”: the decision right below the heading is the text itself. */
export function isAdoptingText(
  tokens: Tokens,
  { from, noun, own, via, facts }: Mention,
  heading: Heading | null,
): boolean {
  // “RESOLUTION⏎CD49.R17” above the title
  if (heading?.noun.kind === 'resolution' && noun.kind === 'resolution' && from < heading.from) return !own;
  if (own || heading?.noun.kind !== 'other' || noun.weight !== 'weak' || via !== 'title') return false;
  if (from < heading.to || from > heading.to + 6 || facts.length !== 1) return false;
  for (let i = heading.to; i < from; i += 1)
    if (tokens.kind(i) === WORD && !/^(source|src|by|imo|adopted|text|of|the)$/.test(tokens.word(i)))
      return false;
  return true;
}

/** “Article 1 of the Association Agreement on developing dialogue”, where that Agreement is defined: no title. */
export function isSmallSubject(tokens: Tokens, { via, tail }: Mention): boolean {
  if (via !== 'title' || !tail?.topic || tail.between || tail.signed !== undefined) return false;
  if (!tokens.cased) return /^(regarding|concerning|relating|respecting)$/.test(tokens.word(tail.topic.from));
  if (tail.dates.length > 0) return false;
  for (let i = tail.topic.from + 1; i < tail.topic.to; i += 1) if (tokens.isCapital(i)) return false;
  return true;
}

/** “article 24 of the Convention regarding the settlement of disputes”: a clause of the one that is defined, no title. */
export function isClauseOf(tokens: Tokens, { via, from, head, tail, facts }: Mention): boolean {
  if (
    via !== 'title' ||
    from !== head ||
    !tail?.topic ||
    tail.between ||
    tail.dates.length > 0 ||
    tail.number !== null
  )
    return false;
  if (facts.some((one) => one.keys !== undefined)) return false;
  if (tokens.word(head - 1) !== 'the' || !/^(of|to)$/.test(tokens.word(head - 2))) return false;
  if (!/^(regarding|concerning|relating|respecting)$/.test(tokens.word(tail.topic.from))) return false;
  if (
    !/\d|^[ivx]+$|^\)$/.test(tokens.word(head - 3)) &&
    !/^(provisions|articles|article|annex|appendix|schedule)$/.test(tokens.word(head - 3))
  )
    return false;
  for (let i = tail.topic.from; i < tail.topic.from + 4; i += 1) if (tokens.isCapital(i)) return false;
  return true;
}

/** “Desiring to conclude a convention on …” in a preamble: it is this one. */
export function isOwnPlan(mention: Mention, heading: Heading): boolean {
  return (
    (mention.noun.kind === heading.noun.kind ||
      (SAME_RANK.has(mention.noun.kind) && SAME_RANK.has(heading.noun.kind))) &&
    (mention.from < heading.to + 600 || mention.facts[0]?.core === heading.facts.core)
  );
}

/** Fewer words than this may be another one's. */
const ENOUGH = 3;

/** “Parties to the Treaty on the sea-bed and the ocean floor”: some words of the text's own title, nothing else. */
export function isOwnInShort({ via, own, noun, facts }: Mention, heading: Heading): boolean {
  const [one] = facts;
  if (via !== 'title' || own || facts.length !== 1 || one?.core === undefined) return false;
  if (one.keys !== undefined || one.signed !== undefined || one.parties !== undefined) return false;
  if (noun.weight !== 'strong' || noun.kind !== heading.noun.kind || heading.facts.core === undefined)
    return false;
  // Of two that have the same words the other one may be meant.
  if (heading.parents.some(({ kind }) => kind === noun.kind)) return false;
  if (/supplement|additional|amend|revis|interim/i.test(heading.title)) return false;
  const words = one.core.split(' ').slice(1);
  const all = new Set(heading.facts.core.split(' '));
  return words.length >= ENOUGH && words.length < all.size - 1 && words.every((word) => all.has(word));
}

export function singular(word: string): string {
  return word.endsWith('s') && word.length > 3 ? word.slice(0, -1) : word;
}
