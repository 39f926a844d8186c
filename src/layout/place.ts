/** Where nodes lie in a network: communities as islands, joined ones near each other, then forces within a budget. */
import { countOf } from './communities.ts';
import { relax } from './forces.ts';
import { joinedTo, type Net, type Places } from './net.ts';

/** The angle by which seeds of a sunflower follow each other; no two rows line up. */
const GOLDEN = 2.399963;
/** From node to node. */
const ROOM = 10;
/** Communities that find their places by forces; smaller ones lie around them. */
const ISLANDS = 200;
const ISLAND_STEPS = 200;
/** Steps of the forces at most, and nodes times steps at most. */
const MOST_STEPS = 400;
/** A step of so many nodes and more is left out: the islands alone are the picture. */
const TOO_MANY = 50_000;

const degreesOf = ({ start }: ReturnType<typeof joinedTo>, node: number) =>
  (start[node + 1] ?? 0) - (start[node] ?? 0);

/** Lays out the whole net; the same net has the same places. @param work nodes times steps at most */
export function layOut(net: Net, communities: Uint32Array, work: number): Places {
  const start = islands(net, communities);
  if (net.count < 3 || net.count > TOO_MANY) return start;
  const steps = Math.max(10, Math.min(MOST_STEPS, Math.round(work / net.count)));
  return relax(net, start, { steps });
}

/**
 * Puts new nodes beside what they are joined to and lets them settle; what has a place keeps it.
 * @param kept places, NaN for new nodes
 */
export function settle(net: Net, kept: Places, work: number): Places {
  const places = kept.slice();
  const isNew = (node: number) => Number.isNaN(kept[node * 2]);
  const joined = joinedTo(net);
  for (let node = 0; node < net.count; node += 1) {
    if (!isNew(node)) continue;
    const near = [...joined.ends.subarray(joined.start[node], joined.start[node + 1])].filter(
      (end) => !Number.isNaN(places[end * 2]),
    );
    const at = (axis: number) =>
      near.reduce((sum, end) => sum + (places[end * 2 + axis] ?? 0), 0) / Math.max(1, near.length);
    const angle = node * GOLDEN;
    places[node * 2] = at(0) + ROOM * Math.cos(angle);
    places[node * 2 + 1] = at(1) + ROOM * Math.sin(angle);
  }
  const steps = Math.max(10, Math.min(MOST_STEPS / 4, Math.round(work / net.count)));
  return relax(net, places, { steps, fixed: (node) => !isNew(node) });
}

/** Towards its shore an island is less dense: from 0, the middle, to 1. */
const thinning = (out: number) => 0.7 + 0.9 * out ** 3;

/** Each community a disc of its own, what is joined most in its middle; large ones find their places by forces. */
function islands(net: Net, communities: Uint32Array): Places {
  const centres = islandCentres(net, communities);
  const joined = joinedTo(net);
  const order = Array.from({ length: net.count }, (_, node) => node).sort(
    (a, b) => degreesOf(joined, b) - degreesOf(joined, a) || a - b,
  );
  const sizes = countOf(communities);
  const filled = new Map<number, number>();
  const places = new Float32Array(net.count * 2);
  for (const node of order) {
    const community = communities[node] ?? 0;
    const i = filled.get(community) ?? 0;
    filled.set(community, i + 1);
    const radius = ROOM * Math.sqrt(i) * thinning(i / (sizes.get(community) ?? 1));
    places[node * 2] = (centres[community * 2] ?? 0) + radius * Math.cos(i * GOLDEN);
    places[node * 2 + 1] = (centres[community * 2 + 1] ?? 0) + radius * Math.sin(i * GOLDEN);
  }
  return places;
}

/** Communities in a spiral, each with room for its disc; then the largest by what joins them, the rest around. */
function islandCentres(net: Net, communities: Uint32Array): Places {
  const sizes = countOf(communities);
  const centres = new Float32Array(sizes.size * 2);
  const large = Math.min(ISLANDS, sizes.size);
  const radii = Float32Array.from({ length: large }, (_, i) => ROOM * Math.sqrt(sizes.get(i) ?? 1) + ROOM);
  const spread = (from: number, to: number, hole: number) => {
    let area = hole * hole;
    for (let i = from; i < to; i += 1) {
      area += 1.6 * ((ROOM * Math.sqrt(sizes.get(i) ?? 1)) ** 2 + ROOM * ROOM);
      centres[i * 2] = Math.sqrt(area) * Math.cos(i * GOLDEN);
      centres[i * 2 + 1] = Math.sqrt(area) * Math.sin(i * GOLDEN);
    }
  };
  spread(0, large, 0);
  if (large > 2) {
    const { coarse, weights } = coarseNet(net, communities, large);
    centres.set(relax(coarse, centres.subarray(0, large * 2), { steps: ISLAND_STEPS, radii, weights }));
  }
  const reach = radii.map((radius, i) => Math.hypot(centres[i * 2] ?? 0, centres[i * 2 + 1] ?? 0) + radius);
  spread(
    large,
    sizes.size,
    reach.reduce((most, one) => Math.max(most, one), 0),
  );
  return centres;
}

/** The largest communities as nodes, joined as often as their members are. */
function coarseNet(
  net: Net,
  communities: Uint32Array,
  count: number,
): { coarse: Net; weights: Float32Array } {
  const joins = new Map<number, number>();
  for (let edge = 0; edge < net.from.length; edge += 1) {
    const a = communities[net.from[edge] ?? 0] ?? 0;
    const b = communities[net.to[edge] ?? 0] ?? 0;
    if (a === b || a >= count || b >= count) continue;
    const key = Math.min(a, b) * count + Math.max(a, b);
    joins.set(key, (joins.get(key) ?? 0) + 1);
  }
  const keys = [...joins.keys()];
  return {
    coarse: {
      count,
      from: Uint32Array.from(keys, (key) => Math.floor(key / count)),
      to: Uint32Array.from(keys, (key) => key % count),
    },
    weights: Float32Array.from(joins.values(), (times) => Math.log2(1 + times)),
  };
}
