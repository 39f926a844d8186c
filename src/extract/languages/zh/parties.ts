/** The parties that a title or a description begins with. */
import type { Lexicon } from './lexicon.ts';

export type Parties = Readonly<{
  /** Where the naming of the parties ends. */
  end: number;
  /** Alpha-3 codes and organization keys, in order, two or more. */
  codes: readonly string[];
}>;

/** Longest naming of parties, in units: five states with their full names. */
const LONGEST = 120;
/** What the third character of a combination may not begin: 中美法律. */
const NOT_A_STATE: Readonly<Record<string, string>> = {
  法: '律院规治定',
  日: '期常益后前',
  德: '国',
  英: '文语',
  印: '度',
};

/**
 * 中俄, 中日韩, 中华人民共和国政府和泰王国政府, 中国同俄罗斯、…和塔吉克斯坦四国: from `start` on, or null when
 * fewer than two are named.
 */
export function readParties(text: string, start: number, lexicon: Lexicon): Parties | null {
  const codes: string[] = [];
  let end = start;
  for (let at = start; at < text.length && at - start < LONGEST; ) {
    const hit = lexicon.terms.longestAt(text, at);
    if (!hit) break;
    const { value } = hit;
    if (value.type === 'state') {
      codes.push(...value.codes);
      at = hit.end;
      if (value.codes.length > 1 && hit.end - hit.start === 2) at = readMore(text, at, codes, lexicon);
      end = at;
    } else if (value.type === 'organization' && value.keys.length === 1) {
      codes.push(...value.keys);
      at = hit.end;
      end = at;
    } else if (value.type === 'word' && value.class === 'party' && codes.length > 0) {
      at = hit.end;
      end = at;
    } else if (value.type === 'word' && value.class === 'joint' && codes.length > 0) at = hit.end;
    else break;
  }
  const distinct = [...new Set(codes)];
  return distinct.length < 2 ? null : { end, codes: distinct };
}

/** The third and further characters of a combination: 中日韩, 中老缅泰. */
export function readMore(text: string, from: number, codes: string[], lexicon: Lexicon): number {
  let at = from;
  for (; at < text.length; at += 1) {
    const character = text.charAt(at);
    const code = lexicon.abbreviations.get(character);
    if (code === undefined || codes.includes(code)) break;
    if ((NOT_A_STATE[character] ?? '').includes(text.charAt(at + 1))) break;
    // 中美日本: a whole name begins here.
    const hit = lexicon.terms.longestAt(text, at);
    if (hit && hit.end - hit.start > 1) break;
    codes.push(code);
  }
  return at;
}
