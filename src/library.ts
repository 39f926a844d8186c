/** A store with its archive and the authorities: what building, serving and removing work on. */
import type { Authorities } from './resolve/authorities.ts';
import { loadAuthorities } from './seed.ts';
import { type Archive, openArchive } from './store/archive.ts';
import { openStore } from './store/index.ts';
import type { Store } from './store/port.ts';
import { archiveFolder } from './store/where.ts';
import { fingerprint } from './version.ts';

export type Library = Readonly<{
  store: Store;
  archive: Archive;
  /** Read at the first call. */
  authorities: () => Promise<Authorities>;
  /** Of the extractor and the authorities. */
  fingerprint: string;
  close(): Promise<void>;
}>;

/** Opens a store (a folder, or a Bolt address) and the archive that belongs to it. Throws STORE_UNAVAILABLE. */
export async function openLibrary(where: string): Promise<Library> {
  const store = await openStore(where);
  return {
    store,
    archive: openArchive(archiveFolder(where, process.env.NEO4J_DATABASE)),
    authorities: loadAuthorities,
    fingerprint: fingerprint(),
    close: () => store.close(),
  };
}
