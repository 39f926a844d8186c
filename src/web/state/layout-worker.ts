/** The thread beside the page in which nodes find their places, so that the page goes on answering. */
import { findCommunities } from '../../layout/communities.ts';
import type { Net, Places } from '../../layout/net.ts';
import { layOut, settle } from '../../layout/place.ts';

export type LayoutRequest = Readonly<{
  number: number;
  net: Net;
  /** NaN for nodes without a place; null to lay out everything anew. */
  kept: Places | null;
}>;
export type LayoutAnswer = Readonly<{ number: number; places: Places; communities: Uint32Array }>;

/** Nodes times steps of the forces at most: a second or so. */
const WORK = 60_000;
/** Places are whole eighths, which are written in few digits and read again exactly. */
const GRAIN = 8;

function answer({ number, net, kept }: LayoutRequest): void {
  const communities = findCommunities(net);
  const isWhole = kept?.every((value) => !Number.isNaN(value));
  const found = !kept ? layOut(net, communities, WORK) : isWhole ? kept : settle(net, kept, WORK);
  const places = found.map((value) => Math.round(value * GRAIN) / GRAIN);
  const answered: LayoutAnswer = { number, places, communities };
  self.postMessage(answered, { transfer: [places.buffer, communities.buffer] });
}

/** Of several requests that came meanwhile, only the last is answered. */
let last: LayoutRequest | null = null;
self.addEventListener('message', ({ data }: MessageEvent<LayoutRequest>) => {
  last = data;
  setTimeout(() => {
    if (last === data) answer(data);
  });
});
