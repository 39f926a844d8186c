/** Names that are nearly what was typed. */

const HAN = /\p{Script=Han}/u;

/** How many slips are forgiven: none in short texts and in numbers; a Chinese character is worth more than a letter. */
export function forgiven(wanted: string): number {
  if (!/\p{L}/u.test(wanted)) return 0;
  const length = Array.from(wanted).length;
  const [one, two] = HAN.test(wanted) ? [3, 6] : [4, 8];
  return length >= two ? 2 : length >= one ? 1 : 0;
}

/**
 * The fewest characters to change, add, leave out or swap so that the text stands somewhere in the name; more than
 * `most` comes back as `most + 1`.
 *
 *     slips('chrater', 'charter of the united nations', 2) → 1
 */
export function slips(text: string, name: string, most: number): number {
  const wanted = Array.from(text);
  const given = Array.from(name);
  // Rows are the name's characters, columns those of the text; the first column is 0, as a match may begin anywhere.
  let before: number[] = [];
  let row = wanted.map((_, i) => i + 1);
  let best = wanted.length;
  for (const [j, letter] of given.entries()) {
    const next: number[] = [];
    for (const [i, sought] of wanted.entries()) {
      const left = i === 0 ? 0 : (next[i - 1] ?? 0);
      const corner = i === 0 ? 0 : (row[i - 1] ?? 0);
      let cost = Math.min(corner + (letter === sought ? 0 : 1), (row[i] ?? 0) + 1, left + 1);
      const swapped = i > 0 && j > 0 && letter === wanted[i - 1] && given[j - 1] === sought;
      if (swapped) cost = Math.min(cost, (i === 1 ? 0 : (before[i - 2] ?? 0)) + 1);
      next.push(cost);
    }
    best = Math.min(best, next.at(-1) ?? best);
    if (best === 0) return 0;
    before = row;
    row = next;
  }
  return Math.min(best, most + 1);
}
