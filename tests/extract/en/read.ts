/** What the English pack finds in a text, in short: for tables of text and answer. */

import type { Draft, Reading } from '../../../src/extract/draft.ts';
import { en } from '../../../src/extract/languages/en/index.ts';
import { parseAuthorities } from '../../../src/resolve/authorities.ts';

const authorities = parseAuthorities([
  {
    name: 'test.json',
    json: {
      sources: [{ key: 'test', title: 'Test' }],
      agreements: [
        {
          key: 'un-charter-1945',
          kind: 'charter',
          names: { en: ['Charter of the United Nations'] },
          signed: '1945-06-26',
          sources: ['test'],
        },
      ],
      organizations: [
        { key: 'efta', names: { en: ['European Free Trade Association', 'EFTA'] } },
        { key: 'un', names: { en: ['United Nations', 'UN'] } },
      ].map((entry) => ({ ...entry, sources: ['test'] })),
      states: [{ code: 'GBR', names: { en: ['United Kingdom of Great Britain and Northern Ireland'] } }],
      places: [
        { key: 'london', names: { en: ['London'] } },
        { key: 'rome', names: { en: ['Rome'] } },
      ],
    },
  },
]);
const reader = en.reader(authorities);

export function read(text: string): Reading {
  return reader(en.fold(text));
}

/** The texts of all drafts of a type, line breaks as blanks. */
export function found(text: string, type: Draft['type']): string[] {
  const view = en.fold(text);
  return reader(view)
    .drafts.filter((draft) => draft.type === type)
    .map((draft) => view.text.slice(draft.start, draft.end).replace(/\s+/g, ' '));
}

/** “text → EDTF” for each date. */
export function dates(text: string): string[] {
  const view = en.fold(text);
  return reader(view).drafts.flatMap((draft) =>
    draft.type === 'date'
      ? [`${view.text.slice(draft.start, draft.end).replace(/\s+/g, ' ')} → ${draft.edtf}`]
      : [],
  );
}
