/** The rows of the table; of many, only those in sight are there, with room left for the others. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import { select, useLanguage, useMessages } from '../state/stores.ts';
import { LabelMark } from './LabelMark.tsx';
import { COLUMNS, type Column, type Row } from './table-rows.ts';

/** Up to so many, all are there: the browser's own search finds them. */
const ALL_THERE = 200;
const HEIGHT = 37;

const classOf = (column: Column) =>
  column === 'cites' || column === 'cited' || column === 'date' ? 'number' : undefined;

function Heading({
  column,
  down,
  onSort,
}: {
  column: Column;
  /** null when the table is sorted by another. */
  down: boolean | null;
  onSort: (column: Column) => void;
}) {
  const t = useMessages();
  return (
    <th
      scope="col"
      className={classOf(column)}
      aria-sort={down === null ? undefined : down ? 'descending' : 'ascending'}
    >
      <button type="button" title={t.sortBy(t.columns[column])} onClick={() => onSort(column)}>
        {t.columns[column]}
        <span className="sort" aria-hidden="true">
          {down === null ? '' : down ? '↓' : '↑'}
        </span>
      </button>
    </th>
  );
}

function Cells({ row }: { row: Row }) {
  const t = useMessages();
  const language = useLanguage();
  return (
    <>
      <th scope="row">
        <button type="button" className="link" dir="auto" lang={language} onClick={() => select(row.node.id)}>
          {row.name}
        </button>
      </th>
      <td className="nowrap">
        <LabelMark label={row.node.label} /> {row.label}
      </td>
      <td className="nowrap">{row.kind}</td>
      <td className="nowrap number">
        {row.written}
        {row.signed?.by === 'authority' && <span className="by"> {t.byAuthority}</span>}
      </td>
      <td className="parties">{row.parties}</td>
      <td className="number">{row.cites || ''}</td>
      <td className="number">{row.cited || ''}</td>
    </>
  );
}

/** Room for rows that are not there. */
function Gap({ height }: { height: number }) {
  if (height <= 0) return null;
  return (
    <tr className="gap">
      <td colSpan={COLUMNS.length} style={{ height }} />
    </tr>
  );
}

export function Rows({
  rows,
  sort,
  selected,
  onSort,
}: {
  rows: readonly Row[];
  sort: Readonly<{ column: Column; down: boolean }>;
  selected: string | null;
  onSort: (column: Column) => void;
}) {
  const t = useMessages();
  const place = useRef<HTMLElement>(null);
  const many = rows.length > ALL_THERE;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => HEIGHT,
    getItemKey: (i) => rows[i]?.node.id ?? i,
    overscan: 12,
    enabled: many,
  });
  const items = many ? virtual.getVirtualItems() : rows.map((_, index) => ({ index, start: 0, end: 0 }));
  const last = items.at(-1);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by keys
    <section className="table-scroll" ref={place} tabIndex={0} aria-label={t.table}>
      <table className="table" aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {COLUMNS.map((column) => (
              <Heading
                key={column}
                column={column}
                down={sort.column === column ? sort.down : null}
                onSort={onSort}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap height={many ? (items[0]?.start ?? 0) : 0} />
          {items.map(({ index }) => {
            const row = rows[index];
            return row ? (
              <tr
                key={row.node.id}
                ref={many ? virtual.measureElement : undefined}
                data-index={index}
                aria-rowindex={index + 2}
                className={row.node.id === selected ? 'selected' : undefined}
              >
                <Cells row={row} />
              </tr>
            ) : null;
          })}
          <Gap height={many && last ? virtual.getTotalSize() - last.end : 0} />
        </tbody>
      </table>
    </section>
  );
}
