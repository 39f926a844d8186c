/** From what is shown to what is drawn: marks for nodes and edges, in a graph that Sigma takes. */
import { MultiDirectedGraph } from 'graphology';
import type { GraphEdge, GraphNode } from '../../records.ts';
import { FAMILY_LINES, LABEL_SHAPES, mix, type Palette } from '../appearance.ts';
import type { Address } from '../state/address.ts';
import { citedCount, type Shown } from '../state/filters.ts';
import {
  familyOf,
  type GraphIndex,
  isByAuthorityAlone,
  isCiting,
  placeInTime,
  signatureOf,
} from '../state/graph.ts';
import { groupInLanes, type Lanes } from '../state/lanes.ts';
import { writeDate } from '../text/dates.ts';
import type { Messages } from '../text/messages.ts';
import { type Language, MESSAGES } from '../text/messages.ts';
import { shortNameIn } from '../text/names.ts';
import { type Lane, type LineageItem, layLineage, type TimeScale } from './lineage-layout.ts';
import { type Bend, type EdgeMark, FIGURE, type NodeMark } from './marks.ts';
import { layWords, type Measure, WORDS_GAP } from './words.ts';

export type SceneGraph = MultiDirectedGraph<NodeMark, EdgeMark>;
export type Scene = Readonly<{
  graph: SceneGraph;
  /** Of the stage for which it was laid out, in pixels. */
  width: number;
  height: number;
  /** Of the content; more than `height` when it does not fit. */
  full: number;
  time: TimeScale | null;
  lanes: readonly Lane[];
  /** Drawn in the middle. */
  root: string | null;
}>;

export type SceneInput = Readonly<{
  index: GraphIndex;
  shown: Shown;
  root: string | null;
  language: Language;
  palette: Palette;
  measure: Measure;
  /** Whose dates place an agreement in time. */
  dates: Address['dates'];
  /** What agreements stand together by, along time. */
  lanes?: Lanes;
  width: number;
  height: number;
}>;

export const UNDATED_LANE = 'undated';

function noteOf(node: GraphNode, index: GraphIndex, language: Language, messages: Messages): string | null {
  if (node.label !== 'Agreement') return null;
  const signed = signatureOf(index, node.id);
  if (!signed) return node.properties.status === 'prospective' ? messages.planned : null;
  const date = writeDate(signed.edtf, language);
  return signed.by === 'authority' ? `${date} *` : date;
}

function colorsOf(node: GraphNode, index: GraphIndex, palette: Palette, isRoot: boolean) {
  const color = isRoot ? palette.accent : palette.labels[node.label];
  if (node.label !== 'Agreement') return { color, ring: color, ringWidth: 0, dashed: false };
  if (node.properties.status === 'prospective') {
    return { color: palette.paper, ring: color, ringWidth: 2, dashed: false };
  }
  const dashed = signatureOf(index, node.id)?.by === 'authority';
  return dashed
    ? { color: mix(palette.paper, color, 0.28), ring: color, ringWidth: 2, dashed }
    : { color, ring: color, ringWidth: 0, dashed };
}

export function nodeMark(node: GraphNode, input: SceneInput, labelWidth: number): NodeMark {
  const { index, language, palette, measure, root } = input;
  const figure = node.label === 'Agreement';
  const isRoot = node.id === root;
  const style = LABEL_SHAPES[node.label];
  const cited = figure ? citedCount(index, node.id) : 0;
  return {
    x: 0,
    y: 0,
    size: isRoot ? style.size + 3 : style.size + Math.min(4, Math.max(0, cited - 1)),
    ...colorsOf(node, index, palette, isRoot),
    shape: style.shape,
    side: 'below',
    zIndex: isRoot ? 3 : figure ? 2 : 1,
    weight: (isRoot ? 1000 : 0) + (figure ? FIGURE : 0) + cited,
    words: layWords(
      node.label === 'Date' && typeof node.properties.edtf === 'string'
        ? writeDate(node.properties.edtf, language)
        : shortNameIn(node, language),
      noteOf(node, index, language, MESSAGES[language]),
      {
        width: figure ? labelWidth : Math.min(labelWidth, 120),
        lines: isRoot ? 4 : figure ? 3 : 2,
        size: isRoot ? 14 : figure ? 12.5 : 11.5,
        strong: isRoot,
        quiet: !figure,
      },
      measure,
    ),
  };
}

/** From the mark's centre down to the end of the name below it. */
export const markHeight = (mark: NodeMark) => 12 + mark.size + WORDS_GAP + mark.words.height;

/** Room between lines that join the same two nodes, whichever way they run. */
const ASIDE = 8;

export function addEdges(
  graph: SceneGraph,
  edges: readonly GraphEdge[],
  palette: Palette,
  bend: (e: GraphEdge) => Bend,
) {
  const pairs = new Map<string, GraphEdge[]>();
  for (const edge of edges) {
    const key = edge.from < edge.to ? `${edge.from}\n${edge.to}` : `${edge.to}\n${edge.from}`;
    const pair = pairs.get(key);
    if (pair) pair.push(edge);
    else pairs.set(key, [edge]);
  }
  for (const pair of pairs.values()) {
    pair.forEach((edge, i) => {
      const family = familyOf(edge);
      const line = FAMILY_LINES[family];
      const side = (i - (pair.length - 1) / 2) * ASIDE;
      graph.addDirectedEdgeWithKey(edge.id, edge.from, edge.to, {
        type: 'mark',
        color: palette.families[family],
        size: line.width,
        form: line.form,
        head: line.head,
        dashed: isByAuthorityAlone(edge),
        bend: bend(edge),
        aside: edge.from < edge.to ? side : -side,
        zIndex: isCiting(edge) ? 1 : 0,
      });
    });
  }
}

export function newGraph(): SceneGraph {
  return new MultiDirectedGraph<NodeMark, EdgeMark>();
}

/** Agreements along time; what has no date in the text, and what is no agreement, in lanes below. */
export function lineageScene(input: SceneInput): Scene {
  const { index, shown, root, palette, dates, lanes: by = 'none', width, height } = input;
  const narrow = width < 600;
  const labelWidth = (node: GraphNode) =>
    narrow ? 100 : node.id !== root && placeInTime(index, node.id, dates) === null ? 124 : 148;
  const marks = new Map(
    shown.nodes.map((node) => {
      const mark = nodeMark(node, input, labelWidth(node));
      return [node.id, node.id === root && by === 'none' ? { ...mark, side: 'above' as const } : mark];
    }),
  );
  const places = new Map(
    shown.nodes.flatMap(({ id, label }) => {
      const at = label === 'Agreement' ? placeInTime(index, id, dates) : null;
      return at === null ? [] : [[id, at]];
    }),
  );
  const { laneOf, order } = groupInLanes(index, [...places.keys()], by, root);
  const items = shown.nodes.flatMap((node): LineageItem[] => {
    const mark = marks.get(node.id);
    if (!mark) return [];
    return [
      {
        id: node.id,
        at: places.get(node.id) ?? null,
        lane: laneOf.get(node.id) ?? (node.label === 'Agreement' ? UNDATED_LANE : node.label),
        order: `${signatureOf(index, node.id)?.edtf ?? '9'} ${node.id}`,
        width: Math.max(mark.words.width, mark.size * 2),
        height: markHeight(mark),
        above: mark.side === 'above' ? mark.size + WORDS_GAP + mark.words.height : mark.size,
      },
    ];
  });
  const lanes = [UNDATED_LANE, ...Object.keys(LABEL_SHAPES)];
  const layout = layLineage(items, root, lanes, { width, height }, order);
  const graph = newGraph();
  for (const [id, mark] of marks) {
    const place = layout.places.get(id);
    graph.addNode(id, { ...mark, x: place?.x ?? 0, y: height - (place?.y ?? 0) });
  }
  addEdges(graph, shown.edges, palette, (edge) => {
    const [from, to] = [layout.places.get(edge.from), layout.places.get(edge.to)];
    const level = places.has(edge.from) && places.has(edge.to);
    if (places.has(edge.from) !== places.has(edge.to)) return 'drop';
    const steep = from && to && Math.abs(from.x - to.x) < Math.abs(from.y - to.y) * 0.35;
    return level && !steep ? 'across' : 'down';
  });
  return { graph, width, height, full: layout.height, time: layout.time, lanes: layout.lanes, root };
}
