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
  /** Their files, beside those that come with Stemma. */
  authorityFiles: readonly string[];
  /** Of the extractor and the authorities. */
  fingerprint: string;
  /** Whether the graph takes the whole register; as it was built last when not said. */
  withAuthorities?: boolean;
  /** Threads that extract; as `Extractors` takes them. */
  workers?: number;
  close(): Promise<void>;
}>;

export type LibraryOptions = Readonly<{
  /** Files of authorities beside those that come with Stemma. */
  authorities?: readonly string[] | undefined;
  withAuthorities?: boolean | undefined;
  workers?: number | undefined;
}>;

/** Opens a store (a folder, or a Bolt address) and the archive that belongs to it. Throws STORE_UNAVAILABLE. */
export async function openLibrary(where: string, options: LibraryOptions = {}): Promise<Library> {
  const store = await openStore(where);
  return {
    store,
    archive: openArchive(archiveFolder(where, process.env.NEO4J_DATABASE)),
    authorities: () => loadAuthorities(options.authorities),
    authorityFiles: options.authorities ?? [],
    fingerprint: fingerprint(options.authorities),
    ...(options.withAuthorities === undefined ? {} : { withAuthorities: options.withAuthorities }),
    ...(options.workers === undefined ? {} : { workers: options.workers }),
    close: () => store.close(),
  };
}
