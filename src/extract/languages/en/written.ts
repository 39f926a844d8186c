/** What a span of tokens says, as the text has it. */
import { singleSpaced } from '../../../text/blanks.ts';
import type { Tokens } from './tokens.ts';

/** The text from a token (in) to another one (out), with one space for each run of blanks. */
export function written(tokens: Tokens, from: number, to: number): string {
  return singleSpaced(tokens.text.slice(tokens.start(from), tokens.end(to - 1)));
}
