/** What is shown as rows of the table, things or relations: what each column holds, their order, what a filter finds. Pure. */

import { RELATIONSHIP_TYPES } from '../../../graph/vocabulary.ts';
import type { GraphEdge, GraphNode } from '../../records.ts';
import { evidenceOf } from '../state/evidence.ts';
import { citedCount, citesCount, partiesOf } from '../state/filters.ts';
import { assertedBy, type Dated, type GraphIndex, signatureOf } from '../state/graph.ts';
import { writeDate } from '../text/dates.ts';
import { type Language, type Messages, tagOf } from '../text/messages.ts';
import { nameIn } from '../text/names.ts';
import { labelName, typeName } from '../text/terms.ts';

type Listed<Column extends string> = Readonly<{
  id: string;
  /** What each column holds, as a spreadsheet gets it and as it is sorted. */
  cells: Readonly<Record<Column, string | number>>;
  /** What a filter looks in. */
  texts: readonly string[];
}>;

export const THING_COLUMNS = ['name', 'label', 'kind', 'date', 'parties', 'cites', 'cited'] as const;
export type ThingColumn = (typeof THING_COLUMNS)[number];
export type Thing = Listed<ThingColumn> &
  Readonly<{
    node: GraphNode;
    signed: Dated | null;
    /** The date for people. */
    written: string;
  }>;

export const RELATION_COLUMNS = ['from', 'relation', 'to', 'saidBy', 'certainty', 'sentence'] as const;
export type RelationColumn = (typeof RELATION_COLUMNS)[number];
export type Relation = Listed<RelationColumn> & Readonly<{ edge: GraphEdge; from: GraphNode; to: GraphNode }>;

function namesIn(node: GraphNode): readonly string[] {
  const { names } = node.properties;
  return Array.isArray(names) ? names.map(String) : [];
}

function writtenName(node: GraphNode, language: Language): string {
  const { edtf } = node.properties;
  return node.label === 'Date' && typeof edtf === 'string'
    ? writeDate(edtf, language)
    : nameIn(node, language);
}

export function toThing(node: GraphNode, index: GraphIndex, language: Language, t: Messages): Thing {
  const { kind, edtf } = node.properties;
  const signed = node.label === 'Agreement' ? signatureOf(index, node.id) : null;
  const date = signed?.edtf ?? (typeof edtf === 'string' ? edtf : '');
  const written = date === '' ? '' : writeDate(date, language);
  const parties = partiesOf(index, node.id).flatMap((id) => index.nodes.get(id) ?? []);
  const cells = {
    name: writtenName(node, language),
    label: labelName(node.label, language),
    kind: typeof kind === 'string' ? (t.kinds[kind as keyof Messages['kinds']] ?? kind) : '',
    date,
    parties: parties.map((party) => nameIn(party, language)).join(t.comma),
    cites: citesCount(index, node.id),
    cited: citedCount(index, node.id),
  };
  const texts = [cells.name, cells.label, cells.kind, date, written, cells.parties, ...namesIn(node)];
  return { id: node.id, node, signed, written, cells, texts };
}

/** null where an end is not loaded. */
export function toRelation(
  edge: GraphEdge,
  index: GraphIndex,
  language: Language,
  t: Messages,
): Relation | null {
  const [from, to] = [index.nodes.get(edge.from), index.nodes.get(edge.to)];
  if (!from || !to) return null;
  const { confidence } = edge.properties;
  const cells = {
    from: writtenName(from, language),
    relation: typeName(edge.type, language),
    to: writtenName(to, language),
    saidBy: t.whySaidBy[assertedBy(edge)],
    certainty: typeof confidence === 'number' ? confidence : '',
    sentence: evidenceOf(edge)
      .map(({ sentence }) => sentence)
      .join('\n'),
  };
  const texts = [cells.from, cells.relation, cells.to, cells.saidBy, cells.sentence];
  return { id: edge.id, edge, from, to, cells, texts: [...texts, ...namesIn(from), ...namesIn(to)] };
}

const TYPE_ORDER = Object.keys(RELATIONSHIP_TYPES);

/** In the vocabulary's order: citations first. */
export function inOrder(edges: readonly GraphEdge[]): readonly GraphEdge[] {
  const rank = (edge: GraphEdge) => TYPE_ORDER.indexOf(edge.type);
  return [...edges].sort((a, b) => rank(a) - rank(b) || (a.id < b.id ? -1 : 1));
}

const collators = new Map<Language, Intl.Collator>();

function collatorOf(language: Language): Intl.Collator {
  const known = collators.get(language);
  if (known) return known;
  const made = new Intl.Collator(tagOf(language));
  collators.set(language, made);
  return made;
}

export type Sort<Column extends string> = Readonly<{ column: Column; down: boolean }>;

/** `-cited`: by that column, the greatest first; what names no column of the list is its usual order, null as they come. */
export function sortOf<Column extends string>(
  text: string | null,
  columns: readonly Column[],
  usual: Sort<Column> | null,
): Sort<Column> | null {
  const down = text?.startsWith('-') ?? false;
  const column = columns.find((one) => one === (down ? text?.slice(1) : text));
  return column === undefined ? usual : { column, down };
}

export const writeSort = ({ column, down }: Sort<string>) => (down ? `-${column}` : column);

/** What is empty comes last, whichever way the column runs; equals by the columns from the left. */
export function compareRows<Column extends string>(
  a: Listed<Column>,
  b: Listed<Column>,
  sort: Sort<Column> | null,
  columns: readonly Column[],
  language: Language,
): number {
  if (sort === null) return 0;
  const { column, down } = sort;
  const { compare } = collatorOf(language);
  const byColumn = (key: Column, sign: number) => {
    const [x, y] = [a.cells[key], b.cells[key]];
    if (typeof x === 'number' && typeof y === 'number') return sign * (x - y);
    if (x === '' || y === '') return Number(x === '') - Number(y === '');
    return sign * compare(String(x), String(y));
  };
  const first = byColumn(column, down ? -1 : 1);
  if (first !== 0) return first;
  return columns.reduce((order, key) => order || byColumn(key, 1), 0);
}

/** The rows in which some cell, or another name, holds the text. */
export function rowsHolding<Row extends Listed<string>>(rows: readonly Row[], text: string): readonly Row[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '') return rows;
  return rows.filter(({ texts }) => texts.some((one) => one.toLowerCase().includes(wanted)));
}
