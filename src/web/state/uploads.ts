/** Files on their way into the graph, one after the other, and documents on their way out. */
import { create } from 'zustand';
import { api } from './api.ts';
import { toApiError, useDocuments, useGraph } from './stores.ts';

export type Upload = Readonly<{
  key: number;
  name: string;
  status: 'waiting' | 'reading' | 'added' | 'unchanged' | 'failed' | 'cancelled';
  /** Of the document, when there is one. */
  document: string | null;
  /** Why it failed. */
  detail: string | null;
}>;

type UploadsSlice = {
  uploads: readonly Upload[];
  /** Ids of documents that are being taken out. */
  leaving: readonly string[];
  removeError: string | null;
  add: (files: readonly File[]) => Promise<void>;
  /** Ends what is underway and what waits. */
  cancel: () => void;
  /** Forgets what is done. */
  clear: () => void;
  remove: (id: string) => Promise<void>;
};

let keys = 0;
let underway: AbortController | null = null;
const waiting: { key: number; file: File }[] = [];

export const useUploads = create<UploadsSlice>((set, get) => {
  const tell = (key: number, change: Partial<Upload>) =>
    set({ uploads: get().uploads.map((one) => (one.key === key ? { ...one, ...change } : one)) });

  async function upload(key: number, file: File): Promise<void> {
    const abort = new AbortController();
    underway = abort;
    tell(key, { status: 'reading' });
    try {
      const { added, unchanged, failed } = await api.upload(file, abort.signal);
      const [failure] = failed;
      if (failure) return tell(key, { status: 'failed', detail: failure.detail });
      const document = added[0]?.id ?? unchanged[0]?.id ?? null;
      tell(key, { status: added.length > 0 ? 'added' : 'unchanged', document });
    } catch (cause) {
      if (abort.signal.aborted) tell(key, { status: 'cancelled' });
      else tell(key, { status: 'failed', detail: toApiError(cause).message });
    }
  }

  return {
    uploads: [],
    leaving: [],
    removeError: null,
    add: async (files) => {
      const added = files.map((file) => ({ key: ++keys, file }));
      const told = added.map(({ key, file }): Upload => {
        return { key, name: file.name, status: 'waiting', document: null, detail: null };
      });
      set({ uploads: [...get().uploads, ...told] });
      waiting.push(...added);
      if (underway) return;
      for (let next = waiting.shift(); next; next = waiting.shift()) await upload(next.key, next.file);
      underway = null;
      await refresh();
    },
    cancel: () => {
      for (const { key } of waiting.splice(0)) tell(key, { status: 'cancelled' });
      underway?.abort();
    },
    clear: () =>
      set({ uploads: get().uploads.filter(({ status }) => status === 'waiting' || status === 'reading') }),
    remove: async (id) => {
      set({ leaving: [...get().leaving, id], removeError: null });
      try {
        await api.remove(id);
        await refresh();
      } catch (cause) {
        set({ removeError: toApiError(cause).message });
      } finally {
        set({ leaving: get().leaving.filter((one) => one !== id) });
      }
    },
  };
});

/** What is shown after documents came or went. */
async function refresh(): Promise<void> {
  await Promise.all([useDocuments.getState().loadList(), useGraph.getState().reload()]);
}
