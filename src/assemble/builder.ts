/** Collects nodes and edges, joins what is said twice, and checks all of it against the vocabulary. */
import {
  NODE_LABELS,
  type NodeLabel,
  type PropertyType,
  type PropertyValue,
  RELATIONSHIP_TYPES,
  type RelationshipType,
} from '../../graph/vocabulary.ts';
import { edgeId, type Graph, type GraphEdge, type GraphNode } from '../records.ts';

export type Bag = Record<string, PropertyValue | undefined>;

export class GraphBuilder {
  readonly #nodes = new Map<string, { label: NodeLabel; properties: Bag }>();
  readonly #edges = new Map<string, { type: RelationshipType; from: string; to: string; properties: Bag }>();

  has(id: string): boolean {
    return this.#nodes.has(id);
  }

  /** Adds a node, or to one: lists are united, a value that is there stays. */
  node(id: string, label: NodeLabel, properties: Bag): void {
    const known = this.#nodes.get(id);
    if (!known) this.#nodes.set(id, { label, properties: { ...properties } });
    else if (known.label !== label) throw new Error(`${id} is ${known.label} and ${label}`);
    else unite(known.properties, properties);
  }

  /** Adds an edge, or to one: lists are united, a value that is there stays; a citation gets its rows. */
  edge(from: string, type: RelationshipType, to: string, properties: Bag = {}): void {
    const id = edgeId(from, type, to);
    const known = this.#edges.get(id)?.properties;
    if (!known) this.#edges.set(id, { type, from, to, properties: { ...properties } });
    else if ('mentions' in RELATIONSHIP_TYPES[type].properties) addRows(known, properties);
    else unite(known, properties);
  }

  /** One more row of the lists that go together; `confidence` and `prospective` become those of the surest. */
  citation(
    from: string,
    type: RelationshipType,
    to: string,
    row: Readonly<{ document: string; mention: string; sentence: string }>,
    claim: Readonly<{ assertedBy: string; confidence: number; prospective: boolean }>,
  ): void {
    this.edge(from, type, to, {
      documents: [row.document],
      mentions: [row.mention],
      evidence: [row.sentence],
      asserted_by: [claim.assertedBy],
      prospective: claim.prospective,
      confidence: claim.confidence,
    });
  }

  /** Nodes and edges sorted by id. Throws when something is not as the vocabulary says: a defect of ours. */
  finish(): Graph {
    for (const [id, { type, from, to }] of this.#edges) {
      this.#checkEnd(id, from, RELATIONSHIP_TYPES[type].from);
      this.#checkEnd(id, to, RELATIONSHIP_TYPES[type].to);
    }
    return { nodes: this.nodes(), edges: this.edges() };
  }

  /** Sorted by id. Throws as `finish` does. */
  nodes(): readonly GraphNode[] {
    return [...this.#nodes]
      .map(([id, { label, properties }]): GraphNode => {
        const filled = fill({ ...properties, id });
        checkProperties(id, filled, NODE_LABELS[label].properties);
        return { id, label, properties: filled };
      })
      .sort(byId);
  }

  /** Sorted by id, whether or not their ends are here. Throws as `finish` does. */
  edges(): readonly GraphEdge[] {
    return [...this.#edges]
      .map(([id, { type, from, to, properties }]): GraphEdge => {
        const filled = fill(properties);
        checkProperties(id, filled, RELATIONSHIP_TYPES[type].properties);
        return { id, type, from, to, properties: filled };
      })
      .sort(byId);
  }

  #checkEnd(edge: string, end: string, labels: readonly NodeLabel[]): void {
    const label = this.#nodes.get(end)?.label;
    if (label === undefined || !labels.includes(label))
      throw new Error(`${edge}: ${end} is ${label ?? 'no node'}, not ${labels.join(' or ')}`);
  }
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

function strings(value: PropertyValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

function union(one: readonly string[], other: readonly string[]): string[] {
  return [...new Set([...one, ...other])];
}

function unite(known: Bag, added: Bag): void {
  for (const [key, value] of Object.entries(added)) {
    const old = known[key];
    if (old === undefined) known[key] = value;
    else if (Array.isArray(old) && Array.isArray(value)) known[key] = union(strings(old), strings(value));
    else if (key === 'count') known[key] = Number(old) + Number(value);
  }
}

/** Lists that go together grow together. */
function addRows(
  known: Bag,
  { documents, mentions, evidence, asserted_by, prospective, confidence }: Bag,
): void {
  known.documents = [...strings(known.documents), ...strings(documents)];
  known.mentions = [...strings(known.mentions), ...strings(mentions)];
  known.evidence = [...strings(known.evidence), ...strings(evidence)];
  known.asserted_by = union(strings(known.asserted_by), strings(asserted_by));
  known.prospective = known.prospective === true && prospective === true;
  known.confidence = Math.max(Number(known.confidence ?? 0), Number(confidence ?? 0));
}

/** Without what is not known. */
function fill(bag: Bag): Record<string, PropertyValue> {
  const filled: Record<string, PropertyValue> = {};
  for (const key of Object.keys(bag).sort()) {
    const value = bag[key];
    if (value !== undefined && !(Array.isArray(value) && value.length === 0)) filled[key] = value;
  }
  return filled;
}

const FITS: Readonly<Record<PropertyType, (value: PropertyValue) => boolean>> = {
  string: (value) => typeof value === 'string',
  integer: Number.isInteger,
  float: Number.isFinite,
  boolean: (value) => typeof value === 'boolean',
  strings: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string'),
  integers: (value) => Array.isArray(value) && value.every(Number.isInteger),
  floats: (value) => Array.isArray(value) && value.every(Number.isFinite),
  booleans: (value) => Array.isArray(value) && value.every((item) => typeof item === 'boolean'),
};

function checkProperties(
  id: string,
  properties: Readonly<Record<string, PropertyValue>>,
  definitions: Readonly<Record<string, { type: PropertyType }>>,
): void {
  for (const [key, value] of Object.entries(properties)) {
    const definition = definitions[key];
    if (!definition) throw new Error(`${id}: the vocabulary has no property ${key}`);
    if (!FITS[definition.type](value)) throw new Error(`${id}: ${key} is no ${definition.type}`);
  }
}
