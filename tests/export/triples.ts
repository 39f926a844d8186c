/** Reads the graph out of RDF triples, whoever parsed them. */
import type { Quad, Term } from 'n3';
import { NODE_LABELS, RELATIONSHIP_TYPES } from '../../graph/vocabulary.ts';
import type { Expected } from './fixture.ts';

const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
const OURS = 'urn:stemma:vocabulary:';

/** Terms of other vocabularies that the exports use, and what they stand for. */
const FOREIGN: Readonly<Record<string, string>> = {
  'https://schema.org/Country': 'State',
  'https://schema.org/Organization': 'Organization',
  'https://schema.org/Person': 'Person',
  'https://schema.org/Place': 'Place',
  'https://schema.org/DigitalDocument': 'Document',
  'https://schema.org/mentions': 'MENTIONS',
  'http://purl.org/spar/cito/cites': 'CITES',
  'http://www.w3.org/2000/01/rdf-schema#label': 'name',
  'http://www.w3.org/2004/02/skos/core#altLabel': 'names',
  'http://purl.org/dc/terms/title': 'title',
  'http://purl.org/dc/terms/identifier': 'id',
  'http://purl.org/dc/elements/1.1/language': 'language',
};
const SETS = ['names', 'aliases', 'sources', 'candidates'];

type Bag = Map<string, Term[]>;

/** Nodes by id and edges by `from TYPE to`. Sets are sorted and hold each item once, as RDF does. */
export function graphIn(quads: Iterable<Quad>): Expected {
  const subjects = new Map<string, Bag>();
  for (const { subject, predicate, object } of quads) {
    const bag = subjects.get(subject.value) ?? new Map<string, Term[]>();
    subjects.set(subject.value, bag);
    const name = nameOf(predicate.value);
    bag.set(name, [...(bag.get(name) ?? []), object]);
  }
  const read: Expected = { nodes: {}, edges: {} };
  const idOf = (iri: string | undefined) =>
    subjects.get(iri ?? '')?.get('id')?.[0]?.value ?? `no node ${iri}`;
  for (const bag of subjects.values()) {
    const type = nameOf(bag.get(`${RDF}type`)?.[0]?.value ?? '');
    if (Object.hasOwn(NODE_LABELS, type)) {
      const id = bag.get('id')?.[0]?.value ?? '';
      read.nodes[id] = { label: type, values: valuesOf(bag, subjects) };
      for (const [relation, objects] of bag)
        if (Object.hasOwn(RELATIONSHIP_TYPES, relation))
          for (const object of objects) {
            const to = idOf(object.value);
            const edge = `${id} ${relation} ${to}`;
            const values = read.edges[edge]?.values ?? {};
            read.edges[edge] = { type: relation, from: id, to, values };
          }
    }
  }
  for (const bag of subjects.values()) {
    if (bag.get(`${RDF}type`)?.[0]?.value !== `${RDF}Statement`) continue;
    const [from, type, to] = ['subject', 'predicate', 'object'].map(
      (part) => bag.get(RDF + part)?.[0]?.value,
    );
    const edge = read.edges[`${idOf(from)} ${nameOf(type ?? '')} ${idOf(to)}`];
    if (edge === undefined) throw new Error(`a statement about no triple: ${from} ${type} ${to}`);
    edge.values = valuesOf(bag, subjects);
  }
  return read;
}

/** As `graphIn` gives it: sets sorted, each item once. */
export function asSets(graph: Expected): Expected {
  for (const { values } of Object.values(graph.nodes))
    for (const [name, value] of Object.entries(values))
      if (Array.isArray(value)) values[name] = [...new Set(value)].map(String).sort(byText);
  return graph;
}

const nameOf = (iri: string) => FOREIGN[iri] ?? (iri.startsWith(OURS) ? iri.slice(OURS.length) : iri);

function valuesOf(bag: Bag, subjects: ReadonlyMap<string, Bag>): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const [name, objects] of bag) {
    if (name.startsWith(RDF) || name === 'id' || Object.hasOwn(RELATIONSHIP_TYPES, name)) continue;
    const [first] = objects;
    if (SETS.includes(name)) values[name] = objects.map((object) => String(literal(object))).sort(byText);
    else if (first === undefined || first.termType === 'Literal') values[name] = literal(first);
    else values[name] = listFrom(first, subjects);
  }
  return values;
}

function listFrom(head: Term, subjects: ReadonlyMap<string, Bag>): unknown[] {
  const list: unknown[] = [];
  for (let at: Term | undefined = head; at !== undefined && at.value !== `${RDF}nil`; ) {
    const cell = subjects.get(at.value);
    list.push(literal(cell?.get(`${RDF}first`)?.[0]));
    at = cell?.get(`${RDF}rest`)?.[0];
  }
  return list;
}

function literal(term: Term | undefined): unknown {
  if (term?.termType !== 'Literal') return term;
  const { value, datatype } = term;
  if ([`${XSD}integer`, `${XSD}double`].includes(datatype.value)) return Number(value);
  return datatype.value === `${XSD}boolean` ? value === 'true' : value;
}

const byText = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
