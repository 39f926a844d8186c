/** Where the camera was moved to, for each matter that was drawn in this tab; over a reload and another view too. */
import type { CameraState } from 'sigma/types';

const KEY = 'stemma.camera';
const KEPT = 30;

const isCamera = (value: unknown): value is CameraState =>
  typeof value === 'object' &&
  value !== null &&
  ['x', 'y', 'ratio', 'angle'].every((part) => Number.isFinite(Reflect.get(value, part)));

/** Reads what `writeCameras` wrote; what is no camera is left out. Pure. */
export function readCameras(text: string | null): Map<string, CameraState> {
  try {
    const value: unknown = JSON.parse(text ?? '[]');
    const entries = Array.isArray(value) ? value.filter(Array.isArray) : [];
    return new Map(
      entries.flatMap(([matter, camera]: unknown[]) =>
        typeof matter === 'string' && isCamera(camera) ? [[matter, camera]] : [],
      ),
    );
  } catch {
    return new Map();
  }
}

/** The cameras that were moved last. Pure. */
export function writeCameras(cameras: ReadonlyMap<string, CameraState>): string {
  return JSON.stringify([...cameras].slice(-KEPT));
}

function stored(): Map<string, CameraState> {
  try {
    return readCameras(sessionStorage.getItem(KEY));
  } catch {
    return new Map();
  }
}

let cameras: Map<string, CameraState> | null = null;

export function keptCamera(matter: string): CameraState | null {
  cameras ??= stored();
  return cameras.get(matter) ?? null;
}

/** @param camera null for one that rests */
export function keepCamera(matter: string, camera: CameraState | null): void {
  cameras ??= stored();
  cameras.delete(matter);
  if (camera) cameras.set(matter, camera);
}

/** Called when the page goes. */
export function storeCameras(): void {
  try {
    if (cameras) sessionStorage.setItem(KEY, writeCameras(cameras));
  } catch {
    // A browser that keeps nothing starts at rest.
  }
}
