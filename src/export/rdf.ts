/**
 * The graph in RDF: which IRIs stand for nodes, edges, labels and properties. JSON-LD and Turtle both write this.
 *
 * - A node `agr:npt` is `urn:stemma:agr:npt`; what a URN cannot hold is percent-encoded. Its `id` is also its
 *   `dcterms:identifier`.
 * - A label, relationship type or property is `urn:stemma:vocabulary:NAME`, unless `KNOWN` gives it a term of a
 *   vocabulary that others use and that means just this.
 * - An edge is a triple. Its properties are those of a statement (`rdf:Statement`) about that triple.
 * - Lists of nodes are sets. Lists of edges go together item by item, so they are RDF lists.
 */
import { NODE_LABELS, type PropertyType, RELATIONSHIP_TYPES } from '../../graph/vocabulary.ts';

/** None may be the name of a property: in JSON-LD that would take its place. */
export const PREFIXES = {
  stemma: 'urn:stemma:vocabulary:',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  dcterms: 'http://purl.org/dc/terms/',
  dc: 'http://purl.org/dc/elements/1.1/',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  schema: 'https://schema.org/',
  cito: 'http://purl.org/spar/cito/',
  loc: 'http://id.loc.gov/datatypes/edtf/',
} as const;

/** Terms of other vocabularies, as prefixed names. */
const KNOWN: Readonly<Record<string, string>> = {
  State: 'schema:Country',
  Organization: 'schema:Organization',
  Person: 'schema:Person',
  Place: 'schema:Place',
  Document: 'schema:DigitalDocument',
  id: 'dcterms:identifier',
  name: 'rdfs:label',
  names: 'skos:altLabel',
  title: 'dcterms:title',
  language: 'dc:language',
  CITES: 'cito:cites',
  MENTIONS: 'schema:mentions',
};

/** Properties that are EDTF texts: the Library of Congress has a datatype for them. */
const EDTF: ReadonlySet<string> = new Set(['edtf', 'signed']);

/** The prefixed name of a label, relationship type or property. */
export function termOf(name: string): string {
  return KNOWN[name] ?? `stemma:${name}`;
}

/** The prefixed name of the datatype of a property's values; null for plain texts. */
export function datatypeOf(property: string, type: PropertyType): string | null {
  if (EDTF.has(property)) return 'loc:EDTF';
  return DATATYPES[type];
}

const DATATYPES: Readonly<Record<PropertyType, string | null>> = {
  string: null,
  strings: null,
  integer: 'xsd:integer',
  integers: 'xsd:integer',
  float: 'xsd:double',
  floats: 'xsd:double',
  boolean: 'xsd:boolean',
  booleans: 'xsd:boolean',
};

/** The IRI of a node. */
export function nodeIri(id: string): string {
  return `urn:stemma:${encode(id)}`;
}

/** The IRI of the statement that an edge's properties hang on. */
export function edgeIri(id: string): string {
  return `urn:stemma:edge:${encode(id)}`;
}

/** Percent-encoded but for `:` and `/`, which a URN may hold. */
function encode(id: string): string {
  return encodeURIComponent(id.toWellFormed()).replaceAll('%3A', ':').replaceAll('%2F', '/');
}

/** Every label and relationship type. */
export const CLASSES = Object.keys(NODE_LABELS);
export const PREDICATES = Object.keys(RELATIONSHIP_TYPES);
