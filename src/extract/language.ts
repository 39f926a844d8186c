/** What a language pack is. A new language is one folder with one of these, and a line in `languages/index.ts`. */
import type { Authorities } from '../resolve/authorities.ts';
import type { View } from '../text/view.ts';
import type { Reading } from './draft.ts';

export type Language = Readonly<{
  /** ISO 639-1. */
  code: string;
  /** The text as the pack's patterns read it: furniture gone, broken words whole, one script. */
  fold(text: string): View;
  /** Makes the pack's reader; the costly part (its lexicon) is built once for a set of authorities. */
  reader(authorities: Authorities): (view: View) => Reading;
}>;
