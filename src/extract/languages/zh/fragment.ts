/** Part of a text that lost its heading: 本公约 tells that there is an instrument, and of what kind. */
import type { InstrumentDraft } from '../../draft.ts';
import { dateSaid } from './instrument.ts';
import { KIND_NOUNS } from './kinds.ts';
import type { Page } from './page.ts';
import { isInWord } from './pointing.ts';

/** Laws and orders of one state, and letters: what they quote is not their own. */
const OTHER = /本(?:法|条例|办法|规定|规则|细则|决定|通知|报告|文|报讯)(?![律院典官])/u;
/** A text calls itself so at least so many times. */
const FEWEST = 2;

/** The instrument that a page without a heading belongs to, by what it calls itself; null where it does not. */
export function readFragment(page: Page): (InstrumentDraft & { noun: string }) | null {
  const counts = new Map<string, number>();
  for (const { start, value } of page.hits) {
    if (value.type !== 'kind' || page.text.charAt(start - 1) !== '本' || isInWord(page.text, start - 1))
      continue;
    counts.set(value.noun, (counts.get(value.noun) ?? 0) + 1);
  }
  const [first, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!first || first[1] < FEWEST || first[1] === second?.[1] || OTHER.test(page.text)) return null;
  const [noun] = first;
  const signed = dateSaid(page, page.dates)?.edtf;
  return {
    title: noun,
    noun,
    kind: KIND_NOUNS[noun] ?? 'other',
    ...(signed === undefined ? {} : { signed }),
  };
}
