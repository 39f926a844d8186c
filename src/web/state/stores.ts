/** The page's state in small slices: address, graph, documents, interface. Updates are the pure functions next door. */
import { useMemo } from 'react';
import { create } from 'zustand';
import type { NodeLabel } from '../../../graph/vocabulary.ts';
import type { DocumentResponse, DocumentSummary } from '../../api/types.ts';
import type { GraphEdge, GraphNode } from '../../records.ts';
import { type Language, MESSAGES, UI_LANGUAGES } from '../text/messages.ts';
import { type Address, formatAddress, parseAddress } from './address.ts';
import { ApiError, api } from './api.ts';
import { chooseRoot, EMPTY_GRAPH, type GraphIndex, indexGraph, mergeGraph } from './graph.ts';
import { recordStep, type Steps, stepBack, stepForward } from './history.ts';
import { keepSteps, keptSteps } from './kept-steps.ts';
import { AROUND, loadPart } from './part.ts';

const remembered = (key: string): string | null => {
  try {
    return localStorage.getItem(`stemma.${key}`);
  } catch {
    return null;
  }
};
const remember = (key: string, value: string): void => {
  try {
    localStorage.setItem(`stemma.${key}`, value);
  } catch {
    // A browser that keeps nothing still shows the page.
  }
};

function firstLanguage(): Language {
  const kept = UI_LANGUAGES.find((one) => one === remembered('language'));
  if (kept) return kept;
  return navigator.languages.some((one) => one.toLowerCase().startsWith('zh')) ? 'zh' : 'en';
}

// Address -----------------------------------------------------------------------------------------------------------

type AddressSlice = {
  address: Address;
  steps: Steps;
  /** Goes somewhere; `replace` keeps the browser's way back as it was, for small steps such as a filter. */
  go: (change: Partial<Address>, how?: 'push' | 'replace') => void;
  undo: () => void;
  redo: () => void;
};

function show(address: Address, how: 'push' | 'replace'): void {
  const search = formatAddress(address);
  if (search === window.location.search) return;
  if (how === 'push') window.history.pushState(null, '', search);
  else window.history.replaceState(null, '', search);
}

export const useAddress = create<AddressSlice>((set, get) => ({
  address: parseAddress(window.location.search, firstLanguage()),
  steps: keptSteps(firstLanguage()),
  go: (change, how = 'push') => {
    const { address: before, steps } = get();
    const address = { ...before, ...change };
    show(address, how);
    if (change.language) remember('language', change.language);
    set({ address, steps: recordStep(steps, before, address, Date.now(), how === 'replace') });
  },
  undo: () => {
    const back = stepBack(get().steps, get().address);
    if (!back) return;
    show(back.address, 'push');
    set(back);
  },
  redo: () => {
    const on = stepForward(get().steps, get().address);
    if (!on) return;
    show(on.address, 'push');
    set(on);
  },
}));

window.addEventListener('pagehide', () => keepSteps(useAddress.getState().steps));
window.addEventListener('popstate', () => {
  const { address: before, steps } = useAddress.getState();
  const address = parseAddress(window.location.search, firstLanguage());
  useAddress.setState({ address, steps: recordStep(steps, before, address, Date.now(), false) });
});

export const go: AddressSlice['go'] = (change, how) => useAddress.getState().go(change, how);
export const useLanguage = () => useAddress((state) => state.address.language);
export const useMessages = () => MESSAGES[useLanguage()];

// Graph -------------------------------------------------------------------------------------------------------------

/** Up to so many nodes everything is loaded; of more, the part that is asked for. */
const NODE_LIMIT = 5000;
/** What fits on one page comes at once, and the server need not count the rest. */
const PAGE_SIZE = 2000;
/** Mentions are read with their text, not drawn. */
const LOADED_LABELS: readonly NodeLabel[] = [
  'Agreement',
  'State',
  'Organization',
  'Person',
  'Place',
  'Date',
  'Provision',
  'Document',
];

type GraphSlice = {
  status: 'loading' | 'ready' | 'empty' | 'failed';
  index: GraphIndex;
  /** How many nodes there are in the store. */
  total: number;
  /** Set when the server holds more than is loaded. */
  partial: boolean;
  /** How many agreements fit the filters, where not all are loaded. */
  fitting: number;
  /** How many agreements each year has in the store, where not all are loaded. */
  years: ReadonlyMap<number, number> | null;
  error: ApiError | null;
  load: () => Promise<void>;
  /** Reads it again behind what is shown, after documents came or went. */
  reload: () => Promise<void>;
  /** Merges what was found elsewhere. */
  merge: (nodes: readonly GraphNode[], edges: readonly GraphEdge[]) => void;
  /**
   * Brings in a node that search or a query found, with what is around it.
   * Answers with its id, another one when the one that was asked for was merged into it.
   */
  include: (id: string) => Promise<string>;
  /** Brings in what is around a node, once, where not everything is loaded. */
  surround: (id: string) => Promise<void>;
};

export const toApiError = (cause: unknown) =>
  cause instanceof ApiError
    ? cause
    : new ApiError('UNKNOWN', cause instanceof Error ? cause.message : String(cause), cause);

type Loaded = Pick<GraphSlice, 'index' | 'total' | 'partial' | 'fitting' | 'years'>;

/** The whole graph page by page; of a large one, the agreements that fit the address. `tell` hears of each page. */
async function loadGraph(tell: (loaded: Loaded) => void): Promise<Loaded> {
  surrounded.clear();
  let loaded: Loaded = { index: EMPTY_GRAPH, total: 0, partial: false, fitting: 0, years: null };
  let cursor: string | undefined;
  do {
    const parameters = new URLSearchParams({ label: LOADED_LABELS.join(','), limit: String(PAGE_SIZE) });
    if (cursor) parameters.set('cursor', cursor);
    const page = await api.graph(parameters);
    if (page.total.nodes > NODE_LIMIT) return loadPart(useAddress.getState().address, page.total.nodes);
    const index = cursor
      ? mergeGraph(loaded.index, page.nodes, page.edges)
      : indexGraph(page.nodes, page.edges);
    cursor = page.next;
    loaded = { ...loaded, index, total: page.total.nodes };
    tell(loaded);
  } while (cursor);
  return loaded;
}

/** Nodes around which everything was loaded. */
const surrounded = new Set<string>();

const statusOf = ({ index }: Loaded) => (index.nodes.size > 0 ? 'ready' : 'empty');

export const useGraph = create<GraphSlice>((set, get) => ({
  status: 'loading',
  index: EMPTY_GRAPH,
  total: 0,
  partial: false,
  fitting: 0,
  years: null,
  error: null,
  load: async () => {
    set({ status: 'loading', error: null, index: EMPTY_GRAPH });
    try {
      const loaded = await loadGraph(({ index, total }) => set({ index, total }));
      set({ ...loaded, status: statusOf(loaded) });
    } catch (cause) {
      set({ status: 'failed', error: toApiError(cause) });
    }
  },
  reload: async () => {
    try {
      const loaded = await loadGraph(() => undefined);
      set({ ...loaded, status: statusOf(loaded), error: null });
    } catch (cause) {
      set({ status: 'failed', error: toApiError(cause) });
    }
  },
  merge: (nodes, edges) => set({ index: mergeGraph(get().index, nodes, edges) }),
  include: async (id) => {
    if (get().index.nodes.has(id)) return id;
    const around = await api.neighbours(id);
    const kept = around.nodes.filter((node) => node.label !== 'Mention');
    set({ index: mergeGraph(get().index, kept, around.edges) });
    const known = kept.some((node) => node.id === id);
    return known ? id : (kept[0]?.id ?? id);
  },
  surround: async (id) => {
    if (!get().partial || surrounded.has(id)) return;
    surrounded.add(id);
    try {
      const { nodes, edges } = await api.neighbours(id, AROUND);
      get().merge(
        nodes.filter((node) => node.label !== 'Mention'),
        edges,
      );
    } catch {
      surrounded.delete(id);
    }
  },
}));

/** The agreement in the middle of the lineage: the address's, or the one that most is said of. */
export function rootOf({ root }: Pick<Address, 'root'>, index: GraphIndex): string | null {
  return root && index.nodes.has(root) ? root : chooseRoot(index);
}

export function useRoot(): string | null {
  const root = useAddress((state) => state.address.root);
  const index = useGraph((state) => state.index);
  return useMemo(() => rootOf({ root }, index), [root, index]);
}

/** The selected node: the address's, or the root when the address says nothing. */
export function useSelected(): string | null {
  const root = useRoot();
  const { node, view } = useAddress((state) => state.address);
  if (node !== undefined) return node;
  return view === 'lineage' ? root : null;
}

/** Selects a node; the panel brings it in if it is not loaded yet. */
export function select(id: string, change: Partial<Address> = {}): void {
  go({ node: id, ...change });
}

// Documents ---------------------------------------------------------------------------------------------------------

type DocumentsSlice = {
  list: readonly DocumentSummary[] | null;
  texts: Readonly<Record<string, DocumentResponse | ApiError>>;
  failed: ApiError | null;
  loadList: () => Promise<void>;
  /** Loads a text once; after an error, again. */
  loadText: (id: string) => Promise<void>;
};

const underway = new Set<string>();

export const useDocuments = create<DocumentsSlice>((set, get) => ({
  list: null,
  texts: {},
  failed: null,
  loadList: async () => {
    try {
      set({ list: (await api.documents()).documents, failed: null });
    } catch (cause) {
      set({ failed: toApiError(cause) });
    }
  },
  loadText: async (id) => {
    const known = get().texts[id];
    if (underway.has(id) || (known && !(known instanceof ApiError))) return;
    underway.add(id);
    const text = await api.document(id).catch(toApiError);
    underway.delete(id);
    set({ texts: { ...get().texts, [id]: text } });
  },
}));

/** A text that came; null for one that did not, or not yet. */
export function useText(id: string | null): DocumentResponse | null {
  const text = useDocuments((state) => (id === null ? undefined : state.texts[id]));
  return text === undefined || text instanceof ApiError ? null : text;
}

// Interface ---------------------------------------------------------------------------------------------------------

export const THEMES = ['system', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

type InterfaceSlice = {
  theme: Theme;
  filtersOpen: boolean;
  searchOpen: boolean;
  helpOpen: boolean;
  /** Whether single letters are commands wherever the focus is; some people dictate. */
  singleKeys: boolean;
  /** The node under the pointer. */
  hovered: string | null;
  /** The edge under the pointer, and where on the stage. */
  hoveredEdge: Readonly<{ id: string; x: number; y: number }> | null;
  /** The edge whose evidence the panel goes to. */
  wanted: string | null;
  setTheme: (theme: Theme) => void;
  setFiltersOpen: (open: boolean) => void;
  setSearchOpen: (open: boolean) => void;
  setHelpOpen: (open: boolean) => void;
  setSingleKeys: (on: boolean) => void;
  setHovered: (id: string | null) => void;
  setHoveredEdge: (edge: InterfaceSlice['hoveredEdge']) => void;
  setWanted: (edge: string | null) => void;
};

export const useInterface = create<InterfaceSlice>((set) => ({
  theme: THEMES.find((one) => one === remembered('theme')) ?? 'system',
  filtersOpen: remembered('filters') === null ? window.innerWidth >= 1200 : remembered('filters') === 'open',
  searchOpen: false,
  helpOpen: false,
  singleKeys: remembered('keys') !== 'off',
  hovered: null,
  hoveredEdge: null,
  wanted: null,
  setTheme: (theme) => {
    remember('theme', theme);
    set({ theme });
  },
  setFiltersOpen: (filtersOpen) => {
    remember('filters', filtersOpen ? 'open' : 'closed');
    set({ filtersOpen });
  },
  setSearchOpen: (searchOpen) => set({ searchOpen }),
  setHelpOpen: (helpOpen) => set({ helpOpen }),
  setSingleKeys: (singleKeys) => {
    remember('keys', singleKeys ? 'on' : 'off');
    set({ singleKeys });
  },
  setHovered: (hovered) => set({ hovered }),
  setHoveredEdge: (hoveredEdge) => set({ hoveredEdge }),
  setWanted: (wanted) => set({ wanted }),
}));

// Filters -----------------------------------------------------------------------------------------------------------

/** A list with one member more, or less. */
export function toggled<T extends string>(list: readonly T[], one: T): T[] {
  return list.includes(one) ? list.filter((other) => other !== one) : [...list, one];
}
