/**
 * For languages that are not read yet: what does not depend on language. Dates in digits, names that the authorities
 * list, and an English title where a collection set one above the text.
 */
import { ViewBuilder } from '../../../text/view.ts';
import type { Draft, Reading } from '../../draft.ts';
import type { Language } from '../../language.ts';
import { findDates } from './dates.ts';
import { makeHeadings } from './heading.ts';
import { makeNames } from './names.ts';

/** How much of the text around a mention is shown as its evidence, at most. */
const AROUND = 200;

/** The pack for a language that has none of its own. */
export function unread(code: string): Language {
  return {
    code,
    fold: (text) => {
      const builder = new ViewBuilder(text);
      for (let at = 0; at < text.length; at += 1) builder.push(text.charCodeAt(at), at);
      return builder.finish();
    },
    reader: (authorities) => {
      const names = makeNames(code, authorities);
      const headings = makeHeadings(authorities);
      return ({ text }): Reading => {
        const heading = headings(text);
        const from = heading?.sentences.at(-1)?.end ?? 0;
        const found = [...findDates(text), ...names(text)]
          .filter(({ start }) => start >= from)
          .sort((a, b) => a.start - b.start || b.end - a.end);
        return {
          drafts: [...(heading?.drafts ?? []), ...found],
          cues: heading?.cues ?? [],
          instrument: heading?.instrument ?? null,
          sentences: [...(heading?.sentences ?? []), ...sentencesOf(text, found)],
        };
      };
    },
  };
}

/** The line that each mention stands in; none overlaps the one before. */
function sentencesOf(text: string, drafts: readonly Draft[]): Reading['sentences'] {
  const sentences: { start: number; end: number }[] = [];
  for (const { start, end } of drafts) {
    const last = sentences.at(-1);
    if (last && start < last.end) {
      last.end = Math.max(last.end, end);
      continue;
    }
    const stop = text.indexOf('\n', end);
    sentences.push({
      start: Math.max(last?.end ?? 0, text.lastIndexOf('\n', start) + 1, start - AROUND),
      end: Math.min(end + AROUND, stop < 0 ? text.length : stop),
    });
  }
  return sentences;
}
