/** What an export format is: pages of a graph in, files of text out. */
import type { GraphPages } from '../store/port.ts';

/** A graph in pages, nodes and edges each sorted by id; a `Store` is one. */
export type GraphSource = GraphPages;

/** What a file says of itself. No clock: the same graph gives the same bytes. */
export type About = Readonly<{
  /** The program and its version: `Stemma 0.1.0`. */
  creator: string;
  title: string;
}>;

/** A file to be written as UTF-8. No chunk ends inside a surrogate pair. */
export type ExportFile = Readonly<{ name: string; chunks: AsyncIterable<string> }>;

export type Format = Readonly<{
  /** As `--format` and `?format=` take it. */
  name: string;
  title: string;
  /** Of the file; of each file in a folder. */
  mediaType: string;
  /** Of the file, or of each file in a folder; no dot. */
  extension: string;
  /** `file`: exactly one. `folder`: several that belong together. */
  shape: 'file' | 'folder';
  /**
   * The files, in the order in which a reader wants them. Nothing is read before their chunks are asked for, and
   * each file may be read by itself.
   */
  write(source: GraphSource, about: About): readonly ExportFile[];
}>;
