import { describe, expect, it } from 'vitest';
import { EDGE_FAMILIES, type EdgeFamily } from '../../graph/vocabulary.ts';
import { contrast, FAMILY_LINES, mix, PALETTES } from '../../src/web/appearance.ts';

const CITING: readonly EdgeFamily[] = ['keeps', 'changes', 'looks_ahead', 'names'];

describe.each(Object.entries(PALETTES))('the %s palette', (_, palette) => {
  it('sets text 4.5:1 and marks 3:1 against what is behind them', () => {
    for (const behind of [palette.paper, palette.lane]) {
      expect(contrast(palette.ink, behind)).toBeGreaterThanOrEqual(7);
      expect(contrast(palette.muted, behind)).toBeGreaterThanOrEqual(4.5);
      expect(contrast(palette.accent, behind)).toBeGreaterThanOrEqual(3);
      expect(contrast(palette.labels.Agreement, behind)).toBeGreaterThanOrEqual(7);
      for (const family of CITING)
        expect(contrast(palette.families[family], behind)).toBeGreaterThanOrEqual(3);
      for (const color of [...palette.communities, palette.otherCommunities])
        expect(contrast(color, behind)).toBeGreaterThanOrEqual(3);
    }
  });
});

it('draws each family of citations with a line of its own, so that colour is not needed', () => {
  const lines = CITING.map((family) => JSON.stringify(FAMILY_LINES[family]));
  expect(new Set(lines).size).toBe(CITING.length);
  expect(Object.keys(FAMILY_LINES).sort()).toEqual(Object.keys(EDGE_FAMILIES).sort());
});

it('mixes colours', () => {
  expect(mix('#000000', '#ffffff', 0.5)).toBe('#808080');
  expect(mix('#123456', '#ffffff', 0)).toBe('#123456');
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
});
