/** A graph as numbers alone: nodes are counted from 0, an edge joins two of them. */
export type Net = Readonly<{
  count: number;
  from: Uint32Array;
  to: Uint32Array;
}>;

/** x and y of each node in turn. */
export type Places = Float32Array;

/** The nodes that each node is joined to, in one list: those of node n stand from `start[n]` up to `start[n + 1]`. */
export function joinedTo({ count, from, to }: Net): Readonly<{ start: Uint32Array; ends: Uint32Array }> {
  const start = new Uint32Array(count + 1);
  const add = (node: number) => {
    start[node + 1] = (start[node + 1] ?? 0) + 1;
  };
  from.forEach(add);
  to.forEach(add);
  for (let node = 0; node < count; node += 1) start[node + 1] = (start[node + 1] ?? 0) + (start[node] ?? 0);
  const next = start.slice();
  const ends = new Uint32Array(from.length * 2);
  const put = (node: number, end: number) => {
    const at = next[node] ?? 0;
    ends[at] = end;
    next[node] = at + 1;
  };
  for (let edge = 0; edge < from.length; edge += 1) {
    const [one, other] = [from[edge] ?? 0, to[edge] ?? 0];
    put(one, other);
    put(other, one);
  }
  return { start, ends };
}
