/** What a short document itself is, and what it does to others. */
import { describe, expect, test } from 'vitest';
import { ownOf, read, related } from '../read.ts';
import {
  ABOVE,
  ADDITIONAL_ACT,
  AMENDMENTS,
  HALIBUT,
  NOTES,
  PONDS,
  RED,
  RIVERS,
  SEALS,
  STRAY,
  TO_PONDS,
  TREATY,
  UN,
  UNNAMED,
} from './texts.ts';

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
      HALIBUT,
      {
        signatories: [
          { person: 'wilhelm eickhoff', party: 'DNK' },
          { person: 'j. w. beyen', party: 'NLD' },
          { person: 'j. luns', party: 'NLD' },
          { person: 'paul mason', party: 'NOR' },
        ],
      },
    ],
    [
      ABOVE,
      {
        signatories: [
          { person: 'Allan J. MacEachen', party: 'CAN' },
          { person: 'George Shultz', party: 'NOR' },
        ],
      },
    ],
    [STRAY, { signed: '1993-03-26', place: 'kaylords' }],
    [NOTES, { kind: 'exchange-of-notes' }],
    [SEALS, { signed: '1976-05-07', place: 'Rome' }],
    [
      RIVERS,
      {
        title: "TREATY BETWEEN HIS MAJESTY'S GOVERNMENT OF NEPAL AND THE GOVERNMENT OF INDIA ON RIVERS",
        parties: ['NPL', 'IND'],
        signatories: [
          { person: 'P.V. Narasimha Rao', party: 'IND' },
          { person: 'Sher Bahadur Deuba', party: 'NPL' },
        ],
      },
    ],
    [PONDS, { signed: '1978-06-30', parties: ['SEN', 'GIN'] }],
    [
      TREATY,
      {
        title: 'AGREEMENT BETWEEN AUSTRALIA AND INDONESIA ON PONDS',
        signatories: [
          { person: 'M. T. SOMARE', party: 'AUS' },
          { person: 'MALIK', party: 'IDN' },
        ],
      },
    ],
    [
      'protocol on ponds source: the governments of mexico and canada have agreed. in witness whereof the undersigned have signed the present protocol, done in london this 3rd day of march, 1947, in a single copy.',
      { signed: '1947-03-03', place: 'london' },
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
    ['a protocol adds to the convention that it never names', UNNAMED, 'supplements convention'],
    [
      'what is amended is not also replaced, carried out or supported',
      TO_PONDS,
      'amends convention on ponds',
    ],
    ['“shall be amended by” amends', RED, 'amends international convention for the control of the red fish'],
    [
      'an intention of terminating in the words put in ends nothing',
      SEALS,
      'amends Interim Convention on Conservation of Seals, extends Interim Convention on Conservation of Seals',
    ],
    [
      'what new articles say in passing is not said by the text',
      ADDITIONAL_ACT,
      'amends convention on ponds',
    ],
  ])('%s', (_, text, expected) => {
    expect([...new Set(related(read(text, 'en')))].join(', ')).toBe(expected);
  });
});
