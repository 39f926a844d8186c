/** Persons by how they are written: initials, or an office after the name. Only where a text has capitals. */

import type { Ground } from './ground.ts';
import { FLAG } from './lexicon.ts';
import type { PersonHit } from './signatures.ts';
import { GAP, type Tokens, WORD } from './tokens.ts';
import { written } from './written.ts';

const OFFICES: ReadonlySet<string> = new Set(
  `president minister ministers ambassador secretary chargé charge prime foreign envoy chancellor governor under-secretary plenipotentiary
  director-general commissioner undersecretary secretaire ministre ambassadeur chairman`.split(/\s+/),
);

/** A person whose name begins at a token: “Martin J. Hillenbrand”, “Richard Nixon, President of”. */
export function readNamed({ tokens, names }: Ground, at: number): PersonHit | null {
  if (!tokens.isCapital(at) || names.has(at)) return null;
  if (isInitial(tokens, at)) return initialsFirst(tokens, at);
  // A name has two words at least.
  if (!tokens.isCapital(at + 1) || tokens.gap(at + 1) > GAP.blank) return null;
  if (!isNameWord(tokens, at) || isNameWord(tokens, at - 1)) return null;
  let end = at + 1;
  let words = 1;
  let initials = 0;
  for (let i = at + 1; i < at + 8; i += 1) {
    if (tokens.gap(i) > GAP.blank) break;
    if (isInitial(tokens, i)) initials += 1;
    else if (isNameWord(tokens, i)) {
      words += 1;
      end = i + 1;
    } else if (tokens.word(i) !== '.' || !isInitial(tokens, i - 1)) break;
  }
  if (words < 2 || words > 4) return null;
  const after = tokens.word(end) === ',' ? end + 1 : end;
  const office = OFFICES.has(tokens.word(after)) && tokens.isCapital(after) && tokens.gap(end) <= GAP.line;
  if (!office && (initials === 0 || !isInitial(tokens, at + 1))) return null;
  return { from: at, to: end, name: written(tokens, at, end) };
}

/** “P. J. HYNNINEN”: two initials at least and a word that no list has; one may be the letter of a list. */
function initialsFirst(tokens: Tokens, at: number): PersonHit | null {
  let i = at;
  while (i < at + 8 && isInitial(tokens, i) && tokens.word(i + 1) === '.') i += 2;
  if (i < at + 4 || !isNameWord(tokens, i) || tokens.gap(i) > GAP.blank) return null;
  const to = isNameWord(tokens, i + 1) && tokens.gap(i + 1) <= GAP.blank ? i + 2 : i + 1;
  return { from: at, to, name: written(tokens, at, to) };
}

/** A word that no list has, with a capital. */
function isNameWord(tokens: Tokens, at: number): boolean {
  return (
    tokens.kind(at) === WORD &&
    (tokens.flags(at) & ~FLAG.NAME) === 0 &&
    tokens.isCapital(at) &&
    tokens.end(at) - tokens.start(at) > 2 &&
    !OFFICES.has(tokens.word(at))
  );
}

function isInitial(tokens: Tokens, at: number): boolean {
  return tokens.kind(at) === WORD && tokens.end(at) - tokens.start(at) === 1 && tokens.isCapital(at);
}
