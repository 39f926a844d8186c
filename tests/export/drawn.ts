/** Reads back what the formats of drawing programs name otherwise. */
import type { MultiDirectedGraph as Graph } from 'graphology';
import type { Attributes } from 'graphology-types';
import type { Expected } from './fixture.ts';

const PROPERTY_OF: Readonly<Record<string, string>> = {
  provision_label: 'label',
  mention_type: 'type',
  mention_start: 'start',
  mention_end: 'end',
};

/** The properties among a reader's attributes, by the vocabulary's names. */
export function propertiesIn(attributes: Attributes): Record<string, unknown> {
  const properties: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(attributes))
    if (name !== 'label' && name !== 'node_label') properties[PROPERTY_OF[name] ?? name] = value;
  return properties;
}

/** A graphology graph as `expected` has it; `value` undoes what the format did to a value. */
export function graphIn(
  graph: Graph,
  value: (property: string, given: unknown) => unknown = (_, v) => v,
): Expected {
  const values = (attributes: Attributes) =>
    Object.fromEntries(
      Object.entries(propertiesIn(attributes)).map(([name, given]) => [name, value(name, given)]),
    );
  const read: Expected = { nodes: {}, edges: {} };
  graph.forEachNode((id, attributes) => {
    read.nodes[id] = { label: String(attributes.node_label), values: values(attributes) };
  });
  graph.forEachEdge((id, attributes, from, to) => {
    read.edges[id] = { type: String(attributes.label), from, to, values: values(attributes) };
  });
  return read;
}
