/** What a drawing needs of the browser before it can be laid out: its size, and fonts that have arrived. */
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { GraphNode } from '../../records.ts';
import type { Measure } from '../stage/words.ts';
import type { Language } from '../text/messages.ts';
import { shortNameIn } from '../text/names.ts';

export type Size = Readonly<{ width: number; height: number }>;

/** The size of an element, told again when it rests after a change. */
export function useSize(): [RefObject<HTMLDivElement | null>, Size | null] {
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState<Size | null>(null);
  useLayoutEffect(() => {
    const element = ref.current;
    if (!element) return;
    const tell = () => {
      const { clientWidth: width, clientHeight: height } = element;
      if (width > 0 && height > 0) {
        setSize((last) => (last?.width === width && last.height === height ? last : { width, height }));
      }
    };
    let frame = 0;
    const observer = new ResizeObserver(() => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(tell);
    });
    tell();
    observer.observe(element);
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
    };
  }, []);
  return [ref, size];
}

const FACES = [
  '13px "Inter Variable"',
  '650 13px "Inter Variable"',
  '13px "Noto Sans SC Variable"',
  '650 13px "Noto Sans SC Variable"',
];
/** A font that does not come must not keep the page from showing. */
const PATIENCE = 4000;

/** Whether the fonts for these texts are there: names drawn before would be blank or wrongly measured. */
export function useFonts(nodes: readonly GraphNode[], language: Language): boolean {
  const [ready, setReady] = useState<string | null>(null);
  const letters = [...new Set(nodes.flatMap((node) => Array.from(shortNameIn(node, language))))]
    .sort()
    .join('');
  const key = `${letters} 年月日文中未载期0123456789–`;
  useEffect(() => {
    let current = true;
    const patience = new Promise((resolve) => window.setTimeout(resolve, PATIENCE));
    const loads = Promise.all(FACES.map((face) => document.fonts.load(face, key))).catch(() => undefined);
    void Promise.race([loads, patience]).then(() => {
      if (current) setReady(key);
    });
    return () => {
      current = false;
    };
  }, [key]);
  return ready === key;
}

let context: CanvasRenderingContext2D | null = null;

/** Width of a text in pixels, as a canvas writes it. */
export const measure: Measure = (text, font) => {
  context ??= document.createElement('canvas').getContext('2d');
  if (!context) return text.length * 8;
  context.font = font;
  return context.measureText(text).width;
};
