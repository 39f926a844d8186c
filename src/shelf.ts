/** The documents of the archive while a build changes them. */
import {
  type Archive,
  type ArchivedDocument,
  type ArchivedHead,
  headOf,
  type Source,
} from './store/archive.ts';

/**
 * What was put is kept at once. What was taken away is forgotten last, when the graph without it is written: a build
 * that is killed in between leaves too much rather than too little, and the next one completes it.
 */
export class Shelf {
  readonly #archive: Archive;
  readonly #documents: Map<string, ArchivedHead>;
  /** Which documents were found at a path; two only after a kill. */
  readonly #holders = new Map<string, Set<string>>();
  readonly #gone = new Map<string, ArchivedHead>();
  readonly #writing = new Map<string, Promise<void>>();

  private constructor(archive: Archive, documents: readonly ArchivedHead[]) {
    this.#archive = archive;
    this.#documents = new Map(documents.map((document) => [idOf(document), document]));
    for (const document of documents) this.#hold(document);
  }

  /** Only for who works on the archive exclusively. */
  static async open(archive: Archive): Promise<Shelf> {
    return new Shelf(archive, await archive.heads());
  }

  /** Also one that was taken away and is not forgotten yet: it has no path any more. */
  get(id: string): ArchivedHead | undefined {
    const gone = this.#gone.get(id);
    return this.#documents.get(id) ?? (gone && { ...gone, sources: [] });
  }

  has(id: string): boolean {
    return this.#documents.has(id);
  }

  /** Sorted by id. */
  all(): readonly ArchivedHead[] {
    return [...this.#documents.values()].sort((a, b) => (idOf(a) < idOf(b) ? -1 : 1));
  }

  /** Its extraction too. */
  whole(head: ArchivedHead): Promise<ArchivedDocument> {
    return this.#archive.whole(head);
  }

  /** Ids of the documents that were taken away. */
  leaving(): readonly string[] {
    return [...this.#gone.keys()];
  }

  /**
   * Keeps the document, and takes its paths from those that held them before: known at once, and on the disk when the
   * promise resolves. Several may be under way. What the disk does not take is as if it had never been put.
   */
  async put(document: ArchivedDocument, bytes?: Uint8Array): Promise<void> {
    const head = headOf(document);
    const before = this.#concerned(head);
    const losers = this.#know(head);
    try {
      await this.#write(idOf(head), () => this.#archive.put(document, bytes));
    } catch (error) {
      this.#restore(head, before);
      throw error;
    }
    await this.#rewrite(losers);
  }

  /** Keeps a document that is there under these sources, as `put` does. */
  async place(head: ArchivedHead, sources: readonly Source[]): Promise<void> {
    const losers = this.#know({ ...head, sources });
    await this.#rewrite(sources.length > head.sources.length ? [idOf(head), ...losers] : losers);
  }

  /** Takes a document away; false if it is not there. */
  take(id: string): boolean {
    const document = this.#documents.get(id);
    if (!document) return false;
    this.#documents.delete(id);
    this.#gone.set(id, document);
    return true;
  }

  /** Deletes what was taken away, when nothing depends on it any more. */
  async forget(): Promise<void> {
    for (const document of this.#gone.values()) await this.#archive.remove(document);
  }

  /** Ids of the documents that are left with fewer paths. */
  #know(head: ArchivedHead): readonly string[] {
    const id = idOf(head);
    this.#documents.set(id, head);
    this.#gone.delete(id);
    this.#hold(head);
    return head.sources.flatMap(({ at }) =>
      [...(this.#holders.get(at) ?? [])].filter((other) => other !== id && this.#lose(other, at)),
    );
  }

  /** The document itself and those that hold its paths, as they are now. */
  #concerned(head: ArchivedHead): readonly Standing[] {
    const holders = head.sources.flatMap(({ at }) => [...(this.#holders.get(at) ?? [])]);
    return [...new Set([idOf(head), ...holders])].map((id) => ({
      id,
      there: this.#documents.get(id),
      gone: this.#gone.get(id),
    }));
  }

  #restore(head: ArchivedHead, before: readonly Standing[]): void {
    for (const { at } of head.sources) this.#holders.get(at)?.delete(idOf(head));
    for (const { id, there, gone } of before) {
      this.#documents.delete(id);
      this.#gone.delete(id);
      if (gone) this.#gone.set(id, gone);
      if (!there) continue;
      this.#documents.set(id, there);
      this.#hold(there);
    }
  }

  #hold(document: ArchivedHead): void {
    for (const { at } of document.sources) {
      const holders = this.#holders.get(at) ?? new Set();
      this.#holders.set(at, holders.add(idOf(document)));
    }
  }

  /** Whether it is still there, with a path less. */
  #lose(id: string, at: string): boolean {
    this.#holders.get(at)?.delete(id);
    const document = this.#documents.get(id);
    if (!document) return false;
    const sources = document.sources.filter((source) => source.at !== at);
    if (sources.length > 0) this.#documents.set(id, { ...document, sources });
    else this.take(id);
    return sources.length > 0;
  }

  /** With the sources that they have now. */
  async #rewrite(ids: readonly string[]): Promise<void> {
    for (const id of ids)
      await this.#write(id, async () => {
        const head = this.#documents.get(id);
        if (head) await this.#archive.put({ ...(await this.whole(head)), sources: head.sources });
      });
  }

  /** One after another for each document. */
  #write(id: string, work: () => Promise<void>): Promise<void> {
    const written = (this.#writing.get(id) ?? Promise.resolve()).then(work);
    this.#writing.set(id, written);
    return written.finally(() => {
      if (this.#writing.get(id) === written) this.#writing.delete(id);
    });
  }
}

/** A document that is there, or was taken away, or neither. */
type Standing = Readonly<{ id: string; there: ArchivedHead | undefined; gone: ArchivedHead | undefined }>;

function idOf({ document }: ArchivedHead): string {
  return document.id;
}
