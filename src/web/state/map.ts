/** The whole of a large graph as points and lines, read when somebody asks for it; names come late, for what is in view. */
import { create } from 'zustand';
import type { MapNodesResponse } from '../../api/types.ts';
import { decodeColumns, type MapColumns } from '../../layout/columns.ts';
import type { GraphNode } from '../../records.ts';
import { type ApiError, api } from './api.ts';
import { toApiError, useAddress, useGraph } from './stores.ts';

type MapSlice = {
  status: 'none' | 'loading' | 'ready' | 'failed';
  /** Bytes that have come, of how many; null while the server lays it out. */
  progress: Readonly<{ come: number; all: number }> | null;
  columns: MapColumns | null;
  error: ApiError | null;
  /** What is known of points, by their number, and the number of an id. */
  nodes: ReadonlyMap<number, GraphNode>;
  numbers: ReadonlyMap<string, number>;
  load: () => Promise<void>;
  cancel: () => void;
  /** Asks what these points are, unless it is known. */
  name: (numbers: readonly number[]) => Promise<void>;
  /** Asks for the point of an id, unless it is known. */
  find: (id: string) => Promise<void>;
};

/** A name that does not come leaves its point without one. */
const NONE: MapNodesResponse = { version: '', nodes: [] };

let loading: AbortController | null = null;
/** Ids that were asked for; some of them have no point. */
const sought = new Set<string>();

export const useMap = create<MapSlice>((set, get) => {
  const take = ({ version, nodes }: MapNodesResponse): void => {
    const { columns, load } = get();
    if (version !== columns?.version) {
      // The graph has changed since: numbers stand for other nodes now.
      if (columns && version !== NONE.version) void load();
      return;
    }
    set({
      nodes: new Map([...get().nodes, ...nodes.map(({ at, node }) => [at, node] as const)]),
      numbers: new Map([...get().numbers, ...nodes.map(({ at, node }) => [node.id, at] as const)]),
    });
  };
  return {
    status: 'none',
    progress: null,
    columns: null,
    error: null,
    nodes: new Map(),
    numbers: new Map(),
    load: async () => {
      loading?.abort();
      const mine = new AbortController();
      loading = mine;
      sought.clear();
      set({
        status: 'loading',
        progress: null,
        error: null,
        columns: null,
        nodes: new Map(),
        numbers: new Map(),
      });
      try {
        const bytes = await api.map((come, all) => set({ progress: { come, all } }), mine.signal);
        set({ status: 'ready', columns: decodeColumns(bytes) });
      } catch (cause) {
        if (!mine.signal.aborted) set({ status: 'failed', error: toApiError(cause) });
      }
    },
    cancel: () => {
      loading?.abort();
      set({ status: 'none', progress: null });
    },
    name: async (numbers) => {
      const unknown = numbers.filter((number) => !get().nodes.has(number));
      if (unknown.length > 0) take(await api.mapNodes({ at: unknown.join(',') }).catch(() => NONE));
    },
    find: async (id) => {
      if (sought.has(id) || get().numbers.has(id)) return;
      sought.add(id);
      take(await api.mapNodes({ id }).catch(() => NONE));
    },
  };
});

/** The columns of what is drawn, where that is the whole of a large graph; null where it is not. */
export function useWhole(): MapColumns | null {
  const partial = useGraph((state) => state.partial);
  const { view, whole, documents } = useAddress((state) => state.address);
  const columns = useMap((state) => state.columns);
  return partial && view === 'network' && whole && documents.length === 0 ? columns : null;
}
