/** The years behind the lineage, and the lanes below it; drawn anew on every move of the camera. */
import type { Pen } from './pen.ts';
import { font } from './words.ts';

export type AxisView = Readonly<{
  width: number;
  height: number;
  /** Pixels on the stage of a year; null when nothing is dated. */
  xOf: ((year: number) => number) | null;
  /** The years at the left and right edge of the stage. */
  from: number;
  to: number;
  /** Lanes as they lie on the stage now. */
  lanes: readonly Readonly<{ caption: string; top: number; bottom: number; timed: boolean }>[];
  monthName: (month: number) => string;
  yearName: (year: number) => string;
}>;
export type AxisInk = Readonly<{ paper: string; muted: string; rule: string; lane: string }>;

/** Distances between ticks, in years. */
const STEPS = [1 / 12, 1 / 4, 1, 2, 5, 10, 20, 50, 100, 200, 500] as const;
const ROOM = 64;
export const AXIS_HEIGHT = 32;

function chooseStep(pixelsPerYear: number): number {
  return STEPS.find((step) => step * pixelsPerYear >= ROOM) ?? 1000;
}

/** The ticks in view: where they stand, and what is written at them. */
export function ticks(view: AxisView): readonly Readonly<{ x: number; text: string; year: boolean }>[] {
  if (!view.xOf) return [];
  const step = chooseStep(view.xOf(1) - view.xOf(0));
  const found: { x: number; text: string; year: boolean }[] = [];
  const first = Math.floor(view.from / step) - 1;
  for (let i = first; i * step <= view.to + step && found.length < 200; i += 1) {
    const at = i * step;
    const whole = Math.abs(at - Math.round(at)) < 1e-6;
    const month = Math.round((at - Math.floor(at + 1e-6)) * 12);
    found.push({
      x: Math.round(view.xOf(at)) + 0.5,
      text: whole ? view.yearName(Math.round(at)) : view.monthName(month + 1),
      year: whole,
    });
  }
  return found;
}

function drawLanes(context: Pen, view: AxisView, ink: AxisInk): void {
  for (const { top, bottom, timed } of view.lanes) {
    context.fillStyle = ink.lane;
    if (!timed) context.fillRect(0, top, view.width, bottom - top);
    context.fillStyle = ink.rule;
    context.fillRect(0, Math.round(top), view.width, 1);
  }
  const last = view.lanes.at(-1);
  if (last && !last.timed && last.bottom < view.height) {
    context.fillStyle = ink.lane;
    context.fillRect(0, last.bottom, view.width, view.height - last.bottom);
  }
}

/** What the lanes hold, over the lines that run through them. */
export function drawCaptions(context: Pen, view: AxisView, ink: AxisInk): void {
  context.textAlign = 'left';
  context.textBaseline = 'top';
  context.font = font(11, 550);
  context.lineJoin = 'round';
  context.lineWidth = 6;
  context.fillStyle = ink.muted;
  for (const { caption, top, timed } of view.lanes) {
    context.strokeStyle = timed ? ink.paper : ink.lane;
    context.strokeText(caption, 16, top + 10);
    context.fillText(caption, 16, top + 10);
  }
}

/** Clears the canvas and draws a rule for each tick, and the lanes, for the camera as it stands. */
export function drawAxis(context: Pen, view: AxisView, ink: AxisInk): void {
  context.clearRect(0, 0, view.width, view.height);
  const marks = ticks(view);
  const floor = view.lanes.find(({ timed }) => !timed)?.top ?? view.height;
  context.fillStyle = ink.rule;
  for (const tick of marks) {
    context.globalAlpha = tick.year ? 1 : 0.5;
    context.fillRect(tick.x - 0.5, AXIS_HEIGHT, 1, Math.max(0, floor - AXIS_HEIGHT));
  }
  context.globalAlpha = 1;
  drawLanes(context, view, ink);
}

/** The years along the top, over everything that reaches up there. */
export function drawYears(context: Pen, view: AxisView, ink: AxisInk): void {
  if (!view.xOf) return;
  context.fillStyle = ink.paper;
  context.fillRect(0, 0, view.width, AXIS_HEIGHT);
  context.fillStyle = ink.rule;
  context.fillRect(0, AXIS_HEIGHT, view.width, 1);
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillStyle = ink.muted;
  for (const tick of ticks(view)) {
    context.font = font(12, tick.year ? 550 : 400);
    context.fillText(tick.text, tick.x, AXIS_HEIGHT / 2 + 1);
  }
}
