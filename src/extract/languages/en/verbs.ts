/** The verbs and nouns that say what is done to an agreement, by their forms. */
import type { RelationType } from '../../../../graph/vocabulary.ts';
import { FLAG } from './lexicon.ts';
import type { Tokens } from './tokens.ts';

export type Stem = Readonly<{ type: RelationType; confidence: number }>;

const FORMS: readonly (readonly [RelationType, number, string])[] = [
  [
    'amends',
    0.85,
    'amend amends amended amending amendment amendments adjustment adjustments added inserted deleted',
  ],
  ['amends', 0.8, 'modify modifies modified modifying modification'],
  ['amends', 0.75, 'adapt adapts adapted adapting revise revises revised revising revision'],
  [
    'supersedes',
    0.9,
    'replace replaces replaced replacing supersede supersedes superseded superseding replacement place',
  ],
  ['supersedes', 0.6, 'substitute substituted'],
  [
    'terminates',
    0.85,
    `abrogate abrogates abrogated abrogating repeal repeals repealed terminate terminates terminated terminating termination
    annul annulled cancel cancels cancelled rescind rescinds rescinded`,
  ],
  ['terminates', 0.6, 'suspend suspends suspended suspending'],
  [
    'extends',
    0.75,
    'extend extends extended extending extension prolong prolongs prolonged prolonging renew renews renewed renewing',
  ],
  [
    'supplements',
    0.85,
    'supplement supplements supplemented supplementing supplementary complement complements complementing amplify amplifies amplifying integral inseparable',
  ],
  ['reaffirms', 0.9, 'reaffirm reaffirms reaffirmed reaffirming confirm confirms confirmed confirming'],
  [
    'reaffirms',
    0.85,
    'reiterate reiterated reiterating commitment committed recommitted fidelity faithful adherence allegiance',
  ],
  [
    'reaffirms',
    0.7,
    `abide abides abiding adhere adheres adhering observe observing observance comply complying compliance respect
    respecting honour honouring uphold upholds upholding`,
  ],
  [
    'implements',
    0.85,
    'implement implements implemented implementing implementation execution fulfil fulfilment carry carries carrying effect',
  ],
  ['implements', 0.7, 'application applying'],
  [
    'supports',
    0.8,
    `welcome welcomes welcomed welcoming support supports supported supporting endorse endorses endorsed endorsing
    appreciation appreciate appreciates appreciated satisfaction commend commends commended`,
  ],
  ['supports', 0.7, 'importance significance'],
];

const STEMS: ReadonlyMap<string, Stem> = new Map(
  FORMS.flatMap(([type, confidence, words]) =>
    words.split(/\s+/).map((word) => [word, { type, confidence }] as const),
  ),
);

export const VERBS: readonly string[] = [...STEMS.keys()];

/** What a word does to the agreement that it governs; null where it does nothing. */
export function stemAt(tokens: Tokens, at: number): Stem | null {
  const word = tokens.word(at);
  const stem = STEMS.get(word);
  return stem && (ONLY.get(word)?.(tokens, at) ?? true) ? stem : null;
}

type Test = (tokens: Tokens, at: number) => boolean;

const isTo: Test = (tokens, at) => tokens.word(at + 1) === 'to';

/** Words that say it only beside others. */
const ONLY: ReadonlyMap<string, Test> = new Map(
  Object.entries<Test>({
    commitment: isTo,
    committed: isTo,
    recommitted: (tokens, at) => /^(?:to|themselves|itself)$/.test(tokens.word(at + 1)),
    fidelity: isTo,
    faithful: isTo,
    allegiance: isTo,
    // “their adherence to the Treaty”, not “an instrument of adherence to the Treaty”
    adherence: (tokens, at) =>
      isTo(tokens, at) && /^(?:their|its|strict|full|firm)$/.test(tokens.word(at - 1)),
    // “to respect the Treaty”, not “with respect to the Treaty”
    respect: (tokens, at) => /^(?:to|shall|will|must|fully|strictly)$/.test(tokens.word(at - 1)),
    carry: (tokens, at) => /^(?:out|into)$/.test(tokens.word(at + 1)),
    carries: (tokens, at) => /^(?:out|into)$/.test(tokens.word(at + 1)),
    carrying: (tokens, at) => /^(?:out|into)$/.test(tokens.word(at + 1)),
    effect: (tokens, at) =>
      isTo(tokens, at) && /^(?:give|gives|giving|given|full|practical)$/.test(tokens.word(at - 1)),
    // “to facilitate the application of the Treaty”, not “disputes about the application of the Treaty”
    application: (tokens, at) =>
      tokens.word(at + 1) === 'of' &&
      (tokens.word(at - 1) === 'in' ||
        /^(?:for|facilitate|ensure|improve|facilitating)$/.test(tokens.word(at - 2))),
    // “in replacement of the Treaty”, “shall take the place of the Treaty”
    replacement: (tokens, at) => tokens.word(at - 1) === 'in' && tokens.word(at + 1) === 'of',
    place: (tokens, at) => tokens.word(at + 1) === 'of' && /^takes?$/.test(tokens.word(at - 2)),
    applying: (tokens, at) => tokens.word(at - 1) !== 'of' && tokens.word(at - 1) !== 'from',
    suspend: isOfWhole,
    suspends: isOfWhole,
    suspended: isOfWhole,
    suspending: isOfWhole,
    // “the importance of”, “attach great importance to”
    importance: (tokens, at) =>
      tokens.word(at + 1) === 'of' ||
      /^attach(?:es|ed)?$/.test(tokens.word(at + 2)) ||
      (isTo(tokens, at) && /^(?:great|particular|high|special)$/.test(tokens.word(at - 1))),
    significance: (tokens, at) => tokens.word(at + 1) === 'of',
    integral: isPartOfOther,
    inseparable: isPartOfOther,
  }),
);

/** “to suspend the Treaty”, not “to suspend benefits under the Treaty” */
function isOfWhole(tokens: Tokens, at: number): boolean {
  const next = tokens.word(at + 1) === 'the' ? at + 2 : at + 1;
  return tokens.is(next, FLAG.KIND) || /^(?:application|operation|implementation)$/.test(tokens.word(next));
}

/** Nouns that leave it to a verb before them what is done: “reaffirming the importance of the Treaty”. */
export const LEAVES_TO_VERB: ReadonlySet<string> = new Set([
  'importance',
  'significance',
  'commitment',
  'adherence',
]);

/** “This Protocol shall form an integral part of the Treaty”; not what is said of some annex. */
function isPartOfOther(tokens: Tokens, at: number): boolean {
  if (tokens.word(at + 1) !== 'part' || tokens.word(at + 2) !== 'of') return false;
  for (let i = at - 1; i > at - 9; i -= 1)
    if (tokens.is(i, FLAG.KIND)) return /^(?:this|present)$/.test(tokens.word(i - 1));
  return false;
}
