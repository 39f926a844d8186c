/** What is shown, as rows of things or of relations: the same facts as the drawing, for those who would rather read. */
import { type ReactNode, useMemo } from 'react';
import { LISTS } from '../state/address.ts';
import { isByAuthorityAlone } from '../state/graph.ts';
import {
  go,
  select,
  useAddress,
  useGraph,
  useInterface,
  useLanguage,
  useMessages,
  useSelected,
} from '../state/stores.ts';
import { toCsv } from '../text/csv.ts';
import type { Messages } from '../text/messages.ts';
import { CopyButton } from './CopyButton.tsx';
import { Icon } from './Icon.tsx';
import { LabelMark, LineMark } from './LabelMark.tsx';
import { NodeLink } from './NodeLink.tsx';
import { StageHead } from './StageHead.tsx';
import { NothingShown } from './States.tsx';
import { saveText } from './save.ts';
import { Rows } from './TableRows.tsx';
import {
  compareRows,
  inOrder,
  RELATION_COLUMNS,
  type Relation,
  rowsHolding,
  type Sort,
  sortOf,
  THING_COLUMNS,
  type Thing,
  toRelation,
  toThing,
  writeSort,
} from './table-rows.ts';
import { useShown } from './use-shown.ts';
import { YearBrush } from './YearBrush.tsx';

function ThingCells({ row }: { row: Thing }) {
  const t = useMessages();
  const language = useLanguage();
  const { cells, node } = row;
  return (
    <>
      <th scope="row">
        <button type="button" className="link" dir="auto" lang={language} onClick={() => select(node.id)}>
          {cells.name}
        </button>
      </th>
      <td className="nowrap">
        <LabelMark label={node.label} /> {cells.label}
      </td>
      <td className="nowrap">{cells.kind}</td>
      <td className="nowrap number">
        {row.written}
        {row.signed?.by === 'authority' && <span className="by"> {t.byAuthority}</span>}
      </td>
      <td className="parties">{cells.parties}</td>
      <td className="number">{cells.cites || ''}</td>
      <td className="number">{cells.cited || ''}</td>
    </>
  );
}

function RelationCells({ row }: { row: Relation }) {
  const setWanted = useInterface((state) => state.setWanted);
  const { cells, edge } = row;
  const why = () => {
    setWanted(edge.id);
    select(edge.from);
  };
  return (
    <>
      <th scope="row">
        <NodeLink node={row.from} />
      </th>
      <td className="nowrap">
        <button type="button" className="link" onClick={why}>
          <LineMark type={edge.type} dashed={isByAuthorityAlone(edge)} /> {cells.relation}
        </button>
      </td>
      <td className="parties">
        <NodeLink node={row.to} />
      </td>
      <td className="nowrap">{cells.saidBy}</td>
      <td className="number">{cells.certainty}</td>
      <td className="row-sentence" dir="auto">
        {cells.sentence}
      </td>
    </>
  );
}

/** Numbers start with the greatest, words with the first. */
const START_DOWN: ReadonlySet<string> = new Set(['cites', 'cited']);

function Head({ shown, all, csv }: { shown: number; all: number; csv: () => string }) {
  const t = useMessages();
  const { list, rowText } = useAddress((state) => state.address);
  return (
    <div className="table-head">
      {/* biome-ignore lint/a11y/useSemanticElements: buttons, not a form */}
      <div className="switch" role="group" aria-label={t.lists}>
        {LISTS.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === list}
            onClick={() => go({ list: one, sort: null })}
          >
            {one === 'things' ? t.things : t.relations}
          </button>
        ))}
      </div>
      <input
        type="search"
        className="facet-search"
        placeholder={t.filterRows}
        aria-label={t.filterRows}
        value={rowText}
        onChange={(event) => go({ rowText: event.target.value }, 'replace')}
      />
      <span className="table-count" role="status">
        {t.rowsOf(shown, all)}
      </span>
      <CopyButton name={t.copyCsv} text={csv} />
      <button type="button" className="button" onClick={() => saveText(csv(), 'csv', 'text/csv')}>
        <Icon name="download" /> {t.saveCsv}
      </button>
    </div>
  );
}

type ListProps<Column extends string, Row> = {
  columns: readonly Column[];
  all: readonly Row[];
  /** How it is sorted unless asked otherwise; null: as it comes. */
  usual: Sort<Column> | null;
  selected: string | null;
  cells: (row: Row) => ReactNode;
};

function List<
  Column extends keyof Messages['columns'],
  Row extends { id: string; cells: Readonly<Record<Column, string | number>>; texts: readonly string[] },
>({ columns, all, usual, selected, cells }: ListProps<Column, Row>) {
  const t = useMessages();
  const language = useLanguage();
  const { sort: asked, rowText } = useAddress((state) => state.address);
  const sort = useMemo(() => sortOf(asked, columns, usual), [asked, columns, usual]);
  const rows = useMemo(
    () => [...rowsHolding(all, rowText)].sort((a, b) => compareRows(a, b, sort, columns, language)),
    [all, rowText, sort, columns, language],
  );
  const by = (column: Column) => {
    const down = sort?.column === column ? !sort.down : START_DOWN.has(column);
    go({ sort: writeSort({ column, down }) });
  };
  const csv = () =>
    toCsv([
      columns.map((column) => t.columns[column]),
      ...rows.map((row) => columns.map((column) => row.cells[column])),
    ]);
  return (
    <>
      <Head shown={rows.length} all={all.length} csv={csv} />
      {rows.length === 0 ? (
        <p className="quiet-note">{rowText === '' ? t.noRelations : t.noRowsNamed(rowText)}</p>
      ) : (
        <Rows columns={columns} rows={rows} sort={sort} selected={selected} onSort={by} cells={cells} />
      )}
    </>
  );
}

const MOST_CITED = { column: 'cited', down: true } as const;

function Things() {
  const t = useMessages();
  const language = useLanguage();
  const index = useGraph((state) => state.index);
  const selected = useSelected();
  const { nodes } = useShown();
  const all = useMemo(
    () => nodes.map((node) => toThing(node, index, language, t)),
    [nodes, index, language, t],
  );
  const cells = (row: Thing) => <ThingCells row={row} />;
  return <List columns={THING_COLUMNS} all={all} usual={MOST_CITED} selected={selected} cells={cells} />;
}

function Relations() {
  const t = useMessages();
  const language = useLanguage();
  const index = useGraph((state) => state.index);
  const wanted = useInterface((state) => state.wanted);
  const { edges } = useShown();
  const all = useMemo(
    () => inOrder(edges).flatMap((edge) => toRelation(edge, index, language, t) ?? []),
    [edges, index, language, t],
  );
  const cells = (row: Relation) => <RelationCells row={row} />;
  return <List columns={RELATION_COLUMNS} all={all} usual={null} selected={wanted} cells={cells} />;
}

export function TableView() {
  const list = useAddress((state) => state.address.list);
  const { nodes } = useShown();
  if (nodes.length === 0) return <NothingShown />;
  return (
    <div className="table-view">
      <StageHead />
      {list === 'things' ? <Things /> : <Relations />}
      <YearBrush />
    </div>
  );
}
