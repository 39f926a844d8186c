/** Draws axis, lanes and names around what Sigma draws; renderless. */
import { useEffect } from 'react';
import type { Palette } from '../appearance.ts';
import { usePaths } from '../state/paths.ts';
import { useInterface } from '../state/stores.ts';
import { writeAxisYear } from '../text/dates.ts';
import { type Language, tagOf } from '../text/messages.ts';
import { type AxisView, drawAxis, drawCaptions, drawYears } from './axis.ts';
import type { Cloud } from './cloud.ts';
import { scaleAt } from './cloud-controller.tsx';
import { cloudFigures } from './cloud-figures.ts';
import { type Emphasis, emphasize } from './emphasis.ts';
import type { Point } from './figures.ts';
import { FIGURE, type NodeMark } from './marks.ts';
import { noteOnce } from './moments.ts';
import type { Pen } from './pen.ts';
import { figuresOf, type Picture, usePicture } from './picture.ts';
import type { Scene } from './scene.ts';
import { type StageSigma, useSigma } from './sigma-context.tsx';
import { type Box, drawWords, overlaps, WORDS_GAP } from './words.ts';

/** Beyond so many, marks may be written over. */
const MARKS_TO_AVOID = 400;

function markBox(sigma: StageSigma, mark: NodeMark): Box {
  const { x, y } = sigma.graphToViewport(mark);
  const radius = mark.size * 0.8;
  return { x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 };
}

/** Where a name may stand, the better place first. */
function wordsBoxes(mark: NodeMark, x: number, y: number): readonly Box[] {
  const { width, height } = mark.words;
  const reach = mark.size + WORDS_GAP;
  const box = (left: number, top: number): Box => ({ x: left, y: top, width: width + 4, height });
  const below = box(x - width / 2 - 2, y + reach);
  const above = box(x - width / 2 - 2, y - reach - height);
  const right = box(x + reach, y - height / 2);
  const left = box(x - reach - width - 4, y - height / 2);
  return mark.side === 'below' ? [below, above, right, left] : [above, below, right, left];
}

/** Names, most weighty first; one that would lie on another is left out until there is room. */
function drawNames(
  context: Pen,
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
  // Names keep off marks too, where they are few enough to look at each; those of figures go over the ground.
  const avoided = marks.length > MARKS_TO_AVOID ? [] : marks;
  const [figures, ground] = [true, false].map((figure) =>
    avoided.filter(({ mark }) => mark.weight >= FIGURE === figure).map(({ mark }) => markBox(sigma, mark)),
  );
  const taken: Box[] = [...(figures ?? [])];
  for (const { id, mark } of marks) {
    const { x, y } = sigma.graphToViewport(mark);
    if (x < -160 || x > width + 160 || y < -40 || y > height + 40) continue;
    const others = mark.weight >= FIGURE ? taken : [...taken, ...(ground ?? [])];
    const box = wordsBoxes(mark, x, y).find((one) => !others.some((other) => overlaps(one, other)));
    if (!box) continue;
    taken.push(box);
    const far = emphasis.near !== null && !emphasis.near.has(id);
    const inLane = scene.lanes.some((lane) => !lane.timed && scene.height - mark.y > lane.top);
    drawWords(context, mark.words, box.x + box.width / 2, box.y, {
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
  const monthNames = new Intl.DateTimeFormat(tagOf(language), {
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
      timed: lane.timed,
    })),
    monthName: (month) => monthNames.format(new Date(Date.UTC(2000, month - 1, 1))),
    yearName: (year) => writeAxisYear(year, language),
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
  group,
  cloud,
}: {
  scene: Scene;
  selected: string | null;
  palette: Palette;
  language: Language;
  captions: (lane: string) => string;
  group: ReadonlySet<string> | null;
  /** Drawn under the marks by others; here it is drawn into pictures. */
  cloud: Cloud | null;
}) {
  const sigma = useSigma();
  const hovered = useInterface((state) => state.hovered);
  const path = usePaths();
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
    const emphasis = emphasize(scene.graph, hovered, selected, null, path, group);
    const take = (): Picture => {
      const { width, height } = sigma.getDimensions();
      const draw: Picture['draw'] = (pen, figure) => {
        const view = axisView(sigma, scene, language, captions);
        drawAxis(pen, view, palette);
        const put = (place: Point) => sigma.graphToViewport(place);
        const seen = { width, height, scale: scaleAt(sigma) };
        if (cloud) for (const one of cloudFigures(cloud, put, seen, palette)) figure(one);
        for (const one of figuresOf(sigma, scene, emphasis, palette)) figure(one);
        drawNames(pen, sigma, scene, emphasis, palette);
        drawCaptions(pen, view, palette);
        drawYears(pen, view, palette);
      };
      return { width, height, paper: palette.paper, draw };
    };
    usePicture.setState({ take });
    const draw = () => {
      const axis = contextOf(sigma, 'axis');
      const names = contextOf(sigma, 'names');
      const view = axisView(sigma, scene, language, captions);
      if (axis) drawAxis(axis, view, palette);
      if (!names) return;
      if (scene.graph.order > 0) noteOnce('stemma:drawn');
      drawNames(names, sigma, scene, emphasis, palette);
      drawCaptions(names, view, palette);
      drawYears(names, view, palette);
    };
    sigma.on('afterRender', draw);
    sigma.scheduleRender();
    return () => {
      sigma.off('afterRender', draw);
      if (usePicture.getState().take === take) usePicture.setState({ take: null });
    };
  }, [sigma, scene, hovered, selected, palette, language, captions, path, group, cloud]);
  return null;
}
