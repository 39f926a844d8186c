/**
 * The properties of the vocabulary as columns: one for each name, with its type. Formats that declare their
 * attributes declare these, whatever the data holds. A property that the vocabulary does not know is left out.
 */
import {
  NODE_LABELS,
  type PropertyDefinition,
  type PropertyType,
  type PropertyValue,
  RELATIONSHIP_TYPES,
} from '../../graph/vocabulary.ts';
import type { GraphEdge, GraphNode } from '../records.ts';

export type Column = Readonly<{
  /** As the format writes it. */
  name: string;
  /** As the vocabulary has it. */
  property: string;
  type: PropertyType;
  definition: string;
}>;
export type Cell = Readonly<{ column: Column; value: PropertyValue }>;
/** All columns in order, and those of one label or relationship type. */
export type Columns = Readonly<{ all: readonly Column[]; of: ReadonlyMap<string, readonly Column[]> }>;

type Kinds = Readonly<Record<string, Readonly<{ properties: Readonly<Record<string, PropertyDefinition>> }>>>;

/**
 * Columns of the nodes, without `id`. A name that the format keeps for itself (`taken`) is written with its
 * label before it: a provision's `label` becomes `provision_label`.
 */
export function nodeColumns(taken: readonly string[] = []): Columns {
  return columnsOf(NODE_LABELS, taken);
}

/** Columns of the edges, as `nodeColumns`. */
export function edgeColumns(taken: readonly string[] = []): Columns {
  return columnsOf(RELATIONSHIP_TYPES, taken);
}

/** A node's values in the order of the columns; texts are well-formed. Throws on a value of another type. */
export function nodeCells(columns: Columns, node: GraphNode): Cell[] {
  return cellsOf(columns, node.label, node);
}

/** An edge's values, as `nodeCells`. */
export function edgeCells(columns: Columns, edge: GraphEdge): Cell[] {
  return cellsOf(columns, edge.type, edge);
}

/** The text to show for a node: its name, else its id. */
export function caption(node: GraphNode): string {
  const name = node.properties.name;
  return typeof name === 'string' && name !== '' ? name.toWellFormed() : node.id;
}

function columnsOf(kinds: Kinds, taken: readonly string[]): Columns {
  const byName = new Map<string, Column>();
  const namesOf = new Map<string, string[]>();
  for (const [kind, { properties }] of Object.entries(kinds)) {
    const names: string[] = [];
    for (const [property, { type, definition }] of Object.entries(properties)) {
      if (property === 'id') continue;
      const name = taken.includes(property) ? `${kind.toLowerCase()}_${property}` : property;
      byName.set(name, join(byName.get(name), { name, property, type, definition }));
      names.push(name);
    }
    namesOf.set(kind, names);
  }
  const all = [...byName.values()];
  const of = new Map<string, readonly Column[]>();
  for (const [kind, names] of namesOf)
    of.set(
      kind,
      all.filter(({ name }) => names.includes(name)),
    );
  return { all, of };
}

/** One column for a property that several labels have: of one type, with each definition once. */
function join(known: Column | undefined, column: Column): Column {
  if (known === undefined) return column;
  if (known.type !== column.type)
    throw new Error(`the vocabulary gives “${column.property}” two types: ${known.type}, ${column.type}`);
  const definitions = new Set([...known.definition.split(' | '), column.definition]);
  return { ...known, definition: [...definitions].join(' | ') };
}

function cellsOf(columns: Columns, kind: string, record: GraphNode | GraphEdge): Cell[] {
  const cells: Cell[] = [];
  for (const column of columns.of.get(kind) ?? []) {
    const given: unknown = record.properties[column.property];
    if (given === undefined || given === null) continue;
    const value = valueFor(column.type, given);
    if (value === null)
      throw new TypeError(`${kind} ${record.id}: “${column.property}” is not of type ${column.type}`);
    cells.push({ column, value });
  }
  return cells;
}

/** The value as its type wants it, or null; a single value where a list is wanted is a list of one. */
function valueFor(type: PropertyType, given: unknown): PropertyValue | null {
  switch (type) {
    case 'string':
      return asString(given);
    case 'integer':
      return asInteger(given);
    case 'float':
      return asFloat(given);
    case 'boolean':
      return asBoolean(given);
    case 'strings':
      return asList(given, asString);
    case 'integers':
      return asList(given, asInteger);
    case 'floats':
      return asList(given, asFloat);
    case 'booleans':
      return asList(given, asBoolean);
  }
}

const asString = (given: unknown) => (typeof given === 'string' ? given.toWellFormed() : null);
const asBoolean = (given: unknown) => (typeof given === 'boolean' ? given : null);
const asFloat = (given: unknown) => (typeof given === 'number' && Number.isFinite(given) ? given + 0 : null);
const asInteger = (given: unknown) =>
  typeof given === 'number' && Number.isSafeInteger(given) ? given + 0 : null;

function asList<T>(given: unknown, one: (item: unknown) => T | null): readonly T[] | null {
  const items: readonly unknown[] = Array.isArray(given) ? given : [given];
  const list: T[] = [];
  for (const item of items) {
    const value = one(item);
    if (value === null) return null;
    list.push(value);
  }
  return list;
}
