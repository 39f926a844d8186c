/** Phrases that take an agreement as ground: “pursuant to”, “in accordance with”, “under”, “on the basis of”. */
import { FLAG } from './lexicon.ts';
import { type Tokens, WORD } from './tokens.ts';

type Phrase = Readonly<{ rule: string; confidence: number; before?: RegExp; next?: RegExp }>;

const WITH = /^with$/;
const OF = /^of$/;
const AS = /^as$/;
const BY_IN = /^(?:by|in|under|for)$/;

/** By the word that the rest is read from. */
const PHRASES: ReadonlyMap<string, Phrase> = new Map(
  Object.entries<Phrase>({
    pursuant: { rule: 'pursuant-to', confidence: 0.85, next: /^to$/ },
    pursuance: { rule: 'in-pursuance-of', confidence: 0.85, next: OF },
    accordance: { rule: 'in-accordance-with', confidence: 0.85, next: WITH },
    conformity: { rule: 'in-accordance-with', confidence: 0.85, next: /^(?:with|to)$/ },
    keeping: { rule: 'in-accordance-with', confidence: 0.85, next: WITH },
    compliance: { rule: 'in-accordance-with', confidence: 0.85, next: WITH },
    line: { rule: 'in-line-with', confidence: 0.8, before: /^in$/, next: WITH },
    consistent: { rule: 'consistent-with', confidence: 0.75, next: WITH },
    under: { rule: 'under', confidence: 0.7 },
    virtue: { rule: 'by-virtue-of', confidence: 0.85, next: OF },
    basis: { rule: 'on-the-basis-of', confidence: 0.85, next: OF },
    regard: { rule: 'having-regard-to', confidence: 0.85, before: /^having$/, next: /^to$/ },
    based: { rule: 'based-on', confidence: 0.85, next: /^(?:on|upon)$/ },
    proceeding: { rule: 'proceeding-from', confidence: 0.8, next: /^from$/ },
    guided: { rule: 'guided-by', confidence: 0.85, next: /^by$/ },
    guidance: { rule: 'guided-by', confidence: 0.85, before: /^taking$/, next: /^from$/ },
    inspired: { rule: 'inspired-by', confidence: 0.75, next: /^by$/ },
    framework: { rule: 'within-the-framework-of', confidence: 0.7, before: /^the$/, next: OF },
    spirit: { rule: 'in-the-spirit-of', confidence: 0.7, before: /^(?:the|and)$/, next: OF },
    provided: { rule: 'as-provided-in', confidence: 0.75, before: AS, next: BY_IN },
    required: { rule: 'as-provided-in', confidence: 0.75, before: AS, next: BY_IN },
    stipulated: { rule: 'as-provided-in', confidence: 0.75, before: AS, next: BY_IN },
    prescribed: { rule: 'as-provided-in', confidence: 0.75, before: AS, next: BY_IN },
    envisaged: { rule: 'as-provided-in', confidence: 0.75, before: AS, next: BY_IN },
  }),
);

export const GROUNDS: readonly string[] = [...PHRASES.keys()];

/** “under” governs what is near: it has other meanings. */
const NEAR = 9;

/** The phrase at a token that takes the mention that begins at `from` as ground. */
export function groundAt(tokens: Tokens, at: number, from: number): Phrase | null {
  const phrase = PHRASES.get(tokens.word(at));
  if (!phrase) return null;
  if (phrase.next && !phrase.next.test(tokens.word(at + 1))) return takenAsBasis(tokens, at, phrase);
  if (phrase.before && !phrase.before.test(tokens.word(at - 1))) return null;
  if (!phrase.next && from - at >= NEAR) return null;
  return reachesFrom(tokens, at + 2, from) ? phrase : null;
}

/** “taking as a basis the Treaty” */
function takenAsBasis(tokens: Tokens, at: number, phrase: Phrase): Phrase | null {
  return tokens.word(at) === 'basis' && tokens.word(at - 2) === 'as' ? phrase : null;
}

/** Whether nothing else is governed between: “on the basis of the Judgment … by the two Treaties” is no basis in them. */
function reachesFrom(tokens: Tokens, start: number, from: number): boolean {
  let strangers = 0;
  for (let i = start; i < from; i += 1) {
    const word = tokens.word(i);
    if (word === 'by' || word === 'which' || word === 'that' || tokens.is(i, FLAG.FINITE)) return false;
    if (!BETWEEN_OK.has(word) && tokens.kind(i) === WORD) strangers += 1;
  }
  return strangers <= 5;
}

/** Words that may stand between what governs and the agreement: its parts, and what is done with it. */
export const BETWEEN_OK: ReadonlySet<string> = new Set(
  `the of to a an and or in on for by at article articles paragraph annex provisions provision principles purposes obligations
  terms commitment commitments said above its their all certain following with from appendix section chapter importance adherence
  respect , ( ) ' s no this as such both upon objectives goals signing signature conclusion adoption ratification entry into force
  validity duration period operation full strict early effective prompt successful existing relevant letter spirit out effect
  themselves itself over need attach attaches arising contained enshrined embodied set forth laid down joint decision join accede accession`.split(
    /\s+/,
  ),
);
