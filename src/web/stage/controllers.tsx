/** Renderless: each joins one part of the state to Sigma. */
import { useEffect, useRef } from 'react';
import type { CameraState, SigmaEvents, SigmaEventType } from 'sigma/types';
import type { Palette } from '../appearance.ts';
import { useInterface } from '../state/stores.ts';
import type { Language } from '../text/messages.ts';
import { AXIS_HEIGHT, type AxisView, drawAxis, drawCaptions, drawYears } from './axis.ts';
import { type Emphasis, emphasize, emphasizeEdge, emphasizeNode } from './emphasis.ts';
import type { NodeMark } from './marks.ts';
import type { Scene } from './scene.ts';
import { type StageSigma, useSigma } from './sigma-context.tsx';
import { type Box, drawWords, overlaps, WORDS_GAP } from './words.ts';

/** Motion that explains, and none for those who want none. */
export function moveTime(): number {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 180;
}

/** Moves the camera, at once for those who want no motion. */
export function moveCamera(sigma: StageSigma, to: Partial<CameraState>): void {
  const camera = sigma.getCamera();
  const duration = moveTime();
  if (duration > 0) void camera.animate(to, { duration });
  else camera.setState({ ...camera.getState(), ...to });
}

/** So much smaller than life names still stand apart. */
const SMALLEST = 1.12;

/** Where the camera rests: one unit is about one pixel; what does not fit is left below, the root is brought in. */
export function restingCamera(scene: Scene): CameraState {
  const ratio = Math.min(SMALLEST, Math.max(1, scene.full / scene.height));
  const seen = scene.height * ratio;
  const hasRoot = scene.root !== null && scene.graph.hasNode(scene.root);
  const rootAt = hasRoot && scene.root ? scene.height - scene.graph.getNodeAttribute(scene.root, 'y') : 0;
  const top = Math.min(Math.max(0, rootAt - seen * 0.45), Math.max(0, scene.full - seen));
  const middle = top + seen / 2;
  return {
    x: 0.5,
    y: 0.5 + (scene.height / 2 - middle) / Math.max(scene.width, scene.height),
    ratio,
    angle: 0,
  };
}

/** Gives Sigma the scene; the camera goes to rest when what is drawn is another matter, not on every filter. */
export function SceneController({ scene, matter }: { scene: Scene; matter: string }) {
  const sigma = useSigma();
  const last = useRef<string | null>(null);
  useEffect(() => {
    sigma.resize(true);
    sigma.setCustomBBox({ x: [0, scene.width], y: [0, scene.height] });
    sigma.setGraph(scene.graph);
    if (last.current !== matter) sigma.getCamera().setState(restingCamera(scene));
    last.current = matter;
  }, [sigma, scene, matter]);
  return null;
}

/** Hover dims what is not joined; the selected node wears the accent. */
export function EmphasisController({
  scene,
  selected,
  palette,
}: {
  scene: Scene;
  selected: string | null;
  palette: Palette;
}) {
  const sigma = useSigma();
  const hovered = useInterface((state) => state.hovered);
  useEffect(() => {
    const emphasis = emphasize(scene.graph, hovered, selected);
    sigma.setSetting('nodeReducer', (id, mark) => emphasizeNode(id, mark, emphasis, palette));
    sigma.setSetting('edgeReducer', (id, mark) => {
      const graph = sigma.getGraph();
      return graph.hasEdge(id) ? emphasizeEdge(graph.extremities(id), mark, emphasis, palette) : mark;
    });
  }, [sigma, scene, hovered, selected, palette]);
  return null;
}

export function PointerController({
  onSelect,
  onOpen,
}: {
  onSelect: (id: string | null) => void;
  onOpen: (id: string) => void;
}) {
  const sigma = useSigma();
  const setHovered = useInterface((state) => state.setHovered);
  useEffect(() => {
    const on: Partial<SigmaEvents> = {
      enterNode: ({ node }) => {
        setHovered(node);
        sigma.getContainer().style.cursor = 'pointer';
      },
      leaveNode: () => {
        setHovered(null);
        sigma.getContainer().style.cursor = '';
      },
      clickNode: ({ node }) => onSelect(node),
      doubleClickNode: (payload) => {
        payload.preventSigmaDefault();
        onOpen(payload.node);
      },
      clickStage: () => onSelect(null),
    };
    const events = Object.entries(on) as [SigmaEventType, SigmaEvents[SigmaEventType]][];
    for (const [name, listener] of events) sigma.on(name, listener);
    return () => {
      for (const [name, listener] of events) sigma.off(name, listener);
    };
  }, [sigma, setHovered, onSelect, onOpen]);
  useEffect(() => () => setHovered(null), [setHovered]);
  return null;
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/** The nearest node that lies in a direction: near ahead counts more than near aside. */
export function nodeTowards(scene: Scene, from: string, [dx, dy]: readonly [number, number]): string | null {
  const { graph } = scene;
  if (!graph.hasNode(from)) return graph.nodes()[0] ?? null;
  const start = graph.getNodeAttributes(from);
  let best: { id: string; cost: number } | null = null;
  graph.forEachNode((id, mark) => {
    const [x, y] = [mark.x - start.x, mark.y - start.y];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (id === from || ahead <= 4) return;
    const cost = ahead + aside * 2;
    if (!best || cost < best.cost) best = { id, cost };
  });
  return (best as { id: string; cost: number } | null)?.id ?? null;
}

/** Arrow keys walk from node to node while the stage has the focus. */
export function KeyController({
  scene,
  selected,
  onSelect,
}: {
  scene: Scene;
  selected: string | null;
  onSelect: (id: string) => void;
}) {
  const sigma = useSigma();
  useEffect(() => {
    const stage = sigma.getContainer().closest<HTMLElement>('.stage');
    const onKey = (event: KeyboardEvent) => {
      const direction = DIRECTIONS[event.key];
      if (!direction || event.ctrlKey || event.metaKey || event.altKey) return;
      const next = nodeTowards(scene, selected ?? scene.root ?? '', direction);
      if (next === null) return;
      event.preventDefault();
      onSelect(next);
    };
    stage?.addEventListener('keydown', onKey);
    return () => stage?.removeEventListener('keydown', onKey);
  }, [sigma, scene, selected, onSelect]);
  return null;
}

/** Brings the selected node into view when it lies outside. */
export function CameraController({ scene, selected }: { scene: Scene; selected: string | null }) {
  const sigma = useSigma();
  useEffect(() => {
    if (selected === null || !scene.graph.hasNode(selected)) return;
    const mark = scene.graph.getNodeAttributes(selected);
    // The matrix of the last frame may not be the camera's any more.
    const at = sigma.graphToViewport(mark, { cameraState: sigma.getCamera().getState() });
    const { width, height } = sigma.getDimensions();
    const room = 48;
    if (at.x > room && at.x < width - room && at.y > room + AXIS_HEIGHT && at.y < height - room * 2) return;
    const target = sigma.getNodeDisplayData(selected);
    if (target) moveCamera(sigma, { x: target.x, y: target.y });
  }, [sigma, scene, selected]);
  return null;
}

/** Where a name may stand, the better place first. */
function wordsBoxes(mark: NodeMark, x: number, y: number): readonly Box[] {
  const { width, height } = mark.words;
  const below = { x: x - width / 2 - 2, y: y + mark.size + WORDS_GAP, width: width + 4, height };
  const above = { ...below, y: y - mark.size - WORDS_GAP - height };
  return mark.side === 'below' ? [below, above] : [above, below];
}

/** Names, most weighty first; one that would lie on another is left out until there is room. */
function drawNames(
  context: CanvasRenderingContext2D,
  sigma: StageSigma,
  scene: Scene,
  emphasis: Emphasis,
  palette: Palette,
): void {
  const { width, height } = sigma.getDimensions();
  context.clearRect(0, 0, width, height);
  const rank = (id: string, mark: NodeMark) =>
    mark.weight +
    (id === emphasis.hovered ? 4000 : 0) +
    (id === emphasis.selected ? 2000 : 0) +
    (emphasis.near?.has(id) ? 1500 : 0);
  const marks = scene.graph
    .mapNodes((id, mark) => ({ id, mark, rank: rank(id, mark) }))
    .sort((a, b) => b.rank - a.rank || (a.id < b.id ? -1 : 1));
  const taken: Box[] = [];
  for (const { id, mark } of marks) {
    const { x, y } = sigma.graphToViewport(mark);
    if (x < -160 || x > width + 160 || y < -40 || y > height + 40) continue;
    const box = wordsBoxes(mark, x, y).find((one) => !taken.some((other) => overlaps(one, other)));
    if (!box) continue;
    taken.push(box);
    const far = emphasis.near !== null && !emphasis.near.has(id);
    const inLane = scene.lanes.some((lane) => scene.height - mark.y > lane.top);
    drawWords(context, mark.words, x, box.y, {
      ink: id === emphasis.selected || id === scene.root ? palette.ink : palette.labels.Agreement,
      muted: palette.muted,
      halo: inLane ? palette.lane : palette.paper,
      alpha: far ? 0.16 : 1,
    });
  }
}

function axisView(
  sigma: StageSigma,
  scene: Scene,
  language: Language,
  captions: (lane: string) => string,
): AxisView {
  const { width, height } = sigma.getDimensions();
  const { time } = scene;
  const yOf = (y: number) => sigma.graphToViewport({ x: 0, y: scene.height - y }).y;
  const yearAt = (x: number) =>
    time ? (sigma.viewportToGraph({ x, y: 0 }).x - time.offset) / time.scale : 0;
  const monthNames = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    month: 'short',
    timeZone: 'UTC',
  });
  return {
    width,
    height,
    xOf: time ? (year) => sigma.graphToViewport({ x: time.offset + time.scale * year, y: 0 }).x : null,
    from: yearAt(0),
    to: yearAt(width),
    lanes: scene.lanes.map((lane) => ({
      caption: captions(lane.name),
      top: yOf(lane.top),
      bottom: yOf(lane.bottom),
    })),
    monthName: (month) => monthNames.format(new Date(Date.UTC(2000, month - 1, 1))),
    yearName: (year) => (language === 'zh' ? `${year}年` : String(year)),
  };
}

function contextOf(sigma: StageSigma, layer: string): CanvasRenderingContext2D | null {
  return sigma.getCanvases()[layer]?.getContext('2d') ?? null;
}

/** Draws axis, lanes and names on canvases of their own, below and above what Sigma draws. */
export function InkController({
  scene,
  selected,
  palette,
  language,
  captions,
}: {
  scene: Scene;
  selected: string | null;
  palette: Palette;
  language: Language;
  captions: (lane: string) => string;
}) {
  const sigma = useSigma();
  const hovered = useInterface((state) => state.hovered);
  useEffect(() => {
    const below = { beforeLayer: 'edges' } as object;
    const above = { afterLayer: 'nodes' } as object;
    sigma.createCanvasContext('axis', below);
    sigma.createCanvasContext('names', above);
    sigma.resize(true);
    return () => {
      for (const layer of ['axis', 'names']) if (sigma.getCanvases()[layer]) sigma.killLayer(layer);
    };
  }, [sigma]);
  useEffect(() => {
    const emphasis = emphasize(scene.graph, hovered, selected);
    const draw = () => {
      const axis = contextOf(sigma, 'axis');
      const names = contextOf(sigma, 'names');
      const view = axisView(sigma, scene, language, captions);
      if (axis) drawAxis(axis, view, palette);
      if (!names) return;
      drawNames(names, sigma, scene, emphasis, palette);
      drawCaptions(names, view, palette);
      drawYears(names, view, palette);
    };
    sigma.on('afterRender', draw);
    sigma.scheduleRender();
    return () => {
      sigma.off('afterRender', draw);
    };
  }, [sigma, scene, hovered, selected, palette, language, captions]);
  return null;
}
