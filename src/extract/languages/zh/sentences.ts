/** Sentences: up to 。！？； or the end of a line, closing quotes and brackets included. */
import type { Span } from '../../../records.ts';

const END = new Set(Array.from('。！？；\n', (sign) => sign.charCodeAt(0)));
const CLOSING = new Set(Array.from('”’）》〉', (sign) => sign.charCodeAt(0)));

/** In order, covering everything but the ends of lines. */
export function splitSentences(text: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (!END.has(text.charCodeAt(at))) continue;
    let end = at + 1;
    while (end < text.length && CLOSING.has(text.charCodeAt(end))) end += 1;
    const isBreak = text.charCodeAt(at) === 10;
    if ((isBreak ? at : end) > start) sentences.push({ start, end: isBreak ? at : end });
    start = end;
    at = end - 1;
  }
  if (start < text.length) sentences.push({ start, end: text.length });
  return sentences;
}
