/** The nouns that agreements are called by. */
import type { AgreementKind } from '../../../../graph/vocabulary.ts';
import { FLAG, type Lexicon } from './lexicon.ts';
import { Phrases } from './phrases.ts';

/**
 * How much it takes for a noun to name an agreement: `strong` ones do by themselves (treaty, convention);
 * `weak` ones mean other things too and need a title, a number or a date (decision, declaration, act); `own` ones
 * are read only where a text speaks of itself (“this statement”).
 */
type Weight = 'strong' | 'weak' | 'own';
export type KindNoun = Readonly<{ kind: AgreementKind; plural: boolean; weight: Weight }>;

/** Kind, weight, one, several; phrases divided by bars. */
const NOUNS: readonly (readonly [AgreementKind, Weight, string, string])[] = [
  ['treaty', 'strong', 'treaty', 'treaties'],
  ['convention', 'strong', 'convention', 'conventions'],
  ['protocol', 'strong', 'protocol', 'protocols'],
  [
    'agreement',
    'strong',
    'agreement|articles of agreement|arrangement|accord|compact',
    'agreements|arrangements|accords',
  ],
  ['agreement', 'weak', 'agreed minute|agreed record', 'agreed minutes'],
  ['covenant', 'strong', 'covenant', 'covenants'],
  ['charter', 'strong', 'charter', 'charters'],
  ['pact', 'strong', 'pact', 'pacts'],
  ['statute', 'weak', 'statute|statutes', ''],
  ['declaration', 'weak', 'declaration|joint declaration', 'declarations|joint declarations'],
  ['memorandum', 'strong', 'memorandum of understanding|mou', 'memoranda of understanding|mous'],
  ['memorandum', 'weak', 'memorandum', 'memoranda|memorandums'],
  [
    'exchange-of-notes',
    'strong',
    'exchange of notes|exchange of letters|exchange of note|exchange of letter',
    'exchanges of notes|exchanges of letters',
  ],
  ['final-act', 'strong', 'final act|general act', 'final acts'],
  ['joint-statement', 'strong', 'joint statement', 'joint statements'],
  ['joint-communique', 'strong', 'joint communique|joint communiqué', 'joint communiques|joint communiqués'],
  ['joint-statement', 'own', 'statement', ''],
  ['joint-communique', 'own', 'communique|communiqué', ''],
  ['resolution', 'weak', 'resolution', 'resolutions'],
  ['programme', 'weak', 'programme of action|plan of action|action plan|action programme', 'plans of action'],
  ['other', 'strong', 'additional act', 'additional acts'],
  [
    'other',
    'weak',
    'decision|constitution|act|recommendation|modus vivendi|code of conduct',
    'decisions|recommendations',
  ],
];

/** Nouns of changes and parts (“Amendments to the Convention …”), which a heading may begin with. */
export const CHANGE_NOUNS: ReadonlySet<string> = new Set(
  `amendment amendments adjustment adjustments addition additions modification modifications revision supplement annex annexes
  appendix appendices schedule rectification corrections additive accession denunciation declaration principles guidelines`.split(
    /\s+/,
  ),
);

/** A trie of the nouns; marks their first words. */
export function makeKinds(lexicon: Lexicon): Phrases<KindNoun> {
  const kinds = new Phrases<KindNoun>(lexicon, FLAG.KIND);
  for (const [kind, weight, one, several] of NOUNS) {
    for (const phrase of one.split('|')) kinds.add(phrase, { kind, weight, plural: false });
    for (const phrase of several === '' ? [] : several.split('|'))
      kinds.add(phrase, { kind, weight, plural: true });
  }
  return kinds;
}
