/**
 * What may be said in the graph: labels, relationship types, properties. Everything that needs to know
 * (constraints, indexes, checks, exports, legend, documentation) derives from this file.
 */

/** Languages that names and display texts come in. */
export const LANGUAGES = ['zh', 'en', 'ru', 'fr', 'es'] as const;
export type LanguageCode = (typeof LANGUAGES)[number];

/** A text for people, in the languages of the interface. */
export type Display = Readonly<{ en: string; zh: string }>;

/** The kinds of agreement. */
export const AGREEMENT_KINDS = [
  'treaty',
  'agreement',
  'convention',
  'charter',
  'protocol',
  'joint-statement',
  'joint-communique',
  'declaration',
  'memorandum',
  'exchange-of-notes',
  'resolution',
  'final-act',
  'programme',
  'statute',
  'covenant',
  'pact',
  'other',
] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

/** How many of a thing a property holds, and of what. */
export type PropertyType =
  | 'string'
  | 'integer'
  | 'float'
  | 'boolean'
  | 'strings'
  | 'integers'
  | 'floats'
  | 'booleans';
export type PropertyValue =
  | string
  | number
  | boolean
  | readonly string[]
  | readonly number[]
  | readonly boolean[];

export type PropertyDefinition = Readonly<{
  type: PropertyType;
  definition: string;
  /** Whether a lookup by this property must be quick. */
  indexed?: true;
}>;
type Properties = Readonly<Record<string, PropertyDefinition>>;

const EVERY_NODE = {
  id: { type: 'string', definition: 'Unique; made from the document and the authorities alone.' },
  name: {
    type: 'string',
    definition: 'For a person to read; the same in any order of documents.',
  },
  names: { type: 'strings', definition: 'All names, in all languages.' },
  name_zh: { type: 'string', definition: 'The name to show in Chinese, where one is known.' },
  name_en: { type: 'string', definition: 'The name to show in English, where one is known.' },
  name_ru: { type: 'string', definition: 'The name to show in Russian, where one is known.' },
  name_fr: { type: 'string', definition: 'The name to show in French, where one is known.' },
  name_es: { type: 'string', definition: 'The name to show in Spanish, where one is known.' },
} as const satisfies Properties;

const TIME_BOUNDS = {
  earliest: { type: 'integer', definition: 'First day that the date can mean, YYYYMMDD.', indexed: true },
  latest: { type: 'integer', definition: 'Last day that the date can mean, YYYYMMDD.' },
} as const satisfies Properties;

/** Node labels. `figure` marks what the lineage is made of; the rest is its ground. */
export const NODE_LABELS = {
  Agreement: {
    definition: 'Any treaty-like text, whatever its title; `kind` says which.',
    display: { en: 'Agreement', zh: '协定' },
    properties: {
      ...EVERY_NODE,
      title: { type: 'string', definition: 'As the text has it, without title marks, spacing tidied.' },
      kind: { type: 'string', definition: 'One of AGREEMENT_KINDS.', indexed: true },
      status: { type: 'string', definition: '`concluded`, or `prospective`: asked for or planned.' },
      signed: { type: 'string', definition: 'Date of signature, EDTF.' },
      ...TIME_BOUNDS,
      authority: { type: 'string', definition: 'Key in seed/authorities, when linked.' },
      aliases: { type: 'strings', definition: 'Ids that were merged into this one.' },
    },
  },
  State: {
    definition: 'A state, present or former.',
    display: { en: 'State', zh: '国家' },
    properties: {
      ...EVERY_NODE,
      code: { type: 'string', definition: 'ISO 3166-1 alpha-3, or ISO 3166-3 alpha-3.' },
    },
  },
  Organization: {
    definition: 'An international organization, an organ of one, a conference or a commission.',
    display: { en: 'Organization', zh: '国际组织' },
    properties: {
      ...EVERY_NODE,
      authority: { type: 'string', definition: 'Key in seed/authorities, when linked.' },
    },
  },
  Person: {
    definition: 'A natural person.',
    display: { en: 'Person', zh: '人物' },
    properties: { ...EVERY_NODE },
  },
  Place: {
    definition: 'A city, region, sea, river or territory.',
    display: { en: 'Place', zh: '地点' },
    properties: { ...EVERY_NODE },
  },
  Date: {
    definition: 'A calendar date, as precise as the text gives it.',
    display: { en: 'Date', zh: '日期' },
    properties: {
      ...EVERY_NODE,
      edtf: { type: 'string', definition: 'Extended Date/Time Format (ISO 8601-2).', indexed: true },
      ...TIME_BOUNDS,
    },
  },
  Provision: {
    definition: 'An article, chapter, paragraph or annex of an agreement.',
    display: { en: 'Provision', zh: '条款' },
    properties: {
      ...EVERY_NODE,
      label: { type: 'string', definition: 'As written.' },
      number: { type: 'string', definition: 'Normalised: `chapter-8`, `article-51/paragraph-2`, `annex-1`.' },
    },
  },
  Document: {
    definition: 'One text that was read.',
    display: { en: 'Document', zh: '文本' },
    properties: {
      ...EVERY_NODE,
      sources: { type: 'strings', definition: 'Where its bytes were found.' },
      sha256: { type: 'string', definition: 'Of the file’s bytes.' },
      language: { type: 'string', definition: 'ISO 639-1 code.' },
      length: { type: 'integer', definition: 'In UTF-16 code units.' },
      extractor: { type: 'string', definition: 'Version of Stemma that read it.' },
    },
  },
  Mention: {
    definition: 'One span of a document that names something.',
    display: { en: 'Mention', zh: '提及' },
    properties: {
      ...EVERY_NODE,
      type: { type: 'string', definition: 'Type of what is mentioned.' },
      text: { type: 'string', definition: 'The span, exactly as it stands in the original.' },
      start: { type: 'integer', definition: 'In UTF-16 code units of the original text.' },
      end: { type: 'integer', definition: 'In UTF-16 code units; half open.' },
      sentence: { type: 'string', definition: 'The sentence around it.' },
      via: { type: 'string', definition: 'title, name, description, anaphor or definition.' },
      rule: { type: 'string', definition: 'The rule that found it.' },
      confidence: { type: 'float', definition: '0 to 1.' },
      unresolved: { type: 'string', definition: 'Why it leads to no entity.' },
      candidates: { type: 'strings', definition: 'Ids of what it may mean.' },
    },
  },
} as const satisfies Record<string, { definition: string; display: Display; properties: Properties }>;
export type NodeLabel = keyof typeof NODE_LABELS;

/** Families of relationship: how the page draws them. */
export const EDGE_FAMILIES = {
  keeps: { display: { en: 'keeps to it', zh: '恪守' } },
  changes: { display: { en: 'changes it', zh: '变更' } },
  looks_ahead: { display: { en: 'looks ahead', zh: '展望' } },
  names: { display: { en: 'names it', zh: '提及' } },
  facts: { display: { en: 'facts', zh: '事实' } },
  provenance: { display: { en: 'provenance', zh: '出处' } },
} as const satisfies Record<string, { display: Display }>;
export type EdgeFamily = keyof typeof EDGE_FAMILIES;

const CITING_PROPERTIES = {
  documents: {
    type: 'strings',
    definition: 'Ids of the documents that say so; goes with `mentions` and `evidence`.',
  },
  mentions: { type: 'strings', definition: 'Ids of the mentions that it rests on.' },
  evidence: { type: 'strings', definition: 'The sentences; for an authority, its source.' },
  asserted_by: { type: 'strings', definition: '`text`, `authority` or both.' },
  confidence: { type: 'float', definition: '0 to 1; the highest of the evidence.' },
  prospective: { type: 'boolean', definition: 'The text speaks of something asked for or planned.' },
} as const satisfies Properties;

const FACT_PROPERTIES = {
  asserted_by: { type: 'strings', definition: '`text`, `authority` or both.' },
  documents: { type: 'strings', definition: 'Ids of the documents that say so.' },
  evidence: { type: 'strings', definition: 'The sentences or sources.' },
} as const satisfies Properties;

type EdgeDefinition = Readonly<{
  from: readonly NodeLabel[];
  to: readonly NodeLabel[];
  family: EdgeFamily;
  definition: string;
  display: Display;
  properties: Properties;
}>;

const citing = (family: EdgeFamily, definition: string, en: string, zh: string) =>
  ({
    from: ['Agreement', 'Document'],
    to: ['Agreement'],
    family,
    definition,
    display: { en, zh },
    properties: CITING_PROPERTIES,
  }) as const satisfies EdgeDefinition;

const fact = <F extends readonly NodeLabel[], T extends readonly NodeLabel[]>(
  from: F,
  to: T,
  definition: string,
  en: string,
  zh: string,
) => ({ from, to, family: 'facts', definition, display: { en, zh }, properties: FACT_PROPERTIES }) as const;

const CITING = {
  REAFFIRMS: citing('keeps', 'Restates it or keeps to it.', 'reaffirms', '重申'),
  IMPLEMENTS: citing('keeps', 'Carries it out.', 'implements', '落实'),
  BASED_ON: citing('keeps', 'Takes it as ground.', 'is based on', '依据'),
  AMENDS: citing('changes', 'Changes it.', 'amends', '修改'),
  SUPPLEMENTS: citing('changes', 'Adds to it.', 'supplements', '补充'),
  EXTENDS: citing('changes', 'Prolongs it.', 'extends', '延长'),
  SUPERSEDES: citing('changes', 'Takes its place.', 'supersedes', '取代'),
  TERMINATES: citing('changes', 'Ends it.', 'terminates', '终止'),
  SUPPORTS: citing('looks_ahead', 'Welcomes it, values it, backs it.', 'supports', '支持'),
  CALLS_FOR: citing(
    'looks_ahead',
    'Asks that it be concluded, joined, ratified or brought into force.',
    'calls for',
    '呼吁',
  ),
  CITES: citing('names', 'Names it and says nothing stronger.', 'cites', '提及'),
} as const;
export type CitingType = keyof typeof CITING;

/** Relationship types: from → to, family, definition, display, properties. */
export const RELATIONSHIP_TYPES = {
  ...CITING,
  HAS_PARTY: fact(['Agreement'], ['State', 'Organization'], 'Is bound by it.', 'has party', '缔约方'),
  SIGNED_ON: fact(['Agreement'], ['Date'], 'When it was signed.', 'signed on', '签署日期'),
  IN_FORCE_ON: fact(['Agreement'], ['Date'], 'From when it binds.', 'in force on', '生效日期'),
  ENDED_ON: fact(['Agreement'], ['Date'], 'When it ended.', 'ended on', '终止日期'),
  SIGNED_AT: fact(['Agreement'], ['Place'], 'Where it was signed.', 'signed at', '签署地点'),
  SIGNED_BY: {
    ...fact(['Agreement'], ['Person'], 'Who signed it.', 'signed by', '签署人'),
    properties: {
      ...FACT_PROPERTIES,
      party: { type: 'string', definition: 'State code or organization id that was signed for.' },
      office: { type: 'string', definition: 'Office of the signatory, as written.' },
    },
  },
  REPRESENTS: fact(['Person'], ['State', 'Organization'], 'Signed for it.', 'represents', '代表'),
  ADOPTED_BY: fact(
    ['Agreement'],
    ['Organization', 'State'],
    'The body that adopted it.',
    'adopted by',
    '通过机构',
  ),
  DEPOSITED_WITH: fact(
    ['Agreement'],
    ['Organization', 'State'],
    'Keeper of the original.',
    'deposited with',
    '保存机关',
  ),
  MENTIONS: {
    from: ['Agreement', 'Document'],
    to: ['State', 'Organization', 'Person', 'Place', 'Date'],
    family: 'names',
    definition: 'Names it.',
    display: { en: 'mentions', zh: '提到' },
    properties: {
      count: { type: 'integer', definition: 'How often.' },
      documents: { type: 'strings', definition: 'Ids of the documents in which.' },
    },
  },
  CITES_PROVISION: {
    from: ['Agreement', 'Document'],
    to: ['Provision'],
    family: 'names',
    definition: 'Cites one provision of another agreement.',
    display: { en: 'cites provision', zh: '援引条款' },
    properties: CITING_PROPERTIES,
  },
  HAS_PROVISION: fact(
    ['Agreement'],
    ['Provision'],
    'The provision is part of it.',
    'has provision',
    '包含条款',
  ),
  ORGAN_OF: fact(['Organization'], ['Organization'], 'Is an organ of it.', 'organ of', '隶属于'),
  SUCCESSOR_OF: fact(
    ['State', 'Organization'],
    ['State', 'Organization'],
    'Took its place.',
    'successor of',
    '继承',
  ),
  TEXT_OF: {
    from: ['Document'],
    to: ['Agreement'],
    family: 'provenance',
    definition: 'Holds its text.',
    display: { en: 'text of', zh: '文本' },
    properties: {},
  },
  FOUND_IN: {
    from: ['Mention'],
    to: ['Document'],
    family: 'provenance',
    definition: 'Stands in it.',
    display: { en: 'found in', zh: '见于' },
    properties: {},
  },
  REFERS_TO: {
    from: ['Mention'],
    to: ['Agreement', 'State', 'Organization', 'Person', 'Place', 'Date', 'Provision'],
    family: 'provenance',
    definition: 'Means it.',
    display: { en: 'refers to', zh: '指称' },
    properties: {},
  },
} as const satisfies Record<string, EdgeDefinition>;
export type RelationshipType = keyof typeof RELATIONSHIP_TYPES;

/** The relationship types that lineage is made of. */
export const CITING_TYPES = Object.keys(CITING) as readonly CitingType[];

/** A citing type as extraction output writes it: lower case. */
export type RelationType = Lowercase<CitingType>;

/** What is done to an agreement: it is changed, added to, prolonged, replaced or ended. */
export const CHANGES: ReadonlySet<RelationType> = new Set<RelationType>([
  'amends',
  'supplements',
  'extends',
  'supersedes',
  'terminates',
]);
