/**
 * What formats of graph drawing programs agree on: `label` is the text to show, and some names mean something
 * to the program. The node's label (Agreement, State, …) therefore goes by `node_label`.
 */
export const DRAWN = {
  kind: 'node_label',
  /** Names that Gephi, Sigma, Cytoscape or networkx read as their own. */
  taken: [
    'label',
    'type',
    'start',
    'end',
    'weight',
    'key',
    'source',
    'target',
    'x',
    'y',
    'z',
    'size',
    'color',
    'hidden',
  ],
  node: { label: 'The name, or the id of what has none.', kind: 'Agreement, State, Document and so on.' },
  edge: { label: 'The relationship type.' },
} as const;
