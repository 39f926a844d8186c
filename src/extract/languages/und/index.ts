/** For languages that are not read yet: only what does not depend on language, dates written with digits. */
import { formatDate } from '../../../text/edtf.ts';
import { ViewBuilder } from '../../../text/view.ts';
import type { DateDraft, Reading } from '../../draft.ts';
import type { Language } from '../../language.ts';

const ISO_DATE = /(?<!\d)(\d{4})-(\d{2})-(\d{2})(?!\d)/gu;

export const und: Language = {
  code: 'und',
  fold: (text) => {
    const builder = new ViewBuilder(text);
    for (let at = 0; at < text.length; at += 1) builder.push(text.charCodeAt(at), at);
    return builder.finish();
  },
  reader:
    () =>
    (view): Reading => {
      const drafts: DateDraft[] = [];
      for (const match of view.text.matchAll(ISO_DATE)) {
        const edtf = formatDate(Number(match[1]), Number(match[2]), Number(match[3]));
        const end = match.index + match[0].length;
        if (edtf)
          drafts.push({ type: 'date', start: match.index, end, edtf, rule: 'und/iso', confidence: 0.95 });
      }
      const sentences = drafts.map(({ start, end }) => ({
        start: Math.max(view.text.lastIndexOf('\n', start) + 1, start - 200),
        end: Math.min(end + 200, (view.text.indexOf('\n', end) + 1 || view.text.length + 1) - 1),
      }));
      return { drafts, cues: [], instrument: null, sentences };
    },
};
