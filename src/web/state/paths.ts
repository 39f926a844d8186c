/** The paths between the two agreements that the address names. */
import { useEffect } from 'react';
import { create } from 'zustand';
import type { PathsResponse } from '../../api/types.ts';
import { type ApiError, api } from './api.ts';
import { toApiError, useAddress, useGraph } from './stores.ts';

export type FoundPaths = Readonly<{
  from: string;
  to: string;
  /** Whether they lead from the second to the first, as none leads the other way. */
  turned: boolean;
  paths: PathsResponse['paths'];
}>;

type PathsSlice = {
  /** Where a path from is to lead is still to be chosen. */
  choosingFrom: string | null;
  status: 'none' | 'loading' | 'done' | 'failed';
  found: FoundPaths | null;
  error: ApiError | null;
  /** Ids of the nodes and edges on the paths. */
  nodes: readonly string[];
  edges: readonly string[];
};

const NOTHING: PathsSlice = {
  choosingFrom: null,
  status: 'none',
  found: null,
  error: null,
  nodes: [],
  edges: [],
};

export const usePaths = create<PathsSlice>(() => NOTHING);

async function look(from: string, to: string): Promise<PathsResponse & { turned: boolean }> {
  const there = await api.paths(from, to);
  if (there.paths.length > 0) return { ...there, turned: false };
  const back = await api.paths(to, from);
  return { ...back, turned: back.paths.length > 0 };
}

/** Loads them whenever the address names others. */
export function useLoadedPaths(): void {
  const from = useAddress((state) => state.address.path?.from ?? null);
  const to = useAddress((state) => state.address.path?.to ?? null);
  const ready = useGraph((state) => state.status === 'ready');
  useEffect(() => {
    usePaths.setState(NOTHING);
    if (from === null || to === null || !ready) return;
    let current = true;
    usePaths.setState({ ...NOTHING, status: 'loading' });
    look(from, to).then(
      ({ turned, paths, nodes, edges }) => {
        if (!current) return;
        useGraph.getState().merge(nodes, edges);
        usePaths.setState({
          status: 'done',
          found: { from, to, turned, paths },
          nodes: [...new Set(paths.flatMap((path) => path.nodes))],
          edges: [...new Set(paths.flatMap((path) => path.edges))],
        });
      },
      (cause: unknown) => {
        if (current) usePaths.setState({ status: 'failed', error: toApiError(cause) });
      },
    );
    return () => {
      current = false;
    };
  }, [from, to, ready]);
}
