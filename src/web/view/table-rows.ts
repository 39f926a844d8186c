/** Nodes as rows of the table: what each column holds, their order, what a filter finds. Pure. */
import { NODE_LABELS } from '../../../graph/vocabulary.ts';
import type { GraphNode } from '../../records.ts';
import { citedCount, citesCount, partiesOf } from '../state/filters.ts';
import { type Dated, type GraphIndex, signatureOf } from '../state/graph.ts';
import { writeDate } from '../text/dates.ts';
import type { Language, Messages } from '../text/messages.ts';
import { nameIn } from '../text/names.ts';

export type Row = Readonly<{
  node: GraphNode;
  name: string;
  label: string;
  kind: string;
  signed: Dated | null;
  /** EDTF. */
  date: string;
  /** The same for people. */
  written: string;
  parties: string;
  cites: number;
  cited: number;
}>;
export const COLUMNS = ['name', 'label', 'kind', 'date', 'parties', 'cites', 'cited'] as const;
export type Column = (typeof COLUMNS)[number];

export function toRow(node: GraphNode, index: GraphIndex, language: Language, t: Messages): Row {
  const { kind, edtf } = node.properties;
  const signed = node.label === 'Agreement' ? signatureOf(index, node.id) : null;
  const date = signed?.edtf ?? (typeof edtf === 'string' ? edtf : '');
  const written = date === '' ? '' : writeDate(date, language);
  const parties = partiesOf(index, node.id)
    .flatMap((id) => index.nodes.get(id) ?? [])
    .map((party) => nameIn(party, language));
  return {
    node,
    name: node.label === 'Date' && written !== '' ? written : nameIn(node, language),
    label: NODE_LABELS[node.label].display[language],
    kind: typeof kind === 'string' ? (t.kinds[kind as keyof Messages['kinds']] ?? kind) : '',
    signed,
    date,
    written,
    parties: parties.join(language === 'zh' ? '、' : ', '),
    cites: citesCount(index, node.id),
    cited: citedCount(index, node.id),
  };
}

const COLLATORS: Readonly<Record<Language, Intl.Collator>> = {
  zh: new Intl.Collator('zh-CN'),
  en: new Intl.Collator('en'),
};

/** What is empty comes last, whichever way the column runs; equals by label and name. */
export function compareRows(a: Row, b: Row, column: Column, down: boolean, language: Language): number {
  const { compare } = COLLATORS[language];
  const [x, y] = [a[column], b[column]];
  const sign = down ? -1 : 1;
  const first =
    typeof x === 'number' && typeof y === 'number'
      ? sign * (x - y)
      : x === '' || y === ''
        ? Number(x === '') - Number(y === '')
        : sign * compare(String(x), String(y));
  return first || compare(a.label, b.label) || compare(a.name, b.name);
}

/** Whether some cell, or another name of it, holds the text; `wanted` is in lower case. */
export function rowHolds(row: Row, wanted: string): boolean {
  const { names } = row.node.properties;
  const others = Array.isArray(names) ? names : [];
  return [row.name, row.label, row.kind, row.date, row.written, row.parties, ...others].some((text) =>
    String(text).toLowerCase().includes(wanted),
  );
}
