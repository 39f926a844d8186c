import { expect } from 'vitest';
import { formatNamed } from '../../src/export/index.ts';
import { propertiesIn } from './drawn.ts';
import { ABOUT, type Expected, expected, GRAPH, sourceInPages, textOf, xmlWritable } from './fixture.ts';
import { readWithPython, testWithPython } from './python.ts';

type Attributes = Record<string, unknown>;
type Read = {
  directed: boolean;
  nodes: { id: string; attributes: Attributes }[];
  edges: { id: string; from: string; to: string; attributes: Attributes }[];
};

for (const how of ['graphml', 'gexf'])
  testWithPython(`networkx reads every node, edge and value of ${how} back`, ['networkx'], async (python) => {
    const [file] = formatNamed(how).write(sourceInPages(GRAPH), ABOUT);
    const read = readWithPython(python, how, await textOf(file)) as Read;
    expect(read.directed).toBe(true);
    expect(graphIn(read)).toEqual(expected(GRAPH, xmlWritable));
  });

function graphIn({ nodes, edges }: Read): Expected {
  return {
    nodes: Object.fromEntries(
      nodes.map(({ id, attributes }) => [
        id,
        { label: String(attributes.node_label), values: values(attributes) },
      ]),
    ),
    edges: Object.fromEntries(
      edges.map(({ id, from, to, attributes }) => [
        id,
        { type: String(attributes.label), from, to, values: values(attributes) },
      ]),
    ),
  };
}

const LISTS = [
  'names',
  'aliases',
  'sources',
  'candidates',
  'documents',
  'mentions',
  'evidence',
  'asserted_by',
];

/** networkx leaves lists as texts, in both formats JSON; an attribute of its own is the `start` of a day and the edge's `id`. */
function values({ start: _start, id: _id, ...attributes }: Attributes): Attributes {
  const properties = propertiesIn(attributes);
  for (const name of LISTS)
    if (typeof properties[name] === 'string') {
      const list = JSON.parse(properties[name]) as string[];
      properties[name] = list.map(xmlWritable);
    }
  return properties;
}
