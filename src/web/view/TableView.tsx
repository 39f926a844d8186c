/** What is shown, as rows: the same facts as the drawing, for those who would rather read. */
import { useMemo, useState } from 'react';
import { useGraph, useLanguage, useMessages, useSelected } from '../state/stores.ts';
import { toCsv } from '../text/csv.ts';
import type { Language } from '../text/messages.ts';
import { CopyButton } from './CopyButton.tsx';
import { StageHead } from './StageHead.tsx';
import { NothingShown } from './States.tsx';
import { Rows } from './TableRows.tsx';
import { COLUMNS, type Column, compareRows, type Row, rowHolds, toRow } from './table-rows.ts';
import { useShown } from './use-shown.ts';
import { YearBrush } from './YearBrush.tsx';

type Sort = Readonly<{ column: Column; down: boolean }>;

function useRows(text: string, sort: Sort, language: Language): { rows: readonly Row[]; all: number } {
  const t = useMessages();
  const index = useGraph((state) => state.index);
  const shown = useShown();
  const all = useMemo(
    () => shown.nodes.map((node) => toRow(node, index, language, t)),
    [shown, index, language, t],
  );
  const rows = useMemo(() => {
    const wanted = text.trim().toLowerCase();
    const fitting = wanted === '' ? [...all] : all.filter((row) => rowHolds(row, wanted));
    return fitting.sort((a, b) => compareRows(a, b, sort.column, sort.down, language));
  }, [all, text, sort, language]);
  return { rows, all: all.length };
}

/** Numbers start with the greatest, words with the first. */
const startsDown = (column: Column) => column === 'cites' || column === 'cited';

export function TableView() {
  const t = useMessages();
  const language = useLanguage();
  const selected = useSelected();
  const [sort, setSort] = useState<Sort>({ column: 'cited', down: true });
  const [text, setText] = useState('');
  const { rows, all } = useRows(text, sort, language);
  const by = (column: Column) =>
    setSort((last) => ({ column, down: last.column === column ? !last.down : startsDown(column) }));
  const csv = () =>
    toCsv([
      COLUMNS.map((column) => t.columns[column]),
      ...rows.map((row) => COLUMNS.map((column) => row[column])),
    ]);
  if (all === 0) return <NothingShown />;
  return (
    <div className="table-view">
      <StageHead />
      <div className="table-head">
        <input
          type="search"
          className="facet-search"
          placeholder={t.filterRows}
          aria-label={t.filterRows}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <span className="table-count" role="status">
          {t.rowsOf(rows.length, all)}
        </span>
        <CopyButton name={t.copyCsv} text={csv} />
      </div>
      {rows.length === 0 ? (
        <p className="quiet-note">{t.noRowsNamed(text)}</p>
      ) : (
        <Rows rows={rows} sort={sort} selected={selected} onSort={by} />
      )}
      <YearBrush />
    </div>
  );
}
