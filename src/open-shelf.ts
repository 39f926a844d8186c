/** The shelf of a library, unless its store holds what its archive does not know. */
import { StemmaError } from './errors.ts';
import type { Library } from './library.ts';
import { Shelf } from './shelf.ts';
import type { Built } from './store/archive.ts';
import { unlessCorrupt } from './store/generations.ts';

/**
 * What the archive holds. A store that was filled from elsewhere would lose what it has: throws STORE_FOREIGN when it
 * holds documents that the archive does not know, or anything although nothing was built from this archive yet.
 */
export async function openShelf(library: Library): Promise<Shelf> {
  const { archive, store } = library;
  const shelf = await Shelf.open(archive);
  const built = await archive.built();
  if (await isAsLeft(library, shelf, built)) return shelf;
  const foreign = (await idsIn(library, 'MATCH (d:Document) RETURN d.id AS id')).filter(
    (id) => !shelf.has(id),
  );
  if (foreign.length > 0)
    throw foreignStore(
      `${store.where} holds ${foreign.length} documents that ${archive.folder} does not know (${foreign[0]})`,
    );
  const isNew = shelf.all().length === 0 && built === undefined;
  if (isNew && (await idsIn(library, 'MATCH (n) RETURN n.id AS id LIMIT 1')).length > 0)
    throw foreignStore(`${store.where} holds a graph that was not built from ${archive.folder}`);
  return shelf;
}

/** Then the engine, which holds everything in memory, need not be opened. A server may have been written to by others. */
async function isAsLeft({ store }: Library, shelf: Shelf, built: Built | undefined): Promise<boolean> {
  if (store.kind !== 'embedded' || built?.documents !== shelf.all().length) return false;
  return built.version === (await store.version().catch(unlessCorrupt));
}

function foreignStore(what: string): StemmaError {
  return new StemmaError('STORE_FOREIGN', `${what}: build where it was built, or empty the store first`);
}

/** None when the store is damaged: writing it mends it. */
async function idsIn({ store }: Library, query: string): Promise<string[]> {
  try {
    const { rows } = await store.read(query);
    return rows.flatMap(([id]) => (typeof id === 'string' ? [id] : []));
  } catch (error) {
    return unlessCorrupt(error) ?? [];
  }
}
