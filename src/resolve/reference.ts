/** What a mention of an agreement leads to in its text. */
import type { Cluster } from './cluster.ts';

/** What a mention was found to mean: clusters, or why none and which it might be. */
export type Reference = Readonly<{
  clusters: readonly Cluster[];
  unresolved?: string;
  candidates?: readonly Cluster[];
  /** The words turned out to be no mention at all. */
  isNone?: true;
}>;
