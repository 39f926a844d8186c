/** What is counted of a whole graph from its columns. Pure. */
import type { MapColumns } from '../../layout/columns.ts';
import type { countGraph } from './graph.ts';

/** How many nodes there are of each label, and edges of each type. */
export function countColumns({ labels, label, types, type }: MapColumns): ReturnType<typeof countGraph> {
  const counted = <T extends string>(names: readonly string[], numbers: Uint8Array) => {
    const counts = new Uint32Array(names.length);
    for (const number of numbers) counts[number] = (counts[number] ?? 0) + 1;
    const known = names.map((name, i) => [name as T, counts[i] ?? 0] as const);
    return new Map(known.filter(([, count]) => count > 0));
  };
  return { labels: counted(labels, label), types: counted(types, type) };
}
