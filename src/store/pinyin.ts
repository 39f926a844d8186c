/** Chinese names as they are typed on a Latin keyboard. */
import { pinyin } from 'pinyin-pro';

/** `full` without spaces; `starts` are the places in it at which a syllable begins; `initials` are their letters. */
export type Typed = Readonly<{ full: string; starts: readonly number[]; initials: string }>;

const HAN = /\p{Script=Han}/u;

/** What the syllables of a folded name are without tones; null for a name without Chinese characters. */
export function typedName(folded: string): Typed | null {
  if (!HAN.test(folded)) return null;
  const starts: number[] = [];
  let full = '';
  let initials = '';
  for (const syllable of pinyin(folded, { toneType: 'none', type: 'array', nonZh: 'consecutive' })) {
    const letters = toLetters(syllable);
    if (letters === '') continue;
    starts.push(full.length);
    full += letters;
    initials += letters.charAt(0);
  }
  return { full, starts, initials };
}

/** `lü`, `lv` and `lu` are the same. */
function toLetters(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/([ln])v/g, '$1u');
}

/** A folded query as letters; null where it can be no pinyin: other scripts, a single letter. */
export function typedQuery(folded: string): string | null {
  if (!/^[a-z][a-z ']+$/.test(folded)) return null;
  const letters = toLetters(folded);
  return letters.length >= 2 ? letters : null;
}

/** How the query fits: the whole name, its beginning, from a syllable on; initials from three letters on. */
export function pinyinFit(
  { full, starts, initials }: Typed,
  query: string,
): 'exact' | 'prefix' | 'word' | undefined {
  if (full === query || (query.length >= 3 && initials === query)) return 'exact';
  if (full.startsWith(query)) return 'prefix';
  if (starts.some((at) => full.startsWith(query, at))) return 'word';
  return query.length >= 3 && initials.startsWith(query) ? 'word' : undefined;
}
