/** The places of what is shown in the network, found by a worker and kept. */
import { useEffect, useRef, useState } from 'react';
import type { Net, Places } from '../../layout/net.ts';
import type { Shown } from '../state/filters.ts';
import {
  type Frame,
  formatPlaces,
  type KeptPlaces,
  parsePlaces,
  placesFor,
  withPlaces,
} from '../state/kept-places.ts';
import type { LayoutAnswer, LayoutRequest } from '../state/layout-worker.ts';

/** What is shown, with the place and community of each node in turn. */
export type LaidOut = Readonly<{ shown: Shown; places: Places; communities: Uint32Array; frame: Frame }>;

const KEY = 'stemma.places';

let kept: KeptPlaces | null | undefined;

function readKept(): KeptPlaces | null {
  try {
    return parsePlaces(sessionStorage.getItem(KEY));
  } catch {
    return null;
  }
}

function keep(places: KeptPlaces): void {
  kept = places;
  try {
    sessionStorage.setItem(KEY, formatPlaces(places));
  } catch {
    // A browser that keeps nothing still draws.
  }
}

function netOf({ nodes, edges }: Shown): Net {
  const numbers = new Map(nodes.map(({ id }, i) => [id, i]));
  return {
    count: nodes.length,
    from: Uint32Array.from(edges, ({ from }) => numbers.get(from) ?? 0),
    to: Uint32Array.from(edges, ({ to }) => numbers.get(to) ?? 0),
  };
}

let worker: Worker | null = null;
let asked = 0;

/** Starts it, unless it was; so early that it is there when the graph is. */
export function startWorker(): Worker {
  worker ??= new Worker(new URL('../state/layout-worker.ts', import.meta.url), { type: 'module' });
  return worker;
}

/**
 * The last of what was shown that has its places; null before the first.
 * @param keeps whether places are kept from one set of nodes to the next, and over a reload
 * @param anew counts how often everything was to be laid out anew
 */
export function useLayout(shown: Shown, keeps: boolean, anew = 0): LaidOut | null {
  const [laid, setLaid] = useState<LaidOut | null>(null);
  const done = useRef(anew);
  useEffect(() => {
    kept ??= readKept();
    const before = keeps && anew === done.current ? kept : null;
    const ids = shown.nodes.map(({ id }) => id);
    const places = placesFor(before, ids);
    const number = ++asked;
    const listen = ({ data }: MessageEvent<LayoutAnswer>) => {
      if (data.number !== number) return;
      const now = withPlaces(places && before, ids, data.places);
      if (keeps) keep(now);
      done.current = anew;
      setLaid({ shown, places: data.places, communities: data.communities, frame: now.frame });
    };
    const thread = startWorker();
    thread.addEventListener('message', listen);
    thread.postMessage({ number, net: netOf(shown), kept: places } satisfies LayoutRequest);
    return () => thread.removeEventListener('message', listen);
  }, [shown, keeps, anew]);
  return laid;
}
