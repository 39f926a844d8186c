/** The rows of a table; of many, only those in sight are there, with room left for the others. */
import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, useRef } from 'react';
import { useMessages } from '../state/stores.ts';
import type { Messages } from '../text/messages.ts';
import type { Sort } from './table-rows.ts';

/** Up to so many, all are there: the browser's own search finds them. */
const ALL_THERE = 200;
const HEIGHT = 37;

type ColumnName = keyof Messages['columns'];
const NUMBERS: ReadonlySet<ColumnName> = new Set(['cites', 'cited', 'date', 'certainty']);

function Heading<Column extends ColumnName>({
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
      className={NUMBERS.has(column) ? 'number' : undefined}
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

/** Room for rows that are not there. */
function Gap({ height, columns }: { height: number; columns: number }) {
  if (height <= 0) return null;
  return (
    <tr className="gap">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

export function Rows<Column extends ColumnName, Row extends { readonly id: string }>({
  columns,
  rows,
  sort,
  selected,
  onSort,
  cells,
}: {
  columns: readonly Column[];
  rows: readonly Row[];
  sort: Sort<Column> | null;
  /** Id of the row that stands out. */
  selected: string | null;
  onSort: (column: Column) => void;
  /** The cells of a row, one for each column. */
  cells: (row: Row) => ReactNode;
}) {
  const t = useMessages();
  const place = useRef<HTMLElement>(null);
  const many = rows.length > ALL_THERE;
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => place.current,
    estimateSize: () => HEIGHT,
    getItemKey: (i) => rows[i]?.id ?? i,
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
            {columns.map((column) => (
              <Heading
                key={column}
                column={column}
                down={sort?.column === column ? sort.down : null}
                onSort={onSort}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          <Gap columns={columns.length} height={many ? (items[0]?.start ?? 0) : 0} />
          {items.map(({ index }) => {
            const row = rows[index];
            return row ? (
              <tr
                key={row.id}
                ref={many ? virtual.measureElement : undefined}
                data-index={index}
                aria-rowindex={index + 2}
                className={row.id === selected ? 'selected' : undefined}
              >
                {cells(row)}
              </tr>
            ) : null;
          })}
          <Gap columns={columns.length} height={many && last ? virtual.getTotalSize() - last.end : 0} />
        </tbody>
      </table>
    </section>
  );
}
