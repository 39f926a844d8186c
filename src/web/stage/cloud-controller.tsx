/** Joins a cloud to Sigma: its canvases under the marks, redrawn when the camera moves; lines when it rests. Renderless. */
import { useEffect, useMemo, useRef } from 'react';
import type { Palette } from '../appearance.ts';
import { type Cloud, linesAt, pointAt, pointsToName, type Window } from './cloud.ts';
import { CloudProgram, type Matrix } from './cloud-program.ts';
import { noteOnce } from './moments.ts';
import { type StageSigma, useSigma } from './sigma-context.tsx';

/** After so many milliseconds without a move the camera rests. */
const REST = 160;
/** Numbers of lines that are drawn in one frame, so that the page answers in between. */
const CHUNK = 120_000;
/** A cell of a name, in pixels. */
const CELL = { width: 180, height: 84 };
/** How near the pointer must be to a point, in pixels. */
const REACH = 6;

function layer(sigma: StageSigma, id: string): CloudProgram {
  const options = { beforeLayer: 'edges', preserveDrawingBuffer: true } as object;
  return new CloudProgram(sigma.createWebGLContext(id, options) as WebGL2RenderingContext);
}

function matrixOf(sigma: StageSigma): Matrix {
  const { width, height } = sigma.getDimensions();
  const clip = ({ x, y }: { x: number; y: number }) => [(x / width) * 2 - 1, 1 - (y / height) * 2] as const;
  const [ox, oy] = clip(sigma.graphToViewport({ x: 0, y: 0 }));
  const [ax, ay] = clip(sigma.graphToViewport({ x: 1000, y: 0 }));
  const [bx, by] = clip(sigma.graphToViewport({ x: 0, y: 1000 }));
  return [(ax - ox) / 1000, (ay - oy) / 1000, 0, (bx - ox) / 1000, (by - oy) / 1000, 0, ox, oy, 1];
}

function windowOf(sigma: StageSigma): Window {
  const { width, height } = sigma.getDimensions();
  const [start, end] = [
    sigma.viewportToGraph({ x: 0, y: height }),
    sigma.viewportToGraph({ x: width, y: 0 }),
  ];
  return { left: start.x, right: end.x, low: start.y, high: end.y };
}

/** Points grow as one comes nearer, slower than the distances between them. */
export const scaleAt = (sigma: StageSigma) => Math.min(4, sigma.getCamera().ratio ** -0.5);
/** The more lines there are, the paler each. */
const opacityOf = (lines: number) => Math.max(0.035, Math.min(0.4, 2000 / Math.max(1, lines)));

function hexToUnit(hex: string): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
}

/** The drawing of one cloud on Sigma's stage. */
class CloudLayers {
  readonly #sigma: StageSigma;
  readonly #lines: CloudProgram;
  readonly #near: CloudProgram;
  readonly #points: CloudProgram;
  #cloud: Cloud | null = null;
  #accent: readonly number[] = [0, 0, 0];
  #drawn = '';
  #timer = 0;
  #frame = 0;
  /** Told of what is in view whenever the camera rests. */
  onRest: (cloud: Cloud, view: Window) => void = () => undefined;

  constructor(sigma: StageSigma) {
    this.#sigma = sigma;
    this.#lines = layer(sigma, 'cloudLines');
    this.#near = layer(sigma, 'cloudNear');
    this.#points = layer(sigma, 'cloudPoints');
    sigma.resize(true);
  }

  take(cloud: Cloud, selected: number | null, palette: Palette): void {
    if (cloud !== this.#cloud) {
      this.#lines.take(cloud, cloud.lines);
      this.#points.take(cloud, cloud.points);
    }
    this.#near.take(cloud, selected === null ? new Uint32Array() : linesAt(cloud, selected));
    this.#cloud = cloud;
    this.#accent = hexToUnit(palette.accent);
    this.#drawn = '';
    this.draw();
  }

  /** Draws what another place of the camera asks for; nothing when it has not moved. */
  readonly draw = (): void => {
    const cloud = this.#cloud;
    const matrix = matrixOf(this.#sigma);
    const { width, height } = this.#sigma.getDimensions();
    const now = [...matrix, width, height].join(' ');
    if (!cloud || now === this.#drawn) return;
    this.#drawn = now;
    this.#stop();
    this.#lines.clear();
    this.#near.clear();
    this.#near.drawLines(matrix, 0.7, this.#accent, 0, this.#near.length);
    this.#points.clear();
    this.#points.drawPoints(matrix, scaleAt(this.#sigma) * window.devicePixelRatio);
    noteOnce('stemma:points');
    this.#timer = window.setTimeout(() => this.#rest(cloud, matrix), REST);
  };

  /** What was drawn is gone from the canvases. */
  readonly forget = (): void => {
    this.#drawn = '';
  };

  #rest(cloud: Cloud, matrix: Matrix): void {
    this.onRest(cloud, windowOf(this.#sigma));
    const opacity = opacityOf(this.#lines.length / 2);
    const draw = (from: number) => {
      if (from >= this.#lines.length) {
        noteOnce('stemma:lines');
        return;
      }
      this.#lines.drawLines(matrix, opacity, null, from, from + CHUNK);
      this.#frame = requestAnimationFrame(() => draw(from + CHUNK));
    };
    draw(0);
  }

  #stop(): void {
    window.clearTimeout(this.#timer);
    cancelAnimationFrame(this.#frame);
  }

  end(): void {
    this.#stop();
    for (const id of ['cloudLines', 'cloudNear', 'cloudPoints'])
      if (this.#sigma.getCanvases()[id]) this.#sigma.killLayer(id);
  }
}

export type CloudProps = Readonly<{
  cloud: Cloud;
  /** The number of the selected node. */
  selected: number | null;
  palette: Palette;
  /** The points in view that there is room to name, whenever the camera rests. */
  onView: (numbers: readonly number[]) => void;
  onHover: (number: number | null) => void;
  onPick: (number: number | null) => unknown;
}>;

export function CloudController({ cloud, selected, palette, onView, onHover, onPick }: CloudProps) {
  const sigma = useSigma();
  const layers = useRef<CloudLayers | null>(null);
  const callbacks = useMemo(() => ({ onView, onHover, onPick }), [onView, onHover, onPick]);
  useEffect(() => {
    const made = new CloudLayers(sigma);
    layers.current = made;
    sigma.on('afterRender', made.draw);
    sigma.on('resize', made.forget);
    return () => {
      sigma.off('afterRender', made.draw);
      sigma.off('resize', made.forget);
      made.end();
      layers.current = null;
    };
  }, [sigma]);
  useEffect(() => {
    if (!layers.current) return;
    layers.current.onRest = (drawn, view) => {
      const { width, height } = sigma.getDimensions();
      const cells = { across: Math.ceil(width / CELL.width), down: Math.ceil(height / CELL.height) };
      callbacks.onView(pointsToName(drawn, view, cells));
    };
  }, [sigma, callbacks]);
  useEffect(() => layers.current?.take(cloud, selected, palette), [cloud, selected, palette]);
  useEffect(() => {
    const at = ({ x, y }: { x: number; y: number }) => {
      const place = sigma.viewportToGraph({ x, y });
      const unit = Math.abs(sigma.viewportToGraph({ x: x + 1, y }).x - place.x);
      return pointAt(cloud, place.x, place.y, REACH * unit);
    };
    const click = ({ event }: { event: { x: number; y: number } }) => callbacks.onPick(at(event));
    let timer = 0;
    const move = ({ event }: { event: { x: number; y: number } }) => {
      const { x, y } = event;
      window.clearTimeout(timer);
      timer = window.setTimeout(() => callbacks.onHover(at({ x, y })), 60);
    };
    sigma.on('clickStage', click);
    sigma.on('moveBody', move);
    return () => {
      window.clearTimeout(timer);
      sigma.off('clickStage', click);
      sigma.off('moveBody', move);
    };
  }, [sigma, cloud, callbacks]);
  return null;
}
