/** What is shown, as rows: the same facts as the drawing, for those who would rather read. */
import { useMemo, useState } from 'react';
import { NODE_LABELS } from '../../../graph/vocabulary.ts';
import type { GraphNode } from '../../records.ts';
import { citedCount, citesCount } from '../state/filters.ts';
import { type Dated, edgesFrom, type GraphIndex, signatureOf } from '../state/graph.ts';
import { select, useGraph, useLanguage, useMessages, useSelected } from '../state/stores.ts';
import { writeDate } from '../text/dates.ts';
import type { Language, Messages } from '../text/messages.ts';
import { nameIn } from '../text/names.ts';
import { LabelMark } from './LabelMark.tsx';
import { StageHead } from './StageHead.tsx';
import { NothingShown } from './States.tsx';
import { useShown } from './use-shown.ts';
import { YearBrush } from './YearBrush.tsx';

type Row = Readonly<{
  node: GraphNode;
  name: string;
  label: string;
  kind: string;
  signed: Dated | null;
  date: string;
  parties: string;
  cites: number;
  cited: number;
}>;
type Column = 'name' | 'label' | 'kind' | 'date' | 'parties' | 'cites' | 'cited';
const COLUMNS: readonly Column[] = ['name', 'label', 'kind', 'date', 'parties', 'cites', 'cited'];

function toRow(node: GraphNode, index: GraphIndex, language: Language, t: Messages): Row {
  const { kind, edtf } = node.properties;
  const signed = node.label === 'Agreement' ? signatureOf(index, node.id) : null;
  const parties = edgesFrom(index, node.id)
    .filter((edge) => edge.type === 'HAS_PARTY')
    .flatMap((edge) => index.nodes.get(edge.to) ?? [])
    .map((party) => nameIn(party, language));
  return {
    node,
    name:
      node.label === 'Date' && typeof edtf === 'string' ? writeDate(edtf, language) : nameIn(node, language),
    label: NODE_LABELS[node.label].display[language],
    kind: typeof kind === 'string' ? (t.kinds[kind as keyof Messages['kinds']] ?? kind) : '',
    signed,
    date: signed?.edtf ?? (typeof edtf === 'string' ? edtf : ''),
    parties: parties.join(language === 'zh' ? '、' : ', '),
    cites: citesCount(index, node.id),
    cited: citedCount(index, node.id),
  };
}

function compare(a: Row, b: Row, column: Column, language: Language): number {
  const [x, y] = [a[column], b[column]];
  if (typeof x === 'number' && typeof y === 'number') return x - y;
  if (x === '' || y === '') return Number(x === '') - Number(y === '');
  return String(x).localeCompare(String(y), language === 'zh' ? 'zh-CN' : 'en');
}

export function TableView() {
  const t = useMessages();
  const language = useLanguage();
  const index = useGraph((state) => state.index);
  const shown = useShown();
  const selected = useSelected();
  const [sort, setSort] = useState<{ column: Column; down: boolean }>({ column: 'cited', down: true });
  const rows = useMemo(
    () => shown.nodes.map((node) => toRow(node, index, language, t)),
    [shown, index, language, t],
  );
  const sorted = useMemo(() => {
    const sign = sort.down ? -1 : 1;
    return [...rows].sort(
      (a, b) =>
        sign * compare(a, b, sort.column, language) ||
        compare(a, b, 'label', language) ||
        compare(a, b, 'name', language),
    );
  }, [rows, sort, language]);
  const by = (column: Column) =>
    setSort((last) => ({
      column,
      down: last.column === column ? !last.down : column === 'cites' || column === 'cited',
    }));
  const heading = {
    name: t.name,
    label: t.label,
    kind: t.kind,
    date: t.date,
    parties: t.parties,
    cites: t.cites,
    cited: t.cited,
  };
  if (rows.length === 0) return <NothingShown />;
  return (
    <div className="table-view">
      <StageHead />
      <div className="table-scroll">
        <table className="table">
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={column === 'cites' || column === 'cited' ? 'number' : undefined}
                  aria-sort={sort.column !== column ? undefined : sort.down ? 'descending' : 'ascending'}
                >
                  <button type="button" title={t.sortBy(heading[column])} onClick={() => by(column)}>
                    {heading[column]}
                    <span className="sort" aria-hidden="true">
                      {sort.column === column ? (sort.down ? '↓' : '↑') : ''}
                    </span>
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <tr key={row.node.id} className={row.node.id === selected ? 'selected' : undefined}>
                <th scope="row">
                  <button type="button" className="link" dir="auto" onClick={() => select(row.node.id)}>
                    {row.name}
                  </button>
                </th>
                <td className="nowrap">
                  <LabelMark label={row.node.label} /> {row.label}
                </td>
                <td className="nowrap">{row.kind}</td>
                <td className="nowrap">
                  {row.date === '' ? '' : writeDate(row.date, language)}
                  {row.signed?.by === 'authority' && <span className="by"> {t.byAuthority}</span>}
                </td>
                <td className="parties">{row.parties}</td>
                <td className="number">{row.cites || ''}</td>
                <td className="number">{row.cited || ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <YearBrush />
    </div>
  );
}
