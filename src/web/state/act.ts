/** What buttons and keys do to one node, on the state as it is. */
import { shownIds } from './filters.ts';
import { neighboursOf } from './graph.ts';
import { collapse, openMore, putAway, togglePin } from './hand.ts';
import { usePaths } from './paths.ts';
import { go, rootOf, useAddress, useGraph } from './stores.ts';

const address = () => useAddress.getState().address;

export const pin = (id: string): void => go(togglePin(address(), id));
export const hide = (id: string): void => go(putAway(address(), id));
export const close = (id: string): void => go(collapse(address(), id));

/** A node's neighbours in the order in which they open, and which of them are shown. */
export function neighbourhoodOf(id: string): readonly Readonly<{ id: string; shown: boolean }>[] {
  const { index } = useGraph.getState();
  const shown = shownIds(index, address(), rootOf(address(), index), usePaths.getState().nodes);
  return neighboursOf(index, id).map((one) => ({ id: one, shown: shown.has(one) }));
}

/** Shows more of what a node is joined to; asks the server first where not everything is loaded. */
export async function expand(id: string): Promise<void> {
  await useGraph.getState().surround(id);
  go(openMore(address(), id, neighbourhoodOf(id)));
}

/** Puts a node in the middle of the lineage. */
export const centre = (id: string): void => go({ view: 'lineage', root: id, node: id });

/** A click on a node: its panel, or the end of a path that is being chosen. */
export function choose(id: string | null, edge?: string | null): boolean {
  const { choosingFrom } = usePaths.getState();
  if (choosingFrom === null || id === null || edge) return false;
  if (id !== choosingFrom) go({ path: { from: choosingFrom, to: id } });
  usePaths.setState({ choosingFrom: null });
  return true;
}
