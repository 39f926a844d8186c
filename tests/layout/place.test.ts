import { describe, expect, it } from 'vitest';
import { findCommunities } from '../../src/layout/communities.ts';
import type { Net, Places } from '../../src/layout/net.ts';
import { layOut, settle } from '../../src/layout/place.ts';
import { netOf, TWO_SQUARES } from './net.ts';

const WORK = 4000;
const lay = (net: Net) => layOut(net, findCommunities(net), WORK);

function distance(places: Places, one: number, other: number): number {
  const at = (node: number, axis: number) => places[node * 2 + axis] ?? Number.NaN;
  return Math.hypot(at(one, 0) - at(other, 0), at(one, 1) - at(other, 1));
}

/** A ring with spokes of random length, larger than the forces count pair by pair. */
function large(count: number): Net {
  const pairs = Array.from({ length: count }, (_, i) => `${i}-${(i * 7 + 1) % count} ${i}-${i % 40}`);
  return netOf(count, pairs.join(' '));
}

describe('laying out', () => {
  it('brings together what is joined', () => {
    const places = lay(netOf(8, TWO_SQUARES));
    for (const [one, other] of [
      [0, 2],
      [5, 7],
    ] as const)
      expect(distance(places, one, other)).toBeLessThan(distance(places, 0, 6) / 2);
  });

  it.each([
    ['nothing', netOf(0, '')],
    ['one node', netOf(1, '')],
    ['two nodes', netOf(2, '0-1')],
    ['nodes that are joined to nothing', netOf(30, '')],
    ['an edge to itself', netOf(3, '0-0 1-1')],
    ['a few hundred nodes', large(900)],
  ])('gives each its own place: %s', (_, net) => {
    const places = lay(net);
    expect(places.length).toBe(net.count * 2);
    expect(places.every(Number.isFinite)).toBe(true);
    const written = Array.from({ length: net.count }, (_one, i) => places.slice(i * 2, i * 2 + 2).join());
    expect(new Set(written).size).toBe(net.count);
  });

  it('puts the same net into the same places', () => {
    expect(lay(large(700))).toEqual(lay(large(700)));
  });

  it('leaves the islands where they are in a net too large for forces, and is quick', () => {
    const start = performance.now();
    const places = layOut(
      large(60_000),
      new Uint32Array(60_000).map((_, i) => i % 50),
      WORK,
    );
    expect(performance.now() - start).toBeLessThan(3000);
    expect(places.every(Number.isFinite)).toBe(true);
  });
});

describe('settling', () => {
  it('leaves what has a place, and puts the new beside what it is joined to', () => {
    const kept = lay(netOf(8, TWO_SQUARES));
    const before = Float32Array.from([...kept, Number.NaN, Number.NaN]);
    const after = settle(netOf(9, `${TWO_SQUARES} 8-0 8-1 8-2`), before, WORK);
    expect(after.slice(0, 16)).toEqual(kept);
    expect(distance(after, 8, 0)).toBeLessThan(distance(after, 8, 6));
  });
});
