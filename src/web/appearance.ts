/** What a mark means: colours, lines and shapes, one place for the drawing, the legend and the panel. */
import type { EdgeFamily, NodeLabel } from '../../graph/vocabulary.ts';

export type Brightness = 'light' | 'dark';

/** How a line runs, so that its colour is not needed to tell it. `rails` are two lines side by side. */
export type LineForm = 'line' | 'rails' | 'hairline';
export type HeadForm = 'filled' | 'open' | 'none';
export type LineStyle = Readonly<{ form: LineForm; width: number; head: HeadForm }>;

export const FAMILY_LINES: Readonly<Record<EdgeFamily, LineStyle>> = {
  keeps: { form: 'line', width: 2, head: 'filled' },
  changes: { form: 'rails', width: 5, head: 'filled' },
  looks_ahead: { form: 'line', width: 1.5, head: 'open' },
  names: { form: 'hairline', width: 1, head: 'filled' },
  facts: { form: 'hairline', width: 1, head: 'none' },
  provenance: { form: 'hairline', width: 1, head: 'none' },
};

export type NodeShape = 'circle' | 'square' | 'diamond' | 'triangle';
/** `size` is a radius in pixels. */
export type NodeStyle = Readonly<{ shape: NodeShape; size: number }>;

export const LABEL_SHAPES: Readonly<Record<NodeLabel, NodeStyle>> = {
  Agreement: { shape: 'circle', size: 7 },
  State: { shape: 'square', size: 5 },
  Organization: { shape: 'diamond', size: 5.5 },
  Person: { shape: 'triangle', size: 5 },
  Place: { shape: 'circle', size: 4 },
  Provision: { shape: 'diamond', size: 3.5 },
  Date: { shape: 'square', size: 3 },
  Document: { shape: 'square', size: 4 },
  Mention: { shape: 'circle', size: 3 },
};

export type Palette = Readonly<{
  /** The page behind everything. */
  paper: string;
  ink: string;
  muted: string;
  /** Lines of the axis. */
  rule: string;
  lane: string;
  /** The selected. */
  accent: string;
  families: Readonly<Record<EdgeFamily, string>>;
  labels: Readonly<Record<NodeLabel, string>>;
  /** Of the largest communities, in turn, and of all others. */
  communities: readonly string[];
  otherCommunities: string;
}>;

/** Hues after Okabe and Ito, darkened or lightened until each stands 3:1 or more against its paper. */
export const PALETTES: Readonly<Record<Brightness, Palette>> = {
  light: {
    paper: '#fdfcfa',
    ink: '#1d1f23',
    muted: '#5f636b',
    rule: '#e6e3dc',
    lane: '#f5f3ee',
    accent: '#b84a00',
    families: {
      keeps: '#0072b2',
      changes: '#c44e00',
      looks_ahead: '#00825f',
      names: '#7d7f86',
      facts: '#a9abb0',
      provenance: '#a9abb0',
    },
    labels: {
      Agreement: '#2b3038',
      State: '#6f8fae',
      Organization: '#6fa08c',
      Person: '#b58aa5',
      Place: '#b39a62',
      Provision: '#7d7f86',
      Date: '#9a9ca2',
      Document: '#7d7f86',
      Mention: '#9a9ca2',
    },
    communities: ['#0072b2', '#c44e00', '#00825f', '#a8518a', '#86700c', '#3a86b1', '#6a4fbf', '#7a4a2b'],
    otherCommunities: '#85878d',
  },
  dark: {
    paper: '#15171b',
    ink: '#eceae6',
    muted: '#a2a5ac',
    rule: '#2a2d34',
    lane: '#1a1d22',
    accent: '#ff9d5c',
    families: {
      keeps: '#56b4e9',
      changes: '#f0803c',
      looks_ahead: '#2dc396',
      names: '#8f939b',
      facts: '#5d616a',
      provenance: '#5d616a',
    },
    labels: {
      Agreement: '#dcdde0',
      State: '#6a8aa8',
      Organization: '#5f917c',
      Person: '#a57a96',
      Place: '#a08a56',
      Provision: '#8f939b',
      Date: '#74777f',
      Document: '#8f939b',
      Mention: '#74777f',
    },
    communities: ['#56b4e9', '#f0803c', '#2dc396', '#d98fbf', '#d9c04a', '#3f83b5', '#a99bf0', '#c09a7a'],
    otherCommunities: '#8f939b',
  },
};

function channels(hex: string): readonly [number, number, number] {
  const value = Number.parseInt(hex.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255];
}

/** A colour mixed into another; 0 is all `behind`, 1 all `front`. Both are `#rrggbb`. */
export function mix(behind: string, front: string, share: number): string {
  const [a, b] = [channels(behind), channels(front)];
  const mixed = a.map((one, i) => Math.round(one + ((b[i] ?? one) - one) * share));
  return `#${mixed.map((one) => one.toString(16).padStart(2, '0')).join('')}`;
}

/** Contrast of two colours as WCAG counts it, 1 to 21. */
export function contrast(one: string, other: string): number {
  const luminance = (hex: string) => {
    const [r = 0, g = 0, b = 0] = channels(hex).map((c) => {
      const s = c / 255;
      return s <= 0.04045 ? s / 12.92 : ((s + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

export const SANS = "'Inter Variable', 'Noto Sans SC Variable', system-ui, sans-serif";
