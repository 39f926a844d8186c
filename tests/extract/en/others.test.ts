import { describe, expect, test } from 'vitest';
import type { Draft } from '../../../src/extract/draft.ts';
import { found, read } from './read.ts';

const HEAD = 'Report of the Board\n\nIn this year the following was noted. ';

describe('what is found', () => {
  test.each<[Draft['type'], string, string[]]>([
    ['state', 'the Government of the Kingdom of Denmark and Iceland', ['Kingdom of Denmark', 'Iceland']],
    [
      'state',
      "THE UNITED KINGDOM OF GREAT BRITAIN AND NORTHERN IRELAND, Iceland's",
      ['UNITED KINGDOM OF GREAT BRITAIN AND NORTHERN IRELAND', 'Iceland'],
    ],
    [
      'organization',
      'the Secretary-General of the International Maritime Organization',
      ['International Maritime Organization'],
    ],
    [
      'organization',
      'the Committee on Fisheries of the United Nations met',
      ['Committee on Fisheries of the United Nations'],
    ],
    [
      'organization',
      'with the Secretariat of the Central Commission for preservation',
      ['Central Commission'],
    ],
    ['person', 'For the Kingdom of Denmark: (signed) Mr. Poul Hartling', ['Poul Hartling']],
    ['person', 'Martin J. Hillenbrand and others', ['Martin J. Hillenbrand']],
    ['person', 'A. E. Palmström and I. Korf were heard', ['A. E. Palmström']],
    ['place', 'under the North Sea and the Gulf of Finland', ['North Sea', 'Gulf of Finland']],
    ['provision', 'under article xviii (5) of the Convention on Fishing', ['article xviii (5)']],
    ['person', 'Done at Rome.\nFor Norway:\n(L. S.) (signed) E. REVENTLOW', ['E. REVENTLOW']],
    ['place', 'the meeting held in Sendai, Japan, decided', ['Sendai']],
    ['place', 'above the city of Ciudad Juarez, and of Ponds', ['Ciudad Juarez']],
    ['organization', 'The General Assembly, noting', ['General Assembly']],
    ['organization', 'Distr.: General\nGeneral Assembly', ['General Assembly']],
    ['provision', 'Article I\nArticle 19 of the Convention on Fishing', ['Article 19']],
    ['provision', 'listed in annex a to the Convention on Fishing', ['annex a']],
    ['place', 'the instruments of ratification at Bonn on the same date', ['Bonn']],
    ['provision', 'under Article 102 of the Charter of the United Nations', ['Article 102']],
    [
      'provision',
      'having regard to paragraph 1 of Article 41 and to paragraph 6 of Article 32 of the Convention on Fishing',
      ['paragraph 1 of Article 41', 'paragraph 6 of Article 32'],
    ],
    ['provision', 'Annex I to the Convention on Fishing', ['Annex I']],
    ['provision', 'under Article XIV.4 of the Convention on Fishing', ['Article XIV.4']],
    ['provision', 'under the Convention on Fishing, and specifically its Article VII,', ['Article VII']],
    [
      'provision',
      'parties to the Convention on Fishing signed at Rome on 3 May 1967 and notably its Appendix II',
      ['Appendix II'],
    ],
    ['provision', 'parties to the Convention on Fishing copies of the present Resolution and its Annex', []],
    [
      'organization',
      'POND COMMITTEE ON THE RIGHTS OF HARES\nNinth session',
      ['POND COMMITTEE ON THE RIGHTS OF HARES'],
    ],
    ['state', 'the Head of State of Spain', ['Spain']],
    ['person', 'Done at Rome.\n(Seal) ODD DAHL.\n(Seal) HANS C. HOLM.\n', ['ODD DAHL', 'HANS C. HOLM']],
    [
      'person',
      `Done at Rome.\nFor Norway:\nOdd Dahl\n\nFINAL PROTOCOL\n${'The ponds are clean. '.repeat(60)}\nDone at Rome.\nFor Norway:\nHans Holm\n`,
      ['Odd Dahl', 'Hans Holm'],
    ],
    [
      'organization',
      'EUROPEAN FREE TRADE ASSOCIATION UNITED NATIONS',
      ['EUROPEAN FREE TRADE ASSOCIATION', 'UNITED NATIONS'],
    ],
    ['state', 'the Delegation of the Commission of the European Communities in Gabon is', ['Gabon']],
    [
      'person',
      'Done at Rome.\n(L.S.) W. Strand.\n[L. S.] Leo Orbin.\n(l) First item',
      ['W. Strand', 'Leo Orbin'],
    ],
  ])('%s in %s', (type, text, expected) => {
    expect(found(HEAD + text, type)).toEqual(expected);
  });
});

describe('what is not', () => {
  test.each<[Draft['type'], string]>([
    ['state', 'Norwegian vessels and Danish waters'],
    ['state', 'Mexico City'],
    ['organization', 'the Secretary-General shall inform the Commission'],
    ['organization', 'the Competent Authority of each Party'],
    ['organization', 'Siemens Power Corporation'],
    ['organization', 'the Greenlandic Economic Zone and Community support'],
    ['person', 'the Minister for Foreign Affairs'],
    ['person', 'A. General provisions'],
    ['place', 'at the request of any Party'],
    ['place', 'in Accord, and in time'],
    ['provision', 'in accordance with Article 5 and paragraph 3'],
  ])('%s in %s', (type, text) => {
    expect(found(HEAD + text, type)).toEqual([]);
  });
});

describe('numbers of provisions', () => {
  test.each([
    ['Article 51', 'article-51'],
    ['article XI', 'article-11'],
    ['paragraph 2 of Article 51', 'article-51/paragraph-2'],
    ['Article 16(3)', 'article-16/paragraph-3'],
    ['sub-paragraph (a) of paragraph 2 of Article 3', 'article-3/paragraph-2/subparagraph-a'],
    ['Art. 3, para. 2(a)', 'article-3/paragraph-2/subparagraph-a'],
    ['Annex B, Rule 12:4', 'annex-b/rule-12/paragraph-4'],
    ['articles 23, 32 and 37', 'article-23-32-37'],
    ['Chapter VIII', 'chapter-8'],
    ['articles 4.3, 4.4 and 11.5', 'article-4.3-4.4-11.5'],
    ['paragraphs (2) and (3) of article 32', 'article-32/paragraph-2-3'],
    ['article 16(2)(f)(iii)', 'article-16/paragraph-2/subparagraph-f/subparagraph-iii'],
  ])('%s', (text, number) => {
    const [draft] = read(`${HEAD}See ${text} of the Convention on Fishing.`).drafts.filter(
      (one) => one.type === 'provision',
    );
    expect(draft?.type === 'provision' && draft.number).toBe(number);
  });
});
