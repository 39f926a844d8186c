/** Constraints and indexes, derived from the vocabulary; every engine here understands the same statements. */
import {
  NODE_LABELS,
  type NodeLabel,
  type PropertyDefinition,
  RELATIONSHIP_TYPES,
  type RelationshipType,
} from '../../graph/vocabulary.ts';

export const LABELS = Object.keys(NODE_LABELS) as readonly NodeLabel[];
export const TYPES = Object.keys(RELATIONSHIP_TYPES) as readonly RelationshipType[];

/** An id is unique within its label, which is also what makes a merge safe when two run at once. */
export function constraints(): readonly string[] {
  return LABELS.map(
    (label) =>
      `CREATE CONSTRAINT ${nameOf(label, 'id')} IF NOT EXISTS FOR (n:${label}) REQUIRE n.id IS UNIQUE`,
  );
}

/** For properties that the vocabulary marks `indexed`. */
export function indexes(): readonly string[] {
  return LABELS.flatMap((label) => indexedProperties(label).map((property) => index(label, property)));
}

/** For engines whose constraint is no index. */
export function idIndexes(): readonly string[] {
  return LABELS.map((label) => index(label, 'id', 'lookup'));
}

function index(label: NodeLabel, property: string, suffix = 'index'): string {
  return `CREATE INDEX ${nameOf(label, property)}_${suffix} IF NOT EXISTS FOR (n:${label}) ON (n.${property})`;
}

function indexedProperties(label: NodeLabel): readonly string[] {
  const properties: Readonly<Record<string, PropertyDefinition>> = NODE_LABELS[label].properties;
  return Object.keys(properties).filter((name) => properties[name]?.indexed);
}

function nameOf(label: NodeLabel, property: string): string {
  return `stemma_${label.toLowerCase()}_${property}`;
}
