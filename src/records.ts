/**
 * The records that pass between rooms. Offsets are UTF-16 code units of a document's original text, half open.
 */
import type {
  AgreementKind,
  NodeLabel,
  PropertyValue,
  RelationshipType,
  RelationType,
} from '../graph/vocabulary.ts';

export type Span = Readonly<{ start: number; end: number }>;

/** A document whose bytes were read. `text` is the original: nothing stripped. */
export type Document = Readonly<{
  /** `doc:` and the head of the sha256. */
  id: string;
  /** Path or name as given. */
  source: string;
  /** Of the file's bytes, hex. */
  sha256: string;
  /** ISO 639-1, or `und`. */
  language: string;
  text: string;
}>;

export type MentionType = 'agreement' | 'state' | 'organization' | 'person' | 'place' | 'date' | 'provision';
/** How an agreement is named. */
export type Via = 'title' | 'name' | 'description' | 'anaphor' | 'definition';

export type Mention = Readonly<{
  /** `m1`, `m2`, … in order of `start`. */
  id: string;
  type: MentionType;
  start: number;
  end: number;
  /** `original.slice(start, end)`. */
  text: string;
  /** Ids of entities; several for “the two agreements above”; none with `unresolved`. */
  entities: readonly string[];
  via?: Via;
  rule: string;
  /** 0 to 1. */
  confidence: number;
  unresolved?: string;
  candidates?: readonly string[];
}>;

export type Signatory = Readonly<{ person: string; party?: string; office?: string }>;

export type AgreementEntity = Readonly<{
  id: string;
  type: 'agreement';
  title: string;
  kind: AgreementKind;
  /** EDTF, from this text alone. */
  signed?: string;
  /** State codes and organization ids, from this text alone. */
  parties?: readonly string[];
  status: 'concluded' | 'prospective';
  /** Id of a place entity's name as written. */
  place?: string;
  signatories?: readonly Signatory[];
  in_force?: string;
  ended?: string;
  adopted_by?: string;
  depositary?: string;
  authentic_languages?: readonly string[];
  /** What is left of the title without parties and form words: two ways of naming one agreement share it. */
  core?: string;
  /** Other titles that the text uses, by language. */
  names?: Readonly<Record<string, readonly string[]>>;
  /** Key in `seed/authorities`, when linked. */
  authority?: string;
}>;
export type StateEntity = Readonly<{ id: string; type: 'state'; code: string; name: string }>;
export type OrganizationEntity = Readonly<{
  id: string;
  type: 'organization';
  name: string;
  authority?: string;
  /** Id of an organization entity. */
  organ_of?: string;
}>;
export type PersonEntity = Readonly<{ id: string; type: 'person'; name: string }>;
export type PlaceEntity = Readonly<{ id: string; type: 'place'; name: string; authority?: string }>;
export type DateEntity = Readonly<{ id: string; type: 'date'; edtf: string }>;
export type ProvisionEntity = Readonly<{
  id: string;
  type: 'provision';
  /** Id of the agreement that it belongs to. */
  agreement: string;
  label: string;
  number: string;
}>;
export type Entity =
  | AgreementEntity
  | StateEntity
  | OrganizationEntity
  | PersonEntity
  | PlaceEntity
  | DateEntity
  | ProvisionEntity;

export type Relation = Readonly<{
  type: RelationType;
  /** Id of the document's instrument, or of the document where it is none. */
  from: string;
  to: string;
  mentions: readonly string[];
  evidence: Span;
  prospective: boolean;
  rule: string;
  confidence: number;
}>;

/** What `stemma extract` writes, one a line. */
export type Extraction = Readonly<{
  document: Readonly<{ id: string; source: string; sha256: string; language: string; length: number }>;
  instrument: Readonly<{ entity: string }> | null;
  mentions: readonly Mention[];
  entities: readonly Entity[];
  relations: readonly Relation[];
  /** The sentences that hold mentions, in order, so that the graph can show them without the document. */
  sentences: readonly Sentence[];
}>;
/** `text` is the original's, with line breaks and runs of spaces tidied. */
export type Sentence = Span & Readonly<{ text: string }>;

export type Properties = Readonly<Record<string, PropertyValue>>;
export type GraphNode = Readonly<{ id: string; label: NodeLabel; properties: Properties }>;
/** One for each from, type and to; its id is made of these three. */
export type GraphEdge = Readonly<{
  id: string;
  type: RelationshipType;
  from: string;
  to: string;
  properties: Properties;
}>;
/** Nodes and edges, each sorted by id; every edge's ends are among the nodes. */
export type Graph = Readonly<{ nodes: readonly GraphNode[]; edges: readonly GraphEdge[] }>;

/** The id of the edge of this type between these nodes. */
export function edgeId(from: string, type: RelationshipType, to: string): string {
  return `${from} ${type} ${to}`;
}
