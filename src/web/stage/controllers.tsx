/** Renderless: each joins one part of the state to Sigma. */
import { useEffect, useRef } from 'react';
import type { CameraState, SigmaEvents, SigmaEventType } from 'sigma/types';
import type { Palette } from '../appearance.ts';
import * as act from '../state/act.ts';
import { usePaths } from '../state/paths.ts';
import { useInterface } from '../state/stores.ts';
import { cameraToShow, restingCamera } from './camera.ts';
import { emphasize, emphasizeEdge, emphasizeNode } from './emphasis.ts';
import { keepCamera, keptCamera, storeCameras } from './kept-camera.ts';
import type { Scene } from './scene.ts';
import { type StageSigma, useSigma } from './sigma-context.tsx';

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

/** Beyond so many edges they are not looked for under the pointer, and not drawn while the camera moves. */
const EDGES_UNDER_POINTER = 1500;

const isAt = (camera: CameraState, place: CameraState | null) =>
  place !== null &&
  (['x', 'y', 'ratio'] as const).every((part) => Math.abs(camera[part] - place[part]) < 1e-6);

/** Gives Sigma the scene; a camera that was moved stays over filters and sizes, and comes back with its matter. */
export function SceneController({ scene, matter }: { scene: Scene; matter: string }) {
  const sigma = useSigma();
  const last = useRef<string | null>(null);
  const rest = useRef<CameraState | null>(null);
  useEffect(() => {
    sigma.resize();
    sigma.setCustomBBox({ x: [0, scene.width], y: [0, scene.height] });
    sigma.setGraph(scene.graph);
    const few = scene.graph.size <= EDGES_UNDER_POINTER;
    sigma.setSetting('enableEdgeEvents', few);
    sigma.setSetting('hideEdgesOnMove', !few);
    const camera = sigma.getCamera();
    const anew = last.current !== matter;
    if (anew || isAt(camera.getState(), rest.current)) {
      rest.current = restingCamera(scene);
      camera.setState((anew ? keptCamera(matter) : null) ?? rest.current);
    }
    last.current = matter;
  }, [sigma, scene, matter]);
  useEffect(() => {
    const camera = sigma.getCamera();
    const keep = (state: CameraState) => keepCamera(matter, isAt(state, rest.current) ? null : state);
    camera.on('updated', keep);
    window.addEventListener('pagehide', storeCameras);
    return () => {
      camera.off('updated', keep);
      window.removeEventListener('pagehide', storeCameras);
    };
  }, [sigma, matter]);
  return null;
}

/** Hover dims what is not joined; the selected node wears the accent. */
export function EmphasisController({
  scene,
  selected,
  palette,
  group,
}: {
  scene: Scene;
  selected: string | null;
  palette: Palette;
  group: ReadonlySet<string> | null;
}) {
  const sigma = useSigma();
  const hovered = useInterface((state) => state.hovered);
  const edge = useInterface((state) => state.hoveredEdge?.id ?? null);
  const path = usePaths();
  useEffect(() => {
    const emphasis = emphasize(scene.graph, hovered, selected, edge, path, group);
    sigma.setSetting('nodeReducer', (id, mark) => emphasizeNode(id, mark, emphasis, palette));
    sigma.setSetting('edgeReducer', (id, mark) => {
      const graph = sigma.getGraph();
      return graph.hasEdge(id) ? emphasizeEdge(id, graph.extremities(id), mark, emphasis, palette) : mark;
    });
  }, [sigma, scene, hovered, edge, selected, palette, path, group]);
  return null;
}

export function PointerController({
  onSelect,
  onOpen,
  onNothing,
}: {
  /** With an edge, the panel goes to what it rests on. */
  onSelect: (id: string | null, edge?: string) => void;
  onOpen: (id: string) => void;
  /** A click beside everything. */
  onNothing?: () => void;
}) {
  const sigma = useSigma();
  const setHovered = useInterface((state) => state.setHovered);
  const setHoveredEdge = useInterface((state) => state.setHoveredEdge);
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
      enterEdge: ({ edge, event }) => {
        setHoveredEdge({ id: edge, x: event.x, y: event.y });
        sigma.getContainer().style.cursor = 'pointer';
      },
      leaveEdge: () => {
        setHoveredEdge(null);
        sigma.getContainer().style.cursor = '';
      },
      clickEdge: ({ edge }) => onSelect(sigma.getGraph().source(edge), edge),
      clickStage: () => onNothing?.(),
    };
    const events = Object.entries(on) as [SigmaEventType, SigmaEvents[SigmaEventType]][];
    for (const [name, listener] of events) sigma.on(name, listener);
    return () => {
      for (const [name, listener] of events) sigma.off(name, listener);
    };
  }, [sigma, setHovered, setHoveredEdge, onSelect, onOpen, onNothing]);
  useEffect(
    () => () => {
      setHovered(null);
      setHoveredEdge(null);
    },
    [setHovered, setHoveredEdge],
  );
  return null;
}

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
};

/**
 * The nearest node that lies in a direction: near ahead counts more than near aside.
 * @param among only these, as when walking along edges
 */
export function nodeTowards(
  scene: Scene,
  from: string,
  [dx, dy]: readonly [number, number],
  among: ReadonlySet<string> | null = null,
): string | null {
  const { graph } = scene;
  if (!graph.hasNode(from)) return graph.nodes()[0] ?? null;
  const start = graph.getNodeAttributes(from);
  let best: { id: string; cost: number } | null = null;
  graph.forEachNode((id, mark) => {
    if (id === from || (among && !among.has(id))) return;
    const [x, y] = [mark.x - start.x, mark.y - start.y];
    const ahead = x * dx + y * dy;
    const aside = Math.abs(x * dy) + Math.abs(y * dx);
    if (ahead <= 4) return;
    const cost = ahead + aside * 2;
    if (!best || cost < best.cost) best = { id, cost };
  });
  return (best as { id: string; cost: number } | null)?.id ?? null;
}

/** What single letters do to the selected node while the stage has the focus. */
const NODE_KEYS: Readonly<Record<string, (id: string) => unknown>> = {
  l: act.centre,
  e: act.expand,
  c: act.close,
  p: act.pin,
  h: act.hide,
  enter: () => document.querySelector<HTMLElement>('.panel button, .panel a')?.focus(),
};

/** Arrow keys walk from node to node while the stage has the focus: to neighbours, with Shift to any. */
export function KeyController({
  scene,
  selected,
  onSelect,
  onFit,
}: {
  scene: Scene;
  selected: string | null;
  onSelect: (id: string | null) => void;
  onFit: () => void;
}) {
  const sigma = useSigma();
  useEffect(() => {
    const stage = sigma.getContainer().closest<HTMLElement>('.stage');
    const walk = (event: KeyboardEvent): boolean => {
      const direction = DIRECTIONS[event.key];
      if (!direction) return false;
      const from = selected ?? scene.root ?? '';
      const joined = scene.graph.hasNode(from) ? new Set(scene.graph.neighbors(from)) : null;
      const among = event.shiftKey || joined?.size === 0 ? null : joined;
      const next = nodeTowards(scene, from, direction, among);
      if (next !== null) onSelect(next);
      return true;
    };
    const zoom = (event: KeyboardEvent): boolean => {
      const by = { '+': 1 / 1.5, '=': 1 / 1.5, '-': 1.5 }[event.key];
      if (by !== undefined) moveCamera(sigma, { ratio: sigma.getCamera().ratio * by });
      else if (event.key === '0') onFit();
      else return false;
      return true;
    };
    const change = (event: KeyboardEvent): boolean => {
      const does = NODE_KEYS[event.key.toLowerCase()];
      if (event.key === 'Escape') onSelect(null);
      else if (does && selected !== null && scene.graph.hasNode(selected)) does(selected);
      else return false;
      return true;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.target !== stage) return;
      if (walk(event) || zoom(event) || change(event)) event.preventDefault();
    };
    stage?.addEventListener('keydown', onKey);
    return () => stage?.removeEventListener('keydown', onKey);
  }, [sigma, scene, selected, onSelect, onFit]);
  return null;
}

/**
 * Brings the selected node into view when it lies outside.
 * @param once only when another one is selected, for scenes that change as the camera moves
 */
export function CameraController({
  scene,
  selected,
  once,
}: {
  scene: Scene;
  selected: string | null;
  once: boolean;
}) {
  const sigma = useSigma();
  const shown = useRef<string | null>(null);
  useEffect(() => {
    if (selected === null) shown.current = null;
    if (selected === null || !scene.graph.hasNode(selected) || (once && shown.current === selected)) return;
    shown.current = selected;
    const to = cameraToShow(scene, sigma.getCamera().getState(), scene.graph.getNodeAttributes(selected));
    if (to) moveCamera(sigma, to);
  }, [sigma, scene, selected, once]);
  return null;
}
