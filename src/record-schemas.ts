/** JSON schemas of the records that come in or go out: derived from the vocabulary where it says what may be. */
import Type, { type TSchema } from 'typebox';
import { AGREEMENT_KINDS, CITING_TYPES, NODE_LABELS, RELATIONSHIP_TYPES } from '../graph/vocabulary.ts';

const words = (list: readonly string[], options: object = {}) =>
  Type.Unsafe<string>({ type: 'string', enum: [...list], ...options });
const texts = Type.Array(Type.String());
const some = <T extends TSchema>(schema: T) => Type.Optional(schema);
const offset = Type.Integer({ minimum: 0, description: 'In UTF-16 code units of the original text.' });
const confidence = Type.Number({ minimum: 0, maximum: 1 });

export const MENTION_TYPES = [
  'agreement',
  'state',
  'organization',
  'person',
  'place',
  'date',
  'provision',
] as const;

export const MentionSchema = Type.Object({
  id: Type.String({ minLength: 1 }),
  type: words(MENTION_TYPES),
  start: offset,
  end: offset,
  text: Type.String(),
  entities: texts,
  via: some(words(['title', 'name', 'description', 'anaphor', 'definition'])),
  rule: Type.String(),
  confidence,
  unresolved: some(Type.String()),
  candidates: some(texts),
});

/** Ids of two types are never the same. */
const entity = (type: string, fields: Record<string, TSchema>, prefix = type) =>
  Type.Object({ id: Type.String({ pattern: `^${prefix}:.` }), type: Type.Literal(type), ...fields });

/** Each type of entity by its name. */
export const ENTITY_SCHEMAS: Readonly<Record<(typeof MENTION_TYPES)[number], TSchema>> = {
  agreement: entity(
    'agreement',
    {
      title: Type.String(),
      kind: words(AGREEMENT_KINDS),
      signed: some(Type.String()),
      parties: some(texts),
      status: words(['concluded', 'prospective']),
      place: some(Type.String()),
      signatories: some(
        Type.Array(
          Type.Object({ person: Type.String(), party: some(Type.String()), office: some(Type.String()) }),
        ),
      ),
      in_force: some(Type.String()),
      ended: some(Type.String()),
      adopted_by: some(Type.String()),
      depositary: some(Type.String()),
      authentic_languages: some(texts),
      core: some(Type.String()),
      names: some(Type.Record(Type.String(), texts)),
      authority: some(Type.String()),
    },
    'agr',
  ),
  state: entity('state', { code: Type.String(), name: Type.String() }),
  organization: entity(
    'organization',
    {
      name: Type.String(),
      authority: some(Type.String()),
      organ_of: some(Type.String()),
    },
    'org',
  ),
  person: entity('person', { name: Type.String() }),
  place: entity('place', { name: Type.String(), authority: some(Type.String()) }),
  date: entity('date', { edtf: Type.String() }),
  provision: entity('provision', { agreement: Type.String(), label: Type.String(), number: Type.String() }),
};

const RelationSchema = Type.Object({
  type: words(CITING_TYPES.map((type) => type.toLowerCase())),
  from: Type.String(),
  to: Type.String(),
  mentions: texts,
  evidence: Type.Object({ start: offset, end: offset }),
  prospective: Type.Boolean(),
  rule: Type.String(),
  confidence,
});

/** A line of `stemma extract`; entities are checked one by one against ENTITY_SCHEMAS. */
export const ExtractionSchema = Type.Object({
  document: Type.Object({
    id: Type.String({ pattern: '^doc:[0-9a-f]{16}$' }),
    source: Type.String(),
    sha256: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    language: Type.String(),
    length: Type.Integer({ minimum: 0 }),
  }),
  instrument: Type.Union([Type.Object({ entity: Type.String() }), Type.Null()]),
  mentions: Type.Array(MentionSchema),
  entities: Type.Array(Type.Object({ id: Type.String(), type: words(MENTION_TYPES) })),
  relations: Type.Array(RelationSchema),
  sentences: some(Type.Array(Type.Object({ start: offset, end: offset, text: Type.String() }))),
});

const PropertiesSchema = Type.Record(
  Type.String(),
  Type.Union([
    Type.String(),
    Type.Number(),
    Type.Boolean(),
    Type.Array(Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
  ]),
  { description: 'Plain values or lists of plain values.' },
);

export const NodeSchema = Type.Object({
  id: Type.String(),
  label: words(Object.keys(NODE_LABELS)),
  properties: PropertiesSchema,
});

export const EdgeSchema = Type.Object({
  id: Type.String(),
  type: words(Object.keys(RELATIONSHIP_TYPES)),
  from: Type.String(),
  to: Type.String(),
  properties: PropertiesSchema,
});
