/**
 * The map of the whole graph: read from the store, laid out in a thread of its own, once for each version of the
 * graph, and kept in a file for the next start of the server.
 */
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Worker } from 'node:worker_threads';
import { StemmaError } from '../../errors.ts';
import { decodeColumns, encodeColumns, type MapColumns, NO_YEAR } from '../../layout/columns.ts';
import type { Net } from '../../layout/net.ts';
import { MAP_LABELS, type MapNode, mapGraph, mapNodes } from '../../store/browse-map.ts';
import type { Store } from '../../store/port.ts';
import { TYPES } from '../../store/schema.ts';
import type { Arranged } from './arrange-thread.ts';

export type GraphMap = Readonly<{
  version: string;
  /** The columns as they travel. */
  bytes: Uint8Array;
  /** The nodes by their number, and the way back from an id. */
  nodes: readonly MapNode[];
  numbers: ReadonlyMap<string, number>;
}>;

/** More would need more memory than a page should take. */
const MOST_NODES = 250_000;

export class MapKeeper {
  readonly #store: Store;
  readonly #file: string;
  #known: { readonly version: string; readonly map: Promise<GraphMap> } | undefined;

  constructor(store: Store, file: string) {
    this.#store = store;
    this.#file = file;
  }

  /** The map of the graph as it is now. Throws TOO_LARGE. */
  async current(): Promise<GraphMap> {
    const version = await this.#store.version();
    if (this.#known?.version !== version) {
      const map = this.#make(version);
      this.#known = { version, map };
      map.catch(() => {
        if (this.#known?.map === map) this.#known = undefined;
      });
    }
    return this.#known.map;
  }

  async #make(version: string): Promise<GraphMap> {
    const kept = await this.#readKept(version);
    if (kept) return withNodes(version, kept, await mapNodes(this.#store));
    const { nodes, cited, from, to, type } = await mapGraph(this.#store);
    if (nodes.length > MOST_NODES)
      throw new StemmaError(
        'TOO_LARGE',
        `${nodes.length} nodes are more than can be drawn at once (${MOST_NODES}); choose some years or a party`,
      );
    const net = { count: nodes.length, from, to };
    const bytes = encodeColumns({
      ...net,
      ...(await arrange(net)),
      version,
      labels: MAP_LABELS,
      types: TYPES,
      label: Uint8Array.from(nodes, ({ label }) => MAP_LABELS.indexOf(label)),
      year: Int16Array.from(nodes, ({ year }) => year ?? NO_YEAR),
      cited,
      type,
    });
    await this.#keep(bytes);
    return withNodes(version, bytes, nodes);
  }

  /** What an earlier server kept of this version. */
  async #readKept(version: string): Promise<Uint8Array | undefined> {
    try {
      const bytes = await readFile(this.#file);
      const map: MapColumns = decodeColumns(Uint8Array.from(bytes).buffer);
      return map.version === version ? bytes : undefined;
    } catch {
      return undefined;
    }
  }

  /** Writes beside and renames; a disk that takes nothing keeps nobody from seeing the map. */
  async #keep(bytes: Uint8Array): Promise<void> {
    const beside = `${this.#file}.${process.pid}`;
    try {
      await mkdir(dirname(this.#file), { recursive: true });
      await writeFile(beside, bytes);
      await rename(beside, this.#file);
    } catch {
      // It is made again at the next start.
    }
  }
}

function withNodes(version: string, bytes: Uint8Array, nodes: readonly MapNode[]): GraphMap {
  return { version, bytes, nodes, numbers: new Map(nodes.map(({ id }, number) => [id, number])) };
}

/** Lays out a net beside everything else that the server does. */
function arrange(net: Net): Promise<Pick<MapColumns, 'places' | 'community'>> {
  const thread = new Worker(new URL('./arrange-thread.ts', import.meta.url));
  return new Promise<Arranged>((resolve, reject) => {
    thread.once('message', resolve);
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`the layout ended with ${code}`)));
    thread.postMessage(net);
  }).finally(() => void thread.terminate());
}
