/** JSON-LD 1.1, read without fetching anything: the context stands in the file. What means what: rdf.ts. */
import type { GraphEdge, GraphNode } from '../records.ts';
import { type Column, type Columns, edgeCells, edgeColumns, nodeCells, nodeColumns } from './columns.ts';
import type { Format, GraphSource } from './format.ts';
import { jsonItems, valuesOf } from './json.ts';
import { CLASSES, datatypeOf, edgeIri, nodeIri, PREDICATES, PREFIXES, termOf } from './rdf.ts';

const NODES = nodeColumns();
const EDGES = edgeColumns();

export const jsonld: Format = {
  name: 'jsonld',
  title: 'JSON-LD',
  mediaType: 'application/ld+json',
  extension: 'jsonld',
  shape: 'file',
  write: (source) => [{ name: 'stemma.jsonld', chunks: write(source) }],
};

async function* write(source: GraphSource): AsyncGenerator<string> {
  yield `{"@context":${JSON.stringify(context(), null, 2)},\n"@graph":[`;
  yield* jsonItems(both(source), (record) => ('label' in record ? nodeObject(record) : edgeObject(record)));
  yield ']}\n';
}

async function* both(source: GraphSource): AsyncGenerator<readonly (GraphNode | GraphEdge)[]> {
  yield* source.nodes();
  yield* source.edges();
}

type Term = string | Readonly<Record<string, string>>;

/**
 * A term for each label, relationship type and property. Properties of edges have terms of their own where nodes
 * have a property of the same name, within the context of `rdf:Statement`.
 */
function context(): Record<string, unknown> {
  const terms: Record<string, unknown> = { '@version': 1.1, ...PREFIXES };
  for (const name of CLASSES) terms[name] = termOf(name);
  for (const name of PREDICATES) terms[name] = { '@id': termOf(name), '@type': '@id' };
  terms.id = termOf('id');
  Object.assign(terms, propertyTerms(NODES, '@set'));
  terms.Statement = { '@id': 'rdf:Statement', '@context': statementContext() };
  return terms;
}

function statementContext(): Record<string, Term> {
  return {
    subject: { '@id': 'rdf:subject' },
    predicate: { '@id': 'rdf:predicate', '@type': '@vocab' },
    object: { '@id': 'rdf:object', '@type': '@id' },
    ...propertyTerms(EDGES, '@list'),
  };
}

function propertyTerms(columns: Columns, container: '@set' | '@list'): Record<string, Term> {
  return Object.fromEntries(columns.all.map((column) => [column.name, propertyTerm(column, container)]));
}

function propertyTerm({ property, type }: Column, container: '@set' | '@list'): Term {
  const datatype = datatypeOf(property, type);
  const list = type.endsWith('s');
  if (datatype === null && !list) return termOf(property);
  return {
    '@id': termOf(property),
    ...(datatype === null ? {} : { '@type': datatype }),
    ...(list ? { '@container': container } : {}),
  };
}

function nodeObject(node: GraphNode) {
  return { '@id': nodeIri(node.id), '@type': node.label, id: node.id, ...valuesOf(nodeCells(NODES, node)) };
}

/** The triple, alone or as the subject of the statement about it. */
function edgeObject(edge: GraphEdge) {
  const triple = { '@id': nodeIri(edge.from), [edge.type]: nodeIri(edge.to) };
  const cells = edgeCells(EDGES, edge);
  if (cells.length === 0) return triple;
  return {
    '@id': edgeIri(edge.id),
    '@type': 'Statement',
    subject: triple,
    predicate: edge.type,
    object: nodeIri(edge.to),
    ...valuesOf(cells),
  };
}
