import { describe, expect, it } from 'vitest';
import { cameraToShow } from '../../src/web/stage/camera.ts';
import { readCameras, writeCameras } from '../../src/web/stage/kept-camera.ts';

const SIZE = { width: 1000, height: 600 };
const REST = { x: 0.5, y: 0.5, ratio: 1 };

/** Where a place of the scene lies on the stage, in pixels from the top left. */
function seen(camera: { x: number; y: number }, ratio: number, place: { x: number; y: number }) {
  const unit = 1000 / ratio;
  return {
    x: 500 + (0.5 + (place.x - 500) / 1000 - camera.x) * unit,
    y: 300 - (0.5 + (place.y - 300) / 1000 - camera.y) * unit,
  };
}

describe('cameraToShow', () => {
  it('stays where it is for what is in view', () => {
    expect(cameraToShow(SIZE, REST, { x: 500, y: 300 })).toBeNull();
    expect(cameraToShow(SIZE, REST, { x: 100, y: 500 })).toBeNull();
  });

  it.each([
    [1, { x: 500, y: -200 }],
    [1, { x: 3000, y: 300 }],
    [0.25, { x: 0, y: 600 }],
    [2, { x: -4000, y: 9000 }],
  ])('brings in what lies outside, at a ratio of %f', (ratio, place) => {
    const to = cameraToShow(SIZE, { ...REST, ratio }, place);
    if (!to) throw new Error('it did not move');
    const { x, y } = seen(to, ratio, place);
    expect(x).toBeGreaterThanOrEqual(79.9);
    expect(x).toBeLessThanOrEqual(920.1);
    expect(y).toBeGreaterThanOrEqual(79.9);
    expect(y).toBeLessThanOrEqual(496.1);
  });

  it('moves no further than needed', () => {
    const to = cameraToShow(SIZE, REST, { x: 500, y: -200 });
    expect(to?.x).toBeCloseTo(0.5);
    expect(seen(to ?? REST, 1, { x: 500, y: -200 }).y).toBeCloseTo(496);
  });
});

describe('cameras that were moved', () => {
  it('are kept as a text, the last of them, and read again', () => {
    const cameras = new Map(
      Array.from({ length: 40 }, (_, i) => [`matter ${i}`, { x: i, y: 0.5, ratio: 1, angle: 0 }] as const),
    );
    const read = readCameras(writeCameras(cameras));
    expect([...read]).toEqual([...cameras].slice(10));
  });

  it.each([
    null,
    '',
    '{}',
    '[1]',
    '[["a"]]',
    '[["a",{"x":null}]]',
    '[[1,{"x":1,"y":1,"ratio":1,"angle":0}]]',
  ])('are none in %s', (text) => {
    expect(readCameras(text).size).toBe(0);
  });
});
