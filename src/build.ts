/**
 * Documents into the archive, and the archive into the store. The archive is changed first and forgotten last,
 * so a kill at any moment leaves a state that the next build completes.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { partOf } from './assemble/part.ts';
import { Assembly, type Given } from './assembly.ts';
import { StemmaError } from './errors.ts';
import { asStemmaError } from './extract-bytes.ts';
import { Extractors, inOrder } from './extractors.ts';
import { documentId as idOf, ingest } from './ingest/index.ts';
import type { Library } from './library.ts';
import { openShelf } from './open-shelf.ts';
import type { Extraction } from './records.ts';
import type { Authorities } from './resolve/authorities.ts';
import type { Shelf } from './shelf.ts';
import type { ArchivedDocument, ArchivedHead, Source } from './store/archive.ts';
import type { WriteSummary } from './store/port.ts';
import { textFromMentions } from './text-from-mentions.ts';
import { VERSION } from './version.ts';

/** A file to read. */
export type Input = Readonly<{ source: Source; bytes: Uint8Array }>;
/** An extraction that was made elsewhere, with the bytes it was made from where they were found. */
export type GivenExtraction = Readonly<{ source: Source; extraction: Extraction; bytes?: Uint8Array }>;
/** Something that could not even be read; it is reported and the others go on. */
export type FailedInput = Readonly<{ name: string; error: StemmaError }>;
export type BuildInput = Input | GivenExtraction | FailedInput;

export type BuildEvent =
  | Readonly<{ step: 'document'; name: string; id: string; language: string; outcome: 'added' | 'unchanged' }>
  | Readonly<{ step: 'failed'; name: string; error: StemmaError }>
  | Readonly<{ step: 'again'; name: string; id: string }>
  /** So many documents are read or joined, nodes and edges compared with what the store holds or written. */
  | Readonly<{
      step: 'progress';
      what: 'read' | 'joined' | 'compared' | 'written';
      done: number;
      total?: number | undefined;
    }>;
export type OnProgress = (event: BuildEvent) => void;

export type BuildSummary = Readonly<{
  /** Ids of documents that are new. */
  added: readonly string[];
  /** Ids of documents that were there already. */
  unchanged: readonly string[];
  /** Ids of documents that left because their path now holds other bytes. */
  replaced: readonly string[];
  failed: readonly FailedInput[];
  written: WriteSummary;
}>;

/** Documents that are on the way to the disk at once, which waits for each. */
const WRITES = 16;
/** Ends the fingerprint of a graph that holds every authority. */
const WHOLE_REGISTER = '+all';
/** Made elsewhere, so never made again from the bytes. */
const GIVEN = 'given';

/**
 * Reads the inputs into the archive and makes the store hold what the archive holds. Doing it twice changes nothing;
 * interrupted and called again, it extracts what is left.
 */
export async function build(
  library: Library,
  inputs: AsyncIterable<BuildInput> | Iterable<BuildInput>,
  onProgress: OnProgress = () => undefined,
): Promise<BuildSummary> {
  return onShelf(library, async (shelf, extractors) => {
    // A mistake in the authorities is no document's fault.
    await library.authorities();
    const added: string[] = [];
    const unchanged: string[] = [];
    const failed: FailedInput[] = [];
    const tell = (result: Taken | FailedInput) => {
      if ('error' in result) {
        failed.push(result);
        onProgress({ step: 'failed', ...result });
      } else {
        (result.outcome === 'added' ? added : unchanged).push(result.id);
        onProgress({ step: 'document', ...result });
      }
      onProgress({ step: 'progress', what: 'read', done: added.length + unchanged.length + failed.length });
    };
    const prepared = inOrder(inputs, extractors.width, (input) => prepare(library, shelf, extractors, input));
    const results = inOrder(prepared, WRITES, async (input) => ({
      input,
      result: await taken(shelf, input),
    }));
    const refused: Prepared[] = [];
    for await (const { input, result } of results)
      if ('error' in result && !('error' in input)) refused.push(input);
      else tell(result);
    // Beside a large one that found no room there was none for a small one.
    for (const input of refused) tell(await taken(shelf, input));
    await redoStale(library, shelf, extractors, onProgress);
    // Their memory is wanted for the graph.
    await extractors.close();
    const written = await writeGraph(library, shelf, onProgress);
    return { added, unchanged, replaced: shelf.leaving(), failed, written };
  });
}

/** Takes a document out of the archive and the graph. Throws NOT_FOUND. */
export async function remove(library: Library, documentId: string, onProgress: OnProgress = () => undefined) {
  return onShelf(library, async (shelf, extractors) => {
    if (!shelf.take(documentId))
      throw new StemmaError('NOT_FOUND', `${documentId}: no such document in ${library.store.where}`);
    await redoStale(library, shelf, extractors, onProgress);
    await extractors.close();
    return writeGraph(library, shelf, onProgress);
  });
}

/** Whether the graph was made by this Stemma from these authorities; if not, `build` with no inputs makes it again. */
export async function isCurrent(library: Library): Promise<boolean> {
  const { fingerprint } = (await library.archive.built()) ?? {};
  return fingerprint === library.fingerprint || fingerprint === `${library.fingerprint}${WHOLE_REGISTER}`;
}

async function onShelf<T>(
  library: Library,
  work: (shelf: Shelf, extractors: Extractors) => Promise<T>,
): Promise<T> {
  return library.archive.exclusively(async () => {
    const extractors = new Extractors(library);
    try {
      return await work(await openShelf(library), extractors);
    } finally {
      await extractors.close();
    }
  });
}

type Taken = Readonly<{ name: string; id: string; language: string; outcome: 'added' | 'unchanged' }>;

/** What can be said of an input before its turn comes; without `put`, the shelf has the document as it is. */
type Prepared = Readonly<{
  source: Source;
  id: string;
  put?: Readonly<{ extraction: Extraction; fingerprint: string; bytes?: Uint8Array | undefined }>;
}>;

async function prepare(
  library: Library,
  shelf: Shelf,
  extractors: Extractors,
  input: BuildInput,
): Promise<Prepared | FailedInput> {
  if ('error' in input) return input;
  const { source, bytes } = input;
  try {
    if ('extraction' in input) return await prepareGiven(library, shelf, input);
    const id = idOf(createHash('sha256').update(input.bytes).digest('hex'));
    const { fingerprint } = library;
    if (shelf.get(id)?.fingerprint === fingerprint) return { source, id };
    const extraction = await extractors.extract(input.bytes, source.name);
    return { source, id, put: { extraction, fingerprint, bytes } };
  } catch (error) {
    return { name: source.name, error: asStemmaError(error, source.name) };
  }
}

async function prepareGiven(
  library: Library,
  shelf: Shelf,
  { source, extraction, bytes }: GivenExtraction,
): Promise<Prepared> {
  const { id } = extraction.document;
  const known = shelf.get(id);
  const same = known && JSON.stringify((await shelf.whole(known)).extraction) === JSON.stringify(extraction);
  if (same && (known.bytes || !bytes)) return { source, id };
  refuseUnfit(extraction, await library.authorities());
  return { source, id, put: { extraction, fingerprint: same ? known.fingerprint : GIVEN, bytes } };
}

/** Throws BAD_EXTRACTION when no graph can be made of it: once kept, it would keep every graph from being made. */
function refuseUnfit(extraction: Extraction, authorities: Authorities): void {
  try {
    partOf(extraction, (id) => id, authorities, {});
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StemmaError('BAD_EXTRACTION', `${extraction.document.source}: ${why}`, error);
  }
}

/** Called in the order of inputs; what the shelf knows changes before the first wait. */
async function taken(shelf: Shelf, input: Prepared | FailedInput): Promise<Taken | FailedInput> {
  if ('error' in input) return input;
  const { source, id, put } = input;
  const known = shelf.get(id);
  const sources = withSource(known?.sources ?? [], source);
  try {
    if (put) {
      const hasBytes = put.bytes !== undefined || known?.bytes === true;
      await shelf.put(record(put.extraction, sources, put.fingerprint, hasBytes), put.bytes);
    } else if (known) await shelf.place(known, sources);
  } catch (error) {
    const { code, message } = asStemmaError(error, source.name);
    const told = new StemmaError(code, `${source.name} could not be kept: ${message}`, error);
    return { name: source.name, error: told };
  }
  const language = (put?.extraction.document ?? known?.document)?.language ?? 'und';
  return { name: source.name, id, language, outcome: known ? 'unchanged' : 'added' };
}

/** Makes again, from the kept bytes, what another extractor or other authorities made. */
async function redoStale(
  library: Library,
  shelf: Shelf,
  extractors: Extractors,
  onProgress: OnProgress,
): Promise<void> {
  const stale = shelf
    .all()
    .filter(
      ({ bytes, fingerprint }) => bytes && fingerprint !== GIVEN && fingerprint !== library.fingerprint,
    );
  const redone = inOrder(stale, extractors.width, async ({ document: { id, sha256, source }, sources }) => {
    try {
      const extraction = await extractors.extract(library.archive.bytes(sha256), source);
      await shelf.put(record(extraction, sources, library.fingerprint, true));
      return { name: source, id };
    } catch (error) {
      return { name: source, id, error: asStemmaError(error, source) };
    }
  });
  for await (const { name, id, error } of redone) {
    onProgress({ step: 'again', name, id });
    // What the earlier extractor made stays.
    if (error) onProgress({ step: 'failed', name, error });
  }
}

async function writeGraph(library: Library, shelf: Shelf, onProgress: OnProgress): Promise<WriteSummary> {
  const built = await library.archive.built();
  const withAuthorities = library.withAuthorities ?? built?.fingerprint.endsWith(WHOLE_REGISTER) === true;
  const assembly = await Assembly.of({
    documents: () => documentsOf(shelf, onProgress),
    authorities: await library.authorities(),
    withAuthorities,
    folder: join(library.archive.folder, 'assembling'),
  });
  try {
    const written = await library.store.write(assembly, (what, done, total) =>
      onProgress({ step: 'progress', what, done, total }),
    );
    await shelf.forget();
    await library.archive.setBuilt({
      fingerprint: `${library.fingerprint}${withAuthorities ? WHOLE_REGISTER : ''}`,
      version: await library.store.version(),
      documents: shelf.all().length,
    });
    return written;
  } finally {
    await assembly.clear();
  }
}

async function* documentsOf(shelf: Shelf, onProgress: OnProgress): AsyncIterable<Given> {
  const heads = shelf.all();
  for (const [at, head] of heads.entries()) {
    const { extraction } = await shelf.whole(head);
    const { extractor } = head;
    yield { extraction: withOwnSource(head, extraction), known: { sources: namesOf(head), extractor } };
    onProgress({ step: 'progress', what: 'joined', done: at + 1, total: heads.length });
  }
}

/** Its first source may not be the one it was extracted under: paths come and go. */
function withOwnSource(head: ArchivedHead, extraction: Extraction): Extraction {
  const source = namesOf(head)[0] ?? head.document.source;
  return { ...extraction, document: { ...extraction.document, source } };
}

/** The original text of an archived document; without its bytes, what the mentions give. */
export function textOf(library: Library, document: ArchivedDocument): string {
  const { sha256, source } = document.extraction.document;
  if (!document.bytes) return textFromMentions(document.extraction);
  return ingest(library.archive.bytes(sha256), source).text;
}

function record(
  extraction: Extraction,
  sources: readonly Source[],
  fingerprint: string,
  bytes: boolean,
): ArchivedDocument {
  return { sources, fingerprint, extractor: VERSION, bytes, extraction };
}

function withSource(sources: readonly Source[], source: Source): readonly Source[] {
  if (sources.some(({ at }) => at === source.at)) return sources;
  return [...sources, source].sort((a, b) => (a.at < b.at ? -1 : 1));
}

/** The names that a document was found under, each once, sorted. */
export function namesOf({ sources }: ArchivedHead): string[] {
  return [...new Set(sources.map((source) => source.name))].sort();
}
