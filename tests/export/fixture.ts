/**
 * A graph that is hard to write: every label and relationship type with all its properties, and texts that end a
 * literal, a cell, an element or a line too early in a careless writer.
 */
import {
  NODE_LABELS,
  type NodeLabel,
  type PropertyType,
  type PropertyValue,
  RELATIONSHIP_TYPES,
  type RelationshipType,
} from '../../graph/vocabulary.ts';
import type { About, ExportFile, GraphSource } from '../../src/export/index.ts';
import { edgeId, type Graph, type GraphEdge, type GraphNode } from '../../src/records.ts';

export const ABOUT: About = { creator: 'Stemma 0.0.0', title: 'Hostile & <odd>; graph' };

export const HOSTILE: Readonly<Record<string, string>> = {
  empty: '',
  chinese: '中华人民共和国和俄罗斯联邦联合声明',
  astral: '𠮷野家😀',
  markup: `<b a='1' b="2">&amp;</b> <!-- ]]> <?xml?> </data></node>`,
  breakout: `"]; '}) DETACH DELETE n; //`,
  statement: `x';\nMATCH (n) DETACH DELETE n;\nRETURN '`,
  backslash: String.raw`C:\new\table \u0041 \' \" \\ end\ `.trimEnd(),
  lines: 'first\r\nsecond\nthird\rfourth\tfifth\u2028sixth\u0085seventh',
  spaces: '  two  spaces  ',
  long: '严格遵守，'.repeat(2000),
  rtl: 'معاهدة — אמנה \u202Eكسر\u202C',
  combining: 'Traite\u0301 Z\u0334\u031B\u034Ea\u0338l\u0335g\u0336o\u0337',
  control: 'a\u0000b\u0007c\u001Bd\u007Fe\uFFFEf',
  lone: 'high \uD83D low \uDE00 end',
  formula: '=HYPERLINK("http://example.org/?"&A1,"open")',
  plus: '+1+1|cmd',
  minus: '-2+3',
  negative: '-5',
  at: '@SUM(A1)',
  tab: '\t=1+1',
  wide: '＝1＋1',
  apostrophe: `'=1+1`,
  quoted: `'quoted' and "quoted"`,
  separators: 'a;b,c|d\\;e\u001Ff',
  patterns: '$& $1 $` $x {{y}} %s %E4 100%',
  object: '__proto__',
  turtle: '"""triple""" """" \\"""',
  number: '0019960425',
  truth: 'true',
};

function whole(): Graph {
  const nodes: GraphNode[] = [];
  const edges: GraphEdge[] = [];
  for (const label of Object.keys(NODE_LABELS) as NodeLabel[])
    nodes.push(node(`all:${label}`, label, valuesOf(NODE_LABELS[label].properties)));
  for (const type of Object.keys(RELATIONSHIP_TYPES) as RelationshipType[]) {
    const { from, to, properties } = RELATIONSHIP_TYPES[type];
    for (const source of from)
      for (const target of to) edges.push(edge(`all:${source}`, type, `all:${target}`, valuesOf(properties)));
  }
  const names = Object.keys(HOSTILE);
  for (const [index, name] of names.entries()) {
    const text = HOSTILE[name] ?? '';
    const id = `agr:${name}`;
    nodes.push(
      node(id, 'Agreement', { name: text, title: text, names: [text, 'plain', text], earliest: index }),
    );
    const evidence = {
      evidence: [text, '', text],
      asserted_by: [],
      confidence: index / 64,
      prospective: false,
    };
    edges.push(edge(id, 'REAFFIRMS', `agr:${names[(index + 1) % names.length]}`, evidence));
  }
  nodes.push(node('agr:bare', 'Agreement', {}));
  nodes.push(node(`agr: "o'dd" <id> & 中俄#?%20\\é𠮷`, 'Agreement', { name: 'odd id' }));
  edges.push(edge(`agr: "o'dd" <id> & 中俄#?%20\\é𠮷`, 'CITES', 'agr:bare', {}));
  return { nodes: nodes.sort(byId), edges: edges.sort(byId) };
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

function node(id: string, label: NodeLabel, properties: GraphNode['properties']): GraphNode {
  return { id, label, properties: { ...properties, id } };
}

function edge(
  from: string,
  type: RelationshipType,
  to: string,
  properties: GraphEdge['properties'],
): GraphEdge {
  return { id: edgeId(from, type, to), type, from, to, properties };
}

function valuesOf(
  properties: Readonly<Record<string, { type: PropertyType }>>,
): Record<string, PropertyValue> {
  const values: Record<string, PropertyValue> = {};
  for (const [name, { type }] of Object.entries(properties)) values[name] = SAMPLES[type](name);
  return { ...values, ...(Object.hasOwn(values, 'edtf') ? { edtf: '1996-04-25' } : {}) };
}

const SAMPLES: Readonly<Record<PropertyType, (name: string) => PropertyValue>> = {
  string: (name) => `${name} 一`,
  integer: () => 19960425,
  float: () => 0.98,
  boolean: () => true,
  strings: (name) => [`${name} 一`, `${name} 二`],
  integers: () => [1, -2],
  floats: () => [0.5, 1],
  booleans: () => [true, false],
};

/** Every text in a title, in a list and in a sentence; every label and type with all properties. */
export const GRAPH: Graph = whole();

/** The graph in pages of a few, an empty one among them. */
export function sourceInPages(graph: Graph, size = 7): GraphSource {
  async function* pages<T>(records: readonly T[]): AsyncGenerator<readonly T[]> {
    yield [];
    for (let at = 0; at < records.length; at += size) yield records.slice(at, at + size);
  }
  return { nodes: () => pages(graph.nodes), edges: () => pages(graph.edges) };
}

/** The text of a file, by way of its bytes. */
export async function textOf(file: ExportFile | undefined): Promise<string> {
  if (file === undefined) throw new Error('the format wrote no such file');
  const bytes: Buffer[] = [];
  for await (const chunk of file.chunks) bytes.push(Buffer.from(chunk, 'utf8'));
  return Buffer.concat(bytes).toString('utf8');
}

type Values = Record<string, unknown>;
export type Expected = {
  nodes: Record<string, { label: string; values: Values }>;
  edges: Record<string, { type: string; from: string; to: string; values: Values }>;
};

/** What a reader should get: each text as `text` says that the format writes it; ids are not among the values. */
export function expected(graph: Graph, text: (given: string) => string): Expected {
  const value = (given: unknown): unknown => {
    if (typeof given === 'string') return text(given);
    return Array.isArray(given) ? given.map(value) : given;
  };
  const values = (properties: GraphNode['properties']) =>
    Object.fromEntries(
      Object.entries(properties)
        .filter(([name]) => name !== 'id')
        .map(([name, given]) => [name, value(given)]),
    );
  return {
    nodes: Object.fromEntries(
      graph.nodes.map((n) => [n.id, { label: n.label, values: values(n.properties) }]),
    ),
    edges: Object.fromEntries(
      graph.edges.map((e) => [e.id, { type: e.type, from: e.from, to: e.to, values: values(e.properties) }]),
    ),
  };
}

/** What every format does to a text: half of a surrogate pair is none. */
export const wellFormed = (text: string) => text.toWellFormed();

/** What XML cannot hold is replaced. */
export function xmlWritable(text: string): string {
  const unwritable = ['\u0000', '\u0007', '\u001B', '\u001F', '\uFFFE'];
  return Array.from(text.toWellFormed(), (c) => (unwritable.includes(c) ? '\uFFFD' : c)).join('');
}
