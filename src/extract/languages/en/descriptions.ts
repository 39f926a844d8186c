/** Agreements that are named by less than a title: planned ones, protocols “thereto”, the further numbers of a list. */
import type { Anaphor } from '../../draft.ts';
import type { Ground } from './ground.ts';
import type { KindNoun } from './kinds.ts';
import type { Lead } from './leads.ts';
import { type Mention, mentionOf } from './mentions.ts';
import type { PhraseHit } from './phrases.ts';
import { readTail } from './tails.ts';
import { factsOf, titleOf } from './titles.ts';
import { NUMBER, type Tokens } from './tokens.ts';

const PLANS: ReadonlySet<string> = new Set(
  'conclude conclusion concluding negotiate negotiating negotiation negotiations elaborate elaborating elaboration prepare preparing preparation draft drafting adoption establish establishing towards sign signing finalize finalise draw drawing'.split(
    ' ',
  ),
);

/** “the early conclusion of a protocol on water”: asked for, not there. */
export function planned(ground: Ground, hit: PhraseHit<KindNoun>, lead: Lead): Mention | null {
  const { tokens } = ground;
  if (hit.value.plural || hit.value.weight !== 'strong') return null;
  const indefinite = /^(a|an)$/.test(tokens.word(lead.determiner));
  if (!indefinite && lead.determiner >= 0) return null;
  let plan = indefinite ? lead.determiner - 1 : -1;
  if (/^(?:of|on|for|over|towards|regarding)$/.test(tokens.word(plan))) plan -= 1;
  const tail = readTail(ground, hit.from, hit.value, hit.to, tokens.length, false);
  if (!PLANS.has(tokens.word(plan)) && !isToBeMade(tokens, tail.end)) return null;
  if (!tail.topic || tail.dates.length > 0) return null;
  const facts = factsOf(ground, lead.from, tail.end, tail, hit.value, []).map((one) => ({
    ...one,
    prospective: true,
  }));
  return mentionOf({
    from: indefinite ? lead.determiner : lead.from,
    to: tail.end,
    head: hit.from,
    noun: hit.value,
    via: 'description',
    rule: 'en/planned',
    confidence: 0.7,
    facts,
    tail,
  });
}

/** “a separate agreement on customs shall be signed” */
function isToBeMade(tokens: Tokens, at: number): boolean {
  return (
    /^(?:shall|will|should|to)$/.test(tokens.word(at)) &&
    tokens.word(at + 1) === 'be' &&
    /^(?:signed|concluded|negotiated|elaborated|prepared|drafted)$/.test(tokens.word(at + 2))
  );
}

/** “the Convention … and the Optional Protocol thereto” */
export function protocolThereto({ tokens }: Ground, hit: PhraseHit<KindNoun>, lead: Lead): Mention {
  const name = titleOf(tokens, lead.from, hit.to);
  const anaphor: Anaphor = {
    reach: 'before',
    count: 1,
    kinds: ['treaty', 'convention', 'agreement', 'covenant', 'charter'],
    child: { kind: hit.value.kind, title: `${name} to the %` },
  };
  return mentionOf({
    from: lead.from,
    to: hit.to + 1,
    head: hit.from,
    noun: hit.value,
    via: 'description',
    rule: 'en/thereto',
    confidence: 0.85,
    facts: [],
    tail: null,
    anaphor,
  });
}

/** “the Convention, signed at Ottawa, January 29, 1937”: no other than the one of that day. */
export function signedThen(
  { tokens }: Ground,
  hit: PhraseHit<KindNoun>,
  lead: Lead,
  signed: string,
): Mention {
  const { kind } = hit.value;
  const title = titleOf(tokens, hit.from, hit.to);
  return mentionOf({
    from: lead.determiner,
    to: hit.to,
    head: hit.from,
    noun: hit.value,
    via: 'description',
    rule: 'en/description',
    confidence: 0.85,
    facts: [{ title, kind, signed, core: `${kind} of ${signed}` }],
    tail: null,
  });
}

/** “ILO Conventions Nos. 29, 105 and 138”: the further numbers. */
function byNumbers(tokens: Tokens, first: Mention): Mention[] {
  const found: Mention[] = [];
  const number = first.tail?.number ?? '';
  for (let at = first.to; ; ) {
    if (tokens.isMark(at, ',')) at += 1;
    if (tokens.word(at) === 'and') at += 1;
    if (at === (found.at(-1) ?? first).to || tokens.kind(at) !== NUMBER || number === '') return found;
    const put = (text: string) => text.replace(number, tokens.word(at));
    const facts = first.facts.slice(0, 1).map(({ kind, title = '', core = '' }) => ({
      ...(kind === undefined ? {} : { kind }),
      title: put(title),
      core: put(core),
    }));
    found.push({ ...first, from: at, to: at + 1, facts });
    at += 1;
  }
}

/** “WHA36.12 on alcohol: national policies, WHA42.20”: behind what a colon adds to a title, where the same body's next number follows. */
function overSubtitle(tokens: Tokens, { from, head, to }: Mention): number {
  if (tokens.word(to) !== ':') return to;
  const code = tokens.word(from === head ? head + 1 : from);
  for (let i = to + 1; i < to + 16 && tokens.kind(i) !== NUMBER; i += 1)
    if (tokens.word(i) === code) return /^(?:,|and)$/.test(tokens.word(i - 1)) ? i - 1 : to;
  return to;
}

/** “resolutions WHA66.8 on the action plan, WHA55.10 on …, and EM/RC57/R.3”: the further numbers of a list. */
export function listed(ground: Ground, first: Mention): Mention[] {
  const { tokens } = ground;
  const { noun, head } = first;
  if (tokens.word(head + 1) === 'nos') return byNumbers(tokens, first);
  const found: Mention[] = [];
  if (noun.kind !== 'resolution' && noun.kind !== 'other') return found;
  if (!noun.plural && !first.tail?.number?.includes('/')) return found;
  for (let last = first; last.tail?.number; ) {
    last.to = overSubtitle(tokens, last);
    let at = last.to;
    if (tokens.word(at) === ',') at += 1;
    if (tokens.word(at) === 'and') at += 1;
    if (at === last.to) break;
    const tail = readTail(ground, head, noun, at, tokens.length, false);
    if (tail.number === null || !/\d/.test(tail.number) || tail.number.length < 3) break;
    const facts = factsOf(ground, at, tail.end, tail, noun, []).slice(0, 1);
    last = { ...first, from: at, to: tail.end, facts, tail };
    found.push(last);
  }
  return found;
}
