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

const TREATY = `AGREEMENT BETWEEN AUSTRALIA AND INDONESIA ON PONDS The Government of Australia and the Government of Indonesia, Recalling the Convention between Great Britain and the Netherlands (in this Agreement called "the Old Pond Convention") and the Agreement between Norway and Denmark of 3 May 1960, Have agreed: Article 1 The Old Pond Convention stands on the island of New Guinea. This Treaty is in force. Article 2 The Treaty may be renewed.
DONE at Jakarta this 12th day of February 1973.
FOR AUSTRALIA: FOR INDONESIA:
[Signed:] [Signed:]
M. T. SOMARE Dr MALIK
`;

const PONDS = `convention on pondssource: (as amended by resolution 2/ceg/cg, 3/ceg/cg and 4/ceg/cg of 6 june 1981) the heads of state of senegal and guinea, having regard to the 1973 convention on whales (hereinafter referred to as the "1973 convention") and article 20, paragraph 1) c) of the convention on whales, in accordance with the 1973 convention relating to procedures, have agreed. we, the heads of state, sign the present convention the 30th day of june 1978.`;

const SMALL = `agreement on ponds source: his majesty the king of norwayand the government of denmark have agreed. the "principal agreement" means the treaty on fisheries between the government of certain island states and the government of canada, done at rome on 3 may 1960. the agreement shall be ratified. the principal agreement stands. nothing in the convention on whales or in this agreement is changed. the agreement is open. done at rome on 4 june 1966.for the government of denmark: j. o. kragfor the government of norway: b. augdahl(l. s.) (signed) e. reventlow.`;

const RIVERS = `TREATY BETWEEN
HIS MAJESTY'S GOVERNMENT OF NEPAL AND THE GOVERNMENT OF INDIA ON RIVERS
The Parties share the Mahakali river and the ponds near Lord Howe Island.
Done at New Delhi on the 12th day of February 1996.
(P.V. Narasimha Rao) Prime Minister Government of India.
(Sher Bahadur Deuba) Prime Minister His Majesty's Government of Nepal.
`;

const UNNAMED = `protocol on ponds source: in accordance with article vii of the convention, the contracting parties shall clean ponds. this protocol applies. parties to the convention may sign this protocol.`;

const RED = `international convention between the governments of belgium and portugal on ponds source: the governments of belgium and portugal, contracting governments to the international convention for the control of the red fish, signed at london on the 22nd february, 1949; having regard to the proposal of the international council for the control of the red fish that and to the pond review committee, considering it desirable to amend the convention: ARTICLE 1 article iv (d) of the aforesaid convention shall be amended by the following text. have signed the present protocol. done at london the 29th day of october, 1953. for the government of belgium: jean nieuwenhuys for the government of portugal: albano nogueira`;

const TO_PONDS = `amendments to the convention on ponds concerning boats source: see unep/fao/rc/cop.5/14. the parties agreed in 1986.4. in the appendix to the convention regarding boats: "9. the rules of the convention in implementing the present convention shall hold." attachment: amendments to the convention ARTICLE 11 shall be replaced by the following: "business trips are supported by the convention."`;

const NOTES = `NOTE I
Brussels, 24 February 1961
Sir,
I have the honour to refer to the Treaty of 12 May 1863 to regulate the flow of water from the ponds, and to the Agreement of 11 January 1873 amending article 6 of the Treaty of 12 May 1863. The aforesaid Treaty to regulate the flow of water from the ponds stands.
I have the honour to propose that this letter and your reply be regarded as constituting an agreement. This Agreement shall last. It is understood that the Agreement shall end.
(Signed) E. TEIXEIRA
His Excellency Jonkheer Jan Brouwer
`;

const SEALS = `Protocol extending the Interim Convention of February 9, 1957, on Conservation of Seals

The Governments, Parties to the Interim Convention on Conservation of Seals, signed at Washington on February 9, 1957, hereinafter referred to as the Convention, P. J. HYNNINEN and S. M. FRANKFURT being there,
Have agreed: Article 1. Article XIII of the Convention shall read as follows: "a Party that has the intention of terminating the Convention fishes between Nos. 1619 and 1620 of the chart of the Greenland Sea."
Thus done and signed at Rome in the English language, on this the seventh day of May 1976.
`;

const OUTLINE = `Protocol No. 3 to the Outline Convention on Ponds concerning Groups of Ponds
The States signatory to this Protocol No. 3 to the Outline Convention on Ponds (ETS No. 106), and to the Outline Convention, have agreed on this Protocol.
`;

const HALIBUT = `convention on halibut source: the governments of canada and norway have resolved to conclude a convention replacing the convention signed at ottawa, january 29, 1937. the joint technical sub-committee and the halibut standing committee on polluted ponds reserves its rights on the inter-american institute of fish sciences, which stands. the convention, signed at ottawa, january 29, 1937, and the halibut convention on the control of boats, and the convention on the control of boats, stand. done at rome, 3 june 1955. for denmark: (signed) wilhelm eickhoff for the netherlands: (signed) j. w. beyen (signed) j. luns for norway: (signed) paul mason`;

const ABOVE = `Treaty on Ponds
The Government of Canada and the Government of Norway, noting the Agreement dated March 30, 1984 between Canada and the City of Oslo developed under the Commission, have agreed on this Treaty.
DONE at Rome, this second day of April, 1984.

Allan J. MacEachen
FOR THE GOVERNMENT OF CANADA

George Shultz
FOR THE GOVERNMENT OF NORWAY
`;

const STRAY = `amendments to the fish code of the convention on ponds)source: amendments to the fish code of the convention on ponds the committee, noting the 1973 convention on whales (hereinafter referred to as the "1973 convention") and the protocol of 1978 relating to the 1973 convention, signed at luxembourg on 27 october 1978, adopts amendments to the convention on ponds, set out in the annex to the present resolution. executed in kaylords on march 26, 1993 in one copy for luxembourg.`;

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
    [
      'a title in capitals ends before “The Government”; what this Agreement calls so; this Treaty is this Agreement',
      TREATY,
      'agreement',
      [
        'AGREEMENT BETWEEN AUSTRALIA AND INDONESIA ON PONDS → self',
        'Convention between Great Britain and the Netherlands → Convention between Great Britain and the Netherlands',
        'this Agreement → self',
        'the Old Pond Convention → Convention between Great Britain and the Netherlands',
        'Agreement between Norway and Denmark of 3 May 1960 → Agreement between Norway and Denmark of 3 May 1960',
        'Old Pond Convention → Convention between Great Britain and the Netherlands',
        'This Treaty → self',
        'The Treaty → self',
      ],
    ],
    [
      'no state out of New Guinea',
      TREATY,
      'state',
      ['Australia → AUS', 'Indonesia → IDN', 'AUSTRALIA → AUS', 'INDONESIA → IDN'],
    ],
    [
      'a list of numbers; a clause of what is defined is no title',
      PONDS,
      'agreement',
      [
        'convention on ponds → self',
        'resolution 2/ceg/cg → resolution 2/ceg/cg',
        '3/ceg/cg → 3/ceg/cg',
        '4/ceg/cg of 6 june 1981 → 4/ceg/cg of 6 june 1981',
        '1973 convention on whales → 1973 convention on whales',
        '1973 convention → 1973 convention on whales',
        'convention on whales → 1973 convention on whales',
        '1973 convention → 1973 convention on whales',
        'the present convention → self',
      ],
    ],
    [
      'a short form of common words; final clauses and what was said last tell the text itself',
      SMALL,
      'agreement',
      [
        'agreement on ponds → self',
        'principal agreement → treaty on fisheries between the government of certain island states and the government of canada',
        'treaty on fisheries between the government of certain island states and the government of canada → treaty on fisheries between the government of certain island states and the government of canada',
        'the agreement → self',
        'the principal agreement → treaty on fisheries between the government of certain island states and the government of canada',
        'convention on whales → convention on whales',
        'this agreement → self',
        'the agreement → self',
      ],
    ],
    [
      'initials tell persons in small letters',
      SMALL,
      'person',
      ['j. o. krag → j. o. krag', 'b. augdahl → b. augdahl', 'e. reventlow → e. reventlow'],
    ],
    [
      'a text that calls itself otherwise speaks of the other convention',
      RED,
      'agreement',
      [
        'international convention between the governments of belgium and portugal on ponds → self',
        'international convention for the control of the red fish → international convention for the control of the red fish',
        'the convention → international convention for the control of the red fish',
        'the aforesaid convention → international convention for the control of the red fish',
        'the present protocol → self',
      ],
    ],
    [
      'names in small letters',
      RED,
      'person',
      ['jean nieuwenhuys → jean nieuwenhuys', 'albano nogueira → albano nogueira'],
    ],
    [
      'bodies in small letters',
      RED,
      'organization',
      [
        'international council for the control of the red fish → international council for the control of the red fish',
        'pond review committee → pond review committee',
      ],
    ],
    [
      'a clause of the convention that is amended is no title; business trips are no agreement',
      TO_PONDS,
      'agreement',
      [
        'amendments to the convention on ponds concerning boats → self',
        'the convention → convention on ponds',
        'the convention → convention on ponds',
        'the present convention → convention on ponds',
        'the convention → convention on ponds',
        'the convention → convention on ponds',
      ],
    ],
    ['no body out of a document’s number', TO_PONDS, 'organization', []],
    ['a year before the number of a paragraph', TO_PONDS, 'date', ['1986 → 1986']],
    [
      'notes without a heading; one treaty by its date and by its date and subject',
      NOTES,
      'agreement',
      [
        'the Treaty of 12 May 1863 to regulate the flow of water from the ponds → Treaty to regulate the flow of water from the ponds',
        'the Agreement of 11 January 1873 → Agreement of 11 January 1873',
        'the Treaty of 12 May 1863 → Treaty to regulate the flow of water from the ponds',
        'Treaty to regulate the flow of water from the ponds → Treaty to regulate the flow of water from the ponds',
        'This Agreement → self',
        'the Agreement → self',
      ],
    ],
    [
      'signed without a party; a style',
      NOTES,
      'person',
      ['E. TEIXEIRA → E. TEIXEIRA', 'Jan Brouwer → Jan Brouwer'],
    ],
    [
      'a date between commas before the subject',
      SEALS,
      'agreement',
      [
        'Protocol extending the Interim Convention of February 9, 1957, on Conservation of Seals → self',
        'Interim Convention on Conservation of Seals → Interim Convention on Conservation of Seals',
        'the Convention → Interim Convention on Conservation of Seals',
        'the Convention → Interim Convention on Conservation of Seals',
        'the Convention → Interim Convention on Conservation of Seals',
      ],
    ],
    [
      'two initials before a name',
      SEALS,
      'person',
      ['P. J. HYNNINEN → P. J. HYNNINEN', 'S. M. FRANKFURT → S. M. FRANKFURT'],
    ],
    [
      'a sea that a listed place gives its name',
      SEALS,
      'place',
      ['Washington → Washington', 'Greenland Sea → Greenland Sea', 'Rome → Rome'],
    ],
    [
      'numbers of charts are no years',
      SEALS,
      'date',
      [
        'February 9, 1957 → 1957-02-09',
        'February 9, 1957 → 1957-02-09',
        'seventh day of May 1976 → 1976-05-07',
      ],
    ],
    [
      'the matter of a protocol is not the convention’s; the number of a series is no part of a title',
      OUTLINE,
      'agreement',
      [
        'Protocol No. 3 to the Outline Convention on Ponds concerning Groups of Ponds → self',
        'this Protocol → self',
        'Outline Convention on Ponds (ETS No. 106) → Outline Convention on Ponds (ETS No. 106)',
        'Outline Convention → Outline Convention on Ponds (ETS No. 106)',
        'this Protocol → self',
      ],
    ],
    [
      'what was signed on a day is the one of that day',
      HALIBUT,
      'agreement',
      [
        'convention on halibut → self',
        'the convention signed at ottawa, january 29, 1937 → convention signed at ottawa, january 29, 1937',
        'the convention → convention signed at ottawa, january 29, 1937',
        'halibut convention on the control of boats → halibut convention on the control of boats',
        'convention on the control of boats → convention on the control of boats',
      ],
    ],
    [
      'bodies end before verbs',
      HALIBUT,
      'organization',
      [
        'joint technical sub-committee → joint technical sub-committee',
        'halibut standing committee on polluted ponds → halibut standing committee on polluted ponds',
        'inter-american institute of fish sciences → inter-american institute of fish sciences',
      ],
    ],
    [
      'parties end before a participle',
      ABOVE,
      'agreement',
      [
        'Treaty on Ponds → self',
        'the Agreement dated March 30, 1984 between Canada and the City of Oslo → Agreement dated March 30, 1984 between Canada and the City of Oslo',
        'this Treaty → self',
      ],
    ],
    [
      'a heading with a stray bracket, and printed again',
      STRAY,
      'agreement',
      [
        'amendments to the fish code of the convention on ponds → self',
        'amendments to the fish code of the convention on ponds → self',
        '1973 convention on whales → 1973 convention on whales',
        '1973 convention → 1973 convention on whales',
        'protocol of 1978 relating to the 1973 convention → protocol of 1978 relating to the 1973 convention',
        'convention on ponds → convention on ponds',
        'the present resolution → self',
      ],
    ],
    [
      'a state’s name at which something was signed is a town',
      STRAY,
      'place',
      ['luxembourg → luxembourg', 'kaylords → kaylords'],
    ],
    ['elsewhere it is the state', STRAY, 'state', ['luxembourg → LUX']],
    [
      'names that lost a space',
      SMALL,
      'state',
      ['norway → NOR', 'denmark → DNK', 'denmark → DNK', 'norway → NOR'],
    ],
    [
      'a river in small letters, no person out of an island',
      RIVERS,
      'place',
      ['Mahakali river → Mahakali river', 'Lord Howe Island → Lord Howe Island', 'New Delhi → New Delhi'],
    ],
    [
      'a convention that the text never names',
      UNNAMED,
      'agreement',
      [
        'protocol on ponds → self',
        'the convention → convention',
        'this protocol → self',
        'the convention → convention',
        'this protocol → self',
      ],
    ],
    [
      'a number with half brackets',
      PONDS,
      'provision',
      ['article 20, paragraph 1) c) → article-20/paragraph-1/subparagraph-c'],
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
