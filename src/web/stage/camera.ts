/** Where the camera stands. The box of a scene is its stage, so one unit is one pixel at a ratio of 1. Pure. */
import type { CameraState } from 'sigma/types';
import { AXIS_HEIGHT } from './axis.ts';
import type { Scene } from './scene.ts';

/** So much smaller than life names still stand apart. */
const SMALLEST = 1.06;

/** Where the camera rests: one unit is about one pixel; what does not fit is left below, the root is brought in. */
export function restingCamera(
  scene: Pick<Scene, 'width' | 'height' | 'full' | 'root' | 'graph'>,
): CameraState {
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

/** What a name needs around its mark. */
const MARGIN = { left: 80, right: 80, top: AXIS_HEIGHT + 48, bottom: 104 };

const within = (value: number, least: number, most: number) =>
  Math.max(least, Math.min(value, Math.max(least, most)));

/**
 * The camera that shows a place, moved no further than needed; null when it is in view already. Sigma itself knows a
 * new scene only from its next frame on.
 */
export function cameraToShow(
  { width, height }: Readonly<{ width: number; height: number }>,
  camera: Pick<CameraState, 'x' | 'y' | 'ratio'>,
  place: Readonly<{ x: number; y: number }>,
): { x: number; y: number } | null {
  const unit = Math.max(width, height) / camera.ratio;
  const target = {
    x: 0.5 + (place.x - width / 2) / Math.max(width, height),
    y: 0.5 + (place.y - height / 2) / Math.max(width, height),
  };
  const x = width / 2 + (target.x - camera.x) * unit;
  const y = height / 2 - (target.y - camera.y) * unit;
  const wanted = {
    x: within(x, MARGIN.left, width - MARGIN.right),
    y: within(y, MARGIN.top, height - MARGIN.bottom),
  };
  if (wanted.x === x && wanted.y === y) return null;
  return { x: target.x - (wanted.x - width / 2) / unit, y: target.y + (wanted.y - height / 2) / unit };
}
