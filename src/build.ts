/**
 * Documents into the archive, and the archive into the store. The archive is changed first and forgotten last,
 * so a kill at any moment leaves a state that the next build completes.
 */
import { createHash } from 'node:crypto';
import { StemmaError } from './errors.ts';
import { documentId as idOf, ingest } from './ingest/index.ts';
import type { Library } from './library.ts';
import { assemble, extract } from './pipeline.ts';
import type { Document, Extraction, Graph } from './records.ts';
import type { Authorities } from './resolve/authorities.ts';
import { Shelf } from './shelf.ts';
import type { ArchivedDocument, Source } from './store/archive.ts';
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
  | Readonly<{ step: 'assemble'; documents: number }>
  | Readonly<{ step: 'write'; nodes: number; edges: number }>;
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

/** Ends the fingerprint of a graph that holds every authority. */
const WHOLE_REGISTER = '+all';
/** Made elsewhere, so never made again from the bytes. */
const GIVEN = 'given';

/** Reads the inputs into the archive and makes the store hold what the archive holds. Doing it twice changes nothing. */
export async function build(
  library: Library,
  inputs: AsyncIterable<BuildInput> | Iterable<BuildInput>,
  onProgress: OnProgress = () => undefined,
): Promise<BuildSummary> {
  return library.archive.exclusively(async () => {
    const shelf = await openShelf(library);
    // A mistake in the authorities is no document's fault.
    await library.authorities();
    const added: string[] = [];
    const unchanged: string[] = [];
    const failed: FailedInput[] = [];
    for await (const input of inputs) {
      const result = 'error' in input ? input : await taken(library, shelf, input);
      if ('error' in result) {
        failed.push(result);
        onProgress({ step: 'failed', ...result });
      } else {
        (result.outcome === 'added' ? added : unchanged).push(result.id);
        onProgress({ step: 'document', ...result });
      }
    }
    await redoStale(library, shelf, onProgress);
    const written = await writeGraph(library, shelf, onProgress);
    return { added, unchanged, replaced: shelf.leaving(), failed, written };
  });
}

/** Takes a document out of the archive and the graph. Throws NOT_FOUND. */
export async function remove(library: Library, documentId: string, onProgress: OnProgress = () => undefined) {
  return library.archive.exclusively(async () => {
    const shelf = await openShelf(library);
    if (!shelf.take(documentId))
      throw new StemmaError('NOT_FOUND', `${documentId}: no such document in ${library.store.where}`);
    await redoStale(library, shelf, onProgress);
    return writeGraph(library, shelf, onProgress);
  });
}

/** Whether the graph was made by this Stemma from these authorities; if not, `build` with no inputs makes it again. */
export async function isCurrent(library: Library): Promise<boolean> {
  const built = await library.archive.built();
  return built === library.fingerprint || built === `${library.fingerprint}${WHOLE_REGISTER}`;
}

type Taken = Readonly<{ name: string; id: string; language: string; outcome: 'added' | 'unchanged' }>;

async function taken(
  library: Library,
  shelf: Shelf,
  input: Input | GivenExtraction,
): Promise<Taken | FailedInput> {
  const { name } = input.source;
  try {
    if ('extraction' in input) return await takeGiven(shelf, input);
    const sha256 = createHash('sha256').update(input.bytes).digest('hex');
    const id = idOf(sha256);
    const known = shelf.get(id);
    const sources = withSource(known?.sources ?? [], input.source);
    if (known?.fingerprint === library.fingerprint) {
      if (sources.length > known.sources.length) await shelf.put({ ...known, sources });
      else await shelf.claim(id, input.source.at);
      const { language } = known.extraction.document;
      return { name, id, language, outcome: 'unchanged' };
    }
    const extraction = await extractBytes(library, input.bytes, name);
    await shelf.put(record(extraction, sources, library.fingerprint, true), input.bytes);
    const { language } = extraction.document;
    return { name, id, language, outcome: known ? 'unchanged' : 'added' };
  } catch (error) {
    return { name, error: asStemmaError(error, name) };
  }
}

async function takeGiven(shelf: Shelf, input: GivenExtraction): Promise<Taken> {
  const { extraction, source, bytes } = input;
  const { id, language } = extraction.document;
  const known = shelf.get(id);
  const sources = withSource(known?.sources ?? [], source);
  const same = known && JSON.stringify(known.extraction) === JSON.stringify(extraction);
  if (same && sources.length === known.sources.length && (known.bytes || !bytes))
    return { name: source.name, id, language, outcome: 'unchanged' };
  const hasBytes = bytes !== undefined || known?.bytes === true;
  await shelf.put(record(extraction, sources, same ? known.fingerprint : GIVEN, hasBytes), bytes);
  return { name: source.name, id, language, outcome: known ? 'unchanged' : 'added' };
}

/** Makes again, from the kept bytes, what another extractor or other authorities made. */
async function redoStale(library: Library, shelf: Shelf, onProgress: OnProgress): Promise<void> {
  for (const document of shelf.all()) {
    if (!document.bytes || document.fingerprint === GIVEN || document.fingerprint === library.fingerprint)
      continue;
    const { id, sha256, source } = document.extraction.document;
    onProgress({ step: 'again', name: source, id });
    try {
      const extraction = await extractBytes(library, library.archive.bytes(sha256), source);
      await shelf.put(record(extraction, document.sources, library.fingerprint, true));
    } catch (error) {
      // What the earlier extractor made stays.
      onProgress({ step: 'failed', name: source, error: asStemmaError(error, source) });
    }
  }
}

async function writeGraph(library: Library, shelf: Shelf, onProgress: OnProgress): Promise<WriteSummary> {
  const documents = shelf.all();
  onProgress({ step: 'assemble', documents: documents.length });
  const built = await library.archive.built();
  const withAuthorities = library.withAuthorities ?? built?.endsWith(WHOLE_REGISTER) === true;
  const graph = await assembled(library, documents, withAuthorities);
  onProgress({ step: 'write', nodes: graph.nodes.length, edges: graph.edges.length });
  const written = await library.store.write(graph);
  await shelf.forget();
  await library.archive.setBuilt(`${library.fingerprint}${withAuthorities ? WHOLE_REGISTER : ''}`);
  return written;
}

async function assembled(
  library: Library,
  documents: readonly ArchivedDocument[],
  withAuthorities: boolean,
): Promise<Graph> {
  const byId = new Map(documents.map((document) => [document.extraction.document.id, document]));
  return assemble(documents.map(withOwnSource), await library.authorities(), {
    sources: (id) => {
      const document = byId.get(id);
      return document ? namesOf(document) : [];
    },
    extractor: (id) => byId.get(id)?.extractor,
    withAuthorities,
  });
}

/** Its first source may not be the one it was extracted under: paths come and go. */
function withOwnSource(document: ArchivedDocument): Extraction {
  const { extraction } = document;
  const source = namesOf(document)[0] ?? extraction.document.source;
  return { ...extraction, document: { ...extraction.document, source } };
}

/** The original text of an archived document; without its bytes, what the mentions give. */
export function textOf(library: Library, document: ArchivedDocument): string {
  const { sha256, source } = document.extraction.document;
  if (!document.bytes) return textFromMentions(document.extraction);
  return ingest(library.archive.bytes(sha256), source).text;
}

async function extractBytes(library: Library, bytes: Uint8Array, name: string): Promise<Extraction> {
  return extractDocument(ingest(bytes, name), await library.authorities());
}

/** Extracts; whatever a text makes the extractor throw is told as UNREADABLE, so that the other documents go on. */
export function extractDocument(document: Document, authorities: Authorities): Extraction {
  try {
    return extract(document, authorities);
  } catch (error) {
    throw asStemmaError(error, document.source);
  }
}

function asStemmaError(error: unknown, name: string): StemmaError {
  if (error instanceof StemmaError) return error;
  const why = error instanceof Error ? error.message : String(error);
  return new StemmaError(
    'UNREADABLE',
    `${name}: Stemma failed on this text (${why}); please report it`,
    error,
  );
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
export function namesOf(document: ArchivedDocument): string[] {
  return [...new Set(document.sources.map((source) => source.name))].sort();
}

/** What the archive holds. A store whose documents were built from another archive would lose them: throws STORE_FOREIGN. */
async function openShelf(library: Library): Promise<Shelf> {
  const shelf = await Shelf.open(library.archive);
  const foreign = (await documentIds(library)).filter((id) => !shelf.has(id));
  if (foreign.length === 0) return shelf;
  throw new StemmaError(
    'STORE_FOREIGN',
    `${library.store.where} holds ${foreign.length} documents that ${library.archive.folder} does not know (${foreign[0]}): ` +
      'build where they were built, or empty the store first',
  );
}

/** None when the store is damaged: writing it mends it. */
async function documentIds({ store }: Library): Promise<string[]> {
  try {
    const { rows } = await store.read('MATCH (d:Document) RETURN d.id AS id');
    return rows.flatMap(([id]) => (typeof id === 'string' ? [id] : []));
  } catch (error) {
    if (error instanceof StemmaError && error.code === 'STORE_CORRUPT') return [];
    throw error;
  }
}
