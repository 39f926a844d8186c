import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wrap } from '../../src/web/stage/words.ts';

/** Every Chinese character is two wide, everything else one. */
const measured = (text: string) =>
  Array.from(text).reduce((sum, c) => sum + (/[\p{Script=Han}　-〿＀-￯]/u.test(c) ? 2 : 1), 0);

describe('wrap', () => {
  it.each([
    ['中俄联合声明', 20, ['中俄联合声明']],
    ['关于在边境地区加强军事领域信任的协定', 20, ['关于在边境地区加强', '军事领域信任的协定']],
    ['Charter of the United Nations', 16, ['Charter of the', 'United Nations']],
    ['“中俄友好、和平与发展委员会”', 12, ['“中俄友好、', '和平与发展', '委员会”']],
  ])('breaks %s evenly', (text, width, lines) => {
    expect(wrap(text, width, 3, measured)).toEqual(lines);
  });

  it('keeps the spaces of what it cuts short', () => {
    expect(
      wrap('Treaty of Good-Neighbourliness and Friendly Cooperation between them', 22, 2, measured),
    ).toEqual(['Treaty of', 'Good-Neighbourliness…']);
  });

  it('never gives more lines, or wider ones, than asked for', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 120 }),
        fc.integer({ min: 8, max: 40 }),
        (text, width) => {
          const lines = wrap(text, width, 3, measured);
          expect(lines.length).toBeLessThanOrEqual(3);
          for (const line of lines)
            if (Array.from(line).length > 2) expect(measured(line)).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  it('begins no line with a closing mark', () => {
    for (const line of wrap('和平、稳定、合作、发展，已成为当今国际生活的主流。', 10, 9, measured).slice(1)) {
      expect(line).not.toMatch(/^[、，。]/);
    }
  });
});
