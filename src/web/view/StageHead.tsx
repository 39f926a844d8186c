/** Over a drawing: the way to the filters when they are folded away, and what could not be loaded. */
import { useGraph, useInterface, useMessages } from '../state/stores.ts';
import { Icon } from './Icon.tsx';

export function StageHead() {
  const t = useMessages();
  const open = useInterface((state) => state.filtersOpen);
  const setOpen = useInterface((state) => state.setFiltersOpen);
  const { partial, total, index } = useGraph();
  return (
    <>
      {!open && (
        <button
          type="button"
          className="tool-button filters-open"
          title={t.showFilters}
          onClick={() => setOpen(true)}
        >
          <Icon name="filter" />
          <span>{t.filters}</span>
        </button>
      )}
      {partial && (
        <p className="stage-note" role="status">
          {t.tooMuch(index.nodes.size, total)}
        </p>
      )}
    </>
  );
}
