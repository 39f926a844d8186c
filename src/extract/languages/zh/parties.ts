/** The parties that a title or a description begins with. */
import { type Lexicon, readCombination } from './lexicon.ts';

export type Parties = Readonly<{
  /** Where the naming of the parties ends. */
  end: number;
  /** Alpha-3 codes and organization keys, in order, two or more. */
  codes: readonly string[];
}>;

const BRACKET = /^（[\u4e00-\u9fff]{2,4}）(?=政府|[和与及])/u;
/** Longest naming of parties, in units: five states with their full names. */
const LONGEST = 120;
/**
 * 中俄, 中日韩, 中华人民共和国政府和泰王国政府, 中国同俄罗斯、…和塔吉克斯坦四国: from `start` on, or null when
 * fewer than two are named.
 */
export function readParties(text: string, start: number, lexicon: Lexicon): Parties | null {
  const codes: string[] = [];
  let end = start;
  for (let at = start; at < text.length && at - start < LONGEST; ) {
    // 中华民国（台湾）政府
    if (codes.length > 0) at += BRACKET.exec(text.slice(at, at + 8))?.[0].length ?? 0;
    const hit = lexicon.parties.longestAt(text, at);
    const combination = hit ? null : readCombination(text, at, lexicon);
    if (combination) {
      codes.push(...combination.codes);
      at = combination.end;
      end = at;
      continue;
    }
    if (!hit) break;
    const { value } = hit;
    if (value.type === 'state') {
      codes.push(...value.codes);
      at = hit.end;
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
