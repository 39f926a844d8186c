/** What a person changes by hand on top of the filters: pinned, hidden, opened. Pure: address in, change out. */
import type { Address } from './address.ts';

/** Neighbours that one more step of opening shows. */
export const OPEN_STEP = 10;

export function togglePin({ pinned, without }: Address, id: string): Partial<Address> {
  if (pinned.includes(id)) return { pinned: pinned.filter((one) => one !== id) };
  return { pinned: [...pinned, id], without: without.filter((one) => one !== id) };
}

/** Hides a node; the panel closes if it was about it. */
export function putAway({ pinned, without, opened, node }: Address, id: string): Partial<Address> {
  return {
    without: without.includes(id) ? without : [...without, id],
    pinned: pinned.filter((one) => one !== id),
    opened: opened.filter((one) => one.id !== id),
    ...(node === id ? { node: null } : {}),
  };
}

export const bringBack = ({ without }: Address, id: string): Partial<Address> => ({
  without: without.filter((one) => one !== id),
});

/**
 * Shows more neighbours of a node.
 * @param order its neighbours' ids in the order in which they open, and which of them are shown
 */
export function openMore(
  { opened, without }: Address,
  id: string,
  order: readonly Readonly<{ id: string; shown: boolean }>[],
): Partial<Address> {
  let left = OPEN_STEP;
  let count = 0;
  for (const [i, one] of order.entries()) {
    if (one.shown) continue;
    if (left === 0) break;
    left -= 1;
    count = i + 1;
  }
  if (count === 0) return {};
  const front = new Set(order.slice(0, count).map((one) => one.id));
  return {
    opened: [...opened.filter((one) => one.id !== id), { id, count }],
    without: without.filter((one) => !front.has(one)),
  };
}

export const collapse = ({ opened }: Address, id: string): Partial<Address> => ({
  opened: opened.filter((one) => one.id !== id),
});

export const UNTOUCHED: Pick<Address, 'pinned' | 'without' | 'opened'> = {
  pinned: [],
  without: [],
  opened: [],
};
export const isTouched = ({ pinned, without, opened }: Address) =>
  pinned.length + without.length + opened.length > 0;
