import { describe, expect, it } from 'vitest';
import type { DocumentResponse } from '../../src/api/types.ts';
import type { GraphEdge, Mention } from '../../src/records.ts';
import { evidenceOf, markSentence } from '../../src/web/state/evidence.ts';

const TEXT = '双方认为，联\n\n合国宪章重要。双方同意，按照联合国宪章第八章，促进合作。';
const mention = (id: string, text: string, entity: string, from = 0): Mention => {
  const start = TEXT.indexOf(text, from);
  return {
    id,
    type: 'agreement',
    start,
    end: start + text.length,
    text,
    entities: [entity],
    rule: 't',
    confidence: 1,
  };
};
const DOCUMENT: DocumentResponse = {
  id: 'doc:a',
  name: 'a',
  language: 'zh',
  length: TEXT.length,
  sources: [],
  instrument: null,
  text: TEXT,
  mentions: [
    mention('m1', '联\n\n合国宪章', 'agr:charter'),
    mention('m2', '联合国宪章', 'agr:charter', 14),
    mention('m3', '第八章', 'prov:8'),
  ],
};
const marked = (sentence: string, target: string, mentionId: string | null) => {
  const { pieces, span } = markSentence(
    { sentence, document: 'doc:a', mention: mentionId },
    target,
    DOCUMENT,
  );
  return {
    marks: pieces.filter((p) => p.marked).map((p) => p.text),
    all: pieces.map((p) => p.text).join(''),
    span,
  };
};

describe('markSentence', () => {
  it('marks what means the target, and tells where the sentence stands', () => {
    const sentence = '双方同意，按照联合国宪章第八章，促进合作。';
    const { marks, all, span } = marked(sentence, 'agr:charter', 'doc:a#m2');
    expect(marks).toEqual(['联合国宪章']);
    expect(all).toBe(sentence);
    expect(span && TEXT.slice(span.start, span.end)).toBe(sentence);
    expect(marked(sentence, 'prov:8', 'doc:a#m3').marks).toEqual(['第八章']);
  });

  it('finds a sentence that a page break cuts', () => {
    const { marks, span } = marked('双方认为，联合国宪章重要。', 'agr:charter', 'm1');
    expect(marks).toEqual(['联\n\n合国宪章']);
    expect(span?.start).toBe(0);
  });

  it('shows a sentence plain that stands nowhere in the text', () => {
    expect(marked('Something else.', 'agr:charter', null)).toEqual({
      marks: [],
      all: 'Something else.',
      span: null,
    });
  });

  it('shows it plain while the text is not there', () => {
    const evidence = { sentence: '按照联合国宪章', document: 'doc:a', mention: 'm2' };
    expect(markSentence(evidence, 'agr:charter', null).pieces).toEqual([
      { text: '按照联合国宪章', marked: false },
    ]);
  });
});

describe('evidenceOf', () => {
  const edge = (properties: GraphEdge['properties']): GraphEdge => ({
    id: 'e',
    type: 'CITES',
    from: 'a',
    to: 'b',
    properties,
  });

  it('joins the parallel lists, each sentence of a text once', () => {
    const lists = { documents: ['d1', 'd1', 'd2'], mentions: ['m1', 'm2', 'm3'], evidence: ['s', 's', 's'] };
    expect(evidenceOf(edge(lists))).toEqual([
      { sentence: 's', document: 'd1', mention: 'm1' },
      { sentence: 's', document: 'd2', mention: 'm3' },
    ]);
  });

  it('takes an authority’s source as a sentence without a text', () => {
    expect(evidenceOf(edge({ evidence: ['UNTS 729'] }))).toEqual([
      { sentence: 'UNTS 729', document: null, mention: null },
    ]);
    expect(evidenceOf(edge({}))).toEqual([]);
  });
});
