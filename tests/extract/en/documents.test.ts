/** Short documents of the kinds that treaty collections hold: what each mention leads to, what the text itself is, what it does. */
import { describe, expect, test } from 'vitest';
import { ownOf, read, related, said } from '../read.ts';

const AMENDMENTS = `amendments to annex i of the convention on ponds (the fish code) source: resolution abcd.23(65) adopted on 17 may 2013 the committee, having regard to article 4.2(b) of the convention on ponds, adopts, in accordance with article 16(2)(f)(iii) of the convention on ponds, the amendments to annex i of the convention on ponds, set out in the annex to the present resolution; ANNEX the last sentence of paragraph 3 is replaced by: "in accordance with article 16 of the present convention fish shall swim"`;

const UN = `A/RES/64/999
General Assembly
3 February 2010

Resolution adopted by the General Assembly
[on the report of the Third Committee (A/64/432)]
64/999. Rights of persons who fish
The General Assembly,
Recalling the Convention on Ponds and the Optional Protocol thereto, and resolutions WHA66.8 on fishing for all, WHA55.10 on boats, and WHA57.1,
1. Requests a report on the implementation of the present resolution as asked in paragraph 13 (b) of its resolution 63/150 of 18 December 2008.

65th plenary meeting
18 December 2009
`;

const ADDITIONAL_ACT = `amending the convention on pondssrc: the contracting states, desiring to amend the provisions of that convention on the contributions of members, have agreed: ARTICLE ithis additional act shall apply. the following paragraph shall be added to article 8 of the convention on ponds, of december 2, 1961: "accession to this convention is open." ARTICLE iithe additional act enters into force at once.`;

describe('what mentions lead to', () => {
  test.each<[string, string, Parameters<typeof said>[1], string[]]>([
    [
      'the decision that adopted the text is the text; “the present convention” in what is put in is the one amended',
      AMENDMENTS,
      'agreement',
      [
        'amendments to annex i of the convention on ponds (the fish code) → self',
        'resolution abcd.23(65) → self',
        'convention on ponds → convention on ponds',
        'convention on ponds → convention on ponds',
        'convention on ponds → convention on ponds',
        'the present resolution → self',
        'the present convention → convention on ponds',
      ],
    ],
    [
      'numbers of provisions',
      AMENDMENTS,
      'provision',
      [
        'article 4.2(b) → article-4/paragraph-2/subparagraph-b',
        'article 16(2)(f)(iii) → article-16/paragraph-2/subparagraph-f/subparagraph-iii',
        'annex i → annex-1',
        'article 16 → article-16',
      ],
    ],
    [
      'each number of a list, and a protocol thereto',
      UN,
      'agreement',
      [
        'Rights of persons who fish → self',
        'Convention on Ponds → Convention on Ponds',
        'Optional Protocol thereto → Optional Protocol to the Convention on Ponds',
        'resolutions WHA66.8 on fishing for all → resolutions WHA66.8 on fishing for all',
        'WHA55.10 on boats → WHA55.10 on boats',
        'WHA57.1 → WHA57.1',
        'the present resolution → self',
        'resolution 63/150 of 18 December 2008 → resolution 63/150 of 18 December 2008',
      ],
    ],
    [
      'bodies of a resolution',
      UN,
      'organization',
      [
        'General Assembly → General Assembly',
        'General Assembly → General Assembly',
        'Third Committee → Third Committee',
        'General Assembly → General Assembly',
      ],
    ],
    [
      'an additional act, a lost space behind a numeral, “that convention on”',
      ADDITIONAL_ACT,
      'agreement',
      [
        'amending the convention on ponds → self',
        'that convention → convention on ponds',
        'this additional act → self',
        'convention on ponds → convention on ponds',
        'this convention → convention on ponds',
        'the additional act → self',
      ],
    ],
  ])('%s', (_, text, type, expected) => {
    const extraction = read(text, 'en');
    const own = ownOf(extraction)?.title ?? 'none';
    expect(
      said(extraction, type).map((line) => line.replace(/\s+/g, ' ').replace(`→ ${own}`, '→ self')),
    ).toEqual(expected);
  });
});

describe('what the text itself is', () => {
  test.each<[string, Record<string, unknown>]>([
    [AMENDMENTS, { kind: 'other', signed: '2013-05-17' }],
    [UN, { kind: 'resolution', title: 'Rights of persons who fish', signed: '2009-12-18' }],
    [ADDITIONAL_ACT, { kind: 'other', title: 'amending the convention on ponds' }],
    [
      'convention on whales source: the governments have agreed. this convention shall be opened for signature by the governments on 12 october 1940. this convention is whole.',
      { signed: '1940-10-12' },
    ],
    [
      'Agreement on a Reactor\n\nThe Government of Canada and the Government of India have agreed.\nDONE at Rome this third day of May, 1956.\nOn behalf of the Government of\nCanada\nSd. Escott REID\nHigh Commissioner\nOn behalf of the Government of\nIndia\nSd. A. NEHRU\n',
      {
        parties: ['CAN', 'IND'],
        signatories: [
          { person: 'Escott REID', party: 'CAN' },
          { person: 'A. NEHRU', party: 'IND' },
        ],
      },
    ],
  ])('%j', (text, expected) => {
    expect(ownOf(read(text, 'en'))).toMatchObject(expected);
  });
});

describe('what the text does', () => {
  test.each([
    ['adopting amendments amends', AMENDMENTS, 'based_on convention on ponds, amends convention on ponds'],
    [
      'what new articles say in passing is not said by the text',
      ADDITIONAL_ACT,
      'amends convention on ponds',
    ],
  ])('%s', (_, text, expected) => {
    expect([...new Set(related(read(text, 'en')))].join(', ')).toBe(expected);
  });
});
