/** A text cut where mentions begin and end. Pure. */
import type { Mention, Span } from '../../records.ts';

export type TextPiece = Readonly<{ start: number; text: string; mention: Mention | null }>;

/**
 * The whole text in pieces, in order, nothing lost: `pieces.map(p => p.text).join('') === text`.
 * Where mentions lie in one another the innermost has the piece. `at` cuts at its ends too.
 */
export function cutText(text: string, mentions: readonly Mention[], at: Span | null): readonly TextPiece[] {
  const sound = mentions.filter((m) => m.start >= 0 && m.start < m.end && m.end <= text.length);
  const ends = new Set([0, text.length]);
  for (const { start, end } of at ? [...sound, at] : sound) {
    if (start > 0 && start < text.length) ends.add(start);
    if (end > 0 && end < text.length) ends.add(end);
  }
  const cuts = [...ends].sort((a, b) => a - b);
  const byStart = [...sound].sort((a, b) => a.start - b.start);
  let open: Mention[] = [];
  let next = 0;
  return cuts.slice(0, -1).map((start, i) => {
    open = open.filter((m) => m.end > start);
    for (let m = byStart[next]; m && m.start <= start; m = byStart[next]) {
      open.push(m);
      next += 1;
    }
    const inner = open.reduce<Mention | null>(
      (best, m) => (best === null || m.end - m.start < best.end - best.start ? m : best),
      null,
    );
    return { start, text: text.slice(start, cuts[i + 1]), mention: inner };
  });
}
