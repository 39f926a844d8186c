/** What stands out and what steps back while the pointer rests on a node. In reducers, never in the graph. Pure. */
import { mix, type Palette } from '../appearance.ts';
import type { EdgeMark, NodeMark } from './marks.ts';
import type { SceneGraph } from './scene.ts';

export type Emphasis = Readonly<{
  hovered: string | null;
  selected: string | null;
  /** The hovered node and what it is joined to; null when nothing is hovered. */
  near: ReadonlySet<string> | null;
  /** The edge under the pointer. */
  edge: string | null;
  /** Edges on the paths that are shown; what is off them steps back while nothing is hovered. */
  path: ReadonlySet<string> | null;
  /** Nodes that were chosen to stand out while nothing is hovered. */
  group: ReadonlySet<string> | null;
}>;

export function emphasize(
  graph: SceneGraph,
  hovered: string | null,
  selected: string | null,
  edge: string | null = null,
  path: Readonly<{ nodes: readonly string[]; edges: readonly string[] }> | null = null,
  group: ReadonlySet<string> | null = null,
): Emphasis {
  const at = hovered !== null && graph.hasNode(hovered) ? hovered : null;
  const onPath = at === null && path !== null && path.edges.length > 0 ? path : null;
  const near = onPath ? new Set(onPath.nodes) : at === null ? group : new Set([at, ...graph.neighbors(at)]);
  const apart = at === null && onPath === null ? group : null;
  return { hovered: at, selected, edge, near, path: onPath && new Set(onPath.edges), group: apart };
}

const FAINT = 0.14;

export function emphasizeNode(id: string, mark: NodeMark, emphasis: Emphasis, palette: Palette): NodeMark {
  const far = emphasis.near !== null && !emphasis.near.has(id);
  if (far) {
    return {
      ...mark,
      color: mix(palette.paper, mark.color, FAINT),
      ring: mix(palette.paper, mark.ring, FAINT),
      zIndex: 0,
    };
  }
  if (id !== emphasis.selected) return mark;
  return { ...mark, ring: palette.accent, ringWidth: 3, dashed: false, size: mark.size + 3, zIndex: 4 };
}

export function emphasizeEdge(
  id: string,
  ends: readonly [string, string],
  mark: EdgeMark,
  emphasis: Emphasis,
  palette: Palette,
): EdgeMark {
  const at = emphasis.hovered;
  if (emphasis.path) {
    return emphasis.path.has(id)
      ? { ...mark, size: mark.size + 1, zIndex: 3 }
      : { ...mark, color: mix(palette.paper, mark.color, FAINT), zIndex: 0 };
  }
  if (emphasis.group && !ends.every((end) => emphasis.group?.has(end)))
    return { ...mark, color: mix(palette.paper, mark.color, FAINT), zIndex: 0 };
  if (at === null) return id === emphasis.edge ? { ...mark, size: mark.size + 1.5, zIndex: 3 } : mark;
  if (ends.includes(at)) return { ...mark, zIndex: 3 };
  return { ...mark, color: mix(palette.paper, mark.color, FAINT), zIndex: 0 };
}
