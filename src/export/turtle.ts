/** Turtle 1.1 (https://www.w3.org/TR/turtle/): the same triples as the JSON-LD. What means what: rdf.ts. */

import type { PropertyValue } from '../../graph/vocabulary.ts';
import type { GraphEdge, GraphNode } from '../records.ts';
import { type Cell, type Column, edgeCells, edgeColumns, nodeCells, nodeColumns } from './columns.ts';
import type { About, Format, GraphSource } from './format.ts';
import { quote } from './quote.ts';
import { datatypeOf, edgeIri, nodeIri, PREFIXES, termOf } from './rdf.ts';

const NODES = nodeColumns();
const EDGES = edgeColumns();

export const turtle: Format = {
  name: 'turtle',
  title: 'Turtle',
  mediaType: 'text/turtle',
  extension: 'ttl',
  shape: 'file',
  write: (source, about) => [{ name: 'stemma.ttl', chunks: write(source, about) }],
};

async function* write(source: GraphSource, about: About): AsyncGenerator<string> {
  const prefixes = Object.entries(PREFIXES).map(([prefix, iri]) => `@prefix ${prefix}: <${iri}> .\n`);
  yield `# ${comment(about.title)}. ${comment(about.creator)}\n${prefixes.join('')}\n`;
  for await (const page of source.nodes()) yield page.map(nodeTriples).join('');
  for await (const page of source.edges()) yield page.map(edgeTriples).join('');
}

const comment = (text: string) => text.toWellFormed().replace(/\p{Cc}+/gu, ' ');

function nodeTriples(node: GraphNode): string {
  return sentence(`<${nodeIri(node.id)}>`, [
    `a ${termOf(node.label)}`,
    `${termOf('id')} ${quote(node.id, '"')}`,
    ...nodeCells(NODES, node).flatMap(setOf),
  ]);
}

/** The triple, and the statement about it where there is more to say. */
function edgeTriples(edge: GraphEdge): string {
  const [from, predicate, to] = [`<${nodeIri(edge.from)}>`, termOf(edge.type), `<${nodeIri(edge.to)}>`];
  const triple = `${from} ${predicate} ${to} .\n`;
  const cells = edgeCells(EDGES, edge);
  if (cells.length === 0) return triple;
  const about = ['a rdf:Statement', `rdf:subject ${from}`, `rdf:predicate ${predicate}`, `rdf:object ${to}`];
  return triple + sentence(`<${edgeIri(edge.id)}>`, [...about, ...cells.map(listOf)]);
}

const sentence = (subject: string, parts: readonly string[]) => `${subject} ${parts.join(' ;\n  ')} .\n`;

/** A node's property: an object for each item, nothing for an empty list. */
function setOf({ column, value }: Cell): string[] {
  const objects =
    typeof value === 'object' ? value.map((item) => literal(column, item)) : [literal(column, value)];
  return objects.length === 0 ? [] : [`${termOf(column.property)} ${[...new Set(objects)].join(', ')}`];
}

/** An edge's property: a list keeps its order. */
function listOf({ column, value }: Cell): string {
  const object =
    typeof value === 'object'
      ? `( ${value.map((item) => literal(column, item)).join(' ')} )`
      : literal(column, value);
  return `${termOf(column.property)} ${object}`;
}

/** Texts in quotes, with their datatype; numbers in the form that XML Schema calls canonical. */
function literal({ property, type }: Column, value: PropertyValue): string {
  const datatype = datatypeOf(property, type);
  const text =
    datatype === 'xsd:double' && typeof value === 'number' ? canonicalDouble(value) : String(value);
  return datatype === null ? quote(text, '"') : `${quote(text, '"')}^^${datatype}`;
}

/** 0.98 is `9.8E-1`, as JSON-LD readers write it too. */
function canonicalDouble(value: number): string {
  return value.toExponential(15).replace(/(\d)0*e\+?/, '$1E');
}
