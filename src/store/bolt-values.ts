/** Values as neo4j-driver gives and takes them ↔ values of the port. */
import neo4j, {
  type Date as CalendarDate,
  type DateTime,
  type Duration,
  type LocalDateTime,
  type LocalTime,
  type Node,
  type Path,
  type Relationship,
  type Time,
} from 'neo4j-driver';
import {
  NODE_LABELS,
  type NodeLabel,
  type PropertyDefinition,
  type PropertyValue,
  RELATIONSHIP_TYPES,
  type RelationshipType,
} from '../../graph/vocabulary.ts';
import { edgeId, type GraphEdge, type GraphNode } from '../records.ts';
import { storable } from './content.ts';
import type { QueryEdge, QueryNode, QueryPath, QueryValue } from './port.ts';

/** The `id` property of nodes by the engine's own key; an edge names its ends by that key. */
export type Ends = Map<string, string>;

/** One value. The driver is set to give integers as bigint. */
export function toValue(value: unknown, ends: Ends): QueryValue {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value);
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'bigint') return fromBigInt(value);
  if (ArrayBuffer.isView(value)) return [...(value as Uint8Array)];
  if (Array.isArray(value)) return value.map((item) => toValue(item, ends));
  if (neo4j.isNode(value)) return toNode(value);
  if (neo4j.isRelationship(value)) return toEdge(value, ends);
  if (neo4j.isPath(value)) return toPath(value, ends);
  return isTemporal(value) ? toText(value) : toMap(value, ends);
}

/** Notes the ends that the values tell, and returns the keys of ends that they do not. */
export function collectEnds(values: readonly unknown[], ends: Ends): readonly string[] {
  const wanted = new Set<string>();
  const look = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(look);
    else if (typeof value !== 'object' || value === null || isTemporal(value)) return;
    else if (neo4j.isNode(value)) ends.set(value.elementId, idOf(value));
    else if (neo4j.isRelationship(value)) wanted.add(value.startNodeElementId).add(value.endNodeElementId);
    else if (neo4j.isPath(value)) for (const { start, end } of value.segments) look([start, end]);
    else Object.values(value).forEach(look);
  };
  look(values);
  return [...wanted].filter((key) => !ends.has(key));
}

function fromBigInt(value: bigint): number | string {
  const number = Number(value);
  return Number.isSafeInteger(number) ? number : String(value);
}

function idOf(node: Node): string {
  const { id } = node.properties as Readonly<Record<string, unknown>>;
  return typeof id === 'string' ? id : node.elementId;
}

function toNode(node: Node): QueryNode {
  const label = (node.labels.find((each) => each in NODE_LABELS) ?? node.labels[0] ?? '') as NodeLabel;
  return { kind: 'node', id: idOf(node), label, properties: propertiesOf(node.properties) };
}

function toEdge(edge: Relationship, ends: Ends): QueryEdge {
  const type = edge.type as RelationshipType;
  const from = ends.get(edge.startNodeElementId) ?? edge.startNodeElementId;
  const to = ends.get(edge.endNodeElementId) ?? edge.endNodeElementId;
  return {
    kind: 'edge',
    id: edgeId(from, type, to),
    type,
    from,
    to,
    properties: propertiesOf(edge.properties),
  };
}

function toPath(path: Path, ends: Ends): QueryPath {
  return {
    kind: 'path',
    nodes: [toNode(path.start), ...path.segments.map(({ end }) => toNode(end))],
    edges: path.segments.map(({ relationship }) => toEdge(relationship, ends)),
  };
}

/** Properties of a node or an edge, sorted by name, without `id`. */
export function propertiesOf(raw: Readonly<Record<string, unknown>>): Record<string, PropertyValue> {
  const own = Object.entries(raw).map(([name, value]) => [name, toValue(value, new Map()) as PropertyValue]);
  return storable(Object.fromEntries(own) as Record<string, PropertyValue>);
}

function toMap(value: object, ends: Ends): { [key: string]: QueryValue } {
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toValue(item, ends)]));
}

type Temporal = CalendarDate | DateTime | LocalDateTime | Time | LocalTime | Duration;

function isTemporal(value: object): value is Temporal {
  const tests = [neo4j.isDate, neo4j.isDateTime, neo4j.isLocalDateTime, neo4j.isTime, neo4j.isLocalTime];
  return neo4j.isDuration(value) || tests.some((test) => test(value));
}

/** ISO 8601; a duration in the largest units that are exact: P14M → P1Y2M. */
function toText(value: Temporal): string {
  if (!neo4j.isDuration(value)) return value.toString();
  const [months, days, seconds] = [Number(value.months), Number(value.days), Number(value.seconds)];
  const nanoseconds = Number(value.nanoseconds);
  const date = [part(Math.trunc(months / 12), 'Y'), part(months % 12, 'M'), part(days, 'D')].join('');
  const rest = Number(`${(seconds % 60) + nanoseconds / 1e9}`);
  const time = [
    part(Math.trunc(seconds / 3600), 'H'),
    part(Math.trunc(seconds / 60) % 60, 'M'),
    part(rest, 'S'),
  ].join('');
  return date === '' && time === '' ? 'PT0S' : `P${date}${time === '' ? '' : `T${time}`}`;
}

function part(amount: number, unit: string): string {
  return amount === 0 ? '' : `${amount}${unit}`;
}

/** A parameter: the driver would send every JavaScript number as a float, and `LIMIT $n` fails with one. */
export function toParameter(value: unknown): unknown {
  if (typeof value === 'number') return Number.isSafeInteger(value) ? neo4j.int(value) : value;
  if (Array.isArray(value)) return value.map(toParameter);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, toParameter(item)]));
}

/** The properties to write, in the types that the vocabulary gives them: 1 is a float where it says float. */
export function toProperties(item: GraphNode | GraphEdge): Record<string, unknown> {
  const definitions: Readonly<Record<string, PropertyDefinition>> =
    'label' in item ? NODE_LABELS[item.label].properties : RELATIONSHIP_TYPES[item.type].properties;
  const written = Object.entries(storable(item.properties)).map(([name, value]) => {
    const isFloat = definitions[name]?.type === 'float' || definitions[name]?.type === 'floats';
    return [name, isFloat ? value : toParameter(value)];
  });
  return Object.fromEntries(written);
}
