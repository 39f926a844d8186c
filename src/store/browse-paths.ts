/** How one agreement leads to another over citing edges. */
import { CITING_TYPES, type NodeLabel, type RelationshipType } from '../../graph/vocabulary.ts';
import type { PathsResponse } from '../api/types.ts';
import { edgeId, type GraphEdge, type GraphNode } from '../records.ts';
import { compareText } from './content.ts';
import { fetchNodes, findNode, type Reader, toEdge } from './lookup.ts';
import type { QueryValue } from './port.ts';
import { asText } from './values.ts';

export type PathsOptions = Readonly<{
  /** Edges in a path at most; 4 unless given. */
  maxDepth?: number;
  /** 25 unless given. */
  limit?: number;
}>;

type Step = Readonly<{ id: string; from: string; type: RelationshipType; to: string }>;
/** What each agreement cites, as far as it was explored. */
type Steps = ReadonlyMap<string, readonly Step[]>;
type Path = readonly Step[];

/** Beyond so many agreements a search stops: what it has found by then is the shortest there is. */
const EXPLORED = 20_000;
const CITING = CITING_TYPES.join('|');

/** Paths from the citing to the cited that pass no node twice: shortest first, then by id. Throws NOT_FOUND. */
export async function paths(
  store: Reader,
  from: string,
  to: string,
  options: PathsOptions = {},
): Promise<PathsResponse> {
  const { maxDepth = 4, limit = 25 } = options;
  const [start, end] = [await findNode(store, from), await findNode(store, to)];
  const steps = await explore(store, start, maxDepth);
  const search = { steps, far: distancesTo(end.id, steps), end: end.id, limit };
  const found: Path[] = [];
  for (let length = 1; length <= maxDepth; length++) collect(start.id, [], length, search, found);
  return {
    paths: found.map((path) => ({
      nodes: [start.id, ...path.map((step) => step.to)],
      edges: path.map((step) => step.id),
    })),
    nodes: await nodesOf(store, start, found),
    edges: await edgesOf(store, found),
  };
}

/** Reads what is cited, level by level. */
async function explore(store: Reader, start: GraphNode, maxDepth: number): Promise<Steps> {
  const steps = new Map<string, Step[]>();
  let level = [start.id];
  for (let depth = 0; depth < maxDepth && level.length > 0 && steps.size < EXPLORED; depth++) {
    const label = depth === 0 ? start.label : 'Agreement';
    for (const id of level) steps.set(id, []);
    const { rows } = await store.read(
      `MATCH (a:${label})-[r:${CITING}]->(b:Agreement) WHERE a.id IN $ids RETURN a.id AS a, type(r) AS type, b.id AS b`,
      { ids: level },
    );
    const taken = rows.map(toStep);
    for (const step of taken) steps.get(step.from)?.push(step);
    level = [...new Set(taken.map((step) => step.to))].filter((id) => !steps.has(id));
  }
  for (const some of steps.values()) some.sort((a, b) => compareText(a.id, b.id));
  return steps;
}

function toStep([a, kind, b]: readonly QueryValue[]): Step {
  const [from, type, to] = [asText(a), kind as RelationshipType, asText(b)];
  return { id: edgeId(from, type, to), from, type, to };
}

/** How many steps each agreement is from the end. */
function distancesTo(end: string, steps: Steps): ReadonlyMap<string, number> {
  const back = Map.groupBy([...steps.values()].flat(), (step) => step.to);
  const far = new Map([[end, 0]]);
  // What is added while the loop runs is visited, too.
  for (const [id, distance] of far)
    for (const { from } of back.get(id) ?? []) if (!far.has(from)) far.set(from, distance + 1);
  return far;
}

type Search = Readonly<{ steps: Steps; far: ReadonlyMap<string, number>; end: string; limit: number }>;

/** Adds every path from here to the end that takes exactly `left` more steps. */
function collect(here: string, path: Path, left: number, search: Search, found: Path[]): void {
  if (left === 0) {
    if (here === search.end) found.push(path);
    return;
  }
  for (const step of search.steps.get(here) ?? []) {
    if (found.length >= search.limit) return;
    const isNear = (search.far.get(step.to) ?? Number.POSITIVE_INFINITY) <= left - 1;
    const isOld = step.to === step.from || path.some(({ from }) => from === step.to);
    // The end may only come last.
    if (isNear && !isOld && (step.to !== search.end || left === 1))
      collect(step.to, [...path, step], left - 1, search, found);
  }
}

async function nodesOf(store: Reader, start: GraphNode, found: readonly Path[]): Promise<GraphNode[]> {
  const cited = found
    .flat()
    .map(({ to }): { id: string; label: NodeLabel } => ({ id: to, label: 'Agreement' }));
  const nodes = await fetchNodes(store, found.length === 0 ? [] : [start, ...cited]);
  return [...nodes.values()].sort((a, b) => compareText(a.id, b.id));
}

async function edgesOf(store: Reader, found: readonly Path[]): Promise<GraphEdge[]> {
  const steps = found.flat();
  const wanted = new Set(steps.map(({ id }) => id));
  const edges: GraphEdge[] = [];
  for (const label of ['Agreement', 'Document']) {
    const { rows } = await store.read(
      `MATCH (a:${label})-[r:${CITING}]->(b:Agreement) WHERE a.id IN $ids ` +
        'RETURN a.id AS a, type(r) AS type, b.id AS b, properties(r) AS properties',
      { ids: [...new Set(steps.map(({ from }) => from))] },
    );
    edges.push(...rows.map(toEdge).filter(({ id }) => wanted.has(id)));
  }
  return edges.sort((a, b) => compareText(a.id, b.id));
}
