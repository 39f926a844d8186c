/** Which mentions of a short text are about one agreement. */
import { describe, expect, test } from 'vitest';
import { ownOf, read, said } from '../read.ts';

const AGREEMENT = 'AGREEMENT BETWEEN NORWAY AND DENMARK ON PONDS\n\nThe Parties have agreed. ';

/** Mentions of agreements after the heading as `text → title`, the text's own as `self`. */
function references(text: string): string[] {
  const extraction = read(text, 'en');
  const own = ownOf(extraction)?.title ?? 'none';
  return said(extraction, 'agreement')
    .map((line) => line.replace(/\s+/g, ' ').replace(`→ ${own}`, '→ self'))
    .slice(1);
}

test.each<[string, string[]]>([
  [
    'This Treaty is open. Other Parties to the Treaty on the sea-bed and the ocean floor, and those to the Treaty on the Sea-bed and to the Convention on the Ocean Floor and Nets, agree.',
    [
      'This Treaty → self',
      'Treaty on the sea-bed and the ocean floor → self',
      'Treaty on the Sea-bed → Treaty on the Sea-bed',
      'Convention on the Ocean Floor and Nets → Convention on the Ocean Floor and Nets',
    ],
  ],
  [
    'This Treaty is open. They keep the Treaty on the Sea-bed and the Ocean Floor of 3 May 1967.',
    [
      'This Treaty → self',
      'Treaty on the Sea-bed and the Ocean Floor of 3 May 1967 → Treaty on the Sea-bed and the Ocean Floor',
    ],
  ],
])('in a treaty with a long title: %s', (text, expected) => {
  const heading =
    'TREATY ON THE PROHIBITION OF NETS ON THE SEA-BED AND THE OCEAN FLOOR\n\nThe Parties agree. ';
  expect(references(heading + text)).toEqual(expected);
});

describe('one agreement', () => {
  test.each<[string, string[]]>([
    [
      'It is registered with the Secretariat of the United Nations in accordance with Article 102 of the Charter.',
      ['the Charter → un-charter-1945'],
    ],
    [
      'With regard to the Agreement on Fisheries between Iceland, on the one hand, and Sweden, on the other, to include boats, the Agreement on Fisheries is changed.',
      [
        'Agreement on Fisheries between Iceland, on the one hand, and Sweden → Agreement on Fisheries between Iceland, on the one hand, and Sweden',
        'Agreement on Fisheries → Agreement on Fisheries between Iceland, on the one hand, and Sweden',
      ],
    ],
    [
      'They keep the agreement relating to the duck commission, made in Rome on 3 May 1967. The Rome Agreement, signed in Rome on 3 May 1967, and the Agreement on Hares stand.',
      [
        'agreement relating to the duck commission → agreement relating to the duck commission',
        'Rome Agreement → agreement relating to the duck commission',
        'Agreement on Hares → Agreement on Hares',
      ],
    ],
    [
      'They recall the convention between Norway and Denmark on the waters of the Duck River, signed May 21, 1906. Under the 1906 convention, and at the point that the 1906 treaty names, water flows.',
      [
        'convention between Norway and Denmark on the waters of the Duck River → convention between Norway and Denmark on the waters of the Duck River',
        '1906 convention → convention between Norway and Denmark on the waters of the Duck River',
        '1906 treaty → convention between Norway and Denmark on the waters of the Duck River',
      ],
    ],
    [
      'Being Parties to the Convention on the Protection of Ponds (Bergen Agreement) signed on 22 March 1974, they note that the 1974 Bergen Agreement stands.',
      [
        'Convention on the Protection of Ponds → Convention on the Protection of Ponds',
        'Bergen Agreement → Convention on the Protection of Ponds',
        '1974 Bergen Agreement → Convention on the Protection of Ponds',
      ],
    ],
    [
      'Taking into account Article 4 of the Pond Trade Agreement between Norway and Denmark (hereinafter referred to as "Pond Trade Agreement"), signed on November 21, 1995, they apply Protocol A of the Pond Trade Agreement.',
      [
        'Pond Trade Agreement between Norway and Denmark → Pond Trade Agreement between Norway and Denmark',
        'Pond Trade Agreement → Pond Trade Agreement between Norway and Denmark',
        'Pond Trade Agreement → Pond Trade Agreement between Norway and Denmark',
      ],
    ],
    [
      'This Agreement is open. The Agreement is in two languages. The Agreement shall be reviewed. In the words of the experts the Ramoge Agreement has been of much use to all who live by the sea and fish in it. They hope for the rapid fulfilment of the undertakings in the Agreement.',
      [
        'This Agreement → self',
        'The Agreement → self',
        'The Agreement → self',
        'Ramoge Agreement → Ramoge Agreement',
        'the Agreement → self',
      ],
    ],
    [
      'This Agreement is open. The Embassy refers to the Working Arrangement (hereinafter referred to as "the Working Arrangement") on its list. The Working Arrangement stands.',
      [
        'This Agreement → self',
        'Working Arrangement → Working Arrangement',
        'the Working Arrangement → Working Arrangement',
        'Working Arrangement → Working Arrangement',
      ],
    ],
    [
      'This Agreement is open. Trade is governed by the Memorandum of Understanding between Norway and Denmark concerning Trade in Ducks. This MOU is not changed.',
      [
        'This Agreement → self',
        'Memorandum of Understanding between Norway and Denmark concerning Trade in Ducks → Memorandum of Understanding between Norway and Denmark concerning Trade in Ducks',
        'This MOU → Memorandum of Understanding between Norway and Denmark concerning Trade in Ducks',
      ],
    ],
    [
      'They recall the Declaration of Prime Ministers of the Central European Free Trade Agreement countries, done at Bergen on 3 May 1995, and what the CEFTA Parties said of GATT 1994.',
      [
        'Declaration of Prime Ministers of the Central European Free Trade Agreement countries → Declaration of Prime Ministers of the Central European Free Trade Agreement countries',
        'GATT 1994 → gatt-1994',
      ],
    ],
    [
      'This Agreement shall replace the following Agreements:\na) Agreement on Ducks (signed on 17 June 1980).\nb) Agreement on Geese (signed on 4 May 1983).\nc) Agreement on Swans.\nIN WITNESS WHEREOF they leave the Agreement on Rivers of 3 May 1999.',
      [
        'This Agreement → self',
        'the following Agreements → Agreement on Ducks Agreement on Geese Agreement on Swans',
        'Agreement on Ducks → Agreement on Ducks',
        'Agreement on Geese → Agreement on Geese',
        'Agreement on Swans → Agreement on Swans',
        'Agreement on Rivers of 3 May 1999 → Agreement on Rivers',
      ],
    ],
    [
      'This Agreement applies in the Pond (hereinafter referred to as the "Agreement Area"). Protocol 1 to this Agreement (hereinafter "Protocol 1") tells where ducks are from. It is printed in 1985 United Nations — Treaty Series.',
      ['This Agreement → self', 'this Agreement → self'],
    ],
    [
      'Recalling resolution 3201 (S-VI) on Ponds and resolution 377 (V), they agree.',
      [
        'resolution 3201 (S-VI) on Ponds → resolution 3201 (S-VI) on Ponds',
        'resolution 377 (V) → resolution 377 (V)',
      ],
    ],
    [
      'They apply the International Convention for the Prevention of Pollution from Ships, 1973, as modified by the Protocol of 1978 relating thereto (MARPOL 73/78), and the Convention on Ducks, as amended by the Protocol of 1999 on Geese. MARPOL stands.',
      [
        'International Convention for the Prevention of Pollution from Ships, 1973, as modified by the Protocol of 1978 relating thereto → marpol-1973',
        'MARPOL 73/78 → marpol-1973',
        'Convention on Ducks → Convention on Ducks',
        'the Protocol of 1999 on Geese → Protocol of 1999 on Geese',
        'MARPOL → marpol-1973',
      ],
    ],
    [
      'As a result of the union established by the Treaty of 29 March 1931 between Norway and Denmark, Norway shall represent Denmark.',
      [
        'the Treaty of 29 March 1931 between Norway and Denmark → Treaty of 29 March 1931 between Norway and Denmark',
      ],
    ],
    [
      'This Agreement is open.\n\nTRADE TREATY BETWEEN THE GOVERNMENT OF NORWAY\nAND THE GOVERNMENT OF SWEDEN\nThe Government of Norway and the Government of Sweden agree.',
      [
        'This Agreement → self',
        'TRADE TREATY BETWEEN THE GOVERNMENT OF NORWAY AND THE GOVERNMENT OF SWEDEN → TRADE TREATY BETWEEN THE GOVERNMENT OF NORWAY AND THE GOVERNMENT OF SWEDEN',
      ],
    ],
    [
      'They keep the Agreement on Ducks and the Agreement on Geese. The Board lists those agreements entered into by Norway. Those agreements stand.',
      [
        'Agreement on Ducks → Agreement on Ducks',
        'Agreement on Geese → Agreement on Geese',
        'Those agreements → Agreement on Ducks Agreement on Geese',
      ],
    ],
    [
      'Recalling resolution 21 of the Seventh United Nations Congress on Ponds, in its decisions 1, they agree.',
      ['resolution 21 → resolution 21'],
    ],
    [
      'This Agreement is open. The Board may ask the Parties to the Agreement for information, and it is no breach of the Agreement for fishermen of either Party to land.',
      ['This Agreement → self', 'the Agreement → self', 'the Agreement → self'],
    ],
  ])('%s', (text, expected) => {
    expect(references(AGREEMENT + text)).toEqual(expected);
  });
});

describe('titles that end before what is said next', () => {
  test.each<[string, string[]]>([
    [
      'They signed the Agreement Relating to Civil Air Transport, and the Executive Programme for the Years to come.',
      ['Agreement Relating to Civil Air Transport'],
    ],
    [
      'They will make an effort to conclude a Framework Agreement on all Permanent Status issues in five months.',
      ['a Framework Agreement on all Permanent Status issues'],
    ],
    ['They recall the Budapest Memoranda and the Explanatory Memorandum.', ['Budapest Memoranda']],
  ])('%s', (text, expected) => {
    expect(references(AGREEMENT + text).map((line) => line.split(' → ')[0])).toEqual(expected);
  });
});

describe('names of several parts', () => {
  test.each<[string, string[]]>([
    [
      'Noting the Straw Convention and Recommendation, 1971, and the Working Places (Smoke, Noise and Dust) Convention, 1977, they agree.',
      [
        'Straw Convention and Recommendation, 1971',
        'Working Places (Smoke, Noise and Dust) Convention, 1977',
      ],
    ],
    [
      'In this Chapter: Bergen Convention means the Convention on Ponds done at Bergen on 10 June 1958; they apply the Bergen Convention.',
      ['Bergen Convention', 'Convention on Ponds', 'Bergen Convention'],
    ],
  ])('%s', (text, expected) => {
    expect(references(AGREEMENT + text).map((line) => line.split(' → ')[0])).toEqual(expected);
  });

  test('a name that is said to mean an agreement is that agreement', () => {
    const text =
      'In this Chapter: Bergen Convention means the Convention on Ponds done at Bergen on 10 June 1958.';
    expect(references(AGREEMENT + text)).toEqual([
      'Bergen Convention → Convention on Ponds',
      'Convention on Ponds → Convention on Ponds',
    ]);
  });
});

describe('short forms', () => {
  test.each<[string, string[]]>([
    [
      '"1982 Agreement" shall mean the Agreement on Ducks of 10 December 1982. Under the 1982 Agreement and the Agreement, ponds are clean.',
      [
        '1982 Agreement → Agreement on Ducks',
        'Agreement on Ducks of 10 December 1982 → Agreement on Ducks',
        '1982 Agreement → Agreement on Ducks',
        'the Agreement → self',
      ],
    ],
    [
      'Recalling Article 3 of the Convention on Hares, noting Article 16 of the Convention on Ducks (hereinafter referred to as the "Duck Convention"), they keep the Duck Convention.',
      [
        'Convention on Hares → Convention on Hares',
        'Convention on Ducks → Convention on Ducks',
        'Duck Convention → Convention on Ducks',
        'Duck Convention → Convention on Ducks',
      ],
    ],
    [
      'They apply the Agreement on Barriers, in Annex 1A to the Pond Trade Agreement (hereinafter referred to as "the Barriers Agreement").',
      [
        'Agreement on Barriers → Agreement on Barriers',
        'Pond Trade Agreement → Pond Trade Agreement',
        'the Barriers Agreement → Agreement on Barriers',
      ],
    ],
    [
      'They recall the treaty of peace of 3 May 1967, hereinafter called "the Treaty of 1967". The Treaty of 1967 stands.',
      [
        'treaty of peace of 3 May 1967 → treaty of peace',
        'the Treaty of 1967 → treaty of peace',
        'The Treaty of 1967 → treaty of peace',
      ],
    ],
    [
      'They recall the Convention on Lakes (Geneva, 1958) and the Convention on Rivers. Both Conventions are open.',
      [
        'Convention on Lakes → Convention on Lakes',
        'Convention on Rivers → Convention on Rivers',
        'Both Conventions → Convention on Lakes Convention on Rivers',
      ],
    ],
    [
      'They recall the General Agreement on Tariffs and Trade (GATT 1994). Under Article 3 of the GATT 1994 they trade.',
      [
        'General Agreement on Tariffs and Trade → gatt-1994',
        'GATT 1994 → gatt-1994',
        'GATT 1994 → gatt-1994',
      ],
    ],
    [
      'They recall the Agreement of the Council of Pond States of 14 April 1994 on a free pond area.',
      [
        'Agreement of the Council of Pond States of 14 April 1994 on a free pond area → Agreement of the Council of Pond States of 14 April 1994 on a free pond area',
      ],
    ],
    [
      'This Agreement applies. They recall the Pond Trade Agreement. From the entry into force of the Agreement they trade.',
      ['This Agreement → self', 'Pond Trade Agreement → Pond Trade Agreement', 'the Agreement → self'],
    ],
    [
      'They recall the Pond Trade Agreement.\n\nPURPOSE OF THE AGREEMENT\n\nThe purpose of this Agreement is clear.',
      ['Pond Trade Agreement → Pond Trade Agreement', 'THE AGREEMENT → self', 'this Agreement → self'],
    ],
    [
      'They recall the Agreement establishing the World Trade Organization (hereinafter "WTO").',
      ['Agreement establishing the World Trade Organization → marrakesh-1994'],
    ],
    [
      'They recall General Assembly resolution 194 (III). Existing treaties stand.',
      ['General Assembly resolution 194 (III) → General Assembly resolution 194 (III)'],
    ],
  ])('%s', (text, expected) => {
    expect(references(AGREEMENT + text)).toEqual(expected);
  });
});

describe('not one agreement', () => {
  test.each<[string, string[]]>([
    [
      'They recall the Convention on Ponds of 22 March 1974 and the Convention on Lakes of 9 April 1974. The 1974 Convention stands.',
      [
        'Convention on Ponds of 22 March 1974 → Convention on Ponds',
        'Convention on Lakes of 9 April 1974 → Convention on Lakes',
        '1974 Convention → 1974 Convention',
      ],
    ],
    [
      'They recall the Understanding on Article 24 of the Pond Convention (Pond Convention).',
      ['Pond Convention → Pond Convention', 'Pond Convention → Pond Convention'],
    ],
    [
      'They recall the Protocol to the Convention on Ponds (Pond Convention).',
      [
        'Protocol to the Convention on Ponds → Protocol to the Convention on Ponds',
        'Pond Convention → Pond Convention',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(references(AGREEMENT + text)).toEqual(expected);
  });
});

describe('titles', () => {
  test.each<[string, string[]]>([
    [
      'the additional protocol adjusting the Stabilisation and Association Agreement between Norway and Denmark',
      ['Stabilisation and Association Agreement between Norway and Denmark'],
    ],
    [
      'They apply the Protocol fixing for the period from 1 March 2004 to 28 February 2009 the fishing possibilities.',
      ['Protocol fixing for the period from 1 March 2004 to 28 February 2009 the fishing possibilities'],
    ],
    [
      'At the moment of signing the Convention of today’s date relating to Ponds they agree.',
      ['Convention of today’s date relating to Ponds'],
    ],
    [
      'Taking into account resolutions LC 49(16) and LC 50(16), they agree.',
      ['resolutions LC 49(16)', 'LC 50(16)'],
    ],
    ['Noting resolution 26 of the Conference on Ponds, they agree.', ['resolution 26']],
    [
      'They signed the Treaty of commerce and navigation of 3 May 1967.',
      ['Treaty of commerce and navigation of 3 May 1967'],
    ],
    [
      'They note the Agreement of 3 March 1966 between the two Governments relating to fishing for crab, as amended.',
      ['the Agreement of 3 March 1966 between the two Governments relating to fishing for crab'],
    ],
    [
      'They note the Convention between His Majesty the King of Norway, Emperor of India, in respect of Iceland, and Denmark, regarding lakes.',
      [
        'Convention between His Majesty the King of Norway, Emperor of India, in respect of Iceland, and Denmark, regarding lakes',
      ],
    ],
    [
      'They note the Global Programme of Action for the protection of ponds, the Lagos Plan of Action and an immediate plan of action.',
      ['Global Programme of Action for the protection of ponds', 'Lagos Plan of Action'],
    ],
    [
      'Under the Agreement on Amendments the Annex of the Treaty on Lakes shall be added, and a separate agreement on boats shall be signed.',
      ['Agreement on Amendments', 'Treaty on Lakes', 'a separate agreement on boats'],
    ],
    ['They made 26 resolutions, and the treaty of the king is old.', []],
  ])('%s', (text, expected) => {
    expect(references(AGREEMENT + text).map((line) => line.split(' → ')[0])).toEqual(expected);
  });
});

describe('a statement speaks of itself', () => {
  test.each([
    [
      'JOINT STATEMENT OF NORWAY AND DENMARK\n\nThe two sides met. ',
      'They will send the present statement to Sweden.',
      ['the present statement → self'],
    ],
    [
      'JOINT COMMUNIQUÉ OF NORWAY AND DENMARK\n\nThe two sides met. ',
      'This communiqué was issued in Oslo.',
      ['This communiqué → self'],
    ],
    [
      'AGREEMENT BETWEEN NORWAY AND DENMARK\n\nThe two sides met. ',
      'This statement, and the statement of 3 May 1999, are noted.',
      [],
    ],
  ])('%s%s', (head, text, expected) => {
    expect(references(head + text)).toEqual(expected);
  });
});

test('the day of an amendment in brackets is not the amended protocol’s', () => {
  const text =
    'oslo amendment to the pond protocol to the convention on ducks (oslo, 8 december 2012)source: on that day the parties adopted, in accordance with article 20 of the protocol, an amendment to the pond protocol.';
  expect(read(text, 'en').entities).toContainEqual(
    expect.objectContaining({ type: 'agreement', kind: 'protocol' }),
  );
  expect(read(text, 'en').entities).not.toContainEqual(
    expect.objectContaining({ kind: 'protocol', signed: '2012-12-08' }),
  );
});

test('a resolution’s number above its title is its own', () => {
  const text =
    'ORIGINAL: SPANISH\nRESOLUTION\n\nPD49.R17\nSTRATEGY ON PONDS\nTHE 49th POND COUNCIL,\nHaving studied ponds, decides.';
  const extraction = read(text, 'en');
  expect(said(extraction, 'agreement').map((line) => line.replace(/\s+/g, ' '))).toEqual([
    'RESOLUTION PD49.R17 → STRATEGY ON PONDS',
    'STRATEGY ON PONDS → STRATEGY ON PONDS',
  ]);
});

test('a protocol’s own subject is no part of the convention’s title, where the text names that', () => {
  const heading =
    'OPTIONAL PROTOCOL TO THE CONVENTION ON THE CARE OF PONDS ON THE USE OF DUCKS\n\nThe States Parties, ';
  const named = 'noting the Convention on the Care of Ponds and that the Convention applies, agree.';
  expect(references(heading + named)).toEqual([
    'Convention on the Care of Ponds → Convention on the Care of Ponds',
    'the Convention → Convention on the Care of Ponds',
  ]);
  const unnamed = 'noting that the Convention applies, agree.';
  expect(references(heading + unnamed)).toEqual([
    'the Convention → CONVENTION ON THE CARE OF PONDS ON THE USE OF DUCKS',
  ]);
});

test('two states of one name are told apart by their capitals', () => {
  const { entities } = read(`${AGREEMENT}They invite Congo (Brazzaville) and Congo (Leopoldville).`, 'en');
  const codes = entities.flatMap((entity) => (entity.type === 'state' ? [entity.code] : []));
  expect(codes).toEqual(expect.arrayContaining(['COG', 'COD']));
});

test('another name in brackets is no part of a title', () => {
  const heading =
    'convention on the care of the ponds of the north (oslo convention)source: the parties agree. ';
  expect(references(`${heading}they keep the convention on the care of the ponds of the north.`)).toEqual([
    'convention on the care of the ponds of the north → self',
  ]);
});

test('a listed name that a heading holds is whole', () => {
  const text =
    'agreement for the implementation of the law of the sea convention relating to the conservation of fish stocks source: they agree.';
  const titles = read(text, 'en').entities.flatMap((entity) =>
    entity.type === 'agreement' ? [entity.title] : [],
  );
  expect(titles).toContain('law of the sea convention');
});
