/** The drawing as it is seen, on any pen: for files. */
import { create } from 'zustand';
import type { Palette } from '../appearance.ts';
import { type Emphasis, emphasizeEdge, emphasizeNode } from './emphasis.ts';
import { edgeFigures, nodeFigure } from './figures.ts';
import { type Figure, type Pen, SvgPen } from './pen.ts';
import type { Scene } from './scene.ts';
import type { StageSigma } from './sigma-context.tsx';

/** How a drawing that is on the page is drawn again. */
export type Picture = Readonly<{
  width: number;
  height: number;
  paper: string;
  draw: (pen: Pen, figure: (figure: Figure) => void) => void;
}>;

/** The drawing on the page; null in views that have none. */
export const usePicture = create<{ take: (() => Picture) | null }>(() => ({ take: null }));

/** Edges and nodes in their order, as emphasis leaves them. */
export function figuresOf(
  sigma: StageSigma,
  scene: Scene,
  emphasis: Emphasis,
  palette: Palette,
): readonly Figure[] {
  const { graph } = scene;
  const place = (id: string) => sigma.graphToViewport(graph.getNodeAttributes(id));
  const edges = graph
    .mapEdges((id, mark, from, to) => ({
      from,
      to,
      mark: emphasizeEdge(id, [from, to], mark, emphasis, palette),
    }))
    .sort((a, b) => a.mark.zIndex - b.mark.zIndex);
  const nodes = graph
    .mapNodes((id, mark) => ({ id, mark: emphasizeNode(id, mark, emphasis, palette) }))
    .sort((a, b) => a.mark.zIndex - b.mark.zIndex);
  return [
    ...edges.flatMap(({ from, to, mark }) =>
      edgeFigures(place(from), place(to), graph.getNodeAttributes(to).size, mark),
    ),
    ...nodes.map(({ id, mark }) => nodeFigure(place(id), mark)),
  ];
}

export function toSvg(picture: Picture, title: string): string {
  const pen = new SvgPen();
  picture.draw(pen, (figure) => pen.figure(figure));
  return pen.toSvg(picture.width, picture.height, title, picture.paper);
}

/** @param scale pixels of the picture for one of the page */
export async function toPng(picture: Picture, scale: number): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.scale(scale, scale);
  context.fillStyle = picture.paper;
  context.fillRect(0, 0, picture.width, picture.height);
  // The drawing clears what it draws on; here the paper stays.
  const pen: Pen = new Proxy(context, {
    get: (target, key) => {
      if (key === 'clearRect') return () => undefined;
      const value: unknown = Reflect.get(target, key);
      return typeof value === 'function' ? (value as () => unknown).bind(target) : value;
    },
    set: (target, key, value) => Reflect.set(target, key, value),
  });
  picture.draw(pen, ({ d, fill, stroke, width, dash }) => {
    const path = new Path2D(d);
    if (fill !== null) {
      context.fillStyle = fill;
      context.fill(path);
    }
    if (stroke === null) return;
    context.strokeStyle = stroke;
    context.lineWidth = width;
    context.setLineDash(dash === null ? [] : dash.split(' ').map(Number));
    context.stroke(path);
    context.setLineDash([]);
  });
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}
