/** The documents of the archive while a build changes them. */
import { type Archive, type ArchivedDocument, type ArchivedHead, headOf } from './store/archive.ts';

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

  private constructor(archive: Archive, documents: readonly ArchivedHead[]) {
    this.#archive = archive;
    this.#documents = new Map(documents.map((document) => [idOf(document), document]));
    for (const document of documents) this.#hold(document);
  }

  /** Only for who works on the archive exclusively. */
  static async open(archive: Archive): Promise<Shelf> {
    return new Shelf(archive, await archive.heads());
  }

  get(id: string): ArchivedHead | undefined {
    return this.#documents.get(id);
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

  /** Keeps the document, and takes its paths from those that held them before. */
  async put(document: ArchivedDocument, bytes?: Uint8Array): Promise<void> {
    const head = headOf(document);
    const id = idOf(head);
    await this.#archive.put(document, bytes);
    this.#documents.set(id, head);
    this.#gone.delete(id);
    this.#hold(head);
    for (const { at } of head.sources) await this.claim(id, at);
  }

  /** The path holds this document now, and no other. */
  async claim(id: string, at: string): Promise<void> {
    for (const other of this.#holders.get(at) ?? []) if (other !== id) await this.#lose(other, at);
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

  #hold(document: ArchivedHead): void {
    for (const { at } of document.sources) {
      const holders = this.#holders.get(at) ?? new Set();
      this.#holders.set(at, holders.add(idOf(document)));
    }
  }

  async #lose(id: string, at: string): Promise<void> {
    this.#holders.get(at)?.delete(id);
    const document = this.#documents.get(id);
    if (!document) return;
    const sources = document.sources.filter((source) => source.at !== at);
    if (sources.length === 0) {
      this.take(id);
      return;
    }
    await this.#archive.put({ ...(await this.whole(document)), sources });
    this.#documents.set(id, { ...document, sources });
  }
}

function idOf({ document }: ArchivedHead): string {
  return document.id;
}
