/** A stand-in for a text that is not there: what the mentions say, where they say it, and blanks between. */
import type { Extraction } from './records.ts';

/**
 * As long as the document, so that every offset of the extraction points at what it says.
 *
 *     mentions 2–4 “AB” and 7–9 “CD” of a text of 10 → “  AB   CD ”
 */
export function textFromMentions(extraction: Extraction): string {
  let text = '';
  for (const mention of [...extraction.mentions].sort((a, b) => a.start - b.start)) {
    if (mention.start < text.length) continue;
    text = text.padEnd(mention.start) + mention.text;
  }
  return text.padEnd(extraction.document.length);
}
