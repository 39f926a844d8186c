/** What the page shows at this moment, for files: what is drawn or listed, what a query returned, what a text says. */
import { create } from 'zustand';
import { DEFAULT_ADDRESS } from './address.ts';
import { type Shown, selectShown } from './filters.ts';
import { usePaths } from './paths.ts';
import { rootOf, useAddress, useDocuments, useGraph } from './stores.ts';

/** The graph among the values of the last answer. */
export const useAnswered = create<{ graph: Shown | null }>(() => ({ graph: null }));

/** The text that is read, or would be. */
export function documentNow(): string | null {
  return useAddress.getState().address.document ?? useDocuments.getState().list?.[0]?.id ?? null;
}

const NOTHING: Shown = { nodes: [], edges: [] };

export function shownNow(): Shown {
  const { address } = useAddress.getState();
  const { index } = useGraph.getState();
  if (address.view === 'query') return useAnswered.getState().graph ?? NOTHING;
  if (address.view !== 'text')
    return selectShown(index, address, rootOf(address, index), usePaths.getState().nodes);
  const document = documentNow();
  if (document === null) return NOTHING;
  const said = {
    ...DEFAULT_ADDRESS,
    language: address.language,
    view: 'table',
    documents: [document],
  } as const;
  return selectShown(index, said, null);
}
