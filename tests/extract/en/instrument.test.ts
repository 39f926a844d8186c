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
    [
      'exchange of notes constituting an agreement on ponds source: note i the embassy of norway to the department of state washingtonmarch 29, 1979excellency: i have the honor to refer to ponds in norway and the united states, and to the agreement signed on may 3, 1970. note ii department of state washington, april 2, 1979 sir: i have the honor to acknowledge your note of march 29, 1979, sir.',
      { kind: 'exchange-of-notes', signed: '1979-04-02', parties: ['NOR', 'USA'] },
    ],
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
    [
      'convention on hares source: the states agree. hares are hunted where that is allowed.lomé, 26th february 1976 entry into force january 1, 1977',
      { signed: '1976-02-26', place: 'lomé' },
    ],
    [
      'Agreement of Trade Between The Government of the Kingdom of Norway (KN) & The Government of the Kingdom of Denmark (KD). They agreed. Written in Denmark on 22.4.1998. For the Kingdom of Denmark Dr. Hans Holm Prime Minister For the Kingdom of Norway Dr. Odd Dahl Prime Minister',
      {
        title:
          'Agreement of Trade Between The Government of the Kingdom of Norway (KN) & The Government of the Kingdom of Denmark (KD)',
        parties: ['NOR', 'DNK'],
        signed: '1998-04-22',
        signatories: [
          { person: 'Hans Holm', party: 'DNK' },
          { person: 'Odd Dahl', party: 'NOR' },
        ],
      },
    ],
    [
      'SIXTIETH WORLD POND ASSEMBLY\nAgenda item 3 24 May 2014\nDuck action plan\nThe Sixtieth World Pond Assembly,\nRecalling its work, Decides to go on.\nNinth plenary meeting, 24 May 2014',
      { kind: 'resolution', title: 'Duck action plan', signed: '2014-05-24' },
    ],
    [
      'A/RES/9/1 ADOPTED BY THE PLENARY ON 18 DECEMBER 2014\nPonds for All\nThe General Assembly,\nPP1 Recalling its work, decides to meet on 3 May 2016.',
      { kind: 'resolution', title: 'Ponds for All', signed: '2014-12-18' },
    ],
    [
      'EB69.R9\n22 January 1982\nAction in Respect of International Conventions on Ponds\nThe Executive Board,\nHaving considered them, goes on.\nSeventeenth meeting, resumed session, 22 January 1982 EB69/SR/17',
      { kind: 'resolution', signed: '1982-01-22' },
    ],
    [
      'agreement on the pond commission (revisions made to it are part of the present text.)source: the states agree.',
      { kind: 'agreement', title: 'agreement on the pond commission' },
    ],
    [
      'IV. GENERAL RECOMMENDATIONS ADOPTED BY THE COMMITTEE ON PONDS\nTwentieth session (1999)\nGeneral recommendation No. 24: Article 12 (hares)\n1. The Committee on Ponds affirms that ponds are clean.',
      { kind: 'other', title: 'General recommendation No. 24: Article 12 (hares)' },
    ],
    [
      'amendment of annex i of the agreement (resolution q-12-03, adopted at quito (ecuador) on 5 may 2012)source: the parties resolve.',
      { kind: 'other', title: 'amendment of annex i of the agreement', signed: '2012-05-05' },
    ],
    [
      'THE EC-NORWAY COUNCIL,\nHaving regard to the Agreement on Ponds,\nHAS DECIDED AS FOLLOWS:\nThe rules of this Decision apply from the entry into force of this Decision.\nDone at Brussels, 22 December 1995.\nFor the Council\n',
      { kind: 'other', title: 'THE EC-NORWAY COUNCIL', signed: '1995-12-22' },
    ],
    [
      'First Conference on the Health of Lakes and the Control of Duckweed, Oslo, 28-29 April 2011\nOSLO DECLARATION PREAMBLE\nWe, the participants, agree.',
      { kind: 'declaration', title: 'OSLO DECLARATION' },
    ],
    [
      '47/5. Proclamation on Ponds\nThe General Assembly,\nHaving met on 3 May 1992,\nAdopts the Proclamation on Ponds.\n42nd plenary meeting 16 October 1992\nANNEX\nPonds are clean.',
      { kind: 'resolution', title: 'Proclamation on Ponds', signed: '1992-10-16' },
    ],
    [
      'Ponds\n\nThe Sixth World Pond Assembly,\nRecalling its work, decides to go on.',
      { kind: 'resolution', title: 'Ponds' },
    ],
    [
      'General recommendation No. 14: Ponds for all\nThe Committee on Ponds,\nNoting ponds, recommends them.',
      { kind: 'other', title: 'General recommendation No. 14: Ponds for all' },
    ],
    [
      `exchange of notes constituting an agreement on ponds source: the ministry proposes ponds. oslo, 3 may 1960. ${'the ponds are clean. '.repeat(20)}`,
      { kind: 'exchange-of-notes', signed: '1960-05-03' },
    ],
    [
      'Action on Ponds Resolution\nThe Pond Protocol Plan The Regional Committee, Building on resolution 7, decides.',
      { title: 'Action on Ponds Resolution The Pond Protocol Plan' },
    ],
    [
      'exchange of notes constituting an agreement extending the agreement between norway and denmark on ponds of 3 may 1960. oslo, 28 june 1962 source: they agree.',
      { kind: 'exchange-of-notes', parties: ['NOR', 'DNK'], signed: '1962-06-28' },
    ],
    [
      'Principles of Ethics relevant to the Care of Ponds\nGeneral Assembly resolution 37/194\nPrinciple 1\nPonds are clean.',
      { kind: 'other', title: 'Principles of Ethics relevant to the Care of Ponds' },
    ],
    [
      'CARE OF PONDS\n\nPWA33.12\n25 May 1980\n\nThe Thirty-third World Pond Assembly,\nRecalling its work, DECIDES to go on.',
      { kind: 'resolution', title: 'CARE OF PONDS', signed: '1980-05-25' },
    ],
    [
      'Protocol on Nets and Other Devices (Protocol II). Geneva, 10 October 1980.\n\nArticle 1\nThis Protocol relates to nets.',
      { title: 'Protocol on Nets and Other Devices (Protocol II)', signed: '1980-10-10', place: 'Geneva' },
    ],
    [
      'AGREEMENT ON PONDS PROVIDED FOR UNDER THE TREATY ON HARES, SIGNED AT ROME, ON 17 JANUARY 1961.2 LIMA, 16 SEPTEMBER 1964\nThe parties agree.',
      { signed: '1964-09-16' },
    ],
    [
      'Agreement on Ponds between Norway and Denmark 7 September 1987\nThe parties to it, desiring ponds, agree.',
      { signed: '1987-09-07', parties: ['NOR', 'DNK'] },
    ],
    [
      'decision of 21 september 2001 amending the agreement on ponds source: the agreement done at bonn on 13 september 1983 is amended.',
      { signed: '2001-09-21' },
    ],
    [
      'protocol on ponds source: the parties agree. done at bonn, 9 december 1991.for the government of norwayfor the government of denmarkfor the government of sweden',
      { parties: ['NOR', 'DNK', 'SWE'] },
    ],
    [
      'protocol on ponds source: the belgian government and the french government agree. done at bonn, 9 december 1991.for the belgian government:(signed) l. geerfor the french government:(signed) j. luns',
      {
        parties: ['BEL', 'FRA'],
        signatories: [
          { person: 'l. geer', party: 'BEL' },
          { person: 'j. luns', party: 'FRA' },
        ],
      },
    ],
    [
      'Agreement on Ponds between Norway and Denmark\nPREAMBLE\nThey agree.\nDone on this 4th Day of March, 2004.\nThe Government of the\nKingdom of Norway\nOdd Dahl\nSecretary Commerce\nThe Government of the\nKingdom of Denmark\nHans Holm\nVice Minister\n',
      {
        signatories: [
          { person: 'Odd Dahl', party: 'NOR' },
          { person: 'Hans Holm', party: 'DNK' },
        ],
      },
    ],
    [
      'convention on ponds source: the states agree. this convention shall be open. the convention will be opened for signature from 3 march 1980 at bonn.',
      { signed: '1980-03-03' },
    ],
  ])('%j', (text, expected) => {
    expect(ownOf(read(text, 'en'))).toMatchObject(expected);
  });

  test.each<[string, string]>([
    [
      'it shall be open for signature from 1 august to 31 december 1980. drawn up at rome this twentieth day of may 1980.',
      '1980-05-20',
    ],
    ['they have signed these statutes in rome, on 16 november 2007, in six copies.', '2007-11-16'],
    ['in witness whereof they have signed this agreement on this 22nd day of april 1993.', '1993-04-22'],
    ['they have signed this convention in lima, in three copies, on 14 january 1966.', '1966-01-14'],
    ['this agreement, in 21 articles, was done in duplicate at rome, on 23 february 2006.', '2006-02-23'],
    ['the text is kept.dated at rome this twentieth day of december, 1976, in english.', '1976-12-20'],
    [
      'done in rome, in two copies in the languages of the parties to this convention, each of the texts kept in the archives of the parties for that purpose being equally authentic, on this fifth day of july 2000.',
      '2000-07-05',
    ],
    ['done in 15 articles on 74.2.16 day of 6 may 1995 in two copies.', '1995-05-06'],
    ['done at rome on the twenty- fourth day of november 2006.', '2006-11-24'],
    ['it shall be open for signature at rome from 17 may 1980 to 16 june 1980.', '1980-05-17'],
    ['it shall be kept at rome and opened for signature by the states on 12 october 1940.', '1940-10-12'],
    ['(rome, 17 october 1989) the committee agrees.', '1989-10-17'],
    ['proclaimed by the assembly in resolution 3447 (xxx) of 9 december 1975.', '1975-12-09'],
    ['they agree,done at rome on the second day of may 1990, in four originals.', '1990-05-02'],
    ['this convention is finalized in rome, may 3, 1998.', '1998-05-03'],
    ['the arrangement is signed on 27 october 2017 in rome.', '2017-10-27'],
    [
      'they have signed two copies of this convention, in the city of rome, on june 2, 1970. done at oslo on 3 may 1971.',
      '1970-06-02',
    ],
    ['it adopts this fifth day of june of the year 1990 the following:', '1990-06-05'],
    ['both texts being authentic, on this fifth day of july 2000. signed: by the board.', '2000-07-05'],
    [
      'the convention on hares done at oslo on 2 december 1946 is kept. done at rome on 4 june 1991.',
      '1991-06-04',
    ],
  ])('%s → %s', (said, signed) => {
    expect(ownOf(read(`convention on ponds source: ${said} ponds are clean.`, 'en'))).toMatchObject({
      signed,
    });
  });

  test.each<[string, string, string]>([
    [
      'a page of signatures with a party that cannot be read',
      'protocol on ponds source: the parties agree. done at bonn, 9 december 1991.for the government of norwayfor the government of atlantisfor the government of sweden',
      'parties',
    ],
    [
      'what annexes say of states',
      'protocol on ponds source: the parties agree. done at bonn, 9 december 1991. the seal is kept. ' +
        `${'ponds are clean. '.repeat(40)}for norway: ten ducks. for denmark: two ducks.`,
      'parties',
    ],
    [
      'another’s signing in the middle of a sentence',
      'convention on ponds source: the rules of the convention on the ducks of lakes done at oslo on 2 december 1946 apply, and those of the pond convention, which was opened for signature on 19 june 1991.',
      'signed',
    ],
    [
      'another’s signing on a line of its own',
      'Agreement on Ponds\n\nThe Parties keep the Customs Convention on Things for Exhibition Fairs, Done at Brussels on 8 June 1961, and the Statute of the Commission\nadopted at its session held on 28 April 1948.\n',
      'signed',
    ],
    [
      'what was done to another in the middle of a sentence',
      'convention on ponds source: the parties note that a plan for hares was adopted in 1999 and is kept, and this day in each year is kept.',
      'signed',
    ],
    [
      'another clause where the text’s own day cannot be read',
      'Agreement on Ponds\n\nThey keep the Agreement\nsigned by both in Rome on the 24th day of November 2006.\n\nDONE at Bonn, the twenty-first day of two thousand and nine, in duplicate.',
      'signed',
    ],
    [
      'an entry into force',
      'Agreement on Ponds\n\nThey agree. Done at Bonn, the last day. Entry into Force: 15 September 1994.',
      'signed',
    ],
    [
      'a meeting’s place and date in the middle of a text',
      `protocol on ponds source: the parties met.rome, 3 may 1960. ${'ponds are clean. '.repeat(40)}`,
      'signed',
    ],
  ])('nothing from %s', (_, text, field) => {
    expect(ownOf(read(text, 'en'))).not.toHaveProperty(field);
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
