import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Mention } from '../../src/records.ts';
import { cutText } from '../../src/web/text/pieces.ts';

const mention = (id: string, start: number, end: number, text: string): Mention => ({
  id,
  type: 'agreement',
  start,
  end,
  text: text.slice(start, end),
  entities: ['agr:x'],
  rule: 'test',
  confidence: 1,
});

describe('cutText', () => {
  it('gives a piece to the innermost mention', () => {
    const text = '按照联合国宪章第八章，';
    const pieces = cutText(text, [mention('whole', 2, 10, text), mention('un', 2, 5, text)], null);
    expect(pieces.map((p) => [p.text, p.mention?.id ?? null])).toEqual([
      ['按照', null],
      ['联合国', 'un'],
      ['宪章第八章', 'whole'],
      ['，', null],
    ]);
  });

  it('cuts at the ends of the passage that is looked at', () => {
    expect(cutText('abcdef', [], { start: 2, end: 4 }).map((p) => p.text)).toEqual(['ab', 'cd', 'ef']);
  });

  it('loses nothing, whatever the spans are', () => {
    const span = fc.record({
      start: fc.integer({ min: -3, max: 60 }),
      end: fc.integer({ min: -3, max: 60 }),
    });
    fc.assert(
      fc.property(
        fc.string({ maxLength: 50 }),
        fc.array(span, { maxLength: 12 }),
        span,
        (text, spans, at) => {
          const mentions = spans.map(({ start, end }, i) => mention(`m${i}`, start, end, text));
          const pieces = cutText(text, mentions, at);
          expect(pieces.map((p) => p.text).join('')).toBe(text);
          for (const piece of pieces) {
            if (!piece.mention) continue;
            expect(piece.start).toBeGreaterThanOrEqual(piece.mention.start);
            expect(piece.start + piece.text.length).toBeLessThanOrEqual(piece.mention.end);
          }
        },
      ),
    );
  });
});
