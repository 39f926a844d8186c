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

  /** Adds an edge, or to one: lists are united, a value that is there stays. */
  edge(from: string, type: RelationshipType, to: string, properties: Bag = {}): void {
    const bag = this.#edgeBag(from, type, to);
    if (bag) unite(bag, properties);
    else this.#edges.set(edgeId(from, type, to), { type, from, to, properties: { ...properties } });
  }

  /** One more row of the lists that go together; `confidence` and `prospective` become those of the surest. */
  citation(
    from: string,
    type: RelationshipType,
    to: string,
    row: Readonly<{ document: string; mention: string; sentence: string }>,
    claim: Readonly<{ assertedBy: string; confidence: number; prospective: boolean }>,
  ): void {
    const bag = this.#edgeBag(from, type, to) ?? {};
    bag.documents = [...strings(bag.documents), row.document];
    bag.mentions = [...strings(bag.mentions), row.mention];
    bag.evidence = [...strings(bag.evidence), row.sentence];
    bag.asserted_by = union(strings(bag.asserted_by), [claim.assertedBy]);
    bag.prospective = (bag.prospective ?? true) === true && claim.prospective;
    bag.confidence = Math.max(Number(bag.confidence ?? 0), claim.confidence);
    this.#edges.set(edgeId(from, type, to), { type, from, to, properties: bag });
  }

  #edgeBag(from: string, type: RelationshipType, to: string): Bag | undefined {
    return this.#edges.get(edgeId(from, type, to))?.properties;
  }

  /** Nodes and edges sorted by id. Throws when something is not as the vocabulary says: a defect of ours. */
  finish(): Graph {
    const nodes = [...this.#nodes]
      .map(([id, { label, properties }]): GraphNode => {
        const filled = fill({ ...properties, id });
        checkProperties(id, filled, NODE_LABELS[label].properties);
        return { id, label, properties: filled };
      })
      .sort(byId);
    const edges = [...this.#edges]
      .map(([id, { type, from, to, properties }]): GraphEdge => {
        const definition = RELATIONSHIP_TYPES[type];
        this.#checkEnd(id, from, definition.from);
        this.#checkEnd(id, to, definition.to);
        const filled = fill(properties);
        checkProperties(id, filled, definition.properties);
        return { id, type, from, to, properties: filled };
      })
      .sort(byId);
    return { nodes, edges };
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
