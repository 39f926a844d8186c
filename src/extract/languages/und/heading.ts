/** Collections set an English title over texts in other languages: “Amendments to the Convention on …⏎source: …”. */
import { detectLanguage } from '../../../ingest/language.ts';
import type { Span } from '../../../records.ts';
import type { Authorities } from '../../../resolve/authorities.ts';
import type { Draft, Reading } from '../../draft.ts';
import { en } from '../en/index.ts';

/** A title is no longer than this. */
const LONGEST = 1200;
const MARK = /(?:source|src)\s*:/i;

/** Reads the title above a text, where one is marked off and in English; null where not. */
export function makeHeadings(authorities: Authorities): (text: string) => Reading | null {
  let read: ReturnType<typeof en.reader> | null = null;
  return (text) => {
    const mark = MARK.exec(text.slice(0, LONGEST));
    if (!mark || detectLanguage(text.slice(0, mark.index)) !== 'en') return null;
    read ??= en.reader(authorities);
    const view = en.fold(text.slice(0, mark.index + mark[0].length));
    const { drafts, cues, instrument, sentences } = read(view);
    if (!instrument) return null;
    const at = <T extends Span>(span: T): T => ({ ...span, ...view.toOriginal(span.start, span.end) });
    return {
      drafts: drafts.map((draft): Draft => at(draft)),
      cues: cues.map((cue) => ({ ...cue, evidence: at(cue.evidence) })),
      instrument,
      sentences: sentences.filter(({ start, end }) => end > start).map(at),
    };
  };
}
