/** What the filters let through, computed once for all who ask. */
import { useMemo } from 'react';
import { SHOWABLE_LABELS, type Shown, selectShown } from '../state/filters.ts';
import { usePaths } from '../state/paths.ts';
import { useAddress, useGraph, useRoot } from '../state/stores.ts';

export function useShown(): Shown {
  const index = useGraph((state) => state.index);
  const root = useRoot();
  const onPath = usePaths((state) => state.nodes);
  const { view, labels, hidden, years, dates, steps, way } = useAddress((state) => state.address);
  const { parties, documents, pinned, without, opened, path } = useAddress((state) => state.address);
  // Selection and language do not change what is shown: the scene stays as it is while they do.
  return useMemo(() => {
    const filters = { view, labels, hidden, years, dates, steps, way, parties, documents };
    const byHand = { pinned, without, opened, path };
    return selectShown(index, { ...useAddress.getState().address, ...filters, ...byHand }, root, onPath);
  }, [
    index,
    root,
    view,
    labels,
    hidden,
    years,
    dates,
    steps,
    way,
    parties,
    documents,
    pinned,
    without,
    opened,
    path,
    onPath,
  ]);
}

export function useCounts(): { shown: number; all: number } {
  const shown = useShown();
  const index = useGraph((state) => state.index);
  const drawn = new Set(SHOWABLE_LABELS);
  const all = [...index.nodes.values()].filter((node) => drawn.has(node.label)).length;
  return { shown: shown.nodes.length, all };
}
