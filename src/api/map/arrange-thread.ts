/** The thread beside the server in which a large graph is laid out. */
import { parentPort } from 'node:worker_threads';
import { findCommunities } from '../../layout/communities.ts';
import type { Net, Places } from '../../layout/net.ts';
import { layOut } from '../../layout/place.ts';

export type Arranged = Readonly<{ places: Places; community: Uint32Array }>;

/** Nodes times steps of the forces at most: some seconds. */
const WORK = 300_000;

parentPort?.once('message', (net: Net) => {
  const community = findCommunities(net);
  const places = layOut(net, community, WORK);
  parentPort?.postMessage({ places, community } satisfies Arranged);
});
