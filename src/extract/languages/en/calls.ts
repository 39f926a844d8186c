/** What asks that an agreement be concluded, joined, ratified or brought into force. */
import type { CueHit } from './cues.ts';
import type { Tokens } from './tokens.ts';

/** What is asked for. */
const ASKED: ReadonlySet<string> = new Set(
  `accede acceding accession ratify ratifying ratification join joining conclude concluding conclusion become becoming force adhere
  adherence`.split(/\s+/),
);

export const CALLS: readonly string[] = [...ASKED];

/** Who asks: “urges”, “the early conclusion of”, “its intention to”. */
const ASKS: ReadonlySet<string> = new Set(
  `urge urges urged urging invite invites invited inviting call calls called calling appeal appeals appealed should encourage
  encourages encouraged encouraging hope hopes hoped early speedy recommend recommends recommended consider considering intention
  intends intend shall will would`.split(/\s+/),
);

/** Verbs that “shall” and “will” ask for themselves. */
const JOINS: ReadonlySet<string> = new Set(['accede', 'ratify', 'join', 'become', 'adhere']);

/** How far before the verb the asking may stand, in tokens. */
const REACH = 10;

/** “shall accede to”, “urges States to ratify”, “entry into force of … is hoped for”. */
export function callsFor(tokens: Tokens, at: number): CueHit | null {
  const word = tokens.word(at);
  if (!ASKED.has(word) || !isAsked(tokens, at)) return null;
  for (let i = at - 1; i > at - REACH && i >= 0; i -= 1) {
    const before = tokens.word(i);
    if (before === '.' || before === ';' || before === 'may') break;
    if (!ASKS.has(before)) continue;
    if (/^(?:shall|will|would)$/.test(before) && !JOINS.has(word)) continue;
    if (before === 'considering' && word !== 'accede') continue;
    return {
      type: 'calls_for',
      prospective: word === 'conclude' || word === 'conclusion',
      rule: 'en/calls-for',
      confidence: 0.8,
      at,
    };
  }
  if (
    word === 'accession' &&
    tokens.word(at + 1) === 'to' &&
    !isFormality(tokens, at) &&
    !isWelcomed(tokens, at)
  )
    return { type: 'calls_for', prospective: false, rule: 'en/accession-to', confidence: 0.6, at };
  return null;
}

/** “become parties to”, not “become an integral part of”; “adhere to” is asked of those that are called upon. */
function isAsked(tokens: Tokens, at: number): boolean {
  const word = tokens.word(at);
  if (word === 'become' || word === 'becoming')
    return /^(?:a|parties|party|members)$/.test(tokens.word(at + 1));
  if (word === 'ratification') return !/^instruments?$/.test(tokens.word(at - 2));
  if (word === 'adhere' || word === 'adherence')
    return !/^(?:shall|will|strictly)$/.test(tokens.word(at - 1)) && tokens.word(at + 1) === 'to';
  return true;
}

/** “They welcomed Norway's accession to the Convention” */
function isWelcomed(tokens: Tokens, at: number): boolean {
  for (let i = at - 1; i > at - 9; i -= 1)
    if (/^(?:welcom(?:e|es|ed|ing)|satisfaction)$/.test(tokens.word(i))) return true;
  return false;
}

/** “an instrument of ratification, acceptance or accession to the Convention” asks nothing. */
function isFormality(tokens: Tokens, at: number): boolean {
  for (let i = at - 1; i > at - 9; i -= 1)
    if (
      // “their accession to the Convention” is there already.
      /^(?:instrument|instruments|their|its|his|s|ratification|acceptance|approval|signature|application|article|withdrawal|date)$/.test(
        tokens.word(i),
      )
    )
      return true;
  return false;
}
