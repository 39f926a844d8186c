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

/** Bits of a number that shifts stay within. */
const WORD = 30;
/** For each UTF-16 unit, the places at which it stands in the text that is looked for; empty between two searches. */
const places = new Uint32Array(65_536);

/**
 * `slips` of one text for many names, each in one pass over its units: bit i of row d says that the first i + 1 units
 * of the text have just been met with at most d slips (Wu and Manber; Hyyrö for swaps).
 */
export function countSlips(text: string, names: readonly string[], most: number): readonly number[] {
  const length = text.length;
  if (length > WORD) return countLong(text, names, most);
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i);
    places[unit] = (places[unit] ?? 0) | (1 << i);
  }
  const counts = names.map((name) => Math.min(countOnce(name, length), most + 1));
  for (let i = 0; i < length; i++) places[text.charCodeAt(i)] = 0;
  return counts;
}

/** 0, 1, 2, or 3 for more. */
function countOnce(name: string, length: number): number {
  const last = 1 << (length - 1);
  let [none, one, two, noneBefore, oneBefore, hereBefore] = [0, 1, 3, 0, 1, 0];
  let best = 3;
  for (let j = 0; j < name.length; j++) {
    const here = places[name.charCodeAt(j)] ?? 0;
    const swap = (here << 1) & hereBefore;
    const none1 = ((none << 1) | 1) & here;
    const one1 =
      (((one << 1) | 1) & here) | none | (none << 1) | (none1 << 1) | 1 | (((noneBefore << 2) | 2) & swap);
    two = (((two << 1) | 1) & here) | one | (one << 1) | (one1 << 1) | 1 | (((oneBefore << 2) | 2) & swap);
    if (none1 & last) return 0;
    if (one1 & last) best = 1;
    else if (best > 2 && two & last) best = 2;
    noneBefore = none;
    oneBefore = one;
    none = none1;
    one = one1;
    hereBefore = here;
  }
  return best;
}

/** Of a long text, one of so many pieces is without a slip, as a swap spoils two at most. */
function countLong(text: string, names: readonly string[], most: number): readonly number[] {
  const size = Math.floor(text.length / (2 * most + 1));
  const pieces = Array.from({ length: 2 * most + 1 }, (_, n) => text.slice(n * size, (n + 1) * size));
  return names.map((name) =>
    pieces.some((piece) => name.includes(piece)) ? slips(text, name, most) : most + 1,
  );
}
